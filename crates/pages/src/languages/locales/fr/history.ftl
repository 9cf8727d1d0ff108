# Historique : chaque modification, son auteur, sa date, avant et après.
history-title = Historique
history-of-record = Historique de { $name }
history-explanation = Chaque modification est conservée ici et ne peut être ni modifiée ni désactivée.
history-empty = Aucune modification ne correspond.
history-count = { $count-is ->
    [one] { $count } modification
    [many] { $count } de modifications
   *[other] { $count } modifications
}
history-column-when = Quand
history-column-who = Qui
history-column-what = Quoi
history-column-record = Enregistrement
history-column-number = N°
history-column-difference = Différence
history-filter-user = Utilisateur
history-filter-action = Action
history-filter-kind = Nature de l’enregistrement
history-filter-from = Du
history-filter-to = Au
history-filter-text = Texte
history-filter-apply = Filtrer
history-filter-clear = Tout afficher
history-filter-any = Indifférent
history-action-created = Création
history-action-changed = Modification
history-action-deleted = Suppression
history-action-imported = Importation
history-action-restored = Restauration d’une sauvegarde
history-action-removed = Mise à la corbeille
history-action-returned = Sortie de la corbeille
history-action-email-queued = E-mail mis en file d’envoi
history-action-email-sent = E-mail envoyé
history-action-email-failed = E-mail non envoyé
history-action-email-settings = Paramètres d’e-mail modifiés
history-action-backed-up = Sauvegarde effectuée
history-action-attached = Fichier ajouté
history-action-detached = Fichier retiré
history-action-renamed = Changement de nom
history-action-sealed = Historique antérieur scellé
history-action-started = Entreprise créée
history-action-unknown = Autre ({ $action })
history-sentence-created = { $who } a créé { $what }
history-sentence-changed = { $who } a modifié { $what }
history-sentence-deleted = { $who } a supprimé { $what }
history-restored-from = Restauré à partir de { $file }
history-before = Avant
history-after = Après
history-field = Champ
history-difference-title = Ce qui a changé
history-no-difference = Rien de ce qui est affiché n’a changé.
history-not-understood = Des parties non comprises ont aussi changé.
history-nothing-before = (rien)
history-nothing-after = (rien)
history-value-added = Ajouté
history-value-removed = Retiré
history-value-changed = Modifié
history-line-added = Ligne { $number } ajoutée
history-line-removed = Ligne { $number } retirée
history-line-changed = Ligne { $number } modifiée
history-user-desktop = Vous, sur cet ordinateur
history-user-system = Le programme
history-user-imported = Issu du fichier importé
history-legacy = Antérieur à l’importation : conservé tel quel, non vérifiable
history-chain-whole = Le chaînage des empreintes est intact : { $count-is ->
    [one] { $count } modification, sans rupture.
    [many] { $count } de modifications, sans rupture.
   *[other] { $count } modifications, sans rupture.
}
history-chain-broken = Le chaînage des empreintes est rompu à la modification { $number }. Quelqu’un a modifié cet historique en dehors du programme.
history-head = Empreinte de la modification la plus récente
history-next-older = Plus anciennes
history-next-newer = Plus récentes
history-clock = L’horloge de cet ordinateur a reculé à cet endroit.
history-entry-hash = Empreinte de cette modification
history-imported-title = Historique antérieur à l’importation
history-program = Programme
history-action-create = Création
history-action-change = Modification
history-action-delete = Suppression
history-action-business-created = Entreprise créée
history-action-backup = Sauvegarde effectuée
history-action-brought-back = Sortie de la corbeille
history-fact-file = Fichier
history-fact-file-name = Nom de fichier
history-fact-file-digest = Empreinte du fichier
history-fact-content-digest = Empreinte du contenu
history-fact-left-out = Exclu volontairement
history-fact-absent = Absent du fichier
history-fact-head = Modification la plus récente
history-fact-chain-head = Modification la plus récente
history-fact-name = Nom
history-fact-size = Taille
history-fact-records = Enregistrements
history-fact-reason = Raison
