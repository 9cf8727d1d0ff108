# Users: signing in, what someone may do. The key of a sentence about an error is error-<code>.
error-sign-in-refused = नाम या पासवर्ड ग़लत है।
error-too-many-tries = बहुत बार ग़लत कोशिश हुई। { $seconds } सेकंड रुककर फिर कोशिश करें।
error-code-refused = कोड ग़लत है या पहले ही इस्तेमाल हो चुका है। अगले कोड का इंतज़ार करके फिर कोशिश करें।
error-link-refused = यह लिंक पहले ही इस्तेमाल हो चुका है या बहुत पुराना है। नया लिंक माँगें।
error-password-too-short = यह पासवर्ड बहुत छोटा है। कम से कम 12 अक्षर लिखें, या जहाँ दूसरा प्रमाण भी माँगा जाता है वहाँ 8।
error-password-too-long = यह पासवर्ड बहुत लंबा है। ज़्यादा से ज़्यादा 128 अक्षर लिखें।
error-password-too-common = यह पासवर्ड आसानी से अंदाज़ा लगाया जा सकता है। ऐसे शब्द जोड़ें जिनका आपसे कोई संबंध न हो।
error-user-name-refused = नाम “{ $name }” इस्तेमाल नहीं हो सकता। बिना ख़ाली जगह के 1 से 100 अक्षर, अंक या . _ - @ लिखें।
error-user-name-taken = “{ $name }” नाम का उपयोगकर्ता पहले से है। दूसरा नाम चुनें।
error-last-administrator = यह आख़िरी प्रशासक है। पहले किसी और को प्रशासक बनाएँ।
error-user-not-found = ऐसा कोई उपयोगकर्ता अब नहीं है।
error-users-failed = उपयोगकर्ता पढ़े या लिखे नहीं जा सके। कुछ भी नहीं बदला। फिर कोशिश करें।
