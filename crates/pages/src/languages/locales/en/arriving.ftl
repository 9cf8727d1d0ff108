# Files that arrive while there is no room, or while their storage is silent.
error-no-room-now = There is no room for this file at this moment. Those who run this service have been told. Try again later. Nothing was changed.
upload-not-listed = What you have begun to send cannot be listed at this moment. It is still there; look again in a few minutes.
