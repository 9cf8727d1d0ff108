# Historial: cada cambio, quién lo hizo, cuándo, antes y después.
history-title = Historial
history-of-record = Historial de { $name }
history-explanation = Cada cambio se guarda aquí y no se puede editar ni desactivar.
history-empty = Ningún cambio coincide.
history-count = { $count-is ->
    [one] { $count } cambio
    [many] { $count } de cambios
   *[other] { $count } cambios
}
history-column-when = Cuándo
history-column-who = Quién
history-column-what = Qué
history-column-record = Registro
history-column-number = N.º
history-column-difference = Diferencia
history-filter-user = Usuario
history-filter-action = Acción
history-filter-kind = Clase de registro
history-filter-from = Desde
history-filter-to = Hasta
history-filter-text = Texto
history-filter-apply = Filtrar
history-filter-clear = Mostrar todo
history-filter-any = Cualquiera
history-action-created = Creación
history-action-changed = Cambio
history-action-deleted = Eliminación
history-action-imported = Importación
history-action-restored = Restauración de una copia de seguridad
history-action-removed = Movido a la papelera
history-action-returned = Restaurado de la papelera
history-action-email-queued = Correo puesto en cola
history-action-email-sent = Correo enviado
history-action-email-failed = Correo no enviado
history-action-email-settings = Configuración de correo cambiada
history-action-backed-up = Copia de seguridad hecha
history-action-attached = Archivo añadido
history-action-detached = Archivo quitado
history-action-renamed = Cambio de nombre
history-action-sealed = Historial anterior sellado
history-action-started = Empresa creada
history-action-unknown = Otro ({ $action })
history-sentence-created = { $who } creó { $what }
history-sentence-changed = { $who } cambió { $what }
history-sentence-deleted = { $who } eliminó { $what }
history-restored-from = Restaurado desde { $file }
history-before = Antes
history-after = Después
history-field = Campo
history-difference-title = Qué ha cambiado
history-no-difference = No ha cambiado nada de lo que se muestra.
history-not-understood = También han cambiado partes que no se entienden.
history-nothing-before = (nada)
history-nothing-after = (nada)
history-value-added = Añadido
history-value-removed = Quitado
history-value-changed = Cambiado
history-line-added = Línea { $number } añadida
history-line-removed = Línea { $number } quitada
history-line-changed = Línea { $number } cambiada
history-user-desktop = Usted, en este ordenador
history-user-system = El programa
history-user-imported = Del archivo importado
history-legacy = Anterior a la importación: conservado como llegó, no verificable
history-chain-whole = El encadenamiento de huellas está íntegro: { $count-is ->
    [one] { $count } cambio, sin interrupción.
    [many] { $count } de cambios, sin interrupción.
   *[other] { $count } cambios, sin interrupción.
}
history-chain-broken = El encadenamiento de huellas está roto en el cambio { $number }. Alguien modificó este historial fuera del programa.
history-head = Huella del cambio más reciente
history-next-older = Anteriores
history-next-newer = Posteriores
history-clock = Aquí el reloj de este ordenador retrocedió.
history-entry-hash = Huella de este cambio
history-imported-title = Historial anterior a la importación
history-program = Programa
history-action-create = Creación
history-action-change = Cambio
history-action-delete = Eliminación
history-action-business-created = Empresa creada
history-action-backup = Copia de seguridad hecha
history-action-brought-back = Restaurado de la papelera
history-fact-file = Archivo
history-fact-file-name = Nombre de archivo
history-fact-file-digest = Huella del archivo
history-fact-content-digest = Huella del contenido
history-fact-left-out = Excluido a propósito
history-fact-absent = No está en el archivo
history-fact-head = Cambio más reciente
history-fact-chain-head = Cambio más reciente
history-fact-name = Nombre
history-fact-size = Tamaño
history-fact-records = Registros
history-fact-reason = Motivo
