# Files that are looked through as long work, and what is brought over of damaged ones.

looking-title = Examen du fichier
looking-title-rescue = Sauvetage de ce qui est intact
error-looking-busy = Trop de fichiers sont examinés en même temps. Attendez que l’un d’eux soit terminé, puis envoyez celui-ci de nouveau.
