# बैकअप सँभालकर रखना: अपने आप बनने वाले बैकअप, उनकी जगहें, और वहाँ क्या गड़बड़ हो सकती है।

progress-storing = जगह पर रखा जा रहा है
progress-fetching = जगह से पढ़ा जा रहा है
progress-waiting = दूसरे काम के पूरा होने की प्रतीक्षा
history-fact-places = जगहें
history-fact-schedule = समय-सारणी

error-place-file-not-found = { $place }: फ़ाइल { $file } वहाँ नहीं है। जगह को फिर देखें; शायद किसी ने उसे हटा दिया है।
error-place-file-exists = { $place }: फ़ाइल { $file } वहाँ पहले से है। उसे वैसा ही रहने दिया गया।
error-place-vanished = { $place }: फ़ोल्डर वहाँ नहीं है, या वह नहीं है जो तैयार किया गया था। उसकी डिस्क जोड़ें, फिर कोशिश करें।
error-place-full = { $place }: जगह नहीं बची। वहाँ जगह ख़ाली करें, या दूसरी जगह चुनें।
error-place-denied = { $place }: पहुँच नहीं दी गई ({ $reason })। कुंजियाँ और अनुमतियाँ देखें।
error-place-unreachable = { $place }: वहाँ पहुँचा नहीं जा सका ({ $reason })। कनेक्शन देखें, फिर कोशिश करें।
error-place-differs = { $place }: { $file } की जो सामग्री वापस पढ़ी गई वह रखी गई सामग्री नहीं है। इस बैकअप पर भरोसा न करें।
error-place-bad-settings = { $place }: ये सेटिंग्स सही नहीं हो सकतीं ({ $reason })। इन्हें ठीक करें।
error-place-stopped = { $place }: प्रति बनाना रुक गया ({ $reason })। फिर कोशिश करें।
error-place-failed = { $place }: जगह ने काम नहीं किया ({ $reason })। फिर कोशिश करें, या दूसरी जगह चुनें।
error-catalogue-damaged = { $file }: बैकअप की सूची पढ़ी नहीं जा सकती ({ $reason })। कोई बैकअप नहीं खोया। सूची ठीक करें ({ $command }): जो जगहें, समय-सारणियाँ और नियम अब भी पढ़े जा सकते हैं वे नई सूची में आते हैं, और बैकअप अपनी जगहों पर फिर मिल जाते हैं।
error-catalogue-too-new = { $file }: बैकअप की सूची प्रोग्राम के किसी नए संस्करण ने लिखी है। वही संस्करण चलाएँ।
error-catalogue-not-written = { $file }: बैकअप की सूची लिखी नहीं जा सकती ({ $reason })। डिस्क और डेटा फ़ोल्डर की अनुमतियाँ देखें।
error-retention-clock-behind = कुछ भी नहीं हटाया गया: घड़ी { $now } बताती है, पर सबसे नया बैकअप { $newest } का है। घड़ी ठीक करें।
error-retention-too-long-ago = कुछ भी नहीं हटाया गया: सबसे नया बैकअप { $newest } का है, जो बहुत पुराना है। पहले एक बैकअप लें।
error-keeping-no-places = बैकअप के लिए अभी कोई जगह नहीं है। पहले कोई फ़ोल्डर या भंडार जोड़ें।
error-keeping-place-unknown = बैकअप की ऐसी कोई जगह नहीं है। शायद इस बीच वह हटा दी गई है।
error-keeping-entry-unknown = सूची में ऐसा कोई बैकअप नहीं है। जगह को फिर देखें।
error-keeping-not-there = { $file }: यह बैकअप अपनी जगह पर नहीं है। जगह को फिर देखें।
error-keeping-last-good = { $file }, { $business } का आख़िरी सही बैकअप है और रहेगा। पहले दूसरा बैकअप लें।
error-keeping-no-backup = { $business } का अभी कोई सही बैकअप नहीं है। पहले एक बैकअप लें।
error-keeping-folder-not-whole = { $folder }: यह पूरा पथ नहीं है। इसे डिस्क की जड़ से शुरू करें।
error-keeping-name-missing = जगह को एक नाम दें जिससे आप उसे पहचानें।
error-keeping-passphrase-missing = इन बैकअप का पासफ़्रेज़ नहीं मिला। उसे फिर लिखें।
error-keeping-came-back-differing = { $file } को जाँच के लिए वापस लाया गया और वह अलग निकला: { $what } { $expected } होना चाहिए और { $found } है।
error-keeping-interrupted = बैकअप पूरा होने से पहले प्रोग्राम बंद हो गया। प्रोग्राम फिर चलने पर बैकअप लिया जाएगा।
keeper-alarm-subject = { $business } का बैकअप: कुछ गड़बड़ हुई
keeper-alarm-text = { $business } का अपने आप होने वाला बैकअप ठीक नहीं है। { $reason } प्रोग्राम खोलें और बैकअप का पृष्ठ देखें। ठीक होने तक यह संदेश दिन में एक बार भेजा जाता है।
error-keeping-missed = प्रोग्राम बंद था, इसलिए अपने आप होने वाले बैकअप छूट गए ({ $count })। सबसे नया अभी लिया जा रहा है।

