# सूचियाँ: अभिलेखों के साथ वह भी जो बहियों से निकलता है।

list-column-balance-due = देय शेष
list-column-quantity = उपलब्ध मात्रा
list-column-average-cost = औसत लागत
list-column-value = मूल्य
list-totals = { $count-is ->
    [one] { $count } प्रविष्टि
   *[other] सभी { $count } प्रविष्टियों
} का योग
list-csv = CSV के रूप में डाउनलोड करें
list-status-any = कोई भी स्थिति
list-filter-status = स्थिति
invoice-status-paid = भुगतान हो चुका
invoice-status-overpaid = अधिक भुगतान
invoice-status-overdue = अतिदेय
invoice-status-overdue-days = { $count-is ->
    [one] { $count } दिन
   *[other] { $count } दिन
} से अतिदेय
invoice-status-part-paid = आंशिक भुगतान
invoice-status-unpaid = अदत्त
list-stock-negative = शून्य से नीचे
