# Pages des rapports.
# Titles and sentences of reports.
report-balance-sheet-explained = Ce que l’entreprise possède, ce qu’elle doit et ce qui revient à ses propriétaires à une date donnée.
report-profit-and-loss-statement = Compte de résultat
report-profit-and-loss-statement-explained = Ce qui a été gagné et dépensé sur une période, et ce qui reste.
report-twelve-months = Douze mois
report-twelve-months-explained = Produits, charges, résultat et trésorerie mois par mois.
report-general-ledger-summary = Résumé du grand livre
report-general-ledger-summary-explained = Solde d’ouverture, mouvements et solde de clôture de chaque compte.
report-general-ledger-transactions = Écritures du grand livre
report-general-ledger-transactions-explained = Chaque écriture d’un compte, avec le solde qui en résulte.
report-aged-receivables = Balance âgée des clients
report-aged-receivables-explained = Ce que les clients doivent, selon l’ancienneté du retard.
report-aged-payables = Balance âgée des fournisseurs
report-aged-payables-explained = Ce qui est dû aux fournisseurs, selon l’ancienneté du retard.
report-customer-statement-unpaid = Relevé client (factures impayées)
report-customer-statement-unpaid-explained = Les factures ouvertes d’un client et le solde.
report-customer-statement-transactions = Relevé client (opérations)
report-customer-statement-transactions-explained = Toutes les opérations avec un client sur une période.
report-supplier-statement-unpaid = Relevé fournisseur (factures impayées)
report-supplier-statement-unpaid-explained = Les factures ouvertes d’un fournisseur et le solde.
report-supplier-statement-transactions = Relevé fournisseur (opérations)
report-supplier-statement-transactions-explained = Toutes les opérations avec un fournisseur sur une période.
report-tax-summary = Récapitulatif des taxes
report-tax-summary-explained = Taxe sur les ventes et les achats, par code de taxe.
report-tax-transactions = Opérations taxables
report-tax-transactions-explained = Les pièces à l’origine du récapitulatif des taxes.
report-cash-summary = Récapitulatif de trésorerie
report-cash-summary-explained = D’où l’argent est venu et où il est allé.
report-bank-account-summary = Récapitulatif des comptes bancaires
report-bank-account-summary-explained = Solde d’ouverture, entrées, sorties et solde de clôture de chaque compte bancaire ou de caisse.
report-inventory-value = Valeur des stocks
report-inventory-value-explained = Quantité, coût moyen et valeur de chaque article en stock.
# Groups of the Reports page.
reports-group-statements = États financiers
reports-group-ledger = Grand livre
reports-group-customers = Clients
reports-group-suppliers = Fournisseurs
reports-group-taxes = Taxes
reports-group-cash = Trésorerie
reports-group-inventory = Stocks
# Saved reports and the fiscal year.
reports-save = Enregistrer ce rapport
reports-saved = Rapports enregistrés
reports-saved-one = Rapport enregistré
reports-saved-unknown = Cette version ne connaît pas ce rapport.
reports-save-explained = « { $report } » avec les options choisies, sous un nom de votre choix. Une période comme « Mois dernier » reste le mois dernier, à chaque ouverture.
reports-delete-question = Supprimer le rapport enregistré « { $name } » ? Les chiffres ne changent pas.
reports-fiscal-year = L’exercice commence en { $month }.
reports-fiscal-year-change = Modifier
reports-fiscal-year-title = Exercice
reports-first-month = Premier mois
reports-first-month-hint = « Cet exercice » dans les rapports et le résultat de l’exercice au bilan en dépendent.
kind-TijoriSavedReport-one = Rapport enregistré
kind-TijoriSavedReport-many = Rapports enregistrés
kind-TijoriFiscalYear-one = Exercice
kind-TijoriFiscalYear-many = Exercice
field-Report = Rapport
field-ReportOptions = Options choisies
field-FirstMonth = Premier mois
# What can be asked of a report.
report-choose-period = Période
report-from = Du
report-to = Au
report-preset-days = Dates choisies
report-preset-this-month = Ce mois-ci
report-preset-last-month = Mois dernier
report-preset-this-quarter = Ce trimestre
report-preset-last-quarter = Trimestre dernier
report-preset-this-year = Cet exercice
report-preset-last-year = Exercice précédent
report-preset-everything = Tout ce qui est enregistré
report-preset-today = Aujourd’hui
report-preset-end-of-last-month = Fin du mois dernier
report-preset-end-of-last-quarter = Fin du trimestre dernier
report-preset-end-of-last-year = Fin de l’exercice précédent
report-preset-end-of-this-year = Fin de cet exercice
report-everything = Tout ce qui est enregistré
report-period-until = Jusqu’au { $to }
report-period-since = Depuis le { $from }
report-total-of = Total pour { $name }
report-basis = Base
report-basis-accrual = Comptabilité d’engagement
report-basis-cash = Comptabilité de caisse
report-compare = Comparer avec
report-compare-none = Rien
report-compare-previous-month = Mois précédent
report-compare-previous-period = Période précédente
report-compare-previous-quarter = Trimestre précédent
report-compare-previous-year = Année précédente
report-columns = Combien
report-division = Section analytique
report-of-division = Section analytique { $name }
report-show-zero = Afficher les lignes sans solde
report-all = Tout
report-more-options = Plus d’options
report-about-account = Compte
report-about-customer = Client
report-about-supplier = Fournisseur
report-about-tax-code = Code de taxe
report-about-bank-account = Compte bancaire ou caisse
report-about-item = Article
report-pdf = Télécharger en PDF
report-download = Télécharger
report-email = Envoyer par e-mail
# Columns and rows.
report-word-own-currency = Devise propre
report-word-quantity = Quantité
report-word-average-cost = Coût moyen
report-word-credit = Crédit
report-word-debit = Débit
report-word-value = Valeur
report-word-balance = Solde
report-word-closing-balance = Solde de clôture
report-word-opening-balance = Solde d’ouverture
report-word-inter-account-transfers = Virements internes
report-word-net-profit = Résultat net
report-word-nothing-named = Non précisé
report-word-total = Total
report-word-total-liabilities-and-equity = Total du passif et des capitaux propres
report-word-kind = Opération
report-word-reference = Référence
report-word-contact = Tiers
report-word-description = Libellé
report-word-net-sales = Ventes nettes
report-word-tax-on-sales = Taxe sur les ventes
report-word-net-purchases = Achats nets
report-word-tax-on-purchases = Taxe sur les achats
report-word-tax-payable = Taxe à payer
report-word-money-in = Entrées
report-word-money-out = Sorties
report-word-net = Net
report-word-tax = Taxe
report-word-sales = Ventes
report-word-purchases = Achats
report-word-income = Produits
report-word-expenses = Charges
report-word-cash-balance = Trésorerie
report-word-receipts = Encaissements
report-word-amount = Montant
report-word-balance-due = Solde dû
report-word-current = Non échu
report-word-days-1-30 = 1–30 jours
report-word-days-31-60 = 31–60 jours
report-word-days-61-90 = 61–90 jours
report-word-days-over-90 = Plus de 90 jours
report-word-due-date = Échéance
report-word-exchange-differences = Écarts de change
report-word-invoice-total = Total de la facture
report-word-settled = Réglé
report-word-unallocated = Non affecté
report-word-payments = Décaissements
# What a reader must know beside the figures.
report-remark-suspense = { $count-is ->
    [one] Compte d’attente : { $count } élément n’a pas pu être comptabilisé en entier. La balance générale le nomme.
    [many] Compte d’attente : { $count } éléments n’ont pas pu être comptabilisés en entier. La balance générale les nomme.
   *[other] Compte d’attente : { $count } éléments n’ont pas pu être comptabilisés en entier. La balance générale les nomme.
}
report-remark-rates-unknown = Il manque un taux de change pour { $currencies }. Les montants dans cette devise comptent pour zéro tant qu’il n’est pas saisi.
report-remark-not-posted = { $count-is ->
    [one] { $count } enregistrement n’a pas pu être comptabilisé et ne figure pas dans les chiffres.
    [many] { $count } enregistrements n’ont pas pu être comptabilisés et ne figurent pas dans les chiffres.
   *[other] { $count } enregistrements n’ont pas pu être comptabilisés et ne figurent pas dans les chiffres.
}
report-remark-cash-basis = Comptabilité de caisse : les factures comptent quand et dans la mesure où elles sont payées.
report-remark-rows-left-out = { $count-is ->
    [one] { $count } ligne de plus n’est pas affichée. Choisissez une période plus courte. Les totaux en tiennent compte.
    [many] { $count } lignes de plus ne sont pas affichées. Choisissez une période plus courte. Les totaux en tiennent compte.
   *[other] { $count } lignes de plus ne sont pas affichées. Choisissez une période plus courte. Les totaux en tiennent compte.
}
report-remark-unclassified-accounts = { $count-is ->
    [one] { $count } compte n’a pas de place dans le plan comptable et figure sans rubrique.
    [many] { $count } comptes n’ont pas de place dans le plan comptable et figurent sans rubrique.
   *[other] { $count } comptes n’ont pas de place dans le plan comptable et figurent sans rubrique.
}
report-remark-negative-stock = { $item } : le stock est négatif. Cherchez un achat manquant ou une quantité erronée.
# Errors of what is asked.
error-report-unknown = Il n’y a pas de rapport nommé « { $name } ». La page des rapports les énumère tous.
error-report-key = « { $text } » ne désigne aucun enregistrement. Choisissez-en un dans la liste.
error-report-period-reversed = La période se termine avant de commencer. Choisissez un dernier jour plus tardif.
error-report-comparison = « { $text } » n’est pas une comparaison possible. Choisissez dans la liste.
error-report-columns = « { $text } » n’est pas un nombre de 1 à 11.
error-report-options = L’adresse demande quelque chose que le rapport ne connaît pas. Ouvrez le rapport et choisissez de nouveau.
error-report-output-needed = Un PDF ne peut pas s’afficher dans un terminal. Nommez un fichier avec --output, ou redirigez la sortie vers un fichier.
error-report-name-needed = Saisissez un nom pour le rapport.
error-report-name-too-long = Le nom dépasse { $max } caractères. Saisissez-en un plus court.
error-report-name-characters = Le nom contient des caractères non affichables. Retirez les retours à la ligne et les caractères de contrôle.
# The chart of the Summary.
summary-balance-sheet-today = Bilan à ce jour
summary-profit-and-loss-year = Résultat de l’exercice
summary-twelve-months = Les douze derniers mois
summary-chart-explained = Produits et charges de chaque mois en barres, résultat net en ligne.
summary-chart-empty = Rien n’a été gagné ni dépensé au cours des douze derniers mois.
summary-chart-figures = Chiffres en tableau
summary-report-whole = Le rapport complet
