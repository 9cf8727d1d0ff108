# Le dossier des données

error-folder-on-network = { $folder } se trouve sur un autre ordinateur ({ $sharer }). Les livres peuvent y être endommagés. Gardez-les sur un disque de cet ordinateur et mettez les sauvegardes sur le réseau ; pour les garder là malgré tout, démarrez avec { $option }.
error-folder-synchronised = { $folder } est synchronisé par { $sharer }. Les livres peuvent être endommagés ou perdus s’il les copie pendant qu’ils changent. Gardez-les dans un autre dossier et mettez les sauvegardes dans celui-ci ; pour les garder là malgré tout, démarrez avec { $option }.
