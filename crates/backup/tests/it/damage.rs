//! Damaged, foreign and hostile files are refused by name, and nothing on disk changes.

use crate::setting::{Setting, back_up, key, made_up, samples};
use backup::{BackupContents, BackupForm, NoProgress};
use std::collections::BTreeMap;
use std::path::Path;
use store::BusinessStore;

/// Small steps that look random and can be repeated.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }
}

fn refusal(setting: &Setting, path: &Path) -> &'static str {
    match backup::check(path, "x.manager", setting.store.scratch(), &NoProgress) {
        Ok(checked) => panic!("{path:?} was accepted: {:?}", checked.plan()),
        Err(error) => error.code(),
    }
}

#[test]
fn no_flipped_bit_of_a_compressed_backup_imports_as_whole() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let target = setting.path("good.manager");
    let contents = BackupContents::default();
    back_up(
        &setting,
        &*business,
        &target,
        contents,
        BackupForm::Compressed,
    );
    let good = std::fs::read(&target).unwrap();
    let seed = 20_261_121;
    let mut numbers = Numbers(seed);
    let mut found: BTreeMap<&str, u32> = BTreeMap::new();
    let before = setting.fingerprint();
    let path = setting.path("flipped.manager");
    for _ in 0..2_000 {
        let mut bytes = good.clone();
        bytes[numbers.below(good.len())] ^= 1 << numbers.below(8);
        std::fs::write(&path, bytes).unwrap();
        *found.entry(refusal(&setting, &path)).or_default() += 1;
    }
    println!(
        "2,000 bit flips in {} bytes, seed {seed}: detected as {found:?}",
        good.len()
    );
    assert_eq!(found.values().sum::<u32>(), 2_000);
    assert_eq!(before, setting.fingerprint());
}

#[test]
fn flipped_bits_of_a_plain_backup_are_found_or_harmless() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let target = setting.path("good.manager");
    back_up(
        &setting,
        &*business,
        &target,
        BackupContents::default(),
        BackupForm::Plain,
    );
    let good = std::fs::read(&target).unwrap();
    let scratch = setting.store.scratch();
    let digest = backup::check(&target, "x", scratch, &NoProgress)
        .unwrap()
        .plan()
        .content_digest;
    let mut numbers = Numbers(7);
    let path = setting.path("flipped.manager");
    let mut accepted = 0;
    for _ in 0..500 {
        let mut bytes = good.clone();
        bytes[numbers.below(good.len())] ^= 1 << numbers.below(8);
        std::fs::write(&path, bytes).unwrap();
        if let Ok(checked) = backup::check(&path, "x", scratch, &NoProgress) {
            // Bits that hold nothing (unused parts of pages) may differ; what is read may not.
            assert_eq!(checked.plan().content_digest, digest);
            accepted += 1;
        }
    }
    println!("500 bit flips in a plain backup: {accepted} in bytes that hold nothing");
}

#[test]
fn every_refusal_has_its_own_code_and_changes_nothing() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let target = setting.path("good.manager");
    let contents = BackupContents::default();
    back_up(
        &setting,
        &*business,
        &target,
        contents,
        BackupForm::Compressed,
    );
    let good = std::fs::read(&target).unwrap();
    let before = setting.fingerprint();
    let write = |name: &str, bytes: &[u8]| {
        let path = setting.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let mut overwritten = good.clone();
    let middle = good.len() / 2;
    overwritten[middle..middle + 64].fill(0xa5);
    for (path, codes) in [
        (write("empty.manager", b""), &["empty-file"][..]),
        (
            write("text.manager", b"Dear sir or madam, these are not books."),
            &["not-a-backup"],
        ),
        (write("half.manager", &good[..middle]), &["cut-short"]),
        (
            write("overwritten.manager", &overwritten),
            &["altered", "damaged"],
        ),
        (
            write("old.manager", b"MNGR|0123456789abcdef0123"),
            &["older-format"],
        ),
        (setting.path("no such file"), &["cannot-be-read"]),
        (setting.folder.path().to_owned(), &["is-a-folder"]),
    ] {
        let code = refusal(&setting, &path);
        assert!(codes.contains(&code), "{path:?}: {code}");
    }
    assert_eq!(before, setting.fingerprint());
}

