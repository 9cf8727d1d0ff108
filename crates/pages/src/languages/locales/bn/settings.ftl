# Settings.
error-figures-locked = এতে { $date } পর্যন্ত লক করা অঙ্ক বদলে যাবে। আগে সেটিংসে লক তারিখ বদলান।
error-lock-date-reason-needed = লক তারিখ পেছাতে বা সরাতে কারণ দরকার। সেটিংসের লক তারিখ পাতায় কারণ লিখুন।
