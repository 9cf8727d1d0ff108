# Sécurité : ce qui continue après un remplacement, plusieurs alertes à la fois, copies dans les emplacements.

answer-kept = C’est la même entreprise qui était tenue ici, donc ce que vous aviez dit d’elle reste vrai : ses sauvegardes automatiques continuent. Les e-mails venus avec le fichier restent retenus, et son compte de messagerie est à configurer de nouveau.
answer-asked = Tant que vous n’avez pas dit sur son Résumé ce qu’elle est, elle n’envoie aucun e-mail, et ses sauvegardes automatiques attendent.
answer-back = Ce que vous aviez dit d’elle vaut de nouveau, et ses sauvegardes automatiques continuent.
command-answer-asked = Tant qu’elle n’est pas confirmée, elle n’envoie aucun e-mail, et ses sauvegardes automatiques attendent. Si ses livres sont tenus ici, dites-le avec : { $command }
command-business-confirmed = Les livres de « { $name } » sont tenus ici : elle envoie ses e-mails, et ses sauvegardes automatiques sont faites.
command-business-is-copy = « { $name } » est une copie : elle n’envoie aucun e-mail et ne fait rien d’elle-même.
command-schedule-waits-unconfirmed = « { $name } » vient d’un fichier, et personne n’a encore dit que ses livres sont tenus ici. La planification est gardée, mais n’en fait aucune sauvegarde tant que vous ne le dites pas avec : { $command }
command-schedule-waits-copy = « { $name } » a été déclarée copie, qui ne fait rien d’elle-même : la planification n’en fait aucune sauvegarde. Si ses livres sont tenus ici, dites-le avec : { $command }
command-schedule-word-waits = attend une réponse
command-backups-copy-whole = { $place } : { $file } est entière ({ $size }).
kept-alarms = { $count-is ->
    [one] { $count } point demande votre attention :
    [many] { $count } de points demandent votre attention :
   *[other] { $count } points demandent votre attention :
}
kept-alarm-came-back-bad = L’essai de restauration du { $when } a trouvé la sauvegarde la plus récente fautive. { $reason } Faites-en une autre maintenant.
kept-proved-before = Prouvée pour la dernière fois le
error-holds-nothing = { $folder } : rien ne peut y être gardé, car aucun disque ne se trouve derrière. Choisissez un dossier d’un disque.
error-keeping-place-short = { $place } : pas assez de place pour cette sauvegarde : il faut { $needed-size }, { $free-size } sont libres. Libérez de la place, ou choisissez un autre emplacement.
verify-damage-only = Le fichier n’a qu’un bloc, et il est endommagé.
verify-rows = Lignes
verify-rows-explained = { $count-is ->
    [one] Un fichier joint compte deux lignes : le fichier et l’enregistrement qui en parle. La { $count } pièce jointe est comptée ainsi ici, et une seule fois plus bas.
    [many] Un fichier joint compte deux lignes : le fichier et l’enregistrement qui en parle. Les { $count } de pièces jointes sont comptées ainsi ici, et une seule fois plus bas.
   *[other] Un fichier joint compte deux lignes : le fichier et l’enregistrement qui en parle. Les { $count } pièces jointes sont comptées ainsi ici, et une seule fois plus bas.
}
rescue-perhaps-more = (nombre inconnu)
rescue-on-page = à la page { $number } du fichier
rescue-from-on = à partir du numéro { $number }
error-nothing-whole = { $file } : le fichier est si endommagé ou tronqué que rien d’une entreprise ne peut en être lu. Utilisez une autre copie, ou une sauvegarde plus ancienne.
mend-button = Réparer la liste des sauvegardes
mend-title = La liste des sauvegardes a été réparée
mend-nothing = La liste n’avait rien. Elle est comme elle était.
mend-whole = Tout ce qu’elle contenait a pu être lu et se trouve dans la nouvelle liste.
mend-lost = Une partie n’a plus pu être lue. Voyez ci-dessous ce qui a été repris, et recréez ce qui manque. Aucune sauvegarde n’est perdue : celles des emplacements sont retrouvées.
mend-kept-as = La liste endommagée a été gardée : { $file }
mend-all-of = { $part } : { $number } repris, c’est-à-dire tous.
mend-some-of = { $part } : { $number } repris ; d’autres sont peut-être perdus.
mend-part-places = Emplacements
mend-part-schedules = Planifications
mend-part-rules = Règles de conservation
mend-part-backups = Sauvegardes dans la liste
mend-part-runs = Travaux faits
error-keeping-nothing-to-mend = Il n’y a pas ici de liste de sauvegardes à réparer.
looking-checking-rows = { $count-is ->
    [one] Contrôle du fichier… { $count } ligne lue
    [many] Contrôle du fichier… { $count } de lignes lues
   *[other] Contrôle du fichier… { $count } lignes lues
}
