# Batches: many records at once from a CSV file or pasted cells.

batch-button = Batch create or change
batch-title = Batch: { $kind }
batch-input = Paste or choose a file
batch-explained = One row for each record, with the names of the columns in the first row. Accounts, customers, items and the like are named by name or code. A row whose columns before the lines are empty adds a line to the record above it. To change records that exist, put their key into the column Key.
batch-columns = Columns: { $columns }
batch-template = Download an empty table with these columns
batch-paste = Cells pasted from a spreadsheet, or CSV
batch-file = Or a CSV file
batch-check = Check
batch-preview = What would be saved
batch-new = { $count-is ->
    [one] { $count } new record
   *[other] { $count } new records
}
batch-changed = { $count-is ->
    [one] { $count } changed record
   *[other] { $count } changed records
}
batch-wrong = { $count-is ->
    [one] { $count } record has an error. Nothing was saved; correct it below and check again.
   *[other] { $count } records have errors. Nothing was saved; correct them below and check again.
}
batch-preview-wrong = What stands in the way
batch-sound = { $count-is ->
    [one] { $count } record could be saved.
   *[other] { $count } records could be saved.
}
batch-explained-changes = When a record is changed, an empty cell leaves what is there, but its lines are told whole: a line that no row tells of is taken out.
batch-unchanged = { $count-is ->
    [one] { $count } record stays as it is
   *[other] { $count } records stay as they are
}
batch-act-none = Nothing
error-starting-balance-twice = This has a starting balance already. Edit that one under Settings, Starting Balances.
batch-save = Save all
batch-row = Row
batch-record = Record
batch-act = What happens
batch-act-new = New
batch-act-change = Change
batch-errors = Errors
error-batch-empty = There is no row to read. Paste a heading with the names of the columns, and at least one row below it.
error-batch-too-long = A batch may have { $rows } rows at most. Split it.
error-batch-unreadable = Row { $row } cannot be read. Look for a quotation mark that does not end.
error-batch-not-utf-8 = The file is not in UTF-8. Save it as “CSV UTF-8” and choose it again.
error-batch-key-unknown = There is no such record with the key { $key }. Leave the column Key empty for new records.
error-batch-column-unknown = No field is called “{ $column }”. Rename the column or take it away.
