# आयात से पहले तुलना, बदलना, वापस लेना और प्रतियाँ।
compare-title = { $name } से तुलना
compare-with = किससे तुलना करें
compare-submit = तुलना करें
compare-none = कोई व्यवसाय नहीं
compare-by-history = { $name } (वही परिवर्तन इतिहास)
compare-by-records = { $name } (वही रिकॉर्ड)
compare-by-name = { $name } (केवल वही नाम)
compare-working = फ़ाइल की व्यवसाय से तुलना हो रही है…
compare-same = रिकॉर्ड और शेष दोनों ओर समान हैं।
compare-figures = जो आँकड़े अलग हैं
compare-figure = आँकड़ा
compare-in-business = व्यवसाय में
compare-in-file = फ़ाइल में
compare-difference = अंतर
compare-cash = नकद और बैंक
compare-receivables = प्राप्य खाते
compare-payables = देय खाते
compare-net-profit = शुद्ध लाभ
compare-figures-same = नकद, प्राप्य, देय और शुद्ध लाभ दोनों ओर समान हैं।
compare-currencies = फ़ाइल की मूल मुद्रा { $file } है और व्यवसाय की { $business }: राशियों की तुलना नहीं हो सकती।
compare-records = जो रिकॉर्ड अलग हैं
compare-only-in-business = नहीं रहेंगे
compare-changed = अलग
compare-only-in-file = केवल फ़ाइल में
compare-newest-only-in-business = बदलने पर नहीं रहेंगे, सबसे नए पहले
compare-newest-changed = अलग, सबसे नए पहले
compare-newest-only-in-file = केवल फ़ाइल में, सबसे नए पहले
compare-record = रिकॉर्ड
compare-date = तारीख
history-relation-unknown = फ़ाइल में ऐसा परिवर्तन इतिहास नहीं है जिसकी तुलना हो सके।
history-relation-same = फ़ाइल और व्यवसाय का परिवर्तन इतिहास एक ही है।
history-relation-nothing-since = फ़ाइल इसी व्यवसाय की है और उसके बाद कोई रिकॉर्ड नहीं बदला।
history-relation-file-is-older = { $count-is ->
    [one] फ़ाइल पुरानी है: उसके बाद व्यवसाय में { $count } परिवर्तन हुआ।
   *[other] फ़ाइल पुरानी है: उसके बाद व्यवसाय में { $count } परिवर्तन हुए।
}
history-relation-file-is-newer = { $count-is ->
    [one] फ़ाइल नई है: उसमें { $count } परिवर्तन है जो व्यवसाय में नहीं है।
   *[other] फ़ाइल नई है: उसमें { $count } परिवर्तन हैं जो व्यवसाय में नहीं हैं।
}
history-relation-diverged = परिवर्तन इतिहास की प्रविष्टि { $at } तक दोनों एक ही व्यवसाय थे। उसके बाद के परिवर्तन: फ़ाइल में { $file }, व्यवसाय में { $business }।
history-relation-unrelated = फ़ाइल और व्यवसाय कभी एक नहीं थे: उनके परिवर्तन इतिहास अलग शुरू होते हैं।
replace-keep-both = दोनों रखें
replace-title = “{ $name }” को बदलें
replace-explanation = पहले “{ $name }” का बैकअप बनता और जाँचा जाता है; वह न बने तो कुछ भी आयात नहीं होता। फिर फ़ाइल उसकी जगह लेती है और “{ $name }” रद्दी में जाता है, जहाँ से उसे वापस लाया जा सकता है।
replace-folder = सुरक्षा बैकअप का फ़ोल्डर
replace-done = “{ $name }” बदल दिया गया और रद्दी में है।
replace-safety = उसका बैकअप जाँच लिया गया: { $file }
replace-still-here = “{ $name }” अब भी सूची में है, क्योंकि उसे रद्दी में नहीं डाला जा सका। कुछ खोया नहीं है: दोनों यहाँ हैं।
replace-undo-offer = इसने “{ $name }” की जगह ली है, जो रद्दी में है।
replace-undo = वापस लें
replace-undo-title = “{ $name }” का बदलना वापस लें
replace-undo-explanation = “{ $name }” रद्दी से वापस आता है और { $file } से आया व्यवसाय वहाँ जाता है।
replace-undo-changes = { $count-is ->
    [one] उसके बाद का { $count } परिवर्तन भी साथ में रद्दी में जाएगा:
   *[other] उसके बाद के { $count } परिवर्तन भी साथ में रद्दी में जाएँगे:
}
replace-undo-anyway = वापस लें; ये परिवर्तन रद्दी में जाएँगे
replace-undone = “{ $name }” वापस आ गया। जिसने उसकी जगह ली थी वह रद्दी में है।
exchange-replacement-nothing-changed = “{ $name }” को { $file } से बदलना कुछ भी बदलने से पहले रुक गया। “{ $name }” जैसा था वैसा ही है।
exchange-replacement-both-here = “{ $name }” को { $file } से बदलना आख़िरी क़दम पर रुक गया। दोनों पूरे-पूरे यहाँ हैं: पहले वाला और फ़ाइल वाला।
exchange-replacement-done = प्रोग्राम बंद होने से ठीक पहले “{ $name }” को { $file } से बदल दिया गया। पहले वाला रद्दी में है।
exchange-undoing-nothing-changed = “{ $name }” को वापस लाना कुछ भी बदलने से पहले रुक गया। { $file } से आया व्यवसाय जैसा था वैसा ही है।
exchange-undoing-both-here = “{ $name }” को वापस लाना आख़िरी क़दम पर रुक गया। दोनों पूरे-पूरे यहाँ हैं: यह और { $file } वाला।
exchange-undoing-done = प्रोग्राम बंद होने से ठीक पहले “{ $name }” वापस आ गया। { $file } से आया व्यवसाय रद्दी में है।
exchange-neither-here = “{ $name }” और { $file } से आया व्यवसाय दोनों सूची में नहीं हैं। रद्दी में देखें।
exchange-complete = अब पूरा करें
exchange-dismiss = ऐसे ही रहने दें
exchange-seen = पढ़ लिया
copy-title = यह व्यवसाय क्या है?
copy-unconfirmed = यह फ़ाइल से लाया गया है। जब तक आप न बताएँ कि यह क्या है, यह न ईमेल भेजता है और न अपने आप कुछ करता है।
copy-is-copy = यह व्यवसाय एक प्रति है: यह न ईमेल भेजता है और न अपने आप कुछ करता है।
copy-keep-here = अब से मैं अपनी बहियाँ यहीं रखता हूँ
copy-keep-as-copy = यह एक प्रति है
copy-badge = प्रति
copy-badge-unconfirmed = लाया गया
copy-emails-wait = ईमेल भेजने की पेटी में रुके हैं, क्योंकि यह व्यवसाय फ़ाइल से लाया गया है। इसके सारांश पर बताएँ कि बहियाँ यहीं रखी जाती हैं, तब वे भेजे जाएँगे।
history-action-kept-here = अब से बहियाँ यहीं
history-action-kept-as-copy = प्रति के रूप में चिह्नित
log-missing-title = आख़िरी प्रविष्टियाँ छूटी हो सकती हैं
log-missing = यह प्रति तब बनी जब फ़ाइल दूसरे प्रोग्राम में खुली थी। आख़िरी प्रविष्टियाँ उसके पास की दूसरी फ़ाइल में हो सकती हैं, जिसका नाम -wal पर ख़त्म होता है। दोनों फ़ाइलें चुनें, या उसके बिना आयात करें।
log-again = दोनों फ़ाइलें चुनें
log-accept = उसके बिना आयात करें: मैं जानता हूँ कि आख़िरी प्रविष्टियाँ छूटी हो सकती हैं
log-file = उसके पास की -wal पर ख़त्म होने वाली फ़ाइल, यदि हो
log-file-hint = केवल उस फ़ाइल के लिए जिसकी प्रति तब बनी जब वह दूसरे प्रोग्राम में खुली थी।
finding-log-applied = सबसे नई प्रविष्टियाँ पास की फ़ाइल से ली गईं (पृष्ठ: { $pages })।
error-finding-log-applied = { finding-log-applied }
error-log-not-accepted = इस प्रति में आख़िरी प्रविष्टियाँ छूटी हो सकती हैं। पास की फ़ाइल भी चुनें, या चिह्नित करें कि उसके बिना आयात करना है।
error-log-does-not-belong = { $file }: -wal पर ख़त्म होने वाली फ़ाइल इसकी नहीं है। वे दोनों चुनें जो साथ रखी थीं।
error-safety-backup-failed = सुरक्षा बैकअप नहीं बन सका, इसलिए न कुछ आयात हुआ और न कुछ बदला गया। { $reason }
error-safety-folder = फ़ोल्डर { $folder } में सुरक्षा बैकअप नहीं रखा जा सकता। किसी फ़ोल्डर का पूरा पता लिखें।
error-no-room = { $folder } की डिस्क पर पर्याप्त जगह नहीं है: { $needed-size } चाहिए, { $free-size } ख़ाली है। कुछ जगह ख़ाली करें, फिर कोशिश करें। कुछ भी नहीं बदला।
error-nothing-to-undo = यहाँ ऐसा कोई बदलना नहीं है जिसे वापस लिया जा सके।
command-replaced = “{ $name }” को { $file } से बदल दिया गया। पहले वाला रद्दी में है; उसका बैकअप: { $backup }