#[test]
fn real_files_with_bytes_overwritten_or_cut_are_refused() {
    for sample in samples() {
        let setting = Setting::new();
        let good = std::fs::read(&sample).unwrap();
        let middle = good.len() / 2;
        let path = setting.path("x.manager");
        let mut numbers = Numbers(99);
        for filler in 0..4 {
            let mut bytes = good.clone();
            for byte in &mut bytes[middle..middle + 64] {
                *byte = match filler {
                    0 => 0,
                    1 => 0xff,
                    _ => u8::try_from(numbers.below(256)).unwrap(),
                };
            }
            std::fs::write(&path, bytes).unwrap();
            let code = refusal(&setting, &path);
            assert!(
                matches!(code, "overwritten" | "damaged"),
                "{sample:?}: {code}"
            );
        }
        std::fs::write(&path, &good[..middle]).unwrap();
        assert_eq!(refusal(&setting, &path), "cut-short", "{sample:?}");
    }
}

#[test]
fn one_malformed_record_is_kept_told_and_not_posted() {
    for sample in samples() {
        let setting = Setting::new();
        let path = setting.path("x.manager");
        std::fs::copy(&sample, &path).unwrap();
        let mut permissions = std::fs::metadata(&path).unwrap().permissions();
        #[expect(
            clippy::permissions_set_readonly_false,
            reason = "a copy in a temporary folder"
        )]
        permissions.set_readonly(false);
        std::fs::set_permissions(&path, permissions).unwrap();
        let database = rusqlite::Connection::open(&path).unwrap();
        let invoices = "ad12b60b-23bf-4421-94df-8be79cef533e";
        let changed = database
            .execute(
                "UPDATE Objects SET Content = x'ffffffffff' WHERE ContentType = ?1 AND Key <> ?1",
                [invoices],
            )
            .unwrap();
        assert_eq!(changed, 1);
        drop(database);
        let checked = backup::check(&path, "x", setting.store.scratch(), &NoProgress).unwrap();
        let findings: Vec<_> = checked
            .plan()
            .findings
            .iter()
            .filter(|finding| finding.code == "damaged-record")
            .collect();
        assert_eq!(findings.len(), 1, "{:?}", checked.plan().findings);
        let business = setting.import(&path, key(40));
        let record = findings[0].record.unwrap();
        let object = business.read().unwrap().object(record).unwrap().unwrap();
        assert_eq!(object.content, [0xff; 5]);
    }
}

/// SPEC-backup.md, 7.2: one bit is changed in the middle; the record that lies there is named.
#[test]
fn a_damaged_file_says_which_records_lie_in_the_damage() {
    let setting = Setting::new();
    let business = made_up(&setting);
    business
        .write(&mut |work| {
            for number in 100..108 {
                let mut noise = u64::from(number);
                let next = || {
                    noise ^= noise << 13;
                    noise ^= noise >> 7;
                    noise ^= noise << 17;
                    noise.to_le_bytes()[7]
                };
                let bytes: Vec<u8> = std::iter::repeat_with(next).take(900_000).collect();
                work.put_blob(key(number), Some("noise"), None, &mut bytes.as_slice())?;
            }
            Ok(())
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
    let scratch = setting.store.scratch();
    let whole = backup::find_damage(&path, scratch).unwrap().unwrap();
    assert!(whole.blocks.is_empty() && whole.rows.is_empty());
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let refused = backup::verify(&path, "x.manager", scratch, &NoProgress).unwrap_err();
    assert_eq!(refused.code(), "altered");
    let found = backup::find_damage(&path, scratch).unwrap().unwrap();
    assert_eq!(found.blocks.len(), 1);
    let rows = found
        .rows
        .iter()
        .find(|rows| rows.table == "Blobs")
        .unwrap();
    let made: Vec<_> = (100..108).map(|number| *key(number).as_bytes()).collect();
    assert!((1..=3).contains(&rows.keys.len()), "{rows:?}");
    assert!(rows.keys.iter().all(|key| made.contains(key)), "{rows:?}");
}
