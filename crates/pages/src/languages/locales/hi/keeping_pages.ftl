# रखे गए बैकअप: कैलेंडर, जगहें, समय-सारणियाँ, और कौन से बैकअप रहते हैं।

kept-title = बैकअप
kept-all-title = सभी व्यवसायों के बैकअप
kept-all-safety = हर व्यवसाय कितना सुरक्षित है
kept-look-at = ध्यान दें
kept-calendar = बैकअप का कैलेंडर
kept-to-calendar = कैलेंडर पर जाएँ
kept-more = और
kept-set-up = बैकअप अपने आप बनवाएँ
kept-safe = { $when } तक का सब कुछ सुरक्षित है।
kept-unsafe = अभी किसी जगह पर कुछ भी नहीं रखा है।
kept-last-good = पिछला सफल बैकअप
kept-unsaved = तब से
kept-unsaved-none = कुछ नहीं बदला
kept-unsaved-count = { $count-is ->
    [one] { $count } बदलाव अभी किसी रखे गए बैकअप में नहीं है
   *[other] { $count } बदलाव अभी किसी रखे गए बैकअप में नहीं हैं
}
kept-proved-restorable = वापस आना सिद्ध हुआ
kept-never-rehearsed = अभी सिद्ध नहीं हुआ
kept-next-due = अगला बैकअप
kept-nothing-due = कोई तय नहीं है
kept-due-after-answer = कोई नहीं, जब तक आप न बताएँ कि यह व्यवसाय क्या है
kept-alarm-failed = पिछला बैकअप { $when } को विफल हुआ। { $reason }
kept-alarm-missed = { $when } को तय बैकअप नहीं बना: प्रोग्राम चालू नहीं था।
kept-alarm-not-restorable = { $when } का वापसी अभ्यास विफल हुआ। { $reason }
kept-alarm-silent = { $count-is ->
    [one] पिछले { $count } दिन का काम किसी रखे गए बैकअप में नहीं है। अभी एक बनाएँ।
   *[other] पिछले { $count } दिनों का काम किसी रखे गए बैकअप में नहीं है। अभी एक बनाएँ।
}
kept-alarm-never = अभी किसी जगह पर कोई सफल बैकअप नहीं है। अभी एक बनाएँ।

kept-legend-good = सफल
kept-legend-failed = विफल
kept-legend-missed = छूटा
kept-legend-unchanged = कुछ नहीं बदला था
kept-legend-gone = रद्दी में या अब नहीं
kept-day-good = { $count-is ->
    [one] { $count } सफल बैकअप
   *[other] { $count } सफल बैकअप
}
kept-day-failed = { $count-is ->
    [one] { $count } विफल
   *[other] { $count } विफल
}
kept-day-missed = { $count-is ->
    [one] { $count } छूटा
   *[other] { $count } छूटे
}
kept-day-unchanged = { $count-is ->
    [one] { $count } बार कुछ नहीं बदला था
   *[other] { $count } बार कुछ नहीं बदला था
}
kept-day-gone = { $count-is ->
    [one] { $count } रद्दी में या अब नहीं
   *[other] { $count } रद्दी में या अब नहीं
}
kept-day-empty = इस दिन कोई बैकअप नहीं बना।
kept-state-good = सफल
kept-state-failed = विफल
kept-state-missed = छूटा
kept-state-trashed = रद्दी में
kept-state-lost = अब वहाँ नहीं है
kept-state-emptied = हटाया गया
kept-state-unchanged = बिना बदलाव
kept-unchanged-explained = पिछले सफल बैकअप के बाद कुछ नहीं बदला था, इसलिए दूसरा नहीं बनाया गया।
kept-missed-explained = यह बैकअप तय था, पर प्रोग्राम चालू नहीं था।
kept-trashed-at = { $when } को रद्दी में डाला गया। 30 दिन बाद हटा दिया जाता है।
kept-lost-at = { $when } को फ़ाइल अपनी जगह पर नहीं मिली। यहाँ से किसी ने उसे नहीं हटाया।
kept-emptied-at = { $when } को रद्दी से हटाया गया।
kept-place-removed = इसकी जगह सूची से निकाली जा चुकी है
kept-encrypted = एन्क्रिप्टेड
kept-contents-unknown = जाँचने तक पता नहीं
kept-verified = जाँचा गया
kept-verified-how = अपनी जगह से दोबारा पढ़ा गया और अक्षुण्ण सिद्ध हुआ
kept-rehearsed-how = परीक्षण के लिए वापस लाया गया और पूरी तरह समान है
kept-not-yet = अभी नहीं
kept-restore = पुनर्स्थापित करें…
kept-verify-now = अभी जाँचें
kept-rehearse-now = वापसी का अभ्यास करें
kept-rehearse-newest = अभी वापसी का अभ्यास करें
kept-move-to-trash = रद्दी में डालें
kept-bring-back = रद्दी से वापस लाएँ
kept-trash-question = { $file } को उसकी जगह की रद्दी में डालें? वह वहाँ 30 दिन रहता है और वापस लाया जा सकता है।
kept-done-trashed = बैकअप रद्दी में डाला गया। वह वहाँ 30 दिन रहता है।
kept-done-brought-back = बैकअप रद्दी से वापस लाया गया।
kept-done-stopped = रोका गया। कुछ भी अधूरा नहीं छूटा।

