# The page that describes the JSON API.
api-title = Los libros para programas
api-way-in = La entrada
api-token = Cada petición muestra una ficha de acceso en su cabecera. Cree una aquí:
api-texts = Los importes son textos, para que no se pierda ninguna cifra; los días se escriben año-mes-día; los registros se nombran por su clave.
api-versions = Un registro viene con su versión como ETag. Quien lo cambia o elimina envía esa versión en If-Match: así nadie sobrescribe lo que otro guardó mientras tanto.
api-problems = Lo que falla se responde con un código, igual en todos los idiomas, y con una frase.
api-rates = Una ficha puede pedir 600 veces por minuto.
api-addresses = Direcciones
api-method = Método
api-address = Dirección
api-does = Qué hace
api-kinds = Clases de registros
api-kinds-explained = Cada clase tiene su propia dirección. Estos son sus campos; los que un registro no tiene están ausentes.
api-field = Campo
api-value = Valor
