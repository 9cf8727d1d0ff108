//! Measures saves in a business that is there already: copies of its own documents, each saved
//! durably with History and postings, at the end of the books and in the middle of them.

use books::{Key, Object, kinds};
use figures::KeptStore;
use interchange::{Plain, from_plain, to_plain};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use store::{Business, BusinessStore, Reader};
use store_sqlite::SqliteStore;

/// How often each thing is saved; the median and the slowest count.
const ROUNDS: usize = 20;

/// What is copied, and what it is called.
const COPIED: [(&str, Key); 4] = [
    ("sales invoice", kinds::SALES_INVOICE),
    ("purchase invoice", kinds::PURCHASE_INVOICE),
    ("receipt", kinds::RECEIPT),
    ("journal entry", kinds::JOURNAL_ENTRY),
];

/// Measures every business in a folder.
pub fn measure(folder: &Path) {
    let inner: Arc<dyn BusinessStore> = Arc::new(SqliteStore::open(folder).unwrap());
    let store = KeptStore::new(inner);
    for entry in store.businesses().unwrap() {
        let business = store.open(entry.key).unwrap();
        let begun = Instant::now();
        let count = business.read().unwrap().object_counts().unwrap();
        let records: u64 = count.iter().map(|(_, count)| count).sum();
        super::say("records", format_args!("{records}"));
        super::say(
            "brought up to date",
            format_args!("{:.2?}", begun.elapsed()),
        );
        for (name, kind) in COPIED {
            let documents = documents_by_date(&*business.read().unwrap(), kind);
            let end = documents.len().saturating_sub(ROUNDS);
            for (place, at) in [("at the end", end), ("in the middle", documents.len() / 2)] {
                let copied: Vec<Object> = documents.iter().skip(at).take(ROUNDS).cloned().collect();
                let what = format!("{name} {place}");
                saved(business.as_ref(), &what, copied.into_iter().map(copy_of));
            }
        }
        let settings = [
            ("new account", kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT),
            ("new customer", kinds::CUSTOMER),
        ];
        for (name, kind) in settings {
            let named = Plain::Map(vec![("Name".to_owned(), Plain::Text("New".to_owned()))]);
            let content = from_plain(kind, &[], &named).unwrap();
            let record = Object {
                key: kind,
                content_type: kind,
                content,
                timestamp: None,
            };
            let records = (0..3_u8).map(|number| {
                let mut bytes = *kind.as_bytes();
                bytes[0] ^= 0x80 | number;
                Object {
                    key: Key::from_bytes(bytes),
                    ..record.clone()
                }
            });
            saved(business.as_ref(), name, records);
        }
    }
}

/// The same under a new key.
fn copy_of(document: Object) -> Object {
    let mut bytes = *document.key.as_bytes();
    bytes.rotate_left(3);
    let key = Key::from_bytes(bytes.map(|byte| byte ^ 0x5a));
    Object { key, ..document }
}

/// The documents of a kind from the earliest to the latest.
fn documents_by_date(reader: &dyn Reader, kind: Key) -> Vec<Object> {
    let mut found = Vec::new();
    reader
        .each_object(Some(kind), &mut |object| {
            found.push(object);
            Ok(())
        })
        .unwrap();
    found.sort_by_cached_key(|object| {
        let plain = to_plain(kind, &object.content);
        ["IssueDate", "Date"]
            .iter()
            .find_map(|name| match plain.member(name) {
                Some(Plain::Text(day)) => Some(day.clone()),
                _ => None,
            })
    });
    found
}

/// Saves records one by one, says how long that took, and takes them away again.
fn saved(business: &dyn Business, what: &str, records: impl Iterator<Item = Object>) {
    let mut times = Vec::new();
    let mut keys = Vec::new();
    for record in records {
        let begun = Instant::now();
        business
            .write(&mut |unit| {
                let stamp = super::business::stamp();
                let kind = record.content_type;
                unit.put_object(record.key, kind, &record.content, "", &stamp)
                    .map(drop)
            })
            .unwrap();
        times.push(begun.elapsed());
        keys.push(record.key);
    }
    times.sort_unstable();
    let slowest = times.last().copied().unwrap_or_default();
    let median = super::median(times);
    super::say(what, format_args!("{median:.1?} / {slowest:.1?}"));
    business
        .write(&mut |unit| {
            for key in &keys {
                unit.delete_object(*key, "", &super::business::stamp())?;
            }
            Ok(())
        })
        .unwrap();
}
