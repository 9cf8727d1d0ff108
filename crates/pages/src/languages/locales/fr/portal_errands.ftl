# Ce que les membres demandent à l’espace client et qu’un nœud exécute : une sauvegarde de l’instant, un retour de la corbeille.
portal-now = Télécharger une sauvegarde maintenant
portal-now-explained = Elle est faite à l’instant, relue et comparée. Elle se trouve ensuite ici, prête à être téléchargée.
portal-now-button = Faire une sauvegarde maintenant
portal-now-ready = Votre sauvegarde du { $date } est prête ({ $size }).
portal-now-download = Télécharger cette sauvegarde
portal-nobody = Le reste du programme ne répond pas en ce moment. Votre sauvegarde sera faite dès qu’il répondra ; vous pouvez fermer cette page.
portal-nobody-newest = Le reste du programme ne répond pas en ce moment. Votre sauvegarde sera faite dès qu’il répondra ; vous pouvez fermer cette page. En attendant, vous pouvez prendre la dernière sauvegarde, du { $date }.
portal-download-newest = Télécharger la dernière sauvegarde
portal-restored = L’entreprise est de retour parmi vos entreprises.
portal-in-trash = Cette entreprise a été mise à la corbeille le { $date }. Ses comptes et ses sauvegardes sont conservés.
portal-removed = Dans la corbeille
portal-none-yet = Aucune pour l’instant
error-errands-too-many = Vous avez fait beaucoup de demandes en une heure. Réessayez dans une heure au plus tard ; ce que vous avez déjà demandé suit son cours.
error-errand-failed = Cela n’a pas pu être fait en ce moment. Rien n’est perdu et rien n’a été modifié. Réessayez dans quelques minutes.
error-errand-given-up = Cela a été commencé plusieurs fois et interrompu chaque fois. Rien n’est perdu. Réessayez ; si cela se reproduit, prévenez qui exploite ce service.
