//! Recalculate unit costs, as a bookkeeper meets it (SPEC-posting.md, 16.5).

use crate::bench::{Bench, CUSTOMER, key};
use axum::http::StatusCode;
use books::{Key, kinds};
use interchange::{Plain, from_plain};

const SUPPLIER: Key = key(0x61);
const TEA: Key = key(0x62);

fn text(words: &str) -> Plain {
    Plain::Text(words.to_owned())
}

fn put(bench: &Bench, business: Key, kind: Key, record: Key, members: &[(&str, Plain)]) {
    let members = members.iter();
    let plain = members.map(|(name, value)| ((*name).to_owned(), value.clone()));
    let content = from_plain(kind, &[], &Plain::Map(plain.collect())).expect("fields of the kind");
    bench.puts(business, record, kind, &content);
}

fn lines(quantity: &str, price: (&str, &str)) -> Plain {
    let line = [
        ("Item", text(&TEA.to_string())),
        ("Qty", text(quantity)),
        (price.0, text(price.1)),
    ];
    let line = line.map(|(name, value)| (name.to_owned(), value));
    Plain::List(vec![Plain::Map(line.to_vec())])
}

/// 10 of tea bought at 6 on 1 March, 4 sold on the 2nd, 6 bought at 9 on the 3rd; of what is sold
/// nothing costs anything yet, because no cost is set.
fn shop(bench: &Bench) -> Key {
    let business = bench.small_business();
    let named = [("Name", text("Karim"))];
    put(bench, business, kinds::SUPPLIER, SUPPLIER, &named);
    let tea = [("ItemName", text("Tea"))];
    put(bench, business, kinds::INVENTORY_ITEM, TEA, &tea);
    let bought = [
        (0x63, "2026-03-01", "10", "6"),
        (0x64, "2026-03-03", "6", "9"),
    ];
    for (number, day, quantity, price) in bought {
        let members = [
            ("IssueDate", text(day)),
            ("Supplier", text(&SUPPLIER.to_string())),
            ("Lines", lines(quantity, ("PurchaseUnitPrice", price))),
        ];
        put(
            bench,
            business,
            kinds::PURCHASE_INVOICE,
            key(number),
            &members,
        );
    }
    let sold = [
        ("IssueDate", text("2026-03-02")),
        ("Customer", text(&CUSTOMER.to_string())),
        ("Lines", lines("4", ("SalesUnitPrice", "20"))),
    ];
    put(bench, business, kinds::SALES_INVOICE, key(0x65), &sold);
    business
}

fn path(business: Key) -> String {
    format!("/businesses/{business}/settings/unit-costs")
}

#[tokio::test]
async fn the_costs_that_differ_are_shown_and_the_button_writes_them() {
    let bench = Bench::new();
    let business = shop(&bench);
    let shown = bench.get(&path(business)).await.text();
    assert!(
        shown.contains("01/03/2026") && shown.contains("7.5"),
        "{shown}"
    );
    let posted = bench.post(&path(business), &[]).await;
    assert_eq!(posted.status, StatusCode::SEE_OTHER, "{}", posted.text());
    assert!(
        posted.location().ends_with("?written=2"),
        "{}",
        posted.location()
    );
    let written = bench.objects(business, Some(kinds::INVENTORY_UNIT_COST));
    assert_eq!(written.len(), 2);
    let shown = bench.get(&posted.location()).await.text();
    assert!(shown.contains("2 unit costs have been set"), "{shown}");
    assert!(!shown.contains("01/03/2026"), "{shown}");
    // What was sold costs 4 × 6 now.
    let sold = format!("/businesses/{business}/reports/trial-balance");
    let sold = bench.get(&sold).await.text();
    assert!(sold.contains("24.00"), "{sold}");
    let again = bench.post(&path(business), &[]).await;
    assert!(
        again.location().ends_with("?written=0"),
        "{}",
        again.location()
    );
}

#[tokio::test]
async fn what_is_locked_stays_and_says_so() {
    let bench = Bench::new();
    let business = shop(&bench);
    let lock = format!("/businesses/{business}/settings/lock-date");
    bench.post(&lock, &[("date", "2026-03-02")]).await;
    let shown = bench.get(&path(business)).await.text();
    assert!(shown.contains("locked"), "{shown}");
    let posted = bench.post(&path(business), &[]).await;
    assert!(
        posted.location().ends_with("?written=1"),
        "{}",
        posted.location()
    );
    let written = bench.objects(business, Some(kinds::INVENTORY_UNIT_COST));
    assert_eq!(written.len(), 1);
}

#[tokio::test]
async fn more_gone_than_had_come_is_shown_with_its_document() {
    let bench = Bench::new();
    let business = shop(&bench);
    let members = [
        ("IssueDate", text("2026-03-01")),
        ("Customer", text(&CUSTOMER.to_string())),
        ("Lines", lines("50", ("SalesUnitPrice", "20"))),
    ];
    put(&bench, business, kinds::SALES_INVOICE, key(0x66), &members);
    let shown = bench.get(&path(business)).await.text();
    assert!(shown.contains("Less than nothing on hand"), "{shown}");
    assert!(shown.contains(&format!("record/{}", key(0x66))), "{shown}");
}
