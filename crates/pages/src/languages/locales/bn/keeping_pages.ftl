# রাখা ব্যাকআপ: ক্যালেন্ডার, জায়গা, সময়সূচি, আর কোন ব্যাকআপ থাকে।

kept-title = ব্যাকআপসমূহ
kept-all-title = সব ব্যবসার ব্যাকআপ
kept-all-safety = প্রতিটি ব্যবসা কতটা নিরাপদ
kept-look-at = নজর দিন
kept-calendar = ব্যাকআপের ক্যালেন্ডার
kept-to-calendar = ক্যালেন্ডারে যান
kept-more = আরও
kept-set-up = ব্যাকআপ নিজে থেকে তৈরি করান
kept-safe = { $when } পর্যন্ত সবকিছু নিরাপদ।
kept-unsafe = এখনো কোনো জায়গায় কিছু রাখা নেই।
kept-last-good = সর্বশেষ সফল ব্যাকআপ
kept-unsaved = তারপর থেকে
kept-unsaved-none = কিছুই বদলায়নি
kept-unsaved-count = { $count-is ->
    [one] { $count }টি পরিবর্তন এখনো কোনো রাখা ব্যাকআপে নেই
   *[other] { $count }টি পরিবর্তন এখনো কোনো রাখা ব্যাকআপে নেই
}
kept-proved-restorable = ফিরে আসা প্রমাণিত
kept-never-rehearsed = এখনো প্রমাণিত নয়
kept-next-due = পরের ব্যাকআপ
kept-nothing-due = কোনোটি নির্ধারিত নেই
kept-due-after-answer = কোনোটি নেই, যতক্ষণ না আপনি বলেন এই ব্যবসাটি কী
kept-alarm-failed = সর্বশেষ ব্যাকআপ { $when } তারিখে ব্যর্থ হয়েছে। { $reason }
kept-alarm-missed = { $when } তারিখের নির্ধারিত ব্যাকআপ তৈরি হয়নি: প্রোগ্রাম চালু ছিল না।
kept-alarm-not-restorable = { $when } তারিখের ফেরানোর মহড়া ব্যর্থ হয়েছে। { $reason }
kept-alarm-silent = { $count-is ->
    [one] গত { $count } দিনের কাজ কোনো রাখা ব্যাকআপে নেই। এখনই একটি তৈরি করুন।
   *[other] গত { $count } দিনের কাজ কোনো রাখা ব্যাকআপে নেই। এখনই একটি তৈরি করুন।
}
kept-alarm-never = এখনো কোনো জায়গায় সফল ব্যাকআপ নেই। এখনই একটি তৈরি করুন।

