# ইমপোর্ট না করে ফাইলের ভেতরে দেখা, আর একটি রেকর্ড ফিরিয়ে আনা।
opened-title = ব্যাকআপের ভেতরে দেখুন
opened-explanation = একটি ব্যাকআপ বা যেকোনো .manager ফাইল বাছুন এবং ব্যবসার মতো ঘুরে দেখুন। কিছুই ইমপোর্ট হয় না, আর ফাইলের কিছুই বদলানো যায় না। সেখানকার যেকোনো রেকর্ড আপনার কোনো ব্যবসায় ফিরিয়ে আনতে পারেন।
opened-open = দেখার জন্য খুলুন
opened-look = ইমপোর্ট না করে ভেতরে দেখুন
opened-list = এখন খোলা আছে
opened-close = বন্ধ করুন
opened-banner = { $when }-এর ব্যাকআপ, শুধু পড়ার জন্য।
opened-banner-undated = { $file }, শুধু পড়ার জন্য।
opened-banner-hint = বন্ধ করলে, আর প্রোগ্রাম আবার চালু হলে, এটি আর থাকে না।
taking-button = কোনো ব্যবসায় ফিরিয়ে আনুন
taking-title = { $name } ফিরিয়ে আনুন
taking-from = { $file } থেকে
taking-into = কোন ব্যবসায়
taking-choose = এই ব্যবসার সঙ্গে মেলান
taking-no-business = ফিরিয়ে আনার মতো কোনো ব্যবসা এখনো নেই। একটি তৈরি করুন বা পুরো ফাইল ইমপোর্ট করুন।
taking-state-missing = { $business }-এ এই রেকর্ডটি নেই। এটি সেখানে যোগ হবে।
taking-state-same = { $business }-এ এই রেকর্ডটি ঠিক ফাইলের মতোই আছে।
taking-state-differs = { $business }-এ এই রেকর্ডটি আছে, তবে আলাদা। যেমন আছে তেমন রাখুন, অথবা বদলে দিন।
taking-difference = কী আলাদা
taking-sides = আগে: { $business }-এ এখন যা আছে; পরে: ফাইলে যা আছে।
taking-references = { $count-is ->
    [one] এটি যে { $count }টি রেকর্ডের নাম নেয় সেটিও আনুন
   *[other] এটি যে { $count }টি রেকর্ডের নাম নেয় সেগুলোও আনুন
}
taking-references-hint = ব্যবসায় এগুলো নেই। এগুলো ছাড়া রেকর্ডটি এমন কিছুর নাম নেবে যা সেখানে নেই।
taking-attachments = { $count-is ->
    [one] { $count }টি সংযুক্তি এর সঙ্গে আসবে
   *[other] { $count }টি সংযুক্তি এর সঙ্গে আসবে
}
taking-nowhere = { $count-is ->
    [one] এটি এমন { $count }টি রেকর্ডের নাম নেয় যা ব্যবসায়ও নেই, ফাইলেও নেই।
   *[other] এটি এমন { $count }টি রেকর্ডের নাম নেয় যেগুলো ব্যবসায়ও নেই, ফাইলেও নেই।
}
taking-submit = { $business }-এ ফিরিয়ে আনুন
taking-replace = { $business }-এরটি বদলে দিন
taking-keep = যা আছে তা-ই রাখুন
taking-undo = ব্যবসার পরিবর্তনের ইতিহাস বলে দেয় এটি কোন ফাইল থেকে এসেছে, আর সেখানে আপনি এটি বাতিল করতে পারেন।
history-fact-taken-from = যে ফাইল থেকে নেওয়া
history-fact-taken-sha256 = ওই ফাইলের ফিঙ্গারপ্রিন্ট (SHA-256)
error-opened-read-only = { $file } শুধু দেখার জন্য খোলা। এর কিছুই বদলানো যায় না। এটি নিয়ে কাজ করতে ইমপোর্ট করুন; এর একটি রেকর্ড লাগলে সেটি কোনো ব্যবসায় ফিরিয়ে আনুন।
error-opened-too-many = আটটি ফাইল এরই মধ্যে খোলা আছে। একটি বন্ধ করে আবার চেষ্টা করুন।
error-opened-gone = এই ফাইলটি আর খোলা নেই। ভেতরে দেখতে আবার খুলুন।
error-business-read-only = এই ব্যবসাটি শুধু দেখার জন্য খোলা। কিছুই বদলানো হয়নি।
error-record-differs = { $business } ব্যবসায় { $record } কী-এর একটি রেকর্ড আছে, আর সেটি আলাদা। সেটি বদলাতে --replace লিখুন।
