# El segundo factor, los tokens de acceso y lo demás que ven los usuarios de un servidor.
second-factor-title = Segundo factor
second-factor-off = Solo se pide su contraseña. Con un segundo factor, quien descubra la contraseña no podrá entrar de todos modos.
second-factor-is-on = Después de la contraseña se pide un código de su autenticador.
second-factor-codes-left = { $count-is ->
    [one] Queda { $count } código en papel.
    [many] Quedan { $count } códigos en papel.
   *[other] Quedan { $count } códigos en papel.
}
second-factor-set-up = Configurar
second-factor-step-scan = 1. Añádalo a su autenticador
second-factor-explained = Abra un autenticador en su teléfono y escanee este cuadrado.
second-factor-square = Código QR para el autenticador
second-factor-typed = O escriba en él estas letras y cifras:
second-factor-kind = Tipo: por tiempo. Cifras: 6. Cambia cada 30 segundos.
second-factor-step-code = 2. Compruebe que funciona
second-factor-code-hint = Las seis cifras que el autenticador muestra ahora.
second-factor-add = Activar
second-factor-added = El segundo factor está activado. Se cerraron todas sus demás sesiones.
second-factor-codes = Códigos en papel
second-factor-codes-explained = Imprima o anote estos códigos y guárdelos donde no esté su teléfono. Cada uno permite entrar una vez si se pierde el autenticador. No se volverán a mostrar.
second-factor-codes-kept = Ya los guardé
second-factor-remove = Desactivar el segundo factor
second-factor-remove-explained = Sin él, su contraseña sola abre su cuenta. Para otro teléfono, desactívelo y configúrelo de nuevo.
token-title = Tokens de acceso
token-explained = Con un token de acceso un programa trabaja en su nombre: puede lo que usted puede, y no más de lo que se marque aquí. Quien tiene el token tiene estos derechos; trátelo como una contraseña.
token-none = No hay tokens de acceso.
token-new = Nuevo token de acceso
token-name = Nombre
token-name-hint = Lo que lo usa, tal como lo nombrará el historial.
token-rights = Derechos
token-rights-hint = Cada cambio hecho con él figura en el historial con el nombre del token.
token-scope-read = Solo lectura
token-scope-write = Lectura y modificación
token-scope-backup = Lectura y creación de copias de seguridad
token-business = Empresa
token-business-all = Todas en las que puedo entrar
token-until = Termina
token-until-hint = Como máximo un año desde hoy.
token-used = Último uso
token-unused = Nunca
token-make = Crear el token
token-made = El token está creado.
token-shown-once = Cópielo ahora. Se muestra solo esta vez; aquí solo se guarda su resumen.
token-noted = Ya lo copié
token-revoke = Revocar
token-revoked = El token está revocado. Ya no abre nada.
error-token-name-needed = El token no tiene nombre. Escriba qué lo usa.
error-token-end-refused = Ese último día no se puede usar. Elija un día entre hoy y dentro de un año.
error-token-too-many = Tiene tantos tokens como se permiten. Revoque uno que ya no se use.
error-token-refused = No se presentó ningún token de acceso válido. Envíe uno en la cabecera Authorization, después de la palabra Bearer; un token puesto en una dirección queda revocado.
error-too-many-requests = Hubo demasiadas peticiones. Espere { $seconds } segundos e inténtelo de nuevo.
error-version-needed = Falta la cabecera If-Match. Lea primero el registro y envíe el ETag que llegó con él.
error-version-differs = Alguien modificó este registro entretanto. No se guardó nada. Léalo de nuevo, compare y vuelva a enviar el cambio.
error-json-refused = Lo enviado no es un documento JSON que se pueda leer aquí: { $reason }
error-query-refused = El valor de «{ $name }» en la dirección no se puede usar, o aquí nada se llama así.
error-record-exists = Una empresa tiene un solo registro de este tipo, y ya existe. Modifíquelo en su lugar.
error-method-refused = Esto no se puede hacer en esta dirección.
