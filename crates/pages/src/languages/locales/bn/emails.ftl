# ইমেইল: লেখা, পাঠানো, কী হলো; অ্যাকাউন্ট, নমুনা, অনেককে বিবরণী।
email-button = ইমেইল করুন
email-of-record = এ বিষয়ের ইমেইল
email-new-title = নতুন ইমেইল
email-edit-title = খসড়া সম্পাদনা
email-edit = সম্পাদনা
email-from = প্রেরক
email-to = প্রাপক
email-to-hint = এক বা একাধিক ঠিকানা, মাঝে কমা বা নতুন লাইন: নাম <ঠিকানা>।
email-cc = অনুলিপি
email-bcc = গোপন অনুলিপি
email-bcc-hint = অন্য প্রাপকেরা এই ঠিকানাগুলো দেখতে পান না।
email-reply-to = উত্তরের ঠিকানা
email-subject = বিষয়
email-no-subject = (বিষয় নেই)
email-text = বার্তা
email-files = সংযুক্তিসমূহ
email-file-paper = PDF আকারে দলিলটি
email-file-paper-again = এখনকার হিসাব থেকে নতুন করে তৈরি PDF আকারে দলিলটি
email-file-size = ({ $size })
email-file-nameless = নামহীন ফাইল
email-language = ইমেইল ও PDF-এর ভাষা
email-language-hint = অন্য ভাষা বেছে নিলে সেই ভাষার নমুনা দিয়ে আবার শুরু হয়।
email-language-change = ভাষা বদলান
email-send = পাঠান
email-save-draft = খসড়া হিসেবে রাখুন
email-no-account = ইমেইল আপনার নিজের মেইল অ্যাকাউন্ট থেকে যায়। আগে সেটি লিখুন।
email-settings-open = ইমেইল সেটিংস
email-state-draft = খসড়া
email-state-queued = পাঠানোর অপেক্ষায়
email-state-held = আটকে রাখা
email-state-sending = পাঠানো হচ্ছে
email-state-uncertain = অনিশ্চিত
email-state-sent = পাঠানো হয়েছে
email-state-failed = পাঠানো হয়নি
email-explained-draft = আপনি পাঠান না চাপা পর্যন্ত কিছুই পাঠানো হয় না।
email-explained-queued = পালা এলেই পাঠানো হবে।
email-explained-held = এটি ইমপোর্ট করা ফাইলের সঙ্গে এসেছে। আপনি না বললে পাঠানো হবে না।
email-explained-sending = এই মুহূর্তে মেইল সার্ভারের সঙ্গে কথা হচ্ছে।
email-explained-uncertain = পাঠানো শুরু হয়েছিল, কিন্তু পৌঁছেছে কি না জানা সম্ভব নয়। প্রাপককে জিজ্ঞাসা করুন, অথবা আপনার মেইল অ্যাকাউন্টের পাঠানো বার্তা দেখুন।
email-explained-sent = মেইল সার্ভার সব প্রাপকের জন্য এটি গ্রহণ করেছে।
email-explained-failed = মেইল সার্ভার এটি নিশ্চিতভাবে গ্রহণ করেনি। কেউ এটি পাননি।
email-explained-withdrawn = এটি আউটবক্স থেকে সরানো হয়েছে, অথবা পৌঁছায়নি বলে জানা গেছে। কেউ এটি পাননি।
email-being-sent = মেইল সার্ভারের অপেক্ষা …
email-withdraw = পাঠাবেন না
email-retry = আবার পাঠান
email-arrived = পৌঁছেছে
email-not-arrived = পৌঁছায়নি
email-send-again = তবু আবার পাঠান
email-send-again-question = এটি হয়তো পৌঁছেছে। তাহলে প্রাপক দ্বিতীয়বার পাবেন। আবার পাঠাবেন?
email-held-question = এই ইমেইলটি অন্য কোথাও লেখা হয়েছিল এবং সেখান থেকে হয়তো পাঠানো হয়ে গেছে। এখান থেকে পাঠাবেন?
email-delete-question = এই খসড়াটি মুছবেন? খসড়ার ইতিহাস রাখা হয় না; এটি আর ফেরানো যাবে না।
email-created-at = লেখা হয়েছে
email-queued-at = আউটবক্সে রাখা হয়েছে
email-sent-at = পাঠানোর সময়
email-attempts = চেষ্টা
email-message-id = বার্তার পরিচিতি
email-message-download = বার্তা ডাউনলোড করুন
email-message-hint = মেইল সার্ভারকে ঠিক যেমন দেওয়া হয়, প্রতিটি বাইট, সংযুক্তিসহ।
email-column-state = অবস্থা
email-column-about = কী বিষয়ে
email-filter-all = সব
email-filter-words = বিষয় বা প্রাপক
email-filter-about = শুধু এ বিষয়ে:
email-filter-remove = সব দেখান
email-nothing-found = কোনো ইমেইল মেলেনি।
email-search-goes-on = নতুন ইমেইলগুলোর মধ্যে কিছু নেই। পরের পাতায় পুরোনোগুলো দেখুন।
email-settings-title = ইমেইল সেটিংস
email-settings-explained = যে অ্যাকাউন্ট দিয়ে এই ব্যবসা ইমেইল পাঠায়। এটি এই কম্পিউটারে, ব্যবসার বাইরে, সিল করে রাখা হয়: কোনো ব্যাকআপে এটি থাকে না, আর পাসওয়ার্ড আর কখনো দেখানো হয় না।
email-about-account = যে মেইল অ্যাকাউন্ট দিয়ে ইমেইল যায়, পরীক্ষাসহ।
email-about-templates = প্রতিটি দলিল ও ভাষার জন্য ইমেইলের শুরু।
email-settings-saved = ইমেইল সেটিংস সংরক্ষিত হয়েছে।
email-setting-server = মেইল সার্ভার
email-setting-sender = প্রেরক
email-setting-host = সার্ভার
email-setting-host-hint = বহির্গামী মেইল সার্ভারের নাম, আপনার মেইল সেবাদাতা যেমন জানান।
email-setting-host-wrong = সার্ভারের নামে শুধু রোমান অক্ষর, অঙ্ক, বিন্দু ও হাইফেন থাকে।
email-setting-port = পোর্ট
email-setting-port-hint = STARTTLS-এর সঙ্গে 587, TLS-এর সঙ্গে 465।
email-setting-port-wrong = পোর্ট একটি সংখ্যা: 587, 465 বা 25।
email-setting-security = এনক্রিপশন
email-security-starttls = STARTTLS: সম্ভাষণের পর এনক্রিপ্ট করা (পোর্ট 587)
email-security-tls = TLS: শুরু থেকেই এনক্রিপ্ট করা (পোর্ট 465)
email-security-none = কিছু নয়: শুধু এই কম্পিউটারেই চলা সার্ভারের জন্য
email-setting-security-wrong = সংযোগ কীভাবে এনক্রিপ্ট হবে তা বেছে নিন।
email-setting-username = ব্যবহারকারীর নাম
email-setting-username-hint = সাধারণত আপনার ইমেইল ঠিকানা। যে সার্ভার লগইন চায় না, তার জন্য খালি রাখুন।
email-setting-username-wrong = ব্যবহারকারীর নাম অতিরিক্ত লম্বা, অথবা তাতে অনুপযুক্ত চিহ্ন আছে।
email-setting-password = পাসওয়ার্ড
email-setting-password-hint = অনেক সেবাদাতা শুধু এই প্রোগ্রামের জন্য আলাদা পাসওয়ার্ড (অ্যাপ পাসওয়ার্ড) চান।
email-setting-password-kept = একটি পাসওয়ার্ড রাখা আছে। সেটি রাখতে এটি খালি রাখুন; সার্ভার বা ব্যবহারকারীর নাম বদলালে আবার লিখতে হবে।
email-setting-password-needed = পাসওয়ার্ড লিখুন। রাখা পাসওয়ার্ড শুধু একই সার্ভার ও ব্যবহারকারীর নামের জন্য ব্যবহৃত হয়।
email-setting-password-wrong = পাসওয়ার্ড অতিরিক্ত লম্বা, অথবা তাতে অনুপযুক্ত চিহ্ন আছে।
email-setting-from-name = প্রেরকের নাম
email-setting-from-address = প্রেরকের ঠিকানা
email-setting-reply-to-hint = শুধু যখন উত্তর অন্য ঠিকানায় যাওয়া উচিত।
email-setting-copy = প্রতিটি ইমেইলের গোপন অনুলিপি আমাকে পাঠান
email-setting-per-hour = ঘণ্টায় ইমেইল
email-setting-per-hour-hint = এক ঘণ্টায় এর বেশি পাঠানো হয় না; বাকিগুলো অপেক্ষা করে। সেবাদাতারা এমন সীমা রাখেন।
email-setting-per-hour-wrong = অন্তত 1-এর একটি পূর্ণ সংখ্যা দিন।
email-setting-authority = নিজস্ব প্রত্যয়নকারী কর্তৃপক্ষ
email-setting-authority-label = PEM আকারে সনদপত্র
email-setting-authority-hint = শুধু আপনার নিজের এমন মেইল সার্ভারের জন্য, যার সনদপত্র কোনো সরকারি-স্বীকৃত কর্তৃপক্ষ দেয়নি।
email-setting-authority-wrong = এটি PEM-এ কোনো সনদপত্র নয়: BEGIN CERTIFICATE থেকে END CERTIFICATE পর্যন্ত অংশটুকু বসান।
email-test = সংরক্ষণ করে পরীক্ষা করুন
email-test-title = সংযোগ পরীক্ষা
email-test-passed = সব ঠিক আছে: ইমেইল পাঠানো যাবে। পরীক্ষায় কিছু পাঠানো হয়নি।
email-test-resolve = সার্ভার পাওয়া যায়
email-test-connect = সার্ভার সাড়া দেয়
email-test-encrypt = সংযোগ এনক্রিপ্ট করা
email-test-certificate = সনদপত্র বিশ্বস্ত
email-test-log-in = ব্যবহারকারীর নাম ও পাসওয়ার্ড সঠিক
email-tested-passed = হ্যাঁ
email-tested-not-asked = প্রয়োজন নেই
email-tested-failed = না
email-tested-not-reached = চেষ্টা হয়নি
email-failure-said = মেইল সার্ভার বা সিস্টেম বলেছে:
email-failure-unknown = এমন কিছু ঘটেছে যা এই সংস্করণ জানে না ({ $code })।
email-failure-host-not-found = এই নামের কোনো সার্ভার পাওয়া যায়নি। ইমেইল সেটিংসে বানান এবং ইন্টারনেট সংযোগ দেখুন।
email-failure-host-not-allowed = প্রোগ্রাম এই ঠিকানায় সংযোগ করে না। এনক্রিপশন ছাড়া শুধু এই কম্পিউটারের সার্ভার চলে: STARTTLS বা TLS বেছে নিন।
email-failure-port-not-allowed = এটি মেইলের পোর্ট নয়। 587, 465 বা 25 ব্যবহার করুন।
email-failure-connection-refused = সার্ভার এই পোর্টে সংযোগ নেয় না। পোর্ট দেখুন; কিছু নেটওয়ার্ক এটি আটকায়।
email-failure-connection-lost = ইমেইল হস্তান্তরের আগেই সংযোগ কেটে গেছে। কিছুক্ষণ পর আবার পাঠান।
email-failure-timeout = সার্ভার সময়মতো সাড়া দেয়নি। সার্ভার, পোর্ট ও এনক্রিপশন দেখুন, কিছুক্ষণ পর আবার পাঠান।
email-failure-tls-failed = এনক্রিপশনে মিল হয়নি। সেবাদাতার কথামতো পোর্ট 465-এ TLS এবং 587-এ STARTTLS বেছে নিন।
email-failure-certificate-invalid = সার্ভারের সনদপত্র মেয়াদোত্তীর্ণ, অন্য নামের, অথবা বিশ্বস্ত কারও দেওয়া নয়। সার্ভারের নাম দেখুন; নাম ঠিক থাকলে আর এগোবেন না।
email-failure-login-refused = সার্ভার ব্যবহারকারীর নাম ও পাসওয়ার্ড মানছে না। আবার লিখুন; অনেক সেবাদাতা প্রোগ্রামের জন্য অ্যাপ পাসওয়ার্ড চান।
email-failure-login-not-offered = সার্ভার এমন কোনো লগইন পদ্ধতি দেয় না যা এই প্রোগ্রাম জানে। সেবাদাতার কাছে পাসওয়ার্ড দিয়ে লগইন চালু করুন।
email-failure-sender-refused = সার্ভার প্রেরকের ঠিকানা মানছে না। ওই মেইল অ্যাকাউন্টের ঠিকানা ব্যবহার করুন।
email-failure-recipient-refused = সার্ভার একজন প্রাপকের ঠিকানা মানছে না। ঠিক করুন; অন্যদেরও কিছু পাঠানো হয়নি।
email-failure-greylisted = সার্ভার পরে আসতে বলছে। পনেরো মিনিট পর আবার পাঠান।
email-failure-message-too-large = ইমেইলটি সার্ভারের জন্য অতিরিক্ত বড়। কম সংযুক্তি দিয়ে আবার লিখুন।
email-failure-message-refused = সার্ভার ইমেইলটি নিতে অস্বীকার করেছে, হয়তো অবাঞ্ছিত ভেবে। তার উত্তর পড়ুন।
email-failure-server-answer = সার্ভারের উত্তর বোঝা যায়নি। সার্ভার, পোর্ট ও এনক্রিপশন দেখুন।
email-failure-uncertain = সার্ভার ইমেইল নেওয়ার সময় সংযোগ বা প্রোগ্রাম বন্ধ হয়ে গেছে।
email-failure-message-unsound = রাখা ইমেইলটি দুইভাবে পড়া যেতে পারে, তাই কোনো সার্ভারকে দেওয়া হয় না। আবার লিখুন।
error-email-address-invalid = “{ $address }” কোনো ইমেইল ঠিকানা নয়।
error-email-no-recipient = অন্তত একজন প্রাপক দিন।
error-email-too-many-recipients = প্রাপক { $count-number } জন, সর্বোচ্চ { $max-number } জনকে পাঠানো যায়। একাধিক ইমেইল পাঠান।
error-email-subject-too-long = বিষয় { $max-number } অক্ষরের চেয়ে লম্বা। ছোট করুন।
error-email-too-large = সংযুক্তিসহ ইমেইলটি { $max-size }-এর চেয়ে বড়। কিছু সংযুক্তি বাদ দিন।
error-email-not-composed = ইমেইল তৈরি করা যায়নি ({ $reason })।
error-email-unknown-placeholder = “{ $name }” নামে কোনো স্থানধারক নেই। নিচের তালিকায় সবগুলো আছে।
error-email-unpaired-brace = একটি দ্বিতীয় বন্ধনী একা আছে। চিহ্নটির জন্য সেটি দুবার লিখুন।
error-email-setting-invalid = ইমেইল সেটিংসের একটি ব্যবহারযোগ্য নয়। আবার দেখুন।
error-vault-unreadable = এই ব্যবসার ইমেইল সেটিংস এই কম্পিউটারে পড়া যাচ্ছে না। আবার লিখুন।
error-vault-not-written = ইমেইল সেটিংস { $file }-এ লেখা যায়নি: { $reason }।
error-email-not-found = এমন কোনো ইমেইল নেই।
error-email-wrong-state = এই ইমেইলের সঙ্গে এটি আর করা যাবে না: ইতিমধ্যে এটি এগিয়ে গেছে। আবার খুলুন।
error-email-file-gone = টিক দেওয়া ফাইলগুলোর একটি আর এখানে নেই। আবার দেখুন।
email-templates-title = ইমেইলের নমুনা
email-templates-explained = প্রতিটি ধরনের দলিল ও ভাষার জন্য যে বিষয় ও বার্তা দিয়ে ইমেইল শুরু হয়। এগুলো ব্যবসার অংশ এবং ব্যাকআপের সঙ্গে যায়।
email-template-purpose = কিসের জন্য
email-template-own = নিজস্ব
email-template-default = পূর্বনির্ধারিত
email-template-preview = পূর্বরূপ
email-template-back = পূর্বনির্ধারিতে ফিরুন
email-template-back-question = আপনার লেখা বিষয় ও বার্তার জায়গায় পূর্বনির্ধারিতটি আসবে। ইতিহাসে সেগুলো থাকবে।
email-purpose-customer-statement = গ্রাহক বিবরণী
email-purpose-supplier-statement = সরবরাহকারী বিবরণী
email-purpose-other-documents = অন্যান্য দলিল
email-purpose-other-reports = প্রতিবেদন
email-placeholders-title = স্থানধারক
email-placeholders-explained = দ্বিতীয় বন্ধনীর ভেতরের শব্দ ইমেইল লেখার সময় বদলে যায়। যার মান নেই, তার জায়গা খালি থাকে।
email-placeholder = স্থানধারক
email-placeholder-meaning = অর্থ
email-placeholder-example = উদাহরণ
email-placeholder-business = ব্যবসার নাম
email-placeholder-customer = গ্রাহকের নাম
email-placeholder-supplier = সরবরাহকারীর নাম
email-placeholder-contact = যাঁর জন্য, তাঁর নাম
email-placeholder-document = দলিলের ধরন
email-placeholder-number = দলিলের নম্বর
email-placeholder-date = তার তারিখ
email-placeholder-due-date = পরিশোধের শেষ তারিখ
email-placeholder-amount = মোট অঙ্ক
email-placeholder-balance = গ্রাহক বা সরবরাহকারীর বকেয়া
email-sample-contact = করিম ট্রেডার্স
email-default-document-subject = { $document } { $number } – { $business }
email-default-document-text =
    প্রিয় { $contact },

    সংযুক্ত { $document } { $number } দেখুন।

    শুভেচ্ছান্তে,
    { $business }
