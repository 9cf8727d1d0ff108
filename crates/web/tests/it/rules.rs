//! What may not be typed, put or deleted: refused beside its field, and nothing is stored.

use crate::bench::{BANK, Bench, CUSTOMER, FURNITURE, SALES, key};
use crate::world::World;
use axum::http::StatusCode;
use books::{Key, kinds};
use interchange::{Edit, FieldValue, patch};

fn list(business: Key, slug: &str) -> String {
    format!("/businesses/{business}/records/{slug}")
}

/// Whether the page has a sentence beside the field.
fn has_error(page: &str, field: &str) -> bool {
    page.contains(&format!("id=\"{field}-error\""))
}

#[tokio::test]
async fn characters_that_cannot_be_seen_are_refused_beside_the_field() {
    let bench = Bench::new();
    let business = bench.small_business();
    let before = bench.objects(business, None).len();
    for (name, address, wrong) in [
        ("A\0B", "", "Name"),
        ("A\u{1b}[31mB", "", "Name"),
        ("A\nB", "", "Name"),
        ("Fine", "Road 1\0", "BillingAddress"),
    ] {
        let pairs = [("Name", name), ("BillingAddress", address)];
        let refused = bench.post(&list(business, "customers"), &pairs).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name:?}");
        assert!(has_error(&refused.text(), wrong), "{}", refused.text());
    }
    assert_eq!(bench.objects(business, None).len(), before);
    let pairs = [("Name", "Fine"), ("BillingAddress", "Road 1\r\n\tDhaka")];
    let saved = bench.post(&list(business, "customers"), &pairs).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn texts_and_forms_have_a_limit() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = list(business, "customers");
    let post = async |name: &str, address: &str| {
        let pairs = [("Name", name), ("BillingAddress", address)];
        bench.post(&path, &pairs).await
    };
    let fits = post(&"ক".repeat(1_000), &"a".repeat(100_000)).await;
    assert_eq!(fits.status, StatusCode::SEE_OTHER);
    for (name, address, wrong, limit) in [
        ("ক".repeat(1_001), String::new(), "Name", "1,000"),
        (
            "A".to_owned(),
            "a".repeat(100_001),
            "BillingAddress",
            "100,000",
        ),
    ] {
        let refused = post(&name, &address).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(has_error(&refused.text(), wrong) && refused.text().contains(limit));
    }
    let refused = post(&"a".repeat(10_000_000), "").await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(
        refused.text().contains("too large to be sent"),
        "{}",
        refused.text()
    );
}

#[tokio::test]
async fn amounts_that_the_ledger_cannot_compute_are_refused_beside_the_field() {
    let bench = Bench::new();
    let business = bench.small_business();
    let (debit, credit) = (format!("account:{FURNITURE}"), format!("account:{SALES}"));
    let post = async |amount: &str| {
        let pairs = [
            ("Date", "2026-11-21"),
            ("lines[0].Account", debit.as_str()),
            ("lines[0].Debit", amount),
            ("lines[1].Account", credit.as_str()),
            ("lines[1].Credit", amount),
        ];
        bench.post(&list(business, "journal-entries"), &pairs).await
    };
    for amount in [
        "79228162514264337593543950335",
        "1000000000000000",
        "0.00000000001",
    ] {
        let refused = post(amount).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{amount}");
        assert!(has_error(&refused.text(), "lines[0].Debit"), "{amount}");
    }
    let fits = post("999999999999999.99").await;
    assert_eq!(fits.status, StatusCode::SEE_OTHER, "{}", fits.text());
}

#[tokio::test]
async fn a_document_without_an_amount_is_refused() {
    let bench = Bench::new();
    let business = bench.small_business();
    let (account, bank) = (format!("account:{SALES}"), BANK.to_string());
    for slug in ["journal-entries", "receipts", "payments"] {
        for lines in [&[][..], &[("lines[0].Account", account.as_str())][..]] {
            let mut pairs = vec![
                ("Date", "2026-11-21"),
                ("ReceivedIn", bank.as_str()),
                ("PaidFrom", bank.as_str()),
            ];
            pairs.extend(lines);
            let refused = bench.post(&list(business, slug), &pairs).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{slug}");
            assert!(refused.text().contains("Enter at least one line"), "{slug}");
        }
    }
}

