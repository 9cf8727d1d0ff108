# What the portal says when there is no room for one more download.
error-downloads-busy = এই মুহূর্তে এত ব্যাকআপ ডাউনলোড হচ্ছে যে আপনারটিকে একটু অপেক্ষা করতে হবে। কিছুই হারায়নি, আপনার ব্যাকআপ যেখানে ছিল সেখানেই আছে। এক মিনিট পরে আবার চেষ্টা করুন।
