suspense-reason-disposal-date-missing = সম্পদটি নিষ্পত্তি হয়েছে বলে চিহ্নিত, কিন্তু নিষ্পত্তির তারিখ নেই ({ $record })
suspense-reason-employee-missing = কোনো কর্মচারী বাছাই করা হয়নি
suspense-reason-invoice-missing = কোনো চালান বাছাই করা হয়নি
suspense-reason-invoice-unknown = চালানটি পাওয়া যায়নি ({ $record })
suspense-reason-item-missing = কোনো পণ্য বাছাই করা হয়নি
suspense-reason-status-unknown = বিলযোগ্য সময়ের অবস্থা পড়া যাচ্ছে না; তা চালানবিহীন ধরা হয়
suspense-reason-tax-unreadable = কর পড়া যাচ্ছে না; তা ছাড়াই রেকর্ডটি খতিয়ানভুক্ত হয়
suspense-reason-units-unknown = বিনিয়োগের কত একক আছে তা নথিভুক্ত নেই ({ $record })
