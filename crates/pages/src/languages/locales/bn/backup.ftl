# ব্যাকআপ তৈরি, যেকোনো ফাইল যাচাই।
backup-title = ব্যাকআপ
backup-heading = ব্যাকআপ নিন: { $name }
backup-explanation = ব্যাকআপ হলো একটি ফাইল, যাতে পুরো ব্যবসাটি থাকে। এটি এই কম্পিউটারের বাইরে কোথাও রাখুন।
backup-file-name = ফাইলের নাম
backup-file-name-hint = .manager এক্সটেনশন না থাকলে নিজে থেকেই যোগ হয়।
backup-contents = এতে যা আছে
backup-attachments = সংযুক্তিসমূহ
backup-attachments-hint = সব রেকর্ডের সব ফাইল
backup-emails = ইমেইল
backup-emails-hint = প্রোগ্রাম থেকে পাঠানো সব ইমেইল
backup-history = পরিবর্তনের ইতিহাস
backup-history-hint = প্রতিটি পরিবর্তন, কে ও কখন, আগে ও পরে
backup-history-left-out = পরিবর্তনের ইতিহাস ছাড়া এই কপি অডিট ট্রেইল হিসেবে ব্যবহার করা যাবে না।
backup-records-always = রেকর্ডগুলো সবসময়ই এতে থাকে।
backup-unticking = টিক তুলে দিলে ফাইল ছোট হয়। এতে শুধু কপিটি বদলায়, আপনার খাতাপত্র কখনো নয়।
backup-plain = অসংকুচিত, অন্য প্রোগ্রামের জন্য
backup-plain-hint = সাধারণ SQLite ডেটাবেস, যা অন্য প্রোগ্রাম খুলতে পারে।
backup-section-size = { $size }
backup-section-files = { $count-is ->
    [one] { $count }টি ফাইল, { $size }
   *[other] { $count }টি ফাইল, { $size }
}
backup-section-emails = { $count-is ->
    [one] { $count }টি ইমেইল, { $size }
   *[other] { $count }টি ইমেইল, { $size }
}
backup-section-changes = { $count-is ->
    [one] { $count }টি পরিবর্তন, { $size }
   *[other] { $count }টি পরিবর্তন, { $size }
}
backup-section-empty = কিছু নেই
backup-submit = ব্যাকআপ নিন
backup-progress-title = ব্যাকআপ তৈরি হচ্ছে
backup-progress-collecting = খাতাপত্রের কপি হচ্ছে…
backup-progress-writing = লেখা হচ্ছে: { $count-is ->
    [one] { $count }টি রেকর্ড
   *[other] { $count }টি রেকর্ড
}
backup-progress-compressing = সংকুচিত করা হচ্ছে…
backup-progress-verifying = যাচাই করতে আবার পড়া হচ্ছে…
backup-done-title = ব্যাকআপ প্রস্তুত
backup-done = { $file } লেখা হয়েছে, আবার পড়া হয়েছে এবং আপনার খাতাপত্রের সঙ্গে মেলানো হয়েছে। এটি অক্ষত।
backup-done-partial = { $file } লেখা হয়েছে এবং আবার পড়া হয়েছে। আপনি যা বাদ দিয়েছেন তা এতে লেখা আছে।
backup-download = { $file } ডাউনলোড করুন
backup-download-starts = ডাউনলোড নিজে থেকেই শুরু হয়। না হলে বোতামটি চাপুন।
backup-again = আরেকটি ব্যাকআপ নিন
backup-failed = ব্যাকআপ তৈরি করা যায়নি। আপনার খাতাপত্র অপরিবর্তিত আছে।
backup-content-digest = বিষয়বস্তুর ফিঙ্গারপ্রিন্ট
backup-content-digest-hint = একই বিষয়বস্তুর ফিঙ্গারপ্রিন্ট একই হয়, প্রতিটি সংস্করণে এবং প্রতিটি ইমপোর্টের পরে।
backup-file-digest = ফাইলের ফিঙ্গারপ্রিন্ট
backup-last = সর্বশেষ ব্যাকআপ
backup-last-none = এই ব্যবসার এখনো কোনো ব্যাকআপ নেই।
backup-list-title = আগের ব্যাকআপ
backup-column-file = ফাইল
backup-column-made = কখন তৈরি
backup-column-size = আকার
backup-column-contents = বিষয়বস্তু
backup-left-out = ইচ্ছা করে বাদ দেওয়া: { $sections }
backup-everything = সবকিছু
backup-records = রেকর্ড
verify-title = ফাইল যাচাই করুন
verify-explanation = যেকোনো .manager ফাইল বাছুন। এটি পড়ে যাচাই করা হয়; কিছুই বদলায় না বা ইমপোর্ট হয় না।
verify-submit = যাচাই করুন
verify-result-whole = অক্ষত। এর সবকিছু এর বিবরণতালিকার সঙ্গে মেলে।
verify-result-whole-partial = অক্ষত, তবে কিছু ইচ্ছা করে বাদ দেওয়া হয়েছে: { $sections }।
verify-result-altered = পরিবর্তিত। এর বিষয়বস্তু এর বিবরণতালিকার সঙ্গে মেলে না।
verify-result-nothing-to-compare = পড়া যায়। প্রস্তুতকারী মেলানোর মতো কিছু লিখে রাখেনি, তাই এটি সম্পূর্ণ কি না প্রমাণ করা যায় না।
verify-result-not-a-backup = এটি এমন ব্যাকআপ নয় যা এই সংস্করণ পড়তে পারে।
verify-made-by = { $program } দিয়ে তৈরি, { $when }
verify-section = অংশ
verify-section-present = আছে
verify-section-left-out = ইচ্ছা করে বাদ দেওয়া
verify-section-missing = নেই
verify-section-matches = মেলে
verify-section-differs = মেলে না
verify-section-empty = খালি
verify-history-head = সবচেয়ে নতুন পরিবর্তন
verify-findings = যাচাইয়ের ফলাফল
verify-no-findings = উল্লেখ করার মতো কিছু নেই।
verify-form = ফাইলের রূপ
verify-not-checked = দাখিলাগুলো সত্য কি না তা যাচাই করা হয়নি।
form-plain = SQLite ডেটাবেস, অসংকুচিত
form-zstandard = সংকুচিত (Zstandard)
form-gzip = সংকুচিত (gzip)
form-zip = zip ফাইলের ভেতরে
form-age = এনক্রিপ্ট করা (age)
