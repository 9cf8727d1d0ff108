# Regarder dans un fichier sans l’importer, et en reprendre une fiche.
opened-title = Regarder dans une sauvegarde
opened-explanation = Choisissez une sauvegarde ou tout fichier .manager et parcourez-le comme une entreprise. Rien n’est importé, et rien dans le fichier ne peut être modifié. Depuis chaque fiche, vous pouvez la faire revenir dans l’une de vos entreprises.
opened-open = Ouvrir pour regarder
opened-look = Regarder dedans sans importer
opened-list = Ouverts en ce moment
opened-close = Fermer
opened-banner = Sauvegarde du { $when }, lecture seule.
opened-banner-undated = { $file }, lecture seule.
opened-banner-hint = Elle disparaît quand vous la fermez, et au prochain démarrage du programme.
taking-button = Faire revenir dans une entreprise
taking-title = Faire revenir { $name }
taking-from = depuis { $file }
taking-into = Dans quelle entreprise
taking-choose = Comparer avec cette entreprise
taking-no-business = Il n’y a encore aucune entreprise où la faire revenir. Créez-en une ou importez le fichier entier.
taking-state-missing = { $business } n’a pas cette fiche. Elle y sera ajoutée.
taking-state-same = { $business } a cette fiche, exactement comme dans le fichier.
taking-state-differs = { $business } a cette fiche, mais elle diffère. Gardez-la telle quelle ou remplacez-la.
taking-difference = Ce qui diffère
taking-sides = Avant : ce que { $business } a maintenant ; après : ce que contient le fichier.
taking-references = { $count-is ->
    [one] Faire revenir aussi { $count } fiche qu’elle nomme
    [many] Faire revenir aussi { $count } de fiches qu’elle nomme
   *[other] Faire revenir aussi { $count } fiches qu’elle nomme
}
taking-references-hint = L’entreprise ne les a pas. Sans elles, la fiche nomme ce qui n’existe pas.
taking-attachments = { $count-is ->
    [one] { $count } pièce jointe vient avec elle
    [many] { $count } de pièces jointes viennent avec elle
   *[other] { $count } pièces jointes viennent avec elle
}
taking-nowhere = { $count-is ->
    [one] Elle nomme { $count } fiche qui n’est ni dans l’entreprise ni dans le fichier.
    [many] Elle nomme { $count } de fiches qui ne sont ni dans l’entreprise ni dans le fichier.
   *[other] Elle nomme { $count } fiches qui ne sont ni dans l’entreprise ni dans le fichier.
}
taking-submit = Faire revenir dans { $business }
taking-replace = Remplacer celle de { $business }
taking-keep = Garder ce qui s’y trouve
taking-undo = L’historique de l’entreprise dit de quel fichier elle vient, et vous pouvez l’y annuler.
history-fact-taken-from = Reprise du fichier
history-fact-taken-sha256 = Empreinte de ce fichier (SHA-256)
error-opened-read-only = { $file } est ouvert seulement pour être regardé. Rien ne peut y être modifié. Pour y travailler, importez-le ; pour en utiliser une fiche, faites-la revenir dans une entreprise.
error-opened-too-many = Huit fichiers sont déjà ouverts. Fermez-en un et réessayez.
error-opened-gone = Ce fichier n’est plus ouvert. Ouvrez-le de nouveau pour y regarder.
error-business-read-only = Cette entreprise est ouverte seulement pour être regardée. Rien n’a été modifié.
error-record-differs = L’entreprise { $business } a une fiche avec la clé { $record }, et elle diffère. Ajoutez --replace pour la remplacer.
