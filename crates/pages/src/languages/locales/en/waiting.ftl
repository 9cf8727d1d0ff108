# Answers that ask someone to wait.
error-files-busy = So many files are being downloaded at this moment that yours has to wait a little. Nothing is lost. Try again in a minute.
