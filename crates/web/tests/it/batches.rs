//! Many records at once: what is pasted is tried row by row, and kept only as a whole.

use crate::bench::Bench;
use crate::world::Answer;
use books::{Key, kinds};
use interchange::{FieldValue, find_field};

/// Sends a text to a page of batches.
async fn sends(bench: &Bench, business: Key, slug: &str, part: &str, text: &str) -> Answer {
    let path = format!("/businesses/{business}/records/{slug}/batch{part}");
    bench.post_multipart(&path, &[("text", text)]).await
}

/// Ten invoices with two lines each, naming customer and account by name.
fn invoices() -> String {
    let mut text = "Issue date,Customer,Reference,Description,Account,Unit price,Qty\n".to_owned();
    for number in 1..=10 {
        text += &format!("2026-11-{number:02},Karim & Sons,B-{number},,Sales,100.50,2\n");
        text += ",,,,Sales,9,\n";
    }
    text
}

#[tokio::test]
async fn a_batch_is_previewed_and_then_saved_with_its_lines() {
    let bench = Bench::new();
    let business = bench.small_business();
    let preview = sends(&bench, business, "sales-invoices", "/preview", &invoices()).await;
    let page = preview.text();
    assert!(page.contains("10 new records"), "{page}");
    assert!(page.contains("Save all"), "{page}");
    assert!(
        bench
            .objects(business, Some(kinds::SALES_INVOICE))
            .is_empty(),
        "a preview keeps nothing"
    );
    let entries = bench.entries(business).len();
    let saved = sends(&bench, business, "sales-invoices", "", &invoices()).await;
    assert!(saved.location().ends_with("/records/sales-invoices"));
    let objects = bench.objects(business, Some(kinds::SALES_INVOICE));
    assert_eq!(objects.len(), 10);
    assert_eq!(
        bench.entries(business).len(),
        entries + 10,
        "one History entry each"
    );
    for object in &objects {
        let record = interchange::decode(object.content_type, &object.content).expect("a record");
        assert_eq!(record.lines(49).count(), 2);
    }
    // 2 × 100.50 + 9 = 210.00 each, ten of them.
    let list = bench
        .get(&format!("/businesses/{business}/records/sales-invoices"))
        .await
        .text();
    assert!(list.contains("2,100.00"), "{list}");
}

#[tokio::test]
async fn one_wrong_row_keeps_all_rows_out_and_is_named() {
    let bench = Bench::new();
    let business = bench.small_business();
    let entries = bench.entries(business).len();
    // A row of nothing is no row; one with a code and no name is wrong, and so is a currency that
    // is not there.
    let text = "Name,Code,Currency\nGood,,\n,,\n,C-2,\nWorse,,Doubloon\n";
    for part in ["/preview", ""] {
        let page = sends(&bench, business, "customers", part, text)
            .await
            .text();
        assert!(page.contains("2 records have errors"), "{page}");
        assert!(!page.contains("Save all"), "{page}");
    }
    assert_eq!(bench.objects(business, Some(kinds::CUSTOMER)).len(), 1);
    assert_eq!(bench.entries(business).len(), entries);
}

#[tokio::test]
async fn records_are_changed_by_their_key_and_keep_what_no_column_names() {
    let bench = Bench::new();
    let business = bench.small_business();
    let text = "Name\tEmail\nFatima\tfatima@example.com\n";
    sends(&bench, business, "customers", "", text)
        .await
        .location();
    let fatima = bench
        .objects(business, Some(kinds::CUSTOMER))
        .into_iter()
        .find(|object| interchange::title(object).as_deref() == Some("Fatima"))
        .expect("the new customer");
    let text = format!("Key;Telephone\n{};0171\n", fatima.key);
    sends(&bench, business, "customers", "", &text)
        .await
        .location();
    let page = bench
        .get(&format!("/businesses/{business}/record/{}", fatima.key))
        .await
        .text();
    for words in ["Fatima", "fatima@example.com", "0171"] {
        assert!(page.contains(words), "{words} in {page}");
    }
    let text = "Key,Name\n00000000-0000-4000-8000-000000000000,Nobody\n";
    let page = sends(&bench, business, "customers", "", text).await.text();
    assert!(
        page.contains("There is no such record with the key"),
        "{page}"
    );
}

