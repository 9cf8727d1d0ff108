//! The businesses of one data folder, and its Trash.

use crate::building::{Building, parent_fault};
use crate::connection;
use crate::folder::{Folder, sync_folder};
use crate::lock::FolderLock;
use crate::place::{Place, folder_fault};
use crate::session::{Holder, Session};
use crate::sqlite_business::SqliteBusiness;
use crate::summary;
use books::Key;
use jiff::Timestamp;
use rusqlite::Connection;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Business, BusinessEntry, BusinessStore, NewBusiness, Profile, Removed, StoreError};

/// Businesses kept open while nobody uses them.
const OPEN_BUSINESSES_MAX: usize = 64;

/// What every open business shares with its store: it keeps the folder locked until the last of
/// them is let go of.
#[derive(Debug)]
pub struct Shared {
    pub folder: Folder,
    /// One file is given a name at a time, so that none is given over another.
    pub renaming: Mutex<()>,
    lock: FolderLock,
}

/// Keeps each business of a data folder in a SQLite file of its own.
pub struct SqliteStore {
    shared: Arc<Shared>,
    open: Mutex<HashMap<Key, Arc<SqliteBusiness>>>,
}

impl SqliteStore {
    /// Opens the data folder: makes it and the folders inside where they are missing, locks it,
    /// sees that it can be written, and sweeps what a crash left behind.
    ///
    /// # Errors
    /// [`StoreError::FolderInUse`] when another program holds it, [`StoreError::FolderNotWritable`]
    /// or [`StoreError::DiskFull`] when nothing can be kept there.
    pub fn open(data: &Path) -> Result<Self, StoreError> {
        let folder = Folder::new(data);
        folder.make_root()?;
        let lock = FolderLock::take(data)?;
        folder.prepare()?;
        Ok(Self {
            shared: Arc::new(Shared {
                folder,
                renaming: Mutex::new(()),
                lock,
            }),
            open: Mutex::default(),
        })
    }

    /// Says in the lock file how the program that holds the folder can be reached, as the address
    /// of its server; a second program on the same folder shows it.
    ///
    /// # Errors
    /// When the lock file cannot be written.
    pub fn set_holder_note(&self, text: &str) -> Result<(), StoreError> {
        self.shared
            .lock
            .note(text)
            .map_err(folder_fault(&self.shared.folder.root))
    }

    fn open_businesses(&self) -> MutexGuard<'_, HashMap<Key, Arc<SqliteBusiness>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The open business: the same one for everybody, so that those who write wait for each other.
    pub(crate) fn open_business(&self, key: Key) -> Result<Arc<SqliteBusiness>, StoreError> {
        let mut open = self.open_businesses();
        if let Some(business) = open.get(&key) {
            return Ok(Arc::clone(business));
        }
        let path = self.shared.folder.business_file(key);
        if !path.exists() {
            return Err(StoreError::BusinessNotFound(key));
        }
        let place = Place::new(key, path);
        let business = Arc::new(SqliteBusiness::open(Arc::clone(&self.shared), place)?);
        if open.len() >= OPEN_BUSINESSES_MAX {
            open.retain(|_key, business| Arc::strong_count(business) > 1);
        }
        open.insert(key, Arc::clone(&business));
        Ok(business)
    }

    fn entry_of(&self, key: Key) -> Result<BusinessEntry, StoreError> {
        let business = self.open_business(key)?;
        let bytes_count = business.bytes_count();
        summary::entry_of(&business.moment()?, bytes_count)
    }
}

impl BusinessStore for SqliteStore {
    fn businesses(&self) -> Result<Vec<BusinessEntry>, StoreError> {
        let folder = &self.shared.folder;
        let files = folder
            .business_files()
            .map_err(folder_fault(&folder.businesses))?;
        let mut entries = Vec::new();
        for (key, path) in files {
            let entry = match key {
                Some(key) => self.entry_of(key),
                None => Err(StoreError::Damaged {
                    what: path.display().to_string(),
                    reason: "its name is not that of a business; it was left as it is".to_owned(),
                }),
            };
            match entry {
                Ok(entry) => entries.push(entry),
                // It was moved to Trash while we looked.
                Err(StoreError::BusinessNotFound(_)) => {}
                Err(fault) => entries.push(summary::fault_of(key, &path, &fault)),
            }
        }
        entries.sort_by(|a, b| (&a.name, a.key).cmp(&(&b.name, b.key)));
        Ok(entries)
    }

    fn open(&self, key: Key) -> Result<Arc<dyn Business>, StoreError> {
        Ok(self.open_business(key)?)
    }

    fn begin(&self, key: Key, profile: &Profile) -> Result<Box<dyn NewBusiness>, StoreError> {
        let building = Building::begin(Arc::clone(&self.shared), key, profile)?;
        Ok(Box::new(building))
    }

    fn remove(&self, key: Key) -> Result<(), StoreError> {
        let business = self.open_business(key)?;
        business.close()?;
        let folder = &self.shared.folder;
        let target = folder.trash_file(key, Timestamp::now());
        // That the journal is gone comes to the disk before the file moves away from beside it.
        let moved = sync_folder(&folder.businesses)
            .map_err(folder_fault(&folder.businesses))
            .and_then(|()| self.shared.show(&business.place().path, &target, key));
        // Closed for good, moved or not: whoever opens it again gets a fresh one.
        self.open_businesses().remove(&key);
        moved?;
        folder.sync_moves()
    }

    fn trash(&self) -> Result<Vec<Removed>, StoreError> {
        let folder = &self.shared.folder;
        let files = folder.trash_files().map_err(folder_fault(&folder.trash))?;
        let mut removed: Vec<_> = files
            .into_iter()
            .map(|(key, removed_at, path)| Removed {
                entry: resting_entry(key, &path)
                    .unwrap_or_else(|fault| summary::fault_of(Some(key), &path, &fault)),
                removed_at,
            })
            .collect();
        removed.sort_by_key(|removed| Reverse((removed.removed_at, removed.entry.key)));
        Ok(removed)
    }

    fn bring_back(&self, key: Key) -> Result<(), StoreError> {
        let folder = &self.shared.folder;
        let newest: Option<PathBuf> = folder
            .trash_files()
            .map_err(folder_fault(&folder.trash))?
            .into_iter()
            .filter(|(found, ..)| *found == key)
            .max_by_key(|(_key, removed_at, _path)| *removed_at)
            .map(|(.., path)| path);
        let path = newest.ok_or(StoreError::BusinessNotFound(key))?;
        self.shared.show(&path, &folder.business_file(key), key)?;
        folder.sync_moves()
    }

    fn scratch(&self) -> &Path {
        &self.shared.folder.scratch
    }
}

/// A file in Trash, opened only to be looked at.
struct Resting {
    connection: Connection,
    place: Place,
}

impl Holder for Resting {
    fn connection(&self) -> &Connection {
        &self.connection
    }

    fn place(&self) -> &Place {
        &self.place
    }
}

fn resting_entry(key: Key, path: &Path) -> Result<BusinessEntry, StoreError> {
    let place = Place::new(key, path.to_owned());
    let bytes_count = fs::metadata(path).map_err(parent_fault(path))?.len();
    connection::look_at_header(&place)?;
    let connection = connection::open_at_rest(&place)?;
    summary::entry_of(&Session(Resting { connection, place }), bytes_count)
}
