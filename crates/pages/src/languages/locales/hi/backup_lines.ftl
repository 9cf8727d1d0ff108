# Downloads of backups in History, and what the security log says of backups.
event-backup-made = बैकअप बनाया गया
event-backup-deleted = बैकअप हटाया गया
history-action-downloaded = बैकअप डाउनलोड किया गया
history-fact-downloaded-at = डाउनलोड का समय
history-fact-downloaded-from = कहाँ से डाउनलोड हुआ
history-downloaded-from-books = बही-खाते
history-downloaded-from-portal = ग्राहक पोर्टल
