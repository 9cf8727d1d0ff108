# দল: CSV ফাইল বা সাঁটা ঘর থেকে একসঙ্গে অনেক নথি।

batch-button = একসঙ্গে তৈরি বা বদল
batch-title = একসঙ্গে: { $kind }
batch-input = সাঁটুন বা ফাইল বাছুন
batch-explained = প্রতি নথির জন্য একটি সারি, প্রথম সারিতে কলামের নাম। হিসাব, গ্রাহক, পণ্য ইত্যাদি নাম বা কোড দিয়ে লেখা হয়। যে সারির শিরোনামের কলামগুলি খালি, সেটি উপরের নথিতে একটি লাইন যোগ করে। থাকা নথি বদলাতে Key কলামে তার চাবি লিখুন।
batch-columns = কলাম: { $columns }
batch-template = এই কলামগুলির খালি টেবিল ডাউনলোড করুন
batch-paste = স্প্রেডশিট থেকে সাঁটা ঘর, বা CSV
batch-file = বা একটি CSV ফাইল
batch-check = যাচাই করুন
batch-preview = যা সংরক্ষিত হবে
batch-new = { $count-is ->
    [one] { $count }টি নতুন নথি
   *[other] { $count }টি নতুন নথি
}
batch-changed = { $count-is ->
    [one] { $count }টি বদলানো নথি
   *[other] { $count }টি বদলানো নথি
}
batch-wrong = { $count-is ->
    [one] { $count }টি নথিতে ভুল আছে। কিছুই সংরক্ষিত হয়নি; নিচে ঠিক করে আবার যাচাই করুন।
   *[other] { $count }টি নথিতে ভুল আছে। কিছুই সংরক্ষিত হয়নি; নিচে ঠিক করে আবার যাচাই করুন।
}
batch-preview-wrong = সংরক্ষণে যা বাধা
batch-sound = { $count-is ->
    [one] { $count }টি নথি সংরক্ষণ করা যেত।
   *[other] { $count }টি নথি সংরক্ষণ করা যেত।
}
batch-explained-changes = নথি বদলানোর সময় খালি ঘর যা আছে তা-ই রাখে, তবে তার লাইনগুলো পুরো দিতে হয়: যে লাইনের কথা কোনো সারিতে নেই, তা বাদ যায়।
batch-unchanged = { $count-is ->
    [one] { $count }টি নথি যেমন আছে তেমনই থাকবে
   *[other] { $count }টি নথি যেমন আছে তেমনই থাকবে
}
batch-act-none = কিছুই না
error-starting-balance-twice = এর প্রারম্ভিক জের আগে থেকেই আছে। সেটিংসে প্রারম্ভিক জেরের অধীনে সেটি বদলান।
batch-save = সব সংরক্ষণ করুন
batch-row = সারি
batch-record = নথি
batch-act = কী হবে
batch-act-new = নতুন
batch-act-change = বদল
batch-errors = ভুল
error-batch-empty = পড়ার মতো কোনো সারি নেই। কলামের নামসহ একটি শিরোনাম ও তার নিচে অন্তত একটি সারি সাঁটুন।
error-batch-too-long = একবারে সর্বোচ্চ { $rows }টি সারি হতে পারে। ভাগ করে নিন।
error-batch-unreadable = { $row } নম্বর সারি পড়া যাচ্ছে না। কোনো উদ্ধৃতিচিহ্ন খোলা রয়ে গেছে কি না দেখুন।
error-batch-not-utf-8 = ফাইলটি UTF-8 নয়। “CSV UTF-8” হিসেবে সংরক্ষণ করে আবার বাছুন।
error-batch-key-unknown = { $key } চাবির এমন কোনো নথি নেই। নতুন নথির জন্য Key কলাম খালি রাখুন।
error-batch-column-unknown = “{ $column }” নামে কোনো ঘর নেই। কলামের নাম বদলান বা কলামটি বাদ দিন।
