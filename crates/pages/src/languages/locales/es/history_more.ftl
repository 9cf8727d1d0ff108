# Deshacer, ver como era, exportar y verificar el historial.
history-undo = Deshacer este cambio
history-bring-back = Recuperar
history-undo-question-change = Se deshace el cambio { $number } ({ $what }): el registro recupera lo que contenía antes.
history-undo-question-create = Se deshace el cambio { $number } ({ $what }): el registro se elimina, con sus archivos.
history-undo-question-delete = Se deshace el cambio { $number } ({ $what }): el registro vuelve, con los archivos que se eliminaron con él.
history-undo-adds = No se borra nada: deshacer añade una línea al historial.
history-undo-would = Lo que cambia al deshacer
history-undo-since = Lo que cambió desde entonces
error-undo-changed-since = Este registro se cambió otra vez después. Deshaga primero los cambios posteriores, empezando por el más reciente, o edite el registro.
error-undo-no-record = Esta línea no es el cambio de un registro; no hay nada que deshacer.
history-as-it-was-before = Como era antes
history-as-it-was-after = Como era después
history-as-at-title = { $name }, como era
history-as-at-explained = Como era después del cambio { $number }, el { $when }. Esta página es solo de lectura.
history-as-at-first = Como era antes del primer cambio que conoce el historial. Esta página es solo de lectura.
history-as-at-none = En ese momento este registro no existía.
history-as-at-today = Como es ahora
history-export-csv = CSV
history-export-json = JSON
history-verify = Verificar
history-fact-undoes = Deshace el cambio
history-fact-history-head = Cambio más reciente en el archivo
history-fact-history-digest = Huella del historial del archivo
history-fact-file-sha256 = Huella del archivo (SHA-256)
history-fact-file-form = Forma del archivo
history-fact-other-changes = Cambios de otro programa
history-fact-head-now = Cambio más reciente en ese momento
history-fact-records-digest = Huella de todos los registros
verify-page-title = Verificación
verify-agrees = Todo lo que se verificó concuerda con el historial.
verify-altered = { $count-is ->
    [one] { $count } cosa no concuerda con el historial.
    [many] { $count } de cosas no concuerdan con el historial.
   *[other] { $count } cosas no concuerdan con el historial.
}
verify-checked = Qué se verificó
verify-entries = Cambios seguidos del primero al más reciente
verify-installations = Instalaciones que los escribieron
verify-records = Registros
verify-by-entry = Comparados con el último cambio de cada uno
verify-sealed = Comparados con el sello de una importación
verify-attachments = Archivos comparados con su registro
verify-backups = Copias de seguridad anteriores
verify-backups-none = No se conoce ninguna copia de seguridad anterior.
verify-backups-agree = { $count-is ->
    [one] El historial concuerda con { $agreeing } de { $count } copia de seguridad.
    [many] El historial concuerda con { $agreeing } de { $count } de copias de seguridad.
   *[other] El historial concuerda con { $agreeing } de { $count } copias de seguridad.
}
verify-files = Archivos de copia leídos
verify-passed-over = No es una copia de esta empresa, o no se puede leer: { $file }
verify-imports = Importaciones
verify-other-changes = Cambios de otro programa
verify-seal = Sello
verify-seal-agrees = concuerda
verify-seal-broken = roto
verify-seal-not-compared = no comparado
verify-clock = { $count-is ->
    [one] El reloj retrocedió { $count } vez. Eso solo no es señal de manipulación.
    [many] El reloj retrocedió { $count } de veces. Eso solo no es señal de manipulación.
   *[other] El reloj retrocedió { $count } veces. Eso solo no es señal de manipulación.
}
verify-clock-step = Cambio { $number }: de { $before } a { $after }
verify-sides = Antes: lo que dice el historial. Después: lo que hay ahora en la empresa.
verify-among = { $count-is ->
    [one] Es { $count } registro de su grupo.
    [many] Es uno de { $count } de registros; no se puede decir cuál.
   *[other] Es uno de { $count } registros; no se puede decir cuál.
}
verify-field = { $field }: el historial dice { $before }, se encontró { $after }
verify-more = { $count-is ->
    [one] { $count } más no se muestra.
    [many] { $count } de más no se muestran.
   *[other] { $count } más no se muestran.
}
verify-fault-chain-gap = Faltan cambios: se esperaba el número { $expected } y está el { $found }.
verify-fault-chain-unlinked = El cambio { $number } no sigue al anterior: se sustituyeron o movieron líneas.
verify-fault-chain-altered = El cambio { $number } fue alterado.
verify-fault-history-unreadable = El historial no se puede leer: { $reason }
verify-fault-history-empty = El historial está vacío, aunque toda empresa empieza con una línea.
verify-fault-record-altered = { $name } fue alterado fuera del programa: no está como lo dejó el cambio { $number }.
verify-fault-record-vanished = { $name } fue quitado fuera del programa después del cambio { $number }.
verify-fault-record-returned = { $name } está aquí aunque el cambio { $number } lo eliminó.
verify-fault-record-without-history = { $name } fue introducido fuera del programa: ningún cambio habla de él.
verify-fault-sealed-record-altered = { $name } llegó con la importación del cambio { $number } y desde entonces fue alterado fuera del programa.
verify-fault-sealed-record-vanished = { $count-is ->
    [one] { $count } registro que llegó con la importación del cambio { $number } fue quitado fuera del programa.
    [many] { $count } de registros que llegaron con la importación del cambio { $number } fueron quitados fuera del programa.
   *[other] { $count } registros que llegaron con la importación del cambio { $number } fueron quitados fuera del programa.
}
verify-fault-seal-broken = Los registros que llegaron con la importación del cambio { $number } no están como estaban.
verify-fault-other-history-altered = Los cambios de otro programa que llegaron con { $file } no están como estaban.
verify-fault-attachment-altered = El archivo { $name } no es el que se adjuntó.
verify-fault-email-altered = El correo «{ $name }» no es el que se envió: se cambiaron su remitente, sus destinatarios, su asunto o su mensaje.
verify-fault-email-missing = El correo { $name } ha desaparecido: el historial habla de él.
verify-fault-head-beyond = El historial fue cortado, o aquí hay una copia antigua: la copia de seguridad { $file } contiene cambios hasta el { $number }.
verify-fault-head-disagrees = El historial se escribió de nuevo: la copia de seguridad { $file } contiene otro cambio { $number }.
verify-unchecked-title = Qué no se verificó
verify-unchecked-truth = Si lo introducido es verdad, y si la persona nombrada estaba ante el teclado.
verify-unchecked-timestamps = La hora guardada junto a cada registro; el historial tiene la suya.
verify-unchecked-profile = El nombre, el país y la zona horaria de la empresa.
verify-unchecked-carried-tables = Tablas de otros programas, que se conservan sin entenderse.
verify-unchecked-emails = Remitente, destinatarios, asunto y mensaje de los correos enviados por una versión anterior: sus entradas no llevan resumen.
verify-unchecked-attachment-bytes = Cada byte de cada archivo adjunto; «tijori verify» los lee todos.
verify-unchecked-unsealed-import = Los registros de una importación por una versión anterior, que no dejó sello.
verify-unchecked-other-program = Lo que otro programa anotó antes de una importación: solo se puede probar que no cambió desde entonces.
verify-unchecked-no-heads-outside = Huellas guardadas fuera de la empresa: aquí no se conoce ninguna. Haga una copia de seguridad y guárdela en otro lugar.
verify-unchecked-backups-without-head = Copias de seguridad de una versión anterior, que no anotaba dónde acababa el historial.
verify-unchecked-backup-files = Archivos de copia guardados en otro lugar; «tijori verify» los compara si se le dice dónde están.
error-action-unknown = No hay ninguna acción llamada { $name }.
