# Archivos: la página Archivos adjuntos, cambiar el nombre, un archivo en varios registros.
attachments-of-business = El propio negocio
attachments-of-business-hint = Archivos que no pertenecen a ningún registro: licencia comercial, contrato de alquiler, acuerdos.
attachments-total = { $count-is ->
    [one] { $count } archivo, { $size } en total.
    [many] { $count } de archivos, { $size } en total.
   *[other] { $count } archivos, { $size } en total.
}
attachments-stored = Los archivos iguales se guardan una sola vez; todos los archivos de este negocio ocupan { $size }.
attachments-search = Buscar nombres de archivo
attachments-column-acts = Acciones
attachments-existing = Adjuntar un archivo que ya está aquí
attachments-existing-hint = El archivo elegido se adjuntará también a:
attachments-attach = Adjuntar
attachments-rename = Cambiar el nombre
attachments-name-empty = Escriba un nombre para el archivo.
attachments-on-records = Dónde está adjunto este archivo
attachments-kept-once = El archivo se guarda una sola vez. Si lo quita de un registro, permanece en los demás.
attachments-image-kept = Llegó con un archivo importado y se conserva exactamente como era; aquí no se puede quitar ni cambiar de nombre.
error-attachment-above-limit = { $file } supera { $limit-size }, el tamaño máximo de un archivo aquí. No se ha adjuntado ningún archivo.
