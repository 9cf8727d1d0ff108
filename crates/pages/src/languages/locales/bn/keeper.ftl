# ব্যাকআপ যত্নে রাখা: নিজে থেকে তৈরি ব্যাকআপ, সেগুলোর জায়গা, আর সেখানে কী গোলমাল হতে পারে।

progress-storing = জায়গামতো রাখা হচ্ছে
progress-fetching = জায়গা থেকে পড়া হচ্ছে
progress-waiting = অন্য কাজ শেষ হওয়ার অপেক্ষা
history-fact-places = জায়গা
history-fact-schedule = সময়সূচি

error-place-file-not-found = { $place }: { $file } ফাইলটি সেখানে নেই। জায়গাটি আবার দেখুন; কেউ হয়তো সরিয়েছে।
error-place-file-exists = { $place }: { $file } ফাইলটি সেখানে আগে থেকেই আছে। যেমন ছিল তেমনই রাখা হয়েছে।
error-place-vanished = { $place }: ফোল্ডারটি নেই, অথবা যেটি প্রস্তুত করা হয়েছিল এটি সেটি নয়। এর ডিস্ক লাগিয়ে আবার চেষ্টা করুন।
error-place-full = { $place }: আর জায়গা নেই। সেখানে জায়গা খালি করুন, অথবা অন্য জায়গা বাছুন।
error-place-denied = { $place }: ঢুকতে দেওয়া হয়নি ({ $reason })। চাবি ও অনুমতি দেখুন।
error-place-unreachable = { $place }: সেখানে পৌঁছানো যাচ্ছে না ({ $reason })। সংযোগ দেখে আবার চেষ্টা করুন।
error-place-differs = { $place }: { $file } পড়ে যা পাওয়া গেছে তা রাখা জিনিসের সঙ্গে মেলে না। এই ব্যাকআপের উপর ভরসা করবেন না।
error-place-bad-settings = { $place }: এই সেটিংস ঠিক হতে পারে না ({ $reason })। ঠিক করুন।
error-place-stopped = { $place }: কপি থেমে গেছে ({ $reason })। আবার চেষ্টা করুন।
error-place-failed = { $place }: জায়গাটি কাজ করেনি ({ $reason })। আবার চেষ্টা করুন, অথবা অন্য জায়গা বাছুন।
error-catalogue-damaged = { $file }: ব্যাকআপের তালিকা পড়া যাচ্ছে না ({ $reason })। কোনো ব্যাকআপ হারায়নি। তালিকাটি সারান ({ $command }): যেসব জায়গা, সময়সূচি ও নিয়ম এখনো পড়া যায় সেগুলো নতুন তালিকায় আসে, আর ব্যাকআপগুলো নিজেদের জায়গায় আবার পাওয়া যায়।
error-catalogue-too-new = { $file }: ব্যাকআপের তালিকাটি প্রোগ্রামের নতুন কোনো সংস্করণ লিখেছে। সেই সংস্করণ ব্যবহার করুন।
error-catalogue-not-written = { $file }: ব্যাকআপের তালিকা লেখা যাচ্ছে না ({ $reason })। ডিস্ক ও ডেটা ফোল্ডারের অনুমতি দেখুন।
error-retention-clock-behind = কিছুই সরানো হয়নি: ঘড়িতে { $now }, কিন্তু সবচেয়ে নতুন ব্যাকআপ { $newest } সময়ের। ঘড়ি ঠিক করুন।
error-retention-too-long-ago = কিছুই সরানো হয়নি: সবচেয়ে নতুন ব্যাকআপ { $newest } সময়ের, অনেক আগের। আগে একটি ব্যাকআপ নিন।
error-keeping-no-places = ব্যাকআপ রাখার কোনো জায়গা এখনও নেই। আগে একটি ফোল্ডার বা ভান্ডার যোগ করুন।
error-keeping-place-unknown = ব্যাকআপের এমন কোনো জায়গা নেই। ইতিমধ্যে হয়তো সরানো হয়েছে।
error-keeping-entry-unknown = তালিকায় এমন কোনো ব্যাকআপ নেই। জায়গাটি আবার দেখুন।
error-keeping-not-there = { $file }: ব্যাকআপটি তার জায়গায় নেই। জায়গাটি আবার দেখুন।
error-keeping-last-good = { $file }: এটি { $business } ব্যবসার শেষ ভালো ব্যাকআপ, তাই থাকবে। আগে আরেকটি নিন।
error-keeping-no-backup = { $business } ব্যবসার কোনো ভালো ব্যাকআপ এখনও নেই। আগে একটি নিন।
error-keeping-folder-not-whole = { $folder }: এটি পুরো পথ নয়। ডিস্কের গোড়া থেকে লিখুন।
error-keeping-name-missing = জায়গাটির একটি নাম দিন, যাতে চিনতে পারেন।
error-keeping-passphrase-missing = এই ব্যাকআপগুলোর পাসফ্রেজ পাওয়া যায়নি। আবার লিখুন।
error-keeping-came-back-differing = { $file } পরীক্ষার জন্য ফিরিয়ে আনা হয়েছিল, মেলেনি: { $what } হওয়ার কথা { $expected }, পাওয়া গেছে { $found }।
error-keeping-interrupted = ব্যাকআপ শেষ হওয়ার আগে প্রোগ্রাম বন্ধ হয়ে গেছে। প্রোগ্রাম আবার চললে ব্যাকআপ নেওয়া হবে।
keeper-alarm-subject = { $business } ব্যবসার ব্যাকআপ: কিছু গোলমাল হয়েছে
keeper-alarm-text = { $business } ব্যবসার স্বয়ংক্রিয় ব্যাকআপ যেমন হওয়ার কথা তেমন নেই। { $reason } প্রোগ্রাম খুলে ব্যাকআপের পাতা দেখুন। ঠিক না হওয়া পর্যন্ত এই বার্তা দিনে একবার পাঠানো হয়।
error-keeping-missed = প্রোগ্রাম বন্ধ থাকায় স্বয়ংক্রিয় ব্যাকআপ বাদ পড়েছে ({ $count })। সবচেয়ে নতুনটি এখন নেওয়া হচ্ছে।

