//! The History of one record: its files are part of it, what was deleted can still be looked at,
//! and days are written as the reader writes them.

use crate::bench::{Bench, CUSTOMER, FURNITURE, SALES, key};
use axum::http::StatusCode;
use books::{Key, kinds};
use interchange::{Plain, from_plain};
use jiff::civil::date;
use pages::Locale;

/// The addresses behind the links of a page that begin like this.
fn links(page: &str, beginning: &str) -> Vec<String> {
    let mark = format!("href=\"{beginning}");
    let rests = page.split(&mark).skip(1);
    let ends = rests.filter_map(|rest| rest.split('"').next());
    ends.map(|end| format!("{beginning}{end}").replace("&amp;", "&"))
        .collect()
}

#[tokio::test]
async fn the_history_of_a_record_tells_of_its_files_too() {
    let bench = Bench::new();
    let business = bench.small_business();
    let home = format!("/businesses/{business}");
    let record = format!("{home}/record/{CUSTOMER}");
    let files: [(&str, &[u8]); 2] = [("bill.txt", b"the bill"), ("note.txt", b"the note")];
    let upload = format!("{record}/attachments");
    bench.upload(&upload, &files).await.location();
    let bill = bench
        .objects(business, Some(kinds::ATTACHMENT))
        .into_iter()
        .find(|object| interchange::title(object).as_deref() == Some("bill.txt"))
        .expect("the bill");
    let removal = format!("{home}/attachments/{}/removal", bill.key);
    bench.post(&removal, &[]).await.location();
    // A file of another record is none of its affair.
    let other = format!("{home}/record/{SALES}/attachments");
    let files: [(&str, &[u8]); 1] = [("other.txt", b"another")];
    bench.upload(&other, &files).await.location();

    let history = format!("{home}/history?record={CUSTOMER}");
    let page = bench.get(&history).await.text();
    // Added and removed.
    assert_eq!(page.matches(">bill.txt</bdi></a>").count(), 2, "{page}");
    assert_eq!(page.matches(">note.txt</bdi></a>").count(), 1, "{page}");
    assert!(!page.contains("other.txt"), "{page}");
    let records = links(&page, &format!("{home}/record/"));
    assert_eq!(records.len(), 4, "{records:?}");
    for link in records {
        assert_eq!(bench.get(&link).await.status, StatusCode::OK, "{link}");
    }
    let filtered = bench.get(&format!("{history}&action=delete")).await;
    let filtered = filtered.text();
    assert!(!filtered.contains(">note.txt<"), "{filtered}");
    let csv = format!("{home}/history/trail.csv?record={CUSTOMER}");
    let csv = bench.get(&csv).await.text();
    // Once as the title of each of its entries.
    assert_eq!(csv.matches(",bill.txt,").count(), 2, "{csv}");
}

#[tokio::test]
async fn what_was_deleted_is_looked_at_as_it_last_was() {
    let bench = Bench::new();
    let business = bench.small_business();
    let home = format!("/businesses/{business}");
    let record = format!("{home}/record/{CUSTOMER}");
    bench
        .post(&format!("{record}/deletion"), &[])
        .await
        .location();
    let page = bench.get(&format!("{home}/history")).await.text();
    let deleted = links(&page, &record);
    assert!(!deleted.is_empty(), "{page}");
    for link in deleted {
        let answer = bench.get(&link).await;
        assert_eq!(answer.status, StatusCode::OK, "{link}");
        assert!(answer.text().contains("Karim &amp; Sons"), "{link}");
    }
    let newest = bench.entries(business).last().expect("an entry").sequence;
    let entry = bench.get(&format!("{home}/history/{newest}")).await.text();
    for link in links(&entry, &record) {
        assert_eq!(bench.get(&link).await.status, StatusCode::OK, "{link}");
    }
}

#[tokio::test]
async fn a_record_that_is_called_by_its_day_is_called_as_the_reader_writes_it() {
    const ENTRY: Key = key(0x31);
    let bench = Bench::new();
    let business = bench.small_business();
    let home = format!("/businesses/{business}");
    let text = |text: &str| Plain::Text(text.to_owned());
    let map = |members: &[(&str, Plain)]| {
        let members = members.iter().cloned();
        Plain::Map(members.map(|(name, it)| (name.to_owned(), it)).collect())
    };
    let line = |account: Key, side: &str| {
        map(&[
            ("Account", text(&account.to_string())),
            (side, text("5.00")),
        ])
    };
    let lines = vec![line(FURNITURE, "Debit"), line(SALES, "Credit")];
    let entry = map(&[("Date", text("2026-10-05")), ("Lines", Plain::List(lines))]);
    let content = from_plain(kinds::JOURNAL_ENTRY, &[], &entry).expect("a journal entry");
    bench.puts(business, ENTRY, kinds::JOURNAL_ENTRY, &content);
    let deletion = format!("{home}/record/{ENTRY}/deletion");
    bench.post(&deletion, &[]).await.location();
    let shown = Locale::default().date(date(2026, 10, 5));
    let newest = bench.entries(business).last().expect("an entry").clone();
    assert_eq!(newest.draft.title, "2026-10-05");
    for part in [
        "history".to_owned(),
        format!("history/{}", newest.sequence),
        format!("history/{}/undoing", newest.sequence),
    ] {
        let page = bench.get(&format!("{home}/{part}")).await.text();
        assert!(page.contains(&shown), "{part}: {page}");
        assert!(!page.contains("2026-10-05<"), "{part}: {page}");
    }
}
