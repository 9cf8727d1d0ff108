# ইমপোর্টের আগে তুলনা, বদলানো, ফিরিয়ে নেওয়া এবং কপি।
compare-title = { $name }-এর সঙ্গে তুলনা
compare-with = কার সঙ্গে তুলনা
compare-submit = তুলনা করুন
compare-none = কোনো ব্যবসা নয়
compare-by-history = { $name } (একই পরিবর্তনের ইতিহাস)
compare-by-records = { $name } (একই রেকর্ড)
compare-by-name = { $name } (শুধু একই নাম)
compare-working = ফাইলটির সঙ্গে ব্যবসার তুলনা চলছে…
compare-same = রেকর্ড ও স্থিতি দুই দিকেই সমান।
compare-figures = যেসব অঙ্ক আলাদা
compare-figure = অঙ্ক
compare-in-business = ব্যবসায়
compare-in-file = ফাইলে
compare-difference = পার্থক্য
compare-cash = নগদ ও ব্যাংক
compare-receivables = প্রাপ্য হিসাব
compare-payables = প্রদেয় হিসাব
compare-net-profit = নিট মুনাফা
compare-figures-same = নগদ, প্রাপ্য, প্রদেয় ও নিট মুনাফা দুই দিকেই সমান।
compare-currencies = ফাইলের মূল মুদ্রা { $file }, ব্যবসার { $business }: অঙ্কগুলোর তুলনা চলে না।
compare-records = যেসব রেকর্ড আলাদা
compare-only-in-business = থাকবে না
compare-changed = আলাদা
compare-only-in-file = শুধু ফাইলে
compare-newest-only-in-business = বদলালে থাকবে না, নতুনগুলো আগে
compare-newest-changed = আলাদা, নতুনগুলো আগে
compare-newest-only-in-file = শুধু ফাইলে, নতুনগুলো আগে
compare-record = রেকর্ড
compare-date = তারিখ
history-relation-unknown = ফাইলে তুলনা করার মতো পরিবর্তনের ইতিহাস নেই।
history-relation-same = ফাইল ও ব্যবসার পরিবর্তনের ইতিহাস একই।
history-relation-nothing-since = ফাইলটি এই ব্যবসারই, আর এরপর কোনো রেকর্ড বদলায়নি।
history-relation-file-is-older = { $count-is ->
    [one] ফাইলটি পুরোনো: এরপর ব্যবসায় { $count }টি পরিবর্তন হয়েছে।
   *[other] ফাইলটি পুরোনো: এরপর ব্যবসায় { $count }টি পরিবর্তন হয়েছে।
}
history-relation-file-is-newer = { $count-is ->
    [one] ফাইলটি নতুন: এতে { $count }টি পরিবর্তন আছে যা ব্যবসায় নেই।
   *[other] ফাইলটি নতুন: এতে { $count }টি পরিবর্তন আছে যা ব্যবসায় নেই।
}
history-relation-diverged = পরিবর্তনের ইতিহাসের { $at } নম্বর এন্ট্রি পর্যন্ত দুটি একই ব্যবসা ছিল। এরপরের পরিবর্তন: ফাইলে { $file }, ব্যবসায় { $business }।
history-relation-unrelated = ফাইল ও ব্যবসা কখনো এক ছিল না: তাদের পরিবর্তনের ইতিহাস আলাদাভাবে শুরু।
replace-keep-both = দুটোই রাখুন
replace-title = “{ $name }” বদলান
replace-explanation = প্রথমে “{ $name }”-এর ব্যাকআপ তৈরি ও প্রমাণ করা হয়; তা না হলে কিছুই ইমপোর্ট হয় না। তারপর ফাইলটি তার জায়গা নেয়, আর “{ $name }” ট্র্যাশে যায়, সেখান থেকে ফিরিয়ে আনা যায়।
replace-folder = সুরক্ষা ব্যাকআপের ফোল্ডার
replace-done = “{ $name }” বদলানো হয়েছে এবং ট্র্যাশে আছে।
replace-safety = এর ব্যাকআপ প্রমাণিত: { $file }
replace-still-here = “{ $name }” এখনো তালিকায় আছে, কারণ এটি ট্র্যাশে সরানো যায়নি। কিছুই হারায়নি: দুটোই এখানে আছে।
replace-undo-offer = এটি “{ $name }”-এর জায়গা নিয়েছে, যা ট্র্যাশে আছে।
replace-undo = ফিরিয়ে নিন
replace-undo-title = “{ $name }” বদলানো ফিরিয়ে নিন
replace-undo-explanation = “{ $name }” ট্র্যাশ থেকে ফিরে আসে, আর { $file } থেকে যা এসেছিল তা সেখানে যায়।
replace-undo-changes = { $count-is ->
    [one] এরপরের { $count }টি পরিবর্তনও সঙ্গে ট্র্যাশে যাবে:
   *[other] এরপরের { $count }টি পরিবর্তনও সঙ্গে ট্র্যাশে যাবে:
}
replace-undo-anyway = ফিরিয়ে নিন; এই পরিবর্তনগুলো ট্র্যাশে যাবে
replace-undone = “{ $name }” ফিরে এসেছে। যা এর জায়গা নিয়েছিল তা ট্র্যাশে আছে।
exchange-replacement-nothing-changed = { $file } দিয়ে “{ $name }” বদলানো কিছু বদলানোর আগেই থেমে গেছে। “{ $name }” আগের মতোই আছে।
exchange-replacement-both-here = { $file } দিয়ে “{ $name }” বদলানো শেষ ধাপে থেমে গেছে। দুটোই সম্পূর্ণ এখানে আছে: আগেরটি ও ফাইলেরটি।
exchange-replacement-done = প্রোগ্রাম বন্ধ হওয়ার ঠিক আগে { $file } দিয়ে “{ $name }” বদলানো হয়েছে। আগেরটি ট্র্যাশে আছে।
exchange-undoing-nothing-changed = “{ $name }” ফিরিয়ে আনা কিছু বদলানোর আগেই থেমে গেছে। { $file } থেকে যা এসেছিল তা আগের মতোই আছে।
exchange-undoing-both-here = “{ $name }” ফিরিয়ে আনা শেষ ধাপে থেমে গেছে। দুটোই সম্পূর্ণ এখানে আছে: এটি ও { $file } থেকে আসাটি।
exchange-undoing-done = প্রোগ্রাম বন্ধ হওয়ার ঠিক আগে “{ $name }” ফিরে এসেছে। { $file } থেকে যা এসেছিল তা ট্র্যাশে আছে।
exchange-neither-here = “{ $name }” ও { $file } থেকে যা এসেছিল, কোনোটিই তালিকায় নেই। ট্র্যাশে দেখুন।
exchange-complete = এখন শেষ করুন
exchange-dismiss = এমনই থাক
exchange-seen = পড়েছি
copy-title = এই ব্যবসাটি কী?
copy-unconfirmed = এটি ফাইল থেকে আনা হয়েছে। এটি কী তা আপনি না বলা পর্যন্ত এটি কোনো ইমেইল পাঠায় না এবং নিজে থেকে কিছু করে না।
copy-is-copy = এই ব্যবসাটি একটি কপি: এটি কোনো ইমেইল পাঠায় না এবং নিজে থেকে কিছু করে না।
copy-keep-here = এখন থেকে আমি এখানেই আমার হিসাব রাখি
copy-keep-as-copy = এটি একটি কপি
copy-badge = কপি
copy-badge-unconfirmed = আনা হয়েছে
copy-emails-wait = ইমেইল আউটবক্সে অপেক্ষা করছে, কারণ এই ব্যবসা ফাইল থেকে আনা হয়েছে। এর সারসংক্ষেপে বলুন যে হিসাব এখানেই রাখা হয়, তাহলে সেগুলো পাঠানো হবে।
history-action-kept-here = এখন থেকে হিসাব এখানে
history-action-kept-as-copy = কপি হিসেবে চিহ্নিত
log-missing-title = শেষ এন্ট্রিগুলো বাদ পড়ে থাকতে পারে
log-missing = ফাইলটি অন্য প্রোগ্রামে খোলা থাকার সময় এই কপি তৈরি হয়েছে। শেষে যা লেখা হয়েছিল তা পাশের আরেকটি ফাইলে থাকতে পারে, যার নাম -wal দিয়ে শেষ। দুটি ফাইলই বেছে নিন, অথবা সেটি ছাড়াই ইমপোর্ট করুন।
log-again = দুটি ফাইলই বেছে নিন
log-accept = সেটি ছাড়াই ইমপোর্ট করুন: আমি জানি শেষ এন্ট্রিগুলো বাদ পড়তে পারে
log-file = পাশের -wal দিয়ে শেষ হওয়া ফাইল, যদি থাকে
log-file-hint = শুধু সেই ফাইলের জন্য যা অন্য প্রোগ্রামে খোলা থাকার সময় কপি করা হয়েছিল।
finding-log-applied = নতুনতম এন্ট্রিগুলো পাশের ফাইল থেকে নেওয়া হয়েছে (পৃষ্ঠা: { $pages })।
error-finding-log-applied = { finding-log-applied }
error-log-not-accepted = এই কপিতে শেষ এন্ট্রিগুলো না-ও থাকতে পারে। পাশের ফাইলটিও বেছে নিন, অথবা সেটি ছাড়াই ইমপোর্ট করার ঘরে টিক দিন।
error-log-does-not-belong = { $file }: -wal দিয়ে শেষ হওয়া ফাইলটি এর নয়। যে দুটি পাশাপাশি ছিল সেগুলো বেছে নিন।
error-safety-backup-failed = সুরক্ষা ব্যাকআপ তৈরি করা যায়নি, তাই কিছুই ইমপোর্ট বা বদল হয়নি। { $reason }
error-safety-folder = { $folder } ফোল্ডারে সুরক্ষা ব্যাকআপ রাখা যায় না। কোনো ফোল্ডারের সম্পূর্ণ পথ লিখুন।
error-no-room = { $folder }-এর ডিস্কে যথেষ্ট জায়গা নেই: { $needed-size } লাগবে, খালি আছে { $free-size }। কিছু জায়গা খালি করে আবার চেষ্টা করুন। কিছুই বদলায়নি।
error-nothing-to-undo = এখানে ফিরিয়ে নেওয়ার মতো কোনো বদল নেই।
command-replaced = { $file } দিয়ে “{ $name }” বদলানো হয়েছে। আগেরটি ট্র্যাশে আছে; এর ব্যাকআপ: { $backup }
