# Safekeeping: readable summaries, passphrases of kept backups, where no place may be.

protect-summary = Let anybody read a summary without the passphrase
protect-summary-hint = A small text file beside the backup says which business it is, when and by whom it was made, and how many records, files, emails and changes are in it. No amounts. Whoever has that file learns so much without the passphrase.
backup-summary-download = Download the summary
backup-summary-file = The summary beside it that ends in .summary.txt, if there is one
backup-summary-file-hint = Only for an encrypted backup: it says what is in the file before the passphrase is typed.
backup-summary-title = What its summary says
backup-summary-not-proved = This is what the summary says. Anybody could have written it: nothing of it is proved until the backup is opened with its passphrase.
backup-summary-other = The summary belongs to another file and is not used.
backup-summary-agrees = The summary beside it agrees with what is in it.
backup-summary-differs = The summary beside it says something else than the backup ({ $facts }). Trust the backup.
backup-summary-left-out = Left out
command-summary-made = Its summary, which anybody can read: { $file }
kept-passphrase-needed = No passphrase that is kept here opens this backup. Type the one with which it was made.
kept-passphrase-keep = Keep it here, for all backups made with it
kept-run-protect-hint = Leave both fields empty for a backup that whoever has it can read. The passphrase is kept here, sealed, so that the backup can be verified and rehearsed; write it down all the same.
error-keeping-inside-data = { $folder }: this lies in the folder of the businesses themselves, and would be lost with them. Choose another disk.
trash-backups = Backups in Trash
trash-backups-explained = They lie in the Trash of their place for 30 days and can be brought back until then.
trash-column-goes = Gone for good
kept-alarm-spoilt = The newest backup did not pass its check of { $when }. { $reason } Make another one now.
kept-state-spoilt = Damaged