email-default-statement-subject = হিসাব বিবরণী – { $business }
email-default-statement-text =
    প্রিয় { $contact },

    সংযুক্ত আপনার হিসাব বিবরণী দেখুন। স্থিতি { $balance }।

    শুভেচ্ছান্তে,
    { $business }
email-default-report-subject = { $document } – { $business }
email-default-report-text =
    সংযুক্ত দেখুন: { $document }।

    শুভেচ্ছান্তে,
    { $business }
email-statements-title = বিবরণী পাঠান
email-statements-explained = নিচে টিক দেওয়া প্রতিটি গ্রাহক PDF বিবরণীসহ একটি ইমেইল পান। এঁরা বকেয়া থাকা গ্রাহক।
email-statements-nobody = কোনো গ্রাহকের বকেয়া নেই।
email-statements-nobody-ticked = অন্তত একজন গ্রাহকে টিক দিন।
email-statements-no-address = ইমেইল ঠিকানা নেই
email-statements-tick = পাঠান
email-statements-customer = গ্রাহক
email-statements-balance = স্থিতি
email-statements-which = কোন বিবরণী
email-statements-from = বিবরণী শুরু
email-statements-to = বিবরণী শেষ
email-statements-send = টিক দেওয়াদের পাঠান
email-statements-again = আরও বিবরণী
email-statements-left-out = যাঁদের পাঠানো হয়নি
email-statements-reason = কারণ
email-statements-withdraw = অপেক্ষমাণগুলো পাঠাবেন না
email-statements-withdraw-question = যেগুলো এখনো পাঠানো হয়নি, সেগুলো আউটবক্স থেকে সরানো হবে। এগোবেন?
kind-TijoriEmailTemplate-one = ইমেইলের নমুনা
kind-TijoriEmailTemplate-many = ইমেইলের নমুনা
field-Purpose = উদ্দেশ্য
field-Language = ভাষা
field-Subject = বিষয়
field-Text = বার্তা
history-fact-email = ইমেইল
history-fact-message-id = বার্তার পরিচিতি
history-fact-to = প্রাপক
history-fact-record = রেকর্ড
history-fact-failure = কী সমস্যা হয়েছে
history-fact-host = মেইল সার্ভার
history-fact-port = পোর্ট
history-fact-security = এনক্রিপশন
history-fact-username = ব্যবহারকারীর নাম
history-fact-password = পাসওয়ার্ড
email-statements-limit = { $count-is ->
    [one] ঘণ্টায় সর্বোচ্চ { $count }টি ইমেইল পাঠানো হয়; বাকিগুলো আউটবক্সে অপেক্ষা করে।
   *[other] ঘণ্টায় সর্বোচ্চ { $count }টি ইমেইল পাঠানো হয়; বাকিগুলো আউটবক্সে অপেক্ষা করে।
}
email-statements-working = { $count-is ->
    [one] { $count }টির মধ্যে { $done }টি বিবরণী তৈরি করে আউটবক্সে রাখা হয়েছে …
   *[other] { $count }টির মধ্যে { $done }টি বিবরণী তৈরি করে আউটবক্সে রাখা হয়েছে …
}
email-statements-done = { $count-is ->
    [one] { $total }টির মধ্যে { $count }টি বিবরণী আউটবক্সে আছে এবং একের পর এক পাঠানো হবে।
   *[other] { $total }টির মধ্যে { $count }টি বিবরণী আউটবক্সে আছে এবং একের পর এক পাঠানো হবে।
}
email-statements-stopped = { $count-is ->
    [one] থামানো হয়েছে: { $total }টির মধ্যে { $count }টি বিবরণী আউটবক্সে আছে এবং পাঠানো হবে; বাকিগুলো নয়।
   *[other] থামানো হয়েছে: { $total }টির মধ্যে { $count }টি বিবরণী আউটবক্সে আছে এবং পাঠানো হবে; বাকিগুলো নয়।
}
