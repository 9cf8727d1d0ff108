# Copias guardadas: el calendario, los lugares, las programaciones y cuáles se conservan.

kept-title = Copias de seguridad
kept-all-title = Copias de seguridad de todas las empresas
kept-all-safety = Qué tan segura está cada empresa
kept-look-at = Requiere atención
kept-calendar = Calendario de copias
kept-to-calendar = Ir al calendario
kept-more = Más
kept-set-up = Hacer copias automáticamente
kept-safe = Todo lo anterior al { $when } está a salvo.
kept-unsafe = Todavía no hay nada guardado en ningún lugar.
kept-last-good = Última copia correcta
kept-unsaved = Desde entonces
kept-unsaved-none = No ha cambiado nada
kept-unsaved-count = { $count-is ->
    [one] { $count } cambio aún no está en ninguna copia guardada
    [many] { $count } de cambios aún no están en ninguna copia guardada
   *[other] { $count } cambios aún no están en ninguna copia guardada
}
kept-proved-restorable = Restauración demostrada el
kept-never-rehearsed = Aún sin demostrar
kept-next-due = Próxima copia
kept-nothing-due = No hay ninguna programada
kept-due-after-answer = Ninguna, hasta que diga qué es esta empresa
kept-alarm-failed = La última copia falló el { $when }. { $reason }
kept-alarm-missed = La copia prevista para el { $when } no se hizo: el programa no estaba en marcha.
kept-alarm-not-restorable = El ensayo de restauración del { $when } falló. { $reason }
kept-alarm-silent = { $count-is ->
    [one] El trabajo del último día no está en ninguna copia guardada. Haga una ahora.
    [many] El trabajo de los últimos { $count } de días no está en ninguna copia guardada. Haga una ahora.
   *[other] El trabajo de los últimos { $count } días no está en ninguna copia guardada. Haga una ahora.
}
kept-alarm-never = Todavía no hay ninguna copia correcta en ningún lugar. Haga una ahora.

kept-legend-good = Correcta
kept-legend-failed = Fallida
kept-legend-missed = No hecha
kept-legend-unchanged = Nada había cambiado
kept-legend-gone = En la papelera o desaparecida
kept-day-good = { $count-is ->
    [one] { $count } copia correcta
    [many] { $count } de copias correctas
   *[other] { $count } copias correctas
}
kept-day-failed = { $count-is ->
    [one] { $count } fallida
    [many] { $count } fallidas
   *[other] { $count } fallidas
}
kept-day-missed = { $count-is ->
    [one] { $count } no hecha
    [many] { $count } no hechas
   *[other] { $count } no hechas
}
kept-day-unchanged = { $count-is ->
    [one] nada había cambiado una vez
    [many] nada había cambiado { $count } de veces
   *[other] nada había cambiado { $count } veces
}
kept-day-gone = { $count-is ->
    [one] { $count } en la papelera o desaparecida
    [many] { $count } en la papelera o desaparecidas
   *[other] { $count } en la papelera o desaparecidas
}
kept-day-empty = Ese día no se hizo ninguna copia.
kept-state-good = Correcta
kept-state-failed = Fallida
kept-state-missed = No hecha
kept-state-trashed = En la papelera
kept-state-lost = Ya no está
kept-state-emptied = Eliminada
kept-state-unchanged = Sin cambios
kept-unchanged-explained = Nada había cambiado desde la última copia correcta, así que no se hizo otra.
kept-missed-explained = Esta copia estaba prevista, pero el programa no estaba en marcha.
kept-trashed-at = Enviada a la papelera el { $when }. Se elimina 30 días después.
kept-lost-at = El { $when } se vio que el archivo ya no estaba en su lugar. Nadie lo eliminó desde aquí.
kept-emptied-at = Eliminada de la papelera el { $when }.
kept-place-removed = Su lugar se quitó de la lista
kept-encrypted = Cifrada
kept-contents-unknown = No se sabe hasta verificarla
kept-verified = Verificada
kept-verified-how = releída en su lugar y demostrada íntegra
kept-rehearsed-how = restaurada como ensayo e igual hasta la última unidad
kept-not-yet = Todavía no
kept-restore = Restaurar…
kept-verify-now = Verificar ahora
kept-rehearse-now = Ensayar la restauración
kept-rehearse-newest = Ensayar la restauración ahora
kept-move-to-trash = Enviar a la papelera
kept-bring-back = Sacar de la papelera
kept-trash-question = ¿Enviar { $file } a la papelera de su lugar? Allí queda 30 días y se puede sacar.
kept-done-trashed = La copia se envió a la papelera. Allí queda 30 días.
kept-done-brought-back = La copia se sacó de la papelera.
kept-done-stopped = Detenido. No quedó nada a medias.

