# Names of access tokens.
error-token-name-refused = Le nom « { $name } » ne peut pas être utilisé : l’historique place → et · entre les noms. Omettez ces signes et ceux qui ne se voient pas, et écrivez 100 lettres au plus.
