# Protéger une sauvegarde par une phrase secrète, sa fiche de secours, ouvrir un tel fichier, les dommages sur la page de vérification.

protect-title = Protéger par une phrase secrète
protect-none = Sans phrase secrète : quiconque a le fichier peut le lire
protect-words = Six mots que le programme tire au hasard pour vous
protect-own = Une phrase secrète de votre choix
protect-warning = Sans la phrase secrète, personne ne peut ouvrir le fichier ni la retrouver, pas même les auteurs de ce programme.
protect-passphrase = Phrase secrète
protect-passphrase-hint = Au moins 12 caractères ; le mieux est d’aligner plusieurs mots sans rapport entre eux.
protect-passphrase-again = La même phrase secrète encore une fois
protect-done = Faites ces deux choses avant de compter sur cette sauvegarde.
protect-step-sheet = Imprimez la fiche de secours, ou notez la phrase secrète à la main. Gardez-la loin du fichier.
protect-step-test = Saisissez la phrase secrète telle qu’elle figure sur la fiche, pour prouver qu’elle ouvre le fichier. Ensuite, le programme ne montre plus les mots.
protect-test = Essayer la phrase secrète
protect-tested = Essayée : elle ouvre le fichier.
protect-untested = Pas encore essayée
sheet-title = Fiche de secours
sheet-explanation = Gardez cette fiche avec vos papiers importants, et non à côté de la sauvegarde. Quiconque a les deux peut lire les comptes.
sheet-write = Notez ici la phrase secrète à la main, avec ses majuscules et ses espaces :
sheet-with-words = Imprimer les mots sur la fiche
sheet-with-lines = Imprimer plutôt des lignes où écrire
sheet-how = Comment ouvrir le fichier
sheet-how-here = Avec { $program } : choisissez « { $way } », puis le fichier, et saisissez la phrase secrète.
sheet-how-elsewhere = Sans lui : le fichier est au format public age. Tout programme pour age l’ouvre, et Zstandard décompresse ce qu’il contient ; le résultat est une base de données SQLite.
locked-title = Ce fichier est protégé par une phrase secrète
locked-explanation = Saisissez la phrase secrète de la fiche de secours. Elle sert à ouvrir le fichier maintenant et n’est pas conservée.
locked-open = Ouvrir
locked-other = Choisir un autre fichier
verify-damage = Où il est endommagé
verify-damage-count = { $count-is ->
    [one] { $count } bloc sur { $total } est endommagé.
    [many] { $count } de blocs sur { $total } sont endommagés.
   *[other] { $count } blocs sur { $total } sont endommagés.
}
error-passphrase-guessable = Cette phrase secrète est facile à deviner. Prenez plusieurs mots sans rapport entre eux ni avec l’entreprise.
error-locked-not-found = Ce fichier n’attend plus sa phrase secrète. Choisissez-le de nouveau.
error-verification-not-found = Ce résultat n’est plus conservé. Vérifiez le fichier de nouveau.
