# Files that arrive while there is no room, or while their storage is silent.
error-no-room-now = Il n’y a pas de place pour ce fichier en ce moment. Les responsables de ce service sont prévenus. Réessayez plus tard. Rien n’a été modifié.
upload-not-listed = Ce que vous avez commencé à envoyer ne peut pas être affiché en ce moment. Tout est encore là ; revenez voir dans quelques minutes.
