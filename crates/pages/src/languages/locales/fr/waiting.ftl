# Answers that ask someone to wait.
error-files-busy = Tant de fichiers sont en cours de téléchargement que le vôtre doit attendre un peu. Rien n’est perdu. Réessayez dans une minute.
