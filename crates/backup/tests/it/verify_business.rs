//! A business proved where it lives: every attack with a tool for databases is found and named
//! (SPEC-history.md, section 13).

use crate::proving::{WITHOUT_TRIGGERS, attacked, codes, hex, payment, proved, set_content};
use crate::setting::{BUSINESS, Setting, back_up, key, made_up, stamp};
use backup::{BackupContents, BackupForm};
use books::{Key, kinds};
use history::Stamp;
use jiff::ToSpan;
use store::BusinessStore;

#[test]
fn a_business_that_nobody_touched_agrees() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let found = proved(&setting, business.as_ref(), &[]);
    assert!(found.agrees(), "{:?}", found.faults);
    assert_eq!(
        (
            found.records_count,
            found.by_entry_count,
            found.sealed_count
        ),
        (4, 4, 0)
    );
    assert_eq!(found.entries_count, found.head.sequence);
    assert_eq!((found.segments.len(), found.attachments_count), (1, 1));
    assert!(found.unchecked.contains(&"no-heads-outside"));
    assert!(found.unchecked.contains(&"emails"), "one without a digest");
}

#[test]
fn an_amount_edited_in_the_closed_file_is_named_with_both_values() {
    let setting = Setting::new();
    drop(made_up(&setting));
    let sql = set_content(key(1), &payment(999));
    let (_setting, found) = attacked(setting, BUSINESS, &sql);
    assert_eq!(codes(&found), ["record-altered"]);
    let fault = &found.faults[0];
    assert_eq!(
        (fault.record, fault.kind()),
        (Some(key(1)), Some(kinds::CUSTOMER))
    );
    let fields = fault.fields();
    assert_eq!(fields.len(), 1, "{fields:?}");
    assert_eq!(fields[0].path, "Name");
    assert_eq!(fields[0].before.as_deref(), Some("Karim & Sons"));
    assert_eq!(fields[0].after.as_deref(), Some("999"));
}

#[test]
fn an_edited_entry_is_named() {
    let setting = Setting::new();
    drop(made_up(&setting));
    let content = hex(&payment(999));
    let sql = format!(
        "{WITHOUT_TRIGGERS} UPDATE History SET ContentAfter = X'{content}' WHERE Sequence = 5;
         UPDATE Objects SET Content = X'{content}' WHERE Key = X'{}';",
        hex(key(1).as_bytes())
    );
    let (_setting, found) = attacked(setting, BUSINESS, &sql);
    assert_eq!(codes(&found), ["chain-altered"]);
    assert_eq!(
        (found.faults[0].sequence, found.faults[0].record),
        (Some(5), Some(key(1)))
    );
}

#[test]
fn a_deleted_entry_is_missed() {
    let setting = Setting::new();
    drop(made_up(&setting));
    let sql = format!("{WITHOUT_TRIGGERS} DELETE FROM History WHERE Sequence = 4;");
    let (_setting, found) = attacked(setting, BUSINESS, &sql);
    assert_eq!(codes(&found), ["chain-gap"]);
    let expected = vec![("expected", "4".to_owned()), ("found", "5".to_owned())];
    assert_eq!(found.faults[0].arguments, expected);
}

#[test]
fn two_entries_that_changed_places_are_named() {
    let setting = Setting::new();
    drop(made_up(&setting));
    let sql = format!(
        "{WITHOUT_TRIGGERS} UPDATE History SET Sequence = -1 WHERE Sequence = 2;
         UPDATE History SET Sequence = 2 WHERE Sequence = 3;
         UPDATE History SET Sequence = 3 WHERE Sequence = -1;"
    );
    let (_setting, found) = attacked(setting, BUSINESS, &sql);
    assert_eq!(
        codes(&found),
        ["chain-unlinked", "chain-unlinked", "chain-unlinked"]
    );
    let named: Vec<_> = found.faults.iter().map(|fault| fault.sequence).collect();
    assert_eq!(named, [Some(2), Some(3), Some(4)]);
}

#[test]
fn a_record_put_in_taken_out_or_brought_back_without_history_is_named() {
    let new = key(77);
    let row = |record: Key| {
        format!(
            "INSERT INTO Objects VALUES (X'{}', X'{}', NULL, X'{}');",
            hex(record.as_bytes()),
            hex(kinds::CUSTOMER.as_bytes()),
            hex(&payment(5))
        )
    };
    let gone = format!(
        "DELETE FROM Objects WHERE Key = X'{}';",
        hex(key(1).as_bytes())
    );
    for (sql, code, record) in [
        (row(new), "record-without-history", new),
        (gone, "record-vanished", key(1)),
        (row(key(2)), "record-returned", key(2)),
    ] {
        let setting = Setting::new();
        drop(made_up(&setting));
        let (_setting, found) = attacked(setting, BUSINESS, &sql);
        assert_eq!(codes(&found), [code]);
        assert_eq!(found.faults[0].record, Some(record));
    }
}

