# Files that are looked through as long work, and what is brought over of damaged ones.

looking-title = Looking through the file
looking-title-rescue = Rescuing what is whole
error-looking-busy = Too many files are being looked through at once. Wait until one of them is done, then send this one again.
