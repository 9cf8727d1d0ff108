//! Papers: what stands on them is what the books say, in every language, for every kind of record.
//!
//! With `TIJORI_PAPERS` naming a folder, every paper is also written there, to be looked at.

use crate::bench::{Bench, key};
use crate::papers_books::{
    ARABIC, BANK, DOLLARS, EMPLOYEE, FOOTER, GST, INCOME, KARIM, ORDER_NUMBER, RICE, VAT, WAGE,
    business, invoice, k, line, map, record, t, yes,
};
use crate::world::World;
use books::{Key, Object, kinds};
use interchange::Plain;
use pages::{Digits, Language, Locale};
use std::io::Write;
use std::process::Command;
use web::papers::{Paper, Source, paper};

/// A document under test.
const DOCUMENT: Key = key(0x60);

/// The paper of a record.
pub fn paper_of(bench: &Bench, business: Key, record: Key, locale: Locale) -> Paper {
    let opened = bench.store().open(business).expect("the business");
    let reader = opened.read().expect("a reader");
    let source = Source::Record(record);
    let made = paper(bench.app(), reader.as_ref(), &source, locale).expect("a paper");
    keep(&made, locale);
    made
}

/// Puts a document into the business and makes its paper.
pub fn made(bench: &Bench, business: Key, document: &Object, locale: Locale) -> Paper {
    bench.puts(
        business,
        document.key,
        document.content_type,
        &document.content,
    );
    paper_of(bench, business, document.key, locale)
}

/// Writes the paper where a person wants to look at it.
pub fn keep(paper: &Paper, locale: Locale) {
    if let Ok(folder) = std::env::var("TIJORI_PAPERS") {
        let name = format!("{} {}", locale.language.code(), paper.file_name);
        let path = std::path::Path::new(&folder).join(name);
        std::fs::write(path, &paper.bytes).expect("room for the paper");
    }
}

/// What another program reads in a paper, page by page, without marks of direction and with single
/// spaces; nothing where there is no such program.
fn pages_of(paper: &Paper) -> Option<Vec<String>> {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(&paper.bytes).expect("room for it");
    let output = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-layout"])
        .arg(file.path())
        .arg("-")
        .output();
    let Ok(output) = output else {
        println!("skipped: there is no pdftotext program here");
        return None;
    };
    let text = String::from_utf8(output.stdout).expect("UTF-8 as asked for");
    let mut pages: Vec<String> = text.split('\u{c}').map(plain).collect();
    pages.pop();
    Some(pages)
}

