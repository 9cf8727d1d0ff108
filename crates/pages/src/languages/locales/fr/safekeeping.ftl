# Sauvegarde : résumés lisibles, phrases secrètes des sauvegardes gardées, emplacements refusés.

protect-summary = Laisser lire un résumé sans la phrase secrète
protect-summary-hint = Un petit fichier texte à côté de la sauvegarde dit de quelle entreprise il s’agit, quand et par qui elle a été faite, et combien d’enregistrements, de fichiers, d’e-mails et de modifications elle contient. Aucun montant. Quiconque a ce fichier apprend cela sans la phrase secrète.
backup-summary-download = Télécharger le résumé
backup-summary-file = Le résumé à côté, qui se termine par .summary.txt, s’il existe
backup-summary-file-hint = Seulement pour une sauvegarde chiffrée : il dit ce que contient le fichier avant que la phrase secrète soit saisie.
backup-summary-title = Ce que dit son résumé
backup-summary-not-proved = Voici ce que dit le résumé. N’importe qui a pu l’écrire : rien n’en est prouvé tant que la sauvegarde n’est pas ouverte avec sa phrase secrète.
backup-summary-other = Le résumé appartient à un autre fichier et n’est pas utilisé.
backup-summary-agrees = Le résumé à côté concorde avec son contenu.
backup-summary-differs = Le résumé à côté dit autre chose que la sauvegarde ({ $facts }). Fiez-vous à la sauvegarde.
backup-summary-left-out = Laissé de côté
command-summary-made = Son résumé, que n’importe qui peut lire : { $file }
kept-passphrase-needed = Aucune phrase secrète gardée ici n’ouvre cette sauvegarde. Saisissez celle avec laquelle elle a été faite.
kept-passphrase-keep = La garder ici, pour toutes les sauvegardes faites avec elle
kept-run-protect-hint = Laissez les deux champs vides pour une sauvegarde que quiconque la possède peut lire. La phrase secrète est gardée ici, scellée, pour que la sauvegarde puisse être vérifiée et répétée ; notez-la tout de même.
error-keeping-inside-data = { $folder } : ce dossier se trouve dans celui des entreprises elles-mêmes et serait perdu avec elles. Choisissez un autre disque.
trash-backups = Sauvegardes dans la corbeille
trash-backups-explained = Elles restent 30 jours dans la corbeille de leur emplacement et peuvent être reprises jusque-là.
trash-column-goes = Disparition définitive
kept-alarm-spoilt = La sauvegarde la plus récente n’a pas passé sa vérification du { $when }. { $reason } Faites-en une autre maintenant.
kept-state-spoilt = Endommagée
