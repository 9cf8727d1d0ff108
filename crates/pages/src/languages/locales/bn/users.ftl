# Users: signing in, what someone may do. The key of a sentence about an error is error-<code>.
error-sign-in-refused = নাম বা পাসওয়ার্ড ভুল।
error-too-many-tries = অনেকবার ভুল চেষ্টা হয়েছে। { $seconds } সেকেন্ড অপেক্ষা করে আবার চেষ্টা করুন।
error-code-refused = কোডটি ভুল বা আগেই ব্যবহার হয়েছে। পরেরটির জন্য অপেক্ষা করে আবার চেষ্টা করুন।
error-link-refused = এই লিংক আগেই ব্যবহার হয়েছে বা অনেক পুরোনো। নতুন একটি চান।
error-password-too-short = এই পাসওয়ার্ড খুব ছোট। অন্তত 12টি অক্ষর লিখুন, অথবা যেখানে দ্বিতীয় প্রমাণও চাওয়া হয় সেখানে 8টি।
error-password-too-long = এই পাসওয়ার্ড খুব লম্বা। সর্বোচ্চ 128টি অক্ষর লিখুন।
error-password-too-common = এই পাসওয়ার্ড সহজেই অনুমান করা যায়। এমন শব্দ যোগ করুন যার সঙ্গে আপনার সম্পর্ক নেই।
error-user-name-refused = “{ $name }” নামটি ব্যবহার করা যায় না। ফাঁকা জায়গা ছাড়া 1 থেকে 100টি অক্ষর, অঙ্ক বা . _ - @ লিখুন।
error-user-name-taken = “{ $name }” নামের একজন ব্যবহারকারী আগে থেকেই আছেন। অন্য নাম বাছুন।
error-last-administrator = ইনিই শেষ প্রশাসক। আগে আরেকজনকে প্রশাসক করুন।
error-user-not-found = এমন কোনো ব্যবহারকারী আর নেই।
error-users-failed = ব্যবহারকারীদের পড়া বা লেখা যায়নি। কিছুই বদলায়নি। আবার চেষ্টা করুন।