fn plain(text: &str) -> String {
    let is_mark = |letter: &char| {
        matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}')
    };
    let text: String = text.chars().filter(|letter| !is_mark(letter)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fails unless the paper says all of this.
pub fn says(paper: &Paper, texts: &[&str]) {
    let Some(pages) = pages_of(paper) else { return };
    let all = pages.join(" ");
    for text in texts {
        assert!(all.contains(text), "no “{text}” in {all}");
    }
}

/// Fails if the paper says any of this.
pub fn is_silent_about(paper: &Paper, texts: &[&str]) {
    let Some(pages) = pages_of(paper) else { return };
    let all = pages.join(" ");
    for text in texts {
        assert!(!all.contains(text), "“{text}” in {all}");
    }
}

fn english() -> Locale {
    Locale::new(Language::English)
}

/// Two lines with tax, a footer and a custom field.
fn small_invoice(customer: Key) -> Object {
    let custom = map(&[(
        "Strings",
        Plain::List(vec![map(&[
            ("Definition", k(ORDER_NUMBER)),
            ("Value", t("PO 7781")),
        ])]),
    )]);
    let lamp = map(&[
        ("Item", k(RICE)),
        ("LineDescription", t("Polished, with a cotton wick")),
        ("Qty", t("12")),
        ("SalesUnitPrice", t("1250.5")),
        ("TaxCode", k(VAT)),
    ]);
    invoice(
        DOCUMENT,
        customer,
        vec![lamp, line("Delivery to the door", "1", "350", Some(VAT))],
        &[
            ("Description", t("Lamps for the new house")),
            ("SalesInvoiceFooters", Plain::List(vec![k(FOOTER)])),
            ("CustomFields2", custom),
        ],
    )
}

#[test]
fn an_invoice_says_who_what_and_how_much() {
    let bench = Bench::new();
    let business = business(&bench);
    let made = made(&bench, business, &small_invoice(KARIM), english());
    assert_eq!(made.notices, Vec::<String>::new());
    let name = "Sales Invoice INV-0042 - Alor Dokan Lamps & Lights.pdf";
    assert_eq!(made.file_name, name);
    // 12 × 1,250.50 = 15,006.00 and 350.00 are 15,356.00; 15 % of them 2,250.90 + 52.50.
    says(
        &made,
        &[
            "Sales Invoice",
            "INV-0042",
            "Alor Dokan Lamps & Lights",
            "24 Nawabpur Road",
            "Karim & Sons",
            "7 Station Road",
            "21/11/2026",
            "21/12/2026",
            "Your order PO 7781",
            "Lamps for the new house",
            "Brass lamp",
            "Polished, with a cotton wick",
            "12 pcs",
            "1,250.50",
            "15,006.00",
            "Subtotal 15,356.00",
            "VAT 15% 2,303.40",
            "Amount due (BDT) 17,659.40",
            "Please pay to Jamuna Bank, 0123-456.",
        ],
    );
    is_silent_about(&made, &["alert", "<b>", "Lamp shop file"]);
}

#[test]
fn the_same_invoice_speaks_every_language_in_the_digits_of_the_reader() {
    let bench = Bench::new();
    let business = business(&bench);
    let document = small_invoice(KARIM);
    let in_language = |language: Language, digits: Digits| {
        let mut locale = Locale::new(language);
        locale.digits = digits;
        made(&bench, business, &document, locale)
    };
    let french = in_language(Language::French, Digits::Latin);
    says(&french, &["Facturé à", "Montant à payer (BDT)", "659,40"]);
    let spanish = in_language(Language::Spanish, Digits::Latin);
    says(&spanish, &["Facturar a", "17.659,40"]);
    let bengali = in_language(Language::Bengali, Digits::Native);
    says(&bengali, &["১৭,৬৫৯.৪০", "Karim & Sons", "২১/১১/২০২৬"]);
    let hindi = in_language(Language::Hindi, Digits::Native);
    says(&hindi, &["१७,६५९.४०", "२१/११/२०२६"]);
    for paper in [french, spanish, bengali, hindi] {
        assert_eq!(paper.notices, Vec::<String>::new(), "{}", paper.file_name);
    }
}

#[test]
fn an_arabic_customer_is_written_as_arabic_is_read() {
    let bench = Bench::new();
    let business = business(&bench);
    let made = made(&bench, business, &small_invoice(ARABIC), english());
    assert_eq!(made.notices, Vec::<String>::new());
    says(&made, &["النور", "الرياض", "17,659.40"]);
}

#[test]
fn a_logo_and_three_pages_of_lines_keep_their_columns_and_say_the_total_once() {
    let bench = Bench::new();
    let business = business(&bench);
    let logo = std::fs::read(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../pdf/tests/it/lamp.png"),
    )
    .expect("the picture of a lamp");
    let attachment = record(
        key(0x70),
        kinds::ATTACHMENT,
        &[
            ("Name", t("Logo.png")),
            ("Object", k(kinds::BUSINESS_DETAILS)),
        ],
    )
    .0;
    bench.puts(
        business,
        attachment.key,
        kinds::ATTACHMENT,
        &attachment.content,
    );
    bench.puts_blob(business, attachment.key, &logo);
    let lines = (1..=90).map(|number| {
        let tax = if number % 3 == 0 { GST } else { VAT };
        line(&format!("Lamp of model {number}"), "2", "100.05", Some(tax))
    });
    let document = invoice(DOCUMENT, KARIM, lines.collect(), &[]);
    let made = made(&bench, business, &document, english());
    assert_eq!(made.notices, Vec::<String>::new());
    assert!(made.bytes.windows(6).any(|word| word == b"/Image"));
    let Some(pages) = pages_of(&made) else { return };
    assert!(pages.len() >= 3, "{} pages", pages.len());
    for page in &pages {
        assert!(page.contains("Amount"), "no columns on {page}");
    }
    let all = pages.join(" ");
    // 90 × 200.10 = 18,009.00. Per line 15 % are 30.02 and 9 % are 18.01: 60 × 30.02 = 1,801.20
    // and 30 × 18.01 = 540.30, twice.
    for text in [
        "Subtotal 18,009.00",
        "VAT 15% 1,801.20",
        "CGST 9% 540.30",
        "SGST 9% 540.30",
        "Amount due (BDT) 20,890.80",
        "Page 3 of",
    ] {
        assert_eq!(all.matches(text).count(), 1, "{text} in {all}");
    }
}

#[test]
fn discounts_withholding_and_rounding_add_up_before_the_readers_eyes() {
    let bench = Bench::new();
    let business = business(&bench);
    let discounted = |percent: &str| {
        map(&[
            ("LineDescription", t("Lamp")),
            ("Qty", t("2")),
            ("SalesUnitPrice", t("100")),
            ("DiscountPercentage", t(percent)),
            ("TaxCode", k(VAT)),
        ])
    };
    let document = invoice(
        DOCUMENT,
        KARIM,
        vec![discounted("10"), discounted("0")],
        &[
            ("Discount", yes()),
            ("WithholdingTax", yes()),
            ("WithholdingTaxRateOrAmount", t("5")),
        ],
    );
    // 180 + 200 = 380; 15 % are 57; 5 % of 380 are 19.
    let made = made(&bench, business, &document, english());
    says(
        &made,
        &[
            "10%",
            "180.00",
            "200.00",
            "Subtotal 380.00",
            "VAT 15% 57.00",
            "Total 437.00",
            "Withholding tax -19.00",
            "Amount due (BDT) 418.00",
        ],
    );
}

#[test]
fn amounts_with_tax_inside_show_what_is_tax() {
    let bench = Bench::new();
    let business = business(&bench);
    let lines = vec![line("Lamp", "1", "115", Some(VAT))];
    let more = [("AmountsIncludeTax", yes())];
    let document = invoice(DOCUMENT, KARIM, lines, &more);
    let made = made(&bench, business, &document, english());
    says(
        &made,
        &[
            "115.00",
            "Net amount 100.00",
            "VAT 15% 15.00",
            "Amount due (BDT) 115.00",
        ],
    );
}

#[test]
fn a_customer_in_another_currency_is_billed_in_it() {
    let bench = Bench::new();
    let business = business(&bench);
    let lines = vec![line("Lamp", "3", "19.99", None)];
    let document = invoice(DOCUMENT, DOLLARS, lines, &[]);
    let made = made(&bench, business, &document, english());
    says(&made, &["Bright Homes Inc.", "Amount due (USD) 59.97"]);
    is_silent_about(&made, &["BDT"]);
}

#[test]
fn receipts_say_who_paid_for_what() {
    let bench = Bench::new();
    let business = business(&bench);
    let sold = invoice(key(0x61), KARIM, vec![line("Lamp", "1", "500", None)], &[]);
    bench.puts(business, sold.key, sold.content_type, &sold.content);
    let settling = map(&[
        (
            "Account",
            k(kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT),
        ),
        ("AccountsReceivableSalesInvoice", k(sold.key)),
        ("AccountsReceivableCustomer", k(KARIM)),
        ("Amount", t("500")),
    ]);
    let sale = map(&[
        ("Account", k(INCOME)),
        ("LineDescription", t("Wicks")),
        ("Amount", t("23")),
        ("TaxCode", k(VAT)),
    ]);
    let receipt = record(
        DOCUMENT,
        kinds::RECEIPT,
        &[
            ("Date", t("2026-11-22")),
            ("Reference", t("R-7")),
            ("PaidBy", Plain::Integer(1)),
            ("Customer", k(KARIM)),
            ("ReceivedIn", k(BANK)),
            ("Lines", Plain::List(vec![settling, sale])),
        ],
    )
    .0;
    let made = made(&bench, business, &receipt, english());
    assert_eq!(made.notices, Vec::<String>::new());
    // 23 with 15 % inside are 20 and 3.
    says(
        &made,
        &[
            "Receipt",
            "R-7",
            "Received from",
            "Karim & Sons",
            "Received in Cash box",
            "Sales invoice INV-0042",
            "500.00",
            "Wicks",
            "VAT 15% 3.00",
            "Amount received (BDT) 523.00",
        ],
    );
}

#[test]
fn credit_notes_and_orders_are_papers_too() {
    let bench = Bench::new();
    let business = business(&bench);
    let lines = Plain::List(vec![line("Cracked lamp", "1", "200", Some(VAT))]);
    let credit = record(
        key(0x62),
        kinds::CREDIT_NOTE,
        &[
            ("IssueDate", t("2026-11-23")),
            ("Reference", t("CN-3")),
            ("Customer", k(KARIM)),
            ("Lines", lines),
        ],
    )
    .0;
    let credit = made(&bench, business, &credit, english());
    says(
        &credit,
        &["Credit Note", "CN-3", "Amount credited (BDT) 230.00"],
    );
    let order = record(
        key(0x63),
        kinds::SALES_ORDER,
        &[
            ("Date", t("2026-11-20")),
            ("Reference", t("SO-9")),
            ("Customer", k(KARIM)),
            (
                "Lines",
                Plain::List(vec![map(&[
                    ("Item", k(RICE)),
                    ("Qty", t("4")),
                    ("UnitPrice", t("25")),
                    ("TaxCode", k(VAT)),
                ])]),
            ),
        ],
    )
    .0;
    let order = made(&bench, business, &order, english());
    says(
        &order,
        &["Sales Order", "Brass lamp", "4 pcs", "Total (BDT) 115.00"],
    );
}

#[test]
fn payslips_and_journals_are_papers_too() {
    let bench = Bench::new();
    let business = business(&bench);
    let payslip = record(
        key(0x64),
        kinds::PAYSLIP,
        &[
            ("Date", t("2026-11-30")),
            ("Employee", k(EMPLOYEE)),
            (
                "Earnings",
                Plain::List(vec![map(&[
                    ("Item", k(WAGE)),
                    ("Units", t("160")),
                    ("UnitPrice", t("12.5")),
                ])]),
            ),
            (
                "Deductions",
                Plain::List(vec![map(&[("Amount", t("150"))])]),
            ),
        ],
    )
    .0;
    let payslip = made(&bench, business, &payslip, english());
    says(
        &payslip,
        &[
            "Rina Sen",
            "Wage",
            "2,000.00",
            "-150.00",
            "Net pay (BDT) 1,850.00",
        ],
    );
    let side = |name: &'static str| {
        map(&[
            ("Account", k(INCOME)),
            (name, t("75.5")),
            ("LineDescription", t(name)),
        ])
    };
    let journal = record(
        key(0x65),
        kinds::JOURNAL_ENTRY,
        &[
            ("Date", t("2026-11-30")),
            ("Narration", t("Month end")),
            ("Lines", Plain::List(vec![side("Debit"), side("Credit")])),
        ],
    )
    .0;
    let journal = made(&bench, business, &journal, english());
    says(
        &journal,
        &["Journal Entry", "Month end", "Total 75.50 75.50"],
    );
}

