# Lo que hace falta en un día corriente: las primeras pestañas y lo que está a mano.
create-tabs = Pestañas para empezar
create-tabs-hint = Lo que registrará desde la primera semana. { tab-summary }, { kind-JournalEntry-many }, { tab-reports } y { tab-settings } están siempre. Cualquier pestaña puede mostrarse u ocultarse después en { tab-customize }, y nunca se pierde nada.
settings-about-attachments = Todos los archivos adjuntos a los registros, con su tamaño
