# एक साधारण दिन की ज़रूरतें: पहले टैब, और जो हाथ के पास रहे।
create-tabs = शुरुआत के टैब
create-tabs-hint = जो आप पहले सप्ताह से ही दर्ज करेंगे। { tab-summary }, { kind-JournalEntry-many }, { tab-reports } और { tab-settings } हमेशा रहते हैं। कोई भी टैब बाद में { tab-customize } के अंतर्गत चालू या बंद किया जा सकता है, और इससे कुछ भी नहीं खोता।
settings-about-attachments = रिकॉर्ड से जुड़ी सभी फ़ाइलें, उनके आकार के साथ
