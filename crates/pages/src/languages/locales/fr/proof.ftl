# The proof that is asked for before what is grave, and the list of one's sessions.
proof-title = Confirmez que c’est bien vous
proof-explained = Pour votre sécurité, saisissez encore une fois votre mot de passe. Il ne vous sera plus demandé pendant cinq minutes.
proof-signed-in = Vous êtes connecté en tant que { $name }.
proof-kept = Ce que vous avez saisi est conservé et sera repris ici.
proof-password = Votre mot de passe
proof-mail-password = Mot de passe du compte de messagerie
proof-again-hint = Saisissez-le à nouveau : les secrets ne sont pas conservés.
proof-button = Confirmer et continuer
proof-done-title = Merci
proof-done = Votre téléchargement commence tout seul. Sinon, appuyez sur le bouton.
error-proof-needed = Il faut d’abord confirmer que c’est bien vous. Revenez en arrière, rechargez la page et envoyez-la à nouveau.
account-session-this = Vous êtes ici en ce moment
account-session-end = Fermer
