suspense-reason-disposal-date-missing = परिसंपत्ति निपटाई हुई चिह्नित है, पर निपटान की तारीख नहीं है ({ $record })
suspense-reason-employee-missing = कोई कर्मचारी नहीं चुना गया
suspense-reason-invoice-missing = कोई बीजक नहीं चुना गया
suspense-reason-invoice-unknown = बीजक नहीं मिला ({ $record })
suspense-reason-item-missing = कोई वस्तु नहीं चुनी गई
suspense-reason-status-unknown = बिल योग्य समय की स्थिति पढ़ी नहीं जा सकती; वह बिना बीजक का माना जाता है
suspense-reason-tax-unreadable = कर पढ़ा नहीं जा सकता; अभिलेख की खतौनी उसके बिना होती है
suspense-reason-units-unknown = निवेश की कितनी इकाइयाँ हैं, यह दर्ज नहीं है ({ $record })
