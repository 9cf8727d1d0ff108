# The proof that is asked for before what is grave, and the list of one's sessions.
proof-title = নিশ্চিত করুন যে এটি আপনিই
proof-explained = আপনার নিরাপত্তার জন্য পাসওয়ার্ডটি আরেকবার লিখুন। এরপর পাঁচ মিনিট আর জিজ্ঞেস করা হবে না।
proof-signed-in = আপনি { $name } নামে সাইন ইন করে আছেন।
proof-kept = আপনি যা লিখেছেন তা রাখা আছে এবং এখান থেকেই এগোবে।
proof-password = আপনার পাসওয়ার্ড
proof-mail-password = ইমেল অ্যাকাউন্টের পাসওয়ার্ড
proof-again-hint = এটি আবার লিখুন: গোপন শব্দ রাখা হয় না।
proof-button = নিশ্চিত করে এগিয়ে যান
proof-done-title = ধন্যবাদ
proof-done = আপনার ডাউনলোড নিজে থেকেই শুরু হচ্ছে। না হলে বোতামটি চাপুন।
error-proof-needed = আগে নিশ্চিত করতে হবে যে এটি আপনিই। ফিরে যান, পাতাটি আবার খুলুন এবং আবার পাঠান।
account-session-this = আপনি এখন এখানেই আছেন
account-session-end = শেষ করুন
