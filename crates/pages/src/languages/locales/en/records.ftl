# Lists, records, their forms, attachments.
list-new = New { $kind }
list-count = { $count-is ->
    [one] { $count } record
   *[other] { $count } records
}
list-empty = There is nothing here yet.
list-inactive = Inactive
list-show-inactive = Show inactive
list-column-status = Status
list-column-balance = Balance
list-column-total = Total
list-column-amount = Amount
list-column-changed = Changed
list-column-attachments = Attachments
list-column-actions = Actions
list-without-date = Without a date
list-without-name = Without a name
record-view = View
record-edit = Edit
record-history = History
record-attachments = Attachments
record-new-title = New { $kind }
record-edit-title = Edit { $kind }
record-created = { $name } has been created.
record-saved = { $name } has been saved.
record-deleted = { $name } has been deleted. History keeps what it was.
record-delete-question = Delete { $name }? History keeps what it was.
record-in-use = { $name } is used by other records, so it cannot be deleted.
record-used-by = { $count-is ->
    [one] Used by { $count } record
   *[other] Used by { $count } records
}
record-changed-at = Last changed { $when }
record-key = Key
record-kind = Kind
record-content-type = Content type
record-custom-fields = Custom fields
record-other-fields = Other fields
record-not-understood = Not understood yet
record-not-understood-explained = These parts of the record are not understood by this version. They are kept exactly as they came, and every backup carries them.
record-unknown-field = Field { $number }
record-unknown-kind = Unknown kind of record
record-unknown-kind-explained = This version does not know this kind of record. It is kept exactly as it came.
record-damaged = Damaged record
record-damaged-explained = The content of this record cannot be read. Its bytes are kept exactly as they came, and it is not posted.
record-form-defaults = Form defaults
record-form-defaults-explained = What new records of this kind begin with. It is not an entry.
record-missing-reference = Not found ({ $key })
record-code-shown-as-text = This text contains code of a web page. It is shown as text and never run.
record-raw = As stored
record-raw-bytes = { $count-is ->
    [one] { $count } byte of data
   *[other] { $count } bytes of data
}
record-postings = Postings
record-not-posted = This record makes no postings.
record-edit-keeps-rest = Fields that are not on this form stay as they are.
record-changed-meanwhile = Somebody else changed this record after you opened it. Look at their version before you save yours.
form-lines = Lines
form-totals = Totals
form-total-debit = Total debit
form-total-credit = Total credit
form-difference = Difference
form-balanced = Balanced
form-not-balanced = Debit and credit differ by { $amount }. The difference will stand in Suspense.
form-subtotal = Subtotal
form-tax = Tax
form-discount = Discount
form-rounding = Rounding
form-withholding-tax = Withholding tax
form-total = Total
form-amounts-include-tax = Amounts include tax
form-inactive = Inactive
form-inactive-hint = Inactive records are kept, and are not offered in forms.
form-choose-account = Choose an account
form-choose-customer = Choose a customer
form-choose-supplier = Choose a supplier
form-choose-bank-account = Choose a bank or cash account
form-new-customer = New Customer
form-new-supplier = New Supplier
form-new-bank-account = New Bank or Cash Account
form-new-journal-entry = New Journal Entry
form-new-receipt = New Receipt
form-new-payment = New Payment
form-account-or-party = Account
form-reference-hint = Leave it empty, or write the number of the paper document.
contact-other = Other
contact-customer = Customer
contact-supplier = Supplier
contact-paid-by = Paid by
contact-payee = Payee
contact-received-in = Received in
contact-paid-from = Paid from
status-cleared = Cleared
status-pending = Pending
status-on-the-same-date = On the same date
status-on-a-later-date = On a later date
status-active = Active
status-inactive = Inactive
status-paid = Paid in full
status-unpaid = Unpaid
status-overdue = Overdue
status-cancelled = Cancelled
due-date-net = { $count-is ->
    [one] Due { $count } day after issue
   *[other] Due { $count } days after issue
}
due-date-by = By { $date }
discount-percentage = Percentage
discount-amount = Amount
side-debit = Debit
side-credit = Credit
group-income = Income
group-expense = Expense
attachments-title = Attachments
attachments-add = Add files
attachments-add-hint = Choose one or more files, or drop them here.
attachments-upload = Upload
attachments-empty = There are no attachments.
attachments-count = { $count-is ->
    [one] { $count } file
   *[other] { $count } files
}
attachments-added = { $count-is ->
    [one] { $count } file has been added.
   *[other] { $count } files have been added.
}
attachments-removed = { $name } has been removed. History keeps a note of it.
attachments-remove-question = Remove the file { $name } from this record?
attachments-column-name = File name
attachments-column-size = Size
attachments-column-added = Added
attachments-column-record = Record
attachments-view = View
attachments-download = Download
attachments-limit = At most { $size } a file.
attachments-never-run = Files are shown or downloaded, never run.
attachments-legacy-image = Image kept by an older version
attachments-without-file = The file itself is not here
form-built-in = Built in
form-place-as-it-is = Leave as it is
leftover-field = Field
leftover-written-as = Written as
leftover-size = Size
leftover-content = Content
leftover-expected = Expected here: { $shape }
leftover-perhaps = Perhaps:
wire-varint = Whole number
wire-fixed64 = Eight bytes
wire-fixed32 = Four bytes
wire-bytes = Bytes
wire-length-delimited = Bytes
wire-message = Group of fields
wire-group = Group of fields
wire-text = Text
choice-net = Days after the issue date
choice-by = On a date
choice-singleline = Single line
choice-paragraph = Paragraph
choice-dropdownlist = Drop-down list
choice-uninvoiced = Not invoiced
choice-invoiced = Invoiced
choice-writtenoff = Written off
choice-zero = Zero
choice-total = Total
choice-custom = Custom
choice-singlerate = Single rate
choice-multiplerates = Multiple rates
choice-expenses = { account-Expenses }
choice-subgroup = Subgroup
