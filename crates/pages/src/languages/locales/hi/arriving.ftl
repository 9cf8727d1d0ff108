# Files that arrive while there is no room, or while their storage is silent.
error-no-room-now = इस समय इस फ़ाइल के लिए जगह नहीं है। यह सेवा चलाने वालों को बता दिया गया है। बाद में फिर कोशिश करें। कुछ भी नहीं बदला गया।
upload-not-listed = आपने जो भेजना शुरू किया है उसकी सूची इस समय नहीं दिखाई जा सकती। वह अब भी वहीं है; कुछ मिनट बाद फिर देखें।
