# Comparer avant d’importer, remplacer, annuler, et les copies.
compare-title = Comparé à { $name }
compare-with = Comparer avec
compare-submit = Comparer
compare-none = Aucune entreprise
compare-by-history = { $name } (même historique)
compare-by-records = { $name } (mêmes fiches)
compare-by-name = { $name } (même nom seulement)
compare-working = Comparaison du fichier avec l’entreprise…
compare-same = Les fiches et les soldes sont les mêmes des deux côtés.
compare-figures = Chiffres qui diffèrent
compare-figure = Chiffre
compare-in-business = Dans l’entreprise
compare-in-file = Dans le fichier
compare-difference = Différence
compare-cash = Trésorerie
compare-receivables = Créances clients
compare-payables = Dettes fournisseurs
compare-net-profit = Résultat net
compare-figures-same = Trésorerie, créances, dettes et résultat net sont les mêmes des deux côtés.
compare-currencies = La monnaie de base du fichier est { $file }, celle de l’entreprise { $business } : les montants ne sont pas comparables.
compare-records = Fiches qui diffèrent
compare-only-in-business = Manqueraient
compare-changed = Différentes
compare-only-in-file = Seulement dans le fichier
compare-newest-only-in-business = Manqueraient après le remplacement, les plus récentes d’abord
compare-newest-changed = Différentes, les plus récentes d’abord
compare-newest-only-in-file = Seulement dans le fichier, les plus récentes d’abord
compare-record = Fiche
compare-date = Date
history-relation-unknown = Le fichier n’a pas d’historique à comparer.
history-relation-same = Le fichier et l’entreprise ont le même historique.
history-relation-nothing-since = Le fichier vient de cette entreprise, et aucune fiche n’a changé depuis.
history-relation-file-is-older = { $count-is ->
    [one] Le fichier est plus ancien : { $count } modification a été faite dans l’entreprise depuis.
    [many] Le fichier est plus ancien : { $count } modifications ont été faites dans l’entreprise depuis.
   *[other] Le fichier est plus ancien : { $count } modifications ont été faites dans l’entreprise depuis.
}
history-relation-file-is-newer = { $count-is ->
    [one] Le fichier est plus récent : il a { $count } modification que l’entreprise n’a pas.
    [many] Le fichier est plus récent : il a { $count } modifications que l’entreprise n’a pas.
   *[other] Le fichier est plus récent : il a { $count } modifications que l’entreprise n’a pas.
}
history-relation-diverged = Les deux étaient une même entreprise jusqu’à l’entrée { $at } de l’historique. Modifications depuis : { $file } dans le fichier, { $business } dans l’entreprise.
history-relation-unrelated = Le fichier et l’entreprise n’ont jamais été une même entreprise : leurs historiques commencent autrement.
replace-keep-both = Garder les deux
replace-title = Remplacer « { $name } »
replace-explanation = D’abord une sauvegarde de « { $name } » est faite et prouvée ; en cas d’échec, rien n’est importé. Ensuite le fichier prend sa place, et « { $name } » va dans la corbeille, d’où elle peut revenir.
replace-folder = Dossier de la sauvegarde de sécurité
replace-done = « { $name } » a été remplacée et se trouve dans la corbeille.
replace-safety = Sa sauvegarde a été prouvée : { $file }
replace-still-here = « { $name } » est encore dans la liste, car elle n’a pas pu être mise à la corbeille. Rien n’est perdu : les deux sont là.
replace-undo-offer = Elle a pris la place de « { $name } », qui se trouve dans la corbeille.
replace-undo = Annuler le remplacement
replace-undo-title = Annuler le remplacement de « { $name } »
replace-undo-explanation = « { $name } » revient de la corbeille, et ce qui venait de { $file } y va.
replace-undo-changes = { $count-is ->
    [one] { $count } modification faite depuis va à la corbeille avec elle :
    [many] { $count } modifications faites depuis vont à la corbeille avec elle :
   *[other] { $count } modifications faites depuis vont à la corbeille avec elle :
}
replace-undo-anyway = Annuler, ces modifications allant à la corbeille
replace-undone = « { $name } » est revenue. Ce qui avait pris sa place se trouve dans la corbeille.
exchange-replacement-nothing-changed = Le remplacement de « { $name } » par { $file } a été interrompu avant tout changement. « { $name } » est comme avant.
exchange-replacement-both-here = Le remplacement de « { $name } » par { $file } a été interrompu à la dernière étape. Les deux sont là, entières : l’ancienne et celle du fichier.
exchange-replacement-done = « { $name } » a été remplacée par { $file } juste avant la fin du programme. L’ancienne se trouve dans la corbeille.
exchange-undoing-nothing-changed = Le retour de « { $name } » a été interrompu avant tout changement. Ce qui venait de { $file } est comme avant.
exchange-undoing-both-here = Le retour de « { $name } » a été interrompu à la dernière étape. Les deux sont là, entières : elle et celle de { $file }.
exchange-undoing-done = « { $name } » est revenue juste avant la fin du programme. Ce qui venait de { $file } se trouve dans la corbeille.
exchange-neither-here = « { $name } » et ce qui venait de { $file } ne sont plus dans la liste. Regardez dans la corbeille.
exchange-complete = Terminer maintenant
exchange-dismiss = Laisser ainsi
exchange-seen = J’ai lu
copy-title = Qu’est cette entreprise ?
copy-unconfirmed = Elle vient d’un fichier. Tant que vous n’avez pas dit ce qu’elle est, elle n’envoie aucun e-mail et ne fait rien d’elle-même.
copy-is-copy = Cette entreprise est une copie : elle n’envoie aucun e-mail et ne fait rien d’elle-même.
copy-keep-here = C’est ici que je tiens désormais mes comptes
copy-keep-as-copy = C’est une copie
copy-badge = Copie
copy-badge-unconfirmed = Importée
copy-emails-wait = Les e-mails attendent dans la boîte d’envoi, car cette entreprise vient d’un fichier. Dites dans son résumé que les comptes sont tenus ici, et ils partiront.
history-action-kept-here = Comptes tenus ici désormais
history-action-kept-as-copy = Marquée comme copie
log-missing-title = Les dernières écritures peuvent manquer
log-missing = Cette copie a été faite pendant qu’un autre programme avait le fichier ouvert. Les dernières saisies peuvent se trouver dans un second fichier à côté, dont le nom finit par -wal. Choisissez les deux fichiers, ou importez sans lui.
log-again = Choisir les deux fichiers
log-accept = Importer sans lui : je sais que les dernières écritures peuvent manquer
log-file = Le fichier voisin qui finit par -wal, s’il existe
log-file-hint = Seulement pour un fichier copié pendant qu’un autre programme l’avait ouvert.
finding-log-applied = Les dernières écritures ont été reprises du fichier voisin (pages : { $pages }).
error-finding-log-applied = { finding-log-applied }
error-log-not-accepted = Cette copie peut manquer des dernières écritures. Choisissez aussi le fichier voisin, ou cochez que vous voulez importer sans lui.
error-log-does-not-belong = { $file } : le fichier finissant par -wal ne lui appartient pas. Choisissez les deux qui étaient côte à côte.
error-safety-backup-failed = La sauvegarde de sécurité n’a pas pu être faite : rien n’a été importé ni remplacé. { $reason }
error-safety-folder = Le dossier { $folder } ne peut pas recevoir la sauvegarde de sécurité. Saisissez le chemin complet d’un dossier.
error-no-room = Pas assez de place sur le disque de { $folder } : il faut { $needed-size }, il reste { $free-size }. Libérez de la place, puis réessayez. Rien n’a été modifié.
error-nothing-to-undo = Il n’y a ici aucun remplacement à annuler.
command-replaced = « { $name } » a été remplacée par { $file }. L’ancienne est dans la corbeille ; sa sauvegarde : { $backup }
