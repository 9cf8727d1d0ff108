# बैकअप लेना, किसी भी फ़ाइल को जाँचना।
backup-title = बैकअप
backup-heading = { $name } का बैकअप लें
backup-explanation = बैकअप एक ही फ़ाइल है जिसमें पूरा व्यवसाय होता है। इसे इस कंप्यूटर से अलग कहीं रखें।
backup-file-name = फ़ाइल का नाम
backup-file-name-hint = .manager एक्सटेंशन न हो तो अपने आप जुड़ जाता है।
backup-contents = इसमें क्या है
backup-attachments = संलग्नक
backup-attachments-hint = सभी अभिलेखों की सभी फ़ाइलें
backup-emails = ईमेल
backup-emails-hint = प्रोग्राम से भेजे गए सभी ईमेल
backup-history = परिवर्तन इतिहास
backup-history-hint = हर बदलाव, किसने और कब किया, पहले और बाद में
backup-history-left-out = परिवर्तन इतिहास के बिना यह प्रति ऑडिट ट्रेल का काम नहीं कर सकती।
backup-records-always = अभिलेख इसमें हमेशा रहते हैं।
backup-unticking = चिह्न हटाने से फ़ाइल छोटी होती है। केवल प्रति बदलती है, आपकी बहियाँ कभी नहीं।
backup-plain = बिना संपीड़न, दूसरे प्रोग्रामों के लिए
backup-plain-hint = सादा SQLite डेटाबेस, जिसे दूसरे प्रोग्राम खोल सकते हैं।
backup-section-size = { $size }
backup-section-files = { $count-is ->
    [one] { $count } फ़ाइल, { $size }
   *[other] { $count } फ़ाइलें, { $size }
}
backup-section-emails = { $count-is ->
    [one] { $count } ईमेल, { $size }
   *[other] { $count } ईमेल, { $size }
}
backup-section-changes = { $count-is ->
    [one] { $count } बदलाव, { $size }
   *[other] { $count } बदलाव, { $size }
}
backup-section-empty = कोई नहीं
backup-submit = बैकअप लें
backup-progress-title = बैकअप लिया जा रहा है
backup-progress-collecting = बहियों की प्रति बन रही है…
backup-progress-writing = लिखा जा रहा है: { $count-is ->
    [one] { $count } अभिलेख
   *[other] { $count } अभिलेख
}
backup-progress-compressing = संपीड़ित हो रहा है…
backup-progress-verifying = जाँचने के लिए वापस पढ़ा जा रहा है…
backup-done-title = बैकअप तैयार है
backup-done = { $file } लिखी गई, वापस पढ़ी गई और आपकी बहियों से मिलाई गई। यह अक्षुण्ण है।
backup-done-partial = { $file } लिखी गई और वापस पढ़ी गई। जो आपने छोड़ा, वह इसमें दर्ज है।
backup-download = { $file } डाउनलोड करें
backup-download-starts = डाउनलोड अपने आप शुरू होता है। न हो तो बटन दबाएँ।
backup-again = एक और बैकअप लें
backup-failed = बैकअप नहीं बन सका। आपकी बहियाँ जैसी थीं वैसी ही हैं।
backup-content-digest = सामग्री का फ़िंगरप्रिंट
backup-content-digest-hint = समान सामग्री का फ़िंगरप्रिंट समान होता है, हर संस्करण में और हर आयात के बाद।
backup-file-digest = फ़ाइल का फ़िंगरप्रिंट
backup-last = पिछला बैकअप
backup-last-none = इस व्यवसाय का अभी तक कोई बैकअप नहीं है।
backup-list-title = पहले के बैकअप
backup-column-file = फ़ाइल
backup-column-made = कब बना
backup-column-size = आकार
backup-column-contents = सामग्री
backup-left-out = जानबूझकर शामिल नहीं: { $sections }
backup-everything = सब कुछ
backup-records = अभिलेख
verify-title = फ़ाइल जाँचें
verify-explanation = कोई भी .manager फ़ाइल चुनें। उसे पढ़ा और जाँचा जाता है; न कुछ बदलता है, न आयात होता है।
verify-submit = जाँचें
verify-result-whole = अक्षुण्ण। इसमें सब कुछ इसकी विवरण-सूची से मेल खाता है।
verify-result-whole-partial = अक्षुण्ण, पर कुछ जानबूझकर शामिल नहीं किया गया: { $sections }।
verify-result-altered = बदला हुआ। इसकी सामग्री इसकी विवरण-सूची से मेल नहीं खाती।
verify-result-nothing-to-compare = पढ़ने योग्य। बनाने वाले ने मिलान के लिए कुछ दर्ज नहीं किया, इसलिए यह सिद्ध नहीं हो सकता कि यह पूरी है।
verify-result-not-a-backup = यह ऐसा बैकअप नहीं है जिसे यह संस्करण पढ़ सके।
verify-made-by = { $program } से बना, { $when }
verify-section = खंड
verify-section-present = मौजूद
verify-section-left-out = जानबूझकर शामिल नहीं
verify-section-missing = अनुपलब्ध
verify-section-matches = मेल खाता है
verify-section-differs = अलग है
verify-section-empty = खाली
verify-history-head = सबसे नया बदलाव
verify-findings = जाँच के निष्कर्ष
verify-no-findings = कोई निष्कर्ष नहीं।
verify-form = फ़ाइल का रूप
verify-not-checked = यह नहीं जाँचा गया कि प्रविष्टियाँ सच हैं या नहीं।
form-plain = SQLite डेटाबेस, बिना संपीड़न
form-zstandard = संपीड़ित (Zstandard)
form-gzip = संपीड़ित (gzip)
form-zip = zip फ़ाइल के भीतर
form-age = एन्क्रिप्टेड (age)
