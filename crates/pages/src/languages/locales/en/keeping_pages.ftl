# Kept backups: the calendar, the places, the schedules, and which backups stay.

kept-title = Backups
kept-all-title = Backups of all businesses
kept-all-safety = How safe each business is
kept-look-at = Needs attention
kept-calendar = Calendar of backups
kept-to-calendar = To the calendar
kept-more = More
kept-set-up = Have backups made automatically
kept-safe = Everything up to { $when } is safe.
kept-unsafe = Nothing is kept in any place yet.
kept-last-good = Last good backup
kept-unsaved = Since then
kept-unsaved-none = Nothing has changed
kept-unsaved-count = { $count-is ->
    [one] { $count } change is in no kept backup yet
   *[other] { $count } changes are in no kept backup yet
}
kept-proved-restorable = Proved restorable on
kept-never-rehearsed = Not proved yet
kept-next-due = Next backup
kept-nothing-due = None is scheduled
kept-due-after-answer = None, until you say what this business is
kept-alarm-failed = The last backup failed on { $when }. { $reason }
kept-alarm-missed = The backup that was due on { $when } was not made: the program was not running.
kept-alarm-not-restorable = The restore rehearsal of { $when } failed. { $reason }
kept-alarm-silent = { $count-is ->
    [one] The work of the last day is in no kept backup. Make one now.
   *[other] The work of the last { $count } days is in no kept backup. Make one now.
}
kept-alarm-never = No good backup lies in any place yet. Make one now.

kept-legend-good = Good
kept-legend-failed = Failed
kept-legend-missed = Missed
kept-legend-unchanged = Nothing had changed
kept-legend-gone = In Trash or gone
kept-day-good = { $count-is ->
    [one] { $count } good backup
   *[other] { $count } good backups
}
kept-day-failed = { $count-is ->
    [one] { $count } failed
   *[other] { $count } failed
}
kept-day-missed = { $count-is ->
    [one] { $count } missed
   *[other] { $count } missed
}
kept-day-unchanged = { $count-is ->
    [one] nothing had changed once
   *[other] nothing had changed { $count } times
}
kept-day-gone = { $count-is ->
    [one] { $count } in Trash or gone
   *[other] { $count } in Trash or gone
}
kept-day-empty = No backup was made on this day.
kept-state-good = Good
kept-state-failed = Failed
kept-state-missed = Missed
kept-state-trashed = In Trash
kept-state-lost = Not there any more
kept-state-emptied = Deleted
kept-state-unchanged = Unchanged
kept-unchanged-explained = Nothing had changed since the last good backup, so no other was made.
kept-missed-explained = This backup was due, but the program was not running.
kept-trashed-at = Moved to Trash on { $when }. It is deleted 30 days later.
kept-lost-at = On { $when } the file was found to be gone from its place. Nobody deleted it from here.
kept-emptied-at = Deleted from Trash on { $when }.
kept-place-removed = Its place was removed from the list
kept-encrypted = Encrypted
kept-contents-unknown = Not known until it is verified
kept-verified = Verified
kept-verified-how = read back from its place and proved whole
kept-rehearsed-how = brought back for a test and equal to the last unit
kept-not-yet = Not yet
kept-restore = Restore…
kept-verify-now = Verify now
kept-rehearse-now = Rehearse restoring
kept-rehearse-newest = Rehearse restoring now
kept-move-to-trash = Move to Trash
kept-bring-back = Bring back from Trash
kept-trash-question = Move { $file } to the Trash of its place? It stays there for 30 days and can be brought back.
kept-done-trashed = The backup was moved to Trash. It stays there for 30 days.
kept-done-brought-back = The backup was brought back from Trash.
kept-done-stopped = Stopped. Nothing half-made was left behind.

