# Sauvegardes conservées : le calendrier, les emplacements, les planifications et ce qui reste.

kept-title = Sauvegardes
kept-all-title = Sauvegardes de toutes les entreprises
kept-all-safety = Sécurité de chaque entreprise
kept-look-at = À vérifier
kept-calendar = Calendrier des sauvegardes
kept-to-calendar = Vers le calendrier
kept-more = Plus
kept-set-up = Faire des sauvegardes automatiques
kept-safe = Tout ce qui précède le { $when } est en sécurité.
kept-unsafe = Rien n’est encore conservé dans un emplacement.
kept-last-good = Dernière sauvegarde réussie
kept-unsaved = Depuis
kept-unsaved-none = Rien n’a changé
kept-unsaved-count = { $count-is ->
    [one] { $count } modification n’est encore dans aucune sauvegarde conservée
    [many] { $count } de modifications ne sont encore dans aucune sauvegarde conservée
   *[other] { $count } modifications ne sont encore dans aucune sauvegarde conservée
}
kept-proved-restorable = Restauration prouvée le
kept-never-rehearsed = Pas encore prouvée
kept-next-due = Prochaine sauvegarde
kept-nothing-due = Aucune n’est prévue
kept-due-after-answer = Aucune, tant que vous n’avez pas dit ce qu’est cette entreprise
kept-alarm-failed = La dernière sauvegarde a échoué le { $when }. { $reason }
kept-alarm-missed = La sauvegarde prévue le { $when } n’a pas été faite : le programme n’était pas en marche.
kept-alarm-not-restorable = L’essai de restauration du { $when } a échoué. { $reason }
kept-alarm-silent = { $count-is ->
    [one] Le travail du dernier jour n’est dans aucune sauvegarde conservée. Faites-en une maintenant.
    [many] Le travail des derniers { $count } de jours n’est dans aucune sauvegarde conservée. Faites-en une maintenant.
   *[other] Le travail des { $count } derniers jours n’est dans aucune sauvegarde conservée. Faites-en une maintenant.
}
kept-alarm-never = Aucune bonne sauvegarde ne se trouve encore dans un emplacement. Faites-en une maintenant.

kept-legend-good = Réussie
kept-legend-failed = Échouée
kept-legend-missed = Manquée
kept-legend-unchanged = Rien n’avait changé
kept-legend-gone = Dans la corbeille ou disparue
kept-day-good = { $count-is ->
    [one] { $count } sauvegarde réussie
    [many] { $count } de sauvegardes réussies
   *[other] { $count } sauvegardes réussies
}
kept-day-failed = { $count-is ->
    [one] { $count } échouée
    [many] { $count } échouées
   *[other] { $count } échouées
}
kept-day-missed = { $count-is ->
    [one] { $count } manquée
    [many] { $count } manquées
   *[other] { $count } manquées
}
kept-day-unchanged = { $count-is ->
    [one] rien n’avait changé une fois
    [many] rien n’avait changé { $count } de fois
   *[other] rien n’avait changé { $count } fois
}
kept-day-gone = { $count-is ->
    [one] { $count } dans la corbeille ou disparue
    [many] { $count } dans la corbeille ou disparues
   *[other] { $count } dans la corbeille ou disparues
}
kept-day-empty = Aucune sauvegarde n’a été faite ce jour-là.
kept-state-good = Réussie
kept-state-failed = Échouée
kept-state-missed = Manquée
kept-state-trashed = Dans la corbeille
kept-state-lost = N’est plus là
kept-state-emptied = Supprimée
kept-state-unchanged = Inchangée
kept-unchanged-explained = Rien n’avait changé depuis la dernière sauvegarde réussie ; aucune autre n’a été faite.
kept-missed-explained = Cette sauvegarde était prévue, mais le programme n’était pas en marche.
kept-trashed-at = Mise à la corbeille le { $when }. Elle est supprimée 30 jours plus tard.
kept-lost-at = Le { $when }, le fichier n’était plus à son emplacement. Personne ne l’a supprimé d’ici.
kept-emptied-at = Supprimée de la corbeille le { $when }.
kept-place-removed = Son emplacement a été retiré de la liste
kept-encrypted = Chiffrée
kept-contents-unknown = Inconnu tant qu’elle n’est pas vérifiée
kept-verified = Vérifiée
kept-verified-how = relue à son emplacement et prouvée intègre
kept-rehearsed-how = restaurée à l’essai et égale à l’unité près
kept-not-yet = Pas encore
kept-restore = Restaurer…
kept-verify-now = Vérifier maintenant
kept-rehearse-now = Essayer la restauration
kept-rehearse-newest = Essayer la restauration maintenant
kept-move-to-trash = Mettre à la corbeille
kept-bring-back = Sortir de la corbeille
kept-trash-question = Mettre { $file } à la corbeille de son emplacement ? Elle y reste 30 jours et peut en être sortie.
kept-done-trashed = La sauvegarde a été mise à la corbeille. Elle y reste 30 jours.
kept-done-brought-back = La sauvegarde a été sortie de la corbeille.
kept-done-stopped = Arrêté. Rien d’inachevé n’a été laissé.

