# What bookkeeping asked for besides: custom columns, days in lists, tables to change.

field-LinePlacement = Columns on the lines of
settings-custom-lines-of = { $kind }: lines
batch-existing = Download the records that are there with these columns, to change them
error-yes-or-no-needed = Write yes or no.
list-from = From
list-to = To
