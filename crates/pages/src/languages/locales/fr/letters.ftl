# Letters to a server's users: links for a new password, notices; and the account they go through.
new-password-by-email = Écrivez votre nom d’utilisateur ou votre adresse e-mail. La personne à qui il appartient reçoit par e-mail un lien pour un nouveau mot de passe.
new-password-name = Nom d’utilisateur ou adresse e-mail
new-password-send = Envoyer le lien
new-password-asked = Si un tel utilisateur existe et a une adresse e-mail, un lien lui est envoyé.
new-password-asked-hint = Le lien sert une fois, pendant une demi-heure. S’il n’arrive pas, regardez dans les courriers indésirables ou demandez à un administrateur.
account-email-hint = Les liens pour un nouveau mot de passe et les avis vont à cette adresse.
people-link-send = Envoyer le lien par e-mail
people-link-sent = Un lien pour un nouveau mot de passe est envoyé à cet utilisateur. Il sert une fois, pendant une demi-heure.
people-link-unsent = Le lien n’a pas été envoyé. Configurez d’abord le compte e-mail du serveur, sur la page des utilisateurs, et donnez une adresse à cet utilisateur.
server-email-title = Compte e-mail du serveur
server-email-explained = Par ce compte, le serveur écrit à ses utilisateurs : liens pour un nouveau mot de passe, et avis quand un mot de passe, un second facteur ou une adresse change. Quiconque lit ses messages envoyés peut lire ces liens. Les entreprises ont leurs propres comptes.
server-email-remove-question = Supprimer ce compte ? Les utilisateurs demanderont alors un nouveau mot de passe à un administrateur.
error-form-changed-meanwhile = Quelqu’un a modifié ces paramètres après que vous les avez ouverts, et rien n’a été enregistré. Ce que vous avez saisi figure ci-dessous. Comparez, puis enregistrez de nouveau si c’est toujours juste.
account-access = Où vous travaillez
account-access-business = Entreprise
account-access-all = Tout, en tant qu’administrateur.
account-access-none = Aucune entreprise ne vous est encore ouverte. Demandez à un administrateur.
account-access-endless = Sans fin
letter-link-subject = Nouveau mot de passe sur { $server }
letter-link-text =
    { $name },

    un nouveau mot de passe a été demandé sur { $server } pour l’utilisateur { $user }. Choisissez-le avec ce lien :

    { $link }

    Le lien sert une fois, pendant une demi-heure. Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.
letter-change-subject = Votre utilisateur sur { $server } a été modifié
letter-password-text =
    { $name },

    un nouveau mot de passe a été choisi sur { $server } pour l’utilisateur { $user }, et les autres sessions ont été fermées.

    Si ce n’était pas vous, demandez tout de suite de l’aide à un administrateur.
letter-second-factor-text =
    { $name },

    le second facteur de l’utilisateur { $user } sur { $server } a été activé ou désactivé.

    Si ce n’était pas vous, changez votre mot de passe et demandez tout de suite de l’aide à un administrateur.
letter-email-text =
    { $name },

    les liens et les avis pour l’utilisateur { $user } sur { $server } vont désormais à une autre adresse. Celui-ci est le dernier à cette adresse.

    Si ce n’était pas vous, demandez tout de suite de l’aide à un administrateur.
