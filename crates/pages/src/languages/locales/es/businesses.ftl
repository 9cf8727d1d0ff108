# La pantalla Empresas, crear una empresa, la papelera, el resumen, la configuración.
businesses-title = Empresas
businesses-add = Añadir empresa
businesses-create = Crear empresa nueva
businesses-import = Importar empresa
businesses-empty = Aún no hay empresas aquí. Cree una nueva o importe una copia de seguridad.
businesses-count = { $count-is ->
    [one] { $count } empresa
    [many] { $count } de empresas
   *[other] { $count } empresas
}
businesses-column-name = Empresa
businesses-column-size = Tamaño
businesses-column-changed = Último cambio
businesses-column-backup = Última copia de seguridad
businesses-column-records = Registros
businesses-backup-never = Aún sin copia de seguridad
businesses-unreadable = Esta empresa no se puede abrir ahora
businesses-remove = Quitar
businesses-remove-question = ¿Mover «{ $name }» a la papelera? No se pierde nada: se puede restaurar desde allí en cualquier momento.
businesses-removed = «{ $name }» está ahora en la papelera. Desde allí se puede restaurar.
businesses-data-folder = Sus empresas se guardan en { $folder }
businesses-open = Abrir { $name }
business-name = Nombre de la empresa
trash-title = Papelera
trash-link = Papelera
trash-explanation = Las empresas quitadas permanecen aquí hasta que se restauran.
trash-empty = La papelera está vacía.
trash-count = { $count-is ->
    [one] { $count } empresa en la papelera
    [many] { $count } de empresas en la papelera
   *[other] { $count } empresas en la papelera
}
trash-column-removed = Quitada el
trash-column-removed-by = Quitada por
trash-restore = Restaurar
trash-restored = «{ $name }» se ha restaurado.
create-title = Crear empresa nueva
create-name = Nombre de la empresa
create-name-hint = Como debe figurar en las facturas. Se puede cambiar más tarde.
create-country = País
create-currency = Moneda
create-currency-hint = La moneda en la que se llevan los libros.
create-time-zone = Zona horaria
create-time-zone-hint = Determina qué día es hoy y las horas del historial.
create-chart-explained = La empresa empieza con un plan de cuentas sencillo. Más tarde puede renombrar, añadir y quitar cuentas.
create-submit = Crear empresa
create-done = «{ $name }» se ha creado.
summary-title = Resumen
summary-as-at = A { $date }
summary-assets = Activo
summary-liabilities = Pasivo
summary-equity = Patrimonio neto
summary-income = Ingresos
summary-expenses = Gastos
summary-net-assets = Activo neto
summary-net-profit = Resultado neto
summary-total-assets = Total activo
summary-total-liabilities = Total pasivo
summary-total-equity = Total patrimonio neto
summary-total-income = Total ingresos
summary-total-expenses = Total gastos
summary-balance-sheet = Balance de situación
summary-profit-and-loss = Cuenta de pérdidas y ganancias
summary-empty = Aún no hay asientos. Empiece con un asiento contable o añada una cuenta bancaria.
summary-suspense = Algunos importes están en la cuenta transitoria, porque no se encuentra su cuenta o un asiento no cuadra. Figuran en una lista y no se pierde nada.
summary-suspense-link = Ver la cuenta transitoria
summary-first-backup = Esta empresa aún no tiene copia de seguridad. Haga una y guárdela en un lugar distinto de este ordenador.
summary-what-is-here = Qué hay en esta empresa
summary-recent-changes = Cambios recientes
settings-title = Configuración
settings-business-details = Datos de la empresa
settings-chart-of-accounts = Plan de cuentas
settings-saved = Se ha guardado la configuración.
settings-rename = Cambiar el nombre de la empresa
settings-country = País
settings-time-zone = Zona horaria
settings-base-currency = Moneda base
settings-decimal-places = Decimales
settings-lock-date = Fecha de bloqueo
settings-none = Sin definir
chart-title = Plan de cuentas
chart-new-balance-sheet-account = Nueva cuenta de balance
chart-new-profit-and-loss-account = Nueva cuenta de pérdidas y ganancias
chart-new-group = Nuevo grupo
chart-group = Grupo
chart-balance-sheet = Balance de situación
chart-profit-and-loss = Cuenta de pérdidas y ganancias
chart-built-in = Integrada
chart-built-in-explained = El programa necesita esta cuenta. Se puede renombrar y mover a otro grupo, pero no eliminar.
chart-in-use = Esta cuenta está en uso y no se puede eliminar. Se puede marcar como inactiva.
chart-empty = Aún no hay cuentas.
create-currency-usual = Deje la propuesta o escriba tres letras, como BDT o EUR.
summary-unclassified = Sin grupo
create-time-zone-usual = Déjela en blanco para usar la zona horaria habitual del país.
