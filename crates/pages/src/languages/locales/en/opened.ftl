# Looking into a file without importing it, and bringing one record back.
opened-title = Look into a backup
opened-explanation = Choose a backup or any .manager file and look around in it as in a business. Nothing is imported, and nothing in the file can be changed. From any record there you can bring it back into a business of yours.
opened-open = Open to look
opened-look = Look into it without importing
opened-list = Open now
opened-close = Close
opened-banner = Backup of { $when }, read only.
opened-banner-undated = { $file }, read only.
opened-banner-hint = It is gone when you close it, and when the program starts again.
taking-button = Bring back into a business
taking-title = Bring back { $name }
taking-from = from { $file }
taking-into = Into which business
taking-choose = Compare with this business
taking-no-business = There is no business yet to bring it back into. Create one or import the whole file.
taking-state-missing = { $business } does not have this record. It will be added there.
taking-state-same = { $business } has this record, exactly as it is in the file.
taking-state-differs = { $business } has this record, and it differs. Keep it as it is, or replace it.
taking-difference = What differs
taking-sides = Before is what { $business } has now; after is what the file has.
taking-references = { $count-is ->
    [one] Bring { $count } record that it names too
   *[other] Bring { $count } records that it names too
}
taking-references-hint = The business does not have them. Without them, the record names what is not there.
taking-attachments = { $count-is ->
    [one] { $count } file comes with it
   *[other] { $count } files come with it
}
taking-nowhere = { $count-is ->
    [one] It names { $count } record that is neither in the business nor in the file.
   *[other] It names { $count } records that are neither in the business nor in the file.
}
taking-submit = Bring back into { $business }
taking-replace = Replace the one in { $business }
taking-keep = Keep what is there
taking-undo = The History of the business says from which file it came, and you can undo it there.
history-fact-taken-from = Taken out of the file
history-fact-taken-sha256 = Fingerprint of that file (SHA-256)
error-opened-read-only = { $file } is open only to be looked at. Nothing in it can be changed. To work with it, import it; to use one record of it, bring that record back into a business.
error-opened-too-many = Eight files are open already. Close one of them and try again.
error-opened-gone = This file is no longer open. Open it again to look into it.
error-business-read-only = This business is open only to be looked at. Nothing was changed.
error-record-differs = The business { $business } has a record with the key { $record }, and it differs. Say --replace to replace it.
