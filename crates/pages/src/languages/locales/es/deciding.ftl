# Comparar antes de importar, sustituir, deshacer, y las copias.
compare-title = Comparado con { $name }
compare-with = Comparar con
compare-submit = Comparar
compare-none = Ninguna empresa
compare-by-history = { $name } (mismo historial)
compare-by-records = { $name } (mismos registros)
compare-by-name = { $name } (solo el mismo nombre)
compare-working = Comparando el archivo con la empresa…
compare-same = Los registros y los saldos son los mismos en ambos lados.
compare-figures = Cifras que difieren
compare-figure = Cifra
compare-in-business = En la empresa
compare-in-file = En el archivo
compare-difference = Diferencia
compare-cash = Efectivo y bancos
compare-receivables = Cuentas por cobrar
compare-payables = Cuentas por pagar
compare-net-profit = Beneficio neto
compare-figures-same = Efectivo, cuentas por cobrar y por pagar y beneficio neto son los mismos en ambos lados.
compare-currencies = La moneda base del archivo es { $file } y la de la empresa { $business }: los importes no se pueden comparar.
compare-records = Registros que difieren
compare-only-in-business = Faltarían
compare-changed = Distintos
compare-only-in-file = Solo en el archivo
compare-newest-only-in-business = Faltarían tras la sustitución, primero los más recientes
compare-newest-changed = Distintos, primero los más recientes
compare-newest-only-in-file = Solo en el archivo, primero los más recientes
compare-record = Registro
compare-date = Fecha
history-relation-unknown = El archivo no tiene un historial que se pueda comparar.
history-relation-same = El archivo y la empresa tienen el mismo historial.
history-relation-nothing-since = El archivo procede de esta empresa y ningún registro ha cambiado desde entonces.
history-relation-file-is-older = { $count-is ->
    [one] El archivo es más antiguo: desde entonces se hizo { $count } cambio en la empresa.
    [many] El archivo es más antiguo: desde entonces se hicieron { $count } cambios en la empresa.
   *[other] El archivo es más antiguo: desde entonces se hicieron { $count } cambios en la empresa.
}
history-relation-file-is-newer = { $count-is ->
    [one] El archivo es más reciente: tiene { $count } cambio que la empresa no tiene.
    [many] El archivo es más reciente: tiene { $count } cambios que la empresa no tiene.
   *[other] El archivo es más reciente: tiene { $count } cambios que la empresa no tiene.
}
history-relation-diverged = Ambos eran una misma empresa hasta la entrada { $at } del historial. Cambios desde entonces: { $file } en el archivo, { $business } en la empresa.
history-relation-unrelated = El archivo y la empresa nunca fueron lo mismo: sus historiales empiezan de forma distinta.
replace-keep-both = Conservar ambas
replace-title = Sustituir «{ $name }»
replace-explanation = Primero se hace y se comprueba una copia de seguridad de «{ $name }»; si falla, no se importa nada. Después el archivo ocupa su lugar y «{ $name }» va a la papelera, de donde puede volver.
replace-folder = Carpeta de la copia de seguridad previa
replace-done = «{ $name }» se ha sustituido y está en la papelera.
replace-safety = Su copia de seguridad se ha comprobado: { $file }
replace-still-here = «{ $name }» sigue en la lista, porque no se pudo mover a la papelera. No se ha perdido nada: ambas están aquí.
replace-undo-offer = Ha ocupado el lugar de «{ $name }», que está en la papelera.
replace-undo = Deshacer
replace-undo-title = Deshacer la sustitución de «{ $name }»
replace-undo-explanation = «{ $name }» vuelve de la papelera y lo que vino de { $file } va allí.
replace-undo-changes = { $count-is ->
    [one] { $count } cambio hecho desde entonces va con ella a la papelera:
    [many] { $count } cambios hechos desde entonces van con ella a la papelera:
   *[other] { $count } cambios hechos desde entonces van con ella a la papelera:
}
replace-undo-anyway = Deshacer, y estos cambios van a la papelera
replace-undone = «{ $name }» ha vuelto. Lo que había ocupado su lugar está en la papelera.
exchange-replacement-nothing-changed = La sustitución de «{ $name }» por { $file } se interrumpió antes de que nada cambiara. «{ $name }» está como estaba.
exchange-replacement-both-here = La sustitución de «{ $name }» por { $file } se interrumpió en el último paso. Ambas están aquí, enteras: la de antes y la del archivo.
exchange-replacement-done = «{ $name }» se sustituyó por { $file } justo antes de que el programa terminara. La anterior está en la papelera.
exchange-undoing-nothing-changed = El regreso de «{ $name }» se interrumpió antes de que nada cambiara. Lo que vino de { $file } está como estaba.
exchange-undoing-both-here = El regreso de «{ $name }» se interrumpió en el último paso. Ambas están aquí, enteras: ella y la de { $file }.
exchange-undoing-done = «{ $name }» volvió justo antes de que el programa terminara. Lo que vino de { $file } está en la papelera.
exchange-neither-here = «{ $name }» y lo que vino de { $file } no están en la lista. Mire en la papelera.
exchange-complete = Terminarlo ahora
exchange-dismiss = Dejarlo así
exchange-seen = Leído
copy-title = ¿Qué es esta empresa?
copy-unconfirmed = Vino de un archivo. Hasta que usted diga qué es, no envía correos ni hace nada por sí misma.
copy-is-copy = Esta empresa es una copia: no envía correos ni hace nada por sí misma.
copy-keep-here = Aquí llevo mis libros de ahora en adelante
copy-keep-as-copy = Es una copia
copy-badge = Copia
copy-badge-unconfirmed = Importada
copy-emails-wait = Los correos esperan en la bandeja de salida, porque esta empresa vino de un archivo. Diga en su resumen que los libros se llevan aquí y se enviarán.
history-action-kept-here = Libros llevados aquí desde ahora
history-action-kept-as-copy = Marcada como copia
log-missing-title = Pueden faltar las últimas entradas
log-missing = Esta copia se hizo mientras otro programa tenía abierto el archivo. Lo último que se anotó puede estar en un segundo archivo a su lado, cuyo nombre termina en -wal. Elija ambos archivos o importe sin él.
log-again = Elegir ambos archivos
log-accept = Importar sin él: sé que pueden faltar las últimas entradas
log-file = El archivo de al lado que termina en -wal, si lo hay
log-file-hint = Solo para un archivo que se copió mientras otro programa lo tenía abierto.
finding-log-applied = Las últimas entradas se tomaron del archivo de al lado (páginas: { $pages }).
error-finding-log-applied = { finding-log-applied }
error-log-not-accepted = A esta copia pueden faltarle las últimas entradas. Elija también el archivo de al lado o marque que quiere importar sin él.
error-log-does-not-belong = { $file }: el archivo que termina en -wal no le pertenece. Elija los dos que estaban juntos.
error-safety-backup-failed = No se pudo hacer la copia de seguridad previa, así que no se importó ni se sustituyó nada. { $reason }
error-safety-folder = La carpeta { $folder } no sirve para la copia de seguridad previa. Escriba la ruta completa de una carpeta.
error-no-room = No hay espacio suficiente en el disco de { $folder }: se necesitan { $needed-size } y quedan { $free-size }. Libere espacio y vuelva a intentarlo. No se ha cambiado nada.
error-nothing-to-undo = Aquí no hay ninguna sustitución que se pueda deshacer.
command-replaced = «{ $name }» se sustituyó por { $file }. La anterior está en la papelera; su copia de seguridad: { $backup }
