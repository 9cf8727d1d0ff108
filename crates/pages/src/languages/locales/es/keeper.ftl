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
error-place-differs = { $file }: lo que se leyó no es lo que se había guardado. No confíe en esta copia de seguridad; haga otra.
error-place-bad-settings = { $place }: estos ajustes no pueden ser correctos ({ $reason }). Corríjalos.
error-place-stopped = { $place }: la copia se detuvo ({ $reason }). Vuelva a intentarlo.
error-place-failed = { $place }: el lugar falló ({ $reason }). Vuelva a intentarlo o elija otro lugar.
error-catalogue-damaged = { $file }: no se puede leer la lista de copias de seguridad ({ $reason }). No se ha perdido ninguna: aparte este archivo y se hará una lista nueva con lo que hay en los lugares.
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
error-keeping-came-back-differing = { $file } se restauró como prueba y difiere: { $what } debería ser { $expected } y es { $found }. Haga otra copia de seguridad ahora.
error-keeping-interrupted = El programa terminó antes de acabar la copia de seguridad. Se hará cuando vuelva a estar en marcha.
keeper-alarm-subject = Copia de seguridad de { $business }: algo ha fallado
keeper-alarm-text = La copia de seguridad automática de { $business } no está como debería. { $reason } Abra el programa y mire la página de copias de seguridad. Este mensaje se envía una vez al día hasta que se arregle.
error-keeping-missed = Se perdieron copias de seguridad automáticas porque el programa no estaba en marcha ({ $count }). La última se hace ahora.
