# Making a backup, verifying and inspecting any file.
backup-title = Backup
backup-heading = Back up { $name }
backup-explanation = A backup is one file with the whole business in it. Keep it somewhere other than this computer.
backup-file-name = File name
backup-file-name-hint = The ending .manager is added if it is missing.
backup-contents = What is in it
backup-attachments = Attachments
backup-attachments-hint = All files on all records
backup-emails = Emails
backup-emails-hint = All emails sent from inside the program
backup-history = History
backup-history-hint = Every change, who made it and when, before and after
backup-history-left-out = Without History, this copy cannot serve as an audit trail.
backup-records-always = The records are always in it.
backup-unticking = Unticking makes the file smaller. It changes only the copy, never your books.
backup-plain = Uncompressed, for other programs
backup-plain-hint = A plain SQLite database, which other programs can open.
backup-section-size = { $size }
backup-section-files = { $count-is ->
    [one] { $count } file, { $size }
   *[other] { $count } files, { $size }
}
backup-section-emails = { $count-is ->
    [one] { $count } email, { $size }
   *[other] { $count } emails, { $size }
}
backup-section-changes = { $count-is ->
    [one] { $count } change, { $size }
   *[other] { $count } changes, { $size }
}
backup-section-empty = None
backup-submit = Backup
backup-progress-title = Making the backup
backup-progress-collecting = Copying the books…
backup-progress-writing = Writing: { $count-is ->
    [one] { $count } record
   *[other] { $count } records
}
backup-progress-compressing = Compressing…
backup-progress-verifying = Reading it back to verify it…
backup-done-title = The backup is ready
backup-done = { $file } has been written, read back and compared with your books. It is whole.
backup-done-partial = { $file } has been written and read back. What you left out is noted in it.
backup-download = Download { $file }
backup-download-starts = The download begins by itself. If it does not, press the button.
backup-again = Make another backup
backup-failed = The backup could not be made. Your books are unchanged.
backup-content-digest = Content fingerprint
backup-content-digest-hint = Equal content has an equal fingerprint, in every edition and after every import.
backup-file-digest = Fingerprint of the file
backup-last = Last backup
backup-last-none = There is no backup of this business yet.
backup-list-title = Earlier backups
backup-column-file = File
backup-column-made = Made
backup-column-size = Size
backup-column-contents = Contents
backup-left-out = Left out on purpose: { $sections }
backup-everything = Everything
backup-records = Records
verify-title = Verify a file
verify-explanation = Choose any .manager file. It is read and checked, and nothing is changed or imported.
verify-submit = Verify
verify-result-whole = Whole. Everything in it matches what its manifest says.
verify-result-whole-partial = Whole, but something was left out on purpose: { $sections }.
verify-result-altered = Altered. Its content is not what its manifest says.
verify-result-nothing-to-compare = Readable. Its maker recorded nothing to compare it with, so it cannot be proved whole.
verify-result-not-a-backup = Not a backup that this version can read.
verify-made-by = Made by { $program }, { $when }
verify-section = Section
verify-section-present = Present
verify-section-left-out = Left out on purpose
verify-section-missing = Missing
verify-section-matches = Matches
verify-section-differs = Differs
verify-section-empty = Empty
verify-history-head = Newest change
verify-findings = Findings
verify-no-findings = No findings.
verify-form = Form of the file
verify-not-checked = It was not checked whether the entries are true.
form-plain = SQLite database, uncompressed
form-zstandard = Compressed (Zstandard)
form-gzip = Compressed (gzip)
form-zip = In a zip file
form-age = Encrypted (age)
