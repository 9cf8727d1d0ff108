# Users: signing in, what someone may do. The key of a sentence about an error is error-<code>.
error-sign-in-refused = The name or the password is wrong.
error-too-many-tries = There were too many wrong tries. Wait { $seconds } seconds and try again.
error-code-refused = The code is wrong or was used already. Wait for the next one and try again.
error-link-refused = This link was used already or is too old. Ask for a new one.
error-password-too-short = This password is too short. Write at least 12 letters, or 8 where a second factor is asked for too.
error-password-too-long = This password is too long. Write at most 128 letters.
error-password-too-common = This password is easy to guess. Add words that have nothing to do with you.
error-user-name-refused = The name “{ $name }” cannot be used. Write 1 to 100 letters, figures, or . _ - @ without spaces.
error-user-name-taken = There is a user called “{ $name }” already. Choose another name.
error-last-administrator = This is the last administrator. Make another one first.
error-user-not-found = There is no such user any more.
error-users-failed = The users cannot be read or written. Nothing was changed. Try again.
