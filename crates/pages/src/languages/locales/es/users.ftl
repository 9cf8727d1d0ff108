# Users: signing in, what someone may do. The key of a sentence about an error is error-<code>.
error-sign-in-refused = El nombre o la contraseña no son correctos.
error-too-many-tries = Ha habido demasiados intentos incorrectos. Espere { $seconds } segundos y vuelva a intentarlo.
error-code-refused = El código no es correcto o ya se ha usado. Espere al siguiente y vuelva a intentarlo.
error-link-refused = Este enlace ya se ha usado o es demasiado antiguo. Pida uno nuevo.
error-password-too-short = Esta contraseña es demasiado corta. Escriba al menos 12 letras, u 8 donde se pide también un segundo factor.
error-password-too-long = Esta contraseña es demasiado larga. Escriba como máximo 128 letras.
error-password-too-common = Esta contraseña es fácil de adivinar. Añada palabras que no tengan que ver con usted.
error-user-name-refused = El nombre «{ $name }» no se puede usar. Escriba de 1 a 100 letras, cifras o . _ - @ sin espacios.
error-user-name-taken = Ya hay un usuario llamado «{ $name }». Elija otro nombre.
error-last-administrator = Es el último administrador. Nombre antes a otro.
error-user-not-found = Ese usuario ya no existe.
error-users-failed = No se pueden leer o escribir los usuarios. No se ha cambiado nada. Vuelva a intentarlo.
