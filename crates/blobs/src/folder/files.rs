//! Files without their final name, and the step that gives it to them.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A file of ours without a name that is older than this was left by a program that died.
const LEFTOVER_AGE: Duration = Duration::from_secs(24 * 60 * 60);

/// A file in the making; what still lies under its private name goes when this is dropped.
pub struct Part {
    /// The file, for reading and writing.
    pub file: File,
    /// Its private name.
    pub path: PathBuf,
}

impl Part {
    /// A new file in a folder. Leftovers of killed programs go on the way.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        sweep(folder);
        let random = crate::random_name().map_err(io::Error::other)?;
        let path = folder.join(format!(".tijori-{random}.part"));
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Self {
            file: options.open(&path)?,
            path,
        })
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Nothing is there after a rename; that is no failure.
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether the name is that of a file in the making.
fn is_ours(name: &str) -> bool {
    name.starts_with(".tijori-") && name.ends_with(".part")
}

/// What cannot be removed stays: it does no harm.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let modified = entry.metadata().and_then(|metadata| metadata.modified());
        let age = modified.ok().and_then(|moment| moment.elapsed().ok());
        let is_old = age.is_some_and(|age| age > LEFTOVER_AGE);
        if is_old && is_ours(&entry.file_name().to_string_lossy()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Gives a file a second name, which nothing may bear yet; where the file system knows one name
/// only (as on many memory sticks), the first one goes in the same step.
pub fn give_name(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        Err(_) if to.exists() => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

/// Makes the names in a folder durable. Where folders cannot be synced, as on some network shares,
/// the system does it in its own time.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        done => done,
    }
}
