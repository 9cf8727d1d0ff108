# रिपोर्ट।
reports-title = रिपोर्ट
reports-explanation = रिपोर्ट हर बार खोलने पर अभिलेखों से निकाली जाती है।
report-trial-balance = ट्रायल बैलेंस (तलपट)
report-trial-balance-explained = किसी दिन हर खाते का शेष। कुल डेबिट और कुल क्रेडिट बराबर होते हैं।
report-as-at = किस तारीख को
report-as-at-date = { $date } को
report-period = { $from } से { $to } तक
report-show = दिखाएँ
report-account = खाता
report-code = कोड
report-debit = डेबिट
report-credit = क्रेडिट
report-balance = शेष
report-total = योग
report-currency = मुद्रा
report-own-currency = अपनी मुद्रा में
report-empty = इस तारीख के लिए दिखाने को कुछ नहीं है।
report-balanced = कुल डेबिट और कुल क्रेडिट बराबर हैं।
report-suspense = उचंत खाते में
report-suspense-explained = इन अभिलेखों की खतौनी पूरी नहीं हो सकी। हर एक कारण सहित बताया गया है।
report-not-posted = { $count-is ->
    [one] { $count } अभिलेख की खतौनी नहीं हो सकी
   *[other] { $count } अभिलेखों की खतौनी नहीं हो सकी
}
report-print = प्रिंट करें
report-csv = CSV में डाउनलोड करें
report-json = JSON में डाउनलोड करें
report-made = { $when } को बनी
report-general-ledger = सामान्य खाता-बही
report-balance-sheet = बैलेंस शीट (तुलन-पत्र)
report-profit-and-loss = लाभ-हानि विवरण
suspense-reason-not-balanced = डेबिट और क्रेडिट बराबर नहीं हैं
suspense-reason-account-missing = खाता नहीं मिला
suspense-reason-no-account = कोई खाता नहीं चुना गया
suspense-reason-no-rate = विनिमय दर नहीं है
suspense-reason-damaged = अभिलेख क्षतिग्रस्त है
suspense-reason-not-supported = इस तरह की पंक्ति की खतौनी अभी नहीं होती
suspense-reason-no-date = तारीख नहीं है
report-suspense-any-date = इस सूची में सभी तारीखें हैं।
suspense-line = पंक्ति { $line }
suspense-reason = कारण
