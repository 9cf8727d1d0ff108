# Un archivo dañado: lo que está íntegro en él y lo que no.
rescue-title = Rescatar lo que está íntegro
rescue-name = { $name } (rescatada)
rescue-explained = No se ha cambiado nada. Lo que aún está íntegro se puede rescatar en una empresa nueva. Antes de decidir, aquí se ve qué sería.
rescue-part = Parte
rescue-certain = Seguro
rescue-uncertain = Incierto
rescue-lost = Perdido
rescue-part-records = Registros
rescue-part-files = Archivos adjuntos
rescue-part-emails = Correos electrónicos
rescue-part-entries = Historial
rescue-part-others = Otras tablas
rescue-part-tables = Lista de tablas
rescue-told = Balance de sumas y saldos cuando se creó el archivo
rescue-now = Balance de sumas y saldos de lo que se puede rescatar
rescue-totals = { $currency }: debe { $debit }, haber { $credit }
rescue-not-told = El archivo ya no lo dice.
rescue-complete = Todo lo perdido está en la lista.
rescue-incomplete = Puede haberse perdido más de lo que está en la lista: lo que lo diría también está dañado.
rescue-whole = No se ha perdido nada y nada es incierto.
rescue-list = Lo que está perdido, incierto o recuperado
rescue-state = Estado
rescue-state-lost = perdido
rescue-state-uncertain = incierto
rescue-state-recovered = recuperado
rescue-kind = Tipo
rescue-item = Nombre o número
rescue-date = Fecha
rescue-reason = Motivo
rescue-reason-gone = Ya no se puede leer.
rescue-reason-page = Una página del archivo está dañada. Nadie sabe qué había en ella.
rescue-reason-perhaps = Nadie puede decir si había más.
rescue-reason-unproved = Se puede leer, pero nada prueba que esté como estaba.
rescue-reason-unreached = Ya nada conduce a él; puede que se hubiera eliminado antes.
rescue-reason-twice = Se encontró dos veces con contenidos distintos.
rescue-reason-overwritten = Hay otros bytes encima.
rescue-reason-altered = Sus bytes no son los que indica su registro.
rescue-reason-older = Procede del historial; pueden faltar cambios posteriores.
rescue-reason-from-history = Procede del historial, que lo prueba.
rescue-more = { $count-is ->
    [one] { $count } más está en la lista CSV.
    [many] { $count } de elementos más están en la lista CSV.
   *[other] { $count } más están en la lista CSV.
}
rescue-csv = Lista en CSV
rescue-json = Lista en JSON
rescue-accept = He visto lo que está perdido y lo que es incierto
rescue-mark-title = Rescatada de un archivo dañado
rescue-mark = Esta empresa se rescató del archivo dañado { $file }. Registros: { $certain } seguros, { $uncertain } inciertos, { $lost } perdidos.
rescue-show = Ver lo perdido y lo incierto
error-rescue-not-accepted = No se ha rescatado nada. Marca que has visto lo que está perdido y lo que es incierto, y vuelve a pulsar.
error-rescue-not-found = Este archivo dañado ya no está aquí. Elígelo de nuevo.
error-not-damaged = { $file } está íntegro. Impórtalo en su lugar.
command-rescued = Rescatado en la empresa { $name }. Su nombre y su historial lo dicen.
command-rescue-listed = No se ha traído nada: esto es solo la lista.
command-rescue-line = { $state }: { $kind } { $name }. { $reason }
