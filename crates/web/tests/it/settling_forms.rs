//! Receipts and payments settle invoices: whose are offered, what a number means, what is left to
//! pay.

use crate::bench::{BANK, Bench, CUSTOMER, SALES, key};
use crate::papers_books::{k, map, record, t};
use books::{Key, kinds};
use interchange::{FieldValue, Plain, decode, find_field};

const SUPPLIER: Key = key(0x31);
const SOLD: Key = key(0x61);
const BOUGHT: Key = key(0x62);

/// A business with an invoice of 100 and a bill of 80.50, both of number 6.
fn business(bench: &Bench) -> Key {
    let business = bench.small_business();
    let puts = |key: Key, kind: Key, members: &[(&str, Plain)]| {
        let (object, _) = record(key, kind, members);
        bench.puts(business, key, kind, &object.content);
    };
    puts(SUPPLIER, kinds::SUPPLIER, &[("Name", t("Golden Mills"))]);
    for (document, kind, party, price, amount) in [
        (
            SOLD,
            kinds::SALES_INVOICE,
            ("Customer", CUSTOMER),
            "SalesUnitPrice",
            "100",
        ),
        (
            BOUGHT,
            kinds::PURCHASE_INVOICE,
            ("Supplier", SUPPLIER),
            "PurchaseUnitPrice",
            "80.50",
        ),
    ] {
        let line = map(&[("Account", k(SALES)), (price, t(amount))]);
        let members = [
            ("IssueDate", t("2025-01-15")),
            ("Reference", t("6")),
            (party.0, k(party.1)),
            ("Lines", Plain::List(vec![line])),
        ];
        puts(document, kind, &members);
    }
    business
}

fn list(business: Key, slug: &str) -> String {
    format!("/businesses/{business}/records/{slug}")
}

#[tokio::test]
async fn a_payment_offers_bills_before_invoices() {
    let bench = Bench::new();
    let business = business(&bench);
    let bill = format!("purchase-invoice:{BOUGHT}");
    let invoice = format!("sales-invoice:{SOLD}");
    for (slug, [first, second]) in [
        ("payments", [&bill, &invoice]),
        ("receipts", [&invoice, &bill]),
    ] {
        let form = bench
            .get(&format!("{}/new", list(business, slug)))
            .await
            .text();
        let place = |value: &str| form.find(value).expect("an offer");
        assert!(place(first) < place(second), "{slug}");
    }
}

#[tokio::test]
async fn whom_a_payment_is_to_says_whose_bills_are_offered() {
    let bench = Bench::new();
    let business = business(&bench);
    let address = format!("{}/calculation", list(business, "payments"));
    let payee = format!("supplier:{SUPPLIER}");
    let bill = format!("purchase-invoice:{BOUGHT}");
    let bank = BANK.to_string();
    let pairs = [
        ("PaidFrom", bank.as_str()),
        ("Payee", payee.as_str()),
        ("lines[0].Account", bill.as_str()),
    ];
    let answer = bench.post(&address, &pairs).await.text();
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
    let offers = answer["offers"]["money-place"].as_array().expect("offers");
    assert_eq!(offers[0][0], bill.as_str(), "{offers:?}");
    let words = answer["offers"].to_string();
    assert!(!words.contains("sales-invoice:"), "{words}");
    // The bill brings what is left to pay of it.
    assert_eq!(answer["filled"]["lines[0].Amount"], "80.50");
    // Once that was said, nothing is offered anew.
    let told = [pairs.as_slice(), &[("filled", payee.as_str())]].concat();
    let answer = bench.post(&address, &told).await.text();
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
    assert_eq!(answer["offers"], serde_json::json!({}));
}

#[tokio::test]
async fn a_number_that_two_invoices_have_names_that_of_the_payee() {
    let bench = Bench::new();
    let business = business(&bench);
    let bank = BANK.to_string();
    let payee = format!("supplier:{SUPPLIER}");
    let pairs = [
        ("Date", "2026-11-21"),
        ("PaidFrom", bank.as_str()),
        ("Payee", payee.as_str()),
        ("lines[0].Account", "6"),
        ("lines[0].Amount", "80.50"),
    ];
    let saved = bench.post(&list(business, "payments"), &pairs).await;
    let saved = bench.object(business, saved.key_of_location()).expect("it");
    let payment = decode(kinds::PAYMENT, &saved.content).expect("a payment");
    let line = payment.lines(11).next().expect("a line");
    let settled = find_field(line, 8).map(|field| &field.value);
    assert_eq!(settled, Some(&FieldValue::Reference(BOUGHT)));
}
