# Copias de seguridad protegidas con una frase de contraseña.

error-needs-passphrase = { $file }: el archivo está protegido con una frase de contraseña. Escríbala para abrirlo.
error-wrong-passphrase = { $file }: la frase de contraseña es incorrecta, o se cambió el principio del archivo. Revise las mayúsculas, los espacios y el idioma del teclado, e inténtelo de nuevo.
error-encrypted-otherwise = { $file }: el archivo está cifrado para una clave y no con una frase de contraseña. Descífrelo primero con el programa que lo cifró.
error-encryption-damaged = { $file }: el archivo cifrado se alteró o se cortó después de crearse. No se ha usado nada de él. Use otra copia de esta copia de seguridad.
error-work-factor-too-high = { $file }: abrir este archivo llevaría demasiado tiempo y memoria. Su factor de trabajo es { $found }, y aquí se permite { $limit } como máximo.
error-encrypted-plain = Solo una copia de seguridad comprimida puede protegerse con una frase de contraseña. Elija una de las dos cosas.
error-no-encryption = Esta versión del programa no puede cifrar. Haga la copia de seguridad sin frase de contraseña.
finding-costly-passphrase = Abrir este archivo lleva mucho tiempo y memoria: su factor de trabajo es { $factor }, por encima del habitual 18.
history-fact-encrypted = Cifrado
command-passphrase-ask = Frase de contraseña:
command-passphrase-new = Nueva frase de contraseña (déjela vacía para obtener una al azar):
command-passphrase-again = La misma frase de contraseña otra vez:
command-passphrase-drawn = Anote esta frase de contraseña y guárdela lejos de la copia de seguridad. Sin ella nadie puede abrir el archivo, ni siquiera nosotros: { $words }
error-passphrase-missing = No se ha dado ninguna frase de contraseña. Use --passphrase-file, defina TIJORI_PASSPHRASE o ejecute la orden en un terminal.
error-passphrase-short = Esta frase de contraseña es demasiado corta. Use al menos 12 caracteres, mejor seis palabras.
error-passphrases-differ = Las dos frases de contraseña no son iguales. Escríbalas de nuevo.
error-passphrase-file = { $file }: no se puede leer la frase de contraseña de este archivo ({ $reason }).
error-finding-costly-passphrase = { finding-costly-passphrase }