kept-run = Hacer una copia ahora en los lugares
kept-run-heading = Copia de { $name } en lugares
kept-run-explained = Se hace una copia, se relee y se pone en cada lugar marcado. Si nada ha cambiado desde la última, no se hace otra.
kept-run-title = La copia en sus lugares
kept-run-good = La copia se hizo y se demostró, y se releyó en cada lugar.
kept-run-unchanged = Nada había cambiado desde la última copia correcta. Sigue en cada lugar.
kept-working-title = Trabajo con copias
kept-progress-bringing-back = Restaurando como ensayo
kept-rehearsal-title = Ensayo de restauración
kept-rehearsal-good = La copia se restauró como ensayo y es igual a lo que se copió.
kept-rehearsal-explained = Se trajo de su lugar, se comprobó, se importó en un espacio de ensayo y se comparó con su manifiesto: el contenido y el balance de comprobación son iguales. Sus libros no se tocaron.
kept-verification-title = Verificación de una copia
kept-verification-good = La copia se releyó en su lugar. Está íntegra.
kept-ongoing-backup = Se está haciendo una copia.
kept-ongoing-rehearsal = Se está restaurando una copia como ensayo.
kept-ongoing-retention = Se están enviando copias antiguas a la papelera.
kept-ongoing-alarm = Se está enviando un aviso.
kept-ongoing-elsewhere = Para otra empresa: { $work }

places-title = Lugares para las copias
places-explained = Un lugar es una carpeta, por ejemplo en un segundo disco, o un almacenamiento en internet. Las copias se ponen allí automáticamente o cuando usted lo pide.
places-none-title = Sus copias aún no tienen lugar
places-none = Añada una carpeta o un almacenamiento. Después se hacen copias allí automáticamente.
places-none-ask = Pida a un administrador que añada un lugar para las copias.
places-proposal = Guardar copias en { $folder }, de cada empresa, cada día a las { $time }, y demostrar cada semana que se pueden restaurar. Todo esto se puede cambiar después.
places-proposal-accept = Guardar copias allí
places-proposal-name = Este ordenador
places-elsewhere = Una carpeta de este ordenador protege de errores, no de robo, fuego o un disco averiado. Añada también un segundo disco o un almacenamiento.
places-add-folder = Añadir una carpeta
places-add-storage = Añadir un almacenamiento
place-kind = Tipo
place-kind-folder = Carpeta
place-kind-storage = Almacenamiento compatible con S3
place-address = Dirección
place-holds = Hay allí
place-holds-count = { $count-is ->
    [one] { $count } copia correcta, { $size }
    [many] { $count } de copias correctas, { $size }
   *[other] { $count } copias correctas, { $size }
}
place-try = Probar
place-look = Buscar copias
place-edit-title = Cambiar un lugar
place-name = Nombre
place-name-hint = Por el que usted lo conoce, como «Disco azul».
place-folder = Carpeta
place-folder-hint = La ruta completa. Puede estar en un segundo disco o en una carpeta compartida.
place-endpoint = Punto de acceso
place-endpoint-hint = Por ejemplo https://s3.example.com. Déjelo vacío para Amazon.
place-region = Región
place-region-hint = Por ejemplo ap-south-1.
place-bucket = Depósito
place-prefix = Prefijo
place-prefix-hint = Con qué empiezan todos los nombres allí. Puede quedar vacío.
place-key-id = Identificador de la clave de acceso
place-secret = Clave de acceso secreta
place-secret-hint = Se guarda fuera de sus libros y no se vuelve a mostrar.
place-secret-kept = Déjela vacía para conservar la que está guardada. Nunca se muestra.
place-path-style = El depósito figura en la ruta
place-path-style-hint = Un almacenamiento propio suele necesitarlo; Amazon no.
place-tried-first = Antes de guardar el lugar, se pone allí un archivo pequeño, se relee y se elimina.
place-save = Probar y guardar
place-saved = El lugar funciona y se ha guardado.
place-tried = El lugar funciona: se puso allí un archivo pequeño, se releyó y se eliminó.
place-removed = El lugar se quitó de la lista. Lo que hay allí no se tocó.
place-busy = Hay otro trabajo con copias en curso. Inténtelo de nuevo en un momento.
place-looked = { $count-is ->
    [one] Se encontró { $count } copia que no estaba en la lista; { $lost } ya no están.
    [many] Se encontraron { $count } de copias que no estaban en la lista; { $lost } ya no están.
   *[other] Se encontraron { $count } copias que no estaban en la lista; { $lost } ya no están.
}
place-remove-question = ¿Quitar «{ $name }» de la lista? Las copias que hay allí se quedan, pero ya no se cuidan. Una programación sin otro lugar queda en pausa.