kept-run = Sauvegarder maintenant dans les emplacements
kept-run-heading = Sauvegarder { $name } dans des emplacements
kept-run-explained = Une sauvegarde est faite, relue, puis déposée dans chaque emplacement coché. Si rien n’a changé depuis la dernière, aucune autre n’est faite.
kept-run-title = La sauvegarde dans ses emplacements
kept-run-good = La sauvegarde a été faite et prouvée, puis relue dans chaque emplacement.
kept-run-unchanged = Rien n’avait changé depuis la dernière sauvegarde réussie. Elle se trouve toujours dans chaque emplacement.
kept-working-title = Travail sur les sauvegardes
kept-progress-bringing-back = Restauration à l’essai
kept-rehearsal-title = Essai de restauration
kept-rehearsal-good = La sauvegarde a été restaurée à l’essai et égale ce qui a été sauvegardé.
kept-rehearsal-explained = Elle a été reprise de son emplacement, contrôlée, importée dans un espace d’essai et comparée à son manifeste : contenu et balance sont égaux. Vos livres n’ont pas été touchés.
kept-verification-title = Vérification d’une sauvegarde
kept-verification-good = La sauvegarde a été relue à son emplacement. Elle est intègre.
kept-ongoing-backup = Une sauvegarde est en cours.
kept-ongoing-rehearsal = Une sauvegarde est restaurée à l’essai.
kept-ongoing-retention = D’anciennes sauvegardes sont mises à la corbeille.
kept-ongoing-alarm = Une alerte est envoyée.
kept-ongoing-elsewhere = Pour une autre entreprise : { $work }

