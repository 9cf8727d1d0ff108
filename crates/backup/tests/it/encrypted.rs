//! Backups with a passphrase (SPEC-backup.md, section 11).

use crate::setting::{Setting, back_up, key, made_up, stamp};
use backup::{
    BackupContents, BackupError, BackupForm, BackupResult, Encryption, ImportRequest, MakeRequest,
    NoProgress, Opening, Outcome, Passphrase, check_with, find_damage_with, import, make_backup,
    verify_with,
};
use std::fs;
use std::path::Path;
use store::{Business, BusinessStore};

pub const WORDS: &str = "tulip granite seventeen kettle orbit plum";

pub fn make(
    setting: &Setting,
    business: &dyn Business,
    target: &Path,
    form: BackupForm,
) -> Result<BackupResult, BackupError> {
    let encryption = Encryption::quick(Passphrase::new(WORDS));
    let request = MakeRequest {
        business,
        target,
        scratch: setting.store.scratch(),
        contents: BackupContents::default(),
        form,
        encryption: Some(&encryption),
        file_name: "secret.manager",
        stamp: &stamp(5),
    };
    make_backup(&request, &NoProgress)
}

pub fn outcome(
    setting: &Setting,
    path: &Path,
    words: Option<&str>,
) -> Result<Outcome, &'static str> {
    let passphrase = words.map(Passphrase::new);
    let scratch = setting.store.scratch();
    let opening = Opening::in_scratch(scratch).with_passphrase(passphrase.as_ref());
    verify_with(path, "secret.manager", &opening, &NoProgress)
        .map(|verification| verification.outcome)
        .map_err(|error| error.code())
}

#[test]
fn an_encrypted_backup_is_whole_with_its_passphrase_and_nothing_without() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let (secret, open) = (setting.path("secret.manager"), setting.path("open.manager"));
    let made = make(&setting, &*business, &secret, BackupForm::Compressed).unwrap();
    assert_eq!(outcome(&setting, &secret, Some(WORDS)), Ok(Outcome::Whole));
    assert_eq!(outcome(&setting, &secret, None), Err("needs-passphrase"));
    let wrong = outcome(&setting, &secret, Some("tulip granite"));
    assert_eq!(wrong, Err("wrong-passphrase"));

    let contents = BackupContents::default();
    let plain = back_up(
        &setting,
        &*business,
        &open,
        contents,
        BackupForm::Compressed,
    );
    assert_eq!(made.content_digest, plain.content_digest);
    assert_ne!(made.sha256, plain.sha256);

    let passphrase = Passphrase::new(WORDS);
    let scratch = setting.store.scratch();
    let opening = Opening::in_scratch(scratch).with_passphrase(Some(&passphrase));
    let checked = check_with(&secret, "secret.manager", &opening, &NoProgress);
    let checked = checked.unwrap();
    assert!(checked.plan().encrypted);
    let request = ImportRequest {
        key: key(77),
        name: None,
        time_zone: "UTC",
        installation: key(9),
        stamp: &stamp(6),
    };
    let imported = import(&setting.store, &checked, &request, &NoProgress).unwrap();
    drop(checked);
    assert_eq!(imported.key, key(77));
    assert_eq!(left_in_scratch(&setting), Vec::<String>::new());
}

#[test]
fn only_the_compressed_form_is_encrypted() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let target = setting.path("secret.manager");
    let error = make(&setting, &*business, &target, BackupForm::Plain).err();
    assert_eq!(error.map(|error| error.code()), Some("encrypted-plain"));
    assert!(!target.exists());
}

#[test]
fn neither_the_books_nor_the_passphrase_lie_where_they_should_not() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let secret = setting.path("secret.manager");
    make(&setting, &*business, &secret, BackupForm::Compressed).unwrap();
    let bytes = fs::read(&secret).unwrap();
    let name = business.read().unwrap().profile().unwrap().name;
    for canary in [
        name.as_str(),
        "SQLite format",
        "Tijori sealed",
        "TijoriManifest",
        WORDS,
    ] {
        assert!(!holds(&bytes, canary.as_bytes()), "{canary} is in the file");
    }
    for (path, _) in setting.fingerprint() {
        let bytes = fs::read(&path).unwrap();
        let path = path.display();
        assert!(!holds(&bytes, WORDS.as_bytes()), "{path} holds it");
    }
}

fn holds(bytes: &[u8], canary: &[u8]) -> bool {
    bytes.windows(canary.len()).any(|window| window == canary)
}

#[test]
fn a_changed_byte_or_a_missing_end_is_told() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let secret = setting.path("secret.manager");
    make(&setting, &*business, &secret, BackupForm::Compressed).unwrap();
    let bytes = fs::read(&secret).unwrap();
    let changed = setting.path("changed.manager");
    let step = bytes.len() / 40;
    for at in (0..bytes.len()).step_by(step.max(1)) {
        let mut other = bytes.clone();
        other[at] ^= 4;
        fs::write(&changed, &other).unwrap();
        assert!(
            outcome(&setting, &changed, Some(WORDS)).is_err(),
            "byte {at}"
        );
        fs::write(&changed, &bytes[..at]).unwrap();
        assert!(
            outcome(&setting, &changed, Some(WORDS)).is_err(),
            "cut at {at}"
        );
    }
    assert_eq!(left_in_scratch(&setting), Vec::<String>::new());
}

#[test]
fn damage_in_an_encrypted_file_is_named_by_its_place_in_it() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let secret = setting.path("secret.manager");
    let damaged = setting.path("damaged.manager");
    make(&setting, &*business, &secret, BackupForm::Compressed).unwrap();
    let passphrase = Passphrase::new(WORDS);
    let scratch = setting.store.scratch();
    let opening = Opening::in_scratch(scratch).with_passphrase(Some(&passphrase));
    let whole = find_damage_with(&secret, &opening).unwrap().unwrap();
    assert_eq!((whole.blocks_count, whole.blocks.len()), (1, 0));
    let mut bytes = fs::read(&secret).unwrap();
    // All of a small file is one chunk: with it goes the list that would name its blocks.
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&damaged, &bytes).unwrap();
    let found = find_damage_with(&damaged, &opening).unwrap();
    let is_one_chunk = bytes.len() < 64 * 1024;
    assert_eq!(found.is_none(), is_one_chunk, "{found:?}");
    assert!(is_one_chunk || !found.unwrap().blocks.is_empty());
    let unopened = Opening::in_scratch(scratch);
    assert_eq!(find_damage_with(&secret, &unopened).unwrap(), None);
}

/// What lies in the scratch folder, but for the mark of the program.
fn left_in_scratch(setting: &Setting) -> Vec<String> {
    fs::read_dir(setting.store.scratch())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.'))
        .collect()
}
