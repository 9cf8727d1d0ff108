# E-mails : écriture, envoi, suivi ; compte, modèles, relevés en nombre.
email-button = Envoyer par e-mail
email-of-record = E-mails à ce sujet
email-new-title = Nouvel e-mail
email-edit-title = Modifier le brouillon
email-edit = Modifier
email-from = De
email-to = À
email-to-hint = Une ou plusieurs adresses, séparées par des virgules ou des retours à la ligne : Nom <nom@example.com>.
email-cc = Copie (Cc)
email-bcc = Copie cachée (Cci)
email-bcc-hint = Les autres destinataires ne voient pas ces adresses.
email-reply-to = Réponse à
email-subject = Objet
email-no-subject = (sans objet)
email-text = Texte
email-files = Pièces jointes
email-file-paper = Le document en PDF
email-file-paper-again = Le document en PDF, refait à partir des comptes actuels
email-file-size = ({ $size })
email-file-nameless = Fichier sans nom
email-language = Langue de l’e-mail et de son PDF
email-language-hint = Choisir une autre langue recommence avec le modèle de cette langue.
email-language-change = Changer de langue
email-send = Envoyer
email-save-draft = Enregistrer comme brouillon
email-no-account = Les e-mails partent de votre propre compte de messagerie. Indiquez-le d’abord.
email-settings-open = Paramètres d’e-mail
email-state-draft = Brouillon
email-state-queued = En attente d’envoi
email-state-held = Retenu
email-state-sending = Envoi en cours
email-state-uncertain = Incertain
email-state-sent = Envoyé
email-state-failed = Non envoyé
email-explained-draft = Rien ne part tant que vous n’appuyez pas sur Envoyer.
email-explained-queued = Il part dès que vient son tour.
email-explained-held = Il provient d’un fichier importé. Il n’est envoyé que si vous le demandez.
email-explained-sending = Échange en cours avec le serveur de messagerie.
email-explained-uncertain = L’envoi a commencé et nul ne peut savoir s’il est arrivé. Demandez au destinataire ou regardez les messages envoyés de votre compte.
email-explained-sent = Le serveur de messagerie l’a accepté pour tous les destinataires.
email-explained-failed = Le serveur de messagerie ne l’a certainement pas accepté. Personne ne l’a reçu.
email-explained-withdrawn = Il a été retiré de la boîte d’envoi ou n’est pas arrivé. Personne ne l’a reçu.
email-being-sent = En attente du serveur de messagerie…
email-withdraw = Ne pas envoyer
email-retry = Renvoyer
email-arrived = Il est arrivé
email-not-arrived = Il n’est pas arrivé
email-send-again = Renvoyer malgré tout
email-send-again-question = Il est peut-être arrivé ; dans ce cas le destinataire le recevra une seconde fois. Le renvoyer ?
email-held-question = Cet e-mail a été écrit dans une autre installation et en est peut-être déjà parti. L’envoyer d’ici ?
email-delete-question = Supprimer ce brouillon ? Un brouillon n’a pas d’historique ; il ne pourra pas être rétabli.
email-created-at = Rédigé
email-queued-at = Mis dans la boîte d’envoi
email-sent-at = Envoyé le
email-attempts = Tentatives
email-message-id = Identifiant du message
email-message-download = Télécharger le message
email-message-hint = Exactement tel que remis au serveur de messagerie, octet pour octet, pièces jointes comprises.
email-column-state = État
email-column-about = Concerne
email-filter-all = Tous
email-filter-words = Objet ou destinataire
email-filter-about = Seulement à propos de
email-filter-remove = Tout afficher
email-nothing-found = Aucun e-mail ne correspond.
email-search-goes-on = Rien parmi les e-mails récents. Cherchez parmi les plus anciens à la page suivante.
email-settings-title = Paramètres d’e-mail
email-settings-explained = Le compte par lequel cette entreprise envoie ses e-mails. Il est conservé sur cet ordinateur, scellé, hors de l’entreprise : aucune sauvegarde ne le contient et le mot de passe n’est plus jamais affiché.
email-about-account = Le compte par lequel partent les e-mails, avec un test.
email-about-templates = Le début des e-mails, par document et par langue.
email-settings-saved = Les paramètres d’e-mail sont enregistrés.
email-setting-server = Serveur de messagerie
email-setting-sender = Expéditeur
email-setting-host = Serveur
email-setting-host-hint = Le nom du serveur d’envoi, tel que l’indique votre fournisseur : smtp.example.com.
email-setting-host-wrong = Un nom de serveur ne comporte que des lettres, chiffres, points et traits d’union.
email-setting-port = Port
email-setting-port-hint = 587 avec STARTTLS, 465 avec TLS.
email-setting-port-wrong = Le port est un nombre : 587, 465 ou 25.
email-setting-security = Chiffrement
email-security-starttls = STARTTLS : chiffré après l’accueil (port 587)
email-security-tls = TLS : chiffré dès le début (port 465)
email-security-none = Aucun : seulement pour un serveur sur cet ordinateur même
email-setting-security-wrong = Choisissez le chiffrement de la connexion.
email-setting-username = Nom d’utilisateur
email-setting-username-hint = En général votre adresse e-mail. Laissez vide pour un serveur sans identification.
email-setting-username-wrong = Le nom d’utilisateur est trop long ou contient des caractères de contrôle.
email-setting-password = Mot de passe
email-setting-password-hint = Beaucoup de fournisseurs demandent un mot de passe propre à ce programme (mot de passe d’application).
email-setting-password-kept = Un mot de passe est conservé. Laissez vide pour le garder ; il faut le ressaisir si le serveur ou l’utilisateur changent.
email-setting-password-needed = Saisissez le mot de passe. Celui qui est conservé ne sert que pour le même serveur et le même utilisateur.
email-setting-password-wrong = Le mot de passe est trop long ou contient des caractères de contrôle.
email-setting-from-name = Nom de l’expéditeur
email-setting-from-address = Adresse de l’expéditeur
email-setting-reply-to-hint = Seulement si les réponses doivent aller à une autre adresse.
email-setting-copy = M’envoyer une copie cachée de chaque e-mail
email-setting-per-hour = E-mails par heure
email-setting-per-hour-hint = Pas plus ne partent en une heure ; les autres attendent. Les fournisseurs fixent de telles limites.
email-setting-per-hour-wrong = Indiquez un nombre entier d’au moins 1.
email-setting-authority = Votre propre autorité de certification
email-setting-authority-label = Certificat au format PEM
email-setting-authority-hint = Seulement pour votre propre serveur dont le certificat n’est émis par aucune autorité publique.
email-setting-authority-wrong = Ce n’est pas un certificat en PEM : collez la partie de BEGIN CERTIFICATE à END CERTIFICATE.
email-test = Enregistrer et tester
email-test-title = Test de la connexion
email-test-passed = Tout fonctionne : les e-mails peuvent partir. Le test n’a rien envoyé.
email-test-resolve = Le serveur est trouvé
email-test-connect = Le serveur répond
email-test-encrypt = La connexion est chiffrée
email-test-certificate = Le certificat est fiable
email-test-log-in = Utilisateur et mot de passe sont exacts
email-tested-passed = Oui
email-tested-not-asked = Non demandé
email-tested-failed = Non
email-tested-not-reached = Non essayé
email-failure-said = Le serveur ou le système a dit :
email-failure-unknown = Un incident inconnu de cette version s’est produit ({ $code }).
email-failure-host-not-found = Aucun serveur de ce nom n’a été trouvé. Vérifiez son orthographe dans les paramètres d’e-mail et la connexion à Internet.
email-failure-host-not-allowed = Le programme ne se connecte pas à cette adresse. Sans chiffrement, seul un serveur sur cet ordinateur convient : choisissez STARTTLS ou TLS.
email-failure-port-not-allowed = Ce port n’est pas un port de messagerie. Utilisez 587, 465 ou 25.
email-failure-connection-refused = Le serveur n’accepte pas de connexion sur ce port. Vérifiez le port ; certains réseaux le bloquent.
email-failure-connection-lost = La connexion s’est interrompue avant la remise de l’e-mail. Renvoyez-le un peu plus tard.
email-failure-timeout = Le serveur n’a pas répondu à temps. Vérifiez serveur, port et chiffrement, puis renvoyez plus tard.
email-failure-tls-failed = Aucun chiffrement n’a pu être convenu. Choisissez TLS pour le port 465 et STARTTLS pour le port 587, selon votre fournisseur.
email-failure-certificate-invalid = Le certificat du serveur est expiré, établi pour un autre nom ou émis par une autorité inconnue. Vérifiez le nom du serveur ; s’il est exact, n’insistez pas.
email-failure-login-refused = Le serveur refuse l’utilisateur et le mot de passe. Ressaisissez-les ; beaucoup de fournisseurs exigent un mot de passe d’application.
email-failure-login-not-offered = Le serveur n’offre aucun mode d’identification connu de ce programme. Autorisez l’accès par mot de passe chez votre fournisseur.
email-failure-sender-refused = Le serveur refuse l’adresse de l’expéditeur. Utilisez une adresse de ce compte.
email-failure-recipient-refused = Le serveur refuse l’adresse d’un destinataire. Corrigez-la ; rien n’a été envoyé aux autres non plus.
email-failure-greylisted = Le serveur demande de revenir plus tard. Renvoyez l’e-mail dans un quart d’heure.
email-failure-message-too-large = L’e-mail est trop volumineux pour le serveur. Réécrivez-le avec moins de pièces jointes.
email-failure-message-refused = Le serveur refuse l’e-mail, peut-être comme indésirable. Lisez sa réponse.
email-failure-server-answer = La réponse du serveur n’est pas comprise. Vérifiez serveur, port et chiffrement.
email-failure-uncertain = La connexion ou le programme s’est interrompu pendant que le serveur recevait l’e-mail.
email-failure-message-unsound = L’e-mail conservé pourrait être lu de deux façons ; il n’est remis à aucun serveur. Réécrivez-le.
error-email-address-invalid = « { $address } » n’est pas une adresse e-mail : elle doit ressembler à nom@example.com.
error-email-no-recipient = Indiquez au moins un destinataire.
error-email-too-many-recipients = Il y a { $count-number } destinataires, et { $max-number } au plus sont possibles. Envoyez plusieurs e-mails.
error-email-subject-too-long = L’objet dépasse { $max-number } caractères. Raccourcissez-le.
error-email-too-large = L’e-mail dépasse { $max-size } avec ses pièces jointes. Décochez-en.
error-email-not-composed = L’e-mail n’a pas pu être composé ({ $reason }).
error-email-unknown-placeholder = L’emplacement « { $name } » n’existe pas. La liste ci-dessous les montre tous.
error-email-unpaired-brace = Une accolade est seule. Écrivez-la deux fois pour le signe lui-même.
error-email-setting-invalid = Un des paramètres d’e-mail est inutilisable. Revoyez-les.
error-vault-unreadable = Les paramètres d’e-mail de cette entreprise ne peuvent pas être lus sur cet ordinateur. Saisissez-les de nouveau.
error-vault-not-written = Les paramètres d’e-mail n’ont pas pu être écrits dans { $file } : { $reason }.
error-email-not-found = Cet e-mail n’existe pas.
error-email-wrong-state = Ce n’est plus possible avec cet e-mail : il a avancé entre-temps. Rouvrez-le.
error-email-file-gone = Un des fichiers cochés n’est plus là. Revoyez-les.
email-templates-title = Modèles d’e-mail
email-templates-explained = L’objet et le texte par lesquels commence un e-mail, pour chaque sorte de document et chaque langue. Ils font partie de l’entreprise et suivent ses sauvegardes.
email-template-purpose = Pour
email-template-own = Le vôtre
email-template-default = Par défaut
email-template-preview = Aperçu
email-template-back = Revenir au modèle par défaut
email-template-back-question = L’objet et le texte que vous avez écrits sont remplacés par ceux par défaut. L’historique les conserve.
email-purpose-customer-statement = Relevés clients
email-purpose-supplier-statement = Relevés fournisseurs
email-purpose-other-documents = Autres documents
email-purpose-other-reports = Rapports
email-placeholders-title = Emplacements
email-placeholders-explained = Les mots entre accolades sont remplacés quand l’e-mail est rédigé. Sans valeur, ils ne laissent rien.
email-placeholder = Emplacement
email-placeholder-meaning = Signification
email-placeholder-example = Exemple
email-placeholder-business = Le nom de l’entreprise
email-placeholder-customer = Le nom du client
email-placeholder-supplier = Le nom du fournisseur
email-placeholder-contact = Le nom du destinataire
email-placeholder-document = La désignation du document
email-placeholder-number = Le numéro du document
email-placeholder-date = Sa date
email-placeholder-due-date = La date d’échéance
email-placeholder-amount = Le montant total
email-placeholder-balance = Le solde du client ou du fournisseur
email-sample-contact = Société Martin
email-default-document-subject = { $document } { $number } – { $business }
email-default-document-text =
    Bonjour { $contact },

    Veuillez trouver ci-joint : { $document } { $number }.

    Cordialement,
    { $business }
