//! A backup can be stopped at every step and leaves nothing behind; one that is not stopped has
//! the same bytes wherever it is made (SPEC-backup.md, 2.1 and 6.4).

use crate::setting::{BUSINESS, Setting, back_up, key, made_up, stamp};
use backup::{
    BackupContents, BackupError, BackupForm, BackupResult, Cancelled, MakeRequest, Phase, Progress,
};
use books::kinds;
use std::path::Path;
use std::sync::Mutex;
use store::{Business, BusinessStore};
use store_sqlite::SqliteStore;

/// Stops at a step, and remembers in which phases there were steps.
struct StopAt {
    step: usize,
    seen: Mutex<Vec<Phase>>,
}

impl Progress for StopAt {
    fn at(&self, phase: Phase, _: u64, _: u64) -> Result<(), Cancelled> {
        let mut seen = self.seen.lock().unwrap();
        seen.push(phase);
        if seen.len() == self.step {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }
}

fn make(
    setting: &Setting,
    business: &dyn Business,
    target: &Path,
    form: BackupForm,
    progress: &dyn Progress,
) -> Result<BackupResult, BackupError> {
    let request = MakeRequest {
        business,
        target,
        scratch: setting.store.scratch(),
        contents: BackupContents::default(),
        form,
        encryption: None,
        file_name: "x.manager",
        stamp: &stamp(5),
    };
    backup::make_backup(&request, progress)
}

/// Enough rows and bytes for several steps of every phase.
fn fill(business: &dyn Business) {
    business
        .write(&mut |work| {
            for number in 0..200_u8 {
                work.put_object(key(number), kinds::CUSTOMER, &[], "one of many", &stamp(3))?;
            }
            let mut noise = Noise(1);
            let bytes: Vec<u8> = (0..2_500_000).map(|_| noise.next()).collect();
            let source = &mut bytes.as_slice();
            work.put_blob(key(201), Some("noise.bin"), None, source)
                .map(drop)
        })
        .unwrap();
}

/// Bytes without pattern (xorshift).
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u8 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.to_le_bytes()[7]
    }
}

#[test]
fn a_backup_stopped_at_any_step_leaves_nothing_behind() {
    for (form, phases) in [
        (
            BackupForm::Compressed,
            &[Phase::Reading, Phase::Compressing, Phase::Verifying][..],
        ),
        (BackupForm::Plain, &[Phase::Reading, Phase::Verifying]),
    ] {
        let setting = Setting::new();
        let business = made_up(&setting);
        fill(&*business);
        let before = setting.fingerprint();
        let target = setting.path("x.manager");
        for step in 1.. {
            let stop = StopAt {
                step,
                seen: Mutex::new(Vec::new()),
            };
            match make(&setting, &*business, &target, form, &stop) {
                Err(error) => {
                    assert_eq!(error.code(), "cancelled");
                    assert!(!target.exists(), "step {step}");
                    let left = std::fs::read_dir(setting.folder.path()).unwrap().count();
                    assert_eq!(left, 1, "step {step}");
                    assert_eq!(before, setting.fingerprint(), "step {step}");
                }
                Ok(_) => {
                    let seen = stop.seen.into_inner().unwrap();
                    for phase in phases {
                        let steps = seen.iter().filter(|it| *it == phase).count();
                        assert!(steps > 1, "{phase:?}: {steps} steps");
                    }
                    break;
                }
            }
        }
        assert!(target.exists());
    }
}

/// The same data folder in two places gives the same file twice, but for what the manifest says
/// of the time: here that is the same too.
#[test]
fn the_same_moment_gives_the_same_bytes() {
    let setting = Setting::new();
    fill(&*made_up(&setting));
    let folder = setting.folder;
    drop(setting.store);
    copy(&folder.path().join("data"), &folder.path().join("other"));
    for form in [BackupForm::Compressed, BackupForm::Plain] {
        let bytes = ["data", "other"].map(|data| {
            let setting = Setting {
                store: SqliteStore::open(&folder.path().join(data)).unwrap(),
                folder: tempfile::tempdir().unwrap(),
            };
            let target = setting.path("x.manager");
            let business = setting.store.open(BUSINESS).unwrap();
            let contents = BackupContents::default();
            let result = back_up(&setting, &*business, &target, contents, form);
            let bytes = std::fs::read(&target).unwrap();
            assert_eq!(result.bytes_count, bytes.len() as u64);
            bytes
        });
        assert!(bytes[0] == bytes[1], "{form:?}");
        // The entries that tell of the two backups have keys of their own.
        std::fs::remove_dir_all(folder.path().join("other")).unwrap();
        copy(&folder.path().join("data"), &folder.path().join("other"));
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
