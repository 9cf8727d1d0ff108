# L’écran Entreprises, la création, la corbeille, le résumé, les paramètres.
businesses-title = Entreprises
businesses-add = Ajouter une entreprise
businesses-create = Créer une entreprise
businesses-import = Importer une entreprise
businesses-empty = Il n’y a pas encore d’entreprise ici. Créez-en une, ou importez une sauvegarde.
businesses-count = { $count-is ->
    [one] { $count } entreprise
    [many] { $count } d’entreprises
   *[other] { $count } entreprises
}
businesses-column-name = Entreprise
businesses-column-size = Taille
businesses-column-changed = Dernière modification
businesses-column-backup = Dernière sauvegarde
businesses-column-records = Enregistrements
businesses-backup-never = Pas encore de sauvegarde
businesses-unreadable = Cette entreprise ne peut pas être ouverte pour le moment
businesses-remove = Retirer
businesses-remove-question = Mettre « { $name } » à la corbeille ? Rien n’est perdu : l’entreprise peut être restaurée à tout moment.
businesses-removed = « { $name } » est maintenant dans la corbeille, d’où elle peut être restaurée.
businesses-data-folder = Vos entreprises sont conservées dans { $folder }
businesses-open = Ouvrir { $name }
business-name = Nom de l’entreprise
trash-title = Corbeille
trash-link = Corbeille
trash-explanation = Les entreprises retirées restent ici jusqu’à leur restauration.
trash-empty = La corbeille est vide.
trash-count = { $count-is ->
    [one] { $count } entreprise dans la corbeille
    [many] { $count } d’entreprises dans la corbeille
   *[other] { $count } entreprises dans la corbeille
}
trash-column-removed = Retirée le
trash-column-removed-by = Retirée par
trash-restore = Restaurer
trash-restored = « { $name } » a été restaurée.
create-title = Créer une entreprise
create-name = Nom de l’entreprise
create-name-hint = Tel qu’il doit figurer sur les factures. Il peut être modifié plus tard.
create-country = Pays
create-currency = Devise
create-currency-hint = La devise dans laquelle les livres sont tenus.
create-time-zone = Fuseau horaire
create-time-zone-hint = Il détermine la date du jour et les heures de l’historique.
create-chart-explained = L’entreprise débute avec un plan comptable simple. Vous pourrez renommer, ajouter et retirer des comptes.
create-submit = Créer l’entreprise
create-done = « { $name } » a été créée.
summary-title = Résumé
summary-as-at = Au { $date }
summary-assets = Actif
summary-liabilities = Passif (dettes)
summary-equity = Capitaux propres
summary-income = Produits
summary-expenses = Charges
summary-net-assets = Actif net
summary-net-profit = Résultat net
summary-total-assets = Total de l’actif
summary-total-liabilities = Total des dettes
summary-total-equity = Total des capitaux propres
summary-total-income = Total des produits
summary-total-expenses = Total des charges
summary-balance-sheet = Bilan
summary-profit-and-loss = Compte de résultat
summary-empty = Il n’y a pas encore d’écritures. Commencez par une écriture comptable, ou ajoutez un compte bancaire.
summary-suspense = Certains montants sont en compte d’attente, parce que leur compte est introuvable ou qu’une écriture n’est pas équilibrée. Ils sont listés et rien n’est perdu.
summary-suspense-link = Voir le compte d’attente
summary-first-backup = Cette entreprise n’a pas encore de sauvegarde. Faites-en une et gardez-la ailleurs que sur cet ordinateur.
summary-what-is-here = Contenu de cette entreprise
summary-recent-changes = Modifications récentes
settings-title = Paramètres
settings-business-details = Coordonnées de l’entreprise
settings-chart-of-accounts = Plan comptable
settings-saved = Les paramètres sont enregistrés.
settings-rename = Renommer l’entreprise
settings-country = Pays
settings-time-zone = Fuseau horaire
settings-base-currency = Devise de base
settings-decimal-places = Décimales
settings-lock-date = Date de verrouillage
settings-none = Non défini
chart-title = Plan comptable
chart-new-balance-sheet-account = Nouveau compte de bilan
chart-new-profit-and-loss-account = Nouveau compte de résultat
chart-new-group = Nouvelle rubrique
chart-group = Rubrique
chart-balance-sheet = Bilan
chart-profit-and-loss = Compte de résultat
chart-built-in = Intégré
chart-built-in-explained = Le programme a besoin de ce compte. Il peut être renommé et changé de rubrique, mais pas supprimé.
chart-in-use = Ce compte est utilisé et ne peut pas être supprimé. Il peut être rendu inactif.
chart-empty = Il n’y a pas encore de comptes.
create-currency-usual = Laissez la devise proposée, ou saisissez trois lettres comme BDT ou EUR.
summary-unclassified = Sans rubrique
create-time-zone-usual = Laissez vide pour le fuseau horaire usuel du pays.
