# What bookkeepers meet on pages of records and in files of reports.
report-csv-month = Mois
account-built-in-name-hint = Laissez vide pour garder le nom d’origine.
error-rates-differ = Les deux taux ne concordent pas. Remplissez l’un des deux et laissez l’autre vide.
