# প্রতিবেদন।
reports-title = প্রতিবেদন
reports-explanation = প্রতিবেদন প্রতিবার খোলার সময় রেকর্ড থেকে হিসাব করা হয়।
report-trial-balance = রেওয়ামিল
report-trial-balance-explained = কোনো দিনে প্রতিটি হিসাবের জের। মোট ডেবিট ও মোট ক্রেডিট সমান।
report-as-at = যে তারিখে
report-as-at-date = { $date } তারিখে
report-period = { $from } থেকে { $to } পর্যন্ত
report-show = দেখান
report-account = হিসাব
report-code = কোড
report-debit = ডেবিট
report-credit = ক্রেডিট
report-balance = জের
report-total = মোট
report-currency = মুদ্রা
report-own-currency = নিজস্ব মুদ্রায়
report-empty = এই তারিখে দেখানোর মতো কিছু নেই।
report-balanced = মোট ডেবিট ও মোট ক্রেডিট সমান।
report-suspense = অনিশ্চিত হিসাবে
report-suspense-explained = এই রেকর্ডগুলো পুরোপুরি খতিয়ানভুক্ত করা যায়নি। প্রতিটির কারণ উল্লেখ করা আছে।
report-not-posted = { $count-is ->
    [one] { $count }টি রেকর্ড খতিয়ানভুক্ত করা যায়নি
   *[other] { $count }টি রেকর্ড খতিয়ানভুক্ত করা যায়নি
}
report-print = প্রিন্ট করুন
report-csv = CSV ডাউনলোড করুন
report-json = JSON ডাউনলোড করুন
report-made = { $when } সময়ে তৈরি
report-general-ledger = সাধারণ খতিয়ান
report-balance-sheet = আর্থিক অবস্থার বিবরণী
report-profit-and-loss = লাভ-ক্ষতি বিবরণী
suspense-reason-not-balanced = ডেবিট ও ক্রেডিট সমান নয়
suspense-reason-account-missing = হিসাবটি পাওয়া যায়নি
suspense-reason-no-account = কোনো হিসাব বাছা হয়নি
suspense-reason-no-rate = বিনিময় হার নেই
suspense-reason-damaged = রেকর্ডটি ক্ষতিগ্রস্ত
suspense-reason-not-supported = এই ধরনের সারি এখনো খতিয়ানভুক্ত হয় না
suspense-reason-no-date = তারিখ নেই
report-suspense-any-date = এই তালিকায় সব তারিখ আছে।
suspense-line = সারি { $line }
suspense-reason = কারণ
