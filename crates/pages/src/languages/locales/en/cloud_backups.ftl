# What the Backup page and the Summary say where books lie with whoever runs the Cloud edition.
backup-explanation-cloud = A backup is one file with the whole business in it. Download one now and then, and you have your books in your own hands too, whatever happens to us.
summary-first-backup-cloud = This business has no backup yet. The first one is made by itself within a day; you can also make one now and download it.
