//! Undo, records as they were, export and verification of the History.

use crate::bench::{Bench, CUSTOMER};
use axum::http::StatusCode;
use books::{Key, kinds};
use history::Entry;
use interchange::{Edit, FieldValue, patch};
use std::path::Path;

fn customer(name: &str) -> Vec<u8> {
    let edit = Edit::Set(1, Some(FieldValue::Text(name.to_owned())));
    patch(kinds::CUSTOMER, &[], &[edit]).expect("a customer")
}

/// The number of the newest entry.
fn head(bench: &Bench, business: Key) -> u64 {
    bench.entries(business).last().expect("an entry").sequence
}

fn entry_of(bench: &Bench, business: Key, sequence: u64) -> Entry {
    let mut entries = bench.entries(business).into_iter();
    let found = entries.find(|entry| entry.sequence == sequence);
    found.expect("the entry")
}

/// A business whose customer was renamed; the number of that change.
fn renamed(bench: &Bench, name: &str) -> (Key, String, u64) {
    let business = bench.small_business();
    bench.puts(business, CUSTOMER, kinds::CUSTOMER, &customer(name));
    (
        business,
        format!("/businesses/{business}"),
        head(bench, business),
    )
}

#[tokio::test]
async fn a_change_is_undone_by_another_entry_that_names_it() {
    let bench = Bench::new();
    let (business, home, sequence) = renamed(&bench, "Wrong name");
    let entry = bench
        .get(&format!("{home}/history/{sequence}"))
        .await
        .text();
    assert!(
        entry.contains(&format!("history/{sequence}/undoing")),
        "{entry}"
    );
    let question = bench
        .get(&format!("{home}/history/{sequence}/undoing"))
        .await;
    assert_eq!(question.status, StatusCode::OK);
    assert!(question.text().contains("Wrong name") && question.text().contains("Karim"));
    let done = bench
        .post(&format!("{home}/history/{sequence}/undoing"), &[])
        .await;
    assert_eq!(done.location(), format!("{home}/record/{CUSTOMER}"));
    assert_eq!(head(&bench, business), sequence + 1);
    let undone = entry_of(&bench, business, sequence + 1);
    assert_eq!(
        undone.draft.facts,
        [("undoes".to_owned(), sequence.to_string())]
    );
    assert_eq!(
        undone.draft.after,
        entry_of(&bench, business, sequence).draft.before
    );
}

#[tokio::test]
async fn a_record_that_changed_since_is_left_alone_and_the_difference_shown() {
    let bench = Bench::new();
    let (business, home, sequence) = renamed(&bench, "Second name");
    bench.puts(business, CUSTOMER, kinds::CUSTOMER, &customer("Third name"));
    for _ in 0..2 {
        let refused = bench
            .post(&format!("{home}/history/{sequence}/undoing"), &[])
            .await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let page = refused.text();
        assert!(
            page.contains("Second name") && page.contains("Third name"),
            "{page}"
        );
        assert!(page.contains("changed again"), "{page}");
    }
    assert_eq!(head(&bench, business), sequence + 1);
}

