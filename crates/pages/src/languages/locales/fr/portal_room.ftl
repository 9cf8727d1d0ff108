# What the portal says when there is no room for one more download.
error-downloads-busy = Tant de sauvegardes sont en cours de téléchargement que la vôtre doit attendre un peu. Rien n’est perdu, et votre sauvegarde reste où elle est. Réessayez dans une minute.
