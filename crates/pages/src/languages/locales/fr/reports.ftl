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
report-balance-sheet = Bilan
suspense-line = Ligne { $line }
suspense-reason = Raison
suspense-reason-account-missing = Aucun compte n’a été choisi
suspense-reason-account-unknown = Le compte est introuvable ({ $account })
suspense-reason-amount-too-large = Un montant est trop grand pour être calculé exactement
suspense-reason-bank-account-missing = Aucun compte bancaire ni caisse n’a été choisi
suspense-reason-bank-account-unknown = Le compte bancaire ou la caisse est introuvable ({ $record })
suspense-reason-date-missing = La date manque
suspense-reason-discount-or-fixed-total-unreadable = La remise ou le total fixe est illisible
suspense-reason-document-unbalanced = Débit et crédit ne sont pas égaux
suspense-reason-field-damaged = Un champ est endommagé et compte comme vide
suspense-reason-item-account-unknown = L’article { $record } n’indique pas le compte à utiliser ; choisissez-en un sur sa fiche
suspense-reason-item-unknown = L’article est introuvable ({ $record })
suspense-reason-kind-not-posted-yet = Les enregistrements de cette nature ne sont pas comptabilisés dans cette version
suspense-reason-own-amount-unknown = Le montant dans sa propre devise n’est pas enregistré ({ $record })
suspense-reason-party-missing = Aucun client ni fournisseur n’a été choisi
suspense-reason-party-unknown = Le client ou le fournisseur est introuvable ({ $record })
suspense-reason-rate-unknown = Le taux de change manque ({ $currency })
suspense-reason-record-damaged = L’enregistrement est endommagé
suspense-reason-rounding-unreadable = L’arrondi du total est illisible
suspense-reason-subledger-missing = Ce compte collectif doit savoir à qui ou à quoi revient le montant, par exemple un client ou une immobilisation ({ $account })
suspense-reason-subledger-unknown = Ce que désigne le compte collectif est introuvable ({ $record })
suspense-reason-tax-code-unknown = Le code de TVA est introuvable ({ $record })
suspense-reason-tax-rate-unknown = Le taux du code de TVA est illisible ({ $record })
suspense-reason-withholding-tax-unreadable = La retenue à la source est illisible
