# Lo que la contabilidad pide además: columnas propias, días en las listas, tablas para cambiar.

field-LinePlacement = Columnas en las líneas de
field-ShowInLists = Mostrar como columna en las listas
settings-custom-lines-of = { $kind }: líneas
batch-existing = Descargar los registros existentes con estas columnas, para cambiarlos
error-yes-or-no-needed = Escriba sí o no.
list-from = Desde
list-to = Hasta
list-column-received = Recibido
reports-copy-name = Copia de { $name }
reports-open-to-change = Abrirlo para cambiar sus opciones
reports-replace-heading = O dar estas opciones a un informe ya guardado
reports-replace = Reemplazar las opciones de «{ $name }»
error-report-several = Varios informes guardados se llaman «{ $name }». Indique la clave del que quiere, o cámbieles el nombre.
