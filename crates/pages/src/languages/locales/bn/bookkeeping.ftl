# হিসাবরক্ষণের বাকি দরকার: নিজের কলাম, তালিকায় দিন, বদলানোর টেবিল।

field-LinePlacement = যেগুলির লাইনে কলাম
settings-custom-lines-of = { $kind }: লাইন
batch-existing = থাকা নথিগুলি এই কলামসহ ডাউনলোড করুন, বদলানোর জন্য
error-yes-or-no-needed = হ্যাঁ বা না লিখুন।
list-from = থেকে
list-to = পর্যন্ত
