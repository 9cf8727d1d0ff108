# समूह: CSV फ़ाइल या चिपकाए गए कक्षों से एक साथ कई अभिलेख।

batch-button = एक साथ बनाएँ या बदलें
batch-title = समूह: { $kind }
batch-input = चिपकाएँ या फ़ाइल चुनें
batch-explained = हर अभिलेख के लिए एक पंक्ति, पहली पंक्ति में स्तंभों के नाम। खाते, ग्राहक, वस्तुएँ आदि नाम या कोड से लिखे जाते हैं। जिस पंक्ति के शीर्ष वाले स्तंभ खाली हों, वह ऊपर वाले अभिलेख में एक पंक्ति जोड़ती है। मौजूदा अभिलेख बदलने के लिए उनकी कुंजी Key स्तंभ में लिखें।
batch-columns = स्तंभ: { $columns }
batch-template = इन स्तंभों वाली खाली तालिका डाउनलोड करें
batch-paste = स्प्रेडशीट से चिपकाए गए कक्ष, या CSV
batch-file = या एक CSV फ़ाइल
batch-check = जाँचें
batch-preview = क्या सहेजा जाएगा
batch-new = { $count-is ->
    [one] { $count } नया अभिलेख
   *[other] { $count } नए अभिलेख
}
batch-changed = { $count-is ->
    [one] { $count } बदला हुआ अभिलेख
   *[other] { $count } बदले हुए अभिलेख
}
batch-wrong = { $count-is ->
    [one] { $count } अभिलेख में त्रुटि है। कुछ भी सहेजा नहीं गया; नीचे सुधारकर फिर जाँचें।
   *[other] { $count } अभिलेखों में त्रुटियाँ हैं। कुछ भी सहेजा नहीं गया; नीचे सुधारकर फिर जाँचें।
}
batch-preview-wrong = सहेजने में क्या बाधा है
batch-sound = { $count-is ->
    [one] { $count } अभिलेख सहेजा जा सकता है।
   *[other] { $count } अभिलेख सहेजे जा सकते हैं।
}
batch-explained-changes = अभिलेख बदलते समय खाली खाना वहाँ की जानकारी वैसी ही रहने देता है, पर उसकी पंक्तियाँ पूरी दी जाती हैं: जिस पंक्ति का उल्लेख नहीं है, वह हट जाती है।
batch-unchanged = { $count-is ->
    [one] { $count } अभिलेख वैसा ही रहेगा
   *[other] { $count } अभिलेख वैसे ही रहेंगे
}
batch-act-none = कुछ नहीं
error-starting-balance-twice = इसका प्रारंभिक शेष पहले से है। उसे सेटिंग्स में प्रारंभिक शेष के अंतर्गत बदलें।
batch-save = सब सहेजें
batch-row = पंक्ति
batch-record = अभिलेख
batch-act = क्या होगा
batch-act-new = नया
batch-act-change = बदलाव
batch-errors = त्रुटियाँ
error-batch-empty = पढ़ने के लिए कोई पंक्ति नहीं है। स्तंभों के नाम वाला शीर्ष और उसके नीचे कम से कम एक पंक्ति चिपकाएँ।
error-batch-too-long = एक समूह में अधिकतम { $rows } पंक्तियाँ हो सकती हैं। इसे बाँट दें।
error-batch-unreadable = पंक्ति { $row } पढ़ी नहीं जा सकती। कोई उद्धरण चिह्न देखें जो बंद नहीं हुआ।
error-batch-not-utf-8 = फ़ाइल UTF-8 में नहीं है। इसे “CSV UTF-8” के रूप में सहेजकर फिर चुनें।
error-batch-key-unknown = कुंजी { $key } वाला ऐसा कोई अभिलेख नहीं है। नए अभिलेखों के लिए Key स्तंभ खाली छोड़ें।
error-batch-column-unknown = “{ $column }” नाम का कोई फ़ील्ड नहीं है। स्तंभ का नाम बदलें या उसे हटा दें।
