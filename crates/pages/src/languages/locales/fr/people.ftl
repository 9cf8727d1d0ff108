# Personnes : ce qui peut être vu, le journal de sécurité.
documents-hidden = Les documents que vous ne pouvez pas consulter ne figurent pas ici.
account-acting = Vous agissez au nom de quelqu’un d’autre. Mots de passe, seconds facteurs, sessions, jetons et adresses n’appartiennent qu’à cette personne ; cessez d’agir en son nom pour voir les vôtres.
