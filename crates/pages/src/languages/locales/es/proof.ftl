# The proof that is asked for before what is grave, and the list of one's sessions.
proof-title = Confirme que es usted
proof-explained = Por su seguridad, escriba su contraseña una vez más. Después no se le volverá a pedir durante cinco minutos.
proof-signed-in = Ha iniciado sesión como { $name }.
proof-kept = Lo que ha escrito se conserva y sigue adelante desde aquí.
proof-password = Su contraseña
proof-mail-password = Contraseña de la cuenta de correo
proof-again-hint = Escríbalo de nuevo: los secretos no se conservan.
proof-button = Confirmar y continuar
proof-done-title = Gracias
proof-done = Su descarga empieza sola. Si no es así, pulse el botón.
error-proof-needed = Primero hay que confirmar que es usted. Vuelva atrás, cargue de nuevo la página y envíela otra vez.
account-session-this = Aquí está usted ahora
account-session-end = Cerrar
