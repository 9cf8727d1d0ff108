# Listes : ce qui découle des livres, à côté de ce que disent les enregistrements.

list-column-balance-due = Reste à payer
list-column-quantity = Quantité en stock
list-column-average-cost = Coût moyen
list-column-value = Valeur
list-totals = Total de { $count-is ->
    [one] { $count } écriture
    [many] { $count } écritures
   *[other] { $count } écritures
}
list-csv = Télécharger en CSV
list-status-any = Tous les statuts
list-filter-status = Statut
invoice-status-paid = Payée
invoice-status-overpaid = Trop-payée
invoice-status-overdue = En retard
invoice-status-overdue-days = En retard de { $count-is ->
    [one] { $count } jour
    [many] { $count } jours
   *[other] { $count } jours
}
invoice-status-part-paid = Payée en partie
invoice-status-unpaid = Impayée
list-stock-negative = au-dessous de zéro