kept-run = अभी जगहों में बैकअप लें
kept-run-heading = जगहों में बैकअप लें: { $name }
kept-run-explained = बैकअप बनाया जाता है, दोबारा पढ़ा जाता है, और हर चुनी हुई जगह में रखा जाता है। पिछले के बाद कुछ न बदला हो तो दूसरा नहीं बनता।
kept-run-title = अपनी जगहों में बैकअप
kept-run-good = बैकअप बना और सिद्ध हुआ, और हर जगह से दोबारा पढ़ा गया।
kept-run-unchanged = पिछले सफल बैकअप के बाद कुछ नहीं बदला था। वह अब भी हर जगह में है।
kept-working-title = बैकअप का काम
kept-progress-bringing-back = परीक्षण के लिए वापस लाया जा रहा है
kept-rehearsal-title = वापसी का अभ्यास
kept-rehearsal-good = बैकअप परीक्षण के लिए वापस लाया गया और वही है जो रखा गया था।
kept-rehearsal-explained = उसे अपनी जगह से लाया गया, जाँचा गया, परीक्षण की जगह में आयात किया गया और उसकी विवरण-सूची से मिलाया गया: सामग्री और परीक्षण-तुलन समान हैं। आपकी बहियाँ छुई नहीं गईं।
kept-verification-title = बैकअप की जाँच
kept-verification-good = बैकअप अपनी जगह से दोबारा पढ़ा गया। वह अक्षुण्ण है।
kept-ongoing-backup = एक बैकअप बन रहा है।
kept-ongoing-rehearsal = एक बैकअप परीक्षण के लिए वापस लाया जा रहा है।
kept-ongoing-retention = पुराने बैकअप रद्दी में डाले जा रहे हैं।
kept-ongoing-alarm = एक चेतावनी भेजी जा रही है।
kept-ongoing-elsewhere = किसी और व्यवसाय के लिए: { $work }

