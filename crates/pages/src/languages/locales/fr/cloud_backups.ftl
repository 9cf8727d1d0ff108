# Ce que disent la page de sauvegarde et le résumé là où les comptes sont chez l’exploitant de l’édition Cloud.
backup-explanation-cloud = Une sauvegarde est un fichier unique qui contient toute l’entreprise. Téléchargez-en une de temps en temps : vos comptes sont alors aussi entre vos mains, quoi qu’il nous arrive.
summary-first-backup-cloud = Cette entreprise n’a pas encore de sauvegarde. La première est faite d’elle-même dans la journée ; vous pouvez aussi en faire une maintenant et la télécharger.
