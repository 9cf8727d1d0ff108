# হিসাবরক্ষণের বাকি দরকার: নিজের কলাম, তালিকায় দিন, বদলানোর টেবিল।

field-LinePlacement = যেগুলির লাইনে কলাম
field-ShowInLists = তালিকায় কলাম হিসেবে দেখান
settings-custom-lines-of = { $kind }: লাইন
batch-existing = থাকা নথিগুলি এই কলামসহ ডাউনলোড করুন, বদলানোর জন্য
error-yes-or-no-needed = হ্যাঁ বা না লিখুন।
list-from = থেকে
list-to = পর্যন্ত
list-column-received = প্রাপ্ত
reports-copy-name = { $name }-এর অনুলিপি
reports-open-to-change = বিকল্প বদলাতে এটি খুলুন
reports-replace-heading = অথবা এই বিকল্পগুলি আগে সংরক্ষিত কোনো প্রতিবেদনে দিন
reports-replace = “{ $name }”-এর বিকল্প বদলান
error-report-several = “{ $name }” নামে কয়েকটি সংরক্ষিত প্রতিবেদন আছে। যেটি চান তার কী দিন, অথবা সেগুলির নাম বদলান।
