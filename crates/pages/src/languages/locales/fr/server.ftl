# Le second facteur, les jetons d’accès et le reste de ce que voient les utilisateurs d’un serveur.
second-factor-title = Second facteur
second-factor-off = Seul votre mot de passe est demandé. Avec un second facteur, qui apprend le mot de passe n’entre pas pour autant.
second-factor-is-on = Un code de votre application d’authentification est demandé après le mot de passe.
second-factor-codes-left = { $count-is ->
    [one] Il reste { $count } code sur papier.
    [many] Il reste { $count } codes sur papier.
   *[other] Il reste { $count } codes sur papier.
}
second-factor-set-up = Configurer
second-factor-step-scan = 1. L’ajouter à votre application d’authentification
second-factor-explained = Ouvrez une application d’authentification sur votre téléphone et scannez ce carré.
second-factor-square = Code QR pour l’application d’authentification
second-factor-typed = Ou saisissez-y ces lettres et ces chiffres :
second-factor-kind = Type : temporel. Chiffres : 6. Change toutes les 30 secondes.
second-factor-step-code = 2. Prouver qu’il fonctionne
second-factor-code-hint = Les six chiffres que l’application affiche en ce moment.
second-factor-add = Activer
second-factor-added = Le second facteur est activé. Toutes vos autres sessions ont été fermées.
second-factor-codes = Codes sur papier
second-factor-codes-explained = Imprimez ou notez ces codes et gardez-les loin de votre téléphone. Chacun vous laisse entrer une fois si l’application est perdue. Ils ne seront plus affichés.
second-factor-codes-kept = Je les ai conservés
second-factor-remove = Désactiver le second facteur
second-factor-remove-explained = Sans lui, votre seul mot de passe ouvre votre compte. Pour un autre téléphone, désactivez-le puis configurez-le de nouveau.
token-title = Jetons d’accès
token-explained = Avec un jeton d’accès, un programme travaille en votre nom : il peut ce que vous pouvez, et pas plus que ce qui est coché ici. Qui détient le jeton a ces droits ; traitez-le comme un mot de passe.
token-none = Il n’y a aucun jeton d’accès.
token-new = Nouveau jeton d’accès
token-name = Nom
token-name-hint = Ce qui l’utilise, tel que l’historique doit le nommer.
token-rights = Droits
token-rights-hint = Toute modification faite avec lui figure dans l’historique avec le nom du jeton.
token-scope-read = Lecture seule
token-scope-write = Lecture et modification
token-scope-backup = Lecture et création de sauvegardes
token-business = Entreprise
token-business-all = Toutes celles où je peux entrer
token-until = Fin
token-until-hint = Au plus un an à compter d’aujourd’hui.
token-used = Dernière utilisation
token-unused = Jamais
token-make = Créer le jeton
token-made = Le jeton est créé.
token-shown-once = Copiez-le maintenant. Il n’est affiché que cette fois ; seule son empreinte est conservée ici.
token-noted = Je l’ai copié
token-revoke = Révoquer
token-revoked = Le jeton est révoqué. Il n’ouvre plus rien.
error-token-name-needed = Le jeton n’a pas de nom. Écrivez ce qui l’utilise.
error-token-end-refused = Ce dernier jour ne peut pas être utilisé. Choisissez un jour entre aujourd’hui et dans un an.
error-token-too-many = Vous avez autant de jetons que permis. Révoquez-en un qui ne sert plus.
error-token-refused = Aucun jeton d’accès valable n’a été présenté. Envoyez-en un dans l’en-tête Authorization, après le mot Bearer ; un jeton placé dans une adresse est révoqué.
error-too-many-requests = Il y a eu trop de requêtes. Attendez { $seconds } secondes et réessayez.
error-version-needed = L’en-tête If-Match manque. Lisez d’abord l’enregistrement et envoyez l’ETag reçu avec lui.
error-version-differs = Quelqu’un a modifié cet enregistrement entre-temps. Rien n’a été enregistré. Relisez-le, comparez et renvoyez la modification.
error-json-refused = Ce qui a été envoyé n’est pas un document JSON lisible ici : { $reason }
error-query-refused = La valeur de « { $name } » dans l’adresse ne peut pas être utilisée, ou rien ne porte ce nom ici.
error-record-exists = Une entreprise a un seul enregistrement de ce type, et il existe déjà. Modifiez-le plutôt.
error-method-refused = Cela ne peut pas être fait à cette adresse.
