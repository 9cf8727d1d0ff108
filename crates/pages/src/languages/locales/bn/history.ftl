# পরিবর্তনের ইতিহাস: প্রতিটি পরিবর্তন, কে ও কখন, আগে ও পরে।
history-title = পরিবর্তনের ইতিহাস
history-of-record = { $name }: পরিবর্তনের ইতিহাস
history-explanation = প্রতিটি পরিবর্তন এখানে রাখা হয়; এটি বদলানো বা বন্ধ করা যায় না।
history-empty = কোনো পরিবর্তন মেলেনি।
history-count = { $count-is ->
    [one] { $count }টি পরিবর্তন
   *[other] { $count }টি পরিবর্তন
}
history-column-when = কখন
history-column-who = কে
history-column-what = কী
history-column-record = রেকর্ড
history-column-number = ক্রমিক নং
history-column-difference = পার্থক্য
history-filter-user = ব্যবহারকারী
history-filter-action = কাজ
history-filter-kind = রেকর্ডের ধরন
history-filter-from = কবে থেকে
history-filter-to = কবে পর্যন্ত
history-filter-text = লেখা
history-filter-apply = বাছাই করুন
history-filter-clear = সব দেখান
history-filter-any = যেকোনো
history-action-created = তৈরি
history-action-changed = পরিবর্তন
history-action-deleted = মুছে ফেলা
history-action-imported = ইমপোর্ট
history-action-restored = ব্যাকআপ থেকে পুনরুদ্ধার
history-action-removed = ট্র্যাশে সরানো
history-action-returned = ট্র্যাশ থেকে পুনরুদ্ধার
history-action-backed-up = ব্যাকআপ নেওয়া
history-action-attached = ফাইল যোগ
history-action-detached = ফাইল সরানো
history-action-renamed = নাম পরিবর্তন
history-action-sealed = আগের ইতিহাস সিলমোহরকৃত
history-action-started = ব্যবসা তৈরি
history-action-unknown = অন্যান্য ({ $action })
history-sentence-created = { $who } তৈরি করেছেন: { $what }
history-sentence-changed = { $who } পরিবর্তন করেছেন: { $what }
history-sentence-deleted = { $who } মুছে ফেলেছেন: { $what }
history-restored-from = { $file } থেকে পুনরুদ্ধারকৃত
history-before = আগে
history-after = পরে
history-field = ক্ষেত্র
history-difference-title = যা বদলেছে
history-no-difference = যা দেখানো হয় তার কিছুই বদলায়নি।
history-not-understood = বোঝা যায়নি এমন কিছু অংশও বদলেছে।
history-nothing-before = (কিছু না)
history-nothing-after = (কিছু না)
history-value-added = যোগ হয়েছে
history-value-removed = সরানো হয়েছে
history-value-changed = বদলেছে
history-line-added = সারি { $number } যোগ হয়েছে
history-line-removed = সারি { $number } সরানো হয়েছে
history-line-changed = সারি { $number } বদলেছে
history-user-desktop = আপনি, এই কম্পিউটারে
history-user-system = প্রোগ্রাম
history-user-imported = ইমপোর্ট করা ফাইল থেকে
history-legacy = ইমপোর্টের আগের: যেমন এসেছিল তেমনই রাখা, যাচাই করা যায় না
history-chain-whole = হ্যাশ শৃঙ্খল অক্ষত: { $count-is ->
    [one] { $count }টি পরিবর্তন, অবিচ্ছিন্ন।
   *[other] { $count }টি পরিবর্তন, অবিচ্ছিন্ন।
}
history-chain-broken = { $number } নম্বর পরিবর্তনে হ্যাশ শৃঙ্খল ভেঙে গেছে। কেউ প্রোগ্রামের বাইরে থেকে এই ইতিহাস বদলেছে।
history-head = সবচেয়ে নতুন পরিবর্তনের ফিঙ্গারপ্রিন্ট
history-next-older = পুরোনো
history-next-newer = নতুন
history-clock = এখানে এই কম্পিউটারের ঘড়ি পিছিয়ে গেছে।
