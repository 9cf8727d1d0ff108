# Names of access tokens.
error-token-name-refused = El nombre «{ $name }» no se puede usar: el historial pone → y · entre los nombres. Quite estos signos y los que no se ven, y escriba como máximo 100 letras.
