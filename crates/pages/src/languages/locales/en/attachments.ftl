# Files: the Attachments page, renaming, one file on several records.
attachments-of-business = The business itself
attachments-of-business-hint = Files that belong to no record: the trade licence, the lease, agreements.
attachments-total = { $count-is ->
    [one] { $count } file, { $size } in all.
   *[other] { $count } files, { $size } in all.
}
attachments-stored = Equal files are kept once; all files of this business take up { $size }.
attachments-search = Search file names
attachments-column-acts = Actions
attachments-existing = Attach a file that is already here
attachments-existing-hint = The chosen file will also be attached to:
attachments-attach = Attach
attachments-rename = Rename
attachments-name-empty = Enter a name for the file.
attachments-on-records = Where this file is attached
attachments-kept-once = The file is kept once. Removing it from one record leaves it on the others.
attachments-image-kept = It came with an imported file and is kept exactly as it was, so it cannot be renamed or removed here.
error-attachment-above-limit = { $file } is larger than { $limit-size }, the most that one file may have here. No file has been attached.
