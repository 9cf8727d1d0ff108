# Reports.
reports-title = Reports
reports-explanation = Reports are computed from the records whenever they are opened.
report-trial-balance = Trial Balance
report-trial-balance-explained = The balance of every account on a day. Total debit equals total credit.
report-as-at = As at
report-as-at-date = As at { $date }
report-period = { $from } to { $to }
report-show = Show
report-account = Account
report-code = Code
report-debit = Debit
report-credit = Credit
report-balance = Balance
report-total = Total
report-currency = Currency
report-own-currency = In its own currency
report-empty = There is nothing to report for this date.
report-balanced = Total debit equals total credit.
report-suspense = In Suspense
report-suspense-explained = These records could not be posted in full. Each is named with the reason.
report-not-posted = { $count-is ->
    [one] { $count } record could not be posted
   *[other] { $count } records could not be posted
}
report-print = Print
report-csv = Download as CSV
report-json = Download as JSON
report-made = Made { $when }
report-general-ledger = General Ledger
report-balance-sheet = Balance Sheet
report-profit-and-loss = Profit and Loss Statement
suspense-reason-not-balanced = Debit and credit are not equal
suspense-reason-account-missing = The account is not found
suspense-reason-no-account = No account was chosen
suspense-reason-no-rate = The exchange rate is missing
suspense-reason-damaged = The record is damaged
suspense-reason-not-supported = This kind of line is not posted yet
suspense-reason-no-date = The date is missing
report-suspense-any-date = This list covers all dates.
suspense-line = Line { $line }
suspense-reason = Reason