places-title = बैकअप की जगहें
places-explained = जगह कोई फ़ोल्डर है, जैसे दूसरी डिस्क पर, या इंटरनेट का कोई भंडार। बैकअप वहाँ अपने आप या आपके कहने पर रखे जाते हैं।
places-none-title = आपके बैकअप की अभी कोई जगह नहीं है
places-none = कोई फ़ोल्डर या भंडार जोड़ें। फिर वहाँ बैकअप अपने आप बनते हैं।
places-none-ask = किसी प्रशासक से बैकअप की जगह जोड़ने को कहें।
places-proposal = हर व्यवसाय के बैकअप हर दिन { $time } बजे { $folder } में रखें, और हर सप्ताह सिद्ध करें कि वे वापस लाए जा सकते हैं। यह सब बाद में बदला जा सकता है।
places-proposal-accept = बैकअप वहाँ रखें
places-proposal-name = यह कंप्यूटर
places-elsewhere = इसी कंप्यूटर का फ़ोल्डर ग़लतियों से बचाता है, चोरी, आग या ख़राब डिस्क से नहीं। दूसरी डिस्क या भंडार भी जोड़ें।
places-add-folder = फ़ोल्डर जोड़ें
places-add-storage = भंडार जोड़ें
place-kind = प्रकार
place-kind-folder = फ़ोल्डर
place-kind-storage = एस3-संगत भंडार
place-address = पता
place-holds = वहाँ है
place-holds-count = { $count-is ->
    [one] { $count } सफल बैकअप, { $size }
   *[other] { $count } सफल बैकअप, { $size }
}
place-try = परखें
place-look = बैकअप खोजें
place-edit-title = जगह बदलें
place-name = नाम
place-name-hint = जिससे आप इसे पहचानते हैं, जैसे “नीली डिस्क”।
place-folder = फ़ोल्डर
place-folder-hint = पूरा पथ। वह दूसरी डिस्क या साझा फ़ोल्डर में हो सकता है।
place-endpoint = सेवा का पता
place-endpoint-hint = भंडार देने वाले का वेब पता। अमेज़न के लिए ख़ाली छोड़ें।
place-region = क्षेत्र
place-region-hint = जैसा भंडार देने वाला बताता है।
place-bucket = बकेट
place-prefix = उपसर्ग
place-prefix-hint = वहाँ के सभी नाम इससे शुरू होते हैं। ख़ाली रह सकता है।
place-key-id = पहुँच कुंजी की पहचान
place-secret = गुप्त पहुँच कुंजी
place-secret-hint = यह आपकी बहियों के बाहर रखी जाती है और दोबारा कभी नहीं दिखाई जाती।
place-secret-kept = रखी हुई कुंजी बनाए रखने के लिए ख़ाली छोड़ें। वह कभी नहीं दिखाई जाती।
place-path-style = बकेट पथ में है
place-path-style-hint = अपने भंडार को अक्सर इसकी ज़रूरत होती है; अमेज़न को नहीं।
place-tried-first = जगह सहेजने से पहले वहाँ एक छोटी फ़ाइल रखी, दोबारा पढ़ी और हटाई जाती है।
place-save = परखें और सहेजें
place-saved = जगह काम करती है और सहेजी गई।
place-tried = जगह काम करती है: एक छोटी फ़ाइल रखी, दोबारा पढ़ी और हटाई गई।
place-removed = जगह सूची से निकाली गई। वहाँ जो है उसे छुआ नहीं गया।
place-busy = बैकअप का दूसरा काम चल रहा है। थोड़ी देर में फिर कोशिश करें।
place-looked = { $count-is ->
    [one] { $count } बैकअप मिला जो सूची में नहीं था; { $lost } अब वहाँ नहीं हैं।
   *[other] { $count } बैकअप मिले जो सूची में नहीं थे; { $lost } अब वहाँ नहीं हैं।
}
place-remove-question = “{ $name }” को सूची से निकालें? वहाँ के बैकअप वहीं रहते हैं, पर उनकी देखरेख नहीं होती। जिस समय-सारणी की कोई और जगह नहीं, वह रुक जाती है।

schedules-title = अपने आप बैकअप
schedules-explained = प्रोग्राम बंद रहते जो तय था, वह चालू होने पर पूरा किया जाता है और छूटा हुआ दिखता रहता है।
schedules-add = समय-सारणी जोड़ें
schedules-none = कोई समय-सारणी नहीं है, इसलिए अपने आप कोई बैकअप नहीं बनता।
schedule-edit-title = समय-सारणी बदलें
schedule-rhythm = कितनी बार
schedule-hourly = हर घंटे
schedule-daily = हर दिन
schedule-weekly = हर सप्ताह
schedule-on-close = प्रोग्राम बंद होते समय
schedule-daily-at = हर दिन { $time } बजे
schedule-weekly-at = हर सप्ताह { $day } को { $time } बजे
schedule-time = समय
schedule-time-hint = हर दिन और हर सप्ताह के लिए। व्यवसाय के समय क्षेत्र में।
schedule-day = दिन
schedule-day-hint = हर सप्ताह के लिए।
schedule-all-businesses = सभी व्यवसाय, नए भी
schedule-business-gone = यह व्यवसाय अब नहीं है।
schedule-no-places = कोई जगह नहीं चुनी गई है।
schedule-time-wrong = कितनी बार, और समय घंटे व मिनट में भरें।
schedule-rehearsed = अभ्यास
schedule-rehearsed-weekly = हर सप्ताह
schedule-rehearsed-label = हर सप्ताह सिद्ध करें कि सबसे नया बैकअप वापस लाया जा सकता है
schedule-rehearsed-hint = उसे अपनी जगह से लाकर परीक्षण की जगह में आयात किया और मिलाया जाता है। आपकी बहियाँ छुई नहीं जातीं।
schedule-alarm-to = कुछ ग़लत होने पर ईमेल
schedule-alarm-hint = व्यवसाय के ईमेल खाते से। किसी को न भेजने के लिए ख़ाली छोड़ें।
schedule-alarm-wrong = यह ईमेल पता नहीं है।
schedule-encrypted = पासफ़्रेज़ से सुरक्षित करें
schedule-passphrase = पासफ़्रेज़
schedule-passphrase-again = पासफ़्रेज़, एक बार और
schedule-passphrase-hint = इसके बिना इन बैकअप को कोई नहीं पढ़ सकता, आप भी नहीं। इसे लिखकर कहीं और रखें।
schedule-passphrase-kept = रखा हुआ पासफ़्रेज़ बनाए रखने के लिए ख़ाली छोड़ें। वह कभी नहीं दिखाया जाता।
schedule-passphrase-differs = दूसरी बार पासफ़्रेज़ अलग लिखा गया।
schedule-passphrase-short = पासफ़्रेज़ में कम से कम { $count } अक्षर चाहिए।
schedule-paused = रुकी हुई
schedule-pause = रोकें
schedule-resume = फिर शुरू करें
schedule-remove-question = यह समय-सारणी निकालें? इसके बनाए बैकअप रहते हैं।
schedule-proposed = हो गया। अब से बैकअप अपने आप बनते हैं। आप इसे यहाँ बदल सकते हैं।
schedule-saved = समय-सारणी सहेजी गई।
schedule-done-paused = समय-सारणी रुकी हुई है।
schedule-done-resumed = समय-सारणी अब से फिर चलती है।
schedule-done-removed = समय-सारणी निकाली गई। इसके बनाए बैकअप रहते हैं।

