//! Which file of which business, and how an error of the engine or the system on it is told.

use books::Key;
use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_READONLY_DBMOVED;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use store::StoreError;

/// The file of a business.
#[derive(Debug)]
pub struct Place {
    /// The key of the business.
    pub key: Key,
    /// The file.
    pub path: PathBuf,
    /// Whether the disk failed under it: the file is checked before it is written again.
    suspect: AtomicBool,
}

impl Place {
    pub fn new(key: Key, path: PathBuf) -> Self {
        Self {
            key,
            path,
            suspect: AtomicBool::new(false),
        }
    }

    /// Turns an error of SQLite while doing `what` into ours.
    pub fn fault(&self, what: &str) -> impl Fn(rusqlite::Error) -> StoreError {
        move |error| self.told(what, &error)
    }

    /// The file is damaged or not ours.
    pub fn damaged(&self, reason: impl ToString) -> StoreError {
        StoreError::Damaged {
            what: self.path.display().to_string(),
            reason: reason.to_string(),
        }
    }

    /// Whether the disk failed since this was last asked.
    pub fn take_suspicion(&self) -> bool {
        self.suspect.swap(false, Ordering::Relaxed)
    }

    /// Has the file checked before it is written again.
    pub fn suspect(&self) {
        self.suspect.store(true, Ordering::Relaxed);
    }

    fn told(&self, what: &str, error: &rusqlite::Error) -> StoreError {
        let folder = self.path.parent().unwrap_or(&self.path);
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::DiskFull(folder.display().to_string()),
            Some(ErrorCode::ReadOnly)
                if error.sqlite_extended_error_code() == Some(SQLITE_READONLY_DBMOVED) =>
            {
                StoreError::Replaced(self.key)
            }
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreError::FolderNotWritable {
                    folder: folder.display().to_string(),
                    reason: error.to_string(),
                }
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => self.damaged(error),
            code => {
                if code == Some(ErrorCode::SystemIoFailure) {
                    self.suspect();
                }
                StoreError::engine(format!("{} ({what})", self.path.display()), error)
            }
        }
    }
}

/// Turns an error of the system on a folder into ours.
pub fn folder_fault(folder: &Path) -> impl Fn(io::Error) -> StoreError {
    move |error| match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            StoreError::DiskFull(folder.display().to_string())
        }
        _ => StoreError::FolderNotWritable {
            folder: folder.display().to_string(),
            reason: error.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    fn code_of(primary: i32) -> &'static str {
        let place = Place::new(Key::NIL, PathBuf::from("/books/b.sqlite"));
        let error = rusqlite::Error::SqliteFailure(ffi::Error::new(primary), None);
        place.fault("a test")(error).code()
    }

    #[test]
    fn every_kind_of_failure_has_its_own_code() {
        for (primary, code) in [
            (ffi::SQLITE_FULL, "disk-full"),
            (ffi::SQLITE_READONLY, "folder-not-writable"),
            (ffi::SQLITE_CANTOPEN, "folder-not-writable"),
            (ffi::SQLITE_PERM, "folder-not-writable"),
            (ffi::SQLITE_READONLY_DBMOVED, "stored-business-replaced"),
            (ffi::SQLITE_CORRUPT, "stored-business-damaged"),
            (ffi::SQLITE_NOTADB, "stored-business-damaged"),
            (ffi::SQLITE_IOERR_FSYNC, "store-failed"),
        ] {
            assert_eq!(code_of(primary), code, "{primary}");
        }
    }

    #[test]
    fn only_a_failing_disk_makes_the_file_suspect() {
        let place = Place::new(Key::NIL, PathBuf::from("/books/b.sqlite"));
        for (primary, suspect) in [(ffi::SQLITE_FULL, false), (ffi::SQLITE_IOERR_FSYNC, true)] {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(primary), None);
            let _told = place.fault("a test")(error);
            assert_eq!(place.take_suspicion(), suspect);
        }
        assert!(!place.take_suspicion(), "asking clears it");
    }
}