kept-run = Back up now into places
kept-run-heading = Back up { $name } into places
kept-run-explained = A backup is made, read back, and put into each place that is ticked. If nothing has changed since the last one, no other is made.
kept-run-title = The backup in its places
kept-run-good = The backup was made and proved, and was read back from every place.
kept-run-unchanged = Nothing had changed since the last good backup. It still lies in every place.
kept-working-title = Work on backups
kept-progress-bringing-back = Bringing it back for a test
kept-rehearsal-title = Restore rehearsal
kept-rehearsal-good = The backup was brought back for a test and equals what was backed up.
kept-rehearsal-explained = It was fetched from its place, checked, imported into a place for tests, and compared with its manifest: contents and trial balance are equal. Your books were not touched.
kept-verification-title = Verification of a backup
kept-verification-good = The backup was read back from its place. It is whole.
kept-ongoing-backup = A backup is being made.
kept-ongoing-rehearsal = A backup is being brought back for a test.
kept-ongoing-retention = Old backups are being moved to Trash.
kept-ongoing-alarm = An alarm is being sent.
kept-ongoing-elsewhere = For another business: { $work }

places-title = Places for backups
places-explained = A place is a folder, such as on a second disk, or storage on the internet. Backups are put there automatically or when you ask.
places-none-title = Your backups have no place yet
places-none = Add a folder or a storage. Then backups are made there automatically.
places-none-ask = Ask an administrator to add a place for backups.
places-proposal = Keep backups in { $folder }, of every business, every day at { $time }, and prove every week that they can be restored. You can change all of this later.
places-proposal-accept = Keep backups there
places-proposal-name = This computer
places-elsewhere = A folder on this computer helps against mistakes, not against theft, fire or a broken disk. Add a second disk or a storage as well.
places-add-folder = Add a folder
places-add-storage = Add a storage
place-kind = Kind
place-kind-folder = Folder
place-kind-storage = S3-compatible storage
place-address = Address
place-holds = Lies there
place-holds-count = { $count-is ->
    [one] { $count } good backup, { $size }
   *[other] { $count } good backups, { $size }
}
place-try = Test
place-look = Look for backups
place-edit-title = Change a place
place-name = Name
place-name-hint = By which you know it, such as “Blue disk”.
place-folder = Folder
place-folder-hint = The whole path. It may be on a second disk or on a shared folder.
place-endpoint = Endpoint
place-endpoint-hint = Such as https://s3.example.com. Leave it empty for Amazon.
place-region = Region
place-region-hint = Such as ap-south-1.
place-bucket = Bucket
place-prefix = Prefix
place-prefix-hint = What all names there begin with. May stay empty.
place-key-id = Access key ID
place-secret = Secret access key
place-secret-hint = It is kept outside your books and never shown again.
place-secret-kept = Leave it empty to keep the one that is stored. It is never shown.
place-path-style = The bucket stands in the path
place-path-style-hint = Storage of your own often needs this; Amazon does not.
place-tried-first = Before the place is saved, a small file is put there, read back and deleted.
place-save = Test and save
place-saved = The place works and was saved.
place-tried = The place works: a small file was put there, read back and deleted.
place-removed = The place was removed from the list. What lies there was not touched.
place-busy = Other work on backups is going on. Try again in a moment.
place-looked = { $count-is ->
    [one] { $count } backup was found that was not in the list; { $lost } are not there any more.
   *[other] { $count } backups were found that were not in the list; { $lost } are not there any more.
}
place-remove-question = Remove “{ $name }” from the list? The backups that lie there stay where they are, but are no longer looked after. A schedule that has no other place is paused.

