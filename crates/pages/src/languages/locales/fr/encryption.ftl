# Sauvegardes protégées par une phrase secrète.

error-needs-passphrase = { $file } : le fichier est protégé par une phrase secrète. Saisissez-la pour l’ouvrir.
error-wrong-passphrase = { $file } : la phrase secrète est fausse, ou le début du fichier a été modifié. Vérifiez les majuscules, les espaces et la langue du clavier, puis réessayez.
error-encrypted-otherwise = { $file } : le fichier est chiffré pour une clé et non avec une phrase secrète. Déchiffrez-le d’abord avec le programme qui l’a chiffré.
error-encryption-damaged = { $file } : le fichier chiffré a été altéré ou tronqué après sa création. Rien n’en a été utilisé. Utilisez une autre copie de cette sauvegarde.
error-work-factor-too-high = { $file } : ouvrir ce fichier demanderait trop de temps et de mémoire. Son facteur de travail est { $found }, et { $limit } au plus est permis ici.
error-encrypted-plain = Seule une sauvegarde compressée peut être protégée par une phrase secrète. Choisissez l’une des deux.
error-no-encryption = Cette version du programme ne sait pas chiffrer. Faites la sauvegarde sans phrase secrète.
finding-costly-passphrase = Ouvrir ce fichier est long et demande beaucoup de mémoire : son facteur de travail est { $factor }, au-dessus des 18 habituels.
history-fact-encrypted = Chiffré
command-passphrase-ask = Phrase secrète :
command-passphrase-new = Nouvelle phrase secrète (laissez vide pour en tirer une au hasard) :
command-passphrase-again = La même phrase secrète encore une fois :
command-passphrase-drawn = Notez cette phrase secrète et gardez-la loin de la sauvegarde. Sans elle, personne ne peut ouvrir le fichier, pas même nous : { $words }
error-passphrase-missing = Aucune phrase secrète n’a été donnée. Utilisez --passphrase-file, définissez TIJORI_PASSPHRASE, ou lancez la commande dans un terminal.
error-passphrase-short = Cette phrase secrète est trop courte. Il faut au moins 12 caractères, mieux encore six mots.
error-passphrases-differ = Les deux phrases secrètes ne sont pas identiques. Saisissez-les de nouveau.
error-passphrase-file = { $file } : la phrase secrète ne peut pas être lue dans ce fichier ({ $reason }).
error-finding-costly-passphrase = { finding-costly-passphrase }
