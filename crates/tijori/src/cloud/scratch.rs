//! The scratch folder of a node: nobody else reads it, and it does not outlive the node for long.
//!
//! Books lie in it in plain for a while: files that are being sent, backups that are being made. A
//! node that ends removes its own; one that was killed cannot, so the next node on the same
//! computer does. Which nodes live is told by a lock that the system takes back from whoever dies.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What the name of such a folder begins with.
const PREFIX: &str = "tijori-cloud-";
/// The file in it that its node holds a lock on.
const LOCK: &str = "node.lock";
/// The name of that file until the lock is held, so that nobody finds it without one.
const NEW_LOCK: &str = "node.lock.new";

/// The scratch folder of this process.
#[derive(Debug)]
pub struct Scratch {
    // Let go of first: some systems remove no file that is open. Whoever then finds the folder
    // without its node removes it too, and that is all the same.
    _lock: File,
    folder: TempDir,
}

impl Scratch {
    /// Makes an empty one in this folder, or in that of the system for such things, and removes
    /// there what nodes left behind that were killed.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new(wanted: Option<&Path>) -> io::Result<Self> {
        let around = wanted.map_or_else(std::env::temp_dir, Path::to_owned);
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = builder.tempdir_in(&around)?;
        let lock = hold(folder.path())?;
        remove_left_behind(&around, folder.path());
        Ok(Self {
            _lock: lock,
            folder,
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Removes it now, for a process that ends while others still hold this. Where that fails the
    /// next node removes it.
    pub fn remove(&self) {
        let removed = fs::remove_dir_all(self.path());
        if let Err(error) = removed
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "the scratch folder could not be removed");
        }
    }
}

/// Holds the lock of a folder.
fn hold(folder: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let lock = options.open(folder.join(NEW_LOCK))?;
    lock.try_lock()?;
    fs::rename(folder.join(NEW_LOCK), folder.join(LOCK))?;
    Ok(lock)
}

/// Removes the folders of nodes that live no more. What cannot be removed is told, and no reason
/// not to start.
fn remove_left_behind(around: &Path, own: &Path) {
    for folder in left_behind(around, own) {
        match fs::remove_dir_all(&folder) {
            Ok(()) => {
                tracing::info!(folder = %folder.display(), "removed what a killed node left");
            }
            // Another node that starts was quicker.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => tracing::warn!(
                folder = %folder.display(), %error,
                "what a killed node left could not be removed"
            ),
        }
    }
}

/// Folders whose node lives no more. One without a lock is somebody else's, or is being made.
fn left_behind(around: &Path, own: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(around) else {
        return Vec::new();
    };
    let is_such = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with(PREFIX);
    entries
        .flatten()
        .filter(|entry| is_such(&entry.file_name()))
        // Of a link it says that it is none.
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.path())
        .filter(|folder| folder != own && is_of_same_user(folder, own) && is_free(folder))
        .collect()
}

/// Whether nobody holds the lock of a folder any more.
fn is_free(folder: &Path) -> bool {
    let lock = OpenOptions::new().write(true).open(folder.join(LOCK));
    lock.is_ok_and(|lock| lock.try_lock().is_ok())
}

/// Whether both folders are of the same user: in a folder for all, anybody may have made one.
#[cfg(unix)]
fn is_of_same_user(folder: &Path, own: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let user = |path: &Path| fs::symlink_metadata(path).map(|found| found.uid()).ok();
    user(folder).is_some() && user(folder) == user(own)
}

/// Elsewhere each user has a folder of their own for such things.
#[cfg(not(unix))]
fn is_of_same_user(_folder: &Path, _own: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder as a node leaves it that was killed.
    fn killed(around: &Path, name: &str) -> PathBuf {
        let folder = around.join(name);
        fs::create_dir(&folder).expect("a folder");
        fs::write(folder.join("books.manager"), "all of it").expect("a file");
        drop(hold(&folder).expect("a lock"));
        folder
    }

    #[test]
    fn spec_7_1_what_a_killed_node_left_is_removed_and_nothing_else() {
        let around = tempfile::tempdir().expect("a folder");
        let left = killed(around.path(), "tijori-cloud-killed");
        let others = killed(around.path(), "accounts");
        let unlocked = around.path().join("tijori-cloud-made");
        fs::create_dir(&unlocked).expect("a folder");
        let living = Scratch::new(Some(around.path())).expect("a scratch folder");
        assert!(!left.exists(), "a killed node's");
        fs::write(living.path().join("upload"), "half").expect("a file");
        let second = Scratch::new(Some(around.path())).expect("a scratch folder");
        assert!(living.path().join("upload").exists(), "a living node's");
        assert!(others.exists() && unlocked.exists(), "others'");
        let gone = second.path().to_owned();
        drop(second);
        assert!(!gone.exists(), "a node that ends removes its own");
    }

    #[cfg(unix)]
    #[test]
    fn spec_7_1_nobody_else_reads_the_scratch_folder() {
        use std::os::unix::fs::PermissionsExt;
        let around = tempfile::tempdir().expect("a folder");
        let scratch = Scratch::new(Some(around.path())).expect("a scratch folder");
        let mode = fs::metadata(scratch.path()).expect("it is there");
        assert_eq!(mode.permissions().mode() & 0o777, 0o700);
    }
}