#[test]
fn amounts_of_a_transfer_have_the_currency_of_their_account() {
    let bench = Bench::new();
    let business = business(&bench);
    let euro = record(key(0x68), kinds::FOREIGN_CURRENCY, &[("Code", t("EUR"))]).0;
    bench.puts(business, euro.key, euro.content_type, &euro.content);
    let abroad = record(
        key(0x66),
        kinds::BANK_OR_CASH_ACCOUNT,
        &[("Name", t("Bank abroad")), ("Currency", k(euro.key))],
    )
    .0;
    bench.puts(business, abroad.key, abroad.content_type, &abroad.content);
    let transfer = record(
        key(0x67),
        kinds::INTER_ACCOUNT_TRANSFER,
        &[
            ("Date", t("2026-11-30")),
            ("PaidFrom", k(BANK)),
            ("ReceivedIn", k(abroad.key)),
            ("CreditAmount", t("12000")),
            ("DebitAmount", t("100")),
        ],
    )
    .0;
    let paper = made(&bench, business, &transfer, english());
    says(&paper, &["(BDT) 12,000.00", "(EUR) 100.00"]);
}

#[test]
fn every_kind_of_record_has_a_paper() {
    let bench = Bench::new();
    let business = business(&bench);
    for record in bench.objects(business, None) {
        let made = paper_of(&bench, business, record.key, english());
        assert!(made.bytes.starts_with(b"%PDF"), "{}", made.file_name);
        assert!(made.file_name.ends_with(".pdf"), "{}", made.file_name);
    }
}

