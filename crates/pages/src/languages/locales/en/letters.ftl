# Letters to a server's users: links for a new password, notices; and the account they go through.
new-password-by-email = Write your user name or your email address. Whoever it belongs to gets a link for a new password by email.
new-password-name = User name or email address
new-password-send = Send the link
new-password-asked = If there is such a user with an email address, a link is on its way to it.
new-password-asked-hint = The link works once, for half an hour. If none arrives, look into the folder for unwanted mail, or ask an administrator.
account-email-hint = Links for a new password and notices go to this address.
people-link-send = Send the link by email
people-link-sent = A link for a new password is on its way to this user. It works once, for half an hour.
people-link-unsent = The link was not sent. Set up the email account of the server first, on the page of all users, and give this user an address.
server-email-title = Email account of the server
server-email-explained = Through this account the server writes to its users: links for a new password, and notices when a password, a second factor or an address changes. Whoever can read its sent mail can read these links. Businesses have accounts of their own.
server-email-remove-question = Remove this account? Users then ask an administrator for a new password.
error-form-changed-meanwhile = Somebody changed these settings after you opened them, and nothing was saved. What you typed stands below. Compare, and save again if it is still right.
account-access = Where you work
account-access-business = Business
account-access-all = Everything, as an administrator.
account-access-none = No business was allowed to you yet. Ask an administrator.
account-access-endless = Without end
letter-link-subject = New password at { $server }
letter-link-text =
    { $name },

    a new password was asked for at { $server } for the user { $user }. Set it with this link:

    { $link }

    The link works once, for half an hour. If you did not ask for it, do nothing: your password stays as it is.
letter-change-subject = Your user at { $server } was changed
letter-password-text =
    { $name },

    a new password was set at { $server } for the user { $user }, and other sessions were ended.

    If it was not you, ask an administrator for help at once.
letter-second-factor-text =
    { $name },

    the second factor of the user { $user } at { $server } was turned on or off.

    If it was not you, change your password and ask an administrator for help at once.
letter-email-text =
    { $name },

    links and notices for the user { $user } at { $server } go to another address from now on. This is the last one to this address.

    If it was not you, ask an administrator for help at once.
