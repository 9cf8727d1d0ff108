# Ce que la comptabilité demande en plus : colonnes propres, jours dans les listes, tableaux à modifier.

field-LinePlacement = Colonnes sur les lignes de
settings-custom-lines-of = { $kind } : lignes
batch-existing = Télécharger les enregistrements existants avec ces colonnes, pour les modifier
error-yes-or-no-needed = Écrivez oui ou non.
list-from = Du
list-to = Au
