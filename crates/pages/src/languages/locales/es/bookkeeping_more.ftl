# What bookkeepers meet on pages of records and in files of reports.
report-csv-month = Mes
account-built-in-name-hint = Déjelo vacío para conservar el nombre original.
error-rates-differ = Los dos tipos de cambio no coinciden. Rellene uno y deje el otro vacío.
