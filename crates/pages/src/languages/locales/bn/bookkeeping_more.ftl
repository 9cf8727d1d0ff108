# What bookkeepers meet on pages of records and in files of reports.
report-csv-month = মাস
account-built-in-name-hint = আসল নামটি রাখতে এটি খালি রাখুন।
error-rates-differ = দুটি হার মেলে না। একটি পূরণ করুন, অন্যটি খালি রাখুন।
