# What the portal says when there is no room for one more download.
error-downloads-busy = So many backups are being downloaded at this moment that yours has to wait a little. Nothing is lost, and your backup stays where it is. Try again in a minute.
