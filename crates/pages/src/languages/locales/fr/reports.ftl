# États.
reports-title = États
reports-explanation = Les états sont calculés à partir des enregistrements à chaque ouverture.
report-trial-balance = Balance générale
report-trial-balance-explained = Le solde de chaque compte à une date. Le total du débit est égal au total du crédit.
report-as-at = Au
report-as-at-date = Au { $date }
report-period = Du { $from } au { $to }
report-show = Afficher
report-account = Compte
report-code = Numéro
report-debit = Débit
report-credit = Crédit
report-balance = Solde
report-total = Total
report-currency = Devise
report-own-currency = Dans sa propre devise
report-empty = Il n’y a rien à présenter à cette date.
report-balanced = Le total du débit est égal au total du crédit.
report-suspense = En compte d’attente
report-suspense-explained = Ces enregistrements n’ont pas pu être comptabilisés en entier. Chacun est nommé avec la raison.
report-not-posted = { $count-is ->
    [one] { $count } enregistrement n’a pas pu être comptabilisé
    [many] { $count } d’enregistrements n’ont pas pu être comptabilisés
   *[other] { $count } enregistrements n’ont pas pu être comptabilisés
}
report-print = Imprimer
report-csv = Télécharger en CSV
report-json = Télécharger en JSON
report-made = Établi le { $when }
report-general-ledger = Grand livre
report-balance-sheet = Bilan
report-profit-and-loss = Compte de résultat
suspense-reason-not-balanced = Débit et crédit ne sont pas égaux
suspense-reason-account-missing = Le compte est introuvable
suspense-reason-no-account = Aucun compte n’a été choisi
suspense-reason-no-rate = Le taux de change manque
suspense-reason-damaged = L’enregistrement est endommagé
suspense-reason-not-supported = Ce genre de ligne n’est pas encore comptabilisé
suspense-reason-no-date = La date manque
report-suspense-any-date = Cette liste couvre toutes les dates.
suspense-line = Ligne { $line }
suspense-reason = Raison
