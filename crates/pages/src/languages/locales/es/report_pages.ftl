# Páginas de informes.
# Titles and sentences of reports.
report-balance-sheet-explained = Lo que la empresa posee, lo que debe y lo que corresponde a sus dueños en una fecha.
report-profit-and-loss-statement = Cuenta de pérdidas y ganancias
report-profit-and-loss-statement-explained = Lo que se ganó y se gastó en un período, y lo que queda.
report-twelve-months = Doce meses
report-twelve-months-explained = Ingresos, gastos, resultado y efectivo mes a mes.
report-general-ledger-summary = Resumen del libro mayor
report-general-ledger-summary-explained = Saldo inicial, movimientos y saldo final de cada cuenta.
report-general-ledger-transactions = Movimientos del libro mayor
report-general-ledger-transactions-explained = Cada asiento de una cuenta, con el saldo resultante.
report-aged-receivables = Antigüedad de saldos de clientes
report-aged-receivables-explained = Lo que deben los clientes, según el tiempo vencido.
report-aged-payables = Antigüedad de saldos de proveedores
report-aged-payables-explained = Lo que se debe a los proveedores, según el tiempo vencido.
report-customer-statement-unpaid = Estado de cuenta de cliente (facturas impagas)
report-customer-statement-unpaid-explained = Las facturas abiertas de un cliente y el saldo.
report-customer-statement-transactions = Estado de cuenta de cliente (movimientos)
report-customer-statement-transactions-explained = Todo lo ocurrido con un cliente en un período.
report-supplier-statement-unpaid = Estado de cuenta de proveedor (facturas impagas)
report-supplier-statement-unpaid-explained = Las facturas abiertas de un proveedor y el saldo.
report-supplier-statement-transactions = Estado de cuenta de proveedor (movimientos)
report-supplier-statement-transactions-explained = Todo lo ocurrido con un proveedor en un período.
report-tax-summary = Resumen de impuestos
report-tax-summary-explained = Impuesto sobre ventas y compras, por código de impuesto.
report-tax-transactions = Movimientos de impuestos
report-tax-transactions-explained = Los documentos detrás del resumen de impuestos.
report-cash-summary = Resumen de efectivo
report-cash-summary-explained = De dónde vino el dinero y adónde fue.
report-bank-account-summary = Resumen de cuentas bancarias
report-bank-account-summary-explained = Saldo inicial, entradas, salidas y saldo final de cada cuenta bancaria o de caja.
report-inventory-value = Valor de las existencias
report-inventory-value-explained = Cantidad, costo medio y valor de cada artículo en existencia.
# Groups of the Reports page.
reports-group-statements = Estados financieros
reports-group-ledger = Libro mayor
reports-group-customers = Clientes
reports-group-suppliers = Proveedores
reports-group-taxes = Impuestos
reports-group-cash = Efectivo
reports-group-inventory = Existencias
# Saved reports and the fiscal year.
reports-save = Guardar este informe
reports-saved = Informes guardados
reports-saved-one = Informe guardado
reports-saved-unknown = Esta versión no conoce el informe.
reports-save-explained = «{ $report }» con las opciones elegidas, con un nombre propio. Un período como «Mes pasado» sigue siendo el mes pasado cada vez que se abre.
reports-delete-question = ¿Eliminar el informe guardado «{ $name }»? Las cifras no cambian.
reports-fiscal-year = El ejercicio comienza en { $month }.
reports-fiscal-year-change = Cambiar
reports-fiscal-year-title = Ejercicio
reports-first-month = Primer mes
reports-first-month-hint = «Este ejercicio» en los informes y el resultado del ejercicio en el balance dependen de él.
kind-TijoriSavedReport-one = Informe guardado
kind-TijoriSavedReport-many = Informes guardados
kind-TijoriFiscalYear-one = Ejercicio
kind-TijoriFiscalYear-many = Ejercicio
field-Report = Informe
field-ReportOptions = Opciones
field-FirstMonth = Primer mes
# What can be asked of a report.
report-choose-period = Período
report-from = Desde
report-to = Hasta
report-preset-days = Fechas elegidas
report-preset-this-month = Este mes
report-preset-last-month = Mes pasado
report-preset-this-quarter = Este trimestre
report-preset-last-quarter = Trimestre pasado
report-preset-this-year = Este ejercicio
report-preset-last-year = Ejercicio anterior
report-preset-everything = Todo lo registrado
report-preset-today = Hoy
report-preset-end-of-last-month = Fin del mes pasado
report-preset-end-of-last-quarter = Fin del trimestre pasado
report-preset-end-of-last-year = Fin del ejercicio anterior
report-preset-end-of-this-year = Fin de este ejercicio
report-everything = Todo lo registrado
report-period-until = Hasta el { $to }
report-period-since = Desde el { $from }
report-total-of = Total de { $name }
report-basis = Base
report-basis-accrual = Base de devengado
report-basis-cash = Base de efectivo
report-compare = Comparar con
report-compare-none = Nada
report-compare-previous-month = Mes anterior
report-compare-previous-period = Período anterior
report-compare-previous-quarter = Trimestre anterior
report-compare-previous-year = Año anterior
report-columns = Cuántos
report-division = Centro de coste
report-of-division = Centro de coste { $name }
report-show-zero = Mostrar filas sin saldo
report-all = Todo
report-more-options = Más opciones
report-about-account = Cuenta
report-about-customer = Cliente
report-about-supplier = Proveedor
report-about-tax-code = Código de impuesto
report-about-bank-account = Cuenta bancaria o de caja
report-about-item = Artículo
report-pdf = Descargar como PDF
report-download = Descargar
report-email = Enviar por correo
# Columns and rows.
report-word-own-currency = Moneda propia
report-word-quantity = Cantidad
report-word-average-cost = Costo medio
report-word-credit = Haber
report-word-debit = Debe
report-word-value = Valor
report-word-balance = Saldo
report-word-closing-balance = Saldo final
report-word-opening-balance = Saldo inicial
report-word-inter-account-transfers = Traspasos entre cuentas
report-word-net-profit = Resultado neto
report-word-nothing-named = Sin especificar
report-word-total = Total
report-word-total-liabilities-and-equity = Total pasivo y patrimonio neto
report-word-kind = Operación
report-word-reference = Referencia
report-word-contact = Contacto
report-word-description = Descripción
report-word-net-sales = Ventas netas
report-word-tax-on-sales = Impuesto sobre ventas
report-word-net-purchases = Compras netas
report-word-tax-on-purchases = Impuesto sobre compras
report-word-tax-payable = Impuesto a pagar
report-word-money-in = Entradas
report-word-money-out = Salidas
report-word-net = Neto
report-word-tax = Impuesto
report-word-sales = Ventas
report-word-purchases = Compras
report-word-income = Ingresos
report-word-expenses = Gastos
report-word-cash-balance = Saldo de efectivo
report-word-receipts = Cobros
report-word-amount = Importe
report-word-balance-due = Saldo pendiente
report-word-current = Sin vencer
report-word-days-1-30 = 1–30 días
report-word-days-31-60 = 31–60 días
report-word-days-61-90 = 61–90 días
report-word-days-over-90 = Más de 90 días
report-word-due-date = Vencimiento
report-word-exchange-differences = Diferencias de cambio
report-word-invoice-total = Total de la factura
report-word-settled = Liquidado
report-word-unallocated = Sin asignar
report-word-payments = Pagos
# What a reader must know beside the figures.
report-remark-suspense = { $count-is ->
    [one] Cuenta transitoria: { $count } elemento no pudo contabilizarse por completo. El balance de sumas y saldos lo nombra.
    [many] Cuenta transitoria: { $count } elementos no pudieron contabilizarse por completo. El balance de sumas y saldos los nombra.
   *[other] Cuenta transitoria: { $count } elementos no pudieron contabilizarse por completo. El balance de sumas y saldos los nombra.
}
report-remark-rates-unknown = Falta un tipo de cambio para { $currencies }. Los importes en esa moneda cuentan como cero hasta que se introduzca.
report-remark-not-posted = { $count-is ->
    [one] { $count } registro no pudo contabilizarse y no figura en las cifras.
    [many] { $count } registros no pudieron contabilizarse y no figuran en las cifras.
   *[other] { $count } registros no pudieron contabilizarse y no figuran en las cifras.
}
report-remark-cash-basis = Base de efectivo: las facturas cuentan cuando y en la medida en que se pagan.
report-remark-rows-left-out = { $count-is ->
    [one] No se muestra { $count } fila más. Elija un período más corto. Los totales la incluyen.
    [many] No se muestran { $count } filas más. Elija un período más corto. Los totales las incluyen.
   *[other] No se muestran { $count } filas más. Elija un período más corto. Los totales las incluyen.
}
report-remark-unclassified-accounts = { $count-is ->
    [one] { $count } cuenta no tiene lugar en el plan de cuentas y figura sin grupo.
    [many] { $count } cuentas no tienen lugar en el plan de cuentas y figuran sin grupo.
   *[other] { $count } cuentas no tienen lugar en el plan de cuentas y figuran sin grupo.
}
report-remark-negative-stock = { $item }: la existencia es negativa. Busque una compra que falta o una cantidad errónea.
# Errors of what is asked.
error-report-unknown = No hay ningún informe llamado «{ $name }». La página de informes los enumera todos.
error-report-key = «{ $text }» no designa ningún registro. Elija uno de la lista.
error-report-period-reversed = El período termina antes de empezar. Elija un último día posterior.
error-report-comparison = «{ $text }» no sirve para comparar. Elija de la lista.
error-report-columns = «{ $text }» no es un número del 1 al 11.
error-report-options = La dirección pide algo que el informe no conoce. Abra el informe y elija de nuevo.
error-report-output-needed = Un PDF no puede mostrarse en una terminal. Nombre un archivo con --output o redirija la salida a uno.
error-report-name-needed = Introduzca un nombre para el informe.
error-report-name-too-long = El nombre tiene más de { $max } caracteres. Introduzca uno más corto.
error-report-name-characters = El nombre contiene caracteres que no se pueden mostrar. Quite los saltos de línea y los caracteres de control.
# The chart of the Summary.
summary-balance-sheet-today = Balance de situación a hoy
summary-profit-and-loss-year = Resultados del ejercicio
summary-twelve-months = Los últimos doce meses
summary-chart-explained = Ingresos y gastos de cada mes en barras, resultado neto en línea.
summary-chart-empty = No se ganó ni se gastó nada en los últimos doce meses.
summary-chart-figures = Las cifras en una tabla
summary-report-whole = El informe completo
