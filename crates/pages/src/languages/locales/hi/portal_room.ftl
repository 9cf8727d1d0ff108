# What the portal says when there is no room for one more download.
error-downloads-busy = इस समय इतने बैकअप डाउनलोड हो रहे हैं कि आपके बैकअप को थोड़ा रुकना होगा। कुछ भी खोया नहीं है और आपका बैकअप जहाँ था वहीं है। एक मिनट बाद फिर कोशिश करें।
