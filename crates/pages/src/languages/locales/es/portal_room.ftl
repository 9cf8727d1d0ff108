# What the portal says when there is no room for one more download.
error-downloads-busy = Se están descargando tantas copias de seguridad en este momento que la suya tiene que esperar un poco. No se ha perdido nada y su copia sigue en su sitio. Inténtelo de nuevo dentro de un minuto.
