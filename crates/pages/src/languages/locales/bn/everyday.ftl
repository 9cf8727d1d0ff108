# একটি সাধারণ দিনের যা দরকার: প্রথম ট্যাবগুলো, আর যা হাতের কাছে থাকে।
create-tabs = শুরুর ট্যাব
create-tabs-hint = প্রথম সপ্তাহ থেকেই যা লিখবেন। { tab-summary }, { kind-JournalEntry-many }, { tab-reports } ও { tab-settings } সব সময় থাকে। যেকোনো ট্যাব পরে { tab-customize } থেকে চালু বা বন্ধ করা যায়, তাতে কিছুই হারায় না।
settings-about-attachments = রেকর্ডের সঙ্গে যুক্ত সব ফাইল, আকারসহ
standing-open-documents = খোলা নথি
standing-document = নথি
standing-nothing-open = কিছুই বাকি নেই।
standing-not-allocated = কোনো চালানের সঙ্গে যুক্ত নয়
standing-latest = সাম্প্রতিক লেনদেন
standing-nothing-moved = এখনো কোনো লেনদেন নেই।
standing-all = সব লেনদেন দেখান
standing-received = প্রাপ্ত
standing-paid = পরিশোধ
standing-cost = খরচ
standing-tax-amount = করের পরিমাণ
standing-more-open = { $count-is ->
    [one] আরও { $count }টি নথি খোলা আছে; বিবরণীতে তা আছে।
   *[other] আরও { $count }টি নথি খোলা আছে; বিবরণীতে সেগুলো আছে।
}
