# Lo que los miembros piden en el área de cliente y un nodo lleva a cabo: una copia de este momento, una vuelta de la papelera.
portal-now = Descargar una copia de seguridad ahora
portal-now-explained = Se hace de este momento, se vuelve a leer y se compara. Después queda aquí para que la descargue.
portal-now-button = Hacer una copia de seguridad ahora
portal-now-ready = Su copia de seguridad del { $date } está lista ({ $size }).
portal-now-download = Descargar esta copia
portal-nobody = El resto del programa no responde en este momento. Su copia se hará en cuanto responda; puede cerrar esta página.
portal-nobody-newest = El resto del programa no responde en este momento. Su copia se hará en cuanto responda; puede cerrar esta página. Mientras tanto puede tomar la última copia, del { $date }.
portal-download-newest = Descargar la última copia
portal-restored = La empresa está de nuevo entre sus empresas.
portal-in-trash = Esta empresa se movió a la papelera el { $date }. Su contabilidad y sus copias de seguridad se conservan.
portal-removed = En la papelera
portal-none-yet = Ninguna todavía
error-errands-too-many = Ha pedido muchas cosas en una hora. Inténtelo de nuevo dentro de una hora como máximo; lo que ya ha pedido sigue su curso.
error-errand-failed = No se ha podido hacer en este momento. No se ha perdido ni cambiado nada. Inténtelo de nuevo en unos minutos.
error-errand-given-up = Se empezó varias veces y se interrumpió cada vez. No se ha perdido nada. Inténtelo de nuevo; si vuelve a ocurrir, avise a quien gestiona este servicio.
