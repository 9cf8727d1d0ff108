# फ़ाइलें: संलग्नक पृष्ठ, नाम बदलना, एक फ़ाइल कई रिकॉर्ड पर।
attachments-of-business = व्यवसाय स्वयं
attachments-of-business-hint = वे फ़ाइलें जो किसी रिकॉर्ड की नहीं हैं: व्यापार लाइसेंस, किरायानामा, अनुबंध।
attachments-total = { $count-is ->
    [one] { $count } फ़ाइल, कुल { $size }।
   *[other] { $count } फ़ाइलें, कुल { $size }।
}
attachments-stored = एक जैसी फ़ाइलें एक ही बार रखी जाती हैं; इस व्यवसाय की सभी फ़ाइलें { $size } जगह लेती हैं।
attachments-search = फ़ाइल के नाम खोजें
attachments-column-acts = कार्रवाइयाँ
attachments-existing = यहाँ पहले से मौजूद फ़ाइल संलग्न करें
attachments-existing-hint = चुनी गई फ़ाइल इससे भी संलग्न होगी:
attachments-attach = संलग्न करें
attachments-rename = नाम बदलें
attachments-name-empty = फ़ाइल का नाम लिखें।
attachments-on-records = यह फ़ाइल कहाँ संलग्न है
attachments-kept-once = फ़ाइल एक ही बार रखी जाती है। एक रिकॉर्ड से हटाने पर वह बाकी रिकॉर्ड पर बनी रहती है।
attachments-image-kept = यह आयात की गई फ़ाइल के साथ आया था और जैसा था वैसा ही रखा गया है, इसलिए यहाँ इसका नाम बदला या इसे हटाया नहीं जा सकता।
error-attachment-above-limit = { $file } का आकार { $limit-size } से अधिक है, जो यहाँ एक फ़ाइल की सीमा है। कोई फ़ाइल संलग्न नहीं हुई।
