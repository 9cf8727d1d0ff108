# Personas: lo que se puede ver, el registro de seguridad.
documents-hidden = No se muestran los documentos que usted no puede ver.
account-acting = Usted actúa en nombre de otra persona. Las contraseñas, los segundos factores, las sesiones, los tokens y las direcciones son solo suyos; deje de actuar en su nombre para ver los de usted.
