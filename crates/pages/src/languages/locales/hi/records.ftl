# सूचियाँ, अभिलेख, उनके फ़ॉर्म, संलग्नक।
list-new = नया: { $kind }
list-count = { $count-is ->
    [one] { $count } अभिलेख
   *[other] { $count } अभिलेख
}
list-empty = यहाँ अभी कुछ नहीं है।
list-inactive = निष्क्रिय
list-show-inactive = निष्क्रिय भी दिखाएँ
list-column-status = स्थिति
list-column-balance = शेष
list-column-total = योग
list-column-amount = राशि
list-column-changed = बदला गया
list-column-attachments = संलग्नक
list-column-actions = क्रियाएँ
list-without-date = बिना तारीख
list-without-name = बिना नाम
record-view = देखें
record-edit = संपादित करें
record-history = परिवर्तन इतिहास
record-attachments = संलग्नक
record-new-title = नया: { $kind }
record-edit-title = संपादन: { $kind }
record-created = { $name } बना दिया गया है।
record-saved = { $name } सहेज लिया गया है।
record-deleted = { $name } हटा दिया गया है। जो था, वह परिवर्तन इतिहास में है।
record-delete-question = क्या { $name } को हटाएँ? जो था, वह परिवर्तन इतिहास में रहेगा।
record-in-use = { $name } का उपयोग दूसरे अभिलेखों में हो रहा है, इसलिए इसे हटाया नहीं जा सकता।
record-used-by = { $count-is ->
    [one] { $count } अभिलेख में उपयोग
   *[other] { $count } अभिलेखों में उपयोग
}
record-changed-at = पिछला बदलाव: { $when }
record-key = कुंजी
record-kind = प्रकार
record-content-type = सामग्री का प्रकार
record-custom-fields = कस्टम फ़ील्ड
record-other-fields = अन्य फ़ील्ड
record-not-understood = अभी समझा नहीं गया
record-not-understood-explained = यह संस्करण अभिलेख के इन हिस्सों को नहीं समझता। ये जैसे आए थे ठीक वैसे ही रखे हैं, और हर बैकअप में जाते हैं।
record-unknown-field = फ़ील्ड { $number }
record-unknown-kind = अज्ञात प्रकार का अभिलेख
record-unknown-kind-explained = यह संस्करण इस प्रकार के अभिलेख को नहीं जानता। यह जैसा आया था ठीक वैसा ही रखा है।
record-damaged = क्षतिग्रस्त अभिलेख
record-damaged-explained = इस अभिलेख की सामग्री पढ़ी नहीं जा सकती। इसके बाइट जैसे आए थे वैसे ही रखे हैं, और इसकी खतौनी नहीं होती।
record-form-defaults = फ़ॉर्म के सामान्य मान
record-form-defaults-explained = इस प्रकार के नए अभिलेख इन्हीं से शुरू होते हैं। यह कोई प्रविष्टि नहीं है।
record-missing-reference = नहीं मिला ({ $key })
record-code-shown-as-text = इस पाठ में वेब पृष्ठ का कोड है। इसे केवल पाठ की तरह दिखाया जाता है, कभी चलाया नहीं जाता।
record-raw = जैसा सहेजा गया है
record-raw-bytes = { $count-is ->
    [one] { $count } बाइट डेटा
   *[other] { $count } बाइट डेटा
}
record-postings = खतौनी
record-not-posted = इस अभिलेख की कोई खतौनी नहीं होती।
record-edit-keeps-rest = जो फ़ील्ड इस फ़ॉर्म में नहीं हैं, वे जैसे हैं वैसे ही रहते हैं।
record-changed-meanwhile = आपके खोलने के बाद किसी और ने यह अभिलेख बदल दिया। अपना सहेजने से पहले उनका रूप देख लें।
form-lines = पंक्तियाँ
form-totals = योग
form-total-debit = कुल डेबिट
form-total-credit = कुल क्रेडिट
form-difference = अंतर
form-balanced = संतुलित
form-not-balanced = डेबिट और क्रेडिट में { $amount } का अंतर है। यह अंतर उचंत खाते में रहेगा।
form-subtotal = उप-योग
form-tax = कर
form-discount = छूट
form-rounding = पूर्णांकन
form-withholding-tax = टीडीएस (स्रोत पर कर कटौती)
form-total = योग
form-amounts-include-tax = राशियों में कर शामिल है
form-inactive = निष्क्रिय
form-inactive-hint = निष्क्रिय अभिलेख रखे रहते हैं, पर फ़ॉर्म में नहीं दिखाए जाते।
form-choose-account = खाता चुनें
form-choose-customer = ग्राहक चुनें
form-choose-supplier = आपूर्तिकर्ता चुनें
form-choose-bank-account = बैंक या रोकड़ खाता चुनें
form-new-customer = नया ग्राहक
form-new-supplier = नया आपूर्तिकर्ता
form-new-bank-account = नया बैंक या रोकड़ खाता
form-new-journal-entry = नई जर्नल प्रविष्टि
form-new-receipt = नई प्राप्ति
form-new-payment = नया भुगतान
form-account-or-party = खाता
form-reference-hint = खाली छोड़ें, या काग़ज़ी दस्तावेज़ की संख्या लिखें।
contact-other = अन्य
contact-customer = ग्राहक
contact-supplier = आपूर्तिकर्ता
contact-paid-by = भुगतान करने वाला
contact-payee = भुगतान पाने वाला
contact-received-in = जिस खाते में मिला
contact-paid-from = जिस खाते से दिया
status-cleared = समाशोधित
status-pending = लंबित
status-on-the-same-date = उसी तारीख को
status-on-a-later-date = बाद की तारीख को
status-active = सक्रिय
status-inactive = निष्क्रिय
status-paid = पूरा चुकाया गया
status-unpaid = बकाया
status-overdue = देय तिथि बीत गई
status-cancelled = रद्द
due-date-net = { $count-is ->
    [one] जारी होने के { $count } दिन बाद देय
   *[other] जारी होने के { $count } दिन बाद देय
}
due-date-by = { $date } तक
discount-percentage = प्रतिशत
discount-amount = राशि
side-debit = डेबिट
side-credit = क्रेडिट
group-income = आय
group-expense = व्यय
attachments-title = संलग्नक
attachments-add = फ़ाइलें जोड़ें
attachments-add-hint = एक या अधिक फ़ाइलें चुनें, या उन्हें यहाँ छोड़ें।
attachments-upload = अपलोड करें
attachments-empty = कोई संलग्नक नहीं है।
attachments-count = { $count-is ->
    [one] { $count } फ़ाइल
   *[other] { $count } फ़ाइलें
}
attachments-added = { $count-is ->
    [one] { $count } फ़ाइल जोड़ी गई।
   *[other] { $count } फ़ाइलें जोड़ी गईं।
}
attachments-removed = { $name } निकाल दी गई है। इसका उल्लेख परिवर्तन इतिहास में है।
attachments-remove-question = क्या फ़ाइल { $name } को इस अभिलेख से निकालें?
attachments-column-name = फ़ाइल का नाम
attachments-column-size = आकार
attachments-column-added = जोड़ी गई
attachments-column-record = अभिलेख
attachments-view = देखें
attachments-download = डाउनलोड करें
attachments-limit = प्रति फ़ाइल अधिकतम { $size }।
attachments-never-run = फ़ाइलें दिखाई या डाउनलोड की जाती हैं, कभी चलाई नहीं जातीं।
attachments-legacy-image = पुराने संस्करण में रखा गया चित्र
attachments-without-file = फ़ाइल स्वयं यहाँ नहीं है
form-built-in = अंतर्निहित
form-place-as-it-is = जैसा है वैसा रहने दें
leftover-field = फ़ील्ड
leftover-written-as = किस रूप में लिखा है
leftover-size = आकार
leftover-content = सामग्री
leftover-expected = यहाँ अपेक्षित: { $shape }
leftover-perhaps = संभवतः:
wire-varint = पूर्ण संख्या
wire-fixed64 = आठ बाइट
wire-fixed32 = चार बाइट
wire-bytes = बाइट
wire-length-delimited = बाइट
wire-message = फ़ील्डों का समूह
wire-group = फ़ील्डों का समूह
wire-text = पाठ
choice-net = जारी करने के बाद के दिन
choice-by = किसी तारीख को
choice-singleline = एक पंक्ति
choice-paragraph = अनुच्छेद
choice-dropdownlist = ड्रॉप-डाउन सूची
choice-uninvoiced = बीजक नहीं बना
choice-invoiced = बीजक बना
choice-writtenoff = बट्टे खाते डाला गया
choice-zero = शून्य
choice-total = पूरा
choice-custom = अपनी दर
choice-singlerate = एक दर
choice-multiplerates = कई दरें
choice-expenses = { account-Expenses }
choice-subgroup = उप-समूह
