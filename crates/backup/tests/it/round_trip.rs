//! Import, backup, import: the same content, the same rows, the same files, the same History and
//! one entry more (SPEC-backup.md, 5.3 and section 8).

use crate::setting::{BUSINESS, Setting, back_up, key, made_up, rows, samples};
use backup::{BackupContents, BackupForm, NoProgress, Outcome};
use books::Object;
use history::{Action, Entry};
use store::{Business, Cell, Email, Reader};

struct Everything {
    objects: Vec<Object>,
    blobs: Vec<(store::Blob, Vec<u8>)>,
    carried: Vec<(String, Vec<Vec<Cell>>)>,
    entries: Vec<Entry>,
    emails: Vec<(Email, Option<Vec<u8>>)>,
}

fn everything(business: &dyn Business) -> Everything {
    let reader = business.read().unwrap();
    let (mut objects, mut blobs, mut entries) = (vec![], vec![], vec![]);
    reader
        .each_object(None, &mut |object| {
            objects.push(object);
            Ok(())
        })
        .unwrap();
    reader
        .each_blob(&mut |blob| {
            let mut bytes = Vec::new();
            reader.copy_blob(blob.key, &mut bytes)?;
            blobs.push((blob, bytes));
            Ok(())
        })
        .unwrap();
    let carried = reader
        .carried_tables()
        .unwrap()
        .into_iter()
        .filter(|table| table.name != "Changes")
        .map(|table| {
            let mut cells = Vec::new();
            reader
                .each_carried_row(&table.name, &mut |row| {
                    cells.push(row);
                    Ok(())
                })
                .unwrap();
            (table.name, cells)
        })
        .collect();
    reader
        .each_entry(1, &mut |entry| {
            entries.push(entry);
            Ok(())
        })
        .unwrap();
    Everything {
        objects,
        blobs,
        carried,
        entries,
        emails: emails_of(&*reader),
    }
}

/// The emails with their messages; whether they are held is known to one store only.
fn emails_of(reader: &dyn Reader) -> Vec<(Email, Option<Vec<u8>>)> {
    let mut emails = Vec::new();
    reader
        .each_email(&mut |email| {
            let message = reader.email_message(email.key)?;
            emails.push((
                Email {
                    is_held: false,
                    ..email
                },
                message,
            ));
            Ok(())
        })
        .unwrap();
    emails
}

fn assert_came_back(before: &Everything, after: &Everything, what: &str) {
    assert_eq!(before.objects, after.objects, "{what}");
    assert!(before.blobs == after.blobs, "{what}: files differ");
    assert_eq!(before.carried, after.carried, "{what}");
    assert_eq!(before.emails, after.emails, "{what}");
    let (restored, others) = after.entries.split_last().unwrap();
    assert_eq!(restored.draft.action, Action::Restored, "{what}");
    assert_eq!(before.entries, others, "{what}");
}

#[test]
fn a_made_up_business_comes_back_in_both_forms() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let before = everything(&*business);
    for (number, form) in [(10, BackupForm::Compressed), (11, BackupForm::Plain)] {
        let target = setting.path(&format!("backup {number}.manager"));
        // The History entry of each backup is not in that backup, but in the next.
        let entries = everything(&*business).entries;
        let made = back_up(
            &setting,
            &*business,
            &target,
            BackupContents::default(),
            form,
        );
        let again = setting.import(&target, key(number));
        let after = everything(&*again);
        assert_came_back(
            &Everything {
                entries,
                ..everything(&*business)
            },
            &after,
            "made up",
        );
        assert_eq!(before.objects, after.objects);
        assert_eq!(after.emails.len(), 6);
        let reader = again.read().unwrap();
        assert_eq!(
            reader.next_queued_email().unwrap(),
            None,
            "nothing is sent by itself"
        );
        assert!(reader.email(key(41)).unwrap().unwrap().is_held);
        assert_eq!(
            again.read().unwrap().profile().unwrap().time_zone,
            "Asia/Dhaka"
        );
        let second = setting.path(&format!("second {number}.manager"));
        let made_again = back_up(&setting, &*again, &second, BackupContents::default(), form);
        assert_eq!(made.content_digest, made_again.content_digest);
    }
    assert_eq!(
        setting.store_names(),
        ["ঢাকা মুদি দোকান", "ঢাকা মুদি দোকান (2)", "ঢাকা মুদি দোকান (3)"]
    );
}

impl Setting {
    fn store_names(&self) -> Vec<String> {
        use store::BusinessStore;
        let mut names: Vec<String> = self
            .store
            .businesses()
            .unwrap()
            .into_iter()
            .map(|entry| entry.name)
            .collect();
        names.sort();
        names
    }
}

