//! Invoices and their notes, as the pages make them: what new invoices begin with, what a copy to a
//! note does, and what the lock date keeps (SPEC-posting.md, 16.1; SPEC-manager-records.md, 8.4;
//! SPEC-settings.md, 8.8).

use crate::bench::{Bench, key};
use crate::sent_form::filled_form;
use crate::world::Answer;
use axum::http::StatusCode;
use books::{Key, kinds};
use interchange::{Edit, FieldValue, LineEdit, decode, patch};
use rust_decimal::Decimal;

const TEA: Key = key(0x22);
const SUPPLIER: Key = key(0x23);

fn text(words: &str) -> Option<FieldValue> {
    Some(FieldValue::Text(words.to_owned()))
}

fn decimal(number: &str) -> Option<FieldValue> {
    Some(FieldValue::Decimal(
        number.parse::<Decimal>().expect("a number"),
    ))
}

fn list(business: Key, slug: &str) -> String {
    format!("/businesses/{business}/records/{slug}")
}

fn page_of(business: Key, record: Key) -> String {
    format!("/businesses/{business}/record/{record}")
}

/// A small business with tea on its shelf and a supplier.
fn shop(bench: &Bench) -> Key {
    let business = bench.small_business();
    let tea = patch(kinds::INVENTORY_ITEM, &[], &[Edit::Set(11, text("Tea"))]).expect("an item");
    bench.puts(business, TEA, kinds::INVENTORY_ITEM, &tea);
    let supplier = patch(kinds::SUPPLIER, &[], &[Edit::Set(1, text("Rahim"))]);
    let supplier = supplier.expect("a supplier");
    bench.puts(business, SUPPLIER, kinds::SUPPLIER, &supplier);
    business
}

/// A purchase of tea from elsewhere, without the switch.
fn imported(bench: &Bench, business: Key, number: u8, date: &str, quantity: &str) -> Key {
    let line = LineEdit {
        from: None,
        edits: vec![
            Edit::Set(1, Some(FieldValue::Reference(TEA))),
            Edit::Set(18, decimal(quantity)),
            Edit::Set(19, decimal("6")),
        ],
    };
    let day = manager_day(date);
    let edits = [
        Edit::Set(1, Some(day)),
        Edit::Set(2, text(&format!("P-{number}"))),
        Edit::Set(3, Some(FieldValue::Reference(SUPPLIER))),
        Edit::Lines(23, vec![line]),
    ];
    let content = patch(kinds::PURCHASE_INVOICE, &[], &edits).expect("an invoice");
    bench.puts(business, key(number), kinds::PURCHASE_INVOICE, &content);
    key(number)
}

fn manager_day(date: &str) -> FieldValue {
    let plain = interchange::Plain::Map(vec![(
        "IssueDate".to_owned(),
        interchange::Plain::Text(date.to_owned()),
    )]);
    let kind = kinds::PURCHASE_INVOICE;
    let content = interchange::from_plain(kind, &[], &plain).expect("a date");
    let record = decode(kind, &content).expect("fields");
    record.value(1).expect("the date").clone()
}

/// The form at an address, filled as it is shown, with these values in the place of its own.
async fn filled(bench: &Bench, path: &str, values: &[(&str, &str)]) -> Vec<(String, String)> {
    let form = bench.get(path).await.text();
    let mut pairs = filled_form(&form);
    for (name, value) in values {
        pairs.retain(|(own, _)| own != name);
        pairs.push(((*name).to_owned(), (*value).to_owned()));
    }
    pairs
}

async fn sends(bench: &Bench, path: &str, pairs: &[(String, String)]) -> Answer {
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    bench.post(path, &pairs).await
}

/// A purchase of tea through the form.
async fn bought(bench: &Bench, business: Key, date: &str, quantity: &str) -> Key {
    let (supplier, item) = (SUPPLIER.to_string(), format!("item:{TEA}"));
    let values = [
        ("IssueDate", date),
        ("Supplier", supplier.as_str()),
        ("lines[0].Item", item.as_str()),
        ("lines[0].Qty", quantity),
        ("lines[0].PurchaseUnitPrice", "8"),
    ];
    let path = list(business, "purchase-invoices");
    let pairs = filled(bench, &format!("{path}/new"), &values).await;
    sends(bench, &path, &pairs).await.key_of_location()
}

/// The form of a goods receipt that is made of an invoice.
fn copy_form(business: Key, invoice: Key) -> String {
    format!(
        "{}/new?copied-from={invoice}",
        list(business, "goods-receipts")
    )
}

