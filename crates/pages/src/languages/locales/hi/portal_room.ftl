# What the portal says when there is no room for one more download.
error-downloads-busy = इस समय इतने बैकअप डाउनलोड हो रहे हैं कि आपके बैकअप को थोड़ा रुकना होगा। कुछ भी खोया नहीं है और आपका बैकअप जहाँ था वहीं है। एक मिनट बाद फिर कोशिश करें।
# ग्राहक पोर्टल पर हुए डाउनलोड का इतिहास।
history-action-downloaded = पोर्टल पर बैकअप डाउनलोड किया गया
history-fact-downloaded-at = डाउनलोड का समय
