# Protecting a backup with a passphrase, its emergency sheet, opening such a file, damage on the Verify page.

protect-title = Protect with a passphrase
protect-none = No passphrase: whoever has the file can read it
protect-words = Six words that the program draws for you
protect-own = A passphrase of your own
protect-warning = Without the passphrase nobody can open the file, and nobody can recover it: not the makers of this program either.
protect-passphrase = Passphrase
protect-passphrase-hint = At least 12 characters; several words that have nothing to do with each other are best.
protect-passphrase-again = The same passphrase again
protect-done = Do these two things before you rely on this backup.
protect-step-sheet = Print the emergency sheet, or write the passphrase down by hand. Keep it away from the file.
protect-step-test = Type the passphrase as it stands on the sheet, to prove that it opens the file. After that the program shows the words no more.
protect-test = Test the passphrase
protect-tested = Tested: it opens the file.
protect-untested = Not tested yet
sheet-title = Emergency sheet
sheet-explanation = Keep this sheet where you keep important papers, and not beside the backup. Whoever has both can read the books.
sheet-write = Write the passphrase here by hand, with its capital letters and spaces:
sheet-with-words = Print the words on the sheet
sheet-with-lines = Print lines to write on instead
sheet-how = How to open the file
sheet-how-here = With { $program }: choose “{ $way }”, then the file, and type the passphrase.
sheet-how-elsewhere = Without it: the file is in the public age format. Any program for age opens it, and Zstandard unpacks what is in it; the result is an SQLite database.
locked-title = This file is protected with a passphrase
locked-explanation = Type the passphrase from the emergency sheet. It is used to open the file now and is not kept.
locked-open = Open
locked-other = Choose another file
verify-damage = Where it is damaged
verify-damage-count = { $count-is ->
    [one] { $count } of { $total } blocks is damaged.
   *[other] { $count } of { $total } blocks are damaged.
}
error-passphrase-guessable = This passphrase is easy to guess. Take several words that have nothing to do with each other or with the business.
error-locked-not-found = This file waits for its passphrase no longer. Choose it again.
error-verification-not-found = This result is kept no longer. Verify the file again.