#[test]
fn a_history_that_is_gone_or_empty_is_told() {
    for (sql, code) in [
        ("DROP TABLE History;".to_owned(), "history-unreadable"),
        (
            format!("{WITHOUT_TRIGGERS} DELETE FROM History;"),
            "history-empty",
        ),
    ] {
        let setting = Setting::new();
        drop(made_up(&setting));
        let (_setting, found) = attacked(setting, BUSINESS, &sql);
        assert!(codes(&found).contains(&code), "{:?}", codes(&found));
        assert_eq!(found.business_name, "ঢাকা মুদি দোকান");
    }
}

#[test]
fn edited_bytes_of_an_attachment_are_named() {
    let setting = Setting::new();
    drop(made_up(&setting));
    let sql = "UPDATE BlobChunks SET Bytes = zeroblob(length(Bytes)) WHERE Position = 0;";
    let (_setting, found) = attacked(setting, BUSINESS, sql);
    assert_eq!(codes(&found), ["attachment-altered"]);
    assert_eq!(found.faults[0].record, Some(key(3)));
}

#[test]
fn a_clock_set_back_is_told_and_is_no_fault() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let earlier = Stamp {
        instant: stamp(1).instant - 3.hours(),
        ..stamp(6)
    };
    business
        .write(&mut |work| {
            let content = payment(7);
            work.put_object(key(1), kinds::CUSTOMER, &content, "Back", &earlier)?;
            Ok(())
        })
        .unwrap();
    let found = proved(&setting, business.as_ref(), &[]);
    assert!(found.agrees(), "{:?}", found.faults);
    assert_eq!(found.clock_steps_count, 1);
    assert_eq!(found.clock_steps[0].sequence, found.head.sequence);
}

#[test]
fn a_trail_cut_off_or_written_anew_no_longer_fits_the_backups() {
    let make = || {
        let setting = Setting::new();
        let business = made_up(&setting);
        let target = setting.path("a.manager");
        let contents = BackupContents::default();
        back_up(
            &setting,
            business.as_ref(),
            &target,
            contents,
            BackupForm::Compressed,
        );
        setting
    };
    // The chain that is left is whole in itself.
    let cut = format!(
        "{WITHOUT_TRIGGERS} DELETE FROM History WHERE Sequence > 4;
         DELETE FROM Objects WHERE Key IN (X'{}', X'{}');",
        hex(key(1).as_bytes()),
        hex(key(3).as_bytes())
    );
    let (setting, found) = attacked(make(), BUSINESS, &cut);
    assert!(
        codes(&found).contains(&"head-beyond"),
        "{:?}",
        codes(&found)
    );
    assert_eq!(
        (found.backups.known_count, found.backups.agreeing_count),
        (1, 0)
    );
    // Without the notes, the file at hand says the same.
    std::fs::remove_dir_all(setting.path("data/heads")).unwrap();
    std::fs::create_dir(setting.path("data/heads")).unwrap();
    let business = setting.store.open(BUSINESS).unwrap();
    let found = proved(&setting, business.as_ref(), &[setting.path("")]);
    assert_eq!(found.backups.files_read_count, 1);
    assert!(
        codes(&found).contains(&"head-beyond"),
        "{:?}",
        codes(&found)
    );
}

#[test]
fn every_backup_is_counted_by_all_that_is_known_of_it() {
    let setting = Setting::new();
    let business = made_up(&setting);
    for name in ["a.manager", "b.manager", "c.manager"] {
        let contents = BackupContents {
            history: name != "b.manager",
            ..BackupContents::default()
        };
        let target = setting.path(name);
        back_up(
            &setting,
            business.as_ref(),
            &target,
            contents,
            BackupForm::Compressed,
        );
    }
    std::fs::write(setting.path("d.manager"), "no backup").unwrap();
    let found = proved(&setting, business.as_ref(), &[setting.path("")]);
    assert!(found.agrees(), "{:?}", found.faults);
    let backups = &found.backups;
    assert_eq!((backups.known_count, backups.agreeing_count), (3, 3));
    assert_eq!((backups.noted_count, backups.files_read_count), (3, 3));
    assert_eq!(backups.files_passed_over, ["d.manager"]);
}
