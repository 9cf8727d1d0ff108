# What bookkeeping asked for besides: custom columns, days in lists, tables to change.

field-LinePlacement = Columns on the lines of
field-ShowInLists = Show as a column in lists
settings-custom-lines-of = { $kind }: lines
batch-existing = Download the records that are there with these columns, to change them
error-yes-or-no-needed = Write yes or no.
list-from = From
list-to = To
list-column-received = Received
reports-copy-name = Copy of { $name }
reports-open-to-change = Open it to change its options
reports-replace-heading = Or give these options to a report that is saved already
reports-replace = Replace the options of “{ $name }”
error-report-several = Several saved reports are named “{ $name }”. Give the key of the one you mean, or rename them.
