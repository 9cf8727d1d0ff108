# Fichiers : la page Pièces jointes, renommer, un fichier sur plusieurs enregistrements.
attachments-of-business = L’entreprise elle-même
attachments-of-business-hint = Fichiers qui n’appartiennent à aucun enregistrement : patente, bail, contrats.
attachments-total = { $count-is ->
    [one] { $count } fichier, { $size } en tout.
    [many] { $count } de fichiers, { $size } en tout.
   *[other] { $count } fichiers, { $size } en tout.
}
attachments-stored = Les fichiers identiques ne sont conservés qu’une fois ; tous les fichiers de cette entreprise occupent { $size }.
attachments-search = Rechercher un nom de fichier
attachments-column-acts = Opérations
attachments-existing = Joindre un fichier déjà présent
attachments-existing-hint = Le fichier choisi sera aussi joint à :
attachments-attach = Joindre
attachments-rename = Renommer
attachments-name-empty = Saisissez un nom pour le fichier.
attachments-on-records = Où ce fichier est joint
attachments-kept-once = Le fichier n’est conservé qu’une fois. Le retirer d’un enregistrement le laisse sur les autres.
attachments-image-kept = Cette image est arrivée avec un fichier importé et reste exactement telle quelle : elle ne peut être ni renommée ni retirée ici.
error-attachment-above-limit = { $file } dépasse { $limit-size }, la taille maximale d’un fichier ici. Aucun fichier n’a été joint.
