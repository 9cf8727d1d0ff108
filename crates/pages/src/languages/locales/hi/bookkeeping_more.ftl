# What bookkeepers meet on pages of records and in files of reports.
report-csv-month = महीना
account-built-in-name-hint = मूल नाम रखने के लिए इसे खाली छोड़ें।
