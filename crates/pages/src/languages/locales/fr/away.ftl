# Quand la base de données de l’édition Cloud ne répond pas, et avant la fin d’un essai.
away-kept = Rien de ce que vous avez saisi n’est perdu : tout est gardé sur cette page. Patientez un instant, puis envoyez à nouveau ; il n’y a rien à ressaisir.
away-kept-in-doubt = Ce que vous avez saisi est toujours sur cette page. Regardez d’abord vos fiches dans une autre fenêtre ; si cela n’y est pas, envoyez à nouveau.
away-again = Envoyer à nouveau
error-store-in-doubt = La connexion s’est coupée pendant l’enregistrement de votre modification, et nul ne peut encore dire si elle est là. Regardez d’abord vos fiches ; si elle n’y est pas, saisissez-la à nouveau.
cloud-trial-ends = Votre essai se termine le { $date }. Vos sauvegardes sont à vous dans tous les cas et se téléchargent à tout moment dans l’espace client.
