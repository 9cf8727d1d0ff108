# Ce que la comptabilité demande en plus : colonnes propres, jours dans les listes, tableaux à modifier.

field-LinePlacement = Colonnes sur les lignes de
field-ShowInLists = Afficher comme colonne dans les listes
settings-custom-lines-of = { $kind } : lignes
batch-existing = Télécharger les enregistrements existants avec ces colonnes, pour les modifier
error-yes-or-no-needed = Écrivez oui ou non.
list-from = Du
list-to = Au
list-column-received = Reçu
reports-copy-name = Copie de { $name }
reports-open-to-change = L’ouvrir pour changer ses options
reports-replace-heading = Ou donner ces options à un rapport déjà enregistré
reports-replace = Remplacer les options de « { $name } »
error-report-several = Plusieurs rapports enregistrés s’appellent « { $name } ». Indiquez la clé de celui que vous voulez, ou renommez-les.
