//! The data folder: what lies where, how it is made private, and what a crash left in it.

use crate::place::folder_fault;
use books::Key;
use jiff::Timestamp;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use store::StoreError;

/// Stands in a scratch folder that we made: only such a folder is emptied.
const SCRATCH_MARK: &str = ".made-by-tijori";

/// The file written, synced and deleted to see whether the folder can keep anything.
const PROBE: &str = ".tijori.probe";

/// What the probe holds, in bytes: enough to need room on the disk.
const PROBE_BYTES: usize = 64 * 1024;

/// The folders inside the data folder.
#[derive(Debug)]
pub struct Folder {
    pub root: PathBuf,
    pub businesses: PathBuf,
    pub trash: PathBuf,
    pub scratch: PathBuf,
    /// Where chains ended at backups: one file for each business (SPEC-history.md, section 12).
    pub heads: PathBuf,
}

impl Folder {
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            businesses: root.join("businesses"),
            trash: root.join("trash"),
            scratch: root.join("scratch"),
            heads: root.join("heads"),
        }
    }

    /// Makes the data folder itself, and its name durable: what is synced inside a folder is lost
    /// with the folder.
    pub fn make_root(&self) -> Result<(), StoreError> {
        let missing: Vec<&Path> = self
            .root
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
            .collect();
        // Its own name at every start: when the disk failed at the first, nobody would do it again.
        let names = missing.into_iter().skip(1).chain([self.root.as_path()]);
        make_private(&self.root)
            .and_then(|()| names.into_iter().try_for_each(sync_name_of))
            .map_err(folder_fault(&self.root))
    }

    /// Makes the folders inside, sees that they can be written, and sweeps what a crash left.
    /// Call with the lock held.
    pub fn prepare(&self) -> Result<(), StoreError> {
        let fault = folder_fault(&self.root);
        make_private(&self.businesses).map_err(&fault)?;
        make_private(&self.trash).map_err(&fault)?;
        make_private(&self.heads).map_err(&fault)?;
        for folder in [&self.root, &self.businesses] {
            probe(folder).map_err(folder_fault(folder))?;
        }
        self.sweep_parts().map_err(&fault)?;
        self.empty_scratch().map_err(&fault)?;
        sync_folder(&self.root).map_err(&fault)
    }

    /// The file of a business.
    pub fn business_file(&self, key: Key) -> PathBuf {
        self.businesses.join(format!("{key}.sqlite"))
    }

    /// The notes of where the chain of a business ended at backups.
    pub fn heads_file(&self, key: Key) -> PathBuf {
        self.heads.join(format!("{key}.heads"))
    }

    /// The file of a business in the making.
    pub fn part_file(&self, key: Key) -> PathBuf {
        self.businesses.join(format!("{key}.part"))
    }

    /// The file of a business in Trash: its name says when it was moved there, so that no second
    /// file is needed for it and a business removed twice keeps both.
    pub fn trash_file(&self, key: Key, removed_at: Timestamp) -> PathBuf {
        self.trash
            .join(format!("{key}.{}.sqlite", removed_at.as_millisecond()))
    }

    /// The files in Trash, with what their names say.
    pub fn trash_files(&self) -> io::Result<Vec<(Key, Option<Timestamp>, PathBuf)>> {
        let mut found = Vec::new();
        for path in files_in(&self.trash)? {
            let Some(stem) = stem_of(&path, ".sqlite") else {
                continue;
            };
            let (key, moment) = stem.split_once('.').unwrap_or((stem.as_str(), ""));
            if let Ok(key) = key.parse() {
                let removed_at = moment.parse().ok().map(Timestamp::from_millisecond);
                found.push((key, removed_at.and_then(Result::ok), path));
            }
        }
        Ok(found)
    }

    /// The files of businesses: the key is absent when the name is none of ours.
    pub fn business_files(&self) -> io::Result<Vec<(Option<Key>, PathBuf)>> {
        Ok(files_in(&self.businesses)?
            .into_iter()
            .filter_map(|path| Some((stem_of(&path, ".sqlite")?.parse().ok(), path)))
            .collect())
    }

    /// Businesses in the making when the program ended: nobody was told of them.
    fn sweep_parts(&self) -> io::Result<()> {
        for path in files_in(&self.businesses)? {
            let ours = [".part", ".part-journal", ".part-wal", ".part-shm"]
                .iter()
                .any(|ending| stem_of(&path, ending).is_some_and(|s| s.parse::<Key>().is_ok()));
            if ours {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    fn empty_scratch(&self) -> io::Result<()> {
        let mark = self.scratch.join(SCRATCH_MARK);
        if !mark.exists() {
            make_private(&self.scratch)?;
            // What lies in a folder without our mark is somebody's; an empty one we may have made
            // ourselves just before a crash.
            if fs::read_dir(&self.scratch)?.next().is_some() {
                return Ok(());
            }
            private_file().write(true).create_new(true).open(&mark)?;
            // Without its mark the folder is never emptied again: the mark comes to the disk first,
            // and where it cannot, the next start tries again.
            if let Err(error) = sync_folder(&self.scratch) {
                fs::remove_file(&mark)?;
                return Err(error);
            }
        }
        for entry in fs::read_dir(&self.scratch)? {
            let entry = entry?;
            if entry.file_name() == SCRATCH_MARK {
                continue;
            }
            // A link is removed itself, never what it leads to.
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// Options for a file that only this user may read: SQLite gives its log the same mode.
pub fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes the names in a folder durable. Where folders cannot be synced, the system does it.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Makes the name of a folder durable in the folder around it, where that may be read: one that may
/// not was made by someone else, long before.
fn sync_name_of(folder: &Path) -> io::Result<()> {
    let around = match folder.parent() {
        Some(around) if around.as_os_str().is_empty() => Path::new("."),
        Some(around) => around,
        None => return Ok(()),
    };
    match sync_folder(around) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        other => other,
    }
}

/// The path with an ending after its whole name, as SQLite names the files beside a database.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn probe(folder: &Path) -> io::Result<()> {
    let path = folder.join(PROBE);
    let written = private_file()
        .write(true)
        .create(true)
        .truncate(true)
        .open(&path)
        .and_then(|mut file| {
            file.write_all(&[0; PROBE_BYTES])?;
            file.sync_all()
        });
    let removed = match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    };
    written.and(removed)
}

fn files_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

fn stem_of(path: &Path, ending: &str) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    name.strip_suffix(ending).map(str::to_owned)
}
