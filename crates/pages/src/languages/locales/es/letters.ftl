# Letters to a server's users: links for a new password, notices; and the account they go through.
new-password-by-email = Escriba su nombre de usuario o su dirección de correo. La persona a quien pertenece recibe por correo un enlace para una contraseña nueva.
new-password-name = Nombre de usuario o dirección de correo
new-password-send = Enviar el enlace
new-password-asked = Si existe ese usuario y tiene una dirección de correo, se le envía un enlace.
new-password-asked-hint = El enlace sirve una vez, durante media hora. Si no llega, mire en el correo no deseado o pregunte a un administrador.
account-email-hint = Los enlaces para una contraseña nueva y los avisos van a esta dirección.
people-link-send = Enviar el enlace por correo
people-link-sent = Se ha enviado a este usuario un enlace para una contraseña nueva. Sirve una vez, durante media hora.
people-link-unsent = El enlace no se ha enviado. Configure antes la cuenta de correo del servidor, en la página de usuarios, y dé una dirección a este usuario.
server-email-title = Cuenta de correo del servidor
server-email-explained = Por esta cuenta el servidor escribe a sus usuarios: enlaces para una contraseña nueva, y avisos cuando cambia una contraseña, un segundo factor o una dirección. Quien pueda leer su correo enviado puede leer esos enlaces. Las empresas tienen sus propias cuentas.
server-email-remove-question = ¿Eliminar esta cuenta? Los usuarios pedirán entonces una contraseña nueva a un administrador.
error-form-changed-meanwhile = Alguien cambió esta configuración después de que usted la abriera, y no se ha guardado nada. Lo que escribió está abajo. Compare y guarde de nuevo si sigue siendo correcto.
account-access = Dónde trabaja
account-access-business = Empresa
account-access-all = Todo, como administrador.
account-access-none = Todavía no se le ha abierto ninguna empresa. Pregunte a un administrador.
account-access-endless = Sin fin
letter-link-subject = Contraseña nueva en { $server }
letter-link-text =
    { $name }:

    Se ha pedido en { $server } una contraseña nueva para el usuario { $user }. Elíjala con este enlace:

    { $link }

    El enlace sirve una vez, durante media hora. Si no la ha pedido, no haga nada: su contraseña sigue siendo la misma.
letter-change-subject = Su usuario en { $server } ha cambiado
letter-password-text =
    { $name }:

    Se ha elegido en { $server } una contraseña nueva para el usuario { $user }, y se han cerrado las demás sesiones.

    Si no ha sido usted, pida ayuda enseguida a un administrador.
letter-second-factor-text =
    { $name }:

    El segundo factor del usuario { $user } en { $server } se ha activado o desactivado.

    Si no ha sido usted, cambie su contraseña y pida ayuda enseguida a un administrador.
letter-email-text =
    { $name }:

    Los enlaces y avisos para el usuario { $user } en { $server } van desde ahora a otra dirección. Este es el último a esta dirección.

    Si no ha sido usted, pida ayuda enseguida a un administrador.
