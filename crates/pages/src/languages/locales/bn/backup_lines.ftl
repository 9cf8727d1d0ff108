# Downloads of backups in History, and what the security log says of backups.
event-backup-made = ব্যাকআপ তৈরি হয়েছে
event-backup-deleted = ব্যাকআপ মোছা হয়েছে
history-action-downloaded = ব্যাকআপ ডাউনলোড হয়েছে
history-fact-downloaded-at = ডাউনলোডের সময়
history-fact-downloaded-from = কোথা থেকে ডাউনলোড
history-downloaded-from-books = হিসাবের বই
history-downloaded-from-portal = গ্রাহক পোর্টাল