#[test]
fn real_files_come_back_and_their_plain_form_has_their_rows() {
    for (number, sample) in (20_u8..).zip(samples()) {
        let setting = Setting::new();
        let business = setting.import(&sample, key(number));
        let before = everything(&*business);
        for (step, form) in [(50, BackupForm::Compressed), (51, BackupForm::Plain)] {
            let target = setting.path(&format!("{step}.manager"));
            let entries = everything(&*business).entries;
            let made = back_up(
                &setting,
                &*business,
                &target,
                BackupContents::default(),
                form,
            );
            let again = setting.import(&target, key(number + step));
            let expected = Everything {
                entries,
                ..everything(&*business)
            };
            assert_came_back(
                &expected,
                &everything(&*again),
                &sample.display().to_string(),
            );
            let first = backup::check(&sample, "a", setting.store_scratch(), &NoProgress).unwrap();
            assert_eq!(first.plan().content_digest, made.content_digest);
            if form == BackupForm::Plain {
                let sql = "SELECT * FROM Objects ORDER BY Key";
                let copy = setting.path("original.manager");
                std::fs::copy(&sample, &copy).unwrap();
                assert_eq!(rows(&copy, sql), rows(&target, sql), "{}", sample.display());
                assert_eq!(
                    rows(&target, "PRAGMA integrity_check"),
                    [r#"Text([111, 107])"#]
                );
                assert_eq!(rows(&target, "PRAGMA freelist_count"), ["Integer(0)"]);
            }
        }
        assert!(before.objects.len() > 50);
    }
}

impl Setting {
    fn store_scratch(&self) -> &std::path::Path {
        use store::BusinessStore;
        self.store.scratch()
    }
}

#[test]
fn the_same_books_give_the_same_bytes() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let (first, second) = (setting.path("a/x.manager"), setting.path("b/x.manager"));
    for path in [&first, &second] {
        std::fs::create_dir(path.parent().unwrap()).unwrap();
    }
    let contents = BackupContents {
        history: false,
        ..BackupContents::default()
    };
    back_up(
        &setting,
        &*business,
        &first,
        contents,
        BackupForm::Compressed,
    );
    let head = business.read().unwrap().history_head().unwrap();
    back_up(
        &setting,
        &*business,
        &second,
        contents,
        BackupForm::Compressed,
    );
    // Only the head of the History grew, by the entry that tells of the first backup.
    assert_ne!(head, business.read().unwrap().history_head().unwrap());
    // Everything but what the manifest says of History and of itself is the same, page by page.
    let told = "('history_sequence', 'history_hash', 'manifest_digest')";
    let sql = format!(
        "SELECT rowid, Key, Content FROM Objects UNION ALL SELECT rowid, Key, Content FROM Blobs \
         UNION ALL SELECT rowid, Name, Value FROM TijoriManifest WHERE Name NOT IN {told}"
    );
    let plain = |path: &std::path::Path| {
        let out = path.with_extension("plain");
        zstd::stream::copy_decode(
            std::fs::File::open(path).unwrap(),
            std::fs::File::create(&out).unwrap(),
        )
        .unwrap();
        rows(&out, &sql)
    };
    assert_eq!(plain(&first), plain(&second));
}

#[test]
fn a_finished_backup_verifies_and_says_what_it_is() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let target = setting.path("x.manager");
    let made = back_up(
        &setting,
        &*business,
        &target,
        BackupContents::default(),
        BackupForm::Compressed,
    );
    let verified =
        backup::verify(&target, "x.manager", setting.store_scratch(), &NoProgress).unwrap();
    assert_eq!(verified.outcome, Outcome::Whole);
    assert!(verified.faults.is_empty());
    let plan = &verified.plan;
    assert_eq!(plan.business_name, "ঢাকা মুদি দোকান");
    assert_eq!(plan.made.as_ref().unwrap().by, "Rahima");
    assert_eq!((plan.records_count, plan.attachments_count), (4, 1));
    assert_eq!(plan.history_count, made.history_count);
    assert_eq!(plan.content_digest, made.content_digest);
    assert!(
        plan.sealed && plan.findings.is_empty(),
        "{:?}",
        plan.findings
    );
    let entry = business.read().unwrap().history_head().unwrap().sequence;
    let last = business.read().unwrap().entry(entry).unwrap().unwrap();
    assert_eq!(last.draft.action, Action::Backup);
    assert_eq!(business.key(), BUSINESS);
}

#[test]
fn a_name_that_is_taken_is_not_overwritten() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let target = setting.path("x.manager");
    std::fs::write(&target, "somebody's file").unwrap();
    let request = backup::MakeRequest {
        business: &*business,
        target: &target,
        scratch: setting.store_scratch(),
        contents: BackupContents::default(),
        form: BackupForm::Compressed,
        encryption: None,
        file_name: "x.manager",
        stamp: &crate::setting::stamp(5),
    };
    let error = backup::make_backup(&request, &NoProgress).unwrap_err();
    assert_eq!(error.code(), "file-exists");
    assert_eq!(std::fs::read(&target).unwrap(), b"somebody's file");
    assert_eq!(std::fs::read_dir(setting.folder.path()).unwrap().count(), 2);
}
