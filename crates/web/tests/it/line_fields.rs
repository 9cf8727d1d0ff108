//! Custom fields of lines: where they are placed, what an item brings, copies, papers, batches.

use crate::bench::{Bench, CUSTOMER, key};
use crate::papers_books::{k, map, record, t};
use crate::sent_form::filled_form;
use books::{Key, kinds};
use interchange::{FieldValue, Plain, decode, find_field};

const ITEM: Key = key(0x22);
const COLOUR: Key = key(0x31);

/// A business with an item of a colour, and columns of colours on quotes and invoices.
fn business(bench: &Bench) -> Key {
    let business = bench.small_business();
    let places = [kinds::SALES_QUOTE, kinds::SALES_INVOICE].map(k).to_vec();
    let members = [
        ("Name", t("Colour")),
        ("Placement", Plain::List(vec![k(kinds::INVENTORY_ITEM)])),
        ("LinePlacement", Plain::List(places)),
    ];
    let (object, _) = record(COLOUR, kinds::TEXT_CUSTOM_FIELD, &members);
    bench.puts(business, COLOUR, kinds::TEXT_CUSTOM_FIELD, &object.content);
    let colour = map(&[("Definition", k(COLOUR)), ("Value", t("blue"))]);
    let members = [
        ("ItemName", t("Bicycle")),
        (
            "CustomFields2",
            map(&[("Strings", Plain::List(vec![colour]))]),
        ),
    ];
    let (object, _) = record(ITEM, kinds::INVENTORY_ITEM, &members);
    bench.puts(business, ITEM, kinds::INVENTORY_ITEM, &object.content);
    business
}

fn list(business: Key, slug: &str) -> String {
    format!("/businesses/{business}/records/{slug}")
}

/// The colour of the first line of a record.
fn colour(
    bench: &Bench,
    business: Key,
    key: Key,
    kind: Key,
    lines: u32,
    home: u32,
) -> Option<String> {
    let object = bench.object(business, key).expect("it");
    let record = decode(kind, &object.content).expect("a record");
    let line = record.lines(lines).next()?;
    let Some(FieldValue::Custom(values)) = find_field(line, home).map(|it| &it.value) else {
        return None;
    };
    values.first()?.value.text().map(str::to_owned)
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

#[tokio::test]
async fn an_item_brings_its_field_into_the_line_and_the_line_takes_it_along() {
    let bench = Bench::new();
    let business = business(&bench);
    let form = bench
        .get(&format!("{}/new", list(business, "sales-quotes")))
        .await;
    assert!(form.text().contains("Colour"), "{}", form.text());
    let (customer, item) = (CUSTOMER.to_string(), format!("item:{ITEM}"));
    let pairs = [
        ("IssueDate", "2026-11-21"),
        ("Customer", customer.as_str()),
        ("lines[0].Item", item.as_str()),
        ("lines[0].UnitPrice", "100"),
    ];
    let saved = bench.post(&list(business, "sales-quotes"), &pairs).await;
    let quote = saved.key_of_location();
    let found = colour(&bench, business, quote, kinds::SALES_QUOTE, 24, 9);
    assert_eq!(found.as_deref(), Some("blue"));
    // The page of the quote has a column for it, and so has its paper.
    let page = bench
        .get(&format!("/businesses/{business}/record/{quote}"))
        .await
        .text();
    assert!(page.contains("Colour") && page.contains("blue"), "{page}");
    // The invoice made of it keeps it; emptied there, it is gone.
    let copy = format!("/businesses/{business}/record/{quote}/copy?to=sales-invoices");
    let copied = bench.get(&copy).await.location();
    let mut pairs = filled_form(&bench.get(&copied).await.text());
    let name = format!("lines[0].custom[{COLOUR}]");
    let value = pairs
        .iter()
        .find(|(it, _)| *it == name)
        .map(|(_, it)| it.clone());
    assert_eq!(value.as_deref(), Some("blue"));
    let invoices = list(business, "sales-invoices");
    let invoice = bench
        .post(&invoices, &borrowed(&pairs))
        .await
        .key_of_location();
    let found = colour(&bench, business, invoice, kinds::SALES_INVOICE, 49, 27);
    assert_eq!(found.as_deref(), Some("blue"));
    let path = format!("/businesses/{business}/record/{invoice}");
    pairs = filled_form(&bench.get(&format!("{path}/edit")).await.text());
    pairs.retain(|(it, _)| *it != name);
    bench.post(&path, &borrowed(&pairs)).await.location();
    assert_eq!(
        colour(&bench, business, invoice, kinds::SALES_INVOICE, 49, 27),
        None
    );
}

#[tokio::test]
async fn a_batch_has_columns_for_custom_fields_of_lines() {
    let bench = Bench::new();
    let business = business(&bench);
    let text = "Issue date,Customer,Item,Unit price,Colour\n\
                2026-11-03,Karim & Sons,Bicycle,100,green\n";
    let path = format!("{}/batch", list(business, "sales-invoices"));
    bench
        .post_multipart(&path, &[("text", text)])
        .await
        .location();
    let made = bench.objects(business, Some(kinds::SALES_INVOICE));
    let found = colour(&bench, business, made[0].key, kinds::SALES_INVOICE, 49, 27);
    assert_eq!(found.as_deref(), Some("green"));
}

#[tokio::test]
async fn a_field_is_placed_on_forms_and_on_lines() {
    let bench = Bench::new();
    let business = bench.small_business();
    let new = format!("/businesses/{business}/settings/custom-fields/new/number-custom-fields");
    let pairs = [
        ("Name", "Weight"),
        ("Placement", "payments"),
        ("LinePlacement", "sales-invoices"),
        ("LinePlacement", "journal-entries"),
    ];
    bench.post(&new, &pairs).await.location();
    for (slug, has_it) in [
        ("payments", true),
        ("sales-invoices", true),
        ("journal-entries", true),
        ("receipts", false),
    ] {
        let form = bench
            .get(&format!("{}/new", list(business, slug)))
            .await
            .text();
        assert_eq!(form.contains("Weight"), has_it, "{slug}");
    }
}
