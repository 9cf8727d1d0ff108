# Mientras la base de datos de la edición Cloud no responde, y antes de que termine una prueba.
away-kept = No se ha perdido nada de lo que escribió: se guarda en esta página. Espere un momento y envíelo de nuevo; no tiene que volver a escribir nada.
away-kept-in-doubt = Lo que escribió sigue en esta página. Mire primero sus registros en otra ventana; si no está entre ellos, envíelo de nuevo.
away-again = Enviar de nuevo
error-store-in-doubt = La conexión se cortó mientras se guardaba su cambio, y todavía no se puede saber si está guardado. Mire primero sus registros; si no está entre ellos, introdúzcalo de nuevo.
cloud-trial-ends = Su período de prueba termina el { $date }. Sus copias de seguridad son suyas en cualquier caso y pueden descargarse en el portal de clientes en todo momento.
