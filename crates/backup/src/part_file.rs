//! A file that does not bear its final name yet.

use crate::BackupError;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// A path to write to; whatever is there goes when this is dropped, unless it was published.
pub(crate) struct PartFile {
    path: PathBuf,
}

/// An error of the system about a file.
pub(crate) fn io_error(path: &Path, error: &io::Error) -> BackupError {
    if error.kind() == io::ErrorKind::StorageFull {
        let folder = path.parent().unwrap_or(path).display().to_string();
        return BackupError::Store(store::StoreError::DiskFull(folder));
    }
    BackupError::Io {
        what: path.display().to_string(),
        reason: error.to_string(),
    }
}

impl PartFile {
    /// A name in `folder` that nobody else uses.
    pub(crate) fn in_folder(folder: &Path) -> Result<Self, BackupError> {
        let name = format!(".tijori-{}.part", crate::random_key()?);
        Ok(Self {
            path: folder.join(name),
        })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the file its final name, which nothing may bear yet, and makes the name durable.
    pub(crate) fn publish(self, target: &Path) -> Result<(), BackupError> {
        // A hard link fails when the name is taken; a rename would silently replace what is there.
        match fs::hard_link(&self.path, target) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(BackupError::FileExists {
                    file: target.display().to_string(),
                });
            }
            Err(_) if target.exists() => {
                return Err(BackupError::FileExists {
                    file: target.display().to_string(),
                });
            }
            Err(_) => {
                fs::rename(&self.path, target).map_err(|error| io_error(target, &error))?;
            }
        }
        if cfg!(unix) {
            let folder = match target.parent() {
                Some(parent) if !parent.as_os_str().is_empty() => parent,
                _ => Path::new("."),
            };
            File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(|error| io_error(folder, &error))?;
        }
        Ok(())
    }
}

impl Drop for PartFile {
    fn drop(&mut self) {
        // Nothing is there after a rename; that is no failure.
        let _ = fs::remove_file(&self.path);
    }
}