schedules-title = Automatic backups
schedules-explained = What was due while the program was not running is made up when it starts, and stays visible as missed.
schedules-add = Add a schedule
schedules-none = No schedule is set up, so no backup is made automatically.
schedule-edit-title = Change a schedule
schedule-rhythm = How often
schedule-hourly = Every hour
schedule-daily = Every day
schedule-weekly = Every week
schedule-on-close = When the program is closed
schedule-daily-at = Every day at { $time }
schedule-weekly-at = Every week on { $day } at { $time }
schedule-time = At
schedule-time-hint = For every day and every week. In the time zone of the business.
schedule-day = On
schedule-day-hint = For every week.
schedule-all-businesses = All businesses, also new ones
schedule-business-gone = This business is not there any more.
schedule-no-places = No place is chosen.
schedule-time-wrong = Enter how often, and the time in hours and minutes.
schedule-rehearsed = Rehearsal
schedule-rehearsed-weekly = Every week
schedule-rehearsed-label = Prove every week that the newest backup can be restored
schedule-rehearsed-hint = It is fetched from its place, imported into a place for tests and compared. Your books are not touched.
schedule-alarm-to = Email when something goes wrong
schedule-alarm-hint = Through the mail account of the business. Leave it empty for none.
schedule-alarm-wrong = This is not an email address.
schedule-encrypted = Protect with a passphrase
schedule-passphrase = Passphrase
schedule-passphrase-again = Passphrase, once more
schedule-passphrase-hint = Without it nobody can read these backups, not even you. Write it down and keep it elsewhere.
schedule-passphrase-kept = Leave it empty to keep the one that is stored. It is never shown.
schedule-passphrase-differs = The passphrase was typed differently the second time.
schedule-passphrase-short = The passphrase needs at least { $count } characters.
schedule-paused = Paused
schedule-pause = Pause
schedule-resume = Resume
schedule-remove-question = Remove this schedule? The backups it made stay.
schedule-proposed = Done. Backups are made automatically from now on. You can change this here.
schedule-saved = The schedule was saved.
schedule-done-paused = The schedule is paused.
schedule-done-resumed = The schedule goes on from now.
schedule-done-removed = The schedule was removed. The backups it made stay.

retention-title = How many backups stay
retention-for-all = How many backups stay, for all businesses
retention-for-all-explained = This holds for every business that has no rule of its own.
retention-explained = Of each hour, day, week, month and year that has a backup the last one stays, for as many of them as you say. Whatever any of these keeps stays. The newest backups and the newest proved ones never go. What goes lies in Trash for 30 days.
retention-own = This business has its own rule.
retention-of-all = The rule for all businesses holds.
retention-use-common = Use the rule for all businesses
retention-keeps-all = Nothing goes.
retention-last = Last
retention-hourly = Hourly
retention-daily = Daily
retention-weekly = Weekly
retention-monthly = Monthly
retention-yearly = Yearly
retention-keep-all = Let nothing go
retention-keep-all-hint = Every backup stays until somebody moves it to Trash.
retention-number-wrong = Enter a whole number, 0 for none.
retention-preview = Show what would go
retention-not-saved = This is a preview. Nothing has been saved, and nothing has gone.
retention-saved = The rule was saved.
retention-nothing-yet = There are no good backups yet that this rule could speak of.
retention-outlook = { $count-is ->
    [one] { $place }: { $stay } stay, { $count } goes
   *[other] { $place }: { $stay } stay, { $count } go
}
retention-each = Each backup, and why
retention-fate = What becomes of it
retention-why = Why
retention-stays = Stays
retention-goes = Goes to Trash
retention-no-reason = No part of the rule keeps it
retention-reason-newest = among the seven newest
retention-reason-proved = among the three newest that are proved
retention-reason-complete = the newest that holds everything
retention-reason-last = among the last ones
retention-reason-hourly = the last of its hour
retention-reason-daily = the last of its day
retention-reason-weekly = the last of its week
retention-reason-monthly = the last of its month
retention-reason-yearly = the last of its year
retention-reason-no-rule = nothing goes
retention-now = Move these to Trash now
retention-now-question = Move to Trash what no rule keeps? It can be brought back for 30 days.
retention-went = { $count-is ->
    [one] { $place }: { $count } backup was moved to Trash.
   *[other] { $place }: { $count } backups were moved to Trash.
}