# सँभाले गए बैकअप की कमांडें।
command-backups-none = अभी कोई बैकअप सँभाला नहीं गया है।
command-backups-kept = { $place } में रखा गया: { $file } ({ $size }), वापस पढ़कर बराबर पाया गया।
command-backups-unchanged = { $file } के बाद कुछ नहीं बदला, और वह अब भी { $place } में है।
command-backups-rehearsed = { $file } को जाँच के लिए वापस लाया गया और वह बराबर है: इसे पुनर्स्थापित किया जा सकता है।
command-backups-downloaded = { $file } में प्रति बनाई गई ({ $size })।
command-backups-removed = { $file } अपनी जगह की रद्दी में है।
command-backups-restored = { $file } रद्दी से वापस लाया गया।
command-backups-retired = { $place }: { $count-is ->
    [one] { $count } बैकअप रद्दी में गया
   *[other] { $count } बैकअप रद्दी में गए
}; रद्दी से हमेशा के लिए हटाए गए: { $emptied }।
command-backups-stays = रहेगा
command-backups-goes = जाएगा
command-backups-why-newest = सबसे नए में से
command-backups-why-proved = पूरा साबित
command-backups-why-complete = इसमें सब कुछ है
command-backups-why-last = पिछले
command-backups-why-hourly = हर घंटे का
command-backups-why-daily = दैनिक
command-backups-why-weekly = साप्ताहिक
command-backups-why-monthly = मासिक
command-backups-why-yearly = वार्षिक
command-backups-why-no-rule = कुछ भी नहीं जाता
command-backups-state-good = सही
command-backups-state-failed = विफल
command-backups-state-missed = छूट गया
command-backups-state-trashed = रद्दी में
command-backups-state-lost = खो गया
command-backups-state-emptied = हटा दिया गया
command-backups-proof-good = साबित
command-backups-proof-bad = ख़राब
command-place-ready = जगह { $name } तैयार है: { $address }
command-place-removed = जगह { $name } भुला दी गई। वहाँ जो है वह रहेगा: { $address }
command-secret-ask = गुप्त पहुँच कुंजी:
command-schedule-on = चालू
command-schedule-paused = समय-सारणी { $key } रोकी गई।
command-schedule-resumed = समय-सारणी { $key } अब से चालू है।
command-schedule-added = समय-सारणी { $key } जोड़ी गई। प्रोग्राम के चलते रहने पर बैकअप लिए जाते हैं।
command-schedule-removed = समय-सारणी { $key } भुला दी गई। उसके बनाए बैकअप रहेंगे।
command-schedule-word-paused = रुकी हुई
command-schedule-all = सभी व्यवसाय
command-schedules-none = अभी कोई समय-सारणी नहीं है।
error-command-place-unknown = { $name } नाम की कोई जगह नहीं है। जगहों की सूची देखें।
error-command-place-ambiguous = { $name } नाम की कई जगहें हैं। इनमें से एक कुंजी दें: { $keys }
error-command-schedule-unknown = कुंजी { $key } वाली कोई समय-सारणी नहीं है। समय-सारणियों की सूची देखें।
error-command-secret-missing = गुप्त पहुँच कुंजी नहीं मिली। { $variable } में रखें, या कमांड टर्मिनल में चलाएँ।
error-keeping-busy = कोई बैकअप या जाँच चल रही है। उसके पूरा होने की प्रतीक्षा करें, या उसे रोकें।
error-keeping-place-twice = { $address } पहले से जगह { $name } है। इसके लिए एक ही काफ़ी है।
