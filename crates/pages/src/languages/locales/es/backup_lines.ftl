# Downloads of backups in History, and what the security log says of backups.
event-backup-made = Copia de seguridad creada
event-backup-deleted = Copia de seguridad eliminada
history-action-downloaded = Copia de seguridad descargada
history-fact-downloaded-at = Descargada el
history-fact-downloaded-from = Descargada desde
history-downloaded-from-books = la contabilidad
history-downloaded-from-portal = el portal de clientes
