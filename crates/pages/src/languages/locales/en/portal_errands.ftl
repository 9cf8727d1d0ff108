# What members ask of the portal and a node carries out: a backup of this moment, a way out of Trash.
portal-now = Download a backup now
portal-now-explained = It is made of this moment, read back and compared. Then it stands here for you to download.
portal-now-button = Make a backup now
portal-now-ready = Your backup of { $date } is ready ({ $size }).
portal-now-download = Download this backup
portal-nobody = The rest of the program does not answer at this moment. Your backup is made as soon as it does; you may close this page.
portal-nobody-newest = The rest of the program does not answer at this moment. Your backup is made as soon as it does; you may close this page. Meanwhile you can take the newest backup, of { $date }.
portal-download-newest = Download the newest backup
portal-restored = The business is back among your businesses.
portal-in-trash = This business was moved to Trash on { $date }. Its books and its backups are kept.
portal-removed = In Trash
portal-none-yet = None yet
error-errands-too-many = You have asked for many things within one hour. Wait an hour at most and try again; what you have asked for already goes on.
error-errand-failed = This could not be done at this moment. Nothing is lost, and nothing was changed. Try again in a few minutes.
error-errand-given-up = This was begun several times and broken off each time. Nothing is lost. Try again; if it happens again, tell whoever runs this service.
