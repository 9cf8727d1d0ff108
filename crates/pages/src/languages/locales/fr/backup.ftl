# Faire une sauvegarde, vérifier et examiner un fichier.
backup-title = Sauvegarde
backup-heading = Sauvegarder { $name }
backup-explanation = Une sauvegarde est un fichier unique qui contient toute l’entreprise. Gardez-la ailleurs que sur cet ordinateur.
backup-file-name = Nom de fichier
backup-file-name-hint = L’extension .manager est ajoutée si elle manque.
backup-contents = Contenu
backup-attachments = Pièces jointes
backup-attachments-hint = Tous les fichiers de tous les enregistrements
backup-emails = E-mails
backup-emails-hint = Tous les e-mails envoyés depuis le programme
backup-history = Historique
backup-history-hint = Chaque modification, par qui et quand, avant et après
backup-history-left-out = Sans l’historique, cette copie ne peut pas servir de piste d’audit.
backup-records-always = Les enregistrements y sont toujours.
backup-unticking = Décocher réduit la taille du fichier. Seule la copie change, jamais vos livres.
backup-plain = Non compressé, pour d’autres programmes
backup-plain-hint = Une base SQLite simple, que d’autres programmes peuvent ouvrir.
backup-section-size = { $size }
backup-section-files = { $count-is ->
    [one] { $count } fichier, { $size }
    [many] { $count } de fichiers, { $size }
   *[other] { $count } fichiers, { $size }
}
backup-section-emails = { $count-is ->
    [one] { $count } e-mail, { $size }
    [many] { $count } d’e-mails, { $size }
   *[other] { $count } e-mails, { $size }
}
backup-section-changes = { $count-is ->
    [one] { $count } modification, { $size }
    [many] { $count } de modifications, { $size }
   *[other] { $count } modifications, { $size }
}
backup-section-empty = Aucun
backup-submit = Sauvegarder
backup-progress-title = Sauvegarde en cours
backup-progress-collecting = Copie des livres…
backup-progress-writing = Écriture : { $count-is ->
    [one] { $count } enregistrement
    [many] { $count } d’enregistrements
   *[other] { $count } enregistrements
}
backup-progress-compressing = Compression…
backup-progress-verifying = Relecture pour vérification…
backup-done-title = La sauvegarde est prête
backup-done = { $file } a été écrit, relu et comparé à vos livres. La sauvegarde est intègre.
backup-done-partial = { $file } a été écrit et relu. Ce que vous avez exclu y est noté.
backup-download = Télécharger { $file }
backup-download-starts = Le téléchargement démarre de lui-même. Sinon, utilisez le bouton.
backup-again = Faire une autre sauvegarde
backup-failed = La sauvegarde n’a pas pu être faite. Vos livres sont inchangés.
backup-content-digest = Empreinte du contenu
backup-content-digest-hint = Un contenu égal a une empreinte égale, dans toutes les éditions et après chaque importation.
backup-file-digest = Empreinte du fichier
backup-last = Dernière sauvegarde
backup-last-none = Il n’y a pas encore de sauvegarde de cette entreprise.
backup-list-title = Sauvegardes précédentes
backup-column-file = Fichier
backup-column-made = Faite le
backup-column-size = Taille
backup-column-contents = Contenu
backup-left-out = Exclu volontairement : { $sections }
backup-everything = Tout
backup-records = Enregistrements
verify-title = Vérifier un fichier
verify-explanation = Choisissez un fichier .manager. Il est lu et contrôlé ; rien n’est modifié ni importé.
verify-submit = Vérifier
verify-result-whole = Intègre. Tout son contenu correspond à son manifeste.
verify-result-whole-partial = Intègre, mais une partie a été exclue volontairement : { $sections }.
verify-result-altered = Altéré. Son contenu ne correspond pas à son manifeste.
verify-result-nothing-to-compare = Lisible. Son auteur n’a rien consigné à quoi le comparer : son intégrité ne peut pas être prouvée.
verify-result-not-a-backup = Ce n’est pas une sauvegarde que cette version sait lire.
verify-made-by = Fait par { $program }, { $when }
verify-section = Section
verify-section-present = Présente
verify-section-left-out = Exclue volontairement
verify-section-missing = Manquante
verify-section-matches = Conforme
verify-section-differs = Différente
verify-section-empty = Vide
verify-history-head = Modification la plus récente
verify-findings = Constats
verify-no-findings = Aucun constat.
verify-form = Forme du fichier
verify-not-checked = Il n’a pas été vérifié si les écritures sont exactes.
form-plain = Base SQLite, non compressée
form-zstandard = Compressé (Zstandard)
form-gzip = Compressé (gzip)
form-zip = Dans un fichier zip
form-age = Chiffré (age)
