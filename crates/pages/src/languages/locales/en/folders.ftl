# The data folder

error-folder-on-network = { $folder } lies on another computer ({ $sharer }). Books can be damaged there. Keep them on a disk of this computer and put backups on the network; to keep them there all the same, start with { $option }.
error-folder-synchronised = { $folder } is synchronised by { $sharer }. Books can be damaged or lost when it copies them while they change. Keep them in another folder and put backups into this one; to keep them there all the same, start with { $option }.
