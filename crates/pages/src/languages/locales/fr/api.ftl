# The page that describes the JSON API.
api-title = Les livres pour les programmes
api-way-in = L’entrée
api-token = Chaque requête montre un jeton d’accès dans son en-tête. Créez-en un ici :
api-texts = Les montants sont des textes, pour qu’aucun chiffre ne se perde ; les jours s’écrivent année-mois-jour ; les enregistrements sont désignés par leur clé.
api-versions = Un enregistrement arrive avec sa version comme ETag. Qui le modifie ou le supprime envoie cette version dans If-Match : ainsi personne n’écrase ce qu’un autre a enregistré entre-temps.
api-problems = Ce qui échoue reçoit pour réponse un code, le même dans toutes les langues, et une phrase.
api-rates = Un jeton peut demander 600 fois par minute.
api-addresses = Adresses
api-method = Méthode
api-address = Adresse
api-does = Ce qu’elle fait
api-kinds = Types d’enregistrements
api-kinds-explained = Chaque type a sa propre adresse. Voici ses champs ; ceux qu’un enregistrement n’a pas sont absents.
api-field = Champ
api-value = Valeur