email-default-statement-subject = Relevé de compte – { $business }
email-default-statement-text =
    Bonjour { $contact },

    Veuillez trouver ci-joint votre relevé de compte. Le solde est de { $balance }.

    Cordialement,
    { $business }
email-default-report-subject = { $document } – { $business }
email-default-report-text =
    Veuillez trouver ci-joint : { $document }.

    Cordialement,
    { $business }
email-statements-title = Envoyer des relevés
email-statements-explained = Chaque client coché ci-dessous reçoit un e-mail avec son relevé en PDF. Voici les clients dont le compte n’est pas soldé.
email-statements-nobody = Aucun client n’a de solde.
email-statements-nobody-ticked = Cochez au moins un client.
email-statements-no-address = Pas d’adresse e-mail
email-statements-tick = Envoyer
email-statements-customer = Client
email-statements-balance = Solde
email-statements-which = Quel relevé
email-statements-from = Relevé du
email-statements-to = Relevé jusqu’au
email-statements-send = Envoyer aux clients cochés
email-statements-again = Autres relevés
email-statements-left-out = Non envoyé à
email-statements-reason = Raison
email-statements-withdraw = Ne pas envoyer ceux en attente
email-statements-withdraw-question = Ceux qui ne sont pas encore partis sont retirés de la boîte d’envoi. Continuer ?
kind-TijoriEmailTemplate-one = Modèle d’e-mail
kind-TijoriEmailTemplate-many = Modèles d’e-mail
field-Purpose = Usage
field-Language = Langue
field-Subject = Objet
field-Text = Texte
history-fact-email = E-mail
history-fact-message-id = Identifiant du message
history-fact-to = À
history-fact-record = Enregistrement
history-fact-failure = Ce qui a échoué
history-fact-host = Serveur de messagerie
history-fact-port = Port
history-fact-security = Chiffrement
history-fact-username = Nom d’utilisateur
history-fact-password = Mot de passe
email-statements-limit = { $count-is ->
    [one] { $count } e-mail au plus part en une heure ; les autres attendent dans la boîte d’envoi.
    [many] { $count } d’e-mails au plus partent en une heure ; les autres attendent dans la boîte d’envoi.
   *[other] { $count } e-mails au plus partent en une heure ; les autres attendent dans la boîte d’envoi.
}
email-statements-working = { $count-is ->
    [one] { $done } relevé sur { $count } préparé et mis dans la boîte d’envoi…
    [many] { $done } relevés sur { $count } préparés et mis dans la boîte d’envoi…
   *[other] { $done } relevés sur { $count } préparés et mis dans la boîte d’envoi…
}
email-statements-done = { $count-is ->
    [one] { $count } relevé sur { $total } est dans la boîte d’envoi et partira à son tour.
    [many] { $count } de relevés sur { $total } sont dans la boîte d’envoi et partent l’un après l’autre.
   *[other] { $count } relevés sur { $total } sont dans la boîte d’envoi et partent l’un après l’autre.
}
email-statements-stopped = { $count-is ->
    [one] Arrêté : { $count } relevé sur { $total } est dans la boîte d’envoi et partira ; les autres non.
    [many] Arrêté : { $count } de relevés sur { $total } sont dans la boîte d’envoi et partiront ; les autres non.
   *[other] Arrêté : { $count } relevés sur { $total } sont dans la boîte d’envoi et partiront ; les autres non.
}