places-title = Emplacements des sauvegardes
places-explained = Un emplacement est un dossier, par exemple sur un second disque, ou un stockage sur internet. Les sauvegardes y sont déposées automatiquement ou à votre demande.
places-none-title = Vos sauvegardes n’ont pas encore d’emplacement
places-none = Ajoutez un dossier ou un stockage. Des sauvegardes y seront faites automatiquement.
places-none-ask = Demandez à un administrateur d’ajouter un emplacement pour les sauvegardes.
places-proposal = Conserver les sauvegardes dans { $folder }, pour chaque entreprise, chaque jour à { $time }, et prouver chaque semaine qu’elles se restaurent. Tout cela peut être modifié plus tard.
places-proposal-accept = Y conserver les sauvegardes
places-proposal-name = Cet ordinateur
places-elsewhere = Un dossier de cet ordinateur protège des erreurs, pas du vol, du feu ou d’un disque en panne. Ajoutez aussi un second disque ou un stockage.
places-add-folder = Ajouter un dossier
places-add-storage = Ajouter un stockage
place-kind = Nature
place-kind-folder = Dossier
place-kind-storage = Stockage compatible S3
place-address = Adresse
place-holds = S’y trouvent
place-holds-count = { $count-is ->
    [one] { $count } sauvegarde réussie, { $size }
    [many] { $count } de sauvegardes réussies, { $size }
   *[other] { $count } sauvegardes réussies, { $size }
}
place-try = Tester
place-look = Chercher des sauvegardes
place-edit-title = Modifier un emplacement
place-name = Nom
place-name-hint = Celui sous lequel vous le connaissez, comme « Disque bleu ».
place-folder = Dossier
place-folder-hint = Le chemin complet. Il peut être sur un second disque ou dans un dossier partagé.
place-endpoint = Point d’accès
place-endpoint-hint = Par exemple https://s3.example.com. Laissez vide pour Amazon.
place-region = Région
place-region-hint = Par exemple ap-south-1.
place-bucket = Compartiment
place-prefix = Préfixe
place-prefix-hint = Ce par quoi tous les noms y commencent. Peut rester vide.
place-key-id = Identifiant de clé d’accès
place-secret = Clé d’accès secrète
place-secret-hint = Elle est gardée hors de vos livres et n’est plus jamais affichée.
place-secret-kept = Laissez vide pour garder celle qui est enregistrée. Elle n’est jamais affichée.
place-path-style = Le compartiment figure dans le chemin
place-path-style-hint = Souvent nécessaire pour votre propre stockage ; pas pour Amazon.
place-tried-first = Avant l’enregistrement, un petit fichier est déposé, relu et supprimé.
place-save = Tester et enregistrer
place-saved = L’emplacement fonctionne et a été enregistré.
place-tried = L’emplacement fonctionne : un petit fichier a été déposé, relu et supprimé.
place-removed = L’emplacement a été retiré de la liste. Ce qui s’y trouve n’a pas été touché.
place-busy = Un autre travail sur les sauvegardes est en cours. Réessayez dans un instant.
place-looked = { $count-is ->
    [one] { $count } sauvegarde absente de la liste a été trouvée ; { $lost } ne sont plus là.
    [many] { $count } de sauvegardes absentes de la liste ont été trouvées ; { $lost } ne sont plus là.
   *[other] { $count } sauvegardes absentes de la liste ont été trouvées ; { $lost } ne sont plus là.
}
place-remove-question = Retirer « { $name } » de la liste ? Les sauvegardes qui s’y trouvent y restent, mais ne sont plus suivies. Une planification sans autre emplacement est suspendue.

schedules-title = Sauvegardes automatiques
schedules-explained = Ce qui était prévu pendant que le programme ne tournait pas est rattrapé au démarrage et reste visible comme manqué.
schedules-add = Ajouter une planification
schedules-none = Aucune planification : aucune sauvegarde n’est faite automatiquement.
schedule-edit-title = Modifier une planification
schedule-rhythm = Fréquence
schedule-hourly = Chaque heure
schedule-daily = Chaque jour
schedule-weekly = Chaque semaine
schedule-on-close = À la fermeture du programme
schedule-daily-at = Chaque jour à { $time }
schedule-weekly-at = Chaque semaine, le { $day } à { $time }
schedule-time = À
schedule-time-hint = Pour chaque jour et chaque semaine. Dans le fuseau horaire de l’entreprise.
schedule-day = Le
schedule-day-hint = Pour chaque semaine.
schedule-all-businesses = Toutes les entreprises, aussi les nouvelles
schedule-business-gone = Cette entreprise n’est plus là.
schedule-no-places = Aucun emplacement n’est choisi.
schedule-time-wrong = Indiquez la fréquence, et l’heure en heures et minutes.
schedule-rehearsed = Essai de restauration
schedule-rehearsed-weekly = Chaque semaine
schedule-rehearsed-label = Prouver chaque semaine que la dernière sauvegarde se restaure
schedule-rehearsed-hint = Elle est reprise de son emplacement, importée dans un espace d’essai et comparée. Vos livres ne sont pas touchés.
schedule-alarm-to = E-mail en cas de problème
schedule-alarm-hint = Par le compte de messagerie de l’entreprise. Laissez vide pour aucun.
schedule-alarm-wrong = Ce n’est pas une adresse e-mail.
schedule-encrypted = Protéger par une phrase secrète
schedule-passphrase = Phrase secrète
schedule-passphrase-again = Phrase secrète, encore une fois
schedule-passphrase-hint = Sans elle, personne ne peut lire ces sauvegardes, vous non plus. Notez-la et gardez-la ailleurs.
schedule-passphrase-kept = Laissez vide pour garder celle qui est enregistrée. Elle n’est jamais affichée.
schedule-passphrase-differs = La phrase secrète a été saisie autrement la seconde fois.
schedule-passphrase-short = La phrase secrète doit avoir au moins { $count } caractères.
schedule-paused = Suspendue
schedule-pause = Suspendre
schedule-resume = Reprendre
schedule-remove-question = Retirer cette planification ? Les sauvegardes qu’elle a faites restent.
schedule-proposed = C’est fait. Des sauvegardes sont désormais faites automatiquement. Vous pouvez le modifier ici.
schedule-saved = La planification a été enregistrée.
schedule-done-paused = La planification est suspendue.
schedule-done-resumed = La planification reprend dès maintenant.
schedule-done-removed = La planification a été retirée. Les sauvegardes qu’elle a faites restent.

