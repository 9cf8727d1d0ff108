# एक साधारण दिन की ज़रूरतें: पहले टैब, और जो हाथ के पास रहे।
create-tabs = शुरुआत के टैब
create-tabs-hint = जो आप पहले सप्ताह से ही दर्ज करेंगे। { tab-summary }, { kind-JournalEntry-many }, { tab-reports } और { tab-settings } हमेशा रहते हैं। कोई भी टैब बाद में { tab-customize } के अंतर्गत चालू या बंद किया जा सकता है, और इससे कुछ भी नहीं खोता।
settings-about-attachments = रिकॉर्ड से जुड़ी सभी फ़ाइलें, उनके आकार के साथ
standing-open-documents = खुले दस्तावेज़
standing-document = दस्तावेज़
standing-nothing-open = कुछ भी बकाया नहीं है।
standing-not-allocated = किसी बीजक से नहीं जुड़ा
standing-latest = हाल के लेन-देन
standing-nothing-moved = अभी कोई लेन-देन नहीं है।
standing-all = सभी लेन-देन दिखाएँ
standing-received = प्राप्त
standing-paid = भुगतान
standing-cost = लागत
standing-tax-amount = कर राशि
standing-more-open = { $count-is ->
    [one] { $count } और दस्तावेज़ खुला है; वह विवरण में है।
   *[other] { $count } और दस्तावेज़ खुले हैं; वे विवरण में हैं।
}
