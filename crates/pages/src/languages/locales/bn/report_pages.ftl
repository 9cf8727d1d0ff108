# প্রতিবেদনের পাতা।
# Titles and sentences of reports.
report-balance-sheet-explained = কোনো দিনে ব্যবসার কী আছে, কী দেনা আছে এবং মালিকদের কী প্রাপ্য।
report-profit-and-loss-statement = লাভ-ক্ষতি বিবরণী
report-profit-and-loss-statement-explained = কোনো সময়ে কী আয় ও ব্যয় হয়েছে এবং কী অবশিষ্ট আছে।
report-twelve-months = বারো মাস
report-twelve-months-explained = মাসভিত্তিক আয়, ব্যয়, লাভ ও নগদ।
report-general-ledger-summary = সাধারণ খতিয়ানের সারাংশ
report-general-ledger-summary-explained = প্রতিটি হিসাবের প্রারম্ভিক জের, লেনদেন ও সমাপনী জের।
report-general-ledger-transactions = সাধারণ খতিয়ানের লেনদেন
report-general-ledger-transactions-explained = হিসাবের প্রতিটি দাখিলা ও তার পরের জের।
report-aged-receivables = দেনাদারের বয়স বিশ্লেষণ
report-aged-receivables-explained = গ্রাহকদের কাছে কত পাওনা এবং কত দিন বকেয়া।
report-aged-payables = পাওনাদারের বয়স বিশ্লেষণ
report-aged-payables-explained = সরবরাহকারীদের কত দেনা এবং কত দিন বকেয়া।
report-customer-statement-unpaid = গ্রাহক বিবরণী (অপরিশোধিত চালান)
report-customer-statement-unpaid-explained = গ্রাহকের অনিষ্পন্ন চালান ও জের।
report-customer-statement-transactions = গ্রাহক বিবরণী (লেনদেন)
report-customer-statement-transactions-explained = কোনো সময়ে গ্রাহকের সঙ্গে সব লেনদেন।
report-supplier-statement-unpaid = সরবরাহকারী বিবরণী (অপরিশোধিত চালান)
report-supplier-statement-unpaid-explained = সরবরাহকারীর অনিষ্পন্ন চালান ও জের।
report-supplier-statement-transactions = সরবরাহকারী বিবরণী (লেনদেন)
report-supplier-statement-transactions-explained = কোনো সময়ে সরবরাহকারীর সঙ্গে সব লেনদেন।
report-tax-summary = কর সারাংশ
report-tax-summary-explained = কর কোড অনুযায়ী বিক্রয় ও ক্রয়ের কর।
report-tax-transactions = করের লেনদেন
report-tax-transactions-explained = কর সারাংশের পেছনের দলিল।
report-cash-summary = নগদ সারাংশ
report-cash-summary-explained = টাকা কোথা থেকে এল এবং কোথায় গেল।
report-bank-account-summary = ব্যাংক হিসাবের সারাংশ
report-bank-account-summary-explained = প্রতিটি ব্যাংক বা নগদ হিসাবের প্রারম্ভিক জের, জমা, উত্তোলন ও সমাপনী জের।
report-inventory-value = মজুদ পণ্যের মূল্য
report-inventory-value-explained = হাতে থাকা প্রতিটি পণ্যের পরিমাণ, গড় খরচ ও মূল্য।
# Groups of the Reports page.
reports-group-statements = আর্থিক বিবরণী
reports-group-ledger = সাধারণ খতিয়ান
reports-group-customers = গ্রাহক
reports-group-suppliers = সরবরাহকারী
reports-group-taxes = কর
reports-group-cash = নগদ
reports-group-inventory = মজুদ পণ্য
# Saved reports and the fiscal year.
reports-save = প্রতিবেদনটি সংরক্ষণ করুন
reports-saved = সংরক্ষিত প্রতিবেদন
reports-saved-one = সংরক্ষিত প্রতিবেদন
reports-saved-unknown = এই সংস্করণ প্রতিবেদনটি চেনে না।
reports-save-explained = বেছে নেওয়া বিকল্পসহ “{ $report }”, আপনার দেওয়া নামে। “গত মাস”-এর মতো সময় যখনই খোলা হোক গত মাসই থাকে।
reports-delete-question = সংরক্ষিত প্রতিবেদন “{ $name }” মুছবেন? অঙ্কগুলো যেমন আছে তেমনই থাকবে।
reports-fiscal-year = অর্থবছর { $month } থেকে শুরু।
reports-fiscal-year-change = বদলান
reports-fiscal-year-title = অর্থবছর
reports-first-month = প্রথম মাস
reports-first-month-hint = প্রতিবেদনের “এই বছর” এবং আর্থিক অবস্থার বিবরণীে বছরের লাভ এটি অনুসারে হয়।
kind-TijoriSavedReport-one = সংরক্ষিত প্রতিবেদন
kind-TijoriSavedReport-many = সংরক্ষিত প্রতিবেদন
kind-TijoriFiscalYear-one = অর্থবছর
kind-TijoriFiscalYear-many = অর্থবছর
field-Report = প্রতিবেদন
field-ReportOptions = বিকল্প
field-FirstMonth = প্রথম মাস
# What can be asked of a report.
report-choose-period = সময়কাল
report-from = থেকে
report-to = পর্যন্ত
report-preset-days = বেছে নেওয়া দিন
report-preset-this-month = এই মাস
report-preset-last-month = গত মাস
report-preset-this-quarter = এই ত্রৈমাসিক
report-preset-last-quarter = গত ত্রৈমাসিক
report-preset-this-year = এই অর্থবছর
report-preset-last-year = গত অর্থবছর
report-preset-everything = নথিভুক্ত সবকিছু
report-preset-today = আজ
report-preset-end-of-last-month = গত মাসের শেষ
report-preset-end-of-last-quarter = গত ত্রৈমাসিকের শেষ
report-preset-end-of-last-year = গত অর্থবছরের শেষ
report-preset-end-of-this-year = এই অর্থবছরের শেষ
report-everything = নথিভুক্ত সবকিছু
report-period-until = { $to } পর্যন্ত
report-period-since = { $from } থেকে
report-total-of = মোট { $name }
report-basis = ভিত্তি
report-basis-accrual = বকেয়া ভিত্তি
report-basis-cash = নগদ ভিত্তি
report-compare = তুলনা করুন
report-compare-none = কিছুর সঙ্গে নয়
report-compare-previous-month = আগের মাস
report-compare-previous-period = আগের সময়কাল
report-compare-previous-quarter = আগের ত্রৈমাসিক
report-compare-previous-year = আগের বছর
report-columns = কয়টি
report-division = ব্যয় কেন্দ্র
report-of-division = ব্যয় কেন্দ্র { $name }
report-show-zero = জেরহীন সারি দেখান
report-all = সব
report-more-options = আরও বিকল্প
report-about-account = হিসাব
report-about-customer = গ্রাহক
report-about-supplier = সরবরাহকারী
report-about-tax-code = কর কোড
report-about-bank-account = ব্যাংক বা নগদ হিসাব
report-about-item = পণ্য
report-pdf = PDF হিসেবে ডাউনলোড করুন
report-download = ডাউনলোড
report-email = ইমেইল করুন
# Columns and rows.
report-word-own-currency = নিজ মুদ্রায়
report-word-quantity = পরিমাণ
report-word-average-cost = গড় খরচ
report-word-credit = ক্রেডিট
report-word-debit = ডেবিট
report-word-value = মূল্য
report-word-balance = জের
report-word-closing-balance = সমাপনী জের
report-word-opening-balance = প্রারম্ভিক জের
report-word-inter-account-transfers = হিসাবের মধ্যে স্থানান্তর
report-word-net-profit = নিট লাভ (ক্ষতি)
report-word-nothing-named = অনির্দিষ্ট
report-word-total = মোট
report-word-total-liabilities-and-equity = মোট দায় ও মালিকানা স্বত্ব
report-word-kind = লেনদেন
report-word-reference = রেফারেন্স
report-word-contact = পক্ষ
report-word-description = বিবরণ
report-word-net-sales = নিট বিক্রয়
report-word-tax-on-sales = বিক্রয়ের কর
report-word-net-purchases = নিট ক্রয়
report-word-tax-on-purchases = ক্রয়ের কর
report-word-tax-payable = প্রদেয় কর
report-word-money-in = জমা
report-word-money-out = উত্তোলন
report-word-net = নিট
report-word-tax = কর
report-word-sales = বিক্রয়
report-word-purchases = ক্রয়
report-word-income = আয়
report-word-expenses = ব্যয়
report-word-cash-balance = নগদ জের
report-word-receipts = প্রাপ্তি
report-word-amount = অঙ্ক
report-word-balance-due = বকেয়া জের
report-word-current = মেয়াদ হয়নি
report-word-days-1-30 = 1–30 দিন
report-word-days-31-60 = 31–60 দিন
report-word-days-61-90 = 61–90 দিন
report-word-days-over-90 = 90 দিনের বেশি
report-word-due-date = পরিশোধের তারিখ
report-word-exchange-differences = বিনিময় পার্থক্য
report-word-invoice-total = চালানের মোট
report-word-settled = নিষ্পন্ন
report-word-unallocated = বরাদ্দ হয়নি
report-word-payments = পরিশোধ
# What a reader must know beside the figures.
report-remark-suspense = { $count-is ->
    [one] অনিশ্চিত হিসাব: { $count }টি জায়গা পুরোপুরি দাখিল করা যায়নি। রেওয়ামিলে তার নাম আছে।
   *[other] অনিশ্চিত হিসাব: { $count }টি জায়গা পুরোপুরি দাখিল করা যায়নি। রেওয়ামিলে সেগুলোর নাম আছে।
}
report-remark-rates-unknown = { $currencies } এর বিনিময় হার নেই। হার না দেওয়া পর্যন্ত সেই মুদ্রার অঙ্ক শূন্য ধরা হয়।
report-remark-not-posted = { $count-is ->
    [one] { $count }টি নথি দাখিল করা যায়নি এবং অঙ্কে নেই।
   *[other] { $count }টি নথি দাখিল করা যায়নি এবং অঙ্কে নেই।
}
report-remark-cash-basis = নগদ ভিত্তি: চালান যখন এবং যতটা পরিশোধিত ততটাই গণনা হয়।
report-remark-rows-left-out = { $count-is ->
    [one] আরও { $count }টি সারি দেখানো হয়নি। ছোট সময়কাল বেছে নিন। মোট হিসাবে সেটি আছে।
   *[other] আরও { $count }টি সারি দেখানো হয়নি। ছোট সময়কাল বেছে নিন। মোট হিসাবে সেগুলো আছে।
}
report-remark-unclassified-accounts = { $count-is ->
    [one] { $count }টি হিসাবের হিসাব তালিকায় স্থান নেই; সেটি শ্রেণিহীন।
   *[other] { $count }টি হিসাবের হিসাব তালিকায় স্থান নেই; সেগুলো শ্রেণিহীন।
}
report-remark-negative-stock = { $item }: মজুদ শূন্যের নিচে। বাদ পড়া ক্রয় বা ভুল পরিমাণ খুঁজুন।
# Errors of what is asked.
error-report-unknown = “{ $name }” নামে কোনো প্রতিবেদন নেই। প্রতিবেদন পাতায় সবগুলোর তালিকা আছে।
error-report-key = “{ $text }” কোনো নথি বোঝায় না। তালিকা থেকে বেছে নিন।
error-report-period-reversed = সময়কাল শুরুর আগেই শেষ হয়। পরের একটি শেষ দিন বেছে নিন।
error-report-comparison = “{ $text }” এর সঙ্গে তুলনা করা যায় না। তালিকা থেকে বেছে নিন।
error-report-columns = “{ $text }” 1 থেকে 11 পর্যন্ত সংখ্যা নয়।
error-report-options = ঠিকানাটি এমন কিছু চায় যা প্রতিবেদন জানে না। প্রতিবেদন খুলে আবার বেছে নিন।
error-report-output-needed = টার্মিনালে PDF দেখানো যায় না। ফাইলের নাম দিন, অথবা আউটপুট ফাইলে পাঠান।
error-report-name-needed = প্রতিবেদনের একটি নাম লিখুন।
error-report-name-too-long = নামটি { $max } অক্ষরের বেশি লম্বা। ছোট একটি লিখুন।
error-report-name-characters = নামে এমন অক্ষর আছে যা দেখানো যায় না। লাইন বিরতি ও নিয়ন্ত্রণ অক্ষর সরান।
# The chart of the Summary.
summary-balance-sheet-today = আজকের আর্থিক অবস্থার বিবরণী
summary-profit-and-loss-year = এই অর্থবছরের লাভ-ক্ষতি
summary-twelve-months = গত বারো মাস
summary-chart-explained = প্রতি মাসের আয় ও ব্যয় দণ্ডে, নিট লাভ রেখায়।
summary-chart-empty = গত বারো মাসে কোনো আয় বা ব্যয় হয়নি।
summary-chart-figures = অঙ্কগুলো ছকে
summary-report-whole = পুরো প্রতিবেদন
