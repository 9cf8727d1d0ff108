# Ce dont une journée ordinaire a besoin : les premiers onglets et ce qui reste à portée de main.
create-tabs = Onglets pour commencer
create-tabs-hint = Ce que vous saisirez dès la première semaine. { tab-summary }, { kind-JournalEntry-many }, { tab-reports } et { tab-settings } sont toujours là. Tout onglet peut être affiché ou masqué plus tard sous { tab-customize }, et rien n’est jamais perdu.
settings-about-attachments = Tous les fichiers joints aux fiches, avec leur taille
