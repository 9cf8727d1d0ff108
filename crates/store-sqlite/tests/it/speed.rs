//! A quick measurement, printed. Run it optimised:
//! `cargo test --release -p store-sqlite speed -- --ignored --nocapture`.

use crate::ground::{Folder, KIND, create, key, profile, put};
use books::Object;
use std::io::{self, Read};
use std::time::Instant;
use store::BusinessStore;

const OBJECTS: u64 = 1_000_000;
const COMMITS: u64 = 500;
const BLOB_BYTES: u64 = 200 * 1024 * 1024;

fn peak_memory_kb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
#[ignore = "a measurement"]
fn speed_of_loading_committing_and_streaming() {
    let folder = Folder::new();
    let store = folder.store();
    let business = create(&store);

    let start = Instant::now();
    business
        .write(&mut |unit| {
            let mut source = io::repeat(7).take(BLOB_BYTES);
            unit.put_blob(key(5), None, None, &mut source).map(drop)
        })
        .unwrap();
    let written = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let copied = business
        .read()
        .unwrap()
        .copy_blob(key(5), &mut io::sink())
        .unwrap();
    assert_eq!(copied, BLOB_BYTES);
    println!(
        "attachment of 200 MB: in {written:.2} s, out {:.2} s, peak memory {:?} kB",
        start.elapsed().as_secs_f64(),
        peak_memory_kb(),
    );

    let start = Instant::now();
    for number in 0..COMMITS {
        put(business.as_ref(), number, &number.to_be_bytes()).unwrap();
    }
    println!(
        "{:.0} commits a second",
        COMMITS as f64 / start.elapsed().as_secs_f64()
    );

    let start = Instant::now();
    for _ in 0..1000 {
        assert!(business.read().unwrap().object(key(1)).unwrap().is_some());
    }
    println!(
        "{:.0} readers a second",
        1000.0 / start.elapsed().as_secs_f64()
    );

    let start = Instant::now();
    let mut making = store.begin(key(1), &profile()).unwrap();
    for number in 0..OBJECTS {
        let object = Object {
            key: key(number),
            content_type: if number % 3 == 0 { KIND } else { key(4) },
            content: vec![7; 200],
            timestamp: Some(1),
        };
        making.load_object(&object).unwrap();
    }
    let loaded = start.elapsed().as_secs_f64();
    making.publish().unwrap();
    println!(
        "{:.0} objects a second loaded, {:.0} with publishing, peak memory {:?} kB",
        OBJECTS as f64 / loaded,
        OBJECTS as f64 / start.elapsed().as_secs_f64(),
        peak_memory_kb(),
    );
}

/// A record saved durably with its History entry, beside the same record in a file that has no
/// History: one after the other, so that the disk is the same for both.
#[test]
#[ignore = "a measurement"]
fn what_history_adds_to_a_save() {
    const SAVES: u64 = 400;
    let folder = Folder::new();
    let business = create(&folder.store());
    let bare = tempfile::tempdir().unwrap();
    let bare = rusqlite::Connection::open(bare.path().join("bare.sqlite")).unwrap();
    bare.pragma_update(None, "journal_mode", "wal").unwrap();
    bare.execute_batch(
        "PRAGMA synchronous = FULL;
         CREATE TABLE Objects (Key BLOB PRIMARY KEY NOT NULL, ContentType BLOB NOT NULL,
            Timestamp INTEGER, Content BLOB NOT NULL) STRICT, WITHOUT ROWID;
         CREATE INDEX ObjectsByContentType ON Objects (ContentType);",
    )
    .unwrap();
    // As long as an invoice of three lines.
    let content = |number: u64| {
        let mut content = vec![7; 350];
        content.splice(..8, number.to_be_bytes());
        content
    };
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for number in 0..SAVES {
        let content = content(number);
        let start = Instant::now();
        put(business.as_ref(), number, &content).unwrap();
        with.push(start.elapsed());
        let start = Instant::now();
        let row = (
            key(number).as_bytes().to_vec(),
            KIND.as_bytes().to_vec(),
            1,
            content,
        );
        bare.execute("INSERT INTO Objects VALUES (?, ?, ?, ?)", row)
            .unwrap();
        without.push(start.elapsed());
    }
    with.sort_unstable();
    without.sort_unstable();
    let middle = with.len() / 2;
    println!(
        "a save with History {:.2?}, without {:.2?}: {:.2} times",
        with[middle],
        without[middle],
        with[middle].as_secs_f64() / without[middle].as_secs_f64()
    );
}
