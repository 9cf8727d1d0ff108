# Files that are looked through as long work, and what is brought over of damaged ones.

looking-title = Examinando el archivo
looking-title-rescue = Rescatando lo que está íntegro
error-looking-busy = Se están examinando demasiados archivos a la vez. Espere a que termine alguno y envíe este de nuevo.
