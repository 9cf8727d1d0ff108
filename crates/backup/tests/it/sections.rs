//! What is unticked is not in the file, and the file says so (SPEC-backup.md, 3.4 and 4.2).

use crate::setting::{
    ATTACHMENT_CANARY, EMAIL_CANARY, HISTORY_CANARY, Setting, back_up, key, made_up, rows,
};
use backup::{Absence, BackupContents, BackupForm, NoProgress, Outcome};
use store::{BusinessStore, Section};

fn without(section: Section) -> BackupContents {
    let mut contents = BackupContents::default();
    match section {
        Section::Attachments => contents.attachments = false,
        Section::Emails => contents.emails = false,
        Section::History => contents.history = false,
    }
    contents
}

#[test]
fn each_section_left_out_is_exactly_left_out_and_told() {
    let setting = Setting::new();
    let business = made_up(&setting);
    for (number, section) in (30_u8..).zip(Section::ALL) {
        let target = setting.path(&format!("{}.manager", section.code()));
        back_up(
            &setting,
            &*business,
            &target,
            without(section),
            BackupForm::Plain,
        );
        let verified =
            backup::verify(&target, "x.manager", setting.store.scratch(), &NoProgress).unwrap();
        assert_eq!(verified.outcome, Outcome::LeftOut);
        assert_eq!(verified.outcome.exit_code(), 2);
        assert_eq!(verified.left_out(), [section]);
        let left_out = Absence::LeftOut {
            by: "Rahima".to_owned(),
        };
        assert_eq!(verified.plan.absent, [(section, left_out)]);
        let names = rows(
            &target,
            "SELECT name FROM sqlite_master WHERE type = 'table'",
        )
        .join(" ");
        let has = |bytes: &str| {
            names.contains(&format!(
                "{:?}",
                rusqlite::types::ValueRef::Text(bytes.as_bytes())
            ))
        };
        assert_eq!(has("Blobs"), section != Section::Attachments, "{names}");
        assert_eq!(has("TijoriHistory"), section != Section::History, "{names}");
        assert_eq!(has("TijoriEmails"), section != Section::Emails, "{names}");
        let bytes = std::fs::read(&target).unwrap();
        let holds = |text: &str| {
            bytes
                .windows(text.len())
                .any(|found| found == text.as_bytes())
        };
        assert_eq!(holds(ATTACHMENT_CANARY), section != Section::Attachments);
        assert_eq!(holds(HISTORY_CANARY), section != Section::History);
        assert_eq!(holds(EMAIL_CANARY), section != Section::Emails);
        let again = setting.import(&target, key(number));
        assert_eq!(again.read().unwrap().profile().unwrap().absent, [section]);
    }
}

#[test]
fn the_digest_of_a_section_left_out_is_kept() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let scratch = setting.store.scratch();
    let full = setting.path("full.manager");
    back_up(
        &setting,
        &*business,
        &full,
        BackupContents::default(),
        BackupForm::Compressed,
    );
    let part = setting.path("part.manager");
    let contents = without(Section::Attachments);
    back_up(
        &setting,
        &*business,
        &part,
        contents,
        BackupForm::Compressed,
    );
    let digest = |path: &std::path::Path| {
        let verified = backup::verify(path, "x", scratch, &NoProgress).unwrap();
        let section = verified
            .sections
            .into_iter()
            .find(|it| it.name == "attachments")
            .unwrap();
        (section.digest, section.rows_count)
    };
    assert_eq!(digest(&full), digest(&part));
    assert_eq!(digest(&full).1, 2);
}

#[test]
fn leaving_out_touches_the_copy_only() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let before = business.read().unwrap().history_head().unwrap();
    let target = setting.path("x.manager");
    let contents = BackupContents {
        attachments: false,
        emails: false,
        history: false,
    };
    back_up(
        &setting,
        &*business,
        &target,
        contents,
        BackupForm::Compressed,
    );
    let reader = business.read().unwrap();
    assert_eq!(reader.history_head().unwrap().sequence, before.sequence + 1);
    assert!(reader.blob(key(3)).unwrap().is_some());
}

#[test]
fn the_sizes_on_the_page_are_those_in_the_file() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let sizes = backup::section_sizes(&*business.read().unwrap()).unwrap();
    assert_eq!(
        (sizes.data.rows_count, sizes.attachments.rows_count),
        (3, 1)
    );
    assert!(sizes.attachments.bytes_count > 100_000);
    assert_eq!(sizes.emails.rows_count, 6);
    assert_eq!(
        sizes.emails.bytes_count,
        6 * (EMAIL_CANARY.len() as u64 + 15)
    );
    assert!(sizes.history.rows_count >= 8);
}

/// The digest of no emails is what it was before there was a table for them.
#[test]
fn a_business_without_emails_has_the_digest_of_an_empty_section() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let target = setting.path("without.manager");
    let contents = without(Section::Emails);
    back_up(&setting, &*business, &target, contents, BackupForm::Plain);
    let again = setting.import(&target, key(70));
    let second = setting.path("second.manager");
    let everything = BackupContents::default();
    back_up(&setting, &*again, &second, everything, BackupForm::Plain);
    let digests = rows(
        &second,
        "SELECT lower(hex(Digest)) FROM TijoriSections WHERE Section = 'emails'",
    );
    let wanted = "c8a052fd4c0efe0590b2a820a468699fff6ee8be4f7c85ad91ab219e36a7848b";
    let wanted = rusqlite::types::ValueRef::Text(wanted.as_bytes());
    assert_eq!(digests, [format!("{wanted:?}")]);
    let tables = rows(&second, "SELECT name FROM sqlite_master");
    assert!(!tables.concat().contains("TijoriEmails"));
}
