# Lo que hace falta en un día corriente: las primeras pestañas y lo que está a mano.
create-tabs = Pestañas para empezar
create-tabs-hint = Lo que registrará desde la primera semana. { tab-summary }, { kind-JournalEntry-many }, { tab-reports } y { tab-settings } están siempre. Cualquier pestaña puede mostrarse u ocultarse después en { tab-customize }, y nunca se pierde nada.
settings-about-attachments = Todos los archivos adjuntos a los registros, con su tamaño
standing-open-documents = Documentos pendientes
standing-document = Documento
standing-nothing-open = No hay nada pendiente.
standing-not-allocated = Sin asignar a una factura
standing-latest = Últimos movimientos
standing-nothing-moved = Todavía no hay movimientos.
standing-all = Mostrar todos los movimientos
standing-received = Recibido
standing-paid = Pagado
standing-cost = Coste
standing-tax-amount = Importe del impuesto
standing-more-open = { $count-is ->
    [one] { $count } documento más está pendiente; figura en el extracto.
    [many] { $count } documentos más están pendientes; figuran en el extracto.
   *[other] { $count } documentos más están pendientes; figuran en el extracto.
}
