# Custodia: resúmenes legibles, frases de contraseña de copias guardadas, lugares no admitidos.

protect-summary = Permitir leer un resumen sin la frase de contraseña
protect-summary-hint = Un pequeño archivo de texto junto a la copia de seguridad dice de qué negocio es, cuándo y quién la hizo, y cuántos registros, archivos, correos y cambios contiene. Ningún importe. Quien tenga ese archivo sabe todo eso sin la frase de contraseña.
backup-summary-download = Descargar el resumen
backup-summary-file = El resumen que está al lado y termina en .summary.txt, si lo hay
backup-summary-file-hint = Solo para una copia cifrada: dice qué contiene el archivo antes de escribir la frase de contraseña.
backup-summary-title = Lo que dice su resumen
backup-summary-not-proved = Esto es lo que dice el resumen. Cualquiera pudo escribirlo: nada está demostrado hasta que se abra la copia con su frase de contraseña.
backup-summary-other = El resumen pertenece a otro archivo y no se usa.
backup-summary-agrees = El resumen que está al lado coincide con su contenido.
backup-summary-differs = El resumen que está al lado dice otra cosa que la copia de seguridad ({ $facts }). Confíe en la copia.
backup-summary-left-out = Omitido
command-summary-made = Su resumen, que cualquiera puede leer: { $file }
kept-passphrase-needed = Ninguna frase de contraseña guardada aquí abre esta copia. Escriba aquella con la que se hizo.
kept-passphrase-keep = Guardarla aquí, para todas las copias hechas con ella
kept-run-protect-hint = Deje ambos campos vacíos para una copia que pueda leer quien la tenga. La frase de contraseña se guarda aquí, sellada, para poder verificar y ensayar la copia; anótela de todos modos.
error-keeping-inside-data = { $folder }: está dentro de la carpeta de los propios negocios y se perdería con ellos. Elija otro disco.
trash-backups = Copias de seguridad en la papelera
trash-backups-explained = Quedan 30 días en la papelera de su lugar y hasta entonces se pueden recuperar.
trash-column-goes = Desaparece del todo
kept-alarm-spoilt = La copia más reciente no superó su verificación del { $when }. { $reason } Haga otra ahora.
kept-state-spoilt = Dañada
