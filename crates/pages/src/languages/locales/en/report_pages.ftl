# Report pages: titles, options, columns, remarks, saved reports, the Summary's chart.
# Titles and sentences of reports.
report-balance-sheet-explained = What the business owns, what it owes, and what belongs to its owners on a day.
report-profit-and-loss-statement = Profit and Loss Statement
report-profit-and-loss-statement-explained = What was earned and spent in a period, and what is left.
report-twelve-months = Twelve Months
report-twelve-months-explained = Income, expenses, profit and cash month by month.
report-general-ledger-summary = General Ledger Summary
report-general-ledger-summary-explained = Opening balance, movements and closing balance of every account.
report-general-ledger-transactions = General Ledger Transactions
report-general-ledger-transactions-explained = Every posting on an account, with the balance after it.
report-aged-receivables = Aged Receivables
report-aged-receivables-explained = What customers owe, by how long it is past due.
report-aged-payables = Aged Payables
report-aged-payables-explained = What suppliers are owed, by how long it is past due.
report-customer-statement-unpaid = Customer Statement (Unpaid Invoices)
report-customer-statement-unpaid-explained = The open invoices of a customer and the balance.
report-customer-statement-transactions = Customer Statement (Transactions)
report-customer-statement-transactions-explained = Everything between a customer and the business in a period.
report-supplier-statement-unpaid = Supplier Statement (Unpaid Invoices)
report-supplier-statement-unpaid-explained = The open invoices of a supplier and the balance.
report-supplier-statement-transactions = Supplier Statement (Transactions)
report-supplier-statement-transactions-explained = Everything between a supplier and the business in a period.
report-tax-summary = Tax Summary
report-tax-summary-explained = Tax on sales and purchases, by tax code.
report-tax-transactions = Tax Transactions
report-tax-transactions-explained = The documents behind the tax summary.
report-cash-summary = Cash Summary
report-cash-summary-explained = Where money came from and where it went.
report-bank-account-summary = Bank Account Summary
report-bank-account-summary-explained = Opening balance, money in, money out and closing balance of every bank or cash account.
report-inventory-value = Inventory Value
report-inventory-value-explained = Quantity, average cost and value of every item on hand.
# Groups of the Reports page.
reports-group-statements = Financial statements
reports-group-ledger = General ledger
reports-group-customers = Customers
reports-group-suppliers = Suppliers
reports-group-taxes = Taxes
reports-group-cash = Cash
reports-group-inventory = Inventory
# Saved reports and the fiscal year.
reports-save = Save this report
reports-saved = Saved reports
reports-saved-one = Saved report
reports-saved-unknown = This version does not know the report.
reports-save-explained = “{ $report }” with the options chosen, under a name of your own. A period such as “Last month” stays last month, whenever it is opened.
reports-delete-question = Delete the saved report “{ $name }”? The figures stay as they are.
reports-fiscal-year = The fiscal year begins in { $month }.
reports-fiscal-year-change = Change
reports-fiscal-year-title = Fiscal year
reports-first-month = First month
reports-first-month-hint = “This year” in reports and the profit of the year in the balance sheet go by it.
kind-TijoriSavedReport-one = Saved Report
kind-TijoriSavedReport-many = Saved Reports
kind-TijoriFiscalYear-one = Fiscal Year
kind-TijoriFiscalYear-many = Fiscal Year
field-Report = Report
field-ReportOptions = Options
field-FirstMonth = First month
# What can be asked of a report.
report-choose-period = Period
report-from = From
report-to = To
report-preset-days = Chosen days
report-preset-this-month = This month
report-preset-last-month = Last month
report-preset-this-quarter = This quarter
report-preset-last-quarter = Last quarter
report-preset-this-year = This fiscal year
report-preset-last-year = Last fiscal year
report-preset-everything = Everything recorded
report-preset-today = Today
report-preset-end-of-last-month = End of last month
report-preset-end-of-last-quarter = End of last quarter
report-preset-end-of-last-year = End of last fiscal year
report-preset-end-of-this-year = End of this fiscal year
report-everything = Everything recorded
report-period-until = Until { $to }
report-period-since = Since { $from }
report-total-of = Total { $name }
report-basis = Basis
report-basis-accrual = Accrual basis
report-basis-cash = Cash basis
report-compare = Compare with
report-compare-none = Nothing
report-compare-previous-month = Month before
report-compare-previous-period = Period before
report-compare-previous-quarter = Quarter before
report-compare-previous-year = Year before
report-columns = How many
report-division = Division
report-of-division = Division { $name }
report-show-zero = Show rows without a balance
report-all = All
report-more-options = More options
report-about-account = Account
report-about-customer = Customer
report-about-supplier = Supplier
report-about-tax-code = Tax code
report-about-bank-account = Bank or cash account
report-about-item = Inventory item
report-pdf = Download as PDF
report-download = Download
report-email = Email
# Columns and rows.
report-word-own-currency = Own currency
report-word-quantity = Quantity
report-word-average-cost = Average cost
report-word-credit = Credit
report-word-debit = Debit
report-word-value = Value
report-word-balance = Balance
report-word-closing-balance = Closing balance
report-word-opening-balance = Opening balance
report-word-inter-account-transfers = Inter account transfers
report-word-net-profit = Net profit (loss)
report-word-nothing-named = Nothing named
report-word-total = Total
report-word-total-liabilities-and-equity = Total liabilities and equity
report-word-kind = Transaction
report-word-reference = Reference
report-word-contact = Contact
report-word-description = Description
report-word-net-sales = Net sales
report-word-tax-on-sales = Tax on sales
report-word-net-purchases = Net purchases
report-word-tax-on-purchases = Tax on purchases
report-word-tax-payable = Tax payable
report-word-money-in = Money in
report-word-money-out = Money out
report-word-net = Net
report-word-tax = Tax
report-word-sales = Sales
report-word-purchases = Purchases
report-word-income = Income
report-word-expenses = Expenses
report-word-cash-balance = Cash balance
report-word-receipts = Receipts
report-word-amount = Amount
report-word-balance-due = Balance due
report-word-current = Not yet due
report-word-days-1-30 = 1–30 days
report-word-days-31-60 = 31–60 days
report-word-days-61-90 = 61–90 days
report-word-days-over-90 = Over 90 days
report-word-due-date = Due date
report-word-exchange-differences = Exchange differences
report-word-invoice-total = Invoice total
report-word-settled = Settled
report-word-unallocated = Not allocated
report-word-payments = Payments
# What a reader must know beside the figures.
report-remark-suspense = { $count-is ->
    [one] Suspense: { $count } place could not be posted in full. The trial balance names it.
   *[other] Suspense: { $count } places could not be posted in full. The trial balance names them.
}
report-remark-rates-unknown = An exchange rate is missing for { $currencies }. Amounts in it count as zero until it is entered.
report-remark-not-posted = { $count-is ->
    [one] { $count } record could not be posted and is not in the figures.
   *[other] { $count } records could not be posted and are not in the figures.
}
report-remark-cash-basis = Cash basis: invoices count when and as far as they are paid.
report-remark-rows-left-out = { $count-is ->
    [one] { $count } more row is not shown. Choose a shorter period. Totals count it.
   *[other] { $count } more rows are not shown. Choose a shorter period. Totals count them.
}
report-remark-unclassified-accounts = { $count-is ->
    [one] { $count } account has no place in the chart of accounts and stands without a group.
   *[other] { $count } accounts have no place in the chart of accounts and stand without a group.
}
report-remark-negative-stock = { $item }: less than nothing is on hand. Look for a missing purchase or a wrong quantity.
# Errors of what is asked.
error-report-unknown = There is no report named “{ $name }”. The reports page lists them all.
error-report-key = “{ $text }” names no record. Choose one from the list.
error-report-period-reversed = The period ends before it begins. Choose a later last day.
error-report-comparison = “{ $text }” is nothing to compare with. Choose one from the list.
error-report-columns = “{ $text }” is not a number from 1 to 11.
error-report-options = The address asks for something that the report does not know. Open the report and choose again.
error-report-output-needed = A PDF cannot be shown on a terminal. Name a file with --output, or send the output into one.
error-report-name-needed = Enter a name for the report.
error-report-name-too-long = The name is longer than { $max } characters. Enter a shorter one.
error-report-name-characters = The name contains characters that cannot be shown. Remove line breaks and control characters.
# The chart of the Summary.
summary-balance-sheet-today = Balance sheet today
summary-profit-and-loss-year = Profit and loss this fiscal year
summary-twelve-months = The last twelve months
summary-chart-explained = Income and expenses of each month as bars, net profit as a line.
summary-chart-empty = Nothing was earned or spent in the last twelve months.
summary-chart-figures = Figures as a table
summary-report-whole = The whole report
