//! The files that are open, and the store through which pages find them beside the businesses.

use crate::PageError;
use crate::stamp::random_key;
use axum::http::StatusCode;
use backup::{BackupError, CheckedFile, ImportRequest, Progress};
use books::Key;
use figures::KeptStore;
use history::{Head, Stamp};
use jiff::Timestamp;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{
    Business, BusinessEntry, BusinessStore, NewBusiness, Profile, ReadOnly, Removed, StoreError,
};
use tempfile::TempDir;

/// How many files are open at once; each takes the room of its business on the disk.
const OPENED_COUNT_MAX: usize = 8;

/// Makes a store for one business in an empty folder.
pub type MakeStore = dyn Fn(&Path) -> Result<Arc<dyn BusinessStore>, StoreError> + Send + Sync;

/// A file that is open.
pub(crate) struct OpenedFile {
    /// The key under which pages find it.
    pub key: Key,
    /// The name that people know it by.
    pub file_name: String,
    /// SHA-256 of it.
    pub sha256: [u8; 32],
    /// The name of the business in it.
    pub business_name: String,
    /// The time zone of that business.
    pub time_zone: String,
    /// When the backup was made, when it says so.
    pub made_at: Option<Timestamp>,
    /// Where its chain ends, also when History was left out.
    pub head: Head,
    business: Arc<dyn Business>,
    /// Holds the store's files; they go with it.
    _folder: TempDir,
}

/// The businesses of a store, and beside them the files that are open: found by their keys, listed
/// nowhere, and never written.
pub struct OpenedFiles {
    businesses: Arc<dyn BusinessStore>,
    make: Box<MakeStore>,
    open: Mutex<Vec<Arc<OpenedFile>>>,
}

impl OpenedFiles {
    /// Nothing is open yet.
    pub fn new(businesses: Arc<dyn BusinessStore>, make: Box<MakeStore>) -> Self {
        Self {
            businesses,
            make,
            open: Mutex::default(),
        }
    }

    fn all(&self) -> MutexGuard<'_, Vec<Arc<OpenedFile>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The files that are open, in the order in which they were opened.
    pub(crate) fn list(&self) -> Vec<Arc<OpenedFile>> {
        self.all().clone()
    }

    /// The file of this key.
    pub(crate) fn find(&self, key: Key) -> Option<Arc<OpenedFile>> {
        self.all().iter().find(|file| file.key == key).cloned()
    }

    /// Closes a file: whoever reads it now reads on, nobody finds it any more.
    pub(crate) fn close(&self, key: Key) {
        self.all().retain(|file| file.key != key);
    }

    /// Opens a checked file and returns the key to find it by.
    ///
    /// # Errors
    /// When too many are open, or it cannot be kept; nothing is left behind then.
    pub fn open_file(
        &self,
        checked: &CheckedFile,
        time_zone: &str,
        stamp: &Stamp,
        progress: &dyn Progress,
    ) -> Result<Key, PageError> {
        room_for_one(&self.all())?;
        let key = random_key()?;
        let folder = private_folder(self.scratch())?;
        let store = (self.make)(folder.path())?;
        let request = ImportRequest {
            key,
            name: None,
            time_zone,
            // It never writes History, so that it needs no installation of its own.
            installation: key,
            stamp,
        };
        backup::import(store.as_ref(), checked, &request, progress)?;
        // What follows from its books is kept once, here: later nobody may write it.
        drop(KeptStore::new(store.clone()).open(key)?.read()?);
        let business = store.open(key)?;
        let plan = checked.plan();
        let opened = Arc::new(OpenedFile {
            key,
            file_name: plan.file_name.clone(),
            sha256: plan.sha256,
            business_name: plan.business_name.clone(),
            time_zone: plan.time_zone.clone().unwrap_or(time_zone.to_owned()),
            made_at: plan.made.as_ref().map(|made| made.at),
            head: plan.withheld_head.unwrap_or(plan.history_head),
            business: Arc::new(ReadOnly::new(business)),
            _folder: folder,
        });
        let mut all = self.all();
        // Others may have been opened meanwhile.
        room_for_one(&all)?;
        all.push(opened);
        Ok(key)
    }
}

fn room_for_one(open: &[Arc<OpenedFile>]) -> Result<(), PageError> {
    match open.len() < OPENED_COUNT_MAX {
        true => Ok(()),
        false => Err(PageError::new(StatusCode::CONFLICT, "opened-too-many")),
    }
}

/// A folder that nobody else on this computer may look into.
fn private_folder(scratch: &Path) -> Result<TempDir, BackupError> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("opened-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder
        .tempdir_in(scratch)
        .map_err(|error| StoreError::engine(scratch.display().to_string(), error).into())
}

impl BusinessStore for OpenedFiles {
    fn businesses(&self) -> Result<Vec<BusinessEntry>, StoreError> {
        self.businesses.businesses()
    }

    fn open(&self, key: Key) -> Result<Arc<dyn Business>, StoreError> {
        match self.find(key) {
            Some(file) => Ok(file.business.clone()),
            None => self.businesses.open(key),
        }
    }

    fn begin(&self, key: Key, profile: &Profile) -> Result<Box<dyn NewBusiness>, StoreError> {
        self.businesses.begin(key, profile)
    }

    fn remove(&self, key: Key) -> Result<(), StoreError> {
        self.businesses.remove(key)
    }

    fn trash(&self) -> Result<Vec<Removed>, StoreError> {
        self.businesses.trash()
    }

    fn bring_back(&self, key: Key) -> Result<(), StoreError> {
        self.businesses.bring_back(key)
    }

    fn scratch(&self) -> &Path {
        self.businesses.scratch()
    }
}
