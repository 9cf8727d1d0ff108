# Importar una empresa: elegir, comprobar, mirar, importar.
import-title = Importar empresa
import-explanation = Elija una copia de seguridad o cualquier archivo .manager. Verá lo que contiene antes de que se importe nada.
import-file = Archivo
import-file-hint = Elija el archivo o suéltelo aquí.
import-check = Comprobar el archivo
import-safe = Importar nunca sobrescribe: se crea una empresa nueva junto a las que ya tiene.
import-progress-title = Importando
import-progress-receiving = Recibiendo el archivo…
import-progress-checking = Comprobando el archivo…
import-progress-importing = Importando: { $count-is ->
    [one] { $count } registro
    [many] { $count } de registros
   *[other] { $count } registros
}
import-progress-proving = Comparando el resultado con el archivo…
import-preview-title = Qué hay en este archivo
import-preview-file = { $file }, { $size }
import-preview-name = Nombre de la empresa
import-preview-form = Forma
import-preview-made = Hecho el
import-preview-made-by = Hecho por
import-preview-version = Versión de los datos
import-preview-currency = Moneda base
import-preview-records = Registros
import-preview-kinds = Registros por clase
import-preview-kind = Clase
import-preview-number = Número
import-preview-attachments = Archivos adjuntos
import-preview-emails = Correos electrónicos
import-preview-history = Historial
import-preview-present = Presente
import-preview-left-out = Excluido a propósito al hacer la copia de seguridad
import-preview-not-in-file = No está en este archivo
import-preview-other-tables = Otras tablas, conservadas como están
import-preview-unknown = Desconocido, pero conservado
import-preview-unknown-explained = Esta versión no conoce estas partes. Se conservan exactamente como están, y van en cada copia de seguridad.
import-preview-unknown-kinds = { $count-is ->
    [one] { $count } registro de clase desconocida
    [many] { $count } de registros de clase desconocida
   *[other] { $count } registros de clase desconocida
}
import-preview-unknown-fields = { $count-is ->
    [one] { $count } campo desconocido
    [many] { $count } de campos desconocidos
   *[other] { $count } campos desconocidos
}
import-preview-damaged = { $count-is ->
    [one] { $count } registro dañado: sus bytes se conservan y no se contabiliza
    [many] { $count } de registros dañados: sus bytes se conservan y no se contabilizan
   *[other] { $count } registros dañados: sus bytes se conservan y no se contabilizan
}
import-preview-scripts = { $count-is ->
    [one] { $count } registro contiene código de páginas web. Se muestra como texto y nunca se ejecuta.
    [many] { $count } de registros contienen código de páginas web. Se muestra como texto y nunca se ejecuta.
   *[other] { $count } registros contienen código de páginas web. Se muestra como texto y nunca se ejecuta.
}
import-preview-findings = Hallazgos
import-preview-no-findings = No se ha encontrado nada inusual.
import-preview-legacy = El historial de este archivo no tiene encadenamiento de huellas. Se conserva como llegó y no se puede verificar antes de hoy.
import-preview-newer = Este archivo lo hizo una versión más nueva. Lo que no se entiende se conserva exactamente como está.
import-name = Importar como
import-name-hint = Ya hay aquí una empresa con este nombre, así que se propone otro.
import-time-zone = Zona horaria
import-submit = Importar
import-cancel = No importar
import-cancelled = No se ha importado nada.
import-done = «{ $name }» se ha importado.
import-done-title = Importada y demostrada
import-done-equal = Lo importado es igual al archivo, hasta el último byte.
import-done-records = { $count-is ->
    [one] { $count } registro
    [many] { $count } de registros
   *[other] { $count } registros
}
import-done-attachments = { $count-is ->
    [one] { $count } archivo adjunto
    [many] { $count } de archivos adjuntos
   *[other] { $count } archivos adjuntos
}
import-done-emails = { $count-is ->
    [one] { $count } correo
    [many] { $count } de correos
   *[other] { $count } correos
}
import-done-history = { $count-is ->
    [one] { $count } cambio en el historial
    [many] { $count } de cambios en el historial
   *[other] { $count } cambios en el historial
}
import-done-trial-balance = Balance de sumas y saldos: debe { $debit }, haber { $credit }
import-open = Abrir la empresa
import-failed = El archivo no se ha importado. No se ha cambiado nada.
import-compare = Comparar
finding-level-information = Nota
finding-level-warning = Aviso
finding-level-error = Error
import-preview-no-manifest = No consta en este archivo
import-preview-totals = Balance de sumas y saldos
finding-damaged-record = Un registro está dañado: sus bytes se conservan y no se contabiliza.
finding-wal-copy = El archivo se copió mientras otro programa lo tenía abierto; pueden faltar los últimos cambios.
finding-code-dropped = La base de datos contenía código ({ $name }). Se ha descartado y nunca se ejecuta.
finding-extra-column = La tabla { $table } tiene una columna desconocida, { $column }. Se conserva.
finding-unknown-table = La tabla { $table } es desconocida. Se conserva tal cual.
finding-utf16-text = Los textos de esta base de datos están guardados de otra forma (UTF-16). Se han convertido sin pérdida.
finding-overwritten = Se han sobrescrito bytes dentro de un registro. Se conserva tal como llegó y no se contabiliza.
finding-attachment-altered = El contenido de un archivo adjunto no es el que se adjuntó.
finding-attachment-missing = Falta en el archivo el contenido de un adjunto; lo que se sabe de él se conserva.
finding-attachment-without-record = Hay el contenido de un adjunto que ningún registro nombra. Se conserva.
finding-odd-rows = { $rows } filas de la tabla { $table } no siguen sus reglas. Se conservan tal cual y no se pueden mostrar como registros.
finding-unreadable-record = No se puede leer una fecha, una cifra o una clave de un registro. El registro se conserva tal cual y no se contabiliza.
