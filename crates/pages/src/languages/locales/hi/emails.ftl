# ईमेल: लिखना, भेजना, उनका क्या हुआ; खाता, नमूने, बहुतों को विवरणियाँ।
email-button = ईमेल करें
email-of-record = इससे जुड़े ईमेल
email-new-title = नया ईमेल
email-edit-title = मसौदा बदलें
email-edit = बदलें
email-from = प्रेषक
email-to = प्रति
email-to-hint = एक या अधिक पते, बीच में अल्पविराम या नई पंक्ति: नाम <पता>।
email-cc = प्रतिलिपि
email-bcc = गुप्त प्रतिलिपि
email-bcc-hint = दूसरे पाने वालों को ये पते नहीं दिखते।
email-reply-to = उत्तर का पता
email-subject = विषय
email-no-subject = (बिना विषय)
email-text = संदेश
email-files = संलग्नक
email-file-paper = दस्तावेज़ PDF के रूप में
email-file-paper-again = दस्तावेज़ PDF के रूप में, अभी की बहियों से नया बना
email-file-size = ({ $size })
email-file-nameless = बिना नाम की फ़ाइल
email-language = ईमेल और PDF की भाषा
email-language-hint = दूसरी भाषा चुनने पर उस भाषा के नमूने से फिर शुरू होता है।
email-language-change = भाषा बदलें
email-send = भेजें
email-save-draft = मसौदे के रूप में रखें
email-no-account = ईमेल आपके अपने मेल खाते से जाते हैं। पहले वह खाता भरें।
email-settings-open = ईमेल सेटिंग्स
email-state-draft = मसौदा
email-state-queued = भेजे जाने की प्रतीक्षा में
email-state-held = रोका गया
email-state-sending = भेजा जा रहा है
email-state-uncertain = अनिश्चित
email-state-sent = भेजा गया
email-state-failed = नहीं भेजा गया
email-explained-draft = जब तक आप भेजें नहीं दबाते, कुछ नहीं भेजा जाता।
email-explained-queued = बारी आते ही भेज दिया जाएगा।
email-explained-held = यह आयात की गई फ़ाइल के साथ आया। आपके कहे बिना नहीं भेजा जाएगा।
email-explained-sending = इस समय मेल सर्वर से बात हो रही है।
email-explained-uncertain = भेजना शुरू हुआ था, पर पहुँचा या नहीं, यह पता नहीं चल सकता। पाने वाले से पूछें, या अपने मेल खाते के भेजे गए संदेश देखें।
email-explained-sent = मेल सर्वर ने इसे सभी पाने वालों के लिए ले लिया है।
email-explained-failed = मेल सर्वर ने इसे निश्चित रूप से नहीं लिया है। किसी को नहीं मिला।
email-explained-withdrawn = यह आउटबॉक्स से निकाला गया, या पहुँचा नहीं पाया गया। किसी को नहीं मिला।
email-being-sent = मेल सर्वर की प्रतीक्षा …
email-withdraw = न भेजें
email-retry = फिर भेजें
email-arrived = पहुँच गया
email-not-arrived = नहीं पहुँचा
email-send-again = फिर भी दोबारा भेजें
email-send-again-question = हो सकता है यह पहुँच गया हो। तब पाने वाले को दूसरी बार मिलेगा। दोबारा भेजें?
email-held-question = यह ईमेल दूसरी जगह लिखा गया था और शायद वहाँ से भेजा जा चुका है। यहाँ से भेजें?
email-delete-question = यह मसौदा मिटाएँ? मसौदों का इतिहास नहीं रखा जाता; इसे वापस नहीं लाया जा सकेगा।
email-created-at = लिखा गया
email-queued-at = आउटबॉक्स में रखा गया
email-sent-at = भेजने का समय
email-attempts = प्रयास
email-message-id = संदेश की पहचान
email-message-download = संदेश डाउनलोड करें
email-message-hint = ठीक वैसा जैसा मेल सर्वर को दिया जाता है, हर बाइट, संलग्नकों सहित।
email-column-state = स्थिति
email-column-about = किस बारे में
email-filter-all = सभी
email-filter-words = विषय या पाने वाला
email-filter-about = केवल इसके बारे में:
email-filter-remove = सभी दिखाएँ
email-nothing-found = कोई ईमेल मेल नहीं खाता।
email-search-goes-on = नए ईमेल में कुछ नहीं मिला। पुराने ईमेल अगले पृष्ठ पर देखें।
email-settings-title = ईमेल सेटिंग्स
email-settings-explained = वह खाता जिससे यह व्यवसाय ईमेल भेजता है। यह इसी कंप्यूटर पर, व्यवसाय से बाहर, मुहरबंद रहता है: किसी बैकअप में नहीं जाता, और पासवर्ड फिर कभी नहीं दिखाया जाता।
email-about-account = वह मेल खाता जिससे ईमेल जाते हैं, जाँच सहित।
email-about-templates = हर दस्तावेज़ और भाषा के लिए ईमेल की शुरुआत।
email-settings-saved = ईमेल सेटिंग्स सहेज ली गईं।
email-setting-server = मेल सर्वर
email-setting-sender = भेजने वाला
email-setting-host = सर्वर
email-setting-host-hint = भेजने वाले मेल सर्वर का नाम, जैसा आपका मेल प्रदाता बताता है।
email-setting-host-wrong = सर्वर के नाम में केवल रोमन अक्षर, अंक, बिंदु और हाइफ़न होते हैं।
email-setting-port = पोर्ट
email-setting-port-hint = STARTTLS के साथ 587, TLS के साथ 465।
email-setting-port-wrong = पोर्ट एक संख्या है: 587, 465 या 25।
email-setting-security = कूटबद्धता
email-security-starttls = STARTTLS: अभिवादन के बाद कूटबद्ध (पोर्ट 587)
email-security-tls = TLS: शुरू से कूटबद्ध (पोर्ट 465)
email-security-none = कोई नहीं: केवल इसी कंप्यूटर पर चल रहे सर्वर के लिए
email-setting-security-wrong = चुनें कि संपर्क कैसे कूटबद्ध हो।
email-setting-username = उपयोगकर्ता नाम
email-setting-username-hint = प्रायः आपका ईमेल पता। जो सर्वर लॉगिन नहीं माँगता, उसके लिए खाली छोड़ें।
email-setting-username-wrong = उपयोगकर्ता नाम बहुत लंबा है या उसमें अनुचित चिह्न हैं।
email-setting-password = पासवर्ड
email-setting-password-hint = कई प्रदाता केवल इस प्रोग्राम के लिए बना अलग पासवर्ड (ऐप पासवर्ड) माँगते हैं।
email-setting-password-kept = एक पासवर्ड रखा हुआ है। उसे रखने के लिए इसे खाली छोड़ें; सर्वर या उपयोगकर्ता नाम बदलने पर फिर लिखना होगा।
email-setting-password-needed = पासवर्ड लिखें। रखा हुआ पासवर्ड केवल उसी सर्वर और उपयोगकर्ता नाम के लिए काम आता है।
email-setting-password-wrong = पासवर्ड बहुत लंबा है या उसमें अनुचित चिह्न हैं।
email-setting-from-name = भेजने वाले का नाम
email-setting-from-address = भेजने वाले का पता
email-setting-reply-to-hint = केवल तब, जब उत्तर किसी दूसरे पते पर जाने चाहिए।
email-setting-copy = हर ईमेल की गुप्त प्रति मुझे भेजें
email-setting-per-hour = प्रति घंटा ईमेल
email-setting-per-hour-hint = एक घंटे में इससे अधिक नहीं भेजे जाते; बाकी रुकते हैं। प्रदाता ऐसी सीमाएँ रखते हैं।
email-setting-per-hour-wrong = कम से कम 1 की पूर्ण संख्या दें।
email-setting-authority = अपना प्रमाणपत्र प्राधिकारी
email-setting-authority-label = PEM में प्रमाणपत्र
email-setting-authority-hint = केवल अपने ऐसे मेल सर्वर के लिए जिसका प्रमाणपत्र किसी सार्वजनिक प्राधिकारी ने नहीं दिया।
email-setting-authority-wrong = यह PEM में प्रमाणपत्र नहीं है: BEGIN CERTIFICATE से END CERTIFICATE तक का भाग चिपकाएँ।
email-test = सहेजें और जाँचें
email-test-title = संपर्क की जाँच
email-test-passed = सब ठीक है: ईमेल भेजे जा सकते हैं। जाँच में कुछ नहीं भेजा गया।
email-test-resolve = सर्वर मिलता है
email-test-connect = सर्वर उत्तर देता है
email-test-encrypt = संपर्क कूटबद्ध है
email-test-certificate = प्रमाणपत्र भरोसेमंद है
email-test-log-in = उपयोगकर्ता नाम और पासवर्ड सही हैं
email-tested-passed = हाँ
email-tested-not-asked = आवश्यक नहीं
email-tested-failed = नहीं
email-tested-not-reached = जाँचा नहीं गया
email-failure-said = मेल सर्वर या सिस्टम ने कहा:
email-failure-unknown = कुछ ऐसा हुआ जो यह संस्करण नहीं जानता ({ $code })।
email-failure-host-not-found = इस नाम का कोई सर्वर नहीं मिला। ईमेल सेटिंग्स में वर्तनी और इंटरनेट संपर्क जाँचें।
email-failure-host-not-allowed = प्रोग्राम इस पते से नहीं जुड़ता। बिना कूटबद्धता केवल इसी कंप्यूटर का सर्वर चलेगा: STARTTLS या TLS चुनें।
email-failure-port-not-allowed = यह मेल का पोर्ट नहीं है। 587, 465 या 25 रखें।
email-failure-connection-refused = सर्वर इस पोर्ट पर संपर्क नहीं लेता। पोर्ट जाँचें; कुछ नेटवर्क इसे रोकते हैं।
email-failure-connection-lost = ईमेल सौंपे जाने से पहले संपर्क टूट गया। थोड़ी देर बाद फिर भेजें।
email-failure-timeout = सर्वर ने समय पर उत्तर नहीं दिया। सर्वर, पोर्ट और कूटबद्धता जाँचें, और थोड़ी देर बाद फिर भेजें।
email-failure-tls-failed = कूटबद्धता पर सहमति नहीं हुई। प्रदाता के अनुसार पोर्ट 465 के लिए TLS और 587 के लिए STARTTLS चुनें।
email-failure-certificate-invalid = सर्वर का प्रमाणपत्र पुराना है, किसी और नाम का है, या भरोसेमंद प्राधिकारी का नहीं है। सर्वर का नाम जाँचें; नाम सही हो तो आगे न बढ़ें।
email-failure-login-refused = सर्वर उपयोगकर्ता नाम और पासवर्ड नहीं मानता। फिर लिखें; कई प्रदाता प्रोग्रामों के लिए ऐप पासवर्ड माँगते हैं।
email-failure-login-not-offered = सर्वर लॉगिन का कोई ऐसा तरीका नहीं देता जो यह प्रोग्राम जानता हो। प्रदाता के यहाँ पासवर्ड से लॉगिन चालू करें।
email-failure-sender-refused = सर्वर भेजने वाले का पता नहीं मानता। उसी मेल खाते का पता रखें।
email-failure-recipient-refused = सर्वर एक पाने वाले का पता नहीं मानता। उसे सुधारें; दूसरों को भी कुछ नहीं भेजा गया।
email-failure-greylisted = सर्वर बाद में आने को कहता है। पंद्रह मिनट बाद फिर भेजें।
email-failure-message-too-large = ईमेल सर्वर के लिए बहुत बड़ा है। कम संलग्नकों के साथ फिर लिखें।
email-failure-message-refused = सर्वर ने ईमेल लेने से मना किया, शायद अनचाहा समझकर। उसका उत्तर पढ़ें।
email-failure-server-answer = सर्वर का उत्तर समझ नहीं आया। सर्वर, पोर्ट और कूटबद्धता जाँचें।
email-failure-uncertain = जब सर्वर ईमेल ले रहा था, तब संपर्क टूटा या प्रोग्राम बंद हुआ।
email-failure-message-unsound = रखे गए ईमेल के दो अर्थ निकल सकते हैं, इसलिए किसी सर्वर को नहीं दिया जाता। इसे फिर लिखें।
error-email-address-invalid = “{ $address }” ईमेल पता नहीं है।
error-email-no-recipient = कम से कम एक पाने वाला दें।
error-email-too-many-recipients = { $count-number } पाने वाले हैं, अधिक से अधिक { $max-number } हो सकते हैं। कई ईमेल भेजें।
error-email-subject-too-long = विषय { $max-number } अक्षरों से लंबा है। उसे छोटा करें।
error-email-too-large = संलग्नकों सहित ईमेल { $max-size } से बड़ा है। कुछ संलग्नक हटाएँ।
error-email-not-composed = ईमेल नहीं बन सका ({ $reason })।
error-email-unknown-placeholder = “{ $name }” नाम का कोई स्थानधारक नहीं है। नीचे की सूची में सभी दिए हैं।
error-email-unpaired-brace = एक धनुकोष्ठक अकेला है। चिह्न के लिए उसे दो बार लिखें।
error-email-setting-invalid = ईमेल सेटिंग्स में से एक काम की नहीं है। उन्हें फिर देखें।
error-vault-unreadable = इस व्यवसाय की ईमेल सेटिंग्स इस कंप्यूटर पर नहीं पढ़ी जा सकतीं। उन्हें फिर भरें।
error-vault-not-written = ईमेल सेटिंग्स { $file } में नहीं लिखी जा सकीं: { $reason }।
error-email-not-found = ऐसा कोई ईमेल नहीं है।
error-email-wrong-state = अब इस ईमेल के साथ यह नहीं हो सकता: इस बीच यह आगे बढ़ चुका है। इसे फिर खोलें।
error-email-file-gone = चुनी गई फ़ाइलों में से एक अब यहाँ नहीं है। उन्हें फिर देखें।
email-templates-title = ईमेल के नमूने
email-templates-explained = हर प्रकार के दस्तावेज़ और हर भाषा के लिए वह विषय और संदेश जिससे ईमेल शुरू होता है। ये व्यवसाय का भाग हैं और उसके बैकअप के साथ जाते हैं।
email-template-purpose = किसके लिए
email-template-own = अपना
email-template-default = पूर्वनिर्धारित
email-template-preview = पूर्वावलोकन
email-template-back = पूर्वनिर्धारित पर लौटें
email-template-back-question = आपका लिखा विषय और संदेश पूर्वनिर्धारित से बदल जाएगा। इतिहास में वह बना रहेगा।
email-purpose-customer-statement = ग्राहक विवरणियाँ
email-purpose-supplier-statement = आपूर्तिकर्ता विवरणियाँ
email-purpose-other-documents = अन्य दस्तावेज़
email-purpose-other-reports = रिपोर्टें
email-placeholders-title = स्थानधारक
email-placeholders-explained = धनुकोष्ठकों के शब्द ईमेल लिखते समय बदल दिए जाते हैं। जिसका मान न हो, वह कुछ नहीं छोड़ता।
email-placeholder = स्थानधारक
email-placeholder-meaning = अर्थ
email-placeholder-example = उदाहरण
email-placeholder-business = व्यवसाय का नाम
email-placeholder-customer = ग्राहक का नाम
email-placeholder-supplier = आपूर्तिकर्ता का नाम
email-placeholder-contact = जिसके लिए है उसका नाम
email-placeholder-document = दस्तावेज़ का प्रकार
email-placeholder-number = दस्तावेज़ की संख्या
email-placeholder-date = उसकी तारीख
email-placeholder-due-date = देय तारीख
email-placeholder-amount = कुल राशि
email-placeholder-balance = ग्राहक या आपूर्तिकर्ता का शेष
email-sample-contact = करीम ट्रेडर्स
email-default-document-subject = { $document } { $number } – { $business }
email-default-document-text =
    प्रिय { $contact },

    कृपया संलग्न { $document } { $number } देखें।

    सादर,
    { $business }
