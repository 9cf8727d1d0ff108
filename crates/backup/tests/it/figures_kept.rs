//! Where figures are kept, an import works them out before it tells that it is done
//! (SPEC-backup.md, 8.9).

use crate::setting::{INSTALLATION, Setting, back_up, key, made_up, stamp};
use backup::{BackupContents, BackupForm, Cancelled, ImportRequest, NoProgress, Phase, Progress};
use figures::KeptStore;
use std::sync::{Arc, Mutex};
use store::BusinessStore;
use store_sqlite::SqliteStore;

/// Asks to stop at the very last phase, and remembers all.
#[derive(Default)]
struct StopsAtFigures(Mutex<Vec<Phase>>);

impl Progress for StopsAtFigures {
    fn at(&self, phase: Phase, _: u64, _: u64) -> Result<(), Cancelled> {
        let mut seen = self.0.lock().unwrap();
        seen.push(phase);
        if phase == Phase::Posting {
            return Err(Cancelled);
        }
        Ok(())
    }
}

#[test]
fn figures_are_there_when_the_business_is_and_a_stop_comes_too_late() {
    let setting = Setting::new();
    let file = setting.path("all.manager");
    let (all, compressed) = (BackupContents::default(), BackupForm::Compressed);
    back_up(&setting, &*made_up(&setting), &file, all, compressed);
    let folder = tempfile::tempdir().unwrap();
    let inner = Arc::new(SqliteStore::open(folder.path()).unwrap());
    let kept = KeptStore::new(inner.clone());
    let checked = backup::check(&file, "all.manager", kept.scratch(), &NoProgress).unwrap();
    let request = ImportRequest {
        key: key(70),
        name: None,
        time_zone: "Asia/Dhaka",
        installation: INSTALLATION,
        stamp: &stamp(9),
    };
    let progress = StopsAtFigures::default();
    backup::import(&kept, &checked, &request, &progress).unwrap();
    assert_eq!(progress.0.lock().unwrap().last(), Some(&Phase::Posting));
    // Asked past what keeps them: nobody worked them out for this question.
    let business = inner.open(key(70)).unwrap();
    let reader = business.read().unwrap();
    let mark = reader.posted_mark().unwrap().expect("figures are kept");
    assert_eq!(mark.sequence, reader.history_head().unwrap().sequence);
}
