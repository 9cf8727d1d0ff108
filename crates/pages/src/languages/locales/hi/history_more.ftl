# इतिहास: बदलाव वापस लेना, पुराना रूप देखना, निर्यात और जाँच।
history-undo = यह बदलाव वापस लें
history-bring-back = वापस लाएँ
history-undo-question-change = बदलाव { $number } ({ $what }) वापस लिया जाएगा: अभिलेख में वही आ जाएगा जो पहले था।
history-undo-question-create = बदलाव { $number } ({ $what }) वापस लिया जाएगा: अभिलेख अपनी फ़ाइलों सहित हटा दिया जाएगा।
history-undo-question-delete = बदलाव { $number } ({ $what }) वापस लिया जाएगा: अभिलेख उन फ़ाइलों सहित लौट आएगा जो उसके साथ हटाई गई थीं।
history-undo-adds = कुछ भी मिटाया नहीं जाता: वापस लेने से इतिहास में एक नई पंक्ति जुड़ती है।
history-undo-would = वापस लेने से क्या बदलेगा
history-undo-since = उसके बाद क्या बदला
error-undo-changed-since = यह अभिलेख इसके बाद फिर बदला गया। पहले बाद के बदलाव वापस लें, सबसे नए से शुरू करके, या अभिलेख में बदलाव करें।
error-undo-no-record = यह पंक्ति किसी अभिलेख का बदलाव नहीं है; वापस लेने को कुछ नहीं है।
history-as-it-was-before = पहले जैसा था
history-as-it-was-after = बाद में जैसा था
history-as-at-title = { $name }, जैसा था
history-as-at-explained = बदलाव { $number } के बाद जैसा था, { $when }। यह पृष्ठ केवल पढ़ने के लिए है।
history-as-at-first = इतिहास में दर्ज पहले बदलाव से पहले जैसा था। यह पृष्ठ केवल पढ़ने के लिए है।
history-as-at-none = उस समय यह अभिलेख था ही नहीं।
history-as-at-today = अभी जैसा है
history-export-csv = CSV
history-export-json = JSON
history-verify = जाँचें
history-fact-undoes = इस बदलाव को वापस लेता है
history-fact-history-head = फ़ाइल में सबसे नया बदलाव
history-fact-history-digest = फ़ाइल के इतिहास की छाप
history-fact-file-sha256 = फ़ाइल की छाप (SHA-256)
history-fact-file-form = फ़ाइल का रूप
history-fact-other-changes = दूसरे प्रोग्राम के बदलाव
history-fact-head-now = उस समय सबसे नया बदलाव
history-fact-records-digest = सभी अभिलेखों की छाप
verify-page-title = जाँच
verify-agrees = जो कुछ जाँचा गया, सब इतिहास से मेल खाता है।
verify-altered = { $count-is ->
    [one] { $count } बात इतिहास से मेल नहीं खाती।
   *[other] { $count } बातें इतिहास से मेल नहीं खातीं।
}
verify-checked = क्या जाँचा गया
verify-entries = पहले से सबसे नए तक जाँचे गए बदलाव
verify-installations = इन्हें लिखने वाली स्थापनाएँ
verify-records = अभिलेख
verify-by-entry = अपने अंतिम बदलाव से मिलाए गए
verify-sealed = आयात की मुहर से मिलाए गए
verify-attachments = अपने अभिलेख से मिलाई गई फ़ाइलें
verify-backups = पहले के बैकअप
verify-backups-none = पहले का कोई बैकअप ज्ञात नहीं है।
verify-backups-agree = { $count-is ->
    [one] इतिहास आपके { $count } बैकअप में से { $agreeing } से मेल खाता है।
   *[other] इतिहास आपके { $count } बैकअप में से { $agreeing } से मेल खाता है।
}
verify-files = पढ़ी गई बैकअप फ़ाइलें
verify-passed-over = इस व्यवसाय का बैकअप नहीं है, या पढ़ा नहीं जा सकता: { $file }
verify-imports = आयात
verify-other-changes = दूसरे प्रोग्राम के बदलाव
verify-seal = मुहर
verify-seal-agrees = मेल खाती है
verify-seal-broken = टूटी है
verify-seal-not-compared = मिलाई नहीं गई
verify-clock = { $count-is ->
    [one] घड़ी { $count } बार पीछे गई। केवल इससे छेड़छाड़ सिद्ध नहीं होती।
   *[other] घड़ी { $count } बार पीछे गई। केवल इससे छेड़छाड़ सिद्ध नहीं होती।
}
verify-clock-step = बदलाव { $number }: { $before } से पीछे { $after }
verify-sides = पहले: इतिहास क्या कहता है। बाद में: व्यवसाय में अभी क्या है।
verify-among = { $count-is ->
    [one] यह अपने समूह का { $count } अभिलेख है।
   *[other] यह { $count } अभिलेखों में से एक है; कौन-सा, यह नहीं बताया जा सकता।
}
verify-field = { $field }: इतिहास में { $before }, मिला { $after }
verify-more = { $count-is ->
    [one] { $count } और नहीं दिखाया गया।
   *[other] { $count } और नहीं दिखाए गए।
}
verify-fault-chain-gap = बदलाव गायब हैं: क्रमांक { $expected } होना चाहिए था, वहाँ { $found } है।
verify-fault-chain-unlinked = बदलाव { $number } अपने से पहले वाले के बाद नहीं आता: पंक्तियाँ बदली या खिसकाई गईं।
verify-fault-chain-altered = बदलाव { $number } से छेड़छाड़ हुई है।
verify-fault-history-unreadable = इतिहास पढ़ा नहीं जा सकता: { $reason }
verify-fault-history-empty = इतिहास खाली है, जबकि हर व्यवसाय एक पंक्ति से शुरू होता है।
verify-fault-record-altered = { $name } को प्रोग्राम के बाहर बदला गया: यह वैसा नहीं है जैसा बदलाव { $number } के बाद था।
verify-fault-record-vanished = { $name } को बदलाव { $number } के बाद प्रोग्राम के बाहर हटाया गया।
verify-fault-record-returned = { $name } यहाँ है, जबकि बदलाव { $number } ने इसे हटा दिया था।
verify-fault-record-without-history = { $name } को प्रोग्राम के बाहर डाला गया: किसी बदलाव में इसका ज़िक्र नहीं है।
verify-fault-sealed-record-altered = { $name } बदलाव { $number } के आयात के साथ आया और उसके बाद प्रोग्राम के बाहर बदला गया।
verify-fault-sealed-record-vanished = { $count-is ->
    [one] बदलाव { $number } के आयात के साथ आया { $count } अभिलेख प्रोग्राम के बाहर हटाया गया।
   *[other] बदलाव { $number } के आयात के साथ आए { $count } अभिलेख प्रोग्राम के बाहर हटाए गए।
}
verify-fault-seal-broken = बदलाव { $number } के आयात के साथ आए अभिलेख वैसे नहीं हैं जैसे थे।
verify-fault-other-history-altered = { $file } के साथ आए दूसरे प्रोग्राम के बदलाव वैसे नहीं हैं जैसे थे।
verify-fault-attachment-altered = फ़ाइल { $name } वह नहीं है जो जोड़ी गई थी।
verify-fault-email-altered = ईमेल “{ $name }” वह नहीं है जो भेजा गया था: उसके प्रेषक, प्राप्तकर्ता, विषय या संदेश बदल दिए गए हैं।
verify-fault-email-missing = ईमेल { $name } गायब है: इतिहास में उसका उल्लेख है।
verify-fault-head-beyond = इतिहास काट दिया गया है, या यहाँ पुरानी प्रति रखी है: बैकअप { $file } में { $number } तक के बदलाव हैं।
verify-fault-head-disagrees = इतिहास नए सिरे से लिखा गया है: बैकअप { $file } में बदलाव { $number } दूसरा है।
verify-unchecked-title = क्या नहीं जाँचा गया
verify-unchecked-truth = जो दर्ज किया गया वह सच है या नहीं, और नामित व्यक्ति ही कीबोर्ड पर था या नहीं।
verify-unchecked-timestamps = हर अभिलेख के साथ रखा समय; इतिहास का अपना समय है।
verify-unchecked-profile = व्यवसाय का नाम, देश और समय क्षेत्र।
verify-unchecked-carried-tables = दूसरे प्रोग्रामों की तालिकाएँ, जो बिना समझे रखी जाती हैं।
verify-unchecked-emails = पुराने संस्करण से भेजे गए ईमेल के प्रेषक, प्राप्तकर्ता, विषय और संदेश: उनकी प्रविष्टियों में कोई डाइजेस्ट नहीं है।
verify-unchecked-attachment-bytes = हर जोड़ी गई फ़ाइल का हर बाइट; “tijori verify” सब पढ़ता है।
verify-unchecked-unsealed-import = पुराने संस्करण के आयात के अभिलेख, जिसने कोई मुहर नहीं छोड़ी।
verify-unchecked-other-program = आयात से पहले दूसरे प्रोग्राम ने जो दर्ज किया: केवल इतना सिद्ध हो सकता है कि तब से कुछ नहीं बदला।
verify-unchecked-no-heads-outside = व्यवसाय के बाहर रखी छापें: यहाँ कोई ज्ञात नहीं है। बैकअप लें और उसे कहीं और रखें।
verify-unchecked-backups-without-head = पुराने संस्करण के बैकअप, जो यह नहीं लिखता था कि इतिहास कहाँ समाप्त हुआ।
verify-unchecked-backup-files = कहीं और रखी बैकअप फ़ाइलें; जगह बताने पर “tijori verify” उन्हें मिलाता है।
error-action-unknown = { $name } नाम की कोई क्रिया नहीं है।
