# Undoing, records as they were, export and verification of the History.
history-undo = Undo this change
history-bring-back = Bring back
history-undo-question-change = Change { $number } ({ $what }) is undone: the record gets back what it held before.
history-undo-question-create = Change { $number } ({ $what }) is undone: the record is deleted, with the files on it.
history-undo-question-delete = Change { $number } ({ $what }) is undone: the record comes back, with the files that were deleted with it.
history-undo-adds = Nothing is erased: undoing adds an entry to the History.
history-undo-would = What undoing changes
history-undo-since = What changed since
error-undo-changed-since = This record was changed again after this. Undo the later changes first, newest first, or edit the record.
error-undo-no-record = This entry is no change of a record; there is nothing to undo.
history-as-it-was-before = As it was before
history-as-it-was-after = As it was after
history-as-at-title = { $name }, as it was
history-as-at-explained = As it was after change { $number }, on { $when }. This page can only be read.
history-as-at-first = As it was before the first change that the History tells of. This page can only be read.
history-as-at-none = At that moment this record did not exist.
history-as-at-today = As it is now
history-export-csv = CSV
history-export-json = JSON
history-verify = Verify
history-fact-undoes = Undoes change
history-fact-history-head = Newest change in the file
history-fact-history-digest = Fingerprint of the History in the file
history-fact-file-sha256 = Fingerprint of the file (SHA-256)
history-fact-file-form = Form of the file
history-fact-other-changes = Changes by another program
history-fact-head-now = Newest change at the time
history-fact-records-digest = Fingerprint of all records
verify-page-title = Verification
verify-agrees = Everything that was checked agrees with the History.
verify-altered = { $count-is ->
    [one] { $count } thing does not agree with the History.
   *[other] { $count } things do not agree with the History.
}
verify-checked = What was checked
verify-entries = Changes followed from the first to the newest
verify-installations = Installations that wrote them
verify-records = Records
verify-by-entry = Compared with the last change of each
verify-sealed = Compared with the seal of an import
verify-attachments = Files compared with their records
verify-backups = Earlier backups
verify-backups-none = No earlier backup is known.
verify-backups-agree = { $count-is ->
    [one] The History agrees with { $agreeing } of your { $count } backup.
   *[other] The History agrees with { $agreeing } of your { $count } backups.
}
verify-files = Backup files read
verify-passed-over = Not a backup of this business, or unreadable: { $file }
verify-imports = Imports
verify-other-changes = Changes by another program
verify-seal = Seal
verify-seal-agrees = agrees
verify-seal-broken = broken
verify-seal-not-compared = not compared
verify-clock = { $count-is ->
    [one] The clock went back { $count } time. That alone is no sign of tampering.
   *[other] The clock went back { $count } times. That alone is no sign of tampering.
}
verify-clock-step = Change { $number }: from { $before } back to { $after }
verify-sides = Before: what the History says. After: what is in the business now.
verify-among = { $count-is ->
    [one] It is { $count } record of its group.
   *[other] It is one of { $count } records; which of them cannot be told.
}
verify-field = { $field }: the History says { $before }, found { $after }
verify-more = { $count-is ->
    [one] { $count } more is not listed.
   *[other] { $count } more are not listed.
}
verify-fault-chain-gap = Changes are missing: number { $expected } was expected and { $found } stands there.
verify-fault-chain-unlinked = Change { $number } does not follow the one before it: entries were replaced or moved.
verify-fault-chain-altered = Change { $number } was altered.
verify-fault-history-unreadable = The History cannot be read: { $reason }
verify-fault-history-empty = The History is empty, although every business begins with an entry.
verify-fault-record-altered = { $name } was altered outside the program: it is not as change { $number } left it.
verify-fault-record-vanished = { $name } was removed outside the program after change { $number }.
verify-fault-record-returned = { $name } is here although change { $number } deleted it.
verify-fault-record-without-history = { $name } was put in outside the program: no change tells of it.
verify-fault-sealed-record-altered = { $name } came in with the import of change { $number } and was altered outside the program since.
verify-fault-sealed-record-vanished = { $count-is ->
    [one] { $count } record that came in with the import of change { $number } was removed outside the program.
   *[other] { $count } records that came in with the import of change { $number } were removed outside the program.
}
verify-fault-seal-broken = The records that came in with the import of change { $number } are not as they were.
verify-fault-other-history-altered = The changes by another program that came in with { $file } are not as they were.
verify-fault-attachment-altered = The file { $name } is not the one that was attached.
verify-fault-email-altered = The email “{ $name }” is not the one that was sent: its sender, recipients, subject or message were changed.
verify-fault-email-missing = The email { $name } is gone: the History tells of it.
verify-fault-head-beyond = The History was cut off, or an old copy lies here: the backup { $file } holds changes up to { $number }.
verify-fault-head-disagrees = The History was written anew: the backup { $file } holds another change { $number }.
verify-unchecked-title = What was not checked
verify-unchecked-truth = Whether what was entered is true, and whether the person named was the one at the keyboard.
verify-unchecked-timestamps = The time stored beside each record; the History has its own.
verify-unchecked-profile = The name, country and time zone of the business.
verify-unchecked-carried-tables = Tables of other programs that are kept and not understood.
verify-unchecked-emails = Sender, recipients, subject and message of emails sent by an earlier version: their entries hold no digest.
verify-unchecked-attachment-bytes = Every byte of every attached file; “tijori verify” reads them all.
verify-unchecked-unsealed-import = Records of an import by an earlier version, which left no seal.
verify-unchecked-other-program = What another program recorded before an import: it can only be proved unchanged since then.
verify-unchecked-no-heads-outside = Heads kept outside the business: none is known here. Make a backup and keep it elsewhere.
verify-unchecked-backups-without-head = Backups by an earlier version, which did not note where the History ended.
verify-unchecked-backup-files = Backup files kept elsewhere; “tijori verify” compares them when told where they are.
error-action-unknown = There is no action called { $name }.
