# Looking before an import is decided, replacing, undoing, and copies.
compare-title = Compared with { $name }
compare-with = Compare with
compare-submit = Compare
compare-none = No business
compare-by-history = { $name } (same History)
compare-by-records = { $name } (same records)
compare-by-name = { $name } (same name only)
compare-working = Comparing the file with the business…
compare-same = Records and balances are the same on both sides.
compare-figures = Figures that differ
compare-figure = Figure
compare-in-business = In the business
compare-in-file = In the file
compare-difference = Difference
compare-cash = Cash
compare-receivables = Receivables
compare-payables = Payables
compare-net-profit = Net profit
compare-figures-same = Cash, receivables, payables and net profit are the same on both sides.
compare-currencies = The base currency of the file is { $file }, that of the business { $business }: the amounts cannot be held against each other.
compare-records = Records that differ
compare-only-in-business = Would be missing
compare-changed = Different
compare-only-in-file = Only in the file
compare-newest-only-in-business = Would be missing after replacing, newest first
compare-newest-changed = Different, newest first
compare-newest-only-in-file = Only in the file, newest first
compare-record = Record
compare-date = Date
history-relation-unknown = The file has no History that could be compared.
history-relation-same = File and business have the same History.
history-relation-nothing-since = The file was made of this business, and no record was changed since.
history-relation-file-is-older = { $count-is ->
    [one] The file is older: { $count } change was made in the business since.
   *[other] The file is older: { $count } changes were made in the business since.
}
history-relation-file-is-newer = { $count-is ->
    [one] The file is newer: it has { $count } change that the business does not have.
   *[other] The file is newer: it has { $count } changes that the business does not have.
}
history-relation-diverged = Both were one business up to entry { $at } of the History. Changes since: { $file } in the file, { $business } in the business.
history-relation-unrelated = File and business were never one: their Histories begin differently.
replace-keep-both = Keep both
replace-title = Replace “{ $name }”
replace-explanation = First a backup of “{ $name }” is made and proved; if that fails, nothing is imported. Then the file takes its place, and “{ $name }” goes to Trash, from where it can be brought back.
replace-folder = Folder for the safety backup
replace-done = “{ $name }” was replaced and lies in Trash.
replace-safety = Its backup was proved: { $file }
replace-still-here = “{ $name }” is still in the list, because it could not be moved to Trash. Nothing is lost: both are here.
replace-undo-offer = It took the place of “{ $name }”, which lies in Trash.
replace-undo = Undo
replace-undo-title = Undo the replacement of “{ $name }”
replace-undo-explanation = “{ $name }” comes back from Trash, and what came from { $file } goes there.
replace-undo-changes = { $count-is ->
    [one] { $count } change made since goes to Trash with it:
   *[other] { $count } changes made since go to Trash with it:
}
replace-undo-anyway = Undo, with these changes going to Trash
replace-undone = “{ $name }” is back. What had taken its place lies in Trash.
exchange-replacement-nothing-changed = Replacing “{ $name }” by { $file } was cut short before anything changed. “{ $name }” is as it was.
exchange-replacement-both-here = Replacing “{ $name }” by { $file } was cut short at its last step. Both are here, whole: the one that was and the one from the file.
exchange-replacement-done = “{ $name }” was replaced by { $file } just before the program ended. The earlier one lies in Trash.
exchange-undoing-nothing-changed = Bringing “{ $name }” back was cut short before anything changed. What came from { $file } is as it was.
exchange-undoing-both-here = Bringing “{ $name }” back was cut short at its last step. Both are here, whole: it and the one from { $file }.
exchange-undoing-done = “{ $name }” came back just before the program ended. What came from { $file } lies in Trash.
exchange-neither-here = “{ $name }” and what came from { $file } are both not in the list. Look into Trash.
exchange-complete = Finish it now
exchange-dismiss = Leave it so
exchange-seen = I have read it
copy-title = What is this business?
copy-unconfirmed = It was brought in from a file. Until you say what it is, it sends no emails and does nothing by itself.
copy-is-copy = This business is a copy: it sends no emails and does nothing by itself.
copy-keep-here = This is where I keep my books from now on
copy-keep-as-copy = This is a copy
copy-badge = Copy
copy-badge-unconfirmed = Brought in
copy-emails-wait = Emails wait in the outbox, because this business was brought in from a file. Say on its Summary that the books are kept here, and they are sent.
history-action-kept-here = Books kept here from now on
history-action-kept-as-copy = Marked as a copy
log-missing-title = The last entries may be missing
log-missing = This copy was made while another program had the file open. What was entered last may lie in a second file beside it, whose name ends in -wal. Choose both files, or import without it.
log-again = Choose both files
log-accept = Import without it: I know that the last entries may be missing
log-file = The file beside it that ends in -wal, if there is one
log-file-hint = Only for a file that was copied while another program had it open.
finding-log-applied = The newest entries were taken from the file beside it (pages: { $pages }).
error-finding-log-applied = { finding-log-applied }
error-log-not-accepted = This copy may lack its last entries. Choose the file beside it as well, or tick that you want to import without it.
error-log-does-not-belong = { $file }: the file ending in -wal does not belong to it. Choose the two that lay beside each other.
error-safety-backup-failed = The safety backup could not be made, so nothing was imported and nothing was replaced. { $reason }
error-safety-folder = The folder { $folder } cannot be used for the safety backup. Type the whole path of a folder.
error-no-room = Not enough room on the disk of { $folder }: { $needed-size } are needed, { $free-size } are free. Free some space, then try again. Nothing was changed.
error-nothing-to-undo = There is no replacement here that could be undone.
command-replaced = “{ $name }” was replaced by { $file }. The earlier one lies in Trash; its backup: { $backup }
