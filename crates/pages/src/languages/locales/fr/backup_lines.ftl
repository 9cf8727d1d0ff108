# Downloads of backups in History, and what the security log says of backups.
event-backup-made = Sauvegarde créée
event-backup-deleted = Sauvegarde supprimée
history-action-downloaded = Sauvegarde téléchargée
history-fact-downloaded-at = Téléchargée le
history-fact-downloaded-from = Téléchargée depuis
history-downloaded-from-books = la comptabilité
history-downloaded-from-portal = l’espace client
