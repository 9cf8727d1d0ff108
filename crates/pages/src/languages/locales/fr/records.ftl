# Listes, enregistrements, formulaires, pièces jointes.
list-new = Nouveau : { $kind }
list-count = { $count-is ->
    [one] { $count } enregistrement
    [many] { $count } d’enregistrements
   *[other] { $count } enregistrements
}
list-empty = Il n’y a encore rien ici.
list-inactive = Inactif
list-show-inactive = Afficher les inactifs
list-column-status = Statut
list-column-balance = Solde
list-column-total = Total
list-column-amount = Montant
list-column-changed = Modifié
list-column-attachments = Pièces jointes
list-column-actions = Actions
list-without-date = Sans date
list-without-name = Sans nom
record-view = Afficher
record-edit = Modifier
record-history = Historique
record-attachments = Pièces jointes
record-new-title = Nouveau : { $kind }
record-edit-title = Modifier : { $kind }
record-created = Création effectuée : { $name }.
record-saved = Modifications enregistrées : { $name }.
record-deleted = Suppression effectuée : { $name }. L’historique garde ce qu’il y avait.
record-delete-question = Supprimer { $name } ? L’historique garde ce qu’il y avait.
record-in-use = D’autres enregistrements utilisent { $name } : la suppression est impossible.
record-used-by = { $count-is ->
    [one] Utilisé par { $count } enregistrement
    [many] Utilisé par { $count } d’enregistrements
   *[other] Utilisé par { $count } enregistrements
}
record-changed-at = Dernière modification : { $when }
record-key = Clé
record-kind = Nature
record-content-type = Type de contenu
record-custom-fields = Champs personnalisés
record-other-fields = Autres champs
record-not-understood = Pas encore compris
record-not-understood-explained = Cette version ne comprend pas ces parties de l’enregistrement. Elles sont conservées exactement telles quelles, et chaque sauvegarde les emporte.
record-unknown-field = Champ { $number }
record-unknown-kind = Nature d’enregistrement inconnue
record-unknown-kind-explained = Cette version ne connaît pas cette nature d’enregistrement. Il est conservé exactement tel quel.
record-damaged = Enregistrement endommagé
record-damaged-explained = Le contenu de cet enregistrement est illisible. Ses octets sont conservés tels quels et il n’est pas comptabilisé.
record-form-defaults = Valeurs par défaut du formulaire
record-form-defaults-explained = Ce avec quoi débutent les nouveaux enregistrements de cette nature. Ce n’est pas une écriture.
record-missing-reference = Introuvable ({ $key })
record-code-shown-as-text = Ce texte contient du code de page web. Il est affiché comme du texte et jamais exécuté.
record-raw = Tel qu’il est stocké
record-raw-bytes = { $count-is ->
    [one] { $count } octet de données
    [many] { $count } d’octets de données
   *[other] { $count } octets de données
}
record-postings = Imputations
record-not-posted = Cet enregistrement ne produit aucune imputation.
record-edit-keeps-rest = Les champs absents de ce formulaire restent inchangés.
record-changed-meanwhile = Une autre personne a modifié cet enregistrement après que vous l’avez ouvert. Regardez sa version avant d’enregistrer la vôtre.
form-lines = Lignes
form-totals = Totaux
form-total-debit = Total débit
form-total-credit = Total crédit
form-difference = Écart
form-balanced = Équilibrée
form-not-balanced = L’écart entre débit et crédit est de { $amount }. Il figurera en compte d’attente.
form-subtotal = Sous-total
form-tax = Taxe
form-discount = Remise
form-rounding = Arrondi
form-withholding-tax = Retenue à la source
form-total = Total
form-amounts-include-tax = Montants TTC
form-inactive = Inactif
form-inactive-hint = Les enregistrements inactifs sont conservés, mais ne sont plus proposés dans les formulaires.
form-choose-account = Choisir un compte
form-choose-customer = Choisir un client
form-choose-supplier = Choisir un fournisseur
form-choose-bank-account = Choisir un compte bancaire ou une caisse
form-new-customer = Nouveau client
form-new-supplier = Nouveau fournisseur
form-new-bank-account = Nouveau compte bancaire ou caisse
form-new-journal-entry = Nouvelle écriture comptable
form-new-receipt = Nouvel encaissement
form-new-payment = Nouveau décaissement
form-account-or-party = Compte
form-reference-hint = Laissez vide, ou notez le numéro de la pièce papier.
contact-other = Autre
contact-customer = Client
contact-supplier = Fournisseur
contact-paid-by = Payé par
contact-payee = Bénéficiaire
contact-received-in = Encaissé sur
contact-paid-from = Payé depuis
status-cleared = Pointé
status-pending = En attente
status-on-the-same-date = À la même date
status-on-a-later-date = À une date ultérieure
status-active = Actif
status-inactive = Inactif
status-paid = Soldée
status-unpaid = Impayée
status-overdue = En retard
status-cancelled = Annulé
due-date-net = { $count-is ->
    [one] Échéance { $count } jour après l’émission
    [many] Échéance { $count } de jours après l’émission
   *[other] Échéance { $count } jours après l’émission
}
due-date-by = Au plus tard le { $date }
discount-percentage = Pourcentage
discount-amount = Montant
side-debit = Débit
side-credit = Crédit
group-income = Produits
group-expense = Charges
attachments-title = Pièces jointes
attachments-add = Ajouter des fichiers
attachments-add-hint = Choisissez un ou plusieurs fichiers, ou déposez-les ici.
attachments-upload = Envoyer
attachments-empty = Il n’y a pas de pièces jointes.
attachments-count = { $count-is ->
    [one] { $count } fichier
    [many] { $count } de fichiers
   *[other] { $count } fichiers
}
attachments-added = { $count-is ->
    [one] { $count } fichier a été ajouté.
    [many] { $count } de fichiers ont été ajoutés.
   *[other] { $count } fichiers ont été ajoutés.
}
attachments-removed = Le fichier { $name } a été retiré. L’historique en garde la trace.
attachments-remove-question = Retirer le fichier { $name } de cet enregistrement ?
attachments-column-name = Nom de fichier
attachments-column-size = Taille
attachments-column-added = Ajouté
attachments-column-record = Enregistrement
attachments-view = Afficher
attachments-download = Télécharger
attachments-limit = { $size } au plus par fichier.
attachments-never-run = Les fichiers sont affichés ou téléchargés, jamais exécutés.
attachments-legacy-image = Image conservée par une version antérieure
attachments-without-file = Le fichier lui-même n’est pas ici
form-built-in = Intégré
form-place-as-it-is = Laisser tel quel
leftover-field = Champ
leftover-written-as = Écrit comme
leftover-size = Taille
leftover-content = Contenu
leftover-expected = Attendu ici : { $shape }
leftover-perhaps = Peut-être :
wire-varint = Nombre entier
wire-fixed64 = Huit octets
wire-fixed32 = Quatre octets
wire-bytes = Octets
wire-length-delimited = Octets
wire-message = Groupe de champs
wire-group = Groupe de champs
wire-text = Texte
choice-net = Jours après l’émission
choice-by = À une date
choice-singleline = Une seule ligne
choice-paragraph = Paragraphe
choice-dropdownlist = Liste déroulante
choice-uninvoiced = Non facturé
choice-invoiced = Facturé
choice-writtenoff = Passé en pertes
choice-zero = Zéro
choice-total = Total
choice-custom = Personnalisé
choice-singlerate = Taux unique
choice-multiplerates = Plusieurs taux
choice-expenses = { account-Expenses }
choice-subgroup = Sous-rubrique