kept-legend-good = সফল
kept-legend-failed = ব্যর্থ
kept-legend-missed = বাদ পড়েছে
kept-legend-unchanged = কিছু বদলায়নি
kept-legend-gone = ট্র্যাশে বা আর নেই
kept-day-good = { $count-is ->
    [one] { $count }টি সফল ব্যাকআপ
   *[other] { $count }টি সফল ব্যাকআপ
}
kept-day-failed = { $count-is ->
    [one] { $count }টি ব্যর্থ
   *[other] { $count }টি ব্যর্থ
}
kept-day-missed = { $count-is ->
    [one] { $count }টি বাদ পড়েছে
   *[other] { $count }টি বাদ পড়েছে
}
kept-day-unchanged = { $count-is ->
    [one] { $count } বার কিছু বদলায়নি
   *[other] { $count } বার কিছু বদলায়নি
}
kept-day-gone = { $count-is ->
    [one] { $count }টি ট্র্যাশে বা আর নেই
   *[other] { $count }টি ট্র্যাশে বা আর নেই
}
kept-day-empty = এই দিনে কোনো ব্যাকআপ তৈরি হয়নি।
kept-state-good = সফল
kept-state-failed = ব্যর্থ
kept-state-missed = বাদ পড়েছে
kept-state-trashed = ট্র্যাশে
kept-state-lost = আর সেখানে নেই
kept-state-emptied = মুছে ফেলা হয়েছে
kept-state-unchanged = অপরিবর্তিত
kept-unchanged-explained = সর্বশেষ সফল ব্যাকআপের পর কিছুই বদলায়নি, তাই আরেকটি তৈরি হয়নি।
kept-missed-explained = এই ব্যাকআপটি নির্ধারিত ছিল, কিন্তু প্রোগ্রাম চালু ছিল না।
kept-trashed-at = { $when } তারিখে ট্র্যাশে সরানো হয়েছে। 30 দিন পরে মুছে যায়।
kept-lost-at = { $when } তারিখে দেখা গেছে ফাইলটি তার জায়গায় নেই। এখান থেকে কেউ মোছেনি।
kept-emptied-at = { $when } তারিখে ট্র্যাশ থেকে মুছে ফেলা হয়েছে।
kept-place-removed = এর জায়গাটি তালিকা থেকে সরানো হয়েছে
kept-encrypted = এনক্রিপ্ট করা
kept-contents-unknown = যাচাই না করা পর্যন্ত অজানা
kept-verified = যাচাই করা
kept-verified-how = জায়গা থেকে আবার পড়ে অক্ষত প্রমাণিত
kept-rehearsed-how = পরীক্ষার জন্য ফেরানো হয়েছে এবং হুবহু সমান
kept-not-yet = এখনো নয়
kept-restore = পুনরুদ্ধার করুন…
kept-verify-now = এখনই যাচাই করুন
kept-rehearse-now = ফেরানোর মহড়া দিন
kept-rehearse-newest = এখনই ফেরানোর মহড়া দিন
kept-move-to-trash = ট্র্যাশে সরান
kept-bring-back = ট্র্যাশ থেকে ফেরান
kept-trash-question = { $file } তার জায়গার ট্র্যাশে সরাবেন? সেখানে 30 দিন থাকে এবং ফেরানো যায়।
kept-done-trashed = ব্যাকআপটি ট্র্যাশে সরানো হয়েছে। সেখানে 30 দিন থাকে।
kept-done-brought-back = ব্যাকআপটি ট্র্যাশ থেকে ফেরানো হয়েছে।
kept-done-stopped = থামানো হয়েছে। কিছুই অর্ধেক পড়ে নেই।

kept-run = এখনই জায়গাগুলোতে ব্যাকআপ নিন
kept-run-heading = জায়গাগুলোতে ব্যাকআপ নিন: { $name }
kept-run-explained = একটি ব্যাকআপ তৈরি হয়, আবার পড়া হয়, এবং টিক দেওয়া প্রতিটি জায়গায় রাখা হয়। আগেরটির পর কিছু না বদলালে আরেকটি তৈরি হয় না।
kept-run-title = নিজ নিজ জায়গায় ব্যাকআপ
kept-run-good = ব্যাকআপ তৈরি ও প্রমাণিত হয়েছে, এবং প্রতিটি জায়গা থেকে আবার পড়া হয়েছে।
kept-run-unchanged = সর্বশেষ সফল ব্যাকআপের পর কিছুই বদলায়নি। সেটি এখনো প্রতিটি জায়গায় আছে।
kept-working-title = ব্যাকআপের কাজ
kept-progress-bringing-back = পরীক্ষার জন্য ফেরানো হচ্ছে
kept-rehearsal-title = ফেরানোর মহড়া
kept-rehearsal-good = ব্যাকআপটি পরীক্ষার জন্য ফেরানো হয়েছে এবং যা রাখা হয়েছিল তার সমান।
kept-rehearsal-explained = এটি জায়গা থেকে আনা হয়েছে, যাচাই করা হয়েছে, পরীক্ষার জায়গায় ইমপোর্ট করে বিবরণতালিকার সঙ্গে মেলানো হয়েছে: বিষয়বস্তু ও রেওয়ামিল সমান। আপনার খাতাপত্র ছোঁয়া হয়নি।
kept-verification-title = ব্যাকআপ যাচাই
kept-verification-good = ব্যাকআপটি জায়গা থেকে আবার পড়া হয়েছে। এটি অক্ষত।
kept-ongoing-backup = একটি ব্যাকআপ তৈরি হচ্ছে।
kept-ongoing-rehearsal = একটি ব্যাকআপ পরীক্ষার জন্য ফেরানো হচ্ছে।
kept-ongoing-retention = পুরোনো ব্যাকআপ ট্র্যাশে সরানো হচ্ছে।
kept-ongoing-alarm = একটি সতর্কবার্তা পাঠানো হচ্ছে।
kept-ongoing-elsewhere = অন্য একটি ব্যবসার জন্য: { $work }

