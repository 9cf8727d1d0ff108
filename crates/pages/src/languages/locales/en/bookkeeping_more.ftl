# What bookkeepers meet on pages of records and in files of reports.
report-csv-month = Month
account-built-in-name-hint = Leave it empty to keep the name that it has from the start.
error-rates-differ = The two rates do not agree. Fill in one of them and leave the other empty.
