# Listas, registros, formularios, archivos adjuntos.
list-new = Nuevo: { $kind }
list-count = { $count-is ->
    [one] { $count } registro
    [many] { $count } de registros
   *[other] { $count } registros
}
list-empty = Aquí aún no hay nada.
list-inactive = Inactivo
list-show-inactive = Mostrar inactivos
list-column-status = Estado
list-column-balance = Saldo
list-column-total = Total
list-column-amount = Importe
list-column-changed = Cambiado
list-column-attachments = Archivos adjuntos
list-column-actions = Acciones
list-without-date = Sin fecha
list-without-name = Sin nombre
record-view = Ver
record-edit = Editar
record-history = Historial
record-attachments = Archivos adjuntos
record-new-title = Nuevo: { $kind }
record-edit-title = Editar: { $kind }
record-created = Se ha creado { $name }.
record-saved = Se ha guardado { $name }.
record-deleted = Se ha eliminado { $name }. El historial conserva lo que había.
record-delete-question = ¿Eliminar { $name }? El historial conserva lo que había.
record-in-use = Otros registros usan { $name }, así que no se puede eliminar.
record-used-by = { $count-is ->
    [one] Usado por { $count } registro
    [many] Usado por { $count } de registros
   *[other] Usado por { $count } registros
}
record-changed-at = Último cambio: { $when }
record-key = Clave
record-kind = Clase
record-content-type = Tipo de contenido
record-custom-fields = Campos personalizados
record-other-fields = Otros campos
record-not-understood = Aún no se entiende
record-not-understood-explained = Esta versión no entiende estas partes del registro. Se conservan exactamente como llegaron, y van en cada copia de seguridad.
record-unknown-field = Campo { $number }
record-unknown-kind = Clase de registro desconocida
record-unknown-kind-explained = Esta versión no conoce esta clase de registro. Se conserva exactamente como llegó.
record-damaged = Registro dañado
record-damaged-explained = El contenido de este registro no se puede leer. Sus bytes se conservan tal cual, y no se contabiliza.
record-form-defaults = Valores predeterminados del formulario
record-form-defaults-explained = Con lo que empiezan los registros nuevos de esta clase. No es un asiento.
record-missing-reference = No se encuentra ({ $key })
record-code-shown-as-text = Este texto contiene código de una página web. Se muestra como texto y nunca se ejecuta.
record-raw = Tal como está guardado
record-raw-bytes = { $count-is ->
    [one] { $count } byte de datos
    [many] { $count } de bytes de datos
   *[other] { $count } bytes de datos
}
record-postings = Apuntes
record-not-posted = Este registro no produce apuntes.
record-edit-keeps-rest = Los campos que no están en este formulario quedan como están.
record-changed-meanwhile = Otra persona cambió este registro después de que usted lo abriera. Mire su versión antes de guardar la suya.
form-lines = Líneas
form-totals = Totales
form-total-debit = Total debe
form-total-credit = Total haber
form-difference = Diferencia
form-balanced = Cuadra
form-not-balanced = El debe y el haber difieren en { $amount }. La diferencia figurará en la cuenta transitoria.
form-subtotal = Subtotal
form-tax = Impuesto
form-discount = Descuento
form-rounding = Redondeo
form-withholding-tax = Retención
form-total = Total
form-amounts-include-tax = Importes con impuesto incluido
form-inactive = Inactivo
form-inactive-hint = Los registros inactivos se conservan, pero no se ofrecen en los formularios.
form-choose-account = Elegir una cuenta
form-choose-customer = Elegir un cliente
form-choose-supplier = Elegir un proveedor
form-choose-bank-account = Elegir una cuenta bancaria o caja
form-new-customer = Nuevo cliente
form-new-supplier = Nuevo proveedor
form-new-bank-account = Nueva cuenta bancaria o caja
form-new-journal-entry = Nuevo asiento contable
form-new-receipt = Nuevo cobro
form-new-payment = Nuevo pago
form-account-or-party = Cuenta
form-reference-hint = Déjelo vacío o escriba el número del documento en papel.
contact-other = Otro
contact-customer = Cliente
contact-supplier = Proveedor
contact-paid-by = Pagado por
contact-payee = Beneficiario
contact-received-in = Ingresado en
contact-paid-from = Pagado desde
status-cleared = Conciliado
status-pending = Pendiente
status-on-the-same-date = En la misma fecha
status-on-a-later-date = En una fecha posterior
status-active = Activo
status-inactive = Inactivo
status-paid = Pagada por completo
status-unpaid = Sin pagar
status-overdue = Vencida
status-cancelled = Anulado
due-date-net = { $count-is ->
    [one] Vence { $count } día después de la emisión
    [many] Vence { $count } de días después de la emisión
   *[other] Vence { $count } días después de la emisión
}
due-date-by = Antes del { $date }
discount-percentage = Porcentaje
discount-amount = Importe
side-debit = Debe
side-credit = Haber
group-income = Ingresos
group-expense = Gastos
attachments-title = Archivos adjuntos
attachments-add = Añadir archivos
attachments-add-hint = Elija uno o varios archivos, o suéltelos aquí.
attachments-upload = Subir
attachments-empty = No hay archivos adjuntos.
attachments-count = { $count-is ->
    [one] { $count } archivo
    [many] { $count } de archivos
   *[other] { $count } archivos
}
attachments-added = { $count-is ->
    [one] Se ha añadido { $count } archivo.
    [many] Se han añadido { $count } de archivos.
   *[other] Se han añadido { $count } archivos.
}
attachments-removed = Se ha quitado el archivo { $name }. El historial guarda constancia.
attachments-remove-question = ¿Quitar el archivo { $name } de este registro?
attachments-column-name = Nombre de archivo
attachments-column-size = Tamaño
attachments-column-added = Añadido
attachments-column-record = Registro
attachments-view = Ver
attachments-download = Descargar
attachments-limit = Como máximo { $size } por archivo.
attachments-never-run = Los archivos se muestran o se descargan; nunca se ejecutan.
attachments-legacy-image = Imagen guardada por una versión anterior
attachments-without-file = El archivo en sí no está aquí
form-built-in = Integrado
form-place-as-it-is = Dejar como está
leftover-field = Campo
leftover-written-as = Escrito como
leftover-size = Tamaño
leftover-content = Contenido
leftover-expected = Aquí se esperaba: { $shape }
leftover-perhaps = Quizá:
wire-varint = Número entero
wire-fixed64 = Ocho bytes
wire-fixed32 = Cuatro bytes
wire-bytes = Bytes
wire-length-delimited = Bytes
wire-message = Grupo de campos
wire-group = Grupo de campos
wire-text = Texto
choice-net = Días desde la emisión
choice-by = En una fecha
choice-singleline = Una sola línea
choice-paragraph = Párrafo
choice-dropdownlist = Lista desplegable
choice-uninvoiced = Sin facturar
choice-invoiced = Facturado
choice-writtenoff = Dado de baja
choice-zero = Cero
choice-total = Total
choice-custom = Personalizado
choice-singlerate = Tipo único
choice-multiplerates = Varios tipos
choice-expenses = { account-Expenses }
choice-subgroup = Subgrupo
