# Hacer una copia de seguridad, verificar y examinar cualquier archivo.
backup-title = Copia de seguridad
backup-heading = Copia de seguridad de { $name }
backup-explanation = Una copia de seguridad es un solo archivo con toda la empresa. Guárdela en un lugar distinto de este ordenador.
backup-file-name = Nombre de archivo
backup-file-name-hint = La extensión .manager se añade si falta.
backup-contents = Qué contiene
backup-attachments = Archivos adjuntos
backup-attachments-hint = Todos los archivos de todos los registros
backup-emails = Correos electrónicos
backup-emails-hint = Todos los correos enviados desde el programa
backup-history = Historial
backup-history-hint = Cada cambio, quién lo hizo y cuándo, antes y después
backup-history-left-out = Sin el historial, esta copia no puede servir de pista de auditoría.
backup-records-always = Los registros siempre están incluidos.
backup-unticking = Al desmarcar, el archivo es más pequeño. Solo cambia la copia, nunca sus libros.
backup-plain = Sin comprimir, para otros programas
backup-plain-hint = Una base de datos SQLite sencilla, que otros programas pueden abrir.
backup-section-size = { $size }
backup-section-files = { $count-is ->
    [one] { $count } archivo, { $size }
    [many] { $count } de archivos, { $size }
   *[other] { $count } archivos, { $size }
}
backup-section-emails = { $count-is ->
    [one] { $count } correo, { $size }
    [many] { $count } de correos, { $size }
   *[other] { $count } correos, { $size }
}
backup-section-changes = { $count-is ->
    [one] { $count } cambio, { $size }
    [many] { $count } de cambios, { $size }
   *[other] { $count } cambios, { $size }
}
backup-section-empty = Ninguno
backup-submit = Copia de seguridad
backup-progress-title = Haciendo la copia de seguridad
backup-progress-collecting = Copiando los libros…
backup-progress-writing = Escribiendo: { $count-is ->
    [one] { $count } registro
    [many] { $count } de registros
   *[other] { $count } registros
}
backup-progress-compressing = Comprimiendo…
backup-progress-verifying = Releyéndola para verificarla…
backup-done-title = La copia de seguridad está lista
backup-done = { $file } se ha escrito, releído y comparado con sus libros. Está íntegra.
backup-done-partial = { $file } se ha escrito y releído. Lo que usted excluyó está anotado en ella.
backup-download = Descargar { $file }
backup-download-starts = La descarga empieza sola. Si no, pulse el botón.
backup-again = Hacer otra copia de seguridad
backup-failed = No se ha podido hacer la copia de seguridad. Sus libros no han cambiado.
backup-content-digest = Huella del contenido
backup-content-digest-hint = Contenidos iguales tienen huellas iguales, en todas las ediciones y tras cada importación.
backup-file-digest = Huella del archivo
backup-last = Última copia de seguridad
backup-last-none = Aún no hay copia de seguridad de esta empresa.
backup-list-title = Copias de seguridad anteriores
backup-column-file = Archivo
backup-column-made = Hecha el
backup-column-size = Tamaño
backup-column-contents = Contenido
backup-left-out = Excluido a propósito: { $sections }
backup-everything = Todo
backup-records = Registros
verify-title = Verificar un archivo
verify-explanation = Elija cualquier archivo .manager. Se lee y se comprueba; no se cambia ni se importa nada.
verify-submit = Verificar
verify-result-whole = Íntegra. Todo su contenido coincide con su manifiesto.
verify-result-whole-partial = Íntegra, pero algo se excluyó a propósito: { $sections }.
verify-result-altered = Alterada. Su contenido no es lo que dice su manifiesto.
verify-result-nothing-to-compare = Legible. Quien la hizo no anotó nada con que compararla, así que no se puede demostrar que esté íntegra.
verify-result-not-a-backup = No es una copia de seguridad que esta versión sepa leer.
verify-made-by = Hecha por { $program }, { $when }
verify-section = Sección
verify-section-present = Presente
verify-section-left-out = Excluida a propósito
verify-section-missing = Falta
verify-section-matches = Coincide
verify-section-differs = Difiere
verify-section-empty = Vacía
verify-history-head = Cambio más reciente
verify-findings = Hallazgos
verify-no-findings = Sin hallazgos.
verify-form = Forma del archivo
verify-not-checked = No se ha comprobado si los asientos son ciertos.
form-plain = Base de datos SQLite, sin comprimir
form-zstandard = Comprimido (Zstandard)
form-gzip = Comprimido (gzip)
form-zip = Dentro de un archivo zip
form-age = Cifrado (age)
