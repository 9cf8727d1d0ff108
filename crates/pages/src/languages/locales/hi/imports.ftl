# व्यवसाय आयात करना: चुनें, जाँचें, देखें, आयात करें।
import-title = व्यवसाय आयात करें
import-explanation = कोई बैकअप या .manager फ़ाइल चुनें। कुछ भी आयात होने से पहले आप देखेंगे कि उसमें क्या है।
import-file = फ़ाइल
import-file-hint = फ़ाइल चुनें, या उसे यहाँ छोड़ें।
import-check = फ़ाइल जाँचें
import-safe = आयात कभी कुछ मिटाकर नहीं लिखता: आपके व्यवसायों के साथ एक नया व्यवसाय बनता है।
import-progress-title = आयात हो रहा है
import-progress-receiving = फ़ाइल आ रही है…
import-progress-checking = फ़ाइल जाँची जा रही है…
import-progress-importing = आयात हो रहा है: { $count-is ->
    [one] { $count } अभिलेख
   *[other] { $count } अभिलेख
}
import-progress-proving = परिणाम को फ़ाइल से मिलाया जा रहा है…
import-preview-title = इस फ़ाइल में क्या है
import-preview-file = { $file }, { $size }
import-preview-name = व्यवसाय का नाम
import-preview-form = रूप
import-preview-made = कब बनी
import-preview-made-by = किससे बनी
import-preview-version = डेटा का संस्करण
import-preview-currency = आधार मुद्रा
import-preview-records = अभिलेख
import-preview-kinds = प्रकार के अनुसार अभिलेख
import-preview-kind = प्रकार
import-preview-number = संख्या
import-preview-attachments = संलग्नक
import-preview-emails = ईमेल
import-preview-history = परिवर्तन इतिहास
import-preview-present = मौजूद
import-preview-left-out = बैकअप लेते समय जानबूझकर शामिल नहीं
import-preview-not-in-file = इस फ़ाइल में नहीं
import-preview-other-tables = अन्य तालिकाएँ, जैसी हैं वैसी ही रखी गईं
import-preview-unknown = अज्ञात, पर सुरक्षित
import-preview-unknown-explained = यह संस्करण इन हिस्सों को नहीं जानता। ये ठीक जैसे हैं वैसे ही रखे जाते हैं, और हर बैकअप में जाते हैं।
import-preview-unknown-kinds = { $count-is ->
    [one] अज्ञात प्रकार का { $count } अभिलेख
   *[other] अज्ञात प्रकार के { $count } अभिलेख
}
import-preview-unknown-fields = { $count-is ->
    [one] { $count } अज्ञात फ़ील्ड
   *[other] { $count } अज्ञात फ़ील्ड
}
import-preview-damaged = { $count-is ->
    [one] { $count } क्षतिग्रस्त अभिलेख: इसके बाइट रखे हैं, खतौनी नहीं होती
   *[other] { $count } क्षतिग्रस्त अभिलेख: इनके बाइट रखे हैं, खतौनी नहीं होती
}
import-preview-scripts = { $count-is ->
    [one] { $count } अभिलेख में वेब पृष्ठों का कोड है। इसे केवल पाठ की तरह दिखाया जाता है, कभी चलाया नहीं जाता।
   *[other] { $count } अभिलेखों में वेब पृष्ठों का कोड है। इसे केवल पाठ की तरह दिखाया जाता है, कभी चलाया नहीं जाता।
}
import-preview-findings = जाँच के निष्कर्ष
import-preview-no-findings = कुछ असामान्य नहीं मिला।
import-preview-legacy = इस फ़ाइल के परिवर्तन इतिहास में हैश शृंखला नहीं है। यह जैसा आया वैसा रखा जाता है और आज से पहले का सत्यापित नहीं हो सकता।
import-preview-newer = यह फ़ाइल किसी नए संस्करण से बनी है। जो समझा नहीं गया, वह ठीक वैसा ही रखा जाता है।
import-name = इस नाम से आयात करें
import-name-hint = इस नाम का व्यवसाय यहाँ पहले से है, इसलिए दूसरा नाम सुझाया गया है।
import-time-zone = समय क्षेत्र
import-submit = आयात करें
import-cancel = आयात न करें
import-cancelled = कुछ भी आयात नहीं हुआ।
import-done = “{ $name }” आयात हो गया है।
import-done-title = आयात और सत्यापित
import-done-equal = जो आयात हुआ, वह अंतिम बाइट तक फ़ाइल के बराबर है।
import-done-records = { $count-is ->
    [one] { $count } अभिलेख
   *[other] { $count } अभिलेख
}
import-done-attachments = { $count-is ->
    [one] { $count } संलग्नक
   *[other] { $count } संलग्नक
}
import-done-emails = { $count-is ->
    [one] { $count } ईमेल
   *[other] { $count } ईमेल
}
import-done-history = { $count-is ->
    [one] परिवर्तन इतिहास में { $count } बदलाव
   *[other] परिवर्तन इतिहास में { $count } बदलाव
}
import-done-trial-balance = ट्रायल बैलेंस: डेबिट { $debit }, क्रेडिट { $credit }
import-open = व्यवसाय खोलें
import-failed = फ़ाइल आयात नहीं हुई। कुछ भी नहीं बदला।
import-compare = मिलान करें
finding-level-information = टिप्पणी
finding-level-warning = चेतावनी
finding-level-error = त्रुटि
import-preview-no-manifest = इस फ़ाइल में दर्ज नहीं
import-preview-totals = ट्रायल बैलेंस (तलपट)
finding-damaged-record = एक अभिलेख क्षतिग्रस्त है: इसके बाइट रखे हैं, और इसकी खतौनी नहीं होती।
finding-wal-copy = फ़ाइल तब कॉपी हुई जब वह दूसरे प्रोग्राम में खुली थी; सबसे नए बदलाव छूट सकते हैं।
finding-code-dropped = डेटाबेस में कोड था ({ $name })। उसे छोड़ दिया गया और कभी नहीं चलाया गया।
finding-extra-column = तालिका { $table } में अज्ञात स्तंभ { $column } है। उसे रखा गया है।
finding-unknown-table = तालिका { $table } ज्ञात नहीं है। वह जैसी है वैसी ही रखी गई है।
finding-utf16-text = इस डेटाबेस के पाठ दूसरे ढंग से (UTF-16) रखे हैं। उन्हें बिना हानि के बदला गया।
finding-overwritten = एक अभिलेख के भीतर के बाइट बदल गए हैं। वह जैसा आया वैसा ही रखा है, और उसकी खतौनी नहीं होती।
finding-attachment-altered = एक संलग्नक की सामग्री वह नहीं है जो संलग्न की गई थी।
finding-attachment-missing = फ़ाइल में एक संलग्नक की सामग्री अनुपलब्ध है; उसके बारे में जो ज्ञात है वह रखा है।
finding-attachment-without-record = एक संलग्नक की ऐसी सामग्री है जिसका उल्लेख किसी अभिलेख में नहीं। वह रखी गई है।
finding-odd-rows = तालिका { $table } की { $rows } पंक्तियाँ उसके नियमों के अनुसार नहीं हैं। वे जैसी हैं वैसी रखी गई हैं और अभिलेख के रूप में नहीं दिखाई जा सकतीं।
finding-unreadable-record = किसी अभिलेख की कोई तारीख, राशि या कुंजी पढ़ी नहीं जा सकती। अभिलेख जैसा है वैसा रखा है, और इसकी खतौनी नहीं हुई है।
