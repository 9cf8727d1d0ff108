//! Room on disks: looked at before long work begins, so that nobody waits for an end that cannot
//! come (SPEC-backup.md, section 12).
//!
//! What is needed is estimated from above, but not wildly: who has a little less room than the
//! estimate is refused, and who has more may still meet a full disk, because others write too. That
//! is noticed then, and leaves nothing behind; this is a courtesy, not the protection.

use crate::{BackupError, Progress};
use std::path::{Path, PathBuf};

/// What is known of the disk on which a folder lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disk {
    /// Tells it apart from other disks of this computer.
    pub id: String,
    /// The bytes that may still be written there.
    pub free_bytes: u64,
}

impl Disk {
    /// The disk of a folder, which need not be there yet; none where the system does not tell.
    pub fn of(folder: &Path) -> Option<Self> {
        let is_here = folder.is_relative() || folder.as_os_str().is_empty();
        let whole = match is_here {
            true => std::env::current_dir().ok()?.join(folder),
            false => folder.to_owned(),
        };
        let there = whole.ancestors().find(|folder| folder.exists())?;
        Some(Self {
            id: disk_id(there)?,
            free_bytes: fs4::available_space(there).ok()?,
        })
    }
}

#[cfg(unix)]
fn disk_id(folder: &Path) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    Some(folder.metadata().ok()?.dev().to_string())
}

/// Elsewhere the drive is what a path begins with.
#[cfg(not(unix))]
fn disk_id(folder: &Path) -> Option<String> {
    let drive = folder.components().next()?;
    Some(drive.as_os_str().to_string_lossy().to_lowercase())
}

/// What work is going to write, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Needs(Vec<(PathBuf, u64)>);

impl Needs {
    /// So many bytes in a folder.
    pub(crate) fn of(folder: &Path, bytes: u64) -> Self {
        Self(vec![(folder.to_owned(), bytes)])
    }

    /// Both at the same time.
    #[must_use]
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Refuses what cannot end well. Needs on one disk are added up; a disk of which nothing is
    /// known is believed to have room.
    ///
    /// # Errors
    /// [`BackupError::NoRoom`] of the first disk that is too small.
    pub(crate) fn check(&self, progress: &dyn Progress) -> Result<(), BackupError> {
        let mut disks: Vec<(&Path, Disk, u64)> = Vec::new();
        for (folder, bytes) in &self.0 {
            let Some(disk) = progress.disk(folder) else {
                continue;
            };
            match disks.iter_mut().find(|(_, other, _)| other.id == disk.id) {
                Some((_, _, needed)) => *needed = needed.saturating_add(*bytes),
                None => disks.push((folder, disk, *bytes)),
            }
        }
        let short = disks
            .into_iter()
            .find(|(_, disk, needed)| *needed > disk.free_bytes);
        short.map_or(Ok(()), |(folder, disk, needed)| {
            require_disk(folder)?;
            Err(BackupError::NoRoom {
                folder: folder.display().to_string(),
                needed,
                free: disk.free_bytes,
            })
        })
    }
}

/// Refuses a folder that the system only shows, such as `/proc`: behind it lies no disk, and no
/// room that could be made. What the system does not tell of is believed to be a disk.
///
/// # Errors
/// [`BackupError::HoldsNothing`].
pub(crate) fn require_disk(folder: &Path) -> Result<(), BackupError> {
    let there = folder.ancestors().find(|folder| folder.exists());
    match there.map(fs4::total_space) {
        Some(Ok(0)) => Err(BackupError::HoldsNothing {
            folder: folder.display().to_string(),
        }),
        _ => Ok(()),
    }
}

/// A file from outside of this length takes so much more in the scratch folder while it is looked
/// at and brought in: the private copy, what is unpacked, and what is made of it (S6).
pub(crate) fn to_look_into(path: &Path, scratch: &Path) -> Needs {
    // A file that cannot be looked at is refused by whoever opens it, with the reason.
    let bytes = path.metadata().map_or(0, |metadata| metadata.len());
    Needs::of(scratch, bytes.saturating_mul(3))
}

/// Refuses a file from outside before it arrives in the scratch folder, where it must lie beside
/// all that looking into it takes.
///
/// # Errors
/// [`BackupError::NoRoom`].
pub fn look_before_arrival(
    scratch: &Path,
    disk: Option<Disk>,
    file_bytes: u64,
) -> Result<(), BackupError> {
    let needed = file_bytes.saturating_mul(4);
    match disk {
        Some(disk) if disk.free_bytes < needed => Err(BackupError::NoRoom {
            folder: scratch.display().to_string(),
            needed,
            free: disk.free_bytes,
        }),
        _ => Ok(()),
    }
}

/// A database of this length takes so much where the store keeps businesses: its rows, and the log
/// through which they are written.
pub(crate) fn to_import(scratch: &Path, decoded_bytes: u64) -> Needs {
    Needs::of(scratch, decoded_bytes.saturating_mul(2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cancelled, Phase};

    /// Two disks: everything below `/small` has this much, everything else a thousand bytes.
    struct TwoDisks(u64);

    impl Progress for TwoDisks {
        fn at(&self, _: Phase, _: u64, _: u64) -> Result<(), Cancelled> {
            Ok(())
        }

        fn disk(&self, folder: &Path) -> Option<Disk> {
            let is_small = folder.starts_with("/small");
            Some(Disk {
                id: if is_small { "small" } else { "large" }.to_owned(),
                free_bytes: if is_small { self.0 } else { 1000 },
            })
        }
    }

    #[test]
    fn needs_on_one_disk_are_added_up_and_those_on_two_are_not() {
        let (here, there) = (Path::new("/small/a"), Path::new("/small/b"));
        let both = Needs::of(here, 60).and(Needs::of(there, 41));
        assert!(both.check(&TwoDisks(101)).is_ok());
        let error = both.check(&TwoDisks(100)).unwrap_err();
        assert_eq!(error.code(), "no-room");
        let told = [("folder", "/small/a"), ("needed", "101"), ("free", "100")];
        let told = told.map(|(name, value)| (name, value.to_owned()));
        assert_eq!(error.arguments(), told);
        let apart = Needs::of(here, 60).and(Needs::of(Path::new("/other"), 1000));
        assert!(apart.check(&TwoDisks(60)).is_ok());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_the_system_only_shows_holds_nothing() {
        let error = require_disk(Path::new("/proc/nowhere")).unwrap_err();
        assert_eq!(error.code(), "holds-nothing");
        let folder = tempfile::tempdir().unwrap();
        assert!(require_disk(folder.path()).is_ok());
    }

    #[test]
    fn the_disk_of_a_folder_that_is_not_there_yet_is_that_of_its_parent() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::of(folder.path()).unwrap();
        assert!(disk.free_bytes > 0);
        let deep = folder.path().join("not/there/yet");
        assert_eq!(Disk::of(&deep).unwrap().id, disk.id);
        assert!(Disk::of(Path::new("")).is_some());
    }
}