/// How much tea there is, by the books, the page of the item, the list and the report.
async fn tea(bench: &Bench, business: Key) -> String {
    let opened = bench.store().open(business).expect("the business");
    let reader = opened.read().expect("a reader");
    let kept = figures::open(&*reader).expect("figures");
    let stock = ledger::stock_on_hand(&*kept, None).expect("stock");
    let quantity = stock.get(&TEA).map_or(Decimal::ZERO, |it| it.quantity);
    let quantity = quantity.normalize().to_string();
    for path in [
        page_of(business, TEA),
        list(business, "inventory-items"),
        format!("/businesses/{business}/reports/inventory-value"),
    ] {
        let page = bench.get(&path).await.text();
        assert!(
            page.contains(&format!(">{quantity}<")),
            "{quantity} in {page}"
        );
    }
    quantity
}

fn has_switch(bench: &Bench, business: Key, invoice: Key) -> bool {
    let object = bench.object(business, invoice).expect("the invoice");
    let record = decode(object.content_type, &object.content).expect("fields");
    record.value(64).and_then(FieldValue::flag) == Some(true)
}

#[tokio::test]
async fn a_new_invoice_moves_its_own_stock_and_a_note_of_it_is_paper() {
    let bench = Bench::new();
    let business = shop(&bench);
    let invoice = bought(&bench, business, "2026-04-10", "5").await;
    assert!(has_switch(&bench, business, invoice));
    assert_eq!(tea(&bench, business).await, "5");
    let form = copy_form(business, invoice);
    let page = bench.get(&form).await.text();
    assert!(
        page.contains("moves its own stock, so a goods receipt"),
        "{page}"
    );
    let pairs = filled(
        &bench,
        &form,
        &[("Date", "2026-04-11"), ("lines[0].Qty", "2")],
    )
    .await;
    let saved = sends(&bench, &list(business, "goods-receipts"), &pairs).await;
    let note = saved.key_of_location();
    assert_eq!(tea(&bench, business).await, "5");
    assert!(has_switch(&bench, business, invoice), "nothing is unticked");
    let page = bench.get(&page_of(business, note)).await.text();
    assert!(
        page.contains("moves its own stock, so a goods receipt"),
        "{page}"
    );
}

#[tokio::test]
async fn the_first_note_takes_over_its_invoice_alone() {
    let bench = Bench::new();
    let business = shop(&bench);
    imported(&bench, business, 0x31, "2026-01-01", "10");
    let second = imported(&bench, business, 0x32, "2026-01-10", "1");
    assert_eq!(tea(&bench, business).await, "11");
    let form = copy_form(business, second);
    let page = bench.get(&form).await.text();
    assert!(page.contains("So far Purchase Invoice P-50"), "{page}");
    let pairs = filled(&bench, &form, &[("Date", "2026-04-15")]).await;
    let saved = sends(&bench, &list(business, "goods-receipts"), &pairs).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert_eq!(tea(&bench, business).await, "11");
    let page = bench.get(&page_of(business, second)).await.text();
    assert!(page.contains("moves with its goods receipts"), "{page}");
    // One from elsewhere and later waits, and says so; a copy of the first moves its own.
    let late = imported(&bench, business, 0x33, "2026-04-20", "7");
    assert_eq!(tea(&bench, business).await, "11");
    let page = bench.get(&page_of(business, late)).await.text();
    assert!(page.contains("waits for a goods receipt"), "{page}");
    let path = list(business, "purchase-invoices");
    let copy = format!("{path}/new?copied-from={}", key(0x31));
    let pairs = filled(&bench, &copy, &[("IssueDate", "2026-04-21")]).await;
    let copied = sends(&bench, &path, &pairs).await.key_of_location();
    assert!(has_switch(&bench, business, copied));
    assert_eq!(tea(&bench, business).await, "21");
}

#[tokio::test]
async fn a_form_default_without_the_switch_is_heeded_where_there_are_notes() {
    let bench = Bench::new();
    let business = shop(&bench);
    let kind = kinds::PURCHASE_INVOICE;
    let page = bench
        .get(&format!("{}/edit", page_of(business, kind)))
        .await;
    let pairs = filled_form(&page.text());
    let switch = ("ActsAsGoodsReceipt".to_owned(), "on".to_owned());
    assert!(pairs.contains(&switch), "{pairs:?}");
    let content = patch(kind, &[], &[Edit::Set(9, text("Thank you"))]).expect("a default");
    bench.puts(business, kind, kind, &content);
    let first = bought(&bench, business, "2026-04-10", "5").await;
    assert!(has_switch(&bench, business, first));
    let pairs = filled(
        &bench,
        &copy_form(business, first),
        &[("Date", "2026-04-10")],
    )
    .await;
    sends(&bench, &list(business, "goods-receipts"), &pairs)
        .await
        .key_of_location();
    let second = bought(&bench, business, "2026-04-11", "3").await;
    assert!(!has_switch(&bench, business, second));
    assert_eq!(tea(&bench, business).await, "5");
}

