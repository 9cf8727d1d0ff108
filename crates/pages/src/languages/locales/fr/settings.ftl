# Settings.
error-figures-locked = Cela changerait des chiffres jusqu’au { $date }, qui sont verrouillés. Déplacez d’abord la date de verrouillage dans les paramètres.
error-lock-date-reason-needed = Pour reculer ou supprimer la date de verrouillage, il faut une raison. Indiquez-la sur la page « Date de verrouillage » des paramètres.
