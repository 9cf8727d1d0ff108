//! Records and changes that an import brought, proved by the seal in its entry; and nothing honest
//! taken for an attack (SPEC-history.md, section 14).

use crate::proving::{attacked, codes, hex, payment, proved, set_content};
use crate::setting::{INSTALLATION, Setting, back_up, key, made_up, samples, stamp};
use backup::{BackupContents, BackupForm, NoProgress, SealState};
use books::{Key, kinds};
use history::Stamp;
use interchange::patch;
use store::{Business, BusinessStore};

/// Import, change, back up, import, change: what businesses go through in their lives.
#[test]
fn moving_between_machines_and_zones_is_no_alarm() {
    let setting = Setting::new();
    let first = made_up(&setting);
    let mut files = 0;
    let mut move_on = |business: &dyn Business, to: Key| {
        files += 1;
        let target = setting.path(&format!("{files}.manager"));
        let contents = BackupContents::default();
        back_up(&setting, business, &target, contents, BackupForm::Plain);
        setting.import(&target, to)
    };
    let change = |business: &dyn Business, amount: i64, zone: &str| {
        let stamp = Stamp {
            zone: zone.to_owned(),
            offset_s: -18_000,
            program_version: "0.9.0".to_owned(),
            ..stamp(40)
        };
        business
            .write(&mut |work| {
                let content = payment(amount);
                work.put_object(key(1), kinds::CUSTOMER, &content, "Karim", &stamp)?;
                work.put_object(key(50), kinds::CUSTOMER, &content, "New", &stamp)?;
                work.delete_object(key(50), "New", &stamp).map(drop)
            })
            .unwrap();
    };
    change(first.as_ref(), 1, "America/New_York");
    let second = move_on(first.as_ref(), key(101));
    change(second.as_ref(), 2, "Asia/Dhaka");
    let third = move_on(second.as_ref(), key(102));
    change(third.as_ref(), 3, "UTC");
    let found = proved(&setting, third.as_ref(), &[]);
    assert!(found.agrees(), "{:?}", found.faults);
    let states: Vec<_> = found.imports.iter().map(|import| import.state).collect();
    assert_eq!(states, [SealState::Agrees, SealState::Agrees]);
    assert_eq!(
        (found.backups.known_count, found.backups.agreeing_count),
        (0, 0)
    );
}

#[test]
fn a_record_that_came_without_history_is_sealed_and_named_when_edited() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let target = setting.path("bare.manager");
    let contents = BackupContents {
        history: false,
        ..BackupContents::default()
    };
    back_up(
        &setting,
        business.as_ref(),
        &target,
        contents,
        BackupForm::Compressed,
    );
    drop(business);
    let imported = setting.import(&target, key(101));
    imported
        .write(&mut |work| {
            work.put_object(key(60), kinds::CUSTOMER, &payment(1), "Later", &stamp(6))?;
            let content = patch(kinds::BUSINESS_DETAILS, &[], &[]).unwrap();
            let details = kinds::BUSINESS_DETAILS;
            work.put_object(details, details, &content, "", &stamp(7))?;
            Ok(())
        })
        .unwrap();
    let found = proved(&setting, imported.as_ref(), &[]);
    assert!(found.agrees(), "{:?}", found.faults);
    assert_eq!((found.sealed_count, found.by_entry_count), (3, 2));
    drop(imported);
    let (_setting, found) = attacked(setting, key(101), &set_content(key(1), &payment(999)));
    assert_eq!(codes(&found), ["sealed-record-altered"]);
    assert_eq!(
        (found.faults[0].record, found.faults[0].sequence),
        (Some(key(1)), Some(1))
    );
    assert_eq!(found.imports[0].state, SealState::Broken);
}

#[test]
fn a_record_put_into_or_taken_out_of_an_imported_business_is_found() {
    let imported = || {
        let setting = Setting::new();
        let business = made_up(&setting);
        let target = setting.path("bare.manager");
        let contents = BackupContents {
            history: false,
            ..BackupContents::default()
        };
        back_up(
            &setting,
            business.as_ref(),
            &target,
            contents,
            BackupForm::Compressed,
        );
        drop(business);
        drop(setting.import(&target, key(101)));
        setting
    };
    let gone = format!(
        "DELETE FROM Objects WHERE Key = X'{}';",
        hex(key(1).as_bytes())
    );
    let (_setting, found) = attacked(imported(), key(101), &gone);
    assert_eq!(codes(&found), ["sealed-record-vanished"]);
    let new = format!(
        "INSERT INTO Objects VALUES (X'{}', X'{}', NULL, X'{}');",
        hex(key(77).as_bytes()),
        hex(kinds::CUSTOMER.as_bytes()),
        hex(&payment(5))
    );
    let (_setting, found) = attacked(imported(), key(101), &new);
    let named: Vec<_> = found
        .faults
        .iter()
        .filter(|fault| fault.code == "record-without-history")
        .map(|fault| fault.record)
        .collect();
    assert!(named.contains(&Some(key(77))), "{:?}", found.faults);
}

#[test]
fn real_files_are_proved_after_import_change_and_another_import() {
    for sample in samples() {
        let setting = Setting::new();
        let name = sample.file_name().unwrap().to_string_lossy().into_owned();
        let Ok(checked) = backup::check(&sample, &name, setting.store.scratch(), &NoProgress)
        else {
            continue;
        };
        drop(checked);
        let first = setting.import(&sample, key(101));
        let mut touched = None;
        first
            .read()
            .unwrap()
            .each_object(None, &mut |object| {
                touched.get_or_insert(object);
                Ok(())
            })
            .unwrap();
        let touched = touched.unwrap();
        first
            .write(&mut |work| {
                work.delete_object(touched.key, "", &stamp(6))?;
                let (key, kind) = (touched.key, touched.content_type);
                work.put_object(key, kind, &touched.content, "", &stamp(7))?;
                Ok(())
            })
            .unwrap();
        let target = setting.path("again.manager");
        let contents = BackupContents::default();
        back_up(
            &setting,
            first.as_ref(),
            &target,
            contents,
            BackupForm::Compressed,
        );
        let second = setting.import(&target, key(102));
        for business in [&first, &second] {
            let found = proved(&setting, business.as_ref(), &[]);
            assert!(found.agrees(), "{name}: {:?}", found.faults);
            assert!(found.sealed_count > 0, "{name}");
            assert!(
                found
                    .segments
                    .iter()
                    .all(|segment| segment.installation == INSTALLATION)
            );
        }
    }
}

#[test]
fn the_other_program_s_changes_are_proved_by_the_import_that_brought_them() {
    for sample in samples() {
        let setting = Setting::new();
        let name = sample.file_name().unwrap().to_string_lossy().into_owned();
        if backup::check(&sample, &name, setting.store.scratch(), &NoProgress).is_err() {
            continue;
        }
        let business = setting.import(&sample, key(101));
        let other_changes = proved(&setting, business.as_ref(), &[]).imports[0].other_changes;
        drop(business);
        if other_changes == 0 {
            continue;
        }
        let sql = "DELETE FROM CarriedRows WHERE (CarriedTable, Position) =
            (SELECT CarriedTable, max(Position) FROM CarriedRows r
             JOIN CarriedTables t ON t.Number = r.CarriedTable
             WHERE t.Name = 'Changes' GROUP BY CarriedTable);";
        let (_setting, found) = attacked(setting, key(101), sql);
        assert_eq!(codes(&found), ["other-history-altered"], "{name}");
    }
}