places-title = ব্যাকআপের জায়গা
places-explained = জায়গা হলো একটি ফোল্ডার, যেমন দ্বিতীয় ডিস্কে, অথবা ইন্টারনেটের কোনো ভান্ডার। ব্যাকআপ সেখানে নিজে থেকে বা আপনি চাইলে রাখা হয়।
places-none-title = আপনার ব্যাকআপের এখনো কোনো জায়গা নেই
places-none = একটি ফোল্ডার বা ভান্ডার যোগ করুন। তারপর সেখানে ব্যাকআপ নিজে থেকে তৈরি হয়।
places-none-ask = একজন প্রশাসককে ব্যাকআপের জায়গা যোগ করতে বলুন।
places-proposal = প্রতিটি ব্যবসার ব্যাকআপ প্রতিদিন { $time }-এ { $folder } ফোল্ডারে রাখুন, এবং প্রতি সপ্তাহে প্রমাণ করুন যে ফেরানো যায়। এসবই পরে বদলানো যায়।
places-proposal-accept = সেখানে ব্যাকআপ রাখুন
places-proposal-name = এই কম্পিউটার
places-elsewhere = এই কম্পিউটারের ফোল্ডার ভুল থেকে বাঁচায়, চুরি, আগুন বা নষ্ট ডিস্ক থেকে নয়। দ্বিতীয় ডিস্ক বা ভান্ডারও যোগ করুন।
places-add-folder = ফোল্ডার যোগ করুন
places-add-storage = ভান্ডার যোগ করুন
place-kind = ধরন
place-kind-folder = ফোল্ডার
place-kind-storage = এস৩-সংগত ভান্ডার
place-address = ঠিকানা
place-holds = সেখানে আছে
place-holds-count = { $count-is ->
    [one] { $count }টি সফল ব্যাকআপ, { $size }
   *[other] { $count }টি সফল ব্যাকআপ, { $size }
}
place-try = পরীক্ষা করুন
place-look = ব্যাকআপ খুঁজুন
place-edit-title = জায়গা বদলান
place-name = নাম
place-name-hint = যে নামে আপনি চেনেন, যেমন “নীল ডিস্ক”।
place-folder = ফোল্ডার
place-folder-hint = পুরো পথ। দ্বিতীয় ডিস্কে বা ভাগ করা ফোল্ডারে হতে পারে।
place-endpoint = সেবার ঠিকানা
place-endpoint-hint = ভান্ডারদাতার ওয়েব ঠিকানা। অ্যামাজনের জন্য খালি রাখুন।
place-region = অঞ্চল
place-region-hint = ভান্ডারদাতা যেমন বলে।
place-bucket = বাকেট
place-prefix = উপসর্গ
place-prefix-hint = সেখানকার সব নাম এটি দিয়ে শুরু হয়। খালি থাকতে পারে।
place-key-id = প্রবেশ চাবির পরিচয়
place-secret = গোপন প্রবেশ চাবি
place-secret-hint = এটি আপনার খাতাপত্রের বাইরে রাখা হয় এবং আর কখনো দেখানো হয় না।
place-secret-kept = রাখা চাবিটি রেখে দিতে খালি রাখুন। সেটি কখনো দেখানো হয় না।
place-path-style = বাকেট পথের মধ্যে থাকে
place-path-style-hint = নিজের ভান্ডারে প্রায়ই এটি লাগে; অ্যামাজনে নয়।
place-tried-first = জায়গাটি সংরক্ষণের আগে সেখানে একটি ছোট ফাইল রেখে, আবার পড়ে মুছে ফেলা হয়।
place-save = পরীক্ষা করে সংরক্ষণ করুন
place-saved = জায়গাটি কাজ করে এবং সংরক্ষিত হয়েছে।
place-tried = জায়গাটি কাজ করে: একটি ছোট ফাইল রেখে, আবার পড়ে মুছে ফেলা হয়েছে।
place-removed = জায়গাটি তালিকা থেকে সরানো হয়েছে। সেখানে যা আছে তা ছোঁয়া হয়নি।
place-busy = ব্যাকআপের অন্য কাজ চলছে। একটু পরে আবার চেষ্টা করুন।
place-looked = { $count-is ->
    [one] তালিকায় ছিল না এমন { $count }টি ব্যাকআপ পাওয়া গেছে; { $lost }টি আর সেখানে নেই।
   *[other] তালিকায় ছিল না এমন { $count }টি ব্যাকআপ পাওয়া গেছে; { $lost }টি আর সেখানে নেই।
}
place-remove-question = “{ $name }” তালিকা থেকে সরাবেন? সেখানকার ব্যাকআপ সেখানেই থাকে, তবে আর দেখাশোনা হয় না। যে সময়সূচির অন্য জায়গা নেই তা স্থগিত হয়।

