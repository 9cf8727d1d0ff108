# Files that arrive while there is no room, or while their storage is silent.
error-no-room-now = En este momento no hay espacio para este archivo. Ya se ha avisado a quienes llevan este servicio. Inténtelo de nuevo más tarde. No se ha cambiado nada.
upload-not-listed = Lo que ha empezado a enviar no se puede mostrar en este momento. Sigue ahí; vuelva a mirar en unos minutos.
