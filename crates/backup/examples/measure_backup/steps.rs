//! Import, backup and verification, each told phase by phase.

use backup::{
    BackupContents, BackupForm, Cancelled, ImportRequest, MakeRequest, NoProgress, Phase, Progress,
};
use books::Key;
use figures::KeptStore;
use history::Stamp;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Instant;
use store::{Business, BusinessStore};
use store_sqlite::SqliteStore;

/// The business of every measurement.
pub const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000002");

/// Who did it, in every entry.
pub fn stamp() -> Stamp {
    Stamp {
        instant: jiff::Timestamp::now(),
        zone: "UTC".to_owned(),
        offset_s: 0,
        user_key: None,
        user_name: "measure".to_owned(),
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
        commit: Key::NIL,
    }
}

/// The business in a data folder, with its figures kept as the program keeps them.
pub fn open(data: &Path) -> Arc<dyn Business> {
    let inner: Arc<dyn BusinessStore> = Arc::new(SqliteStore::open(data).unwrap());
    KeptStore::new(inner).open(BUSINESS).unwrap()
}

/// Says when each phase began.
struct Phases {
    begun: Instant,
    last: Mutex<Option<Phase>>,
}

impl Phases {
    fn new() -> Self {
        Self {
            begun: Instant::now(),
            last: Mutex::new(None),
        }
    }

    fn say(&self, what: &str) {
        println!("{:>9.3} s  {what}", self.begun.elapsed().as_secs_f64());
    }
}

impl Progress for Phases {
    fn at(&self, phase: Phase, _: u64, _: u64) -> Result<(), Cancelled> {
        if self.last.lock().unwrap().replace(phase) != Some(phase) {
            self.say(phase.code());
        }
        Ok(())
    }
}

/// Checks a file, makes a business of it and posts everything that follows from it.
pub fn import(file: &Path, data: &Path) {
    let phases = Phases::new();
    let store = KeptStore::new(Arc::new(SqliteStore::open(data).unwrap()));
    let checked = backup::check(file, "measured.manager", store.scratch(), &phases).unwrap();
    let request = ImportRequest {
        key: BUSINESS,
        name: None,
        time_zone: "UTC",
        installation: Key::NIL,
        stamp: &stamp(),
    };
    backup::import(&store, &checked, &request, &phases).unwrap();
    drop(checked);
    phases.say("end");
}

/// Makes and proves a backup: plain, or without attachments, where a word says so.
pub fn back_up(data: &Path, target: &Path, how: &[&str]) {
    let business = open(data);
    make(&*business, target, &data.join("scratch"), how);
}

/// The same of an open business.
pub fn make(business: &dyn Business, target: &Path, scratch: &Path, how: &[&str]) {
    let phases = Phases::new();
    let request = MakeRequest {
        business,
        target,
        scratch,
        contents: BackupContents {
            attachments: !how.contains(&"without-attachments"),
            ..BackupContents::default()
        },
        form: match how.contains(&"plain") {
            true => BackupForm::Plain,
            false => BackupForm::Compressed,
        },
        encryption: None,
        file_name: "measured.manager",
        stamp: &stamp(),
    };
    let result = backup::make_backup(&request, &phases).unwrap();
    phases.say("end");
    println!("{} bytes", result.bytes_count);
}

/// Verifies a file.
pub fn verify(file: &Path, scratch: &Path) {
    let verified = backup::verify(file, "measured.manager", scratch, &NoProgress).unwrap();
    println!("{}", verified.outcome.code());
}
