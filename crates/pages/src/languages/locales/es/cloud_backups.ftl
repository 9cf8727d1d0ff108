# Lo que dicen la página de copias y el resumen donde los libros están con quien lleva la edición Cloud.
backup-explanation-cloud = Una copia de seguridad es un solo archivo con toda la empresa. Descargue una de vez en cuando: así tiene sus libros también en sus manos, pase lo que pase con nosotros.
summary-first-backup-cloud = Esta empresa aún no tiene copia de seguridad. La primera se hace sola en el plazo de un día; también puede hacer una ahora y descargarla.