# যত্নে রাখা ব্যাকআপের কমান্ড।
command-backups-none = এখনও কোনো ব্যাকআপ রাখা হয়নি।
command-backups-kept = { $place } জায়গায় রাখা হয়েছে: { $file } ({ $size }), আবার পড়ে মিলেছে।
command-backups-unchanged = { $file } এর পরে কিছুই বদলায়নি, সেটি এখনও { $place } জায়গায় আছে।
command-backups-rehearsed = { $file } পরীক্ষার জন্য ফিরিয়ে আনা হয়েছে এবং মিলেছে: এটি পুনরুদ্ধার করা যাবে।
command-backups-downloaded = { $file }-এ কপি করা হয়েছে ({ $size })।
command-backups-removed = { $file } তার জায়গার ট্র্যাশে আছে।
command-backups-restored = { $file } ট্র্যাশ থেকে ফিরিয়ে আনা হয়েছে।
command-backups-retired = { $place }: { $count-is ->
    [one] { $count }টি ব্যাকআপ ট্র্যাশে গেছে
   *[other] { $count }টি ব্যাকআপ ট্র্যাশে গেছে
}; ট্র্যাশ থেকে একেবারে মুছে গেছে: { $emptied }টি।
command-backups-stays = থাকবে
command-backups-goes = যাবে
command-backups-why-newest = সবচেয়ে নতুনদের একটি
command-backups-why-proved = সম্পূর্ণ প্রমাণিত
command-backups-why-complete = সবকিছু আছে
command-backups-why-last = শেষেরগুলো
command-backups-why-hourly = ঘণ্টার
command-backups-why-daily = দৈনিক
command-backups-why-weekly = সাপ্তাহিক
command-backups-why-monthly = মাসিক
command-backups-why-yearly = বার্ষিক
command-backups-why-no-rule = কিছুই যায় না
command-backups-state-good = ভালো
command-backups-state-failed = ব্যর্থ
command-backups-state-missed = বাদ পড়েছে
command-backups-state-trashed = ট্র্যাশে
command-backups-state-lost = হারিয়েছে
command-backups-state-emptied = মুছে গেছে
command-backups-proof-good = প্রমাণিত
command-backups-proof-bad = খারাপ
command-place-ready = { $name } জায়গাটি প্রস্তুত: { $address }
command-place-removed = { $name } জায়গাটি ভুলে যাওয়া হলো। সেখানে যা আছে থাকবে: { $address }
command-secret-ask = গোপন প্রবেশ চাবি:
command-schedule-on = চালু
command-schedule-paused = সময়সূচি { $key } থামানো হয়েছে।
command-schedule-resumed = সময়সূচি { $key } এখন থেকে আবার চলছে।
command-schedule-added = সময়সূচি { $key } যোগ হয়েছে। প্রোগ্রাম চলার সময় ব্যাকআপ নেওয়া হয়।
command-schedule-removed = সময়সূচি { $key } ভুলে যাওয়া হলো। এর তৈরি ব্যাকআপ থাকবে।
command-schedule-word-paused = থামানো
command-schedule-all = সব ব্যবসা
command-schedules-none = এখনও কোনো সময়সূচি নেই।
error-command-place-unknown = { $name } নামে কোনো জায়গা নেই। জায়গার তালিকা দেখুন।
error-command-place-ambiguous = { $name } নামে একাধিক জায়গা আছে। এই চাবিগুলোর একটি দিন: { $keys }
error-command-schedule-unknown = { $key } চাবির কোনো সময়সূচি নেই। সময়সূচির তালিকা দেখুন।
error-command-secret-missing = গোপন প্রবেশ চাবি পাওয়া যায়নি। { $variable }-এ দিন, অথবা টার্মিনালে কমান্ড চালান।
error-keeping-busy = একটি ব্যাকআপ বা যাচাই চলছে। শেষ হওয়া পর্যন্ত অপেক্ষা করুন, অথবা থামান।
error-keeping-place-twice = { $address } আগে থেকেই { $name } জায়গা। এর জন্য একটিই যথেষ্ট।
