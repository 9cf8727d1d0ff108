# Ce dont une journée ordinaire a besoin : les premiers onglets et ce qui reste à portée de main.
create-tabs = Onglets pour commencer
create-tabs-hint = Ce que vous saisirez dès la première semaine. { tab-summary }, { kind-JournalEntry-many }, { tab-reports } et { tab-settings } sont toujours là. Tout onglet peut être affiché ou masqué plus tard sous { tab-customize }, et rien n’est jamais perdu.
settings-about-attachments = Tous les fichiers joints aux fiches, avec leur taille
standing-open-documents = Pièces ouvertes
standing-document = Pièce
standing-nothing-open = Rien n’est ouvert.
standing-not-allocated = Non affecté à une facture
standing-latest = Derniers mouvements
standing-nothing-moved = Il n’y a pas encore de mouvement.
standing-all = Afficher tous les mouvements
standing-received = Reçu
standing-paid = Payé
standing-cost = Coût
standing-tax-amount = Montant de la taxe
standing-more-open = { $count-is ->
    [one] { $count } autre pièce est ouverte ; elle figure sur le relevé.
    [many] { $count } autres pièces sont ouvertes ; elles figurent sur le relevé.
   *[other] { $count } autres pièces sont ouvertes ; elles figurent sur le relevé.
}
