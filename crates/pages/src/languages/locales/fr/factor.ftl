# The second factor that administrators of the Cloud edition need.
factor-wanted = En tant qu’administrateur, vous aurez besoin d’un second facteur ici à partir du { $date }. Configurez-le sous votre nom.
factor-needed = Les administrateurs ont besoin d’un second facteur ici : un mot de passe seul ouvrirait les comptes de toute l’entreprise. Configurez-le pour continuer à travailler. Vos sauvegardes restent accessibles dans le portail.
error-second-factor-needed = Il vous faut un second facteur avant de pouvoir faire cela. Configurez-le sous votre nom.
