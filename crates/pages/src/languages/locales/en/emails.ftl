# Emails: writing, sending, what became of them; the account, templates, statements to many.
email-button = Email
email-of-record = Emails about this
email-new-title = New email
email-edit-title = Edit draft
email-edit = Edit
email-from = From
email-to = To
email-to-hint = One or more addresses, with commas or line breaks between them: Name <name@example.com>.
email-cc = Cc
email-bcc = Bcc
email-bcc-hint = The other recipients do not see these addresses.
email-reply-to = Answers to
email-subject = Subject
email-no-subject = (no subject)
email-text = Text
email-files = Attachments
email-file-paper = The document as a PDF
email-file-paper-again = The document as a PDF, made anew from the books of now
email-file-size = ({ $size })
email-file-nameless = File without a name
email-language = Language of the email and its PDF
email-language-hint = Choosing another language begins again with the template of that language.
email-language-change = Change language
email-send = Send
email-save-draft = Save as draft
email-no-account = Emails are sent through your own mail account. Enter it first.
email-settings-open = Email settings
email-state-draft = Draft
email-state-queued = Waiting to be sent
email-state-held = Held
email-state-sending = Being sent
email-state-uncertain = Unsure
email-state-sent = Sent
email-state-failed = Not sent
email-explained-draft = Nothing is sent until you press Send.
email-explained-queued = It is sent as soon as it is its turn.
email-explained-held = It came with an imported file. It is not sent unless you say so.
email-explained-sending = The mail server is being spoken to at this moment.
email-explained-uncertain = Sending was begun, and nobody can know whether it arrived. Ask the recipient, or look into the sent mail of your mail account.
email-explained-sent = The mail server has taken it for all recipients.
email-explained-failed = The mail server has certainly not taken it. Nobody has received it.
email-explained-withdrawn = It was taken out of the outbox, or found not to have arrived. Nobody has received it.
email-being-sent = Waiting for the mail server …
email-withdraw = Do not send
email-retry = Send again
email-arrived = It arrived
email-not-arrived = It did not arrive
email-send-again = Send again nevertheless
email-send-again-question = It may have arrived. If it has, the recipient gets it a second time. Send it again?
email-held-question = This email was written in another installation and may have been sent from there already. Send it from here?
email-delete-question = Delete this draft? Drafts have no history; it cannot be brought back.
email-created-at = Written
email-queued-at = Put in outbox
email-sent-at = Sent at
email-attempts = Attempts
email-message-id = Message ID
email-message-download = Download the message
email-message-hint = Exactly as it is handed to the mail server, byte for byte, attachments included.
email-column-state = Status
email-column-about = About
email-filter-all = All
email-filter-words = Subject or recipient
email-filter-about = Only about
email-filter-remove = Show all
email-nothing-found = No email matches.
email-search-goes-on = Nothing among the newest emails. Look among the older ones on the next page.
email-settings-title = Email settings
email-settings-explained = The account through which this business sends its emails. It is kept on this computer, sealed, outside the business: no backup holds it, and the password is never shown again.
email-about-account = The mail account that emails are sent through, with a test.
email-about-templates = What emails begin with, for each document and language.
email-settings-saved = The email settings are saved.
email-setting-server = Mail server
email-setting-sender = Sender
email-setting-host = Server
email-setting-host-hint = The name of the outgoing mail server, as your mail provider gives it: smtp.example.com.
email-setting-host-wrong = A server’s name has letters, digits, dots and hyphens only.
email-setting-port = Port
email-setting-port-hint = 587 with STARTTLS, 465 with TLS.
email-setting-port-wrong = The port is a number: 587, 465 or 25.
email-setting-security = Encryption
email-security-starttls = STARTTLS: encrypted after the greeting (port 587)
email-security-tls = TLS: encrypted from the start (port 465)
email-security-none = None: only for a server on this very computer
email-setting-security-wrong = Choose how the connection is encrypted.
email-setting-username = User name
email-setting-username-hint = Usually your email address. Leave it empty for a server that wants no login.
email-setting-username-wrong = The user name is too long or has characters that cannot be typed.
email-setting-password = Password
email-setting-password-hint = Many providers want a password made for this program alone (an app password).
email-setting-password-kept = A password is kept. Leave this empty to keep it; it must be typed again when server or user name change.
email-setting-password-needed = Type the password. A kept one is used for the same server and user name only.
email-setting-password-wrong = The password is too long or has characters that cannot be typed.
email-setting-from-name = Sender’s name
email-setting-from-address = Sender’s address
email-setting-reply-to-hint = Only when answers should go to another address.
email-setting-copy = Send me a hidden copy of each email
email-setting-per-hour = Emails per hour
email-setting-per-hour-hint = No more are sent within an hour; the others wait. Providers set such limits.
email-setting-per-hour-wrong = Give a whole number of at least 1.
email-setting-authority = Certificate authority of your own
email-setting-authority-label = Certificate in PEM
email-setting-authority-hint = Only for a mail server of your own whose certificate no public authority has issued.
email-setting-authority-wrong = This is no certificate in PEM: paste the part from BEGIN CERTIFICATE to END CERTIFICATE.
email-test = Save and test
email-test-title = Test of the connection
email-test-passed = Everything works: emails can be sent. The test has sent nothing.
email-test-resolve = The server is found
email-test-connect = The server answers
email-test-encrypt = The connection is encrypted
email-test-certificate = The certificate is trusted
email-test-log-in = User name and password are right
email-tested-passed = Yes
email-tested-not-asked = Not wanted
email-tested-failed = No
email-tested-not-reached = Not tried
email-failure-said = The mail server or the system said:
email-failure-unknown = Something went wrong that this version does not know ({ $code }).
email-failure-host-not-found = No server of this name was found. Check its spelling in the email settings, and whether this computer is online.
email-failure-host-not-allowed = The program does not connect to this address. Without encryption only a server on this very computer may be used: choose STARTTLS or TLS.
email-failure-port-not-allowed = This port is not one of mail. Use 587, 465 or 25.
email-failure-connection-refused = The server takes no connections at this port. Check the port; some networks block it.
email-failure-connection-lost = The connection ended before the email was handed over. Send it again in a while.
email-failure-timeout = The server did not answer in time. Check server, port and encryption, and send it again in a while.
email-failure-tls-failed = No encryption could be agreed on. Choose TLS for port 465 and STARTTLS for port 587, as your provider says.
email-failure-certificate-invalid = The server’s certificate is expired, for another name, or issued by nobody whom this computer trusts. Check the server’s name; do not go on if it is right.
email-failure-login-refused = The server refuses user name and password. Type them again; many providers want an app password for programs.
email-failure-login-not-offered = The server offers no way to log in that this program knows. Allow login with a password at your provider.
email-failure-sender-refused = The server refuses the sender’s address. Use an address that belongs to the mail account.
email-failure-recipient-refused = The server refuses a recipient’s address. Correct it; nothing was sent to the others either.
email-failure-greylisted = The server asks to come again later. Send it again in a quarter of an hour.
email-failure-message-too-large = The email is too large for the server. Write it again with fewer attachments.
email-failure-message-refused = The server refuses the email, perhaps as unwanted advertising. Read what it said.
email-failure-server-answer = The server’s answer is not understood. Check server, port and encryption.
email-failure-uncertain = The connection ended, or the program did, while the server was taking the email.
email-failure-message-unsound = The email as kept could be read in two ways, so it is handed to no server. Write it again.
error-email-address-invalid = “{ $address }” is no email address: it should look like name@example.com.
error-email-no-recipient = Give at least one recipient.
error-email-too-many-recipients = There are { $count-number } recipients, and at most { $max-number } are sent to. Send several emails.
error-email-subject-too-long = The subject has more than { $max-number } characters. Shorten it.
error-email-too-large = The email is larger than { $max-size } with its attachments. Untick some.
error-email-not-composed = The email could not be composed ({ $reason }).
error-email-unknown-placeholder = There is no placeholder “{ $name }”. The list below shows all there are.
error-email-unpaired-brace = A brace has no partner. Write it twice for the sign itself.
error-email-setting-invalid = One of the email settings cannot be used. Look through them again.
error-vault-unreadable = The email settings of this business cannot be read on this computer. Enter them again.
error-vault-not-written = The email settings could not be written to { $file }: { $reason }.
error-email-not-found = There is no such email.
error-email-wrong-state = This cannot be done with the email any more: it has gone on in the meantime. Open it again.
error-email-file-gone = One of the ticked files is not here any more. Look through them again.
email-templates-title = Email templates
email-templates-explained = The subject and the text that an email begins with, for each kind of document and each language. They are part of the business and travel with its backups.
email-template-purpose = For
email-template-own = Your own
email-template-default = Default
email-template-preview = Preview
email-template-back = Back to the default
email-template-back-question = Your own subject and text are replaced by the default. History keeps them.
email-purpose-customer-statement = Customer statements
email-purpose-supplier-statement = Supplier statements
email-purpose-other-documents = Other documents
email-purpose-other-reports = Reports
email-placeholders-title = Placeholders
email-placeholders-explained = Words in braces are replaced when the email is written. One without a value leaves nothing behind.
email-placeholder = Placeholder
email-placeholder-meaning = Meaning
email-placeholder-example = Example
email-placeholder-business = The name of the business
email-placeholder-customer = The customer’s name
email-placeholder-supplier = The supplier’s name
email-placeholder-contact = The name of whoever it is for
email-placeholder-document = What the document is called
email-placeholder-number = The document’s number
email-placeholder-date = Its date
email-placeholder-due-date = When it is to be paid
email-placeholder-amount = What it comes to
email-placeholder-balance = What the customer or supplier owes or is owed
email-sample-contact = Karim Traders
email-default-document-subject = { $document } { $number } from { $business }
email-default-document-text =
    Dear { $contact },

    please find attached { $document } { $number }.

    Kind regards
    { $business }