schedules-title = Copias automáticas
schedules-explained = Lo previsto mientras el programa no estaba en marcha se recupera al iniciarlo y queda visible como no hecho.
schedules-add = Añadir una programación
schedules-none = No hay ninguna programación, así que no se hacen copias automáticas.
schedule-edit-title = Cambiar una programación
schedule-rhythm = Frecuencia
schedule-hourly = Cada hora
schedule-daily = Cada día
schedule-weekly = Cada semana
schedule-on-close = Al cerrar el programa
schedule-daily-at = Cada día a las { $time }
schedule-weekly-at = Cada semana, el { $day } a las { $time }
schedule-time = A las
schedule-time-hint = Para cada día y cada semana. En la zona horaria de la empresa.
schedule-day = El
schedule-day-hint = Para cada semana.
schedule-all-businesses = Todas las empresas, también las nuevas
schedule-business-gone = Esta empresa ya no está.
schedule-no-places = No se ha elegido ningún lugar.
schedule-time-wrong = Indique la frecuencia, y la hora en horas y minutos.
schedule-rehearsed = Ensayo de restauración
schedule-rehearsed-weekly = Cada semana
schedule-rehearsed-label = Demostrar cada semana que la última copia se puede restaurar
schedule-rehearsed-hint = Se trae de su lugar, se importa en un espacio de ensayo y se compara. Sus libros no se tocan.
schedule-alarm-to = Correo cuando algo va mal
schedule-alarm-hint = Con la cuenta de correo de la empresa. Déjelo vacío para ninguno.
schedule-alarm-wrong = Esto no es una dirección de correo.
schedule-encrypted = Proteger con una frase de contraseña
schedule-passphrase = Frase de contraseña
schedule-passphrase-again = Frase de contraseña, otra vez
schedule-passphrase-hint = Sin ella nadie puede leer estas copias, tampoco usted. Anótela y guárdela en otro sitio.
schedule-passphrase-kept = Déjela vacía para conservar la que está guardada. Nunca se muestra.
schedule-passphrase-differs = La frase se escribió de otra forma la segunda vez.
schedule-passphrase-short = La frase de contraseña necesita al menos { $count } caracteres.
schedule-paused = En pausa
schedule-pause = Pausar
schedule-resume = Reanudar
schedule-remove-question = ¿Quitar esta programación? Las copias que hizo se quedan.
schedule-proposed = Listo. Desde ahora se hacen copias automáticamente. Puede cambiarlo aquí.
schedule-saved = La programación se ha guardado.
schedule-done-paused = La programación está en pausa.
schedule-done-resumed = La programación sigue desde ahora.
schedule-done-removed = La programación se quitó. Las copias que hizo se quedan.

retention-title = Cuántas copias se quedan
retention-for-all = Cuántas copias se quedan, para todas las empresas
retention-for-all-explained = Vale para cada empresa sin regla propia.
retention-explained = De cada hora, día, semana, mes y año que tiene una copia se queda la última, para tantos como usted diga. Lo que alguna de estas reglas conserva se queda. Las más recientes y las más recientes demostradas nunca se van. Lo que se va queda 30 días en la papelera.
retention-own = Esta empresa tiene su propia regla.
retention-of-all = Vale la regla de todas las empresas.
retention-use-common = Usar la regla de todas las empresas
retention-keeps-all = No se va nada.
retention-last = Últimas
retention-hourly = Por hora
retention-daily = Por día
retention-weekly = Por semana
retention-monthly = Por mes
retention-yearly = Por año
retention-keep-all = No dejar ir nada
retention-keep-all-hint = Cada copia se queda hasta que alguien la envía a la papelera.
retention-number-wrong = Escriba un número entero, 0 para ninguna.
retention-preview = Mostrar qué se iría
retention-not-saved = Esto es una vista previa. No se ha guardado nada ni se ha ido nada.
retention-saved = La regla se ha guardado.
retention-nothing-yet = Todavía no hay copias correctas de las que esta regla pueda hablar.
retention-outlook = { $count-is ->
    [one] { $place }: { $stay } se quedan, { $count } se va
    [many] { $place }: { $stay } se quedan, { $count } se van
   *[other] { $place }: { $stay } se quedan, { $count } se van
}
retention-each = Cada copia, y por qué
retention-fate = Qué será de ella
retention-why = Por qué
retention-stays = Se queda
retention-goes = A la papelera
retention-no-reason = Ninguna parte de la regla la conserva
retention-reason-newest = entre las siete más recientes
retention-reason-proved = entre las tres más recientes demostradas
retention-reason-complete = la más reciente que lo contiene todo
retention-reason-last = entre las últimas
retention-reason-hourly = la última de su hora
retention-reason-daily = la última de su día
retention-reason-weekly = la última de su semana
retention-reason-monthly = la última de su mes
retention-reason-yearly = la última de su año
retention-reason-no-rule = no se va nada
retention-now = Enviar estas a la papelera
retention-now-question = ¿Enviar a la papelera lo que ninguna regla conserva? Se puede sacar durante 30 días.
retention-went = { $count-is ->
    [one] { $place }: { $count } copia se envió a la papelera.
    [many] { $place }: { $count } de copias se enviaron a la papelera.
   *[other] { $place }: { $count } copias se enviaron a la papelera.
}
