# Answers that ask someone to wait.
error-files-busy = Se están descargando tantos archivos en este momento que el suyo tiene que esperar un poco. No se ha perdido nada. Inténtelo de nuevo dentro de un minuto.