email-default-statement-subject = खाता विवरणी – { $business }
email-default-statement-text =
    प्रिय { $contact },

    कृपया संलग्न अपनी खाता विवरणी देखें। शेष राशि { $balance } है।

    सादर,
    { $business }
email-default-report-subject = { $document } – { $business }
email-default-report-text =
    कृपया संलग्न देखें: { $document }।

    सादर,
    { $business }
email-statements-title = विवरणियाँ भेजें
email-statements-explained = नीचे चुने गए हर ग्राहक को PDF विवरणी के साथ ईमेल जाता है। ये वे ग्राहक हैं जिनका शेष है।
email-statements-nobody = किसी ग्राहक का शेष नहीं है।
email-statements-nobody-ticked = कम से कम एक ग्राहक चुनें।
email-statements-no-address = ईमेल पता नहीं है
email-statements-tick = भेजें
email-statements-customer = ग्राहक
email-statements-balance = शेष
email-statements-which = कौन-सी विवरणी
email-statements-from = विवरणी कब से
email-statements-to = विवरणी कब तक
email-statements-send = चुने हुओं को भेजें
email-statements-again = और विवरणियाँ
email-statements-left-out = इन्हें नहीं भेजा गया
email-statements-reason = कारण
email-statements-withdraw = प्रतीक्षा वाले न भेजें
email-statements-withdraw-question = जो अभी नहीं भेजे गए, वे आउटबॉक्स से निकाल दिए जाएँगे। आगे बढ़ें?
kind-TijoriEmailTemplate-one = ईमेल का नमूना
kind-TijoriEmailTemplate-many = ईमेल के नमूने
field-Purpose = प्रयोजन
field-Language = भाषा
field-Subject = विषय
field-Text = संदेश
history-fact-email = ईमेल
history-fact-message-id = संदेश की पहचान
history-fact-to = प्रति
history-fact-record = रिकॉर्ड
history-fact-failure = क्या गड़बड़ हुई
history-fact-host = मेल सर्वर
history-fact-port = पोर्ट
history-fact-security = कूटबद्धता
history-fact-username = उपयोगकर्ता नाम
history-fact-password = पासवर्ड
email-statements-limit = { $count-is ->
    [one] एक घंटे में अधिक से अधिक { $count } ईमेल भेजा जाता है; बाकी आउटबॉक्स में रुकते हैं।
   *[other] एक घंटे में अधिक से अधिक { $count } ईमेल भेजे जाते हैं; बाकी आउटबॉक्स में रुकते हैं।
}
email-statements-working = { $count-is ->
    [one] { $count } में से { $done } विवरणी बनाकर आउटबॉक्स में रखी गई …
   *[other] { $count } में से { $done } विवरणियाँ बनाकर आउटबॉक्स में रखी गईं …
}
email-statements-done = { $count-is ->
    [one] { $total } में से { $count } विवरणी आउटबॉक्स में है और बारी आने पर भेजी जाती है।
   *[other] { $total } में से { $count } विवरणियाँ आउटबॉक्स में हैं और एक के बाद एक भेजी जाती हैं।
}
email-statements-stopped = { $count-is ->
    [one] रोका गया: { $total } में से { $count } विवरणी आउटबॉक्स में है और भेजी जाएगी; बाकी नहीं।
   *[other] रोका गया: { $total } में से { $count } विवरणियाँ आउटबॉक्स में हैं और भेजी जाएँगी; बाकी नहीं।
}
