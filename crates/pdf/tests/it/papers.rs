//! Papers of made-up businesses, in several languages.

use std::path::PathBuf;
use std::sync::OnceLock;

use pdf::{
    Column, Date, Direction, Document, Fonts, PageSetup, Recipient, Report, ReportRow, RowStyle,
    Sender, Total,
};

/// The day of all papers.
pub const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 21,
};

/// The fonts of this system, looked for once.
pub fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(Fonts::of_system)
}

/// Owned texts.
pub fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = pairs.iter();
    owned
        .map(|&(label, text)| (label.to_owned(), text.to_owned()))
        .collect()
}

pub fn total(label: &str, text: &str, strong: bool) -> Total {
    Total {
        label: label.to_owned(),
        text: text.to_owned(),
        strong,
    }
}

/// A picture of a lamp, drawn for these tests.
fn logo() -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/lamp.png");
    std::fs::read(path).expect("the picture lies beside the tests")
}

/// An invoice for two lines, in English.
pub fn english_invoice() -> Document {
    Document {
        setup: PageSetup::english(DAY),
        title: "Sales Invoice".to_owned(),
        number: "INV-0042".to_owned(),
        facts: pairs(&[
            ("Issue date", "21/11/2026"),
            ("Due date", "21/12/2026"),
            ("Your order", "PO 7781"),
        ]),
        sender: Sender {
            name: "Brightlamp & Sons Ltd".to_owned(),
            address: texts(&["14 Harbour Street", "Bristol BS1 4ST", "United Kingdom"]),
            details: texts(&["VAT GB 123 4567 89", "accounts@brightlamp.example"]),
            logo: Some(logo()),
        },
        recipient: Some(Recipient {
            label: "Bill to".to_owned(),
            name: "Meadow Tea House".to_owned(),
            address: texts(&["3 Mill Lane", "Bath BA1 1AA", "United Kingdom"]),
        }),
        introduction: "Lighting for the new terrace, as agreed on 12 October.".to_owned(),
        columns: vec![
            Column::of_words("Description"),
            Column::of_amounts("Qty"),
            Column::of_amounts("Unit price"),
            Column::of_amounts("VAT"),
            Column::of_amounts("Amount"),
        ],
        rows: vec![
            texts(&[
                "Brass wall lamp, 40 cm, hand polished",
                "12",
                "64.00",
                "20%",
                "768.00",
            ]),
            texts(&[
                "Installation on site: two electricians, half a day, including cables, clips and \
                 the certificate of safety",
                "1",
                "480.00",
                "20%",
                "480.00",
            ]),
            texts(&["Discount for early order", "", "", "20%", "-48.00"]),
        ],
        totals: vec![
            total("Subtotal", "1,200.00", false),
            total("VAT 20%", "240.00", false),
            total("Total", "£1,440.00", true),
            total("Paid on 20/11/2026", "-400.00", false),
            total("Balance due", "£1,040.00", true),
        ],
        notes: texts(&[
            "Please pay within 30 days to Harbour Bank, sort code 00-00-00, account 00000000.",
            "Goods remain ours until they are paid in full.",
        ]),
        footer: "Brightlamp & Sons Ltd · Registered in England no. 00000000".to_owned(),
    }
}

/// An invoice in Bengali for a customer with an Arabic name.
pub fn bengali_invoice() -> Document {
    Document {
        setup: PageSetup {
            language: "bn".to_owned(),
            page_numbering: "পৃষ্ঠা {page} / {pages}".to_owned(),
            digit_zero: '০',
            ..PageSetup::english(DAY)
        },
        title: "বিক্রয় চালান".to_owned(),
        number: "চা-০০৪২".to_owned(),
        facts: pairs(&[
            ("ইস্যুর তারিখ", "২১/১১/২০২৬"),
            ("পরিশোধের শেষ তারিখ", "২১/১২/২০২৬"),
        ]),
        sender: Sender {
            name: "ঢাকা মুদি দোকান".to_owned(),
            address: texts(&["১২ র‍্যাংকিন স্ট্রিট, ওয়ারী", "ঢাকা ১২০৩", "বাংলাদেশ"]),
            details: texts(&["বিআইএন ০০০১২৩৪৫৬-০১০১"]),
            logo: Some(logo()),
        },
        recipient: Some(Recipient {
            label: "প্রাপক".to_owned(),
            name: "محمد عبد الرحمن (وكالة الشرق)".to_owned(),
            address: texts(&["شارع الملك فهد ١٢، مكتب 4", "الرياض", "Saudi Arabia"]),
        }),
        introduction: String::new(),
        columns: vec![
            Column::of_words("বিবরণ"),
            Column::of_amounts("পরিমাণ"),
            Column::of_amounts("একক মূল্য"),
            Column::of_amounts("টাকা"),
        ],
        rows: vec![
            texts(&["চিনিগুঁড়া চাল, ২৫ কেজি, লক্ষ্মীপুর", "১০", "৩,২৫০.০০", "৩২,৫০০.০০"]),
            texts(&["র‍্যাপিং কাগজ ও ক্ষুদ্র প্যাকেট", "৫০", "১২.৫০", "৬২৫.০০"]),
            texts(&["সরিষার তেল (5 L) · রাষ্ট্রীয় মান", "৮", "১,১৪০.০০", "৯,১২০.০০"]),
        ],
        totals: vec![
            total("উপমোট", "৪২,২৪৫.০০", false),
            total("ভ্যাট ১৫%", "৬,৩৩৬.৭৫", false),
            total("সর্বমোট", "৪৮,৫৮১.৭৫৳", true),
        ],
        notes: texts(&["অনুগ্রহ করে ৩০ দিনের মধ্যে মূল্য পরিশোধ করুন। ধন্যবাদ।"]),
        footer: "ক্ষুদ্র ব্যবসায় আমাদের সঙ্গে থাকার জন্য কৃতজ্ঞ।".to_owned(),
    }
}

