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
error-place-differs = { $file }: other bytes came back than were put there. Do not rely on this backup; make another one.
error-place-bad-settings = { $place }: these settings cannot be right ({ $reason }). Correct them.
error-place-stopped = { $place }: the copying stopped ({ $reason }). Try again.
error-place-failed = { $place }: the place failed ({ $reason }). Try again, or choose another place.
error-catalogue-damaged = { $file }: the list of backups cannot be read ({ $reason }). No backup is lost: move this file away, and a new list is begun from what lies in the places.
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
error-keeping-came-back-differing = { $file } was brought back for a test and differs: { $what } should be { $expected } and is { $found }. Make another backup now.
error-keeping-interrupted = The program ended before the backup was done. It is made when the program runs again.
keeper-alarm-subject = Backup of { $business }: something went wrong
keeper-alarm-text = The automatic backup of { $business } is not as it should be. { $reason } Open the program and look at the page Backups. This message is sent once a day until it is put right.
error-keeping-missed = Automatic backups were missed, because the program was not running ({ $count }). The latest one is made now.
