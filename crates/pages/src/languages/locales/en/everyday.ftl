# What an ordinary day needs: the first tabs, and what is close at hand.
create-tabs = Tabs to begin with
create-tabs-hint = What you will enter from the first week on. { tab-summary }, { kind-JournalEntry-many }, { tab-reports } and { tab-settings } are always there. Any tab can be switched on or off later under { tab-customize }, and nothing is ever lost by it.
settings-about-attachments = All files attached to records, with their sizes
standing-open-documents = Open documents
standing-document = Document
standing-nothing-open = Nothing is open.
standing-not-allocated = Not allocated to an invoice
standing-latest = Latest transactions
standing-nothing-moved = There are no transactions yet.
standing-all = Show all transactions
standing-received = Received
standing-paid = Paid
standing-cost = Cost
standing-tax-amount = Tax amount
standing-more-open = { $count-is ->
    [one] { $count } more document is open; the statement has it.
   *[other] { $count } more documents are open; the statement has them.
}
