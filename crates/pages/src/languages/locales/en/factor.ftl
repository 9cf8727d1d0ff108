# The second factor that administrators of the Cloud edition need.
factor-wanted = As an administrator you need a second factor here from { $date } on. Set it up under your name.
factor-needed = Administrators need a second factor here: a password alone would open the books of the whole firm. Set it up to go on working. Your backups stay within reach in the portal.
error-second-factor-needed = You need a second factor before you can do this. Set it up under your name.
