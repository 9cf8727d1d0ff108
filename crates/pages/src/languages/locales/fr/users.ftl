# Users: signing in, what someone may do. The key of a sentence about an error is error-<code>.
error-sign-in-refused = Le nom ou le mot de passe est incorrect.
error-too-many-tries = Il y a eu trop d’essais incorrects. Attendez { $seconds } secondes et réessayez.
error-code-refused = Le code est incorrect ou a déjà servi. Attendez le suivant et réessayez.
error-link-refused = Ce lien a déjà servi ou est trop ancien. Demandez-en un nouveau.
error-password-too-short = Ce mot de passe est trop court. Écrivez au moins 12 lettres, ou 8 là où un second facteur est aussi demandé.
error-password-too-long = Ce mot de passe est trop long. Écrivez au plus 128 lettres.
error-password-too-common = Ce mot de passe est facile à deviner. Ajoutez des mots sans rapport avec vous.
error-user-name-refused = Le nom « { $name } » ne peut pas servir. Écrivez 1 à 100 lettres, chiffres, ou . _ - @ sans espace.
error-user-name-taken = Il y a déjà un utilisateur appelé « { $name } ». Choisissez un autre nom.
error-last-administrator = C’est le dernier administrateur. Nommez-en d’abord un autre.
error-user-not-found = Cet utilisateur n’existe plus.
error-users-failed = Les utilisateurs ne peuvent pas être lus ou écrits. Rien n’a été modifié. Réessayez.