#[tokio::test]
async fn settings_are_not_deleted() {
    let bench = Bench::new();
    let business = bench.small_business();
    let path = |key: Key| format!("/businesses/{business}/record/{key}/deletion");
    let refused = bench.post(&path(kinds::BASE_CURRENCY), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bench.object(business, kinds::BASE_CURRENCY).is_some());
    let deleted = bench.post(&path(CUSTOMER), &[]).await;
    assert_eq!(deleted.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_document_without_a_form_is_deleted_unless_others_refer_to_it() {
    let bench = Bench::new();
    let business = bench.small_business();
    let (quiet, named, note) = (key(0x61), key(0x62), key(0x63));
    for invoice in [quiet, named] {
        let text = FieldValue::Text("I 1".to_owned());
        let content = patch(kinds::SALES_INVOICE, &[], &[Edit::Set(2, Some(text))]);
        let content = content.expect("an invoice");
        bench.puts(business, invoice, kinds::SALES_INVOICE, &content);
    }
    let spec = interchange::spec(kinds::CREDIT_NOTE).expect("a kind");
    let field = spec
        .fields
        .iter()
        .find(|field| field.name == "SalesInvoice")
        .expect("the field");
    let edits = [Edit::Set(field.number, Some(FieldValue::Reference(named)))];
    let content = patch(kinds::CREDIT_NOTE, &[], &edits).expect("a credit note");
    bench.puts(business, note, kinds::CREDIT_NOTE, &content);

    let record = |key: Key| format!("/businesses/{business}/record/{key}");
    let page = bench.get(&record(quiet)).await.text();
    assert!(page.contains(&format!("{}/deletion", record(quiet))));
    for (invoice, status) in [
        (quiet, StatusCode::SEE_OTHER),
        (named, StatusCode::CONFLICT),
    ] {
        let path = format!("{}/deletion", record(invoice));
        assert_eq!(bench.post(&path, &[]).await.status, status);
    }
    assert!(bench.object(business, quiet).is_none());
    assert!(bench.object(business, named).is_some());
}

#[tokio::test]
async fn names_that_deceive_are_refused_beside_the_field() {
    let world = World::new();
    for name in ["a\nb\u{1b}[31m\u{202e}cod", "a\0b", "a\u{2066}b"] {
        let form = [("name", name), ("country", "BD")];
        let refused = world.post("/businesses", &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name:?}");
        assert!(has_error(&refused.text(), "name"), "{}", refused.text());
    }
    assert_eq!(world.businesses_count(), 0);

    let bench = Bench::new();
    let business = bench.small_business();
    let path = format!("/businesses/{business}/record/{CUSTOMER}/attachments");
    bench.upload(&path, &[("bill.pdf", &b"x"[..])]).await;
    let attached = bench.objects(business, Some(kinds::ATTACHMENT));
    let path = format!(
        "/businesses/{business}/attachments/{}/edit",
        attached[0].key
    );
    let refused = bench.post(&path, &[("name", "bi\0ll.pdf")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(has_error(&refused.text(), "name"), "{}", refused.text());
    assert_eq!(bench.objects(business, Some(kinds::ATTACHMENT)), attached);
}

#[tokio::test]
async fn the_name_of_a_record_that_is_no_choice_is_not_shown() {
    let bench = Bench::new();
    let business = bench.small_business();
    let supplier = key(0x77);
    let name = Some(FieldValue::Text("Hidden Traders".to_owned()));
    let content = patch(kinds::SUPPLIER, &[], &[Edit::Set(1, name)]).expect("a supplier");
    bench.puts(business, supplier, kinds::SUPPLIER, &content);
    let named = supplier.to_string();
    let path = list(business, "sales-invoices");
    let item = format!("item:{supplier}");
    let pairs = [
        ("IssueDate", "2026-11-21"),
        ("Customer", named.as_str()),
        ("lines[0].Item", item.as_str()),
    ];
    let refused = bench.post(&path, &pairs).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(has_error(&refused.text(), "Customer"));
    assert!(!refused.text().contains("Hidden Traders"));
    let asked = bench.get(&format!("{path}/new?Customer={named}")).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(!asked.text().contains("Hidden Traders"));
}
