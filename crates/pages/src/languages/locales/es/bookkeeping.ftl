# Lo que la contabilidad pide además: columnas propias, días en las listas, tablas para cambiar.

field-LinePlacement = Columnas en las líneas de
settings-custom-lines-of = { $kind }: líneas
batch-existing = Descargar los registros existentes con estas columnas, para cambiarlos
error-yes-or-no-needed = Escriba sí o no.
list-from = Desde
list-to = Hasta
