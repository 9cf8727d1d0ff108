# Importer une entreprise : choisir, contrôler, regarder, importer.
import-title = Importer une entreprise
import-explanation = Choisissez une sauvegarde ou un fichier .manager. Vous verrez ce qu’il contient avant toute importation.
import-file = Fichier
import-file-hint = Choisissez le fichier, ou déposez-le ici.
import-check = Contrôler le fichier
import-safe = L’importation n’écrase jamais rien : une nouvelle entreprise est créée à côté des vôtres.
import-progress-title = Importation en cours
import-progress-receiving = Réception du fichier…
import-progress-checking = Contrôle du fichier…
import-progress-importing = Importation : { $count-is ->
    [one] { $count } enregistrement
    [many] { $count } d’enregistrements
   *[other] { $count } enregistrements
}
import-progress-proving = Comparaison du résultat avec le fichier…
import-preview-title = Contenu de ce fichier
import-preview-file = { $file }, { $size }
import-preview-name = Nom de l’entreprise
import-preview-form = Forme
import-preview-made = Fait le
import-preview-made-by = Fait par
import-preview-version = Version des données
import-preview-currency = Devise de base
import-preview-records = Enregistrements
import-preview-kinds = Enregistrements par nature
import-preview-kind = Nature
import-preview-number = Nombre
import-preview-attachments = Pièces jointes
import-preview-emails = E-mails
import-preview-history = Historique
import-preview-present = Présent
import-preview-left-out = Exclu volontairement lors de la sauvegarde
import-preview-not-in-file = Absent de ce fichier
import-preview-other-tables = Autres tables, conservées telles quelles
import-preview-unknown = Inconnu, mais conservé
import-preview-unknown-explained = Cette version ne connaît pas ces parties. Elles sont conservées exactement telles quelles, et chaque sauvegarde les emporte.
import-preview-unknown-kinds = { $count-is ->
    [one] { $count } enregistrement de nature inconnue
    [many] { $count } d’enregistrements de nature inconnue
   *[other] { $count } enregistrements de nature inconnue
}
import-preview-unknown-fields = { $count-is ->
    [one] { $count } champ inconnu
    [many] { $count } de champs inconnus
   *[other] { $count } champs inconnus
}
import-preview-damaged = { $count-is ->
    [one] { $count } enregistrement endommagé : ses octets sont conservés, il n’est pas comptabilisé
    [many] { $count } d’enregistrements endommagés : leurs octets sont conservés, ils ne sont pas comptabilisés
   *[other] { $count } enregistrements endommagés : leurs octets sont conservés, ils ne sont pas comptabilisés
}
import-preview-scripts = { $count-is ->
    [one] { $count } enregistrement contient du code de page web. Il est affiché comme du texte et jamais exécuté.
    [many] { $count } d’enregistrements contiennent du code de page web. Il est affiché comme du texte et jamais exécuté.
   *[other] { $count } enregistrements contiennent du code de page web. Il est affiché comme du texte et jamais exécuté.
}
import-preview-findings = Constats
import-preview-no-findings = Rien d’inhabituel n’a été trouvé.
import-preview-legacy = L’historique de ce fichier n’a pas de chaînage d’empreintes. Il est conservé tel quel et ne peut pas être vérifié avant aujourd’hui.
import-preview-newer = Ce fichier provient d’une version plus récente. Ce qui n’est pas compris est conservé exactement tel quel.
import-name = Importer sous le nom
import-name-hint = Une entreprise de ce nom existe déjà ici : un autre nom est proposé.
import-time-zone = Fuseau horaire
import-submit = Importer
import-cancel = Ne pas importer
import-cancelled = Rien n’a été importé.
import-done = « { $name } » a été importée.
import-done-title = Importée et prouvée
import-done-equal = Ce qui a été importé est égal au fichier, à l’octet près.
import-done-records = { $count-is ->
    [one] { $count } enregistrement
    [many] { $count } d’enregistrements
   *[other] { $count } enregistrements
}
import-done-attachments = { $count-is ->
    [one] { $count } pièce jointe
    [many] { $count } de pièces jointes
   *[other] { $count } pièces jointes
}
import-done-emails = { $count-is ->
    [one] { $count } e-mail
    [many] { $count } d’e-mails
   *[other] { $count } e-mails
}
import-done-history = { $count-is ->
    [one] { $count } modification dans l’historique
    [many] { $count } de modifications dans l’historique
   *[other] { $count } modifications dans l’historique
}
import-done-trial-balance = Balance générale : débit { $debit }, crédit { $credit }
import-open = Ouvrir l’entreprise
import-failed = Le fichier n’a pas été importé. Rien n’a été modifié.
import-compare = Comparer
finding-level-information = Remarque
finding-level-warning = Avertissement
finding-level-error = Erreur
import-preview-no-manifest = Non consigné dans ce fichier
import-preview-totals = Balance générale
finding-damaged-record = Un enregistrement est endommagé : ses octets sont conservés, il n’est pas comptabilisé.
finding-wal-copy = Le fichier a été copié alors qu’un autre programme l’avait ouvert ; les dernières modifications peuvent manquer.
finding-code-dropped = La base contenait du code ({ $name }). Il a été écarté et jamais exécuté.
finding-extra-column = La table { $table } a une colonne inconnue, { $column }. Elle est conservée.
finding-unknown-table = La table { $table } est inconnue. Elle est conservée telle quelle.
finding-utf16-text = Les textes de cette base sont stockés autrement (UTF-16). Ils ont été convertis sans perte.
finding-overwritten = Des octets d’un enregistrement ont été écrasés. Il est conservé tel qu’il est arrivé et n’est pas comptabilisé.
finding-attachment-altered = Le contenu d’une pièce jointe n’est pas celui qui avait été joint.
finding-attachment-missing = Le contenu d’une pièce jointe manque dans le fichier ; ce que l’on sait d’elle est conservé.
finding-attachment-without-record = Le fichier contient une pièce jointe qu’aucun enregistrement ne nomme. Elle est conservée.
finding-odd-rows = { $rows } lignes de la table { $table } ne suivent pas ses règles. Elles sont conservées telles quelles et ne peuvent pas être affichées comme enregistrements.
finding-unreadable-record = Une date, un montant ou une clé d’un enregistrement est illisible. L’enregistrement est conservé tel quel et n’est pas comptabilisé.
