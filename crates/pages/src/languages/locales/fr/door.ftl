# Mots de l’espace client et de la connexion à l’édition Cloud.
sign-in-name-or-email = Adresse e-mail ou nom d’utilisateur
portal-receipt-lead = Tout a été effacé ? Consultez le reçu.
error-receipt-not-found = Il n’y a pas de reçu avec ce numéro, ou pas encore : il est établi quand tout est effacé. Comparez le numéro avec celui que vous avez noté.
portal-erasure-called-back = L’effacement a été annulé. Tout reste en l’état.
