# Downloads of backups in History, and what the security log says of backups.
event-backup-made = Backup made
event-backup-deleted = Backup deleted
history-action-downloaded = Backup downloaded
history-fact-downloaded-at = Downloaded at
history-fact-downloaded-from = Downloaded from
history-downloaded-from-books = the books
history-downloaded-from-portal = the customer portal
