# La conservation : les sauvegardes automatiques, leurs emplacements et ce qui peut y manquer.

progress-storing = Dépôt à son emplacement
progress-fetching = Lecture depuis son emplacement
progress-waiting = En attente d’un autre travail
history-fact-places = Emplacements
history-fact-schedule = Planification

error-place-file-not-found = { $place } : le fichier { $file } n’y est pas. Regardez de nouveau dans l’emplacement ; quelqu’un l’a peut-être déplacé.
error-place-file-exists = { $place } : un fichier { $file } y est déjà. Il a été laissé tel quel.
error-place-vanished = { $place } : le dossier n’est pas là, ou n’est pas celui qui a été préparé. Branchez son disque, puis réessayez.
error-place-full = { $place } : il n’y a plus de place. Libérez-en, ou choisissez un autre emplacement.
error-place-denied = { $place } : l’accès est refusé ({ $reason }). Vérifiez les clés et les droits.
error-place-unreachable = { $place } : l’emplacement est injoignable ({ $reason }). Vérifiez la connexion, puis réessayez.
error-place-differs = { $place } : le contenu relu de { $file } n’est pas celui qui a été déposé. Ne comptez pas sur cette sauvegarde.
error-place-bad-settings = { $place } : ces réglages ne peuvent pas être justes ({ $reason }). Corrigez-les.
error-place-stopped = { $place } : la copie s’est arrêtée ({ $reason }). Réessayez.
error-place-failed = { $place } : l’emplacement a échoué ({ $reason }). Réessayez, ou choisissez-en un autre.
error-catalogue-damaged = { $file } : la liste des sauvegardes est illisible ({ $reason }). Aucune sauvegarde n’est perdue. Réparez la liste ({ $command }) : les emplacements, planifications et règles encore lisibles passent dans une nouvelle, et les sauvegardes sont retrouvées dans leurs emplacements.
error-catalogue-too-new = { $file } : la liste des sauvegardes vient d’une version plus récente du programme. Utilisez cette version.
error-catalogue-not-written = { $file } : impossible d’écrire la liste des sauvegardes ({ $reason }). Vérifiez le disque et les droits du dossier des données.
error-retention-clock-behind = Rien n’a été retiré : l’horloge indique { $now }, mais la sauvegarde la plus récente date de { $newest }. Réglez l’horloge.
error-retention-too-long-ago = Rien n’a été retiré : la sauvegarde la plus récente date de { $newest }, c’est trop ancien. Faites d’abord une sauvegarde.
error-keeping-no-places = Il n’y a pas encore d’emplacement pour les sauvegardes. Ajoutez d’abord un dossier ou un stockage.
error-keeping-place-unknown = Cet emplacement de sauvegarde n’existe pas. Il a peut-être été retiré entre-temps.
error-keeping-entry-unknown = Cette sauvegarde n’est pas dans la liste. Regardez de nouveau dans l’emplacement.
error-keeping-not-there = { $file } : cette sauvegarde n’est pas à son emplacement. Regardez-y de nouveau.
error-keeping-last-good = { $file } est la dernière bonne sauvegarde de { $business } et reste. Faites-en d’abord une autre.
error-keeping-no-backup = Il n’y a pas encore de bonne sauvegarde de { $business }. Faites-en d’abord une.
error-keeping-folder-not-whole = { $folder } : ce n’est pas un chemin complet. Commencez-le à la racine du disque.
error-keeping-name-missing = Donnez à l’emplacement un nom auquel vous le reconnaissez.
error-keeping-passphrase-missing = La phrase secrète de ces sauvegardes manque. Saisissez-la de nouveau.
error-keeping-came-back-differing = { $file } a été restaurée pour essai et diffère : { $what } devrait être { $expected } et vaut { $found }.
error-keeping-interrupted = Le programme s’est arrêté avant la fin de la sauvegarde. Elle sera faite quand il tournera de nouveau.
keeper-alarm-subject = Sauvegarde de { $business } : quelque chose n’a pas marché
keeper-alarm-text = La sauvegarde automatique de { $business } n’est pas comme elle devrait être. { $reason } Ouvrez le programme et regardez la page des sauvegardes. Ce message est envoyé une fois par jour jusqu’à ce que tout soit en ordre.
error-keeping-missed = Des sauvegardes automatiques ont été manquées, car le programme ne tournait pas ({ $count }). La dernière est faite maintenant.

# Les commandes de `tijori backups`.
command-backups-none = Aucune sauvegarde n’est encore conservée.
command-backups-kept = Conservée dans { $place } : { $file } ({ $size }), relue et identique.
command-backups-unchanged = Rien n’a changé depuis { $file }, qui est toujours dans { $place }.
command-backups-rehearsed = { $file } a été restaurée pour essai et est identique : elle peut être restaurée.
command-backups-downloaded = Copiée vers { $file } ({ $size }).
command-backups-removed = { $file } est dans la corbeille de son emplacement.
command-backups-restored = { $file } a été sortie de la corbeille.
command-backups-retired = { $place } : { $count-is ->
    [one] { $count } sauvegarde mise à la corbeille
    [many] { $count } de sauvegardes mises à la corbeille
   *[other] { $count } sauvegardes mises à la corbeille
} ; définitivement effacées de la corbeille : { $emptied }.
command-backups-stays = reste
command-backups-goes = part
command-backups-why-newest = parmi les plus récentes
command-backups-why-proved = vérifiée entière
command-backups-why-complete = contient tout
command-backups-why-last = dernières
command-backups-why-hourly = horaire
command-backups-why-daily = quotidienne
command-backups-why-weekly = hebdomadaire
command-backups-why-monthly = mensuelle
command-backups-why-yearly = annuelle
command-backups-why-no-rule = rien ne part
command-backups-state-good = bonne
command-backups-state-failed = échouée
command-backups-state-missed = manquée
command-backups-state-trashed = à la corbeille
command-backups-state-lost = perdue
command-backups-state-emptied = effacée
command-backups-proof-good = prouvée
command-backups-proof-bad = mauvaise
command-place-ready = L’emplacement { $name } est prêt : { $address }
command-place-removed = L’emplacement { $name } est oublié. Ce qui s’y trouve reste : { $address }
command-secret-ask = Clé d’accès secrète :
command-schedule-on = active
command-schedule-paused = La planification { $key } est suspendue.
command-schedule-resumed = La planification { $key } reprend dès maintenant.
command-schedule-added = La planification { $key } a été ajoutée. Les sauvegardes sont faites pendant que le programme tourne.
command-schedule-removed = La planification { $key } est oubliée. Ce qu’elle a fait reste.
command-schedule-word-paused = suspendue
command-schedule-all = toutes les entreprises
command-schedules-none = Il n’y a pas encore de planification.
error-command-place-unknown = Il n’y a pas d’emplacement { $name }. Voyez la liste des emplacements.
error-command-place-ambiguous = Plusieurs emplacements s’appellent { $name }. Donnez une de ces clés : { $keys }
error-command-schedule-unknown = Il n’y a pas de planification avec la clé { $key }. Voyez la liste des planifications.
error-command-secret-missing = La clé d’accès secrète manque. Définissez { $variable }, ou lancez la commande dans un terminal.
error-keeping-busy = Une sauvegarde ou un contrôle est en cours. Attendez la fin, ou arrêtez-le.
error-keeping-place-twice = { $address } est déjà l’emplacement { $name }. Un seul suffit.
