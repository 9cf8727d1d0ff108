# Correos: escritura, envío, seguimiento; cuenta, plantillas, extractos a muchos.
email-button = Enviar por correo
email-of-record = Correos sobre esto
email-new-title = Correo nuevo
email-edit-title = Editar borrador
email-edit = Editar
email-from = De
email-to = Para
email-to-hint = Una o varias direcciones, separadas por comas o saltos de línea: Nombre <nombre@example.com>.
email-cc = Copia (Cc)
email-bcc = Copia oculta (Cco)
email-bcc-hint = Los demás destinatarios no ven estas direcciones.
email-reply-to = Responder a
email-subject = Asunto
email-no-subject = (sin asunto)
email-text = Texto
email-files = Archivos adjuntos
email-file-paper = El documento en PDF
email-file-paper-again = El documento en PDF, hecho de nuevo con los libros de ahora
email-file-size = ({ $size })
email-file-nameless = Archivo sin nombre
email-language = Idioma del correo y de su PDF
email-language-hint = Elegir otro idioma empieza de nuevo con la plantilla de ese idioma.
email-language-change = Cambiar de idioma
email-send = Enviar
email-save-draft = Guardar como borrador
email-no-account = Los correos se envían desde su propia cuenta de correo. Indíquela primero.
email-settings-open = Configuración de correo
email-state-draft = Borrador
email-state-queued = Pendiente de envío
email-state-held = Retenido
email-state-sending = Enviándose
email-state-uncertain = Incierto
email-state-sent = Enviado
email-state-failed = No enviado
email-explained-draft = No se envía nada hasta que pulse Enviar.
email-explained-queued = Se envía en cuanto le toque.
email-explained-held = Llegó con un archivo importado. Solo se envía si usted lo pide.
email-explained-sending = Se está hablando con el servidor de correo en este momento.
email-explained-uncertain = El envío empezó y nadie puede saber si llegó. Pregunte al destinatario o mire los enviados de su cuenta de correo.
email-explained-sent = El servidor de correo lo aceptó para todos los destinatarios.
email-explained-failed = El servidor de correo no lo aceptó con certeza. Nadie lo ha recibido.
email-explained-withdrawn = Se sacó de la bandeja de salida o resultó no haber llegado. Nadie lo ha recibido.
email-being-sent = Esperando al servidor de correo…
email-withdraw = No enviar
email-retry = Reintentar el envío
email-arrived = Llegó
email-not-arrived = No llegó
email-send-again = Enviar de nuevo de todos modos
email-send-again-question = Puede que haya llegado; en ese caso el destinatario lo recibirá dos veces. ¿Enviarlo de nuevo?
email-held-question = Este correo se escribió en otra instalación y quizá ya se envió desde allí. ¿Enviarlo desde aquí?
email-delete-question = ¿Eliminar este borrador? Los borradores no tienen historial; no se podrá recuperar.
email-created-at = Escrito
email-queued-at = Puesto en la bandeja de salida
email-sent-at = Enviado el
email-attempts = Intentos
email-message-id = Identificador del mensaje
email-message-download = Descargar el mensaje
email-message-hint = Exactamente como se entrega al servidor de correo, byte a byte, con los archivos adjuntos.
email-column-state = Estado
email-column-about = Sobre
email-filter-all = Todos
email-filter-words = Asunto o destinatario
email-filter-about = Solo sobre
email-filter-remove = Mostrar todos
email-nothing-found = Ningún correo coincide.
email-search-goes-on = Nada entre los correos más recientes. Busque entre los anteriores en la página siguiente.
email-settings-title = Configuración de correo
email-settings-explained = La cuenta con la que esta empresa envía sus correos. Se guarda en este equipo, sellada y fuera de la empresa: ninguna copia de seguridad la contiene y la contraseña no se vuelve a mostrar.
email-about-account = La cuenta desde la que se envían los correos, con una prueba.
email-about-templates = Con qué empiezan los correos, por documento e idioma.
email-settings-saved = La configuración de correo está guardada.
email-setting-server = Servidor de correo
email-setting-sender = Remitente
email-setting-host = Servidor
email-setting-host-hint = El nombre del servidor de correo saliente que indica su proveedor: smtp.example.com.
email-setting-host-wrong = El nombre de un servidor solo tiene letras, cifras, puntos y guiones.
email-setting-port = Puerto
email-setting-port-hint = 587 con STARTTLS, 465 con TLS.
email-setting-port-wrong = El puerto es un número: 587, 465 o 25.
email-setting-security = Cifrado
email-security-starttls = STARTTLS: cifrado tras el saludo (puerto 587)
email-security-tls = TLS: cifrado desde el principio (puerto 465)
email-security-none = Ninguno: solo para un servidor en este mismo equipo
email-setting-security-wrong = Elija cómo se cifra la conexión.
email-setting-username = Nombre de usuario
email-setting-username-hint = Normalmente su dirección de correo. Déjelo vacío si el servidor no pide acceso.
email-setting-username-wrong = El nombre de usuario es demasiado largo o tiene caracteres de control.
email-setting-password = Contraseña
email-setting-password-hint = Muchos proveedores piden una contraseña solo para este programa (contraseña de aplicación).
email-setting-password-kept = Hay una contraseña guardada. Déjelo vacío para conservarla; debe escribirse de nuevo si cambian el servidor o el usuario.
email-setting-password-needed = Escriba la contraseña. La guardada solo se usa con el mismo servidor y usuario.
email-setting-password-wrong = La contraseña es demasiado larga o tiene caracteres de control.
email-setting-from-name = Nombre del remitente
email-setting-from-address = Dirección del remitente
email-setting-reply-to-hint = Solo si las respuestas deben ir a otra dirección.
email-setting-copy = Enviarme una copia oculta de cada correo
email-setting-per-hour = Correos por hora
email-setting-per-hour-hint = No se envían más en una hora; los demás esperan. Los proveedores ponen estos límites.
email-setting-per-hour-wrong = Indique un número entero de al menos 1.
email-setting-authority = Autoridad de certificación propia
email-setting-authority-label = Certificado en PEM
email-setting-authority-hint = Solo para un servidor propio cuyo certificado no emitió ninguna autoridad pública.
email-setting-authority-wrong = Esto no es un certificado en PEM: pegue la parte de BEGIN CERTIFICATE a END CERTIFICATE.
email-test = Guardar y probar
email-test-title = Prueba de la conexión
email-test-passed = Todo funciona: se pueden enviar correos. La prueba no ha enviado nada.
email-test-resolve = Se encuentra el servidor
email-test-connect = El servidor responde
email-test-encrypt = La conexión va cifrada
email-test-certificate = El certificado es de confianza
email-test-log-in = Usuario y contraseña correctos
email-tested-passed = Sí
email-tested-not-asked = No se pide
email-tested-failed = No
email-tested-not-reached = No probado
email-failure-said = El servidor o el sistema dijo:
email-failure-unknown = Ocurrió algo que esta versión no conoce ({ $code }).
email-failure-host-not-found = No se encontró ningún servidor con ese nombre. Revise cómo está escrito en la configuración de correo y si el equipo tiene conexión.
email-failure-host-not-allowed = El programa no se conecta a esta dirección. Sin cifrado solo vale un servidor en este mismo equipo: elija STARTTLS o TLS.
email-failure-port-not-allowed = Este puerto no es de correo. Use 587, 465 o 25.
email-failure-connection-refused = El servidor no acepta conexiones en este puerto. Revise el puerto; algunas redes lo bloquean.
email-failure-connection-lost = La conexión terminó antes de entregar el correo. Envíelo de nuevo más tarde.
email-failure-timeout = El servidor no respondió a tiempo. Revise servidor, puerto y cifrado, y envíelo de nuevo más tarde.
email-failure-tls-failed = No se pudo acordar un cifrado. Elija TLS para el puerto 465 y STARTTLS para el 587, según su proveedor.
email-failure-certificate-invalid = El certificado del servidor está caducado, es de otro nombre o lo emitió alguien en quien este equipo no confía. Revise el nombre del servidor; si es correcto, no continúe.
email-failure-login-refused = El servidor rechaza usuario y contraseña. Escríbalos de nuevo; muchos proveedores piden una contraseña de aplicación.
email-failure-login-not-offered = El servidor no ofrece ninguna forma de acceso que este programa conozca. Permita el acceso con contraseña en su proveedor.
email-failure-sender-refused = El servidor rechaza la dirección del remitente. Use una dirección de esa cuenta.
email-failure-recipient-refused = El servidor rechaza la dirección de un destinatario. Corríjala; tampoco se envió nada a los demás.
email-failure-greylisted = El servidor pide volver más tarde. Envíelo de nuevo dentro de un cuarto de hora.
email-failure-message-too-large = El correo es demasiado grande para el servidor. Escríbalo de nuevo con menos adjuntos.
email-failure-message-refused = El servidor rechaza el correo, quizá como no deseado. Lea lo que dijo.
email-failure-server-answer = No se entiende la respuesta del servidor. Revise servidor, puerto y cifrado.
email-failure-uncertain = La conexión, o el programa, terminó mientras el servidor recibía el correo.
email-failure-message-unsound = El correo guardado podría leerse de dos maneras, así que no se entrega a ningún servidor. Escríbalo de nuevo.
error-email-address-invalid = «{ $address }» no es una dirección de correo: debe parecerse a nombre@example.com.
error-email-no-recipient = Indique al menos un destinatario.
error-email-too-many-recipients = Hay { $count-number } destinatarios y se admiten { $max-number } como máximo. Envíe varios correos.
error-email-subject-too-long = El asunto supera los { $max-number } caracteres. Acórtelo.
error-email-too-large = El correo supera { $max-size } con sus adjuntos. Desmarque algunos.
error-email-not-composed = No se pudo componer el correo ({ $reason }).
error-email-unknown-placeholder = No existe el marcador «{ $name }». La lista de abajo los muestra todos.
error-email-unpaired-brace = Una llave no tiene pareja. Escríbala dos veces para el signo mismo.
error-email-setting-invalid = Uno de los ajustes de correo no sirve. Revíselos.
error-vault-unreadable = La configuración de correo de esta empresa no se puede leer en este equipo. Introdúzcala de nuevo.
error-vault-not-written = No se pudo escribir la configuración de correo en { $file }: { $reason }.
error-email-not-found = No existe ese correo.
error-email-wrong-state = Ya no se puede hacer con este correo: entretanto siguió adelante. Ábralo de nuevo.
error-email-file-gone = Uno de los archivos marcados ya no está. Revíselos.
email-templates-title = Plantillas de correo
email-templates-explained = El asunto y el texto con que empieza un correo, para cada clase de documento y cada idioma. Son parte de la empresa y viajan con sus copias de seguridad.
email-template-purpose = Para
email-template-own = Propia
email-template-default = Predeterminada
email-template-preview = Vista previa
email-template-back = Volver a la predeterminada
email-template-back-question = Su asunto y su texto se sustituyen por los predeterminados. El historial los conserva.
email-purpose-customer-statement = Extractos de clientes
email-purpose-supplier-statement = Extractos de proveedores
email-purpose-other-documents = Otros documentos
email-purpose-other-reports = Informes
email-placeholders-title = Marcadores
email-placeholders-explained = Las palabras entre llaves se sustituyen al escribir el correo. Sin valor no dejan nada.
email-placeholder = Marcador
email-placeholder-meaning = Significado
email-placeholder-example = Ejemplo
email-placeholder-business = El nombre de la empresa
email-placeholder-customer = El nombre del cliente
email-placeholder-supplier = El nombre del proveedor
email-placeholder-contact = El nombre de quien lo recibe
email-placeholder-document = Cómo se llama el documento
email-placeholder-number = El número del documento
email-placeholder-date = Su fecha
email-placeholder-due-date = La fecha de vencimiento
email-placeholder-amount = El importe total
email-placeholder-balance = El saldo del cliente o proveedor
email-sample-contact = Comercial García
email-default-document-subject = { $document } { $number } – { $business }
email-default-document-text =
    Estimado cliente o proveedor { $contact }:

    Le adjuntamos { $document } { $number }.

    Un cordial saludo,
    { $business }
