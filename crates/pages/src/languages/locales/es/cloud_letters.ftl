# Las cartas que la edición Cloud escribe por sí misma a los usuarios.
letter-helped-subject = Se ha cambiado su usuario { $user }
letter-helped-link-text =
    { $name }:

    Quien lleva Tijori para { $firm } ha creado un enlace para una nueva contraseña del usuario { $user }, porque alguien pidió ayuda. Funciona una sola vez, durante media hora.

    Si no lo ha pedido usted, responda enseguida a esta carta y avise a un administrador de { $firm }.
letter-helped-factor-text =
    { $name }:

    Quien lleva Tijori para { $firm } ha quitado el segundo factor del usuario { $user }, porque alguien pidió ayuda. Ahora basta la contraseña para iniciar sesión. Configure pronto otro segundo factor.

    Si no lo ha pedido usted, cambie enseguida su contraseña, responda a esta carta y avise a un administrador de { $firm }.
