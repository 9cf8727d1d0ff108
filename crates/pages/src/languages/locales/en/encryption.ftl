# Backups that are protected with a passphrase.

error-needs-passphrase = { $file }: the file is protected with a passphrase. Type its passphrase to open it.
error-wrong-passphrase = { $file }: the passphrase is wrong, or the beginning of the file was changed. Check capital letters, spaces and the language of the keyboard, and try again.
error-encrypted-otherwise = { $file }: the file is encrypted for a key and not with a passphrase. Decrypt it first with the program that encrypted it.
error-encryption-damaged = { $file }: the encrypted file was altered or cut short after it was made. Nothing of it was used. Use another copy of this backup.
error-work-factor-too-high = { $file }: opening this file would take too much time and memory. Its work factor is { $found }, and at most { $limit } is allowed here.
error-encrypted-plain = Only a compressed backup can be protected with a passphrase. Choose one of the two.
error-no-encryption = This version of the program cannot encrypt. Make the backup without a passphrase.
finding-costly-passphrase = Opening this file takes long and needs much memory: its work factor is { $factor }, above the usual 18.
history-fact-encrypted = Encrypted
command-passphrase-ask = Passphrase:
command-passphrase-new = New passphrase (leave it empty to have one drawn):
command-passphrase-again = The same passphrase again:
command-passphrase-drawn = Write this passphrase down and keep it away from the backup. Without it nobody can open the file, not even we: { $words }
error-passphrase-missing = No passphrase was given. Use --passphrase-file, set TIJORI_PASSPHRASE, or run the command at a terminal.
error-passphrase-short = This passphrase is too short. Use at least 12 characters, better six words.
error-passphrases-differ = The two passphrases are not the same. Type them again.
error-passphrase-file = { $file }: the passphrase cannot be read from this file ({ $reason }).
error-finding-costly-passphrase = { finding-costly-passphrase }