email-default-statement-subject = Extracto de cuenta – { $business }
email-default-statement-text =
    { $contact }:

    Le adjuntamos su extracto de cuenta. El saldo es de { $balance }.

    Un cordial saludo,
    { $business }
email-default-report-subject = { $document } – { $business }
email-default-report-text =
    Adjuntamos: { $document }.

    Un cordial saludo,
    { $business }
email-statements-title = Enviar extractos
email-statements-explained = Cada cliente marcado abajo recibe un correo con su extracto en PDF. Son los clientes con saldo.
email-statements-nobody = Ningún cliente tiene saldo.
email-statements-nobody-ticked = Marque al menos un cliente.
email-statements-no-address = Sin dirección de correo
email-statements-tick = Enviar
email-statements-customer = Cliente
email-statements-balance = Saldo
email-statements-which = Qué extracto
email-statements-from = Extracto desde
email-statements-to = Extracto hasta
email-statements-send = Enviar a los marcados
email-statements-again = Más extractos
email-statements-left-out = No enviado a
email-statements-reason = Motivo
email-statements-withdraw = No enviar los pendientes
email-statements-withdraw-question = Los que aún no se han enviado se sacan de la bandeja de salida. ¿Continuar?
kind-TijoriEmailTemplate-one = Plantilla de correo
kind-TijoriEmailTemplate-many = Plantillas de correo
field-Purpose = Uso
field-Language = Idioma
field-Subject = Asunto
field-Text = Texto
history-fact-email = Correo
history-fact-message-id = Identificador del mensaje
history-fact-to = Para
history-fact-record = Registro
history-fact-failure = Qué falló
history-fact-host = Servidor de correo
history-fact-port = Puerto
history-fact-security = Cifrado
history-fact-username = Nombre de usuario
history-fact-password = Contraseña
email-statements-limit = { $count-is ->
    [one] Se envía como máximo { $count } correo por hora; los demás esperan en la bandeja de salida.
    [many] Se envían como máximo { $count } de correos por hora; los demás esperan en la bandeja de salida.
   *[other] Se envían como máximo { $count } correos por hora; los demás esperan en la bandeja de salida.
}
email-statements-working = { $count-is ->
    [one] { $done } de { $count } extracto hecho y puesto en la bandeja de salida…
    [many] { $done } de { $count } de extractos hechos y puestos en la bandeja de salida…
   *[other] { $done } de { $count } extractos hechos y puestos en la bandeja de salida…
}
email-statements-done = { $count-is ->
    [one] { $count } extracto de { $total } está en la bandeja de salida y se envía a su turno.
    [many] { $count } de extractos de { $total } están en la bandeja de salida y se envían uno tras otro.
   *[other] { $count } extractos de { $total } están en la bandeja de salida y se envían uno tras otro.
}
email-statements-stopped = { $count-is ->
    [one] Detenido: { $count } extracto de { $total } está en la bandeja de salida y se enviará; los demás no.
    [many] Detenido: { $count } de extractos de { $total } están en la bandeja de salida y se enviarán; los demás no.
   *[other] Detenido: { $count } extractos de { $total } están en la bandeja de salida y se enviarán; los demás no.
}
