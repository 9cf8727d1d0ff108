# La carpeta de datos

error-folder-on-network = { $folder } está en otro ordenador ({ $sharer }). Los libros pueden dañarse allí. Guárdelos en un disco de este ordenador y ponga las copias de seguridad en la red; para guardarlos allí de todos modos, inicie el programa con { $option }.
error-folder-synchronised = { $sharer } sincroniza { $folder }. Los libros pueden dañarse o perderse si los copia mientras cambian. Guárdelos en otra carpeta y ponga aquí las copias de seguridad; para guardarlos aquí de todos modos, inicie el programa con { $option }.
