# তালিকা, রেকর্ড, ফরম, সংযুক্তি।
list-new = নতুন: { $kind }
list-count = { $count-is ->
    [one] { $count }টি রেকর্ড
   *[other] { $count }টি রেকর্ড
}
list-empty = এখানে এখনো কিছু নেই।
list-inactive = নিষ্ক্রিয়
list-show-inactive = নিষ্ক্রিয়গুলোও দেখান
list-column-status = অবস্থা
list-column-balance = জের
list-column-total = মোট
list-column-amount = টাকার পরিমাণ
list-column-changed = পরিবর্তিত
list-column-attachments = সংযুক্তিসমূহ
list-column-actions = কাজ
list-without-date = তারিখ নেই
list-without-name = নাম নেই
record-view = দেখুন
record-edit = সম্পাদনা করুন
record-history = পরিবর্তনের ইতিহাস
record-attachments = সংযুক্তিসমূহ
record-new-title = নতুন: { $kind }
record-edit-title = সম্পাদনা: { $kind }
record-created = { $name } তৈরি করা হয়েছে।
record-saved = { $name } সংরক্ষণ করা হয়েছে।
record-deleted = { $name } মুছে ফেলা হয়েছে। যা ছিল তা পরিবর্তনের ইতিহাসে আছে।
record-delete-question = { $name } মুছে ফেলবেন? যা ছিল তা পরিবর্তনের ইতিহাসে থাকবে।
record-in-use = { $name } অন্য রেকর্ডে ব্যবহৃত হচ্ছে, তাই মুছে ফেলা যাবে না।
record-used-by = { $count-is ->
    [one] { $count }টি রেকর্ডে ব্যবহৃত
   *[other] { $count }টি রেকর্ডে ব্যবহৃত
}
record-changed-at = সর্বশেষ পরিবর্তন: { $when }
record-key = চাবি
record-kind = ধরন
record-content-type = বিষয়বস্তুর ধরন
record-custom-fields = নিজস্ব ক্ষেত্র
record-other-fields = অন্যান্য ক্ষেত্র
record-not-understood = এখনো বোঝা যায়নি
record-not-understood-explained = এই সংস্করণ রেকর্ডের এই অংশগুলো বোঝে না। যেমন এসেছিল ঠিক তেমনই রাখা আছে, এবং প্রতিটি ব্যাকআপে যায়।
record-unknown-field = ক্ষেত্র { $number }
record-unknown-kind = অজানা ধরনের রেকর্ড
record-unknown-kind-explained = এই সংস্করণ এই ধরনের রেকর্ড চেনে না। যেমন এসেছিল ঠিক তেমনই রাখা আছে।
record-damaged = ক্ষতিগ্রস্ত রেকর্ড
record-damaged-explained = এই রেকর্ডের বিষয়বস্তু পড়া যায় না। এর বাইটগুলো যেমন এসেছিল তেমনই রাখা আছে, এবং এটি খতিয়ানভুক্ত হয় না।
record-form-defaults = ফরমের পূর্বনির্ধারিত মান
record-form-defaults-explained = এই ধরনের নতুন রেকর্ড এগুলো দিয়ে শুরু হয়। এটি কোনো দাখিলা নয়।
record-missing-reference = পাওয়া যায়নি ({ $key })
record-code-shown-as-text = এই লেখায় ওয়েব পাতার কোড আছে। এটি শুধু লেখা হিসেবে দেখানো হয়, কখনো চালানো হয় না।
record-raw = যেভাবে সংরক্ষিত
record-raw-bytes = { $count-is ->
    [one] { $count } বাইট ডেটা
   *[other] { $count } বাইট ডেটা
}
record-postings = খতিয়ানভুক্তি
record-not-posted = এই রেকর্ড থেকে কোনো খতিয়ানভুক্তি হয় না।
record-edit-keeps-rest = যে ক্ষেত্রগুলো এই ফরমে নেই, সেগুলো যেমন আছে তেমনই থাকে।
record-changed-meanwhile = আপনি খোলার পর অন্য কেউ এই রেকর্ড বদলেছেন। আপনারটি সংরক্ষণের আগে তাঁরটি দেখে নিন।
form-lines = সারি
form-totals = মোট
form-total-debit = মোট ডেবিট
form-total-credit = মোট ক্রেডিট
form-difference = পার্থক্য
form-balanced = মিলেছে
form-not-balanced = ডেবিট ও ক্রেডিটের পার্থক্য { $amount }। এই পার্থক্য অনিশ্চিত হিসাবে থাকবে।
form-subtotal = উপমোট
form-tax = কর
form-discount = ছাড়
form-rounding = পূর্ণাঙ্ককরণ
form-withholding-tax = উৎসে কর কর্তন
form-total = মোট
form-amounts-include-tax = পরিমাণে কর অন্তর্ভুক্ত
form-inactive = নিষ্ক্রিয়
form-inactive-hint = নিষ্ক্রিয় রেকর্ড রাখা থাকে, কিন্তু ফরমে দেখানো হয় না।
form-choose-account = হিসাব বাছুন
form-choose-customer = গ্রাহক বাছুন
form-choose-supplier = সরবরাহকারী বাছুন
form-choose-bank-account = ব্যাংক বা নগদান হিসাব বাছুন
form-new-customer = নতুন গ্রাহক
form-new-supplier = নতুন সরবরাহকারী
form-new-bank-account = নতুন ব্যাংক বা নগদান হিসাব
form-new-journal-entry = নতুন জাবেদা দাখিলা
form-new-receipt = নতুন প্রাপ্তি
form-new-payment = নতুন পরিশোধ
form-account-or-party = হিসাব
form-reference-hint = খালি রাখুন, অথবা কাগজের নথির নম্বর লিখুন।
contact-other = অন্যান্য
contact-customer = গ্রাহক
contact-supplier = সরবরাহকারী
contact-paid-by = পরিশোধকারী
contact-payee = প্রাপক
contact-received-in = যে হিসাবে গৃহীত
contact-paid-from = যে হিসাব থেকে পরিশোধিত
status-cleared = নিকাশিত
status-pending = অপেক্ষমাণ
status-on-the-same-date = একই তারিখে
status-on-a-later-date = পরের কোনো তারিখে
status-active = সক্রিয়
status-inactive = নিষ্ক্রিয়
status-paid = পুরো পরিশোধিত
status-unpaid = অপরিশোধিত
status-overdue = মেয়াদ পেরিয়েছে
status-cancelled = বাতিল
due-date-net = { $count-is ->
    [one] ইস্যুর { $count } দিন পরে পরিশোধ্য
   *[other] ইস্যুর { $count } দিন পরে পরিশোধ্য
}
due-date-by = { $date } এর মধ্যে
discount-percentage = শতকরা হার
discount-amount = টাকার পরিমাণ
side-debit = ডেবিট
side-credit = ক্রেডিট
group-income = আয়
group-expense = ব্যয়
attachments-title = সংযুক্তিসমূহ
attachments-add = ফাইল যোগ করুন
attachments-add-hint = এক বা একাধিক ফাইল বাছুন, অথবা এখানে এনে ছাড়ুন।
attachments-upload = আপলোড করুন
attachments-empty = কোনো সংযুক্তি নেই।
attachments-count = { $count-is ->
    [one] { $count }টি ফাইল
   *[other] { $count }টি ফাইল
}
attachments-added = { $count-is ->
    [one] { $count }টি ফাইল যোগ করা হয়েছে।
   *[other] { $count }টি ফাইল যোগ করা হয়েছে।
}
attachments-removed = { $name } সরানো হয়েছে। পরিবর্তনের ইতিহাসে এর উল্লেখ আছে।
attachments-remove-question = এই রেকর্ড থেকে { $name } ফাইলটি সরাবেন?
attachments-column-name = ফাইলের নাম
attachments-column-size = আকার
attachments-column-added = যোগ করা হয়েছে
attachments-column-record = রেকর্ড
attachments-view = দেখুন
attachments-download = ডাউনলোড করুন
attachments-limit = প্রতি ফাইলে সর্বোচ্চ { $size }।
attachments-never-run = ফাইল দেখানো বা ডাউনলোড করা হয়, কখনো চালানো হয় না।
attachments-legacy-image = পুরোনো সংস্করণে রাখা ছবি
attachments-without-file = ফাইলটি নিজে এখানে নেই
form-built-in = অন্তর্নির্মিত
form-place-as-it-is = যেমন আছে তেমনই রাখুন
leftover-field = ক্ষেত্র
leftover-written-as = যে রূপে লেখা
leftover-size = আকার
leftover-content = বিষয়বস্তু
leftover-expected = এখানে প্রত্যাশিত: { $shape }
leftover-perhaps = সম্ভবত:
wire-varint = পূর্ণ সংখ্যা
wire-fixed64 = আট বাইট
wire-fixed32 = চার বাইট
wire-bytes = বাইট
wire-length-delimited = বাইট
wire-message = ক্ষেত্রের গুচ্ছ
wire-group = ক্ষেত্রের গুচ্ছ
wire-text = লেখা
choice-net = ইস্যুর পরের দিন
choice-by = নির্দিষ্ট তারিখে
choice-singleline = এক লাইন
choice-paragraph = অনুচ্ছেদ
choice-dropdownlist = ড্রপ-ডাউন তালিকা
choice-uninvoiced = চালান হয়নি
choice-invoiced = চালান হয়েছে
choice-writtenoff = অবলোপিত
choice-zero = শূন্য
choice-total = সম্পূর্ণ
choice-custom = নিজস্ব হার
choice-singlerate = একক হার
choice-multiplerates = একাধিক হার
choice-expenses = { account-Expenses }
choice-subgroup = উপ-শ্রেণি
