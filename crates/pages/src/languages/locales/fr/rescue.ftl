# Un fichier endommagé : ce qui y est intact, et ce qui ne l’est pas.
rescue-title = Sauver ce qui est intact
rescue-name = { $name } (sauvée)
rescue-explained = Rien n’a été modifié. Ce qui est encore intact peut être sauvé dans une nouvelle entreprise. Avant de décider, vous voyez ici ce que ce serait.
rescue-part = Partie
rescue-certain = Sûr
rescue-uncertain = Incertain
rescue-lost = Perdu
rescue-part-records = Enregistrements
rescue-part-files = Pièces jointes
rescue-part-emails = E-mails
rescue-part-entries = Historique
rescue-part-others = Autres tables
rescue-part-tables = Liste des tables
rescue-told = Balance générale à la création du fichier
rescue-now = Balance générale de ce qui peut être sauvé
rescue-totals = { $currency } : débit { $debit }, crédit { $credit }
rescue-not-told = Le fichier ne l’indique plus.
rescue-complete = Tout ce qui est perdu figure dans la liste.
rescue-incomplete = Il se peut qu’il manque plus que ce que la liste contient : ce qui le dirait est endommagé aussi.
rescue-whole = Rien n’est perdu et rien n’est incertain.
rescue-list = Ce qui est perdu, incertain ou récupéré
rescue-state = État
rescue-state-lost = perdu
rescue-state-uncertain = incertain
rescue-state-recovered = récupéré
rescue-kind = Type
rescue-item = Nom ou numéro
rescue-date = Date
rescue-reason = Raison
rescue-reason-gone = Il ne peut plus être lu.
rescue-reason-page = Une page du fichier est endommagée. Personne ne sait ce qu’elle contenait.
rescue-reason-perhaps = Personne ne peut dire s’il y avait autre chose.
rescue-reason-unproved = Il est lisible, mais rien ne prouve qu’il soit tel qu’il était.
rescue-reason-unreached = Plus rien n’y mène ; il avait peut-être été supprimé auparavant.
rescue-reason-twice = Il a été trouvé deux fois avec des contenus différents.
rescue-reason-overwritten = D’autres octets le recouvrent.
rescue-reason-altered = Ses octets ne sont pas ceux que son enregistrement indique.
rescue-reason-older = Il vient de l’historique ; des modifications ultérieures peuvent manquer.
rescue-reason-from-history = Il vient de l’historique, qui le prouve.
rescue-more = { $count-is ->
    [one] { $count } autre se trouve dans la liste CSV.
    [many] { $count } d’autres se trouvent dans la liste CSV.
   *[other] { $count } autres se trouvent dans la liste CSV.
}
rescue-csv = Liste en CSV
rescue-json = Liste en JSON
rescue-accept = J’ai vu ce qui est perdu et ce qui est incertain
rescue-mark-title = Sauvée d’un fichier endommagé
rescue-mark = Cette entreprise a été sauvée du fichier endommagé { $file }. Enregistrements : { $certain } sûrs, { $uncertain } incertains, { $lost } perdus.
rescue-show = Voir ce qui est perdu et incertain
error-rescue-not-accepted = Rien n’a été sauvé. Cochez que vous avez vu ce qui est perdu et ce qui est incertain, puis validez de nouveau.
error-rescue-not-found = Ce fichier endommagé n’est plus ici. Choisissez-le de nouveau.
error-not-damaged = { $file } est intact. Importez-le plutôt.
command-rescued = Sauvé dans l’entreprise { $name }. Son nom et son historique le disent.
command-rescue-listed = Rien n’a été repris : ceci n’est que la liste.
command-rescue-line = { $state } : { $kind } { $name }. { $reason }
