//! A file that does not bear its final name yet.

use crate::BackupError;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempPath;

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
        what: told_path(path).display().to_string(),
        reason: error.to_string(),
    }
}

/// A file without its name is nobody's business: its folder is told instead.
pub(crate) fn told_path(path: &Path) -> &Path {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match path.parent() {
        Some(folder) if is_nameless(&name) && !folder.as_os_str().is_empty() => folder,
        Some(_) if is_nameless(&name) => Path::new("."),
        _ => path,
    }
}

/// Whether it is the name of a file of ours that does not bear its final name yet.
fn is_nameless(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}

/// A file of ours without a name that is older than this was left by a program that died.
const LEFTOVER_AGE: Duration = Duration::from_secs(24 * 60 * 60);
/// How the name of such a file begins.
const PREFIX: &str = ".tijori-";
/// And ends.
const SUFFIX: &str = ".part";

/// Removes what a killed program left in this folder. What cannot be removed stays: it does no
/// harm, and the backup to be made matters more.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let age = entry
            .metadata()
            .and_then(|metadata| metadata.modified())
            .ok()
            .and_then(|modified| modified.elapsed().ok());
        if is_nameless(&name) && age.is_some_and(|age| age > LEFTOVER_AGE) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

impl PartFile {
    /// A name in `folder` that nobody else uses. Leftovers of killed programs go on the way.
    pub(crate) fn in_folder(folder: &Path) -> Result<Self, BackupError> {
        sweep(folder);
        let name = format!("{PREFIX}{}{SUFFIX}", crate::random_key()?);
        Ok(Self {
            path: folder.join(name),
        })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The same file in the hands of whoever goes on with it, and removes it in the end.
    pub(crate) fn into_temporary(mut self) -> Result<TempPath, BackupError> {
        let path = std::mem::take(&mut self.path);
        TempPath::try_from_path(&path).map_err(|error| io_error(&path, &error))
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
        if self.path.as_os_str().is_empty() {
            return;
        }
        // Nothing is there after a rename; that is no failure.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn leftovers_of_killed_programs_go_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let old = SystemTime::now() - LEFTOVER_AGE * 2;
        for (name, is_old) in [
            (".tijori-dead.part", true),
            (".tijori-busy.part", false),
            ("mine.part", true),
        ] {
            let file = File::create(folder.path().join(name)).unwrap();
            if is_old {
                file.set_modified(old).unwrap();
            }
        }
        drop(PartFile::in_folder(folder.path()).unwrap());
        let mut left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, [".tijori-busy.part", "mine.part"]);
    }
}
