//! The lock date, attacked from every side: nothing that was reported changes.

use crate::bench::{BANK, Bench, FURNITURE, SALES, key};
use axum::http::StatusCode;
use books::{Key, kinds};
use history::Entry;
use interchange::{Edit, FieldValue, patch};

fn settings(business: Key) -> String {
    format!("/businesses/{business}/settings/lock-date")
}

fn list(business: Key, slug: &str) -> String {
    format!("/businesses/{business}/records/{slug}")
}

fn record(business: Key, record: Key) -> String {
    format!("/businesses/{business}/record/{record}")
}

/// A journal entry of ten on this day.
fn entry(date: &str) -> Vec<(String, String)> {
    let pairs = [
        ("Date", date.to_owned()),
        ("lines[0].Account", format!("account:{FURNITURE}")),
        ("lines[0].Debit", "10".to_owned()),
        ("lines[1].Account", format!("account:{SALES}")),
        ("lines[1].Credit", "10".to_owned()),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

async fn posts(bench: &Bench, path: &str, pairs: &[(String, String)]) -> crate::world::Answer {
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    bench.post(path, &pairs).await
}

fn refused(answer: &crate::world::Answer) {
    assert_eq!(
        answer.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        answer.text()
    );
    assert!(answer.text().contains("31/03/2026"), "{}", answer.text());
}

/// A business with an entry in March and one in April, locked up to the end of March.
async fn locked(bench: &Bench) -> (Key, Key, Key) {
    let business = bench.small_business();
    let journals = list(business, "journal-entries");
    let march = posts(bench, &journals, &entry("2026-03-10"))
        .await
        .key_of_location();
    let april = posts(bench, &journals, &entry("2026-04-10"))
        .await
        .key_of_location();
    let saved = bench
        .post(&settings(business), &[("date", "2026-03-31")])
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    (business, march, april)
}

fn reason(entry: &Entry) -> Option<&str> {
    let facts = &entry.draft.facts;
    let found = facts.iter().find(|(name, _)| name == "reason")?;
    Some(&found.1)
}

#[tokio::test]
async fn documents_are_not_made_moved_or_deleted_in_the_locked_period() {
    let bench = Bench::new();
    let (business, march, april) = locked(&bench).await;
    let before = bench.objects(business, None);
    let journals = list(business, "journal-entries");
    refused(&posts(&bench, &journals, &entry("2026-03-31")).await);
    // Out of the period, and into it.
    for (key, date) in [(march, "2026-04-10"), (april, "2026-03-10")] {
        let path = record(business, key);
        let base = bench.get(&format!("{path}/edit")).await.hidden("base");
        let mut pairs = entry(date);
        pairs.push(("base".to_owned(), base));
        pairs.push(("lines[0].from".to_owned(), "0".to_owned()));
        pairs.push(("lines[1].from".to_owned(), "1".to_owned()));
        refused(&posts(&bench, &path, &pairs).await);
    }
    refused(
        &bench
            .post(&format!("{}/deletion", record(business, march)), &[])
            .await,
    );
    // A copy begins with today's date; sent with a locked one it is refused like any other.
    let mut copy = entry("2026-02-01");
    copy.push(("copied-from".to_owned(), march.to_string()));
    refused(&posts(&bench, &journals, &copy).await);
    assert_eq!(bench.objects(business, None), before);
    // The day after is free, and so are files and quotes.
    let free = posts(&bench, &journals, &entry("2026-04-01")).await;
    assert_eq!(free.status, StatusCode::SEE_OTHER, "{}", free.text());
    let files = format!("{}/attachments", record(business, march));
    let attached = bench.upload(&files, &[("bill.pdf", b"%PDF-1.7")]).await;
    assert_eq!(attached.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn undo_does_not_reach_into_the_locked_period() {
    let bench = Bench::new();
    let (business, march, _) = locked(&bench).await;
    let made = bench
        .entries(business)
        .into_iter()
        .find(|entry| entry.draft.object == Some(march))
        .expect("its entry");
    let path = format!("/businesses/{business}/history/{}/undoing", made.sequence);
    refused(&bench.post(&path, &[]).await);
    // Undoing the lock itself would move it back without a reason.
    let lock = bench
        .entries(business)
        .into_iter()
        .find(|entry| entry.draft.object == Some(kinds::LOCK_DATE))
        .expect("its entry");
    let path = format!("/businesses/{business}/history/{}/undoing", lock.sequence);
    let answer = bench.post(&path, &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bench.object(business, kinds::LOCK_DATE).is_some());
}

#[tokio::test]
async fn moving_the_date_back_needs_a_reason_which_history_keeps() {
    let bench = Bench::new();
    let (business, ..) = locked(&bench).await;
    let path = settings(business);
    let forward = bench.post(&path, &[("date", "2026-04-30")]).await;
    assert_eq!(forward.status, StatusCode::SEE_OTHER);
    for date in ["2026-03-31", ""] {
        let answer = bench.post(&path, &[("date", date)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{date}");
        assert!(answer.text().contains("id=\"reason-error\""));
    }
    let pairs = [("date", "2026-03-31"), ("reason", "Auditor found a bill")];
    assert_eq!(
        bench.post(&path, &pairs).await.status,
        StatusCode::SEE_OTHER
    );
    let last = bench.entries(business).pop().expect("an entry");
    assert_eq!(reason(&last), Some("Auditor found a bill"));
    let pairs = [("date", ""), ("reason", "Began anew")];
    assert_eq!(
        bench.post(&path, &pairs).await.status,
        StatusCode::SEE_OTHER
    );
    let shown = bench.get(&path).await.text();
    assert!(shown.contains("Nothing is locked"), "{shown}");
    let last = bench.entries(business).pop().expect("an entry");
    let entry = format!("/businesses/{business}/history/{}", last.sequence);
    assert!(bench.get(&entry).await.text().contains("Began anew"));
    let journals = list(business, "journal-entries");
    let free = posts(&bench, &journals, &self::entry("2026-01-01")).await;
    assert_eq!(free.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn settings_that_make_figures_are_held_by_what_uses_them() {
    let bench = Bench::new();
    let business = bench.small_business();
    let tax = [("Name", "VAT"), ("TaxRate", "2"), ("Rate", "15")];
    let tax = bench
        .post(&list(business, "tax-codes"), &tax)
        .await
        .key_of_location();
    let line = [
        Edit::Set(2, Some(FieldValue::Reference(SALES))),
        Edit::Set(18, Some(FieldValue::Decimal(100.into()))),
        Edit::Set(20, Some(FieldValue::Reference(tax))),
    ];
    let edits = [
        Edit::Set(1, day("2026-03-10")),
        Edit::Set(7, Some(FieldValue::Reference(BANK))),
        Edit::Lines(
            11,
            vec![interchange::LineEdit {
                from: None,
                edits: line.to_vec(),
            }],
        ),
    ];
    let receipt = patch(kinds::RECEIPT, &[], &edits).expect("a receipt");
    bench.puts(business, key(0x71), kinds::RECEIPT, &receipt);
    bench
        .post(&settings(business), &[("date", "2026-03-31")])
        .await
        .location();

    let path = record(business, tax);
    let base = bench.get(&format!("{path}/edit")).await.hidden("base");
    let change = |name: &'static str, rate: &'static str| {
        [
            ("base", base.clone()),
            ("Name", name.to_owned()),
            ("TaxRate", "2".to_owned()),
            ("Rate", rate.to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec()
    };
    refused(&posts(&bench, &path, &change("VAT", "20")).await);
    let renamed = posts(&bench, &path, &change("Value added tax", "15")).await;
    assert_eq!(renamed.status, StatusCode::SEE_OTHER, "{}", renamed.text());

    let path = record(business, kinds::BASE_CURRENCY);
    let base = bench.get(&format!("{path}/edit")).await.hidden("base");
    let pairs = [
        ("base", base.as_str()),
        ("Code", "BDT"),
        ("Name", "Taka"),
        ("DecimalPlaces", "3"),
    ];
    refused(&bench.post(&path, &pairs).await);
    let slug = "bank-or-cash-account-starting-balances";
    let bank = BANK.to_string();
    let pairs = [("BankOrCashAccount", bank.as_str()), ("Amount", "5")];
    refused(&bench.post(&list(business, slug), &pairs).await);
}

/// A day as a field holds it.
fn day(text: &str) -> Option<FieldValue> {
    let plain = interchange::Plain::Map(vec![(
        "Date".to_owned(),
        interchange::Plain::Text(text.to_owned()),
    )]);
    let content = interchange::from_plain(kinds::JOURNAL_ENTRY, &[], &plain).expect("an entry");
    let record = interchange::decode(kinds::JOURNAL_ENTRY, &content).expect("fields");
    record.value(1).cloned()
}
