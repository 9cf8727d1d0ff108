# The proof that is asked for before what is grave, and the list of one's sessions.
proof-title = पुष्टि करें कि यह आप ही हैं
proof-explained = आपकी सुरक्षा के लिए अपना पासवर्ड एक बार फिर लिखें। इसके बाद पाँच मिनट तक फिर नहीं पूछा जाएगा।
proof-signed-in = आप { $name } के रूप में साइन इन हैं।
proof-kept = आपने जो लिखा वह सुरक्षित है और यहीं से आगे जाएगा।
proof-password = आपका पासवर्ड
proof-mail-password = ईमेल खाते का पासवर्ड
proof-again-hint = इसे फिर से लिखें: गुप्त शब्द सहेजे नहीं जाते।
proof-button = पुष्टि करें और आगे बढ़ें
proof-done-title = धन्यवाद
proof-done = आपका डाउनलोड अपने-आप शुरू होता है। न हो तो बटन दबाएँ।
error-proof-needed = पहले पुष्टि करनी होगी कि यह आप ही हैं। पीछे जाएँ, पृष्ठ फिर से खोलें और दोबारा भेजें।
account-session-this = आप अभी यहीं हैं
account-session-end = समाप्त करें
