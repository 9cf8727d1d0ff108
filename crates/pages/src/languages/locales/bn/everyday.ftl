# একটি সাধারণ দিনের যা দরকার: প্রথম ট্যাবগুলো, আর যা হাতের কাছে থাকে।
create-tabs = শুরুর ট্যাব
create-tabs-hint = প্রথম সপ্তাহ থেকেই যা লিখবেন। { tab-summary }, { kind-JournalEntry-many }, { tab-reports } ও { tab-settings } সব সময় থাকে। যেকোনো ট্যাব পরে { tab-customize } থেকে চালু বা বন্ধ করা যায়, তাতে কিছুই হারায় না।
settings-about-attachments = রেকর্ডের সঙ্গে যুক্ত সব ফাইল, আকারসহ
