# তালিকা: নথিতে যা লেখা আছে তার পাশে হিসাব থেকে যা বেরোয়।

list-column-balance-due = বকেয়া
list-column-quantity = হাতে থাকা পরিমাণ
list-column-average-cost = গড় ব্যয়
list-column-value = মূল্য
list-totals = { $count-is ->
    [one] { $count }টি এন্ট্রির
   *[other] সব { $count }টি এন্ট্রির
} মোট
list-csv = CSV হিসেবে ডাউনলোড করুন
list-status-any = যেকোনো অবস্থা
list-filter-status = অবস্থা
invoice-status-paid = পরিশোধিত
invoice-status-overpaid = অতিরিক্ত পরিশোধিত
invoice-status-overdue = মেয়াদোত্তীর্ণ
invoice-status-overdue-days = { $count-is ->
    [one] { $count } দিন
   *[other] { $count } দিন
} ধরে মেয়াদোত্তীর্ণ
invoice-status-part-paid = আংশিক পরিশোধিত
invoice-status-unpaid = অপরিশোধিত
list-stock-negative = শূন্যের নিচে
