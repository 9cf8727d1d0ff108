# Settings.
error-figures-locked = Esto cambiaría cifras hasta el { $date }, que están bloqueadas. Mueva primero la fecha de bloqueo en Configuración.
error-lock-date-reason-needed = Para atrasar o quitar la fecha de bloqueo hace falta un motivo. Indíquelo en la página Fecha de bloqueo de Configuración.
