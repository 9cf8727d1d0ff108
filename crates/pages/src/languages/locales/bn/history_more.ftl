# ইতিহাস: ফিরিয়ে নেওয়া, আগের রূপ দেখা, রপ্তানি ও যাচাই।
history-undo = এই পরিবর্তন ফিরিয়ে নিন
history-bring-back = ফিরিয়ে আনুন
history-undo-question-change = পরিবর্তন { $number } ({ $what }) ফিরিয়ে নেওয়া হবে: রেকর্ডে আগে যা ছিল তা-ই ফিরে আসবে।
history-undo-question-create = পরিবর্তন { $number } ({ $what }) ফিরিয়ে নেওয়া হবে: রেকর্ডটি তার ফাইলসহ মুছে ফেলা হবে।
history-undo-question-delete = পরিবর্তন { $number } ({ $what }) ফিরিয়ে নেওয়া হবে: রেকর্ডটি ফিরে আসবে, তার সঙ্গে মোছা ফাইলগুলোসহ।
history-undo-adds = কিছুই মুছে যায় না: ফিরিয়ে নিলে ইতিহাসে একটি নতুন সারি যোগ হয়।
history-undo-would = ফিরিয়ে নিলে যা বদলাবে
history-undo-since = এর পরে যা বদলেছে
error-undo-changed-since = এই রেকর্ডটি এর পরে আবার বদলানো হয়েছে। আগে পরের পরিবর্তনগুলো ফিরিয়ে নিন, সবচেয়ে নতুনটি থেকে শুরু করে, অথবা রেকর্ডটি সম্পাদনা করুন।
error-undo-no-record = এই সারি কোনো রেকর্ডের পরিবর্তন নয়; ফিরিয়ে নেওয়ার কিছু নেই।
history-as-it-was-before = আগে যেমন ছিল
history-as-it-was-after = পরে যেমন ছিল
history-as-at-title = { $name }, যেমন ছিল
history-as-at-explained = পরিবর্তন { $number }-এর পরে যেমন ছিল, { $when }। এই পাতা শুধু পড়ার জন্য।
history-as-at-first = ইতিহাসে লেখা প্রথম পরিবর্তনের আগে যেমন ছিল। এই পাতা শুধু পড়ার জন্য।
history-as-at-none = সেই সময় এই রেকর্ডটি ছিল না।
history-as-at-today = এখন যেমন আছে
history-export-csv = CSV
history-export-json = JSON
history-verify = যাচাই করুন
history-fact-undoes = যে পরিবর্তন ফিরিয়ে নেয়
history-fact-history-head = ফাইলের সবচেয়ে নতুন পরিবর্তন
history-fact-history-digest = ফাইলের ইতিহাসের ছাপ
history-fact-file-sha256 = ফাইলের ছাপ (SHA-256)
history-fact-file-form = ফাইলের ধরন
history-fact-other-changes = অন্য প্রোগ্রামের পরিবর্তন
history-fact-head-now = সেই সময়ের সবচেয়ে নতুন পরিবর্তন
history-fact-records-digest = সব রেকর্ডের ছাপ
verify-page-title = যাচাই
verify-agrees = যা কিছু যাচাই করা হয়েছে, সবই ইতিহাসের সঙ্গে মেলে।
verify-altered = { $count-is ->
    [one] { $count }টি বিষয় ইতিহাসের সঙ্গে মেলে না।
   *[other] { $count }টি বিষয় ইতিহাসের সঙ্গে মেলে না।
}
verify-checked = যা যাচাই করা হয়েছে
verify-entries = প্রথম থেকে সবচেয়ে নতুন পর্যন্ত দেখা পরিবর্তন
verify-installations = যেসব ইনস্টলেশন এগুলো লিখেছে
verify-records = রেকর্ড
verify-by-entry = শেষ পরিবর্তনের সঙ্গে মেলানো
verify-sealed = ইমপোর্টের সিলমোহরের সঙ্গে মেলানো
verify-attachments = নিজের রেকর্ডের সঙ্গে মেলানো ফাইল
verify-backups = আগের ব্যাকআপ
verify-backups-none = আগের কোনো ব্যাকআপ জানা নেই।
verify-backups-agree = { $count-is ->
    [one] ইতিহাস আপনার { $count }টি ব্যাকআপের { $agreeing }টির সঙ্গে মেলে।
   *[other] ইতিহাস আপনার { $count }টি ব্যাকআপের { $agreeing }টির সঙ্গে মেলে।
}
verify-files = পড়া ব্যাকআপ ফাইল
verify-passed-over = এই ব্যবসার ব্যাকআপ নয়, অথবা পড়া যায় না: { $file }
verify-imports = ইমপোর্ট
verify-other-changes = অন্য প্রোগ্রামের পরিবর্তন
verify-seal = সিলমোহর
verify-seal-agrees = মেলে
verify-seal-broken = ভাঙা
verify-seal-not-compared = মেলানো হয়নি
verify-clock = { $count-is ->
    [one] ঘড়ি { $count } বার পিছিয়েছে। শুধু এটি কারচুপির চিহ্ন নয়।
   *[other] ঘড়ি { $count } বার পিছিয়েছে। শুধু এটি কারচুপির চিহ্ন নয়।
}
verify-clock-step = পরিবর্তন { $number }: { $before } থেকে পিছিয়ে { $after }
verify-sides = আগে: ইতিহাস যা বলে। পরে: ব্যবসায় এখন যা আছে।
verify-among = { $count-is ->
    [one] এটি তার দলের { $count }টি রেকর্ড।
   *[other] এটি { $count }টি রেকর্ডের একটি; কোনটি তা বলা যায় না।
}
verify-field = { $field }: ইতিহাসে { $before }, পাওয়া গেছে { $after }
verify-more = { $count-is ->
    [one] আরও { $count }টি দেখানো হয়নি।
   *[other] আরও { $count }টি দেখানো হয়নি।
}
verify-fault-chain-gap = কিছু পরিবর্তন নেই: { $expected } নম্বর থাকার কথা, সেখানে আছে { $found }।
verify-fault-chain-unlinked = পরিবর্তন { $number } তার আগেরটির পরে আসে না: সারি বদলানো বা সরানো হয়েছে।
verify-fault-chain-altered = পরিবর্তন { $number } পাল্টে ফেলা হয়েছে।
verify-fault-history-unreadable = ইতিহাস পড়া যায় না: { $reason }
verify-fault-history-empty = ইতিহাস খালি, অথচ প্রতিটি ব্যবসা একটি সারি দিয়ে শুরু হয়।
verify-fault-record-altered = { $name } প্রোগ্রামের বাইরে বদলানো হয়েছে: পরিবর্তন { $number } যেমন রেখেছিল তেমন নেই।
verify-fault-record-vanished = { $name } পরিবর্তন { $number }-এর পরে প্রোগ্রামের বাইরে সরানো হয়েছে।
verify-fault-record-returned = { $name } এখানে আছে, অথচ পরিবর্তন { $number } এটি মুছে ফেলেছিল।
verify-fault-record-without-history = { $name } প্রোগ্রামের বাইরে ঢোকানো হয়েছে: কোনো পরিবর্তনে এর কথা নেই।
verify-fault-sealed-record-altered = { $name } পরিবর্তন { $number }-এর ইমপোর্টের সঙ্গে এসেছে এবং তার পরে প্রোগ্রামের বাইরে বদলানো হয়েছে।
verify-fault-sealed-record-vanished = { $count-is ->
    [one] পরিবর্তন { $number }-এর ইমপোর্টের সঙ্গে আসা { $count }টি রেকর্ড প্রোগ্রামের বাইরে সরানো হয়েছে।
   *[other] পরিবর্তন { $number }-এর ইমপোর্টের সঙ্গে আসা { $count }টি রেকর্ড প্রোগ্রামের বাইরে সরানো হয়েছে।
}
verify-fault-seal-broken = পরিবর্তন { $number }-এর ইমপোর্টের সঙ্গে আসা রেকর্ডগুলো আগের মতো নেই।
verify-fault-other-history-altered = { $file }-এর সঙ্গে আসা অন্য প্রোগ্রামের পরিবর্তনগুলো আগের মতো নেই।
verify-fault-attachment-altered = { $name } ফাইলটি সেটি নয় যেটি যোগ করা হয়েছিল।
verify-fault-email-altered = ইমেইল “{ $name }” যেটি পাঠানো হয়েছিল সেটি নয়: তার প্রেরক, প্রাপক, বিষয় বা বার্তা বদলানো হয়েছে।
verify-fault-email-missing = ইমেইল { $name } নেই: ইতিহাসে তার কথা আছে।
verify-fault-head-beyond = ইতিহাস কেটে ফেলা হয়েছে, অথবা এখানে একটি পুরনো কপি আছে: { $file } ব্যাকআপে { $number } পর্যন্ত পরিবর্তন আছে।
verify-fault-head-disagrees = ইতিহাস নতুন করে লেখা হয়েছে: { $file } ব্যাকআপে পরিবর্তন { $number } অন্য।
verify-unchecked-title = যা যাচাই করা হয়নি
verify-unchecked-truth = যা লেখা হয়েছে তা সত্য কি না, এবং যাঁর নাম আছে তিনিই কিবোর্ডে ছিলেন কি না।
verify-unchecked-timestamps = প্রতিটি রেকর্ডের পাশে রাখা সময়; ইতিহাসের নিজের সময় আছে।
verify-unchecked-profile = ব্যবসার নাম, দেশ ও সময় অঞ্চল।
verify-unchecked-carried-tables = অন্য প্রোগ্রামের সারণি, যা না বুঝে রাখা হয়।
verify-unchecked-emails = আগের সংস্করণ থেকে পাঠানো ইমেইলের প্রেরক, প্রাপক, বিষয় ও বার্তা: সেগুলোর এন্ট্রিতে কোনো ডাইজেস্ট নেই।
verify-unchecked-attachment-bytes = যোগ করা প্রতিটি ফাইলের প্রতিটি বাইট; “tijori verify” সব পড়ে।
verify-unchecked-unsealed-import = পুরনো সংস্করণের ইমপোর্টের রেকর্ড, যা কোনো সিলমোহর রাখেনি।
verify-unchecked-other-program = ইমপোর্টের আগে অন্য প্রোগ্রাম যা লিখেছিল: শুধু প্রমাণ করা যায় যে তার পরে কিছু বদলায়নি।
verify-unchecked-no-heads-outside = ব্যবসার বাইরে রাখা ছাপ: এখানে কোনোটি জানা নেই। একটি ব্যাকআপ নিন এবং অন্য কোথাও রাখুন।
verify-unchecked-backups-without-head = পুরনো সংস্করণের ব্যাকআপ, যা লিখত না ইতিহাস কোথায় শেষ হয়েছিল।
verify-unchecked-backup-files = অন্য কোথাও রাখা ব্যাকআপ ফাইল; কোথায় আছে বললে “tijori verify” সেগুলো মেলায়।
error-action-unknown = { $name } নামে কোনো কাজ নেই।
