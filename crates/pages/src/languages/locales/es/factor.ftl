# The second factor that administrators of the Cloud edition need.
factor-wanted = Como administrador, aquí necesitará un segundo factor a partir del { $date }. Configúrelo bajo su nombre.
factor-needed = Los administradores necesitan aquí un segundo factor: una contraseña sola abriría la contabilidad de toda la empresa. Configúrelo para seguir trabajando. Sus copias de seguridad siguen a su alcance en el portal.
error-second-factor-needed = Necesita un segundo factor antes de poder hacer esto. Configúrelo bajo su nombre.
