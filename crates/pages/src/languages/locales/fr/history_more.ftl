# Annuler, revoir, exporter et vérifier l’historique.
history-undo = Annuler cette modification
history-bring-back = Rétablir
history-undo-question-change = La modification { $number } ({ $what }) est annulée : l’enregistrement reprend ce qu’il contenait avant.
history-undo-question-create = La modification { $number } ({ $what }) est annulée : l’enregistrement est supprimé, avec ses fichiers.
history-undo-question-delete = La modification { $number } ({ $what }) est annulée : l’enregistrement revient, avec les fichiers supprimés en même temps.
history-undo-adds = Rien n’est effacé : l’annulation ajoute une ligne à l’historique.
history-undo-would = Ce que l’annulation change
history-undo-since = Ce qui a changé depuis
error-undo-changed-since = Cet enregistrement a encore été modifié ensuite. Annulez d’abord les modifications suivantes, en commençant par la plus récente, ou modifiez l’enregistrement.
error-undo-no-record = Cette ligne n’est pas la modification d’un enregistrement ; il n’y a rien à annuler.
history-as-it-was-before = Tel qu’il était avant
history-as-it-was-after = Tel qu’il était après
history-as-at-title = { $name }, tel qu’il était
history-as-at-explained = Tel qu’il était après la modification { $number }, le { $when }. Cette page est en lecture seule.
history-as-at-first = Tel qu’il était avant la première modification connue de l’historique. Cette page est en lecture seule.
history-as-at-none = À ce moment, cet enregistrement n’existait pas.
history-as-at-today = Tel qu’il est maintenant
history-export-csv = CSV
history-export-json = JSON
history-verify = Vérifier
history-fact-undoes = Annule la modification
history-fact-history-head = Dernière modification dans le fichier
history-fact-history-digest = Empreinte de l’historique du fichier
history-fact-file-sha256 = Empreinte du fichier (SHA-256)
history-fact-file-form = Forme du fichier
history-fact-other-changes = Modifications d’un autre programme
history-fact-head-now = Dernière modification à ce moment
history-fact-records-digest = Empreinte de tous les enregistrements
verify-page-title = Vérification
verify-agrees = Tout ce qui a été vérifié concorde avec l’historique.
verify-altered = { $count-is ->
    [one] { $count } élément ne concorde pas avec l’historique.
    [many] { $count } d’éléments ne concordent pas avec l’historique.
   *[other] { $count } éléments ne concordent pas avec l’historique.
}
verify-checked = Ce qui a été vérifié
verify-entries = Modifications suivies de la première à la dernière
verify-installations = Installations qui les ont écrites
verify-records = Enregistrements
verify-by-entry = Comparés à leur dernière modification
verify-sealed = Comparés au sceau d’une importation
verify-attachments = Fichiers comparés à leur enregistrement
verify-backups = Sauvegardes antérieures
verify-backups-none = Aucune sauvegarde antérieure n’est connue.
verify-backups-agree = { $count-is ->
    [one] L’historique concorde avec { $agreeing } sauvegarde sur { $count }.
    [many] L’historique concorde avec { $agreeing } sauvegardes sur { $count }.
   *[other] L’historique concorde avec { $agreeing } sauvegardes sur { $count }.
}
verify-files = Fichiers de sauvegarde lus
verify-passed-over = Pas une sauvegarde de cette entreprise, ou illisible : { $file }
verify-imports = Importations
verify-other-changes = Modifications d’un autre programme
verify-seal = Sceau
verify-seal-agrees = concorde
verify-seal-broken = rompu
verify-seal-not-compared = non comparé
verify-clock = { $count-is ->
    [one] L’horloge a reculé { $count } fois. Cela seul n’indique aucune falsification.
    [many] L’horloge a reculé { $count } de fois. Cela seul n’indique aucune falsification.
   *[other] L’horloge a reculé { $count } fois. Cela seul n’indique aucune falsification.
}
verify-clock-step = Modification { $number } : de { $before } à { $after }
verify-sides = Avant : ce que dit l’historique. Après : ce qui se trouve maintenant dans l’entreprise.
verify-among = { $count-is ->
    [one] C’est { $count } enregistrement de son groupe.
    [many] C’est l’un de { $count } d’enregistrements ; on ne peut pas dire lequel.
   *[other] C’est l’un de { $count } enregistrements ; on ne peut pas dire lequel.
}
verify-field = { $field } : l’historique dit { $before }, trouvé { $after }
verify-more = { $count-is ->
    [one] { $count } autre n’est pas affiché.
    [many] { $count } d’autres ne sont pas affichés.
   *[other] { $count } autres ne sont pas affichés.
}
verify-fault-chain-gap = Des modifications manquent : le numéro { $expected } était attendu et { $found } s’y trouve.
verify-fault-chain-unlinked = La modification { $number } ne suit pas la précédente : des lignes ont été remplacées ou déplacées.
verify-fault-chain-altered = La modification { $number } a été altérée.
verify-fault-history-unreadable = L’historique ne peut pas être lu : { $reason }
verify-fault-history-empty = L’historique est vide, alors que toute entreprise commence par une ligne.
verify-fault-record-altered = { $name } a été altéré en dehors du programme : il n’est pas tel que la modification { $number } l’a laissé.
verify-fault-record-vanished = { $name } a été retiré en dehors du programme après la modification { $number }.
verify-fault-record-returned = { $name } est présent alors que la modification { $number } l’a supprimé.
verify-fault-record-without-history = { $name } a été ajouté en dehors du programme : aucune modification n’en parle.
verify-fault-sealed-record-altered = { $name } est arrivé avec l’importation de la modification { $number } et a été altéré depuis en dehors du programme.
verify-fault-sealed-record-vanished = { $count-is ->
    [one] { $count } enregistrement arrivé avec l’importation de la modification { $number } a été retiré en dehors du programme.
    [many] { $count } d’enregistrements arrivés avec l’importation de la modification { $number } ont été retirés en dehors du programme.
   *[other] { $count } enregistrements arrivés avec l’importation de la modification { $number } ont été retirés en dehors du programme.
}
verify-fault-seal-broken = Les enregistrements arrivés avec l’importation de la modification { $number } ne sont plus tels qu’ils étaient.
verify-fault-other-history-altered = Les modifications d’un autre programme arrivées avec { $file } ne sont plus telles qu’elles étaient.
verify-fault-attachment-altered = Le fichier { $name } n’est pas celui qui a été joint.
verify-fault-email-altered = L’e-mail « { $name } » n’est pas celui qui a été envoyé : son expéditeur, ses destinataires, son objet ou son message ont été modifiés.
verify-fault-email-missing = L’e-mail { $name } a disparu : l’historique en parle.
verify-fault-head-beyond = L’historique a été coupé, ou une ancienne copie se trouve ici : la sauvegarde { $file } contient des modifications jusqu’à { $number }.
verify-fault-head-disagrees = L’historique a été réécrit : la sauvegarde { $file } contient une autre modification { $number }.
verify-unchecked-title = Ce qui n’a pas été vérifié
verify-unchecked-truth = Si ce qui a été saisi est vrai, et si la personne nommée était bien au clavier.
verify-unchecked-timestamps = L’heure rangée à côté de chaque enregistrement ; l’historique a la sienne.
verify-unchecked-profile = Le nom, le pays et le fuseau horaire de l’entreprise.
verify-unchecked-carried-tables = Les tables d’autres programmes, conservées sans être comprises.
verify-unchecked-emails = L’expéditeur, les destinataires, l’objet et le message des e-mails envoyés par une version antérieure : leurs entrées n’ont pas d’empreinte.
verify-unchecked-attachment-bytes = Chaque octet de chaque fichier joint ; « tijori verify » les lit tous.
verify-unchecked-unsealed-import = Les enregistrements d’une importation par une version antérieure, qui n’a laissé aucun sceau.
verify-unchecked-other-program = Ce qu’un autre programme a noté avant une importation : on peut seulement prouver que rien n’a changé depuis.
verify-unchecked-no-heads-outside = Les empreintes conservées hors de l’entreprise : aucune n’est connue ici. Faites une sauvegarde et gardez-la ailleurs.
verify-unchecked-backups-without-head = Les sauvegardes d’une version antérieure, qui ne notait pas où finissait l’historique.
verify-unchecked-backup-files = Les fichiers de sauvegarde gardés ailleurs ; « tijori verify » les compare si vous dites où ils sont.
error-action-unknown = Aucune action ne s’appelle { $name }.
