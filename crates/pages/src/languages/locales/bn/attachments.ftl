# ফাইল: সংযুক্তির পাতা, নাম বদলানো, একাধিক রেকর্ডে একই ফাইল।
attachments-of-business = ব্যবসা নিজেই
attachments-of-business-hint = যেসব ফাইল কোনো রেকর্ডের নয়: ট্রেড লাইসেন্স, ভাড়ার চুক্তি, অন্যান্য চুক্তিপত্র।
attachments-total = { $count-is ->
    [one] { $count }টি ফাইল, মোট { $size }।
   *[other] { $count }টি ফাইল, মোট { $size }।
}
attachments-stored = একই রকম ফাইল একবারই রাখা হয়; এই ব্যবসার সব ফাইল মিলে { $size } জায়গা নেয়।
attachments-search = ফাইলের নাম খুঁজুন
attachments-column-acts = যা করা যায়
attachments-existing = এখানে আগে থেকে থাকা ফাইল সংযুক্ত করুন
attachments-existing-hint = বেছে নেওয়া ফাইলটি এতেও সংযুক্ত হবে:
attachments-attach = সংযুক্ত করুন
attachments-rename = নাম বদলান
attachments-name-empty = ফাইলের একটি নাম লিখুন।
attachments-on-records = ফাইলটি যেখানে যেখানে সংযুক্ত
attachments-kept-once = ফাইলটি একবারই রাখা হয়। এক রেকর্ড থেকে সরালে অন্যগুলোতে থেকে যায়।
attachments-image-kept = এটি আমদানি করা ফাইলের সঙ্গে এসেছে এবং যেমন ছিল তেমনই রাখা আছে, তাই এখানে এর নাম বদলানো বা সরানো যায় না।
error-attachment-above-limit = { $file } ফাইলটি { $limit-size }-এর চেয়ে বড়; এখানে একটি ফাইলের এটিই সীমা। কোনো ফাইল সংযুক্ত হয়নি।