schedules-title = স্বয়ংক্রিয় ব্যাকআপ
schedules-explained = প্রোগ্রাম বন্ধ থাকাকালে যা নির্ধারিত ছিল তা চালু হলে করা হয়, আর বাদ পড়া হিসেবে দেখা যায়।
schedules-add = সময়সূচি যোগ করুন
schedules-none = কোনো সময়সূচি নেই, তাই নিজে থেকে কোনো ব্যাকআপ তৈরি হয় না।
schedule-edit-title = সময়সূচি বদলান
schedule-rhythm = কত ঘন ঘন
schedule-hourly = প্রতি ঘণ্টায়
schedule-daily = প্রতিদিন
schedule-weekly = প্রতি সপ্তাহে
schedule-on-close = প্রোগ্রাম বন্ধ করার সময়
schedule-daily-at = প্রতিদিন { $time }-এ
schedule-weekly-at = প্রতি সপ্তাহে { $day } { $time }-এ
schedule-time = সময়
schedule-time-hint = প্রতিদিন ও প্রতি সপ্তাহের জন্য। ব্যবসার সময় অঞ্চলে।
schedule-day = বার
schedule-day-hint = প্রতি সপ্তাহের জন্য।
schedule-all-businesses = সব ব্যবসা, নতুনগুলোও
schedule-business-gone = এই ব্যবসাটি আর নেই।
schedule-no-places = কোনো জায়গা বাছা হয়নি।
schedule-time-wrong = কত ঘন ঘন, এবং সময় ঘণ্টা ও মিনিটে লিখুন।
schedule-rehearsed = মহড়া
schedule-rehearsed-weekly = প্রতি সপ্তাহে
schedule-rehearsed-label = প্রতি সপ্তাহে প্রমাণ করুন যে সবচেয়ে নতুন ব্যাকআপ ফেরানো যায়
schedule-rehearsed-hint = জায়গা থেকে এনে পরীক্ষার জায়গায় ইমপোর্ট করে মেলানো হয়। আপনার খাতাপত্র ছোঁয়া হয় না।
schedule-alarm-to = কিছু ভুল হলে ইমেইল
schedule-alarm-hint = ব্যবসার ইমেইল অ্যাকাউন্ট দিয়ে। কাউকে না পাঠাতে খালি রাখুন।
schedule-alarm-wrong = এটি ইমেইল ঠিকানা নয়।
schedule-encrypted = পাসফ্রেজ দিয়ে সুরক্ষিত করুন
schedule-passphrase = পাসফ্রেজ
schedule-passphrase-again = পাসফ্রেজ, আরেকবার
schedule-passphrase-hint = এটি ছাড়া এই ব্যাকআপ কেউ পড়তে পারে না, আপনিও না। লিখে অন্য কোথাও রাখুন।
schedule-passphrase-kept = রাখা পাসফ্রেজটি রেখে দিতে খালি রাখুন। সেটি কখনো দেখানো হয় না।
schedule-passphrase-differs = দ্বিতীয়বার পাসফ্রেজ অন্যভাবে লেখা হয়েছে।
schedule-passphrase-short = পাসফ্রেজে অন্তত { $count }টি অক্ষর চাই।
schedule-paused = স্থগিত
schedule-pause = স্থগিত করুন
schedule-resume = আবার চালু করুন
schedule-remove-question = এই সময়সূচি সরাবেন? এর তৈরি ব্যাকআপ থাকে।
schedule-proposed = হয়ে গেছে। এখন থেকে ব্যাকআপ নিজে থেকে তৈরি হয়। এখানে বদলাতে পারেন।
schedule-saved = সময়সূচি সংরক্ষিত হয়েছে।
schedule-done-paused = সময়সূচি স্থগিত আছে।
schedule-done-resumed = সময়সূচি এখন থেকে আবার চলে।
schedule-done-removed = সময়সূচি সরানো হয়েছে। এর তৈরি ব্যাকআপ থাকে।

