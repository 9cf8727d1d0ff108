# Informes.
reports-title = Informes
reports-explanation = Los informes se calculan a partir de los registros cada vez que se abren.
report-trial-balance = Balance de sumas y saldos
report-trial-balance-explained = El saldo de cada cuenta en una fecha. El total del debe es igual al total del haber.
report-as-at = A fecha de
report-as-at-date = A { $date }
report-period = Del { $from } al { $to }
report-show = Mostrar
report-account = Cuenta
report-code = Código
report-debit = Debe
report-credit = Haber
report-balance = Saldo
report-total = Total
report-currency = Moneda
report-own-currency = En su propia moneda
report-empty = No hay nada que informar en esta fecha.
report-balanced = El total del debe es igual al total del haber.
report-suspense = En la cuenta transitoria
report-suspense-explained = Estos registros no se han podido contabilizar por completo. Cada uno figura con su motivo.
report-not-posted = { $count-is ->
    [one] { $count } registro no se ha podido contabilizar
    [many] { $count } de registros no se han podido contabilizar
   *[other] { $count } registros no se han podido contabilizar
}
report-print = Imprimir
report-csv = Descargar en CSV
report-json = Descargar en JSON
report-made = Hecho el { $when }
report-general-ledger = Libro mayor
report-balance-sheet = Balance de situación
report-profit-and-loss = Cuenta de pérdidas y ganancias
suspense-reason-not-balanced = El debe y el haber no son iguales
suspense-reason-account-missing = No se encuentra la cuenta
suspense-reason-no-account = No se eligió ninguna cuenta
suspense-reason-no-rate = Falta el tipo de cambio
suspense-reason-damaged = El registro está dañado
suspense-reason-not-supported = Esta clase de línea aún no se contabiliza
suspense-reason-no-date = Falta la fecha
report-suspense-any-date = Esta lista abarca todas las fechas.
suspense-line = Línea { $line }
suspense-reason = Motivo
