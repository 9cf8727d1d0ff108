# Keeping: backups that make themselves, the places where they lie, and what goes wrong there.

progress-storing = Putting it into its place
progress-fetching = Reading it from its place
progress-waiting = Waiting for other work
history-fact-places = Places
history-fact-schedule = Schedule

error-place-file-not-found = { $place }: the file { $file } is not there. Look into the place again; somebody may have moved it.
error-place-file-exists = { $place }: there is a file { $file } already. It was left as it is.
error-place-vanished = { $place }: the folder is not there, or is not the one that was set up. Attach its disk, then try again.
error-place-full = { $place }: no room is left. Make room there, or choose another place.
error-place-denied = { $place }: access is refused ({ $reason }). Check the keys and the rights.
error-place-unreachable = { $place }: the place cannot be reached ({ $reason }). Check the connection, then try again.
error-place-differs = { $place }: other bytes of { $file } came back than were put there. Do not rely on this backup.
error-place-bad-settings = { $place }: these settings cannot be right ({ $reason }). Correct them.
error-place-stopped = { $place }: the copying stopped ({ $reason }). Try again.
error-place-failed = { $place }: the place failed ({ $reason }). Try again, or choose another place.
error-catalogue-damaged = { $file }: the list of backups cannot be read ({ $reason }). No backup is lost. Mend the list ({ $command }): the places, schedules and rules that can still be read come into a new one, and the backups are found again in their places.
error-catalogue-too-new = { $file }: the list of backups was written by a newer version of the program. Use that version.
error-catalogue-not-written = { $file }: the list of backups cannot be written ({ $reason }). Check the disk and the rights of the data folder.
error-retention-clock-behind = Nothing was let go: the clock says { $now }, but the newest backup was made at { $newest }. Set the clock right.
error-retention-too-long-ago = Nothing was let go: the newest backup was made at { $newest }, which is too long ago. Make a backup first.
error-keeping-no-places = There is no place for backups yet. Add a folder or a storage first.
error-keeping-place-unknown = There is no such place for backups. It may have been removed in the meantime.
error-keeping-entry-unknown = There is no such backup in the list. Look into the place again.
error-keeping-not-there = { $file }: this backup does not lie in its place. Look into the place again.
error-keeping-last-good = { $file } is the last good backup of { $business } and stays. Make another one first.
error-keeping-no-backup = There is no good backup of { $business } yet. Make one first.
error-keeping-folder-not-whole = { $folder }: this is not a whole path. Begin it at the root of the disk.
error-keeping-name-missing = The place needs a name by which you know it.
error-keeping-passphrase-missing = The passphrase for these backups is missing. Enter it again.
error-keeping-came-back-differing = { $file } was brought back for a test and differs: { $what } should be { $expected } and is { $found }.
error-keeping-interrupted = The program ended before the backup was done. It is made when the program runs again.
keeper-alarm-subject = Backup of { $business }: something went wrong
keeper-alarm-text = The automatic backup of { $business } is not as it should be. { $reason } Open the program and look at the page Backups. This message is sent once a day until it is put right.
error-keeping-missed = Automatic backups were missed, because the program was not running ({ $count }). The latest one is made now.

# The commands of `tijori backups`.
command-backups-none = No backup is kept yet.
command-backups-kept = Kept in { $place }: { $file } ({ $size }), read back and equal.
command-backups-unchanged = Nothing has changed since { $file }, which still lies in { $place }.
command-backups-rehearsed = { $file } was brought back for a test and is equal: it can be restored.
command-backups-downloaded = Copied to { $file } ({ $size }).
command-backups-removed = { $file } lies in the Trash of its place.
command-backups-restored = { $file } was brought back from Trash.
command-backups-retired = { $place }: { $count-is ->
    [one] { $count } backup was
   *[other] { $count } backups were
} moved to Trash; gone from Trash for good: { $emptied }.
command-backups-stays = stays
command-backups-goes = goes
command-backups-why-newest = newest
command-backups-why-proved = proved whole
command-backups-why-complete = holds everything
command-backups-why-last = last
command-backups-why-hourly = hourly
command-backups-why-daily = daily
command-backups-why-weekly = weekly
command-backups-why-monthly = monthly
command-backups-why-yearly = yearly
command-backups-why-no-rule = nothing goes
command-backups-state-good = good
command-backups-state-failed = failed
command-backups-state-missed = missed
command-backups-state-trashed = in Trash
command-backups-state-lost = lost
command-backups-state-emptied = gone
command-backups-proof-good = proved
command-backups-proof-bad = bad
command-place-ready = The place { $name } is ready: { $address }
command-place-removed = The place { $name } is forgotten. What lies there stays: { $address }
command-secret-ask = Secret access key:
command-schedule-on = on
command-schedule-paused = The schedule { $key } is paused.
command-schedule-resumed = The schedule { $key } goes on from now.
command-schedule-added = The schedule { $key } was added. Backups are made while the program serves.
command-schedule-removed = The schedule { $key } is forgotten. What it made stays.
command-schedule-word-paused = paused
command-schedule-all = all businesses
command-schedules-none = There is no schedule yet.
error-command-place-unknown = There is no place { $name }. See the list of places.
error-command-place-ambiguous = Several places are called { $name }. Give one of these keys: { $keys }
error-command-schedule-unknown = There is no schedule with the key { $key }. See the list of schedules.
error-command-secret-missing = The secret access key is missing. Set { $variable }, or run the command at a terminal.
error-keeping-busy = A backup or a check is going on. Wait for its end, or stop it.
error-keeping-place-twice = { $address } is the place { $name } already. One place is enough for it.
