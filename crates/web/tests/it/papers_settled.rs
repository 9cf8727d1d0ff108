//! An invoice that is sent again asks for what is still open, and says what was paid and credited;
//! a statement is a letter to the customer with the same balance.

use crate::bench::{Bench, key};
use crate::papers::{is_silent_about, keep, made, paper_of, says};
use crate::papers_books::{BANK, INCOME, KARIM, VAT, business, invoice, k, line, map, record, t};
use books::{Key, Object, kinds};
use interchange::Plain;
use pages::{Language, Locale};
use web::papers::{Source, paper};

/// The invoice under test.
const INVOICE: Key = key(0x60);

/// 1,000.00 with 15 % tax: 1,150.00 to be paid.
fn sold() -> Object {
    let lines = vec![line("Lamps", "10", "100", Some(VAT))];
    invoice(INVOICE, KARIM, lines, &[("IssueDate", t("2026-01-05"))])
}

/// A receipt of this amount for the invoice.
fn received(receipt: Key, amount: &str) -> Object {
    let line = map(&[
        (
            "Account",
            k(kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT),
        ),
        ("AccountsReceivableSalesInvoice", k(INVOICE)),
        ("AccountsReceivableCustomer", k(KARIM)),
        ("Amount", t(amount)),
    ]);
    let members = [
        ("Date", t("2026-01-20")),
        ("ReceivedIn", k(BANK)),
        ("Lines", Plain::List(vec![line])),
    ];
    record(receipt, kinds::RECEIPT, &members).0
}

/// A credit note over 200.00 and 15 % tax.
fn credited() -> Object {
    let line = map(&[
        ("Account", k(INCOME)),
        ("LineDescription", t("Two cracked lamps")),
        ("Qty", t("2")),
        ("SalesUnitPrice", t("100")),
        ("TaxCode", k(VAT)),
    ]);
    let members = [
        ("IssueDate", t("2026-01-25")),
        ("Customer", k(KARIM)),
        ("SalesInvoice", k(INVOICE)),
        ("Lines", Plain::List(vec![line])),
    ];
    record(key(0x69), kinds::CREDIT_NOTE, &members).0
}

fn put(bench: &Bench, business: Key, record: &Object) {
    bench.puts(business, record.key, record.content_type, &record.content);
}

#[test]
fn an_invoice_that_nobody_paid_asks_for_its_total() {
    let bench = Bench::new();
    let business = business(&bench);
    let made = made(&bench, business, &sold(), Locale::new(Language::English));
    says(&made, &["VAT 15% 150.00 Amount due (BDT) 1,150.00"]);
    is_silent_about(&made, &["Paid", "Credited"]);
}

#[test]
fn an_invoice_paid_in_part_asks_for_the_rest() {
    let bench = Bench::new();
    let business = business(&bench);
    let english = Locale::new(Language::English);
    put(&bench, business, &sold());
    put(&bench, business, &received(key(0x66), "400"));
    put(&bench, business, &received(key(0x67), "50.5"));
    put(&bench, business, &credited());
    // 1,150.00 – 230.00 – 450.50 are 469.50.
    let made = paper_of(&bench, business, INVOICE, english);
    says(
        &made,
        &["Total 1,150.00 Credited -230.00 Paid -450.50 Amount due (BDT) 469.50"],
    );
}

#[test]
fn an_invoice_paid_in_full_asks_for_nothing() {
    let bench = Bench::new();
    let business = business(&bench);
    put(&bench, business, &sold());
    put(&bench, business, &received(key(0x66), "1150"));
    let french = Locale::new(Language::French);
    let made = paper_of(&bench, business, INVOICE, french);
    says(&made, &["Déjà payé -1 150,00 Montant à payer (BDT) 0,00"]);
}

#[test]
fn a_statement_is_a_letter_to_the_customer() {
    let bench = Bench::new();
    let business = business(&bench);
    put(&bench, business, &sold());
    put(&bench, business, &received(key(0x66), "400"));
    put(&bench, business, &credited());
    let opened = bench.store().open(business).expect("the business");
    let reader = opened.read().expect("a reader");
    let english = Locale::new(Language::English);
    let statement = |name: &str, query: &str| {
        let source = Source::Report {
            name: name.to_owned(),
            query: format!("about={KARIM}&{query}"),
        };
        let made = paper(bench.app(), reader.as_ref(), &source, english).expect("a statement");
        keep(&made, english);
        made
    };
    let letter = [
        "Alor Dokan Lamps & Lights",
        "24 Nawabpur Road",
        "To",
        "Karim & Sons",
        "7 Station Road",
        "Credit Note",
    ];
    // 1,150.00 – 400.00 – 230.00 are 520.00.
    let year = "from=2026-01-01&to=2026-12-31";
    let dealings = statement("customer-statement-transactions", year);
    says(&dealings, &letter);
    says(&dealings, &["Closing balance (BDT) 520.00"]);
    let unpaid = statement("customer-statement-unpaid", "to=2026-11-22");
    says(&unpaid, &letter[..5]);
    says(&unpaid, &["INV-0042", "630.00", "Balance due (BDT) 520.00"]);
}
