# ব্যবসা ইমপোর্ট: বাছুন, যাচাই করুন, দেখুন, ইমপোর্ট করুন।
import-title = ব্যবসা ইমপোর্ট করুন
import-explanation = একটি ব্যাকআপ বা যেকোনো .manager ফাইল বাছুন। কিছু ইমপোর্ট হওয়ার আগে আপনি দেখবেন এতে কী আছে।
import-file = ফাইল
import-file-hint = ফাইলটি বাছুন, অথবা এখানে এনে ছাড়ুন।
import-check = ফাইলটি যাচাই করুন
import-safe = ইমপোর্ট কখনো কিছু মুছে লেখে না: আপনার ব্যবসাগুলোর পাশে একটি নতুন ব্যবসা তৈরি হয়।
import-progress-title = ইমপোর্ট চলছে
import-progress-receiving = ফাইল আসছে…
import-progress-checking = ফাইল যাচাই হচ্ছে…
import-progress-importing = ইমপোর্ট হচ্ছে: { $count-is ->
    [one] { $count }টি রেকর্ড
   *[other] { $count }টি রেকর্ড
}
import-progress-proving = ফলাফল ফাইলের সঙ্গে মেলানো হচ্ছে…
import-preview-title = এই ফাইলে যা আছে
import-preview-file = { $file }, { $size }
import-preview-name = ব্যবসা প্রতিষ্ঠানের নাম
import-preview-form = রূপ
import-preview-made = কখন তৈরি
import-preview-made-by = কী দিয়ে তৈরি
import-preview-version = ডেটার সংস্করণ
import-preview-currency = মূল মুদ্রা
import-preview-records = রেকর্ড
import-preview-kinds = ধরন অনুযায়ী রেকর্ড
import-preview-kind = ধরন
import-preview-number = সংখ্যা
import-preview-attachments = সংযুক্তিসমূহ
import-preview-emails = ইমেইল
import-preview-history = পরিবর্তনের ইতিহাস
import-preview-present = আছে
import-preview-left-out = ব্যাকআপ নেওয়ার সময় ইচ্ছা করে বাদ দেওয়া
import-preview-not-in-file = এই ফাইলে নেই
import-preview-other-tables = অন্যান্য সারণি, যেমন আছে তেমনই রাখা
import-preview-unknown = অজানা, তবে রাখা হয়েছে
import-preview-unknown-explained = এই সংস্করণ এই অংশগুলো চেনে না। যেমন আছে ঠিক তেমনই রাখা হয়, এবং প্রতিটি ব্যাকআপে যায়।
import-preview-unknown-kinds = { $count-is ->
    [one] অজানা ধরনের { $count }টি রেকর্ড
   *[other] অজানা ধরনের { $count }টি রেকর্ড
}
import-preview-unknown-fields = { $count-is ->
    [one] { $count }টি অজানা ক্ষেত্র
   *[other] { $count }টি অজানা ক্ষেত্র
}
import-preview-damaged = { $count-is ->
    [one] { $count }টি ক্ষতিগ্রস্ত রেকর্ড: এর বাইট রাখা আছে, খতিয়ানভুক্ত হয় না
   *[other] { $count }টি ক্ষতিগ্রস্ত রেকর্ড: এদের বাইট রাখা আছে, খতিয়ানভুক্ত হয় না
}
import-preview-scripts = { $count-is ->
    [one] { $count }টি রেকর্ডে ওয়েব পাতার কোড আছে। এটি শুধু লেখা হিসেবে দেখানো হয়, কখনো চালানো হয় না।
   *[other] { $count }টি রেকর্ডে ওয়েব পাতার কোড আছে। এটি শুধু লেখা হিসেবে দেখানো হয়, কখনো চালানো হয় না।
}
import-preview-findings = যাচাইয়ের ফলাফল
import-preview-no-findings = অস্বাভাবিক কিছু পাওয়া যায়নি।
import-preview-legacy = এই ফাইলের পরিবর্তনের ইতিহাসে হ্যাশ শৃঙ্খল নেই। যেমন এসেছে তেমনই রাখা হয়; আজকের আগের অংশ যাচাই করা যায় না।
import-preview-newer = এই ফাইলটি নতুনতর সংস্করণে তৈরি। যা বোঝা যায়নি তা ঠিক তেমনই রাখা হয়।
import-name = যে নামে ইমপোর্ট হবে
import-name-hint = এই নামের একটি ব্যবসা এখানে আগে থেকেই আছে, তাই অন্য নাম প্রস্তাব করা হয়েছে।
import-time-zone = সময় অঞ্চল
import-submit = ইমপোর্ট করুন
import-cancel = ইমপোর্ট করবেন না
import-cancelled = কিছুই ইমপোর্ট হয়নি।
import-done = “{ $name }” ইমপোর্ট হয়েছে।
import-done-title = ইমপোর্ট হয়েছে ও প্রমাণিত
import-done-equal = যা ইমপোর্ট হয়েছে তা শেষ বাইট পর্যন্ত ফাইলের সমান।
import-done-records = { $count-is ->
    [one] { $count }টি রেকর্ড
   *[other] { $count }টি রেকর্ড
}
import-done-attachments = { $count-is ->
    [one] { $count }টি সংযুক্তি
   *[other] { $count }টি সংযুক্তি
}
import-done-emails = { $count-is ->
    [one] { $count }টি ইমেইল
   *[other] { $count }টি ইমেইল
}
import-done-history = { $count-is ->
    [one] পরিবর্তনের ইতিহাসে { $count }টি পরিবর্তন
   *[other] পরিবর্তনের ইতিহাসে { $count }টি পরিবর্তন
}
import-done-trial-balance = রেওয়ামিল: ডেবিট { $debit }, ক্রেডিট { $credit }
import-open = ব্যবসাটি খুলুন
import-failed = ফাইলটি ইমপোর্ট হয়নি। কিছুই বদলায়নি।
import-compare = মিলিয়ে দেখুন
finding-level-information = টীকা
finding-level-warning = সতর্কতা
finding-level-error = ত্রুটি
import-preview-no-manifest = এই ফাইলে লেখা নেই
import-preview-totals = রেওয়ামিল
finding-damaged-record = একটি রেকর্ড ক্ষতিগ্রস্ত: এর বাইট রাখা আছে, এবং এটি খতিয়ানভুক্ত হয় না।
finding-wal-copy = অন্য প্রোগ্রামে খোলা থাকা অবস্থায় ফাইলটি কপি হয়েছে; সবচেয়ে নতুন পরিবর্তন বাদ থাকতে পারে।
finding-code-dropped = ডেটাবেসে কোড ছিল ({ $name })। সেটি বাদ দেওয়া হয়েছে, কখনো চালানো হয়নি।
finding-extra-column = সারণি { $table } এ একটি অজানা কলাম { $column } আছে। সেটি রাখা হয়েছে।
finding-unknown-table = সারণি { $table } জানা নেই। যেমন আছে তেমনই রাখা হয়েছে।
finding-utf16-text = এই ডেটাবেসের লেখা অন্যভাবে (UTF-16) রাখা। কিছু না হারিয়ে রূপান্তর করা হয়েছে।
finding-overwritten = একটি রেকর্ডের ভেতরের বাইট বদলে গেছে। এটি যেমন এসেছে তেমনই রাখা আছে, এবং খতিয়ানভুক্ত হয় না।
finding-attachment-altered = একটি সংযুক্তির বিষয়বস্তু যা যুক্ত করা হয়েছিল তা নয়।
finding-attachment-missing = ফাইলে একটি সংযুক্তির বিষয়বস্তু নেই; এর সম্পর্কে যা জানা আছে তা রাখা হয়েছে।
finding-attachment-without-record = এমন একটি সংযুক্তির বিষয়বস্তু আছে যার উল্লেখ কোনো রেকর্ডে নেই। সেটি রাখা হয়েছে।
finding-odd-rows = { $table } সারণির { $rows }টি সারি তার নিয়ম মানে না। সেগুলো যেমন আছে তেমনই রাখা হয়েছে এবং রেকর্ড হিসেবে দেখানো যায় না।
finding-unreadable-record = একটি রেকর্ডের কোনো তারিখ, অঙ্ক বা কী পড়া যায় না। রেকর্ডটি যেমন আছে তেমনই রাখা হয়েছে, এবং এটি খতিয়ানভুক্ত হয়নি।
