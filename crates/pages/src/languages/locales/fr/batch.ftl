# Lots : beaucoup d'enregistrements à la fois, d'un fichier CSV ou de cellules collées.

batch-button = Créer ou modifier par lot
batch-title = Lot : { $kind }
batch-input = Coller ou choisir un fichier
batch-explained = Une ligne par enregistrement, avec les noms des colonnes dans la première. Comptes, clients, articles et autres se désignent par leur nom ou leur code. Une ligne dont les colonnes d'en-tête sont vides ajoute une ligne au document du dessus. Pour modifier des enregistrements existants, mettez leur clé dans la colonne Key.
batch-columns = Colonnes : { $columns }
batch-template = Télécharger un tableau vide avec ces colonnes
batch-paste = Cellules collées d'un tableur, ou CSV
batch-file = Ou un fichier CSV
batch-check = Vérifier
batch-preview = Ce qui serait enregistré
batch-new = { $count-is ->
    [one] { $count } nouvel enregistrement
    [many] { $count } nouveaux enregistrements
   *[other] { $count } nouveaux enregistrements
}
batch-changed = { $count-is ->
    [one] { $count } enregistrement modifié
    [many] { $count } enregistrements modifiés
   *[other] { $count } enregistrements modifiés
}
batch-wrong = { $count-is ->
    [one] { $count } enregistrement contient une erreur. Rien n'a été enregistré ; corrigez-le ci-dessous et vérifiez à nouveau.
    [many] { $count } enregistrements contiennent des erreurs. Rien n'a été enregistré ; corrigez-les ci-dessous et vérifiez à nouveau.
   *[other] { $count } enregistrements contiennent des erreurs. Rien n'a été enregistré ; corrigez-les ci-dessous et vérifiez à nouveau.
}
batch-preview-wrong = Ce qui empêche l’enregistrement
batch-sound = { $count-is ->
    [one] { $count } enregistrement pourrait être enregistré.
    [many] { $count } enregistrements pourraient être enregistrés.
   *[other] { $count } enregistrements pourraient être enregistrés.
}
batch-explained-changes = Lors d’une modification, une cellule vide laisse ce qui s’y trouve, mais les lignes sont données en entier : une ligne qu’aucune rangée ne mentionne est retirée.
batch-unchanged = { $count-is ->
    [one] { $count } enregistrement reste tel quel
    [many] { $count } enregistrements restent tels quels
   *[other] { $count } enregistrements restent tels quels
}
batch-act-none = Rien
error-starting-balance-twice = Un solde d’ouverture existe déjà. Modifiez-le dans les paramètres, sous Soldes d’ouverture.
batch-save = Tout enregistrer
batch-row = Ligne
batch-record = Enregistrement
batch-act = Ce qui se passe
batch-act-new = Nouveau
batch-act-change = Modification
batch-errors = Erreurs
error-batch-empty = Il n'y a aucune ligne à lire. Collez un en-tête avec les noms des colonnes et au moins une ligne en dessous.
error-batch-too-long = Un lot compte { $rows } lignes au plus. Divisez-le.
error-batch-unreadable = La ligne { $row } est illisible. Cherchez un guillemet qui n'est pas fermé.
error-batch-not-utf-8 = Le fichier n'est pas en UTF-8. Enregistrez-le en « CSV UTF-8 » et choisissez-le à nouveau.
error-batch-key-unknown = Aucun enregistrement de ce type n'a la clé { $key }. Laissez la colonne Key vide pour les nouveaux.
error-batch-column-unknown = Aucun champ ne s'appelle « { $column } ». Renommez la colonne ou retirez-la.
