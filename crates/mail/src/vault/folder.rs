//! A safe that is a folder of private files, and the key of the installation beside them.

use super::{Safe, fill, unreadable};
use crate::MailError;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Held while a vault is opened: two that find no key must not both draw one.
static OPENING: Mutex<()> = Mutex::new(());

/// A sealed file is at most this large; settings take a few kilobytes.
const SEALED_BYTES_MAX: u64 = 1024 * 1024;

/// The safe of a data folder, and the key that lies beside it; both are made where they are not.
///
/// # Errors
/// [`MailError::VaultNotWritten`], [`MailError::VaultUnreadable`].
pub fn open(data: &Path) -> Result<(Folder, Vec<u8>), MailError> {
    let _alone = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = data.join("vault");
    make_private_folder(&folder).map_err(not_written(&folder))?;
    let path = folder.join("instance.key");
    let key = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let mut key = vec![0; 32];
            fill(&mut key)?;
            write_durably(&folder, &path, &key)?;
            key
        }
        Err(error) => return Err(unreadable(error)),
    };
    Ok((Folder(folder), key))
}

/// A folder of private files.
pub struct Folder(PathBuf);

impl Safe for Folder {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, MailError> {
        let path = self.0.join(name);
        match fs::metadata(&path) {
            Ok(found) if found.len() <= SEALED_BYTES_MAX => {
                fs::read(&path).map(Some).map_err(unreadable)
            }
            Ok(_) => Err(unreadable("its file is too large")),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unreadable(error)),
        }
    }

    fn put(&self, name: &str, sealed: &[u8]) -> Result<(), MailError> {
        write_durably(&self.0, &self.0.join(name), sealed)
    }

    fn remove(&self, name: &str) -> Result<(), MailError> {
        let path = self.0.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(not_written(&path)(error)),
            _ => Ok(()),
        }
    }

    fn names(&self) -> Result<Vec<String>, MailError> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.0).map_err(unreadable)? {
            let name = entry.map_err(unreadable)?.file_name();
            names.extend(name.into_string());
        }
        Ok(names)
    }
}

fn not_written(path: &Path) -> impl Fn(io::Error) -> MailError {
    move |error| MailError::VaultNotWritten {
        file: path.display().to_string(),
        reason: error.to_string(),
    }
}

/// Writes a file that only its owner reads: beside its place first, then in one step.
fn write_durably(folder: &Path, path: &Path, bytes: &[u8]) -> Result<(), MailError> {
    let part = path.with_extension("part");
    let write = || {
        if part.exists() {
            fs::remove_file(&part)?;
        }
        let mut file = private_file().open(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, path)?;
        sync_folder(folder)
    };
    write().map_err(not_written(path))
}

fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

#[cfg(unix)]
fn make_private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

#[cfg(not(unix))]
fn make_private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