#[tokio::test]
async fn invoices_of_locked_days_go_on_moving_their_stock() {
    let bench = Bench::new();
    let business = shop(&bench);
    let march = imported(&bench, business, 0x31, "2026-03-10", "10");
    let lock = format!("/businesses/{business}/settings/lock-date");
    let saved = bench.post(&lock, &[("date", "2026-03-31")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let notes = list(business, "goods-receipts");
    let form = copy_form(business, march);
    let pairs = filled(&bench, &form, &[("Date", "2026-04-02")]).await;
    let refused = sends(&bench, &notes, &pairs).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.text();
    assert!(page.contains("whether P-49 moves its stock"), "{page}");
    assert!(page.contains("31/03/2026"), "{page}");
    assert_eq!(tea(&bench, business).await, "10");
    // A note that names no invoice changes no locked day.
    let pairs = filled(
        &bench,
        &form,
        &[("Date", "2026-04-02"), ("PurchaseInvoice", "")],
    )
    .await;
    let saved = sends(&bench, &notes, &pairs).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    // Naming the invoice later, in the note that is there, is the same change.
    let note = page_of(business, saved.key_of_location());
    let named = march.to_string();
    let pairs = filled(
        &bench,
        &format!("{note}/edit"),
        &[("PurchaseInvoice", &named)],
    )
    .await;
    let refused = sends(&bench, &note, &pairs).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("whether P-49 moves its stock"));
}

#[tokio::test]
async fn a_locked_document_says_why_it_cannot_be_deleted() {
    let bench = Bench::new();
    let business = shop(&bench);
    let march = imported(&bench, business, 0x31, "2026-03-10", "10");
    let lock = format!("/businesses/{business}/settings/lock-date");
    bench.post(&lock, &[("date", "2026-03-31")]).await;
    let path = format!("{}/deletion", page_of(business, march));
    for answer in [bench.get(&path).await, bench.post(&path, &[]).await] {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = answer.text();
        assert!(
            page.contains("The books are locked up to 31/03/2026"),
            "{page}"
        );
        assert!(!page.contains("Something went wrong"), "{page}");
        assert!(page.contains("Purchase Invoice P-49"), "{page}");
    }
    assert!(bench.object(business, march).is_some());
}

#[tokio::test]
async fn a_batch_begins_as_the_form_does_and_counts_what_could_be_saved() {
    let bench = Bench::new();
    let business = shop(&bench);
    let path = format!("{}/batch", list(business, "purchase-invoices"));
    let table = "Issue date,Supplier,Item,Qty,Unit price\n2026-04-10,Rahim,Tea,5,8\n";
    let wrong = format!("{table}2026-04-11,Nobody,Tea,1,8\n2026-04-12,Nobody,Tea,1,8\n");
    let parts = [("text", wrong.as_str())];
    let page = bench
        .post_multipart(&format!("{path}/preview"), &parts)
        .await;
    let page = page.text();
    assert!(page.contains("1 record could be saved"), "{page}");
    assert!(page.contains("2 records have errors"), "{page}");
    assert!(!page.contains("new records"), "{page}");
    bench
        .post_multipart(&path, &[("text", table)])
        .await
        .location();
    let invoices = bench.objects(business, Some(kinds::PURCHASE_INVOICE));
    assert!(has_switch(&bench, business, invoices[0].key));
    let items = format!("{}/batch", list(business, "inventory-items"));
    let cups = [("text", "Item code,Item name\nC,Cups\n")];
    bench.post_multipart(&items, &cups).await.location();
    let items = bench.objects(business, Some(kinds::INVENTORY_ITEM));
    let cups = items.iter().find(|it| it.key != TEA).expect("the cups");
    let record = decode(cups.content_type, &cups.content).expect("fields");
    let method = interchange::spec(cups.content_type)
        .and_then(|spec| spec.field_by_name("CostMethod"))
        .and_then(|field| record.value(field.number));
    assert_eq!(
        method,
        Some(&FieldValue::Integer(1)),
        "cups cost their average"
    );
}
