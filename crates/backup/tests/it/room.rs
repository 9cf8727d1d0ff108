//! Before long work begins, the disk is looked at: what cannot end well is refused with what is
//! needed and what is there, and nothing has changed (docs/SPEC-backup.md, section 12).

use crate::keeping_setting::{HERE, Kept};
use crate::setting::{BUSINESS, INSTALLATION, Setting, key, made_up, stamp};
use backup::{
    BackupContents, BackupError, BackupForm, BackupResult, Cancelled, Disk, Encryption,
    ImportRequest, MakeRequest, NoProgress, Opening, Passphrase, Phase, Progress, ReplaceRequest,
    RunWish, make_backup,
};
use std::path::{Path, PathBuf};
use store::{Business, BusinessStore};

/// A disk on which so many bytes are free.
struct Free(u64);

impl Progress for Free {
    fn at(&self, _: Phase, _: u64, _: u64) -> Result<(), Cancelled> {
        Ok(())
    }

    fn disk(&self, _: &Path) -> Option<Disk> {
        Some(Disk {
            id: "the only one".to_owned(),
            free_bytes: self.0,
        })
    }
}

/// What an error says is needed.
fn needed(error: &BackupError, free: u64) -> u64 {
    let BackupError::NoRoom {
        folder,
        needed,
        free: told,
    } = error
    else {
        panic!("no room, not {error}");
    };
    assert!(!folder.is_empty());
    assert_eq!(*told, free);
    assert!(*needed > free);
    assert_eq!(error.code(), "no-room");
    *needed
}

fn make(
    setting: &Setting,
    business: &dyn Business,
    (form, encryption): (BackupForm, Option<&Encryption>),
    free: u64,
) -> Result<BackupResult, BackupError> {
    let target = setting.path("out/made.manager");
    std::fs::create_dir_all(target.parent().unwrap()).unwrap();
    let _ = std::fs::remove_file(&target);
    let request = MakeRequest {
        business,
        target: &target,
        scratch: setting.store.scratch(),
        contents: BackupContents::default(),
        form,
        encryption,
        file_name: "made.manager",
        stamp: &stamp(4),
    };
    make_backup(&request, &Free(free))
}

#[test]
fn a_backup_begins_with_exactly_the_room_it_asks_for_and_with_no_byte_less() {
    let setting = Setting::new();
    let business = made_up(&setting);
    let secret = Encryption::quick(Passphrase::new("quick in the dark".to_owned()));
    let mut asked = Vec::new();
    for how in [
        (BackupForm::Compressed, None),
        (BackupForm::Plain, None),
        (BackupForm::Compressed, Some(&secret)),
    ] {
        let before = setting.fingerprint();
        let refused = make(&setting, &*business, how, 0).unwrap_err();
        let bytes = needed(&refused, 0);
        let refused = make(&setting, &*business, how, bytes - 1).unwrap_err();
        assert_eq!(needed(&refused, bytes - 1), bytes);
        assert_eq!(setting.fingerprint(), before, "nothing was begun");
        let left = std::fs::read_dir(setting.path("out")).unwrap();
        assert_eq!(left.count(), 0);
        let made = make(&setting, &*business, how, bytes).unwrap();
        assert!(made.bytes_count <= bytes, "{made:?} of {bytes}");
        asked.push(bytes);
    }
    assert!(asked[0] < asked[1] && asked[0] < asked[2], "{asked:?}");
}

/// A backup of the made-up business, to be brought in.
fn file(setting: &Setting) -> PathBuf {
    let business = made_up(setting);
    let whole = (BackupForm::Compressed, None);
    make(setting, &*business, whole, u64::MAX).unwrap();
    setting.path("out/made.manager")
}

