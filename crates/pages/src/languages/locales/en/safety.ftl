# Safety: what a business that was replaced goes on with, several alarms at once, copies in places.

answer-kept = It is the same business that was kept here before, so what you had said of it holds: its automatic backups go on. Emails that came with the file stay held, and its mail account has to be set up again.
answer-asked = Until you say on its Summary what it is, it sends no emails, and its automatic backups wait.
answer-back = What you had said of it holds again, and its automatic backups go on.
command-answer-asked = Until it is confirmed it sends no emails, and its automatic backups wait. If its books are kept here, say so with: { $command }
command-business-confirmed = The books of “{ $name }” are kept here: it sends its emails, and its automatic backups are made.
command-business-is-copy = “{ $name }” is a copy: it sends no emails and does nothing by itself.
command-schedule-waits-unconfirmed = “{ $name }” was brought in from a file, and nobody has said yet that its books are kept here. The schedule is kept, but makes no backup of it until you say so with: { $command }
command-schedule-waits-copy = “{ $name }” was called a copy, which does nothing by itself: the schedule makes no backup of it. If its books are kept here, say so with: { $command }
command-schedule-word-waits = waits for an answer
command-backups-copy-whole = { $place }: { $file } is whole ({ $size }).
kept-alarms = { $count-is ->
    [one] { $count } thing needs attention:
   *[other] { $count } things need attention:
}
kept-alarm-came-back-bad = The restore rehearsal of { $when } found the newest backup wrong. { $reason } Make another one now.
kept-proved-before = Last proved on
error-holds-nothing = { $folder }: nothing can be kept there, because no disk lies behind it. Choose a folder of a disk.
error-keeping-place-short = { $place }: not enough room for this backup: { $needed-size } are needed, { $free-size } are free. Make room there, or choose another place.
verify-damage-only = The file has one block only, and it is damaged.
verify-rows = Rows
verify-rows-explained = { $count-is ->
    [one] An attached file is two rows: the file, and the record that tells of it. The { $count } attachment is counted so here, and once below.
   *[other] An attached file is two rows: the file, and the record that tells of it. The { $count } attachments are counted so here, and once below.
}
rescue-perhaps-more = (number unknown)
rescue-on-page = on page { $number } of the file
rescue-from-on = from number { $number } on
error-nothing-whole = { $file }: the file is so damaged or cut so short that nothing of a business can be read out of it. Use another copy of it, or an older backup.
mend-button = Mend the list of backups
mend-title = The list of backups was mended
mend-nothing = Nothing was wrong with the list. It is as it was.
mend-whole = Everything in it could be read and came into the new list.
mend-lost = Some of it could not be read any more. See below what came over, and set up again what is missing. No backup is lost: those in the places are found again.
mend-kept-as = The damaged list was kept: { $file }
mend-all-of = { $part }: { $number } brought over, which are all.
mend-some-of = { $part }: { $number } brought over; others may be lost.
mend-part-places = Places
mend-part-schedules = Schedules
mend-part-rules = Rules of what stays
mend-part-backups = Backups in the list
mend-part-runs = What was done
error-keeping-nothing-to-mend = There is no list of backups here that could be mended.
looking-checking-rows = { $count-is ->
    [one] Checking the file… { $count } row read
   *[other] Checking the file… { $count } rows read
}