/// An invoice in Hindi.
pub fn hindi_invoice() -> Document {
    Document {
        setup: PageSetup {
            language: "hi".to_owned(),
            page_numbering: "पृष्ठ {page} / {pages}".to_owned(),
            ..PageSetup::english(DAY)
        },
        title: "बिक्री चालान".to_owned(),
        number: "INV/2026-27/0042".to_owned(),
        facts: pairs(&[
            ("जारी करने की तिथि", "21/11/2026"),
            ("देय तिथि", "21/12/2026"),
        ]),
        sender: Sender {
            name: "श्री गणेश ट्रेडर्स".to_owned(),
            address: texts(&["27 चाँदनी चौक", "दिल्ली 110006", "भारत"]),
            details: texts(&["GSTIN 07AAAAA0000A1Z5"]),
            logo: None,
        },
        recipient: Some(Recipient {
            label: "प्रति".to_owned(),
            name: "कृष्ण मिष्ठान्न भंडार".to_owned(),
            address: texts(&["स्टेशन रोड, द्वितीय तल", "जयपुर 302006"]),
        }),
        introduction: String::new(),
        columns: vec![
            Column::of_words("विवरण"),
            Column::of_codes("HSN"),
            Column::of_amounts("मात्रा"),
            Column::of_amounts("दर"),
            Column::of_amounts("राशि"),
        ],
        rows: vec![
            texts(&[
                "शुद्ध देसी घी, 15 किग्रा टिन",
                "0405",
                "4",
                "₹8,750.00",
                "₹35,000.00",
            ]),
            texts(&["बादाम गिरी (श्रेष्ठ)", "0802", "20", "₹840.00", "₹16,800.00"]),
        ],
        totals: vec![
            total("उप-योग", "₹51,800.00", false),
            total("CGST 6%", "₹3,108.00", false),
            total("SGST 6%", "₹3,108.00", false),
            total("कुल", "₹58,016.00", true),
        ],
        notes: texts(&["कृपया 30 दिनों के भीतर भुगतान करें। धन्यवाद।"]),
        footer: String::new(),
    }
}

/// The English invoice with so many lines.
pub fn long_invoice(lines: usize) -> Document {
    let line = |number: usize| {
        let description = format!("Line {number}: candle, beeswax, 20 cm");
        vec![
            description,
            (number % 90 + 1).to_string(),
            "1.25".to_owned(),
            "20%".to_owned(),
            format!("{}.50", number % 900 + 1),
        ]
    };
    Document {
        rows: (1..=lines).map(line).collect(),
        ..english_invoice()
    }
}

/// A balance sheet with groups and a comparison.
pub fn balance_sheet() -> Report {
    let row = |style, level, cells: &[&str]| ReportRow {
        style,
        level,
        cells: texts(cells),
    };
    use RowStyle::{Heading, Line, Subtotal, Total};
    Report {
        setup: PageSetup::english(DAY),
        title: "Balance Sheet".to_owned(),
        subtitles: texts(&[
            "Brightlamp & Sons Ltd",
            "As at 21 November 2026 · Accrual basis",
        ]),
        columns: vec![
            Column::of_words(""),
            Column::of_amounts("21/11/2026"),
            Column::of_amounts("31/12/2025"),
        ],
        rows: vec![
            row(Heading, 0, &["Assets"]),
            row(Heading, 1, &["Cash at bank"]),
            row(
                Line,
                2,
                &["Harbour Bank, current account", "12,345.60", "9,870.00"],
            ),
            row(Line, 2, &["Petty cash", "120.00", "80.00"]),
            row(
                Subtotal,
                1,
                &["Total Cash at bank", "12,465.60", "9,950.00"],
            ),
            row(Line, 1, &["Accounts receivable", "4,040.00", "3,300.00"]),
            row(Line, 1, &["Inventory on hand", "7,212.40", "6,900.00"]),
            row(Total, 0, &["Total Assets", "23,718.00", "20,150.00"]),
            row(Heading, 0, &["Liabilities"]),
            row(Line, 1, &["Accounts payable", "2,118.00", "2,950.00"]),
            row(Line, 1, &["VAT payable", "600.00", "200.00"]),
            row(Total, 0, &["Total Liabilities", "2,718.00", "3,150.00"]),
            row(Heading, 0, &["Equity"]),
            row(Line, 1, &["Capital", "15,000.00", "15,000.00"]),
            row(Line, 1, &["Retained earnings", "6,000.00", "2,000.00"]),
            row(Total, 0, &["Total Equity", "21,000.00", "17,000.00"]),
        ],
        notes: texts(&["Suspense: none."]),
    }
}

/// An invoice whose page is laid out from right to left.
pub fn arabic_invoice() -> Document {
    let english = english_invoice();
    Document {
        setup: PageSetup {
            language: "ar".to_owned(),
            direction: Direction::RightToLeft,
            page_numbering: "صفحة {page} من {pages}".to_owned(),
            ..PageSetup::english(DAY)
        },
        title: "فاتورة مبيعات".to_owned(),
        facts: pairs(&[("تاريخ الإصدار", "21/11/2026")]),
        columns: vec![
            Column::of_words("الوصف"),
            Column::of_amounts("الكمية"),
            Column::of_amounts("المبلغ"),
        ],
        rows: vec![texts(&["مصباح نحاسي (Brass lamp)", "12", "-768.00"])],
        totals: vec![total("المجموع", "-768.00", true)],
        ..english
    }
}