#[test]
fn looking_into_a_file_takes_three_times_its_length() {
    let setting = Setting::new();
    let path = file(&setting);
    let length = path.metadata().unwrap().len();
    let scratch = setting.store.scratch();
    let before = setting.fingerprint();
    let check = |free| backup::check(&path, "made.manager", scratch, &Free(free));
    let refused = check(3 * length - 1).err().unwrap();
    assert_eq!(needed(&refused, 3 * length - 1), 3 * length);
    assert_eq!(setting.fingerprint(), before);
    assert!(check(3 * length).is_ok());
    let opening = Opening::in_scratch(scratch);
    let rescue = |free| backup::prepare_rescue(&path, "made.manager", &opening, &Free(free)).err();
    needed(&rescue(3 * length - 1).unwrap(), 3 * length - 1);
    assert!(rescue(3 * length).is_none());
}

fn import_request(stamp: &history::Stamp) -> ImportRequest<'_> {
    ImportRequest {
        key: key(70),
        name: None,
        time_zone: "Asia/Dhaka",
        installation: INSTALLATION,
        stamp,
    }
}

#[test]
fn an_import_without_room_brings_nothing_in() {
    let setting = Setting::new();
    let path = file(&setting);
    let checked =
        backup::check(&path, "made.manager", setting.store.scratch(), &NoProgress).unwrap();
    let stamp = stamp(5);
    let before = setting.fingerprint();
    let import = |free| {
        let request = import_request(&stamp);
        backup::import(&setting.store, &checked, &request, &Free(free))
    };
    let bytes = needed(&import(10).unwrap_err(), 10);
    needed(&import(bytes - 1).unwrap_err(), bytes - 1);
    assert_eq!(setting.fingerprint(), before);
    assert_eq!(import(bytes).unwrap().key, key(70));
}

#[test]
fn a_replacement_asks_for_the_room_of_both_before_either_begins() {
    let setting = Setting::new();
    let path = file(&setting);
    let scratch = setting.store.scratch();
    let checked = backup::check(&path, "made.manager", scratch, &NoProgress).unwrap();
    let stamp = stamp(6);
    let (safety, notes) = (setting.path("Safety backups"), setting.path("notes"));
    let replace = |free| {
        let request = ReplaceRequest {
            import: import_request(&stamp),
            old: BUSINESS,
            safety_folder: &safety,
            notes: &notes,
            follow: &|_, _| (),
        };
        backup::replace(&setting.store, &checked, &request, &Free(free))
    };
    let before = setting.fingerprint();
    let import = |free| {
        let request = import_request(&stamp);
        backup::import(&setting.store, &checked, &request, &Free(free)).unwrap_err()
    };
    let alone = needed(&import(0), 0);
    let bytes = needed(&replace(alone).unwrap_err(), alone);
    needed(&replace(bytes - 1).unwrap_err(), bytes - 1);
    assert_eq!(setting.fingerprint(), before);
    assert!(!safety.exists() && !notes.exists(), "nothing was begun");
    replace(bytes).unwrap();
}

#[test]
fn a_kept_run_without_room_has_failed_and_says_so() {
    let kept = Kept::new();
    let run = |free| {
        let stamp = kept.stamp();
        let wish = RunWish::now(BUSINESS, &stamp);
        kept.keeping.run(&wish, &Free(free)).unwrap()
    };
    let report = run(100);
    let trouble = report.trouble().unwrap();
    assert_eq!(trouble.code, "no-room");
    assert!(
        trouble
            .arguments
            .contains(&("free".to_owned(), "100".to_owned()))
    );
    assert_eq!(report.entries[0].place, None);
    assert_eq!(kept.left_over(), [""; 0]);
    let good = run(u64::MAX);
    assert!(good.trouble().is_none());
    let entry = good.entries.iter().find(|entry| entry.place == Some(HERE));
    let entry = entry.unwrap();
    // What is fetched to be proved takes room too; that there is none tells nothing against it.
    let error = kept
        .keeping
        .verify(entry.key, None, &Free(entry.bytes_count - 1))
        .unwrap_err();
    assert_eq!(error.code(), "no-room");
    assert!(kept.good().iter().all(|entry| entry.is_proved()));
}
