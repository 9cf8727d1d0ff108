# Lotes: muchos registros a la vez, de un archivo CSV o de celdas pegadas.

batch-button = Crear o cambiar por lotes
batch-title = Lote: { $kind }
batch-input = Pegar o elegir un archivo
batch-explained = Una fila por registro, con los nombres de las columnas en la primera. Las cuentas, los clientes, los artículos y demás se nombran por su nombre o su código. Una fila con las columnas de la cabecera vacías añade una línea al registro de arriba. Para cambiar registros existentes, ponga su clave en la columna Key.
batch-columns = Columnas: { $columns }
batch-template = Descargar una tabla vacía con estas columnas
batch-paste = Celdas pegadas de una hoja de cálculo, o CSV
batch-file = O un archivo CSV
batch-check = Comprobar
batch-preview = Lo que se guardaría
batch-new = { $count-is ->
    [one] { $count } registro nuevo
    [many] { $count } registros nuevos
   *[other] { $count } registros nuevos
}
batch-changed = { $count-is ->
    [one] { $count } registro cambiado
    [many] { $count } registros cambiados
   *[other] { $count } registros cambiados
}
batch-wrong = { $count-is ->
    [one] { $count } registro tiene un error. No se guardó nada; corríjalo abajo y compruebe de nuevo.
    [many] { $count } registros tienen errores. No se guardó nada; corríjalos abajo y compruebe de nuevo.
   *[other] { $count } registros tienen errores. No se guardó nada; corríjalos abajo y compruebe de nuevo.
}
batch-preview-wrong = Lo que impide guardar
batch-sound = { $count-is ->
    [one] { $count } registro podría guardarse.
    [many] { $count } registros podrían guardarse.
   *[other] { $count } registros podrían guardarse.
}
batch-explained-changes = Al cambiar un registro, una celda vacía deja lo que hay, pero sus líneas se dan completas: la línea que ninguna fila menciona se quita.
batch-unchanged = { $count-is ->
    [one] { $count } registro queda como está
    [many] { $count } registros quedan como están
   *[other] { $count } registros quedan como están
}
batch-act-none = Nada
error-starting-balance-twice = Ya hay un saldo inicial. Modifíquelo en Configuración, Saldos iniciales.
batch-save = Guardar todo
batch-row = Fila
batch-record = Registro
batch-act = Qué ocurre
batch-act-new = Nuevo
batch-act-change = Cambio
batch-errors = Errores
error-batch-empty = No hay ninguna fila que leer. Pegue una cabecera con los nombres de las columnas y al menos una fila debajo.
error-batch-too-long = Un lote puede tener { $rows } filas como máximo. Divídalo.
error-batch-unreadable = La fila { $row } no se puede leer. Busque unas comillas sin cerrar.
error-batch-not-utf-8 = El archivo no está en UTF-8. Guárdelo como «CSV UTF-8» y elíjalo de nuevo.
error-batch-key-unknown = No hay ningún registro así con la clave { $key }. Deje vacía la columna Key para los nuevos.
error-batch-column-unknown = Ningún campo se llama «{ $column }». Cambie el nombre de la columna o quítela.
