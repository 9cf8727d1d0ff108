# The proof that is asked for before what is grave, and the list of one's sessions.
proof-title = Confirm that it is you
proof-explained = For your safety, type your password once more. After that you are not asked again for five minutes.
proof-signed-in = You are signed in as { $name }.
proof-kept = What you typed is kept and goes on from here.
proof-password = Your password
proof-mail-password = Password of the mail account
proof-again-hint = Type this again: secrets are not kept.
proof-button = Confirm and go on
proof-done-title = Thank you
proof-done = Your download begins by itself. If it does not, press the button.
error-proof-needed = This asks you to confirm that it is you. Go back, reload the page and send it again.
account-session-this = This is where you are now
account-session-end = End
