# Files that are looked through as long work, and what is brought over of damaged ones.

looking-title = फ़ाइल देखी जा रही है
looking-title-rescue = जो सही-सलामत है उसे बचाया जा रहा है
error-looking-busy = एक साथ बहुत-सी फ़ाइलें देखी जा रही हैं। किसी एक के पूरा होने तक रुकें, फिर इसे दोबारा भेजें।