retention-title = কতগুলো ব্যাকআপ থাকে
retention-for-all = সব ব্যবসার জন্য কতগুলো ব্যাকআপ থাকে
retention-for-all-explained = যেসব ব্যবসার নিজের নিয়ম নেই তাদের জন্য এটি প্রযোজ্য।
retention-explained = যে ঘণ্টা, দিন, সপ্তাহ, মাস ও বছরে ব্যাকআপ আছে তার শেষটি থাকে, যতগুলোর জন্য আপনি বলেন। এদের যেকোনোটি যা রাখে তা থাকে। সবচেয়ে নতুন এবং সবচেয়ে নতুন প্রমাণিত ব্যাকআপ কখনো যায় না। যা যায় তা 30 দিন ট্র্যাশে থাকে।
retention-own = এই ব্যবসার নিজের নিয়ম আছে।
retention-of-all = সব ব্যবসার নিয়ম প্রযোজ্য।
retention-use-common = সব ব্যবসার নিয়ম ব্যবহার করুন
retention-keeps-all = কিছুই যায় না।
retention-last = শেষের
retention-hourly = প্রতি ঘণ্টার
retention-daily = প্রতিদিনের
retention-weekly = প্রতি সপ্তাহের
retention-monthly = প্রতি মাসের
retention-yearly = প্রতি বছরের
retention-keep-all = কিছুই যেতে দেবেন না
retention-keep-all-hint = কেউ ট্র্যাশে না সরানো পর্যন্ত প্রতিটি ব্যাকআপ থাকে।
retention-number-wrong = একটি পূর্ণ সংখ্যা লিখুন, কোনোটি না চাইলে 0।
retention-preview = কী যাবে দেখান
retention-not-saved = এটি কেবল আগাম দেখা। কিছুই সংরক্ষিত হয়নি, কিছুই যায়নি।
retention-saved = নিয়মটি সংরক্ষিত হয়েছে।
retention-nothing-yet = এখনো এমন সফল ব্যাকআপ নেই যার উপর এই নিয়ম খাটে।
retention-outlook = { $count-is ->
    [one] { $place }: { $stay }টি থাকে, { $count }টি যায়
   *[other] { $place }: { $stay }টি থাকে, { $count }টি যায়
}
retention-each = প্রতিটি ব্যাকআপ, এবং কেন
retention-fate = এর কী হবে
retention-why = কেন
retention-stays = থাকে
retention-goes = ট্র্যাশে যায়
retention-no-reason = নিয়মের কোনো অংশ এটি রাখে না
retention-reason-newest = সাতটি সবচেয়ে নতুনের মধ্যে
retention-reason-proved = তিনটি সবচেয়ে নতুন প্রমাণিতের মধ্যে
retention-reason-complete = সবকিছু আছে এমন সবচেয়ে নতুনটি
retention-reason-last = শেষেরগুলোর মধ্যে
retention-reason-hourly = নিজের ঘণ্টার শেষটি
retention-reason-daily = নিজের দিনের শেষটি
retention-reason-weekly = নিজের সপ্তাহের শেষটি
retention-reason-monthly = নিজের মাসের শেষটি
retention-reason-yearly = নিজের বছরের শেষটি
retention-reason-no-rule = কিছুই যায় না
retention-now = এগুলো এখনই ট্র্যাশে সরান
retention-now-question = কোনো নিয়ম যা রাখে না তা ট্র্যাশে সরাবেন? 30 দিন পর্যন্ত ফেরানো যায়।
retention-went = { $count-is ->
    [one] { $place }: { $count }টি ব্যাকআপ ট্র্যাশে সরানো হয়েছে।
   *[other] { $place }: { $count }টি ব্যাকআপ ট্র্যাশে সরানো হয়েছে।
}
