# बहीखाते की बाकी ज़रूरतें: अपने स्तंभ, सूचियों में दिन, बदलने की तालिकाएँ।

field-LinePlacement = इनकी पंक्तियों में स्तंभ
settings-custom-lines-of = { $kind }: पंक्तियाँ
batch-existing = मौजूदा अभिलेख इन स्तंभों के साथ डाउनलोड करें, ताकि उन्हें बदला जा सके
error-yes-or-no-needed = हाँ या नहीं लिखें।
list-from = से
list-to = तक