retention-title = Combien de sauvegardes restent
retention-for-all = Combien de sauvegardes restent, pour toutes les entreprises
retention-for-all-explained = Cela vaut pour chaque entreprise sans règle propre.
retention-explained = De chaque heure, jour, semaine, mois et année qui a une sauvegarde, la dernière reste, pour autant d’entre eux que vous le dites. Ce que l’une de ces règles garde reste. Les plus récentes et les plus récentes prouvées ne partent jamais. Ce qui part reste 30 jours à la corbeille.
retention-own = Cette entreprise a sa propre règle.
retention-of-all = La règle de toutes les entreprises s’applique.
retention-use-common = Utiliser la règle de toutes les entreprises
retention-keeps-all = Rien ne part.
retention-last = Dernières
retention-hourly = Par heure
retention-daily = Par jour
retention-weekly = Par semaine
retention-monthly = Par mois
retention-yearly = Par année
retention-keep-all = Ne rien laisser partir
retention-keep-all-hint = Chaque sauvegarde reste jusqu’à ce que quelqu’un la mette à la corbeille.
retention-number-wrong = Entrez un nombre entier, 0 pour aucune.
retention-preview = Montrer ce qui partirait
retention-not-saved = Ceci est un aperçu. Rien n’a été enregistré et rien n’est parti.
retention-saved = La règle a été enregistrée.
retention-nothing-yet = Il n’y a pas encore de bonnes sauvegardes dont cette règle pourrait parler.
retention-outlook = { $count-is ->
    [one] { $place } : { $stay } restent, { $count } part
    [many] { $place } : { $stay } restent, { $count } partent
   *[other] { $place } : { $stay } restent, { $count } partent
}
retention-each = Chaque sauvegarde, et pourquoi
retention-fate = Ce qu’elle devient
retention-why = Pourquoi
retention-stays = Reste
retention-goes = À la corbeille
retention-no-reason = Aucune partie de la règle ne la garde
retention-reason-newest = parmi les sept plus récentes
retention-reason-proved = parmi les trois plus récentes prouvées
retention-reason-complete = la plus récente qui contient tout
retention-reason-last = parmi les dernières
retention-reason-hourly = la dernière de son heure
retention-reason-daily = la dernière de son jour
retention-reason-weekly = la dernière de sa semaine
retention-reason-monthly = la dernière de son mois
retention-reason-yearly = la dernière de son année
retention-reason-no-rule = rien ne part
retention-now = Mettre celles-ci à la corbeille
retention-now-question = Mettre à la corbeille ce qu’aucune règle ne garde ? Cela peut en être sorti pendant 30 jours.
retention-went = { $count-is ->
    [one] { $place } : { $count } sauvegarde a été mise à la corbeille.
    [many] { $place } : { $count } de sauvegardes ont été mises à la corbeille.
   *[other] { $place } : { $count } sauvegardes ont été mises à la corbeille.
}
