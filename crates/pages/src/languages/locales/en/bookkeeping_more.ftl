# What bookkeepers meet on pages of records and in files of reports.
report-csv-month = Month
account-built-in-name-hint = Leave it empty to keep the name that it has from the start.