email-default-statement-subject = Statement from { $business }
email-default-statement-text =
    Dear { $contact },

    please find attached your statement of account. The balance is { $balance }.

    Kind regards
    { $business }
email-default-report-subject = { $document } – { $business }
email-default-report-text =
    Please find attached: { $document }.

    Kind regards
    { $business }
email-statements-title = Send statements
email-statements-explained = Each customer ticked below gets an email with a statement as a PDF. These are the customers with a balance.
email-statements-nobody = No customer has a balance.
email-statements-nobody-ticked = Tick at least one customer.
email-statements-no-address = No email address
email-statements-tick = Send
email-statements-customer = Customer
email-statements-balance = Balance
email-statements-which = Which statement
email-statements-from = Statement from
email-statements-to = Statement to
email-statements-send = Send statements to those ticked
email-statements-again = More statements
email-statements-left-out = Not sent to
email-statements-reason = Reason
email-statements-withdraw = Do not send those that wait
email-statements-withdraw-question = Those that are not sent yet are taken out of the outbox. Go on?
kind-TijoriEmailTemplate-one = Email template
kind-TijoriEmailTemplate-many = Email templates
field-Purpose = Purpose
field-Language = Language
field-Subject = Subject
field-Text = Text
history-fact-email = Email
history-fact-message-id = Message ID
history-fact-to = To
history-fact-record = Record
history-fact-failure = What went wrong
history-fact-host = Mail server
history-fact-port = Port
history-fact-security = Encryption
history-fact-username = User name
history-fact-password = Password
email-statements-limit = { $count-is ->
    [one] At most { $count } email is sent within an hour; the others wait in the outbox.
   *[other] At most { $count } emails are sent within an hour; the others wait in the outbox.
}
email-statements-working = { $count-is ->
    [one] { $done } of { $count } statement made and put in the outbox …
   *[other] { $done } of { $count } statements made and put in the outbox …
}
email-statements-done = { $count-is ->
    [one] { $count } statement of { $total } is in the outbox and is sent one after the other.
   *[other] { $count } statements of { $total } are in the outbox and are sent one after the other.
}
email-statements-stopped = { $count-is ->
    [one] Stopped: { $count } statement of { $total } is in the outbox and is sent; the others are not.
   *[other] Stopped: { $count } statements of { $total } are in the outbox and are sent; the others are not.
}
