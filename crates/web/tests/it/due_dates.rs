//! When an invoice is to be paid and how far it is paid, on its own page and on its paper; and how
//! long a quote holds.

use crate::bench::{Bench, CUSTOMER, SALES, key};
use books::{Key, kinds};
use interchange::{Plain, from_plain};
use jiff::civil::{Date, date};
use pages::Locale;

const DOCUMENT: Key = key(0x41);
const SUPPLIER: Key = key(0x42);

fn text(text: &str) -> Plain {
    Plain::Text(text.to_owned())
}

fn map(members: &[(&str, Plain)]) -> Plain {
    let members = members.iter().cloned();
    Plain::Map(members.map(|(name, it)| (name.to_owned(), it)).collect())
}

/// Puts a document of one line over 40.00, under this field, with these further members.
fn puts(bench: &Bench, business: Key, kind: Key, price: &str, members: &[(&str, Plain)]) {
    let mut line = vec![(price, text("40.00"))];
    // Lines of quotes name items and no accounts.
    if kind != kinds::SALES_QUOTE {
        line.push(("Account", text(&SALES.to_string())));
    }
    let line = map(&line);
    let mut all = members.to_vec();
    all.push(("Lines", Plain::List(vec![line])));
    let content = from_plain(kind, &[], &map(&all)).expect("a document");
    bench.puts(business, DOCUMENT, kind, &content);
}

fn shown(day: Date) -> String {
    format!(">{}<", Locale::default().date(day))
}

#[tokio::test]
async fn an_invoice_shows_the_day_it_is_due_and_that_it_is_overdue() {
    let bench = Bench::new();
    let business = bench.small_business();
    let members = [
        ("IssueDate", text("2026-05-04")),
        ("Reference", text("INV-7")),
        ("Customer", text(&CUSTOMER.to_string())),
        ("DueDateDays", Plain::Integer(7)),
    ];
    puts(
        &bench,
        business,
        kinds::SALES_INVOICE,
        "SalesUnitPrice",
        &members,
    );
    let page = format!("/businesses/{business}/record/{DOCUMENT}");
    let page = bench.get(&page).await.text();
    let due = shown(date(2026, 5, 11));
    // On the sheet for print, in large figures, and among the facts.
    assert_eq!(page.matches(&due).count(), 3, "{page}");
    assert!(!page.contains("Days until due"), "{page}");
    assert!(page.contains("badge bad"), "{page}");
    assert!(page.contains("Overdue"), "{page}");
    // As it was, it has a day to be paid by and no word of how far it is paid now.
    let sequence = bench.entries(business).last().expect("an entry").sequence;
    let past = format!("/businesses/{business}/record/{DOCUMENT}/as-at/{sequence}");
    let past = bench.get(&past).await.text();
    assert!(past.contains(&due), "{past}");
    assert!(!past.contains("badge bad"), "{past}");
}

#[tokio::test]
async fn a_bill_due_on_a_day_far_off_is_not_overdue() {
    let bench = Bench::new();
    let business = bench.small_business();
    let name = from_plain(kinds::SUPPLIER, &[], &map(&[("Name", text("Paper Mill"))]));
    let name = name.expect("a supplier");
    bench.puts(business, SUPPLIER, kinds::SUPPLIER, &name);
    let members = [
        ("IssueDate", text("2026-05-04")),
        ("Supplier", text(&SUPPLIER.to_string())),
        ("DueDate", Plain::Integer(1)),
        ("DueDateDate", text("2999-12-31")),
    ];
    puts(
        &bench,
        business,
        kinds::PURCHASE_INVOICE,
        "PurchaseUnitPrice",
        &members,
    );
    let page = format!("/businesses/{business}/record/{DOCUMENT}");
    let page = bench.get(&page).await.text();
    assert!(page.contains(&shown(date(2999, 12, 31))), "{page}");
    assert!(page.contains("Unpaid"), "{page}");
    assert!(!page.contains("On a date"), "{page}");
    assert!(!page.contains("badge bad"), "{page}");
}

#[tokio::test]
async fn a_quote_shows_the_day_up_to_which_it_holds() {
    let bench = Bench::new();
    let business = bench.small_business();
    let members = [
        ("IssueDate", text("2026-05-04")),
        ("Customer", text(&CUSTOMER.to_string())),
        ("ValidDays", Plain::Integer(30)),
    ];
    puts(&bench, business, kinds::SALES_QUOTE, "UnitPrice", &members);
    let page = format!("/businesses/{business}/record/{DOCUMENT}");
    let page = bench.get(&page).await.text();
    assert!(page.contains(&shown(date(2026, 6, 3))), "{page}");
    assert!(!page.contains("Days valid"), "{page}");
}