#[tokio::test]
async fn the_address_shows_the_paper_and_names_the_file() {
    let bench = Bench::new();
    let business = business(&bench);
    let document = small_invoice(KARIM);
    bench.puts(business, DOCUMENT, document.content_type, &document.content);
    let record = format!("/businesses/{business}/record/{DOCUMENT}");
    let answer = bench.get(&format!("{record}/pdf")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    let disposition = answer.header("content-disposition");
    let begins = "inline; filename=\"Sales Invoice INV-0042 - Alor Dokan Lamps & Lights.pdf\"";
    assert!(disposition.starts_with(begins), "{disposition}");
    assert!(answer.bytes.starts_with(b"%PDF"));
    let page = bench.get(&record).await.text();
    assert!(page.contains(&format!("{record}/pdf")), "no button");
    let missing = key(0x7f);
    let answer = bench
        .get(&format!("/businesses/{business}/record/{missing}/pdf"))
        .await;
    assert_eq!(answer.status, 404);
}

/// Renders every document of a real file.
fn renders_without_a_notice(file: &str) {
    let bench = Bench::new();
    let Some(business) = bench.import_sample(file) else {
        return;
    };
    let mut papers = 0;
    for record in bench.objects(business, None) {
        if record.is_keyed_by_kind() {
            continue;
        }
        let made = paper_of(&bench, business, record.key, english());
        assert_eq!(made.notices, Vec::<String>::new(), "{}", made.file_name);
        papers += 1;
    }
    assert!(papers > 10, "only {papers} papers");
}

#[test]
fn every_record_of_the_first_real_file_becomes_a_paper() {
    renders_without_a_notice("zatca-einvoice.manager");
}

#[test]
fn every_record_of_the_second_real_file_becomes_a_paper() {
    renders_without_a_notice("fbr-einvoice.manager");
}

#[tokio::test]
async fn a_world_without_the_record_says_so_in_words() {
    let world = World::new();
    let business = world.business("Shop").await;
    let answer = world
        .get(&format!("{business}/record/{}/pdf", key(0x7e)))
        .await;
    assert_eq!(answer.status, 404);
    assert!(answer.text().contains("<html"), "{}", answer.text());
}
