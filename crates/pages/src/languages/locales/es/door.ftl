# Palabras del portal y del inicio de sesión de la edición Cloud.
sign-in-name-or-email = Dirección de correo o nombre de usuario
portal-receipt-lead = ¿Se borró todo? Consulte el recibo.
error-receipt-not-found = No hay ningún recibo con este número, o todavía no: se crea cuando todo está borrado. Compare el número con el que anotó.
portal-erasure-called-back = Se canceló el borrado. Todo queda como está.
