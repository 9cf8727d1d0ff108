# Les lettres que l’édition Cloud écrit d’elle-même aux utilisateurs.
letter-helped-subject = Votre utilisateur { $user } a été modifié
letter-helped-link-text =
    { $name },

    l’exploitant de Tijori pour { $firm } a créé un lien pour un nouveau mot de passe de l’utilisateur { $user }, parce que quelqu’un a demandé de l’aide. Il fonctionne une seule fois, pendant une demi-heure.

    Si ce n’est pas vous qui l’avez demandé, répondez tout de suite à cette lettre et prévenez un administrateur de { $firm }.
letter-helped-factor-text =
    { $name },

    l’exploitant de Tijori pour { $firm } a retiré le second facteur de l’utilisateur { $user }, parce que quelqu’un a demandé de l’aide. Le mot de passe seul suffit désormais pour vous connecter. Configurez bientôt un nouveau second facteur.

    Si ce n’est pas vous qui l’avez demandé, changez tout de suite votre mot de passe, répondez à cette lettre et prévenez un administrateur de { $firm }.
