# Settings: every page of them, what each is for, and what may be wrong.
error-figures-locked = This would change figures up to { $date }, which are locked. Move the lock date in Settings first.
error-lock-date-reason-needed = Moving the lock date back or removing it needs a reason. Give it on the Lock Date page in Settings.
