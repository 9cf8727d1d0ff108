//! What importing needs beside the store: where safety backups and notes lie, and how much a file
//! from outside may cost.

use crate::PageError;
use axum::http::StatusCode;
use backup::{Disk, Limits};
use books::Key;
use catalog::BlobStore;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The folder of safety backups in the data folder, under a name that people find.
const SAFETY_FOLDER: &str = "Safety backups";
/// The folder of notes of businesses that change places.
const NOTES_FOLDER: &str = "exchanges";

/// How imports are done.
pub struct ImportSettings {
    /// Where the backup of a business lies that is replaced, unless the person chooses otherwise.
    pub safety_folder: PathBuf,
    /// Notes of businesses that change places, for a start after a kill.
    pub notes: PathBuf,
    /// How much a file from outside may cost.
    pub limits: Limits,
    /// Whether a file may come in the place of a business: where this computer's folders are not
    /// the person's, no safety backup could be left in one.
    pub may_replace: bool,
    /// Tells how much room there is for a file that is about to arrive.
    pub disk: fn(&Path) -> Option<Disk>,
    /// Where the pieces of large files lie until all of them are there (docs/SPEC-import.md, 8);
    /// files come in one piece where there is none.
    pub uploads: Option<Arc<dyn BlobStore>>,
    /// How long a form waits for a file to be looked through before it shows a page of progress;
    /// as long as for other work where nothing is said.
    pub patience: Option<Duration>,
    /// The businesses that are coming in just now: their notes tell of no accident.
    coming: Mutex<HashSet<Key>>,
    /// Held while an upload is begun, so that those of one node are counted one by one.
    beginning: Mutex<()>,
}

impl ImportSettings {
    /// Everything in a data folder, with the usual limits.
    pub fn new(data: &Path) -> Self {
        Self {
            safety_folder: data.join(SAFETY_FOLDER),
            notes: data.join(NOTES_FOLDER),
            limits: Limits::default(),
            may_replace: true,
            disk: Disk::of,
            uploads: None,
            patience: None,
            coming: Mutex::default(),
            beginning: Mutex::default(),
        }
    }

    /// Refuses a file before it arrives where there is no room for it. Somebody whose computer it
    /// is not cannot make room and has no use for its folders and figures: whoever runs it is told.
    ///
    /// # Errors
    /// `no-room`, or `no-room-now`.
    pub(crate) fn look_for_room(&self, scratch: &Path, bytes_count: u64) -> Result<(), PageError> {
        let disk = (self.disk)(scratch);
        match backup::look_before_arrival(scratch, disk, bytes_count) {
            Err(error) if !self.may_replace => {
                tracing::error!(code = error.code(), %error, "a file from outside was refused");
                let status = StatusCode::INSUFFICIENT_STORAGE;
                Err(PageError::new(status, "no-room-now"))
            }
            looked => Ok(looked?),
        }
    }

    /// Waits for whoever else begins an upload here.
    pub(crate) fn turn_to_begin(&self) -> MutexGuard<'_, ()> {
        self.beginning
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn coming(&self) -> MutexGuard<'_, HashSet<Key>> {
        self.coming.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says that a business comes in, until what is returned is dropped.
    pub(crate) fn coming_in(&self, key: Key) -> Coming<'_> {
        self.coming().insert(key);
        Coming(self, key)
    }

    /// Whether the business comes in just now.
    pub(crate) fn is_coming(&self, key: Key) -> bool {
        self.coming().contains(&key)
    }
}

/// A business that is coming in.
pub(crate) struct Coming<'a>(&'a ImportSettings, Key);

impl Drop for Coming<'_> {
    fn drop(&mut self) {
        self.0.coming().remove(&self.1);
    }
}
