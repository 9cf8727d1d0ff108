//! A copy made while the file was open, with the log that lay beside it and without
//! (docs/SPEC-import.md, section 5).

use crate::{Desk, rows};
use manager_file::{FileFinding, Limits, ManagerFile, ReadError};
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use testkit::sample_files as files;

/// The copy and its log, as they lie on the disk while the other program goes on.
fn copied_while_open(desk: &Desk) -> (PathBuf, PathBuf) {
    let live = desk.path("live.manager");
    files::small_business_file(&live).unwrap();
    let database = Connection::open(&live).unwrap();
    database
        .query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))
        .unwrap();
    database
        .execute_batch("PRAGMA wal_autocheckpoint = 0; PRAGMA wal_checkpoint(TRUNCATE);")
        .unwrap();
    for number in 0..30 {
        let sql = format!(
            "INSERT INTO \"Objects\" SELECT '{number:08x}-0000-4000-8000-000000000000',
             \"ContentType\", \"Content\", \"Timestamp\" FROM \"Objects\" LIMIT 1"
        );
        database.execute_batch(&sql).unwrap();
    }
    let (copy, log) = (desk.path("copy.manager"), desk.path("copy.manager-wal"));
    fs::copy(&live, &copy).unwrap();
    fs::copy(desk.path("live.manager-wal"), &log).unwrap();
    drop(database);
    (copy, log)
}

fn open(desk: &Desk, copy: &Path, log: &Path) -> Result<ManagerFile, ReadError> {
    ManagerFile::open_with_log(
        copy,
        "copy.manager",
        log,
        &desk.scratch(),
        &Limits::default(),
    )
}

#[test]
fn what_was_entered_last_lies_in_the_log() {
    let desk = Desk::set_up();
    let (copy, log) = copied_while_open(&desk);
    let without = desk.open(&copy).unwrap();
    assert!(without.findings().contains(&FileFinding::WalCopy));
    assert_eq!(rows(&without, "Objects").len(), 11);
    let with = open(&desk, &copy, &log).unwrap();
    assert_eq!(rows(&with, "Objects").len(), 41);
    let applied = |finding: &FileFinding| matches!(finding, FileFinding::LogApplied { .. });
    assert!(with.findings().iter().any(applied));
    assert!(!with.findings().contains(&FileFinding::WalCopy));
}

#[test]
fn a_log_counts_up_to_its_last_whole_commit() {
    let desk = Desk::set_up();
    let (copy, log) = copied_while_open(&desk);
    let bytes = fs::read(&log).unwrap();
    let mut last = 0;
    for part in 0..20 {
        fs::write(&log, &bytes[..bytes.len() * part / 20]).unwrap();
        let found = match open(&desk, &copy, &log) {
            Ok(file) => rows(&file, "Objects").len(),
            Err(error) => panic!("{part}: {error}"),
        };
        assert!(found >= last, "{part}: {found} after {last}");
        last = found;
    }
    assert!((12..41).contains(&last), "{last}");
}

#[test]
fn a_damaged_log_gives_nothing_that_was_not_entered() {
    let desk = Desk::set_up();
    let (copy, log) = copied_while_open(&desk);
    let good = fs::read(&log).unwrap();
    for at in (0..good.len()).step_by(good.len() / 60) {
        let mut bytes = good.clone();
        bytes[at] ^= 0x10;
        fs::write(&log, bytes).unwrap();
        match open(&desk, &copy, &log) {
            Ok(file) => assert!(rows(&file, "Objects").len() < 41, "byte {at}"),
            Err(error) => assert_eq!(error.code(), "log-does-not-belong", "byte {at}"),
        }
    }
}

#[test]
fn what_is_no_log_of_this_file_is_refused() {
    let desk = Desk::set_up();
    let (copy, log) = copied_while_open(&desk);
    let other = desk.path("letter");
    files::text(&other).unwrap();
    let code = |copy: &Path, log: &Path| open(&desk, copy, log).err().map(|error| error.code());
    assert_eq!(code(&copy, &other), Some("log-does-not-belong"));
    // A compressed file never was open in another program.
    let compressed = desk.path("compressed.manager");
    files::small_business_file_gzip(&compressed).unwrap();
    assert_eq!(code(&compressed, &log), Some("log-does-not-belong"));
    assert_eq!(code(&copy, &desk.scratch()), Some("cannot-be-read"));
    // A log that was brought into the database before is empty, and nothing is missing.
    fs::write(&other, b"").unwrap();
    let file = open(&desk, &copy, &other).unwrap();
    assert!(!file.findings().contains(&FileFinding::WalCopy));
}
