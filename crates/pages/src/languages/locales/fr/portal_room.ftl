# What the portal says when there is no room for one more download.
error-downloads-busy = Tant de sauvegardes sont en cours de téléchargement que la vôtre doit attendre un peu. Rien n’est perdu, et votre sauvegarde reste où elle est. Réessayez dans une minute.
# L’historique des téléchargements à l’espace client.
history-action-downloaded = Sauvegarde téléchargée à l’espace client
history-fact-downloaded-at = Téléchargée le
