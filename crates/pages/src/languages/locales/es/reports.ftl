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
report-balance-sheet = Balance de situación
suspense-line = Línea { $line }
suspense-reason = Motivo
suspense-reason-account-missing = No se eligió ninguna cuenta
suspense-reason-account-unknown = No se encuentra la cuenta ({ $account })
suspense-reason-amount-too-large = Un importe es demasiado grande para calcularlo con exactitud
suspense-reason-bank-account-missing = No se eligió ninguna cuenta bancaria ni caja
suspense-reason-bank-account-unknown = No se encuentra la cuenta bancaria o la caja ({ $record })
suspense-reason-date-missing = Falta la fecha
suspense-reason-discount-or-fixed-total-unreadable = El descuento o el total fijo no se puede leer
suspense-reason-document-unbalanced = El debe y el haber no son iguales
suspense-reason-field-damaged = Un campo está dañado y cuenta como vacío
suspense-reason-item-account-unknown = El artículo { $record } no indica en qué cuenta se registra; elija una en su ficha
suspense-reason-item-unknown = No se encuentra el artículo ({ $record })
suspense-reason-kind-not-posted-yet = Los registros de esta clase no se contabilizan en esta versión
suspense-reason-own-amount-unknown = No consta el importe en su propia moneda ({ $record })
suspense-reason-party-missing = No se eligió ningún cliente ni proveedor
suspense-reason-party-unknown = No se encuentra el cliente o proveedor ({ $record })
suspense-reason-rate-unknown = Falta el tipo de cambio ({ $currency })
suspense-reason-record-damaged = El registro está dañado
suspense-reason-rounding-unreadable = El redondeo del total no se puede leer
suspense-reason-subledger-missing = Esta cuenta de control necesita saber de quién o de qué es el importe, por ejemplo un cliente o un inmovilizado ({ $account })
suspense-reason-subledger-unknown = No se encuentra lo que nombra la cuenta de control ({ $record })
suspense-reason-tax-code-unknown = No se encuentra el código de impuesto ({ $record })
suspense-reason-tax-rate-unknown = El tipo del código de impuesto no se puede leer ({ $record })
suspense-reason-withholding-tax-unreadable = La retención no se puede leer
