# रिपोर्ट पृष्ठ।
# Titles and sentences of reports.
report-balance-sheet-explained = किसी दिन व्यवसाय के पास क्या है, उस पर क्या देय है, और मालिकों का क्या है।
report-profit-and-loss-statement = लाभ-हानि विवरण
report-profit-and-loss-statement-explained = किसी अवधि में क्या कमाया और खर्च किया गया, और क्या बचा।
report-twelve-months = बारह महीने
report-twelve-months-explained = महीने-दर-महीने आय, व्यय, लाभ और नकद।
report-general-ledger-summary = सामान्य खाता-बही सारांश
report-general-ledger-summary-explained = हर खाते का प्रारंभिक शेष, लेन-देन और अंतिम शेष।
report-general-ledger-transactions = सामान्य खाता-बही के लेन-देन
report-general-ledger-transactions-explained = खाते की हर प्रविष्टि और उसके बाद का शेष।
report-aged-receivables = देनदार आयु विश्लेषण
report-aged-receivables-explained = ग्राहकों पर कितना बकाया है और कितने समय से।
report-aged-payables = लेनदार आयु विश्लेषण
report-aged-payables-explained = आपूर्तिकर्ताओं को कितना देना है और कितने समय से।
report-customer-statement-unpaid = ग्राहक विवरण (अदत्त बीजक)
report-customer-statement-unpaid-explained = ग्राहक के खुले बीजक और शेष।
report-customer-statement-transactions = ग्राहक विवरण (लेन-देन)
report-customer-statement-transactions-explained = किसी अवधि में ग्राहक के साथ हुए सभी लेन-देन।
report-supplier-statement-unpaid = आपूर्तिकर्ता विवरण (अदत्त बीजक)
report-supplier-statement-unpaid-explained = आपूर्तिकर्ता के खुले बीजक और शेष।
report-supplier-statement-transactions = आपूर्तिकर्ता विवरण (लेन-देन)
report-supplier-statement-transactions-explained = किसी अवधि में आपूर्तिकर्ता के साथ हुए सभी लेन-देन।
report-tax-summary = कर सारांश
report-tax-summary-explained = बिक्री और खरीद पर कर, कर कोड के अनुसार।
report-tax-transactions = कर के लेन-देन
report-tax-transactions-explained = कर सारांश के पीछे के दस्तावेज़।
report-cash-summary = नकद सारांश
report-cash-summary-explained = पैसा कहाँ से आया और कहाँ गया।
report-bank-account-summary = बैंक खाता सारांश
report-bank-account-summary-explained = हर बैंक या नकद खाते का प्रारंभिक शेष, जमा, निकासी और अंतिम शेष।
report-inventory-value = स्टॉक का मूल्य
report-inventory-value-explained = हर उपलब्ध वस्तु की मात्रा, औसत लागत और मूल्य।
# Groups of the Reports page.
reports-group-statements = वित्तीय विवरण
reports-group-ledger = सामान्य खाता-बही
reports-group-customers = ग्राहक
reports-group-suppliers = आपूर्तिकर्ता
reports-group-taxes = कर
reports-group-cash = नकद
reports-group-inventory = स्टॉक
# Saved reports and the fiscal year.
reports-save = यह रिपोर्ट सहेजें
reports-saved = सहेजी गई रिपोर्टें
reports-saved-one = सहेजी गई रिपोर्ट
reports-saved-unknown = यह संस्करण इस रिपोर्ट को नहीं जानता।
reports-save-explained = चुने गए विकल्पों के साथ “{ $report }”, आपके दिए नाम से। “पिछला महीना” जैसी अवधि हर बार खुलने पर पिछला महीना ही रहती है।
reports-delete-question = सहेजी गई रिपोर्ट “{ $name }” हटाएँ? आँकड़े वैसे ही रहेंगे।
reports-fiscal-year = वित्तीय वर्ष { $month } से शुरू होता है।
reports-fiscal-year-change = बदलें
reports-fiscal-year-title = वित्तीय वर्ष
reports-first-month = पहला महीना
reports-first-month-hint = रिपोर्टों का “यह वर्ष” और तुलन-पत्र में वर्ष का लाभ इसी से तय होता है।
kind-TijoriSavedReport-one = सहेजी गई रिपोर्ट
kind-TijoriSavedReport-many = सहेजी गई रिपोर्टें
kind-TijoriFiscalYear-one = वित्तीय वर्ष
kind-TijoriFiscalYear-many = वित्तीय वर्ष
field-Report = रिपोर्ट
field-ReportOptions = विकल्प
field-FirstMonth = पहला महीना
# What can be asked of a report.
report-choose-period = अवधि
report-from = से
report-to = तक
report-preset-days = चुने गए दिन
report-preset-this-month = यह महीना
report-preset-last-month = पिछला महीना
report-preset-this-quarter = यह तिमाही
report-preset-last-quarter = पिछली तिमाही
report-preset-this-year = यह वित्तीय वर्ष
report-preset-last-year = पिछला वित्तीय वर्ष
report-preset-everything = दर्ज किया गया सब कुछ
report-preset-today = आज
report-preset-end-of-last-month = पिछले महीने का अंत
report-preset-end-of-last-quarter = पिछली तिमाही का अंत
report-preset-end-of-last-year = पिछले वित्तीय वर्ष का अंत
report-preset-end-of-this-year = इस वित्तीय वर्ष का अंत
report-everything = दर्ज किया गया सब कुछ
report-period-until = { $to } तक
report-period-since = { $from } से
report-total-of = कुल { $name }
report-basis = आधार
report-basis-accrual = उपार्जन आधार
report-basis-cash = नकद आधार
report-compare = इससे तुलना करें
report-compare-none = किसी से नहीं
report-compare-previous-month = पिछला महीना
report-compare-previous-period = पिछली अवधि
report-compare-previous-quarter = पिछली तिमाही
report-compare-previous-year = पिछला वर्ष
report-columns = कितने
report-division = लागत केंद्र
report-of-division = लागत केंद्र { $name }
report-show-zero = बिना शेष वाली पंक्तियाँ दिखाएँ
report-all = सभी
report-more-options = और विकल्प
report-about-account = खाता
report-about-customer = ग्राहक
report-about-supplier = आपूर्तिकर्ता
report-about-tax-code = कर कोड
report-about-bank-account = बैंक या नकद खाता
report-about-item = वस्तु
report-pdf = PDF के रूप में डाउनलोड करें
report-download = डाउनलोड
report-email = ईमेल करें
# Columns and rows.
report-word-own-currency = अपनी मुद्रा में
report-word-quantity = मात्रा
report-word-average-cost = औसत लागत
report-word-credit = क्रेडिट
report-word-debit = डेबिट
report-word-value = मूल्य
report-word-balance = शेष
report-word-closing-balance = अंतिम शेष
report-word-opening-balance = प्रारंभिक शेष
report-word-inter-account-transfers = खातों के बीच अंतरण
report-word-net-profit = शुद्ध लाभ (हानि)
report-word-nothing-named = अनिर्दिष्ट
report-word-total = कुल
report-word-total-liabilities-and-equity = कुल देयताएँ और स्वामी पूँजी
report-word-kind = लेन-देन
report-word-reference = संदर्भ
report-word-contact = पक्ष
report-word-description = विवरण
report-word-net-sales = शुद्ध बिक्री
report-word-tax-on-sales = बिक्री पर कर
report-word-net-purchases = शुद्ध खरीद
report-word-tax-on-purchases = खरीद पर कर
report-word-tax-payable = देय कर
report-word-money-in = जमा राशि
report-word-money-out = निकासी
report-word-net = शुद्ध
report-word-tax = कर
report-word-sales = बिक्री
report-word-purchases = खरीद
report-word-income = आय
report-word-expenses = व्यय
report-word-cash-balance = नकद शेष
report-word-receipts = प्राप्तियाँ
report-word-amount = राशि
report-word-balance-due = देय शेष
report-word-current = अभी देय नहीं
report-word-days-1-30 = 1–30 दिन
report-word-days-31-60 = 31–60 दिन
report-word-days-61-90 = 61–90 दिन
report-word-days-over-90 = 90 दिन से अधिक
report-word-due-date = देय तिथि
report-word-exchange-differences = विनिमय अंतर
report-word-invoice-total = बीजक का योग
report-word-settled = चुकाया गया
report-word-unallocated = आवंटित नहीं
report-word-payments = भुगतान
# What a reader must know beside the figures.
report-remark-suspense = { $count-is ->
    [one] उचंत: { $count } स्थान पूरा दर्ज नहीं हो सका। तलपट उसका नाम बताता है।
   *[other] उचंत: { $count } स्थान पूरे दर्ज नहीं हो सके। तलपट उनके नाम बताता है।
}
report-remark-rates-unknown = { $currencies } की विनिमय दर नहीं है। दर डालने तक उस मुद्रा की राशियाँ शून्य गिनी जाती हैं।
report-remark-not-posted = { $count-is ->
    [one] { $count } अभिलेख दर्ज नहीं हो सका और आँकड़ों में नहीं है।
   *[other] { $count } अभिलेख दर्ज नहीं हो सके और आँकड़ों में नहीं हैं।
}
report-remark-cash-basis = नकद आधार: बीजक तभी और उतने ही गिने जाते हैं जितना भुगतान हुआ।
report-remark-rows-left-out = { $count-is ->
    [one] { $count } और पंक्ति नहीं दिखाई गई। छोटी अवधि चुनें। योग में वह शामिल है।
   *[other] { $count } और पंक्तियाँ नहीं दिखाई गईं। छोटी अवधि चुनें। योग में वे शामिल हैं।
}
report-remark-unclassified-accounts = { $count-is ->
    [one] { $count } खाते का खातों की सूची में स्थान नहीं है; वह बिना समूह है।
   *[other] { $count } खातों का खातों की सूची में स्थान नहीं है; वे बिना समूह हैं।
}
report-remark-negative-stock = { $item }: भंडार शून्य से कम है। छूटी हुई खरीद या गलत मात्रा देखें।
# Errors of what is asked.
error-report-unknown = “{ $name }” नाम की कोई रिपोर्ट नहीं है। रिपोर्ट पृष्ठ पर सभी की सूची है।
error-report-key = “{ $text }” किसी अभिलेख का नाम नहीं है। सूची से चुनें।
error-report-period-reversed = अवधि शुरू होने से पहले समाप्त होती है। बाद का अंतिम दिन चुनें।
error-report-comparison = “{ $text }” से तुलना नहीं हो सकती। सूची से चुनें।
error-report-columns = “{ $text }” 1 से 11 तक की संख्या नहीं है।
error-report-options = पता कुछ ऐसा माँगता है जो रिपोर्ट नहीं जानती। रिपोर्ट खोलकर फिर चुनें।
error-report-output-needed = PDF टर्मिनल पर नहीं दिख सकती। फ़ाइल का नाम दें, या आउटपुट को फ़ाइल में भेजें।
error-report-name-needed = रिपोर्ट का नाम लिखें।
error-report-name-too-long = नाम { $max } अक्षरों से लंबा है। छोटा नाम लिखें।
error-report-name-characters = नाम में ऐसे वर्ण हैं जो दिखाए नहीं जा सकते। पंक्ति विराम और नियंत्रण वर्ण हटाएँ।
# The chart of the Summary.
summary-balance-sheet-today = आज का तुलन-पत्र
summary-profit-and-loss-year = इस वित्तीय वर्ष का लाभ-हानि
summary-twelve-months = पिछले बारह महीने
summary-chart-explained = हर महीने की आय और व्यय पट्टियों में, शुद्ध लाभ रेखा में।
summary-chart-empty = पिछले बारह महीनों में न कुछ कमाया गया न खर्च हुआ।
summary-chart-figures = आँकड़े तालिका में
summary-report-whole = पूरी रिपोर्ट