retention-title = कितने बैकअप रहते हैं
retention-for-all = सभी व्यवसायों के लिए कितने बैकअप रहते हैं
retention-for-all-explained = यह हर उस व्यवसाय के लिए है जिसका अपना नियम नहीं है।
retention-explained = जिस घंटे, दिन, सप्ताह, महीने और वर्ष में बैकअप है, उसका आख़िरी बैकअप रहता है, उतनों के लिए जितने आप कहें। इनमें से कोई भी जिसे रखे, वह रहता है। सबसे नए और सबसे नए सिद्ध बैकअप कभी नहीं जाते। जो जाता है वह 30 दिन रद्दी में रहता है।
retention-own = इस व्यवसाय का अपना नियम है।
retention-of-all = सभी व्यवसायों का नियम लागू है।
retention-use-common = सभी व्यवसायों का नियम अपनाएँ
retention-keeps-all = कुछ नहीं जाता।
retention-last = आख़िरी
retention-hourly = प्रति घंटा
retention-daily = प्रति दिन
retention-weekly = प्रति सप्ताह
retention-monthly = प्रति महीना
retention-yearly = प्रति वर्ष
retention-keep-all = कुछ न जाने दें
retention-keep-all-hint = हर बैकअप तब तक रहता है जब तक कोई उसे रद्दी में न डाले।
retention-number-wrong = पूरी संख्या भरें, कोई नहीं के लिए 0।
retention-preview = दिखाएँ क्या जाएगा
retention-not-saved = यह केवल झलक है। न कुछ सहेजा गया, न कुछ गया।
retention-saved = नियम सहेजा गया।
retention-nothing-yet = अभी ऐसे सफल बैकअप नहीं हैं जिन पर यह नियम लागू हो।
retention-outlook = { $count-is ->
    [one] { $place }: { $stay } रहते हैं, { $count } जाता है
   *[other] { $place }: { $stay } रहते हैं, { $count } जाते हैं
}
retention-each = हर बैकअप, और क्यों
retention-fate = उसका क्या होगा
retention-why = क्यों
retention-stays = रहता है
retention-goes = रद्दी में जाता है
retention-no-reason = नियम का कोई भाग इसे नहीं रखता
retention-reason-newest = सात सबसे नए में से
retention-reason-proved = तीन सबसे नए सिद्ध में से
retention-reason-complete = सब कुछ वाला सबसे नया
retention-reason-last = आख़िरी में से
retention-reason-hourly = अपने घंटे का आख़िरी
retention-reason-daily = अपने दिन का आख़िरी
retention-reason-weekly = अपने सप्ताह का आख़िरी
retention-reason-monthly = अपने महीने का आख़िरी
retention-reason-yearly = अपने वर्ष का आख़िरी
retention-reason-no-rule = कुछ नहीं जाता
retention-now = इन्हें अभी रद्दी में डालें
retention-now-question = जिन्हें कोई नियम नहीं रखता उन्हें रद्दी में डालें? 30 दिन तक वापस लाया जा सकता है।
retention-went = { $count-is ->
    [one] { $place }: { $count } बैकअप रद्दी में डाला गया।
   *[other] { $place }: { $count } बैकअप रद्दी में डाले गए।
}
