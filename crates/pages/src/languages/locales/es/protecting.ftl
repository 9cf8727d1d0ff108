# Proteger una copia de seguridad con una frase de contraseña, su hoja de emergencia, abrir tal archivo, los daños en la página de verificación.

protect-title = Proteger con una frase de contraseña
protect-none = Sin frase de contraseña: quien tenga el archivo puede leerlo
protect-words = Seis palabras que el programa elige al azar
protect-own = Una frase de contraseña propia
protect-warning = Sin la frase de contraseña nadie puede abrir el archivo, y nadie puede recuperarla: tampoco los autores de este programa.
protect-passphrase = Frase de contraseña
protect-passphrase-hint = Al menos 12 caracteres; lo mejor son varias palabras que no tengan nada que ver entre sí.
protect-passphrase-again = La misma frase de contraseña otra vez
protect-done = Haga estas dos cosas antes de confiar en esta copia de seguridad.
protect-step-sheet = Imprima la hoja de emergencia o anote la frase de contraseña a mano. Guárdela lejos del archivo.
protect-step-test = Escriba la frase de contraseña tal como está en la hoja, para demostrar que abre el archivo. Después, el programa ya no muestra las palabras.
protect-test = Probar la frase de contraseña
protect-tested = Probada: abre el archivo.
protect-untested = Aún sin probar
sheet-title = Hoja de emergencia
sheet-explanation = Guarde esta hoja con sus papeles importantes y no junto a la copia de seguridad. Quien tenga ambas cosas puede leer los libros.
sheet-write = Escriba aquí la frase de contraseña a mano, con sus mayúsculas y espacios:
sheet-with-words = Imprimir las palabras en la hoja
sheet-with-lines = Imprimir en su lugar líneas para escribir
sheet-how = Cómo abrir el archivo
sheet-how-here = Con { $program }: elija «{ $way }», luego el archivo, y escriba la frase de contraseña.
sheet-how-elsewhere = Sin él: el archivo está en el formato público age. Cualquier programa para age lo abre, y Zstandard descomprime lo que contiene; el resultado es una base de datos SQLite.
locked-title = Este archivo está protegido con una frase de contraseña
locked-explanation = Escriba la frase de contraseña de la hoja de emergencia. Se usa ahora para abrir el archivo y no se guarda.
locked-open = Abrir
locked-other = Elegir otro archivo
verify-damage = Dónde está dañado
verify-damage-count = { $count-is ->
    [one] { $count } de { $total } bloques está dañado.
    [many] { $count } de { $total } bloques están dañados.
   *[other] { $count } de { $total } bloques están dañados.
}
error-passphrase-guessable = Esta frase de contraseña es fácil de adivinar. Use varias palabras que no tengan nada que ver entre sí ni con la empresa.
error-locked-not-found = Este archivo ya no espera su frase de contraseña. Elíjalo de nuevo.
error-verification-not-found = Este resultado ya no se conserva. Verifique el archivo de nuevo.
