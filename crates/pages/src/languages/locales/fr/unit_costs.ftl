# Coûts unitaires : ce qui est fixé pour les articles en stock, et ce que donnent leurs achats.

unit-costs-title = Recalculer les coûts unitaires
unit-costs-about = Quels coûts unitaires fixés ne correspondent pas aux achats de l’article.
unit-costs-explained = Les unités vendues coûtent ce qui est fixé pour leur article. Cette page calcule à partir de tous les achats ce qu’elles coûtent réellement, jour après jour, et le fixe. Les articles évalués d’eux-mêmes au coût moyen figurent aussi dans la liste : dès qu’un coût est fixé pour eux, c’est lui qui vaut.
unit-costs-differences = Coûts unitaires qui diffèrent
unit-costs-none = Tous les coûts unitaires fixés correspondent aux achats.
unit-costs-set = Coût unitaire fixé
unit-costs-worked-out = Coût calculé
unit-costs-locked = verrouillé
unit-costs-recalculate = Fixer tous les coûts unitaires calculés
unit-costs-more = { $count-is ->
    [one] { $count } autre n’est pas affiché.
    [many] { $count } autres ne sont pas affichés.
   *[other] { $count } autres ne sont pas affichés.
}
unit-costs-written = { $count-is ->
    [one] { $count } coût unitaire a été fixé.
    [many] { $count } coûts unitaires ont été fixés.
   *[other] { $count } coûts unitaires ont été fixés.
}
unit-costs-negative = Stock inférieur à zéro
unit-costs-negative-explained = Ces jours-là, il était sorti plus d’unités qu’il n’en était entré. Cherchez d’abord un achat manquant ou une quantité erronée : les coûts calculés en dépendent.
unit-costs-document = Pièce
