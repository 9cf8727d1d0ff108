# बहीखाते की बाकी ज़रूरतें: अपने स्तंभ, सूचियों में दिन, बदलने की तालिकाएँ।

field-LinePlacement = इनकी पंक्तियों में स्तंभ
field-ShowInLists = सूचियों में स्तंभ के रूप में दिखाएँ
settings-custom-lines-of = { $kind }: पंक्तियाँ
batch-existing = मौजूदा अभिलेख इन स्तंभों के साथ डाउनलोड करें, ताकि उन्हें बदला जा सके
error-yes-or-no-needed = हाँ या नहीं लिखें।
list-from = से
list-to = तक
list-column-received = प्राप्त
reports-copy-name = { $name } की प्रति
reports-open-to-change = विकल्प बदलने के लिए इसे खोलें
reports-replace-heading = या ये विकल्प पहले से सहेजी गई किसी रिपोर्ट को दें
reports-replace = “{ $name }” के विकल्प बदलें
error-report-several = “{ $name }” नाम की कई सहेजी गई रिपोर्टें हैं। जो चाहिए उसकी कुंजी दें, या उनके नाम बदलें।
