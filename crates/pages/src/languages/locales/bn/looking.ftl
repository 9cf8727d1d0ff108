# Files that are looked through as long work, and what is brought over of damaged ones.

looking-title = ফাইলটি দেখা হচ্ছে
looking-title-rescue = যা অক্ষত আছে তা উদ্ধার করা হচ্ছে
error-looking-busy = একসঙ্গে অনেক বেশি ফাইল দেখা হচ্ছে। কোনো একটি শেষ হওয়া পর্যন্ত অপেক্ষা করুন, তারপর এটি আবার পাঠান।
