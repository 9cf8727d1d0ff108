# Mirar dentro de un archivo sin importarlo, y recuperar un registro.
opened-title = Mirar dentro de una copia
opened-explanation = Elija una copia de seguridad o cualquier archivo .manager y recórralo como una empresa. No se importa nada, y nada del archivo puede cambiarse. Desde cada registro puede traerlo de vuelta a una de sus empresas.
opened-open = Abrir para mirar
opened-look = Mirar dentro sin importar
opened-list = Abiertos ahora
opened-close = Cerrar
opened-banner = Copia de seguridad del { $when }, solo lectura.
opened-banner-undated = { $file }, solo lectura.
opened-banner-hint = Desaparece cuando la cierra y cuando el programa vuelve a iniciarse.
taking-button = Traer de vuelta a una empresa
taking-title = Traer de vuelta { $name }
taking-from = de { $file }
taking-into = A qué empresa
taking-choose = Comparar con esta empresa
taking-no-business = Todavía no hay ninguna empresa a la que traerlo. Cree una o importe el archivo entero.
taking-state-missing = { $business } no tiene este registro. Se añadirá allí.
taking-state-same = { $business } tiene este registro, exactamente como está en el archivo.
taking-state-differs = { $business } tiene este registro, pero es distinto. Déjelo como está o reemplácelo.
taking-difference = Qué es distinto
taking-sides = Antes es lo que { $business } tiene ahora; después es lo que tiene el archivo.
taking-references = { $count-is ->
    [one] Traer también { $count } registro que nombra
    [many] Traer también { $count } de registros que nombra
   *[other] Traer también { $count } registros que nombra
}
taking-references-hint = La empresa no los tiene. Sin ellos, el registro nombra algo que no está.
taking-attachments = { $count-is ->
    [one] { $count } archivo adjunto viene con él
    [many] { $count } de archivos adjuntos vienen con él
   *[other] { $count } archivos adjuntos vienen con él
}
taking-nowhere = { $count-is ->
    [one] Nombra { $count } registro que no está ni en la empresa ni en el archivo.
    [many] Nombra { $count } de registros que no están ni en la empresa ni en el archivo.
   *[other] Nombra { $count } registros que no están ni en la empresa ni en el archivo.
}
taking-submit = Traer de vuelta a { $business }
taking-replace = Reemplazar el de { $business }
taking-keep = Dejar lo que hay
taking-undo = El historial de la empresa dice de qué archivo vino, y allí puede deshacerlo.
history-fact-taken-from = Tomado del archivo
history-fact-taken-sha256 = Huella de ese archivo (SHA-256)
error-opened-read-only = { $file } está abierto solo para mirarlo. Nada en él puede cambiarse. Para trabajar con él, impórtelo; para usar un registro suyo, tráigalo de vuelta a una empresa.
error-opened-too-many = Ya hay ocho archivos abiertos. Cierre uno e inténtelo de nuevo.
error-opened-gone = Este archivo ya no está abierto. Ábralo de nuevo para mirar dentro.
error-business-read-only = Esta empresa está abierta solo para mirarla. No se cambió nada.
error-record-differs = La empresa { $business } tiene un registro con la clave { $record }, y es distinto. Añada --replace para reemplazarlo.
