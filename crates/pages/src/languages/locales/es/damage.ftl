# Lo que está dañado en un archivo sellado, bloque por bloque y registro por registro.
damage-block = El bloque { $number } está dañado: bytes { $from } a { $to } del archivo.
damage-rows = { $rows-is ->
    [one] { $rows } fila de la tabla { $table } está en bloques dañados.
    [many] { $rows } de filas de la tabla { $table } están en bloques dañados.
   *[other] { $rows } filas de la tabla { $table } están en bloques dañados.
}
damage-record = Registro dañado: { $record }
damage-attachment = Adjunto dañado: { $record }
damage-more = Puede haber más en los bloques dañados: lo que lo diría también está dañado.
