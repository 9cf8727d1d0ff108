# Importing a business: choose, check, look, import.
import-title = Import Business
import-explanation = Choose a backup or any .manager file. You will see what is in it before anything is imported.
import-file = File
import-file-hint = Choose the file, or drop it here.
import-check = Check the file
import-safe = Importing never overwrites: a new business is made beside those you have.
import-progress-title = Importing
import-progress-receiving = Receiving the file…
import-progress-checking = Checking the file…
import-progress-importing = Importing: { $count-is ->
    [one] { $count } record
   *[other] { $count } records
}
import-progress-proving = Comparing the result with the file…
import-preview-title = What is in this file
import-preview-file = { $file }, { $size }
import-preview-name = Business name
import-preview-form = Form
import-preview-made = Made
import-preview-made-by = Made by
import-preview-version = Version of the data
import-preview-currency = Base currency
import-preview-records = Records
import-preview-kinds = Records by kind
import-preview-kind = Kind
import-preview-number = Number
import-preview-attachments = Attachments
import-preview-emails = Emails
import-preview-history = History
import-preview-present = Present
import-preview-left-out = Left out on purpose when the backup was made
import-preview-not-in-file = Not in this file
import-preview-other-tables = Other tables, kept as they are
import-preview-unknown = Unknown, but kept
import-preview-unknown-explained = This version does not know these parts. They are kept exactly as they are, and every backup carries them.
import-preview-unknown-kinds = { $count-is ->
    [one] { $count } record of an unknown kind
   *[other] { $count } records of unknown kinds
}
import-preview-unknown-fields = { $count-is ->
    [one] { $count } unknown field
   *[other] { $count } unknown fields
}
import-preview-damaged = { $count-is ->
    [one] { $count } damaged record: its bytes are kept, and it is not posted
   *[other] { $count } damaged records: their bytes are kept, and they are not posted
}
import-preview-scripts = { $count-is ->
    [one] { $count } record contains code of web pages. It is shown as text and never run.
   *[other] { $count } records contain code of web pages. It is shown as text and never run.
}
import-preview-findings = Findings
import-preview-no-findings = Nothing unusual was found.
import-preview-legacy = The History in this file has no chain of fingerprints. It is kept as it came and cannot be verified before today.
import-preview-newer = This file was made by a newer version. What is not understood is kept exactly as it is.
import-name = Import as
import-name-hint = A business of this name is already here, so another name is suggested.
import-time-zone = Time zone
import-submit = Import
import-cancel = Do not import
import-cancelled = Nothing was imported.
import-done = “{ $name }” has been imported.
import-done-title = Imported and proved
import-done-equal = What was imported is equal to the file, to the last byte.
import-done-records = { $count-is ->
    [one] { $count } record
   *[other] { $count } records
}
import-done-attachments = { $count-is ->
    [one] { $count } attachment
   *[other] { $count } attachments
}
import-done-emails = { $count-is ->
    [one] { $count } email
   *[other] { $count } emails
}
import-done-history = { $count-is ->
    [one] { $count } change in History
   *[other] { $count } changes in History
}
import-done-trial-balance = Trial balance: debit { $debit }, credit { $credit }
import-open = Open the business
import-failed = The file was not imported. Nothing has been changed.
import-compare = Compare
finding-level-information = Note
finding-level-warning = Warning
finding-level-error = Error
import-preview-no-manifest = Not recorded in this file
import-preview-totals = Trial balance
finding-damaged-record = A record is damaged: its bytes are kept, and it is not posted.
finding-wal-copy = The file was copied while another program had it open; the newest changes may be missing.
finding-code-dropped = The database held code ({ $name }). It was left out and never run.
finding-extra-column = The table { $table } has a column { $column } that is not known. It is kept.
finding-unknown-table = The table { $table } is not known. It is kept as it is.
finding-utf16-text = The texts of this database are stored in another way (UTF-16). They were converted without loss.
finding-overwritten = Bytes inside a record were overwritten. It is kept as it came, and it is not posted.
finding-attachment-altered = The content of an attachment is not what was attached.
finding-attachment-missing = The content of an attachment is missing from the file; what is known of it is kept.
finding-attachment-without-record = There is the content of an attachment that no record names. It is kept.
finding-odd-rows = { $rows } rows of the table { $table } do not follow its rules. They are kept as they are and cannot be shown as records.
finding-unreadable-record = A date, figure or key in a record cannot be read. The record is kept as it is, and it is not posted.
