# परिवर्तन इतिहास: हर बदलाव, किसने और कब किया, पहले और बाद में।
history-title = परिवर्तन इतिहास
history-of-record = { $name } का परिवर्तन इतिहास
history-explanation = हर बदलाव यहाँ रखा जाता है; इसे न बदला जा सकता है, न बंद किया जा सकता है।
history-empty = कोई बदलाव मेल नहीं खाता।
history-count = { $count-is ->
    [one] { $count } बदलाव
   *[other] { $count } बदलाव
}
history-column-when = कब
history-column-who = किसने
history-column-what = क्या
history-column-record = अभिलेख
history-column-number = क्रमांक
history-column-difference = अंतर
history-filter-user = उपयोगकर्ता
history-filter-action = क्रिया
history-filter-kind = अभिलेख का प्रकार
history-filter-from = कब से
history-filter-to = कब तक
history-filter-text = पाठ
history-filter-apply = छाँटें
history-filter-clear = सब दिखाएँ
history-filter-any = कोई भी
history-action-created = बनाया गया
history-action-changed = बदला गया
history-action-deleted = हटाया गया
history-action-imported = आयात किया गया
history-action-restored = बैकअप से पुनर्स्थापित
history-action-removed = रद्दी में डाला गया
history-action-returned = रद्दी से पुनर्स्थापित
history-action-backed-up = बैकअप लिया गया
history-action-attached = फ़ाइल जोड़ी गई
history-action-detached = फ़ाइल निकाली गई
history-action-renamed = नाम बदला गया
history-action-sealed = पुराना इतिहास मुहरबंद
history-action-started = व्यवसाय बनाया गया
history-action-unknown = अन्य ({ $action })
history-sentence-created = { $who } ने { $what } बनाया
history-sentence-changed = { $who } ने { $what } को बदला
history-sentence-deleted = { $who } ने { $what } को हटाया
history-restored-from = { $file } से पुनर्स्थापित
history-before = पहले
history-after = बाद में
history-field = फ़ील्ड
history-difference-title = क्या बदला
history-no-difference = जो दिखता है, उसमें कुछ नहीं बदला।
history-not-understood = कुछ ऐसे हिस्से भी बदले जो समझे नहीं गए।
history-nothing-before = (कुछ नहीं)
history-nothing-after = (कुछ नहीं)
history-value-added = जोड़ा गया
history-value-removed = निकाला गया
history-value-changed = बदला गया
history-line-added = पंक्ति { $number } जोड़ी गई
history-line-removed = पंक्ति { $number } निकाली गई
history-line-changed = पंक्ति { $number } बदली गई
history-user-desktop = आप, इसी कंप्यूटर पर
history-user-system = प्रोग्राम
history-user-imported = आयात की गई फ़ाइल से
history-legacy = आयात से पहले का: जैसा आया वैसा रखा है, सत्यापित नहीं किया जा सकता
history-chain-whole = हैश शृंखला अक्षुण्ण है: { $count-is ->
    [one] { $count } बदलाव, बिना टूटे।
   *[other] { $count } बदलाव, बिना टूटे।
}
history-chain-broken = हैश शृंखला बदलाव { $number } पर टूटी हुई है। किसी ने यह इतिहास प्रोग्राम के बाहर से बदला है।
history-head = सबसे नए बदलाव का फ़िंगरप्रिंट
history-next-older = पुराने
history-next-newer = नए
history-clock = यहाँ इस कंप्यूटर की घड़ी पीछे चली गई।
