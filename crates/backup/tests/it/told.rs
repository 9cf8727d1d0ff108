//! What is odd is told in the right words, and with the right verdict.

use crate::setting::{Setting, back_up, key, made_up, stamp};
use backup::{BackupContents, BackupForm, NoProgress, Outcome, Verdict};
use books::kinds;
use manager_file::wire::{Field, Message};
use std::path::PathBuf;
use store::BusinessStore;

/// A plain backup of the made-up business, changed by SQL afterwards.
fn changed(setting: &Setting, sql: &str) -> PathBuf {
    let business = made_up(setting);
    let path = setting.path("changed.manager");
    let contents = BackupContents::default();
    back_up(setting, &*business, &path, contents, BackupForm::Plain);
    let database = rusqlite::Connection::open(&path).unwrap();
    database.execute_batch(sql).unwrap();
    path
}

/// The codes of the findings of a file.
fn codes(setting: &Setting, path: &std::path::Path) -> Vec<&'static str> {
    let checked = backup::check(path, "x.manager", setting.store.scratch(), &NoProgress).unwrap();
    let findings = &checked.plan().findings;
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn rows_of_the_trail_that_cannot_be_read_mean_an_altered_backup() {
    for sql in [
        "UPDATE TijoriHistory SET Key = 'x' WHERE Sequence = 2",
        "UPDATE TijoriHistory SET Action = 'dance' WHERE Sequence = 2",
        "UPDATE TijoriHistory SET UserName = CAST(x'ff' AS TEXT) WHERE Sequence = 2",
        "DELETE FROM Changes",
    ] {
        let setting = Setting::new();
        let path = changed(&setting, sql);
        let scratch = setting.store.scratch();
        let verdict = match backup::verify(&path, "x.manager", scratch, &NoProgress) {
            Ok(verification) if verification.outcome == Outcome::Altered => Verdict::Altered,
            Ok(verification) => panic!("{sql}: {:?}", verification.outcome),
            Err(error) => error.verdict(),
        };
        assert_eq!(verdict, Verdict::Altered, "{sql}");
    }
}

#[test]
fn a_strange_table_in_the_place_of_the_trail_is_refused() {
    let setting = Setting::new();
    let path = changed(
        &setting,
        "DROP TABLE TijoriManifest; DROP TABLE TijoriSections; DROP TABLE TijoriHistory;
         CREATE TABLE TijoriHistory (x); INSERT INTO TijoriHistory VALUES (1);",
    );
    let error = backup::check(&path, "x.manager", setting.store.scratch(), &NoProgress)
        .err()
        .unwrap();
    assert_eq!(
        (error.code(), error.verdict()),
        ("bad-manifest", Verdict::NotABackup)
    );
}

#[test]
fn rows_that_break_the_rules_and_records_that_cannot_be_read_are_told() {
    let setting = Setting::new();
    let mut receipt = Message::default();
    receipt.set(1, Some(Field::of_bytes(1, &[0x08, 0x02, 0x10, 0x63])));
    let path = changed(
        &setting,
        &format!(
            "DROP TABLE TijoriManifest; DROP TABLE TijoriSections;
             INSERT INTO Objects VALUES ('no key', '{}', x'0a0141', 1);
             INSERT INTO Objects VALUES ('{}', '{}', x'{}', 1);",
            kinds::CUSTOMER,
            key(77),
            kinds::RECEIPT,
            receipt
                .to_bytes()
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>(),
        ),
    );
    let codes = codes(&setting, &path);
    assert!(codes.contains(&"odd-rows"), "{codes:?}");
    assert!(codes.contains(&"unreadable-record"), "{codes:?}");
}

#[test]
fn text_with_odd_characters_in_a_proved_file_is_no_damage() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let mut customer = Message::default();
    customer.set(1, Some(Field::of_text(1, "A\0B")));
    let content = customer.to_bytes();
    business
        .write(&mut |work| {
            work.put_object(key(78), kinds::CUSTOMER, &content, "A", &stamp(7))
                .map(drop)
        })
        .unwrap();
    let path = setting.path("x.manager");
    let contents = BackupContents::default();
    back_up(
        &setting,
        &*business,
        &path,
        contents,
        BackupForm::Compressed,
    );
    assert_eq!(codes(&setting, &path), Vec::<&str>::new());
}

#[test]
fn the_head_of_a_history_left_out_is_told() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let head = business.read().unwrap().history_head().unwrap();
    let path = setting.path("x.manager");
    let contents = BackupContents {
        history: false,
        ..BackupContents::default()
    };
    back_up(
        &setting,
        &*business,
        &path,
        contents,
        BackupForm::Compressed,
    );
    let checked = backup::check(&path, "x", setting.store.scratch(), &NoProgress).unwrap();
    assert_eq!(checked.plan().withheld_head, Some(head));
    assert_eq!(checked.plan().history_head.sequence, 0);
}
