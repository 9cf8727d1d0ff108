# The bound on the lines of one record (SPEC-api.md, 2.4).
error-lines-too-many = একটি রেকর্ডে সর্বোচ্চ { $limit-number }টি লাইন থাকতে পারে। এটি কয়েকটি রেকর্ডে ভাগ করুন।
