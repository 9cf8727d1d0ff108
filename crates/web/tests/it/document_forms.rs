//! The forms of documents: what they come to, what follows from a choice, numbers, copies, custom
//! fields, and that what nobody touched keeps its bytes.

use crate::bench::{BANK, Bench, CUSTOMER, SALES, key};
use crate::sent_form::filled_form;
use axum::http::StatusCode;
use books::{Key, kinds};
use interchange::{DecodedRecord, Edit, FieldValue, LineEdit, decode, find_field, patch};
use rust_decimal::Decimal;

const VAT: Key = key(0x21);
const ITEM: Key = key(0x22);

fn d(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn text(text: &str) -> Option<FieldValue> {
    Some(FieldValue::Text(text.to_owned()))
}

/// A small business with a tax of 15 per cent and an item.
fn shop(bench: &Bench) -> Key {
    let business = bench.small_business();
    let vat = [
        Edit::Set(1, text("VAT 15%")),
        Edit::Set(4, Some(FieldValue::Decimal(d("15")))),
        Edit::Set(5, Some(FieldValue::Integer(2))),
    ];
    let vat = patch(kinds::TAX_CODE, &[], &vat).expect("a tax code");
    bench.puts(business, VAT, kinds::TAX_CODE, &vat);
    let item = [
        Edit::Set(1, text("RICE")),
        Edit::Set(11, text("Rice, 50 kg")),
        Edit::Set(4, text("Miniket rice")),
        Edit::Set(29, Some(FieldValue::Flag(true))),
        Edit::Set(3, Some(FieldValue::Decimal(d("2500")))),
        Edit::Set(32, Some(FieldValue::Flag(true))),
        Edit::Set(12, Some(FieldValue::Reference(VAT))),
        Edit::Set(30, Some(FieldValue::Flag(true))),
    ];
    let item = patch(kinds::INVENTORY_ITEM, &[], &item).expect("an item");
    bench.puts(business, ITEM, kinds::INVENTORY_ITEM, &item);
    let customer = [
        Edit::Set(1, text("Karim & Sons")),
        Edit::Set(2, text("12 Mill Road")),
        Edit::Set(26, Some(FieldValue::Flag(true))),
        Edit::Set(27, Some(FieldValue::Integer(30))),
    ];
    let customer = patch(kinds::CUSTOMER, &[], &customer).expect("a customer");
    bench.puts(business, CUSTOMER, kinds::CUSTOMER, &customer);
    business
}

fn list(business: Key, slug: &str) -> String {
    format!("/businesses/{business}/records/{slug}")
}

fn record_path(business: Key, record: Key) -> String {
    format!("/businesses/{business}/record/{record}")
}

/// An invoice of three lines with tax and a discount, without a reference.
fn invoice() -> Vec<(String, String)> {
    let pairs = [
        ("IssueDate", "2026-11-21".to_owned()),
        ("Customer", CUSTOMER.to_string()),
        ("Discount", "on".to_owned()),
        ("DiscountType", "0".to_owned()),
        ("lines[0].Item", format!("item:{ITEM}")),
        ("lines[0].Qty", "2".to_owned()),
        ("lines[0].DiscountPercentage", "10".to_owned()),
        ("lines[1].Item", format!("account:{SALES}")),
        ("lines[1].LineDescription", "Delivery".to_owned()),
        ("lines[1].SalesUnitPrice", "1,000".to_owned()),
        ("lines[1].TaxCode", VAT.to_string()),
        ("lines[2].LineDescription", "Thank you".to_owned()),
    ];
    let owned = pairs.into_iter();
    owned
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// The record under a key, read.
fn record(bench: &Bench, business: Key, key: Key) -> DecodedRecord {
    let object = bench.object(business, key).expect("the record");
    decode(object.content_type, &object.content).expect("fields")
}

#[tokio::test]
async fn an_invoice_is_reckoned_by_the_ledger_while_it_is_typed() {
    let bench = Bench::new();
    let business = shop(&bench);
    let address = format!("{}/calculation", list(business, "sales-invoices"));
    let answer = bench.post(&address, &borrowed(&invoice())).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let json = answer.text();
    // 2 × 2,500 less 10 per cent is 4,500; 4,500 + 1,000 = 5,500; 15 per cent of each is 825.
    for wanted in [
        r#"[0,"4,500.00"]"#,
        r#"[1,"1,000.00"]"#,
        r#""amount":"5,500.00""#,
        r#""label":"VAT 15%","amount":"825.00""#,
        "6,325.00",
        r#""lines[0].LineDescription":"Miniket rice""#,
        r#""lines[0].SalesUnitPrice":"2,500""#,
        r#""BillingAddress":"12 Mill Road""#,
        r#""DueDateDays":"30""#,
    ] {
        assert!(json.contains(wanted), "{wanted} in {json}");
    }
    assert!(
        bench
            .objects(business, Some(kinds::SALES_INVOICE))
            .is_empty()
    );
    // The same in the visitor's digits.
    let bengali = bench.post_in("bn", &address, &borrowed(&invoice())).await;
    assert!(bengali.text().contains("6,325.00"), "{}", bengali.text());
}

#[tokio::test]
async fn a_saved_invoice_has_what_followed_from_its_choices_and_a_receipt_settles_it() {
    let bench = Bench::new();
    let business = shop(&bench);
    let saved = bench
        .post(&list(business, "sales-invoices"), &borrowed(&invoice()))
        .await
        .key_of_location();
    let found = record(&bench, business, saved);
    assert_eq!(found.value(2), text("1").as_ref());
    assert_eq!(found.value(4), text("12 Mill Road").as_ref());
    assert_eq!(found.value(22), Some(&FieldValue::Integer(30)));
    assert_eq!(found.value(48), Some(&FieldValue::Flag(true)));
    let lines: Vec<_> = found.lines(49).collect();
    assert_eq!(lines.len(), 3);
    let price = find_field(lines[0], 19).and_then(|field| field.value.decimal());
    assert_eq!(price, Some(d("2500")));
    let tax = find_field(lines[0], 21).and_then(|field| field.value.reference());
    assert_eq!(tax, Some(VAT));

    let copy = format!("{}/copy?to=receipts", record_path(business, saved));
    let new = bench.get(&copy).await.location();
    let form = bench.get(&new).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text());
    let mut pairs = filled_form(&form.text());
    pairs
        .iter_mut()
        .filter(|(name, _)| name == "ReceivedIn")
        .for_each(|(_, value)| {
            *value = BANK.to_string();
        });
    let receipt = bench
        .post(&list(business, "receipts"), &borrowed(&pairs))
        .await
        .key_of_location();
    let found = record(&bench, business, receipt);
    assert_eq!(found.value(4), Some(&FieldValue::Reference(CUSTOMER)));
    let line = found.lines(11).next().expect("a line");
    let reference = |number| find_field(line, number).and_then(|field| field.value.reference());
    assert_eq!(
        reference(2),
        Some(kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT)
    );
    assert_eq!((reference(3), reference(4)), (Some(CUSTOMER), Some(saved)));
    let amount = find_field(line, 18).and_then(|field| field.value.decimal());
    assert_eq!(amount, Some(d("6325")));
}

#[tokio::test]
async fn numbers_go_on_and_are_never_given_twice() {
    let bench = Bench::new();
    let business = shop(&bench);
    let slug = list(business, "sales-invoices");
    let with = |reference: &str| {
        let mut pairs = invoice();
        pairs.push(("Reference".to_owned(), reference.to_owned()));
        pairs
    };
    let reference = |found: &DecodedRecord| {
        let value = found.value(2).and_then(FieldValue::text);
        value.unwrap_or_default().to_owned()
    };
    let first = bench.post(&slug, &borrowed(&with("INV-0041"))).await;
    first.key_of_location();
    let second = bench
        .post(&slug, &borrowed(&invoice()))
        .await
        .key_of_location();
    assert_eq!(reference(&record(&bench, business, second)), "INV-0042");
    let hint = bench.get(&format!("{slug}/new")).await.text();
    assert!(hint.contains("INV-0043"), "{hint}");

    let deletion = format!("{}/deletion", record_path(business, second));
    assert_eq!(
        bench.post(&deletion, &[]).await.status,
        StatusCode::SEE_OTHER
    );
    let third = bench
        .post(&slug, &borrowed(&invoice()))
        .await
        .key_of_location();
    assert_eq!(reference(&record(&bench, business, third)), "INV-0043");
    // Another kind has numbers of its own.
    let mut quote = invoice();
    quote.retain(|(name, _)| name != "lines[1].Item" && !name.starts_with("lines[0]"));
    let quote = bench
        .post(&list(business, "sales-quotes"), &borrowed(&quote))
        .await;
    assert_eq!(
        reference(&record(&bench, business, quote.key_of_location())),
        "1"
    );
}

#[tokio::test]
async fn a_reference_that_is_in_use_is_questioned_once() {
    let bench = Bench::new();
    let business = shop(&bench);
    let slug = list(business, "sales-invoices");
    let mut pairs = invoice();
    pairs.push(("Reference".to_owned(), "A-7".to_owned()));
    bench.post(&slug, &borrowed(&pairs)).await.key_of_location();
    let questioned = bench.post(&slug, &borrowed(&pairs)).await;
    assert_eq!(questioned.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(questioned.text().contains("id=\"Reference-error\""));
    let kept = filled_form(&questioned.text());
    assert_eq!(questioned.hidden("kept-reference"), "A-7");
    bench.post(&slug, &borrowed(&kept)).await.key_of_location();
    assert_eq!(bench.objects(business, Some(kinds::SALES_INVOICE)).len(), 2);
}

#[tokio::test]
async fn two_who_save_at_once_get_two_numbers() {
    let bench = Bench::new();
    let business = shop(&bench);
    let slug = list(business, "sales-invoices");
    let pairs = invoice();
    let pairs = borrowed(&pairs);
    let sent = (0..6).map(|_| bench.post(&slug, &pairs));
    let answers = futures_util::future::join_all(sent).await;
    let mut given: Vec<String> = answers
        .iter()
        .map(|answer| {
            let found = record(&bench, business, answer.key_of_location());
            let value = found.value(2).and_then(FieldValue::text);
            value.expect("a reference").to_owned()
        })
        .collect();
    given.sort();
    assert_eq!(given, ["1", "2", "3", "4", "5", "6"]);
}

#[tokio::test]
async fn a_copy_carries_unknown_fields_and_gets_a_number_of_its_own() {
    let bench = Bench::new();
    let business = shop(&bench);
    let saved = bench
        .post(&list(business, "sales-invoices"), &borrowed(&invoice()))
        .await
        .key_of_location();
    let object = bench.object(business, saved).expect("the invoice");
    // Field 57 with the value 1, which nobody understands, at its place.
    let before_lines = decode(object.content_type, &object.content).expect("fields");
    assert!(before_lines.value(57).is_none());
    let mut content = object.content.clone();
    content.extend([0xc8, 0x03, 0x01]);
    bench.puts(business, saved, kinds::SALES_INVOICE, &content);

    let new = bench
        .get(&format!("{}/copy", record_path(business, saved)))
        .await
        .location();
    let form = bench.get(&new).await.text();
    let copy = bench
        .post(
            &list(business, "sales-invoices"),
            &borrowed(&filled_form(&form)),
        )
        .await
        .key_of_location();
    let found = record(&bench, business, copy);
    assert_eq!(found.value(2), text("2").as_ref());
    assert!(found.value(57).is_some(), "the unknown field came along");
    assert_eq!(found.lines(49).count(), 3);
}

#[tokio::test]
async fn a_quote_becomes_an_order_and_the_order_an_invoice_that_name_their_sources() {
    let bench = Bench::new();
    let business = shop(&bench);
    let mut pairs = invoice();
    pairs.retain(|(name, _)| !name.starts_with("lines[1]"));
    let mut from = bench
        .post(&list(business, "sales-quotes"), &borrowed(&pairs))
        .await
        .key_of_location();
    for (slug, source, lines, price) in [
        ("sales-orders", 19, 18, 4),
        ("sales-invoices", 50, 49, 19),
        ("credit-notes", 8, 22, 19),
    ] {
        let copy = format!("{}/copy?to={slug}", record_path(business, from));
        let form = bench.get(&bench.get(&copy).await.location()).await.text();
        let made = bench
            .post(&list(business, slug), &borrowed(&filled_form(&form)))
            .await
            .key_of_location();
        let found = record(&bench, business, made);
        let named = found.value(source).and_then(FieldValue::reference);
        assert_eq!(named, Some(from), "{slug}");
        let line = found.lines(lines).next().expect("a line");
        let amount = find_field(line, price).and_then(|field| field.value.decimal());
        assert_eq!(amount, Some(d("2500")), "{slug}");
        assert_eq!(found.value(3), Some(&FieldValue::Reference(CUSTOMER)));
        from = made;
    }
}

#[tokio::test]
async fn a_new_form_begins_with_the_form_default() {
    let bench = Bench::new();
    let business = shop(&bench);
    let edits = [
        Edit::Set(12, text("Goods once sold are not returned")),
        Edit::Set(59, Some(FieldValue::Flag(true))),
        Edit::Lines(49, vec![LineEdit::default()]),
    ];
    let default = patch(kinds::SALES_INVOICE, &[], &edits).expect("a form default");
    bench.puts(
        business,
        kinds::SALES_INVOICE,
        kinds::SALES_INVOICE,
        &default,
    );
    let slug = list(business, "sales-invoices");
    let form = bench.get(&format!("{slug}/new")).await.text();
    let mut pairs = filled_form(&form);
    let described = (
        "Description".to_owned(),
        "Goods once sold are not returned".to_owned(),
    );
    assert!(pairs.contains(&described), "{pairs:?}");
    for (name, value) in [
        ("Customer", CUSTOMER.to_string()),
        ("lines[1].Item", format!("item:{ITEM}")),
        ("lines[1].Qty", "1".to_owned()),
    ] {
        pairs.retain(|(known, _)| known != name);
        pairs.push((name.to_owned(), value));
    }
    let saved = bench.post(&slug, &borrowed(&pairs)).await.key_of_location();
    let found = record(&bench, business, saved);
    // The flag that no form shows came along; the blank line did not.
    assert_eq!(found.value(59), Some(&FieldValue::Flag(true)));
    assert_eq!(found.lines(49).count(), 1);
}

#[tokio::test]
async fn custom_fields_are_filled_and_those_of_the_real_files_are_changed_alone() {
    let bench = Bench::new();
    let business = shop(&bench);
    let definition = key(0x31);
    let edits = [
        Edit::Set(1, text("Vehicle")),
        Edit::Set(3, Some(FieldValue::Integer(2))),
        Edit::Set(9, text("Truck\nVan")),
        Edit::All(13, vec![FieldValue::Reference(kinds::SALES_INVOICE)]),
    ];
    let content = patch(kinds::TEXT_CUSTOM_FIELD, &[], &edits).expect("a custom field");
    bench.puts(business, definition, kinds::TEXT_CUSTOM_FIELD, &content);
    let slug = list(business, "sales-invoices");
    let form = bench.get(&format!("{slug}/new")).await.text();
    assert!(form.contains("Vehicle") && form.contains("Truck"));
    let mut pairs = invoice();
    pairs.push((format!("custom[{definition}]"), "Van".to_owned()));
    let saved = bench.post(&slug, &borrowed(&pairs)).await.key_of_location();
    let found = record(&bench, business, saved);
    let Some(FieldValue::Custom(values)) = found.value(62) else {
        panic!("custom fields");
    };
    assert_eq!(values.len(), 1);
    assert_eq!(values[0].definition, definition);
    assert_eq!(values[0].value, FieldValue::Text("Van".to_owned()));
}

#[tokio::test]
async fn names_are_typed_where_there_are_many() {
    let bench = Bench::new();
    let business = shop(&bench);
    for number in 0..120_u8 {
        let customer = [
            Edit::Set(1, text(&format!("Customer number {number}"))),
            Edit::Set(13, text(&format!("C{number}"))),
        ];
        let content = patch(kinds::CUSTOMER, &[], &customer).expect("a customer");
        let mut bytes = [0x40; 16];
        bytes[0] = number;
        bench.puts(business, Key::from_random(bytes), kinds::CUSTOMER, &content);
    }
    let slug = list(business, "sales-invoices");
    let form = bench.get(&format!("{slug}/new")).await.text();
    assert!(form.contains("<datalist"), "{form}");
    let mut pairs = invoice();
    let choose = |pairs: &mut Vec<(String, String)>, typed: &str| {
        pairs.retain(|(name, _)| name != "Customer");
        pairs.push(("Customer".to_owned(), typed.to_owned()));
    };
    choose(&mut pairs, "c77");
    let saved = bench.post(&slug, &borrowed(&pairs)).await.key_of_location();
    let named = record(&bench, business, saved)
        .value(3)
        .and_then(FieldValue::reference);
    let customer = bench
        .object(business, named.expect("a customer"))
        .expect("it");
    let name = interchange::title(&customer);
    assert_eq!(name.as_deref(), Some("Customer number 77"));
    choose(&mut pairs, "customer number");
    let refused = bench.post(&slug, &borrowed(&pairs)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("id=\"Customer-error\""));
    // What was stored comes back from the form as it was.
    let path = record_path(business, saved);
    let before = bench.object(business, saved);
    let form = bench.get(&format!("{path}/edit")).await.text();
    assert!(form.contains("C77 · Customer number 77"));
    let answer = bench.post(&path, &borrowed(&filled_form(&form))).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(bench.object(business, saved), before);
}

#[tokio::test]
async fn a_reconciliation_shows_what_the_bank_does_not_know_yet() {
    let bench = Bench::new();
    let business = shop(&bench);
    let bank = BANK.to_string();
    let account = format!("account:{SALES}");
    let receipt = |amount: &'static str, cleared: &'static str| {
        [
            ("Date", "2026-11-20"),
            ("ReceivedIn", bank.as_str()),
            ("Contact", "Somebody"),
            ("Cleared", cleared),
            ("lines[0].Account", account.as_str()),
            ("lines[0].Amount", amount),
        ]
    };
    let receipts = list(business, "receipts");
    bench
        .post(&receipts, &receipt("700", "0"))
        .await
        .key_of_location();
    bench
        .post(&receipts, &receipt("55", "2"))
        .await
        .key_of_location();
    let pairs = [
        ("Date", "2026-11-21"),
        ("BankAccount", bank.as_str()),
        ("StatementBalance", "700"),
    ];
    let slug = list(business, "bank-reconciliations");
    let saved = bench.post(&slug, &pairs).await.key_of_location();
    let page = bench.get(&record_path(business, saved)).await.text();
    assert!(page.contains("755.00") && page.contains("55.00"), "{page}");
    assert!(
        page.contains("The books and the statement agree."),
        "{page}"
    );
}

#[tokio::test]
async fn a_transfer_needs_an_amount_and_two_accounts() {
    let bench = Bench::new();
    let business = shop(&bench);
    let bank = BANK.to_string();
    let pairs = [
        ("Date", "2026-11-21"),
        ("PaidFrom", bank.as_str()),
        ("ReceivedIn", bank.as_str()),
        ("CreditAmount", "10"),
    ];
    let slug = list(business, "inter-account-transfers");
    let refused = bench.post(&slug, &pairs).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("two different accounts"));
}

#[tokio::test]
async fn without_scripts_the_button_calculate_fills_and_reckons() {
    let bench = Bench::new();
    let business = shop(&bench);
    let mut pairs = invoice();
    pairs.push(("calculate".to_owned(), "1".to_owned()));
    let page = bench
        .post(&list(business, "sales-invoices"), &borrowed(&pairs))
        .await;
    assert_eq!(page.status, StatusCode::OK);
    let page = page.text();
    for wanted in ["Miniket rice", "6,325.00", "4,500.00", "12 Mill Road"] {
        assert!(page.contains(wanted), "{wanted}");
    }
    assert!(
        bench
            .objects(business, Some(kinds::SALES_INVOICE))
            .is_empty()
    );
}

#[tokio::test]
async fn the_next_new_record_is_of_the_same_day() {
    let bench = Bench::new();
    let business = shop(&bench);
    let mut pairs = invoice();
    for pair in &mut pairs {
        if pair.0 == "IssueDate" {
            "2026-03-05".clone_into(&mut pair.1);
        }
    }
    pairs.push(("another".to_owned(), "1".to_owned()));
    let saved = bench
        .post(&list(business, "sales-invoices"), &borrowed(&pairs))
        .await;
    let next = saved.location();
    assert!(next.contains("/new?IssueDate="), "{next}");
    let form = filled_form(&bench.get(&next).await.text());
    let day = form.iter().find(|(name, _)| name == "IssueDate");
    assert_eq!(
        day.map(|(_, value)| value.as_str()),
        Some("2026-03-05"),
        "{form:?}"
    );
}
