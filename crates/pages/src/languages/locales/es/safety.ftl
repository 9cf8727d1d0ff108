# Seguridad: lo que sigue tras un reemplazo, varias alertas a la vez, copias en los lugares.

answer-kept = Es la misma empresa que ya se llevaba aquí, así que lo que usted había dicho de ella sigue valiendo: sus copias automáticas continúan. Los correos que vinieron con el archivo siguen retenidos, y hay que configurar de nuevo su cuenta de correo.
answer-asked = Hasta que diga en su Resumen qué es, no envía correos, y sus copias automáticas esperan.
answer-back = Lo que usted había dicho de ella vuelve a valer, y sus copias automáticas continúan.
command-answer-asked = Hasta que se confirme, no envía correos, y sus copias automáticas esperan. Si sus libros se llevan aquí, dígalo con: { $command }
command-business-confirmed = Los libros de “{ $name }” se llevan aquí: envía sus correos y se hacen sus copias automáticas.
command-business-is-copy = “{ $name }” es una copia: no envía correos y no hace nada por sí sola.
command-schedule-waits-unconfirmed = “{ $name }” se trajo de un archivo, y nadie ha dicho aún que sus libros se lleven aquí. La programación se conserva, pero no hace copias de ella hasta que lo diga con: { $command }
command-schedule-waits-copy = “{ $name }” se declaró copia, que no hace nada por sí sola: la programación no hace copias de ella. Si sus libros se llevan aquí, dígalo con: { $command }
command-schedule-word-waits = espera una respuesta
command-backups-copy-whole = { $place }: { $file } está entera ({ $size }).
kept-alarms = { $count-is ->
    [one] { $count } asunto requiere atención:
    [many] { $count } de asuntos requieren atención:
   *[other] { $count } asuntos requieren atención:
}
kept-alarm-came-back-bad = El ensayo de restauración del { $when } encontró mal la copia más reciente. { $reason } Haga otra ahora.
kept-proved-before = Demostrada por última vez el
error-holds-nothing = { $folder }: allí no se puede guardar nada, porque no hay ningún disco detrás. Elija una carpeta de un disco.
error-keeping-place-short = { $place }: no hay espacio suficiente para esta copia: hacen falta { $needed-size } y hay { $free-size } libres. Libere espacio allí o elija otro lugar.
verify-damage-only = El archivo tiene un solo bloque, y está dañado.
verify-rows = Filas
verify-rows-explained = { $count-is ->
    [one] Un archivo adjunto son dos filas: el archivo y el registro que habla de él. El { $count } adjunto se cuenta así aquí, y una sola vez más abajo.
    [many] Un archivo adjunto son dos filas: el archivo y el registro que habla de él. Los { $count } de adjuntos se cuentan así aquí, y una sola vez más abajo.
   *[other] Un archivo adjunto son dos filas: el archivo y el registro que habla de él. Los { $count } adjuntos se cuentan así aquí, y una sola vez más abajo.
}
rescue-perhaps-more = (cantidad desconocida)
rescue-on-page = en la página { $number } del archivo
rescue-from-on = desde el número { $number }
error-nothing-whole = { $file }: el archivo está tan dañado o cortado que no se puede leer nada de una empresa. Use otra copia, o una copia de seguridad más antigua.
mend-button = Reparar la lista de copias
mend-title = Se reparó la lista de copias
mend-nothing = La lista estaba bien. Está como estaba.
mend-whole = Todo lo que contenía se pudo leer y está en la lista nueva.
mend-lost = Una parte ya no se pudo leer. Vea abajo lo que se recuperó y vuelva a crear lo que falta. No se ha perdido ninguna copia: las de los lugares se encuentran de nuevo.
mend-kept-as = La lista dañada se ha guardado: { $file }
mend-all-of = { $part }: { $number } recuperados, que son todos.
mend-some-of = { $part }: { $number } recuperados; otros pueden haberse perdido.
mend-part-places = Lugares
mend-part-schedules = Programaciones
mend-part-rules = Reglas de conservación
mend-part-backups = Copias en la lista
mend-part-runs = Trabajos hechos
error-keeping-nothing-to-mend = Aquí no hay ninguna lista de copias que reparar.
looking-checking-rows = { $count-is ->
    [one] Comprobando el archivo… { $count } fila leída
    [many] Comprobando el archivo… { $count } de filas leídas
   *[other] Comprobando el archivo… { $count } filas leídas
}
