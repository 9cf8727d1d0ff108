# La custodia: copias de seguridad automáticas, sus lugares y lo que puede fallar allí.

progress-storing = Llevándola a su lugar
progress-fetching = Leyéndola de su lugar
progress-waiting = Esperando a que acabe otro trabajo
history-fact-places = Lugares
history-fact-schedule = Programación

error-place-file-not-found = { $place }: el archivo { $file } no está allí. Mire de nuevo en el lugar; puede que alguien lo haya movido.
error-place-file-exists = { $place }: ya hay un archivo { $file }. Se ha dejado como está.
error-place-vanished = { $place }: la carpeta no está, o no es la que se preparó. Conecte su disco y vuelva a intentarlo.
error-place-full = { $place }: no queda espacio. Libere espacio allí o elija otro lugar.
error-place-denied = { $place }: se niega el acceso ({ $reason }). Compruebe las claves y los permisos.
error-place-unreachable = { $place }: no se puede llegar al lugar ({ $reason }). Compruebe la conexión y vuelva a intentarlo.
error-place-differs = { $place }: lo que se leyó de { $file } no es lo que se había guardado. No confíe en esta copia de seguridad.
error-place-bad-settings = { $place }: estos ajustes no pueden ser correctos ({ $reason }). Corríjalos.
error-place-stopped = { $place }: la copia se detuvo ({ $reason }). Vuelva a intentarlo.
error-place-failed = { $place }: el lugar falló ({ $reason }). Vuelva a intentarlo o elija otro lugar.
error-catalogue-damaged = { $file }: no se puede leer la lista de copias ({ $reason }). No se ha perdido ninguna copia. Repare la lista ({ $command }): los lugares, programaciones y reglas que aún se leen pasan a una nueva, y las copias se encuentran de nuevo en sus lugares.
error-catalogue-too-new = { $file }: la lista de copias de seguridad la escribió una versión más nueva del programa. Use esa versión.
error-catalogue-not-written = { $file }: no se puede escribir la lista de copias de seguridad ({ $reason }). Compruebe el disco y los permisos de la carpeta de datos.
error-retention-clock-behind = No se ha retirado nada: el reloj marca { $now }, pero la copia más reciente es de { $newest }. Ponga el reloj en hora.
error-retention-too-long-ago = No se ha retirado nada: la copia más reciente es de { $newest }, hace demasiado tiempo. Haga antes una copia de seguridad.
error-keeping-no-places = Todavía no hay ningún lugar para las copias de seguridad. Añada antes una carpeta o un almacenamiento.
error-keeping-place-unknown = No existe ese lugar para copias de seguridad. Puede que se haya quitado entretanto.
error-keeping-entry-unknown = Esa copia de seguridad no está en la lista. Mire de nuevo en el lugar.
error-keeping-not-there = { $file }: esta copia de seguridad no está en su lugar. Mire allí de nuevo.
error-keeping-last-good = { $file } es la última copia buena de { $business } y se queda. Haga antes otra.
error-keeping-no-backup = Todavía no hay ninguna copia buena de { $business }. Haga una antes.
error-keeping-folder-not-whole = { $folder }: no es una ruta completa. Empiécela en la raíz del disco.
error-keeping-name-missing = El lugar necesita un nombre por el que usted lo reconozca.
error-keeping-passphrase-missing = Falta la frase de contraseña de estas copias de seguridad. Escríbala de nuevo.
error-keeping-came-back-differing = { $file } se restauró para probarla y difiere: { $what } debería ser { $expected } y es { $found }.
error-keeping-interrupted = El programa terminó antes de acabar la copia de seguridad. Se hará cuando vuelva a estar en marcha.
keeper-alarm-subject = Copia de seguridad de { $business }: algo ha fallado
keeper-alarm-text = La copia de seguridad automática de { $business } no está como debería. { $reason } Abra el programa y mire la página de copias de seguridad. Este mensaje se envía una vez al día hasta que se arregle.
error-keeping-missed = Se perdieron copias de seguridad automáticas porque el programa no estaba en marcha ({ $count }). La última se hace ahora.

# Las órdenes de `tijori backups`.
command-backups-none = Todavía no se guarda ninguna copia de seguridad.
command-backups-kept = Guardada en { $place }: { $file } ({ $size }), releída e igual.
command-backups-unchanged = No ha cambiado nada desde { $file }, que sigue en { $place }.
command-backups-rehearsed = { $file } se restauró como prueba y es igual: se puede restaurar.
command-backups-downloaded = Copiada a { $file } ({ $size }).
command-backups-removed = { $file } está en la papelera de su lugar.
command-backups-restored = { $file } se ha sacado de la papelera.
command-backups-retired = { $place }: { $count-is ->
    [one] { $count } copia movida a la papelera
    [many] { $count } de copias movidas a la papelera
   *[other] { $count } copias movidas a la papelera
}; borradas para siempre de la papelera: { $emptied }.
command-backups-stays = se queda
command-backups-goes = se va
command-backups-why-newest = de las más recientes
command-backups-why-proved = comprobada entera
command-backups-why-complete = lo contiene todo
command-backups-why-last = últimas
command-backups-why-hourly = por hora
command-backups-why-daily = diaria
command-backups-why-weekly = semanal
command-backups-why-monthly = mensual
command-backups-why-yearly = anual
command-backups-why-no-rule = no se va nada
command-backups-state-good = buena
command-backups-state-failed = fallida
command-backups-state-missed = omitida
command-backups-state-trashed = en la papelera
command-backups-state-lost = perdida
command-backups-state-emptied = borrada
command-backups-proof-good = comprobada
command-backups-proof-bad = mala
command-place-ready = El lugar { $name } está listo: { $address }
command-place-removed = El lugar { $name } se ha olvidado. Lo que hay allí se queda: { $address }
command-secret-ask = Clave de acceso secreta:
command-schedule-on = activa
command-schedule-paused = La programación { $key } está en pausa.
command-schedule-resumed = La programación { $key } sigue desde ahora.
command-schedule-added = Se ha añadido la programación { $key }. Las copias se hacen mientras el programa está en marcha.
command-schedule-removed = La programación { $key } se ha olvidado. Lo que hizo se queda.
command-schedule-word-paused = en pausa
command-schedule-all = todas las empresas
command-schedules-none = Todavía no hay ninguna programación.
error-command-place-unknown = No hay ningún lugar { $name }. Vea la lista de lugares.
error-command-place-ambiguous = Varios lugares se llaman { $name }. Indique una de estas claves: { $keys }
error-command-schedule-unknown = No hay ninguna programación con la clave { $key }. Vea la lista de programaciones.
error-command-secret-missing = Falta la clave de acceso secreta. Defina { $variable } o ejecute la orden en un terminal.
error-keeping-busy = Hay una copia de seguridad o una comprobación en curso. Espere a que termine o deténgala.
error-keeping-place-twice = { $address } ya es el lugar { $name }. Basta con uno.
