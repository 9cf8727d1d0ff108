# Listas: lo que se deduce de los libros, junto a lo que dicen los registros.

list-column-balance-due = Saldo pendiente
list-column-quantity = Cantidad disponible
list-column-average-cost = Coste medio
list-column-value = Valor
list-totals = Total de { $count-is ->
    [one] { $count } registro
    [many] { $count } registros
   *[other] { $count } registros
}
list-csv = Descargar como CSV
list-status-any = Cualquier estado
list-filter-status = Estado
invoice-status-paid = Pagada
invoice-status-overpaid = Pagada en exceso
invoice-status-overdue = Vencida
invoice-status-overdue-days = Vencida hace { $count-is ->
    [one] { $count } día
    [many] { $count } días
   *[other] { $count } días
}
invoice-status-part-paid = Pagada en parte
invoice-status-unpaid = Sin pagar
list-stock-negative = por debajo de cero
