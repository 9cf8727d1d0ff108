# Files that arrive while there is no room, or while their storage is silent.
error-import-no-room-now = এই মুহূর্তে এই ফাইলের জন্য জায়গা নেই। যাঁরা এই পরিষেবা চালান তাঁদের জানানো হয়েছে। পরে আবার চেষ্টা করুন। কিছুই বদলানো হয়নি।
upload-not-listed = আপনি যা পাঠাতে শুরু করেছেন তার তালিকা এই মুহূর্তে দেখানো যাচ্ছে না। তা এখনও সেখানেই আছে; কয়েক মিনিট পরে আবার দেখুন।
