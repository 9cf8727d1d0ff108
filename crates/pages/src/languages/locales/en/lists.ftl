# Lists: what follows from the books beside what records say.

list-column-balance-due = Balance due
list-column-quantity = Quantity on hand
list-column-average-cost = Average cost
list-column-value = Value
list-totals = Total of all { $count-is ->
    [one] { $count } entry
   *[other] { $count } entries
}
list-csv = Download as CSV
list-status-any = Any status
list-filter-status = Status
invoice-status-paid = Paid
invoice-status-overpaid = Overpaid
invoice-status-overdue = Overdue
invoice-status-overdue-days = Overdue by { $count-is ->
    [one] { $count } day
   *[other] { $count } days
}
invoice-status-part-paid = Part-paid
invoice-status-unpaid = Unpaid
list-stock-negative = below zero