#[tokio::test]
async fn an_act_cannot_be_undone() {
    let bench = Bench::new();
    let (business, home, _) = renamed(&bench, "Name");
    let answer = bench.post(&format!("{home}/history/1/undoing"), &[]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let head = head(&bench, business);
    let missing = bench
        .post(&format!("{home}/history/{}/undoing", head + 1), &[])
        .await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_deleted_record_comes_back_with_its_files() {
    let bench = Bench::new();
    let business = bench.small_business();
    let home = format!("/businesses/{business}");
    let record = format!("{home}/record/{CUSTOMER}");
    let files: [(&str, &[u8]); 2] = [("bill.txt", b"the bill"), ("note.txt", b"the note")];
    bench
        .upload(&format!("{record}/attachments"), &files)
        .await
        .location();
    let deleted = bench.post(&format!("{record}/deletion"), &[]).await;
    assert_eq!(deleted.status, StatusCode::SEE_OTHER, "{}", deleted.text());
    assert_eq!(bench.get(&record).await.status, StatusCode::NOT_FOUND);
    let sequence = head(&bench, business);
    let entry = bench
        .get(&format!("{home}/history/{sequence}"))
        .await
        .text();
    assert!(entry.contains("Bring back"), "{entry}");
    let was = bench
        .get(&format!("{record}/as-at/{}", sequence - 1))
        .await
        .text();
    assert!(was.contains("Karim &amp; Sons"), "{was}");
    let back = bench
        .post(&format!("{home}/history/{sequence}/undoing"), &[])
        .await;
    assert_eq!(back.location(), record);
    let page = bench.get(&record).await.text();
    assert!(
        page.contains("bill.txt") && page.contains("note.txt"),
        "{page}"
    );
    let links: Vec<&str> = page
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.contains("/attachments/") && !href.ends_with("/preview"))
        .collect();
    let mut bytes = Vec::new();
    for link in links {
        let answer = bench.get(link).await;
        if answer.status == StatusCode::OK {
            bytes.push(answer.bytes);
        }
    }
    assert!(bytes.contains(&b"the bill".to_vec()) && bytes.contains(&b"the note".to_vec()));
}

#[tokio::test]
async fn a_record_is_shown_as_it_was_after_each_change() {
    let bench = Bench::new();
    let (business, home, first) = renamed(&bench, "Second name");
    bench.puts(business, CUSTOMER, kinds::CUSTOMER, &customer("Third name"));
    let as_at = |sequence: u64| format!("{home}/record/{CUSTOMER}/as-at/{sequence}");
    for (sequence, name) in [
        (first - 1, "Karim &amp; Sons"),
        (first, "Second name"),
        (first + 1, "Third name"),
        (u64::MAX, "Third name"),
    ] {
        let page = bench.get(&as_at(sequence)).await.text();
        assert!(page.contains(name), "{sequence}: {page}");
        assert!(
            !page.contains("/edit\"") && !page.contains("deletion"),
            "{page}"
        );
    }
    let before = bench.get(&as_at(0)).await.text();
    assert!(before.contains("did not exist"), "{before}");
    let nobody = format!("{home}/record/{}/as-at/3", Key::from_random([99; 16]));
    assert_eq!(bench.get(&nobody).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_filtered_trail_is_exported_without_formulas() {
    let bench = Bench::new();
    let (_, home, sequence) = renamed(&bench, "=HYPERLINK(\"http://x\")");
    let all = bench.get(&format!("{home}/history/trail.csv")).await;
    assert_eq!(all.header("content-type"), "text/csv; charset=utf-8");
    assert!(all.header("content-disposition").contains("Small Shop ("));
    let text = all.text();
    assert!(text.starts_with("\u{feff}sequence,instant,"), "{text}");
    let last = format!("\r\n{sequence},");
    assert!(text.contains(&last) && text.contains("\r\n1,"), "{text}");
    let query = format!("record={CUSTOMER}&action=change");
    let filtered = bench
        .get(&format!("{home}/history/trail.csv?{query}"))
        .await
        .text();
    assert_eq!(filtered.matches(",change,").count(), 1, "{filtered}");
    assert!(!filtered.contains("business-created"));
    let json = bench
        .get(&format!("{home}/history/trail.json?{query}"))
        .await;
    assert_eq!(json.header("content-type"), "application/json");
    let json = json.text();
    assert!(
        json.starts_with("[\n{\"sequence\":") && json.ends_with("}\n]\n"),
        "{json}"
    );
    assert!(
        json.contains("\"after\":\"=HYPERLINK(\\\"http://x\\\")\""),
        "{json}"
    );
    let none = bench
        .get(&format!("{home}/history/trail.json?user=Nobody"))
        .await
        .text();
    assert_eq!(none, "[\n]\n");
}

#[tokio::test]
async fn the_verification_says_what_was_checked_and_what_was_not() {
    let bench = Bench::new();
    let (_, home, _) = renamed(&bench, "Second name");
    let list = bench.get(&format!("{home}/history")).await.text();
    assert!(
        list.contains("history/verification") && list.contains("trail.csv"),
        "{list}"
    );
    let page = bench
        .get(&format!("{home}/history/verification"))
        .await
        .text();
    assert!(
        page.contains("Everything that was checked agrees"),
        "{page}"
    );
    assert!(page.contains("What was not checked"), "{page}");
}

#[test]
fn every_fault_and_every_gap_of_a_verification_has_a_sentence() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../backup/src");
    let mut source = std::fs::read_to_string(folder.join("verify_business.rs")).expect("a source");
    for entry in std::fs::read_dir(folder.join("verify_business")).expect("a folder") {
        let path = entry.expect("an entry").path();
        source.push_str(&std::fs::read_to_string(path).expect("a source"));
    }
    let literals = |call: &str| -> Vec<String> {
        let parts = source.split(call).skip(1);
        parts
            .filter_map(|rest| rest.strip_prefix('"')?.split('"').next())
            .map(str::to_owned)
            .collect()
    };
    let locale = pages::Locale::default();
    let mut faults = literals("Fault::new(");
    faults.extend(["record-vanished", "record-returned", "record-altered"].map(str::to_owned));
    faults.extend(["sealed-record-altered", "head-beyond", "head-disagrees"].map(str::to_owned));
    assert!(faults.len() > 12, "{faults:?}");
    for code in faults {
        assert!(locale.has(&format!("verify-fault-{code}")), "{code}");
    }
    let unchecked = literals("unchecked.push(");
    assert!(unchecked.len() > 5, "{unchecked:?}");
    for code in unchecked
        .iter()
        .map(String::as_str)
        .chain(["truth", "timestamps", "profile"])
    {
        assert!(locale.has(&format!("verify-unchecked-{code}")), "{code}");
    }
}