#[tokio::test]
async fn columns_that_no_field_answers_to_are_named_and_nothing_is_saved() {
    let bench = Bench::new();
    let business = bench.small_business();
    let text = "Name,Shoe size\nKhadija,38\n";
    let page = sends(&bench, business, "customers", "", text).await.text();
    assert!(page.contains("No field is called “Shoe size”"), "{page}");
    assert_eq!(bench.objects(business, Some(kinds::CUSTOMER)).len(), 1);
    let nothing = sends(&bench, business, "customers", "/preview", "")
        .await
        .text();
    assert!(nothing.contains("There is no row to read"), "{nothing}");
}

#[tokio::test]
async fn the_empty_table_has_the_columns_of_the_form() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = format!("/businesses/{business}/records/customers/batch/template.csv");
    let text = bench.get(&path).await.text();
    assert!(
        text.trim_start_matches('\u{feff}').starts_with("Key,Name"),
        "{text}"
    );
    // What it says is understood again.
    let filled = format!("{}\n,Jahanara\n", text.trim());
    let page = sends(&bench, business, "customers", "/preview", &filled)
        .await
        .text();
    assert!(page.contains("1 new record"), "{page}");
}

#[tokio::test]
async fn columns_of_one_name_are_those_of_the_head_and_then_of_the_lines() {
    let bench = Bench::new();
    let business = bench.small_business();
    let text = "Issue date,Customer,Due date,Description,Amounts include tax,Account,Description,\
                Unit price,Discount (%)\n\
                2026-11-03,Karim & Sons,2026-12-03,Order 7,no,Sales,Delivery,100,10\n";
    let saved = sends(&bench, business, "sales-invoices", "", text).await;
    assert!(saved.location().ends_with("/records/sales-invoices"));
    let objects = bench.objects(business, Some(kinds::SALES_INVOICE));
    let record = interchange::decode(kinds::SALES_INVOICE, &objects[0].content).expect("a record");
    let words = |value: Option<&FieldValue>| value.and_then(FieldValue::text).map(str::to_owned);
    assert_eq!(words(record.value(12)).as_deref(), Some("Order 7"));
    let line = record.lines(49).next().expect("a line");
    let own = find_field(line, 17).map(|field| &field.value);
    assert_eq!(words(own).as_deref(), Some("Delivery"));
    // A due date counts as one, a discount counts, and no means no.
    assert_eq!(record.value(54).and_then(FieldValue::integer), Some(1));
    assert_eq!(record.value(31).and_then(FieldValue::flag), Some(true));
    assert_eq!(record.value(8), None);
    let wrong = text.replace(",no,", ",perhaps,");
    let page = sends(&bench, business, "sales-invoices", "/preview", &wrong).await;
    assert!(page.text().contains("Write yes or no."), "{}", page.text());
}

#[tokio::test]
async fn records_go_out_as_a_table_and_come_back_changed() {
    let bench = Bench::new();
    let business = bench.small_business();
    sends(&bench, business, "sales-invoices", "", &invoices())
        .await
        .location();
    let before = bench.objects(business, Some(kinds::SALES_INVOICE));
    let path = format!("/businesses/{business}/records/sales-invoices/batch/records.csv");
    let table = bench.get(&path).await.text();
    // Brought back as it is, nothing changes: no record, and no entry in History.
    let entries = bench.entries(business).len();
    let saved = sends(&bench, business, "sales-invoices", "", &table).await;
    assert!(saved.location().ends_with("/records/sales-invoices"));
    assert_eq!(bench.objects(business, Some(kinds::SALES_INVOICE)), before);
    assert_eq!(bench.entries(business).len(), entries);
    // Changed in a spreadsheet, only what was changed is.
    let changed = table.replacen("100.5", "101.5", 1);
    sends(&bench, business, "sales-invoices", "", &changed)
        .await
        .location();
    assert_eq!(bench.entries(business).len(), entries + 1);
    let list = format!("/businesses/{business}/records/sales-invoices");
    let list = bench.get(&list).await.text();
    assert!(list.contains("2,102.00"), "{list}");
}
