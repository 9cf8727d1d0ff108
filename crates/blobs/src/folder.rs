//! A folder of this computer, of a disk or of a share attached to it.

mod files;

use catalog::{BlobError, BlobInfo, BlobKey, BlobStore, Key, Stored};
use files::{Part, give_name, sync_folder};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Stands in the folder and names the places that were set up there, one key in a line.
const MARK: &str = ".tijori-place";
/// Folders inside each other that are looked into.
const DEPTH_MAX: usize = 8;
/// Bytes copied at a time.
const BUFFER_BYTES: usize = 256 * 1024;
/// The end of what was put that is read again, in bytes.
const TAIL_BYTES: u64 = 1024 * 1024;

/// Keeps bytes as files in a folder.
#[derive(Debug)]
pub struct FolderStore {
    root: PathBuf,
    place: Key,
}

impl FolderStore {
    /// The folder of a place. It is not touched yet.
    pub fn new(root: &Path, place: Key) -> Self {
        Self {
            root: root.to_owned(),
            place,
        }
    }

    fn name(&self) -> String {
        self.root.display().to_string()
    }

    fn path_of(&self, key: &BlobKey) -> PathBuf {
        key.parts()
            .fold(self.root.clone(), |path, part| path.join(part))
    }

    /// What an error of the system means for the person.
    fn fault(&self, error: &io::Error) -> BlobError {
        let (place, reason) = (self.name(), error.to_string());
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => BlobError::Full { place },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                BlobError::Denied { place, reason }
            }
            _ if !self.root.is_dir() => BlobError::Vanished { place },
            _ => BlobError::Failed { place, reason },
        }
    }

    fn exists(&self, key: &BlobKey) -> BlobError {
        BlobError::Exists {
            place: self.name(),
            key: key.clone(),
        }
    }

    fn not_found(&self, key: &BlobKey) -> BlobError {
        BlobError::NotFound {
            place: self.name(),
            key: key.clone(),
        }
    }

    fn stopped(&self, error: &io::Error) -> BlobError {
        BlobError::Stopped {
            place: self.name(),
            reason: error.to_string(),
        }
    }

    /// The keys of the places that were set up in this folder.
    fn marked(&self) -> Result<String, BlobError> {
        match fs::read_to_string(self.root.join(MARK)) {
            Ok(text) => Ok(text),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
            Err(error) => Err(self.fault(&error)),
        }
    }

    /// An empty folder where a disk was attached yesterday is not the folder that was set up.
    fn be_there(&self) -> Result<(), BlobError> {
        let key = self.place.to_string();
        if self.marked()?.lines().any(|line| line.trim() == key) {
            return Ok(());
        }
        Err(BlobError::Vanished { place: self.name() })
    }

    /// Makes the folder itself, but none above it: those are there, or a disk is missing.
    fn mark(&self) -> Result<(), BlobError> {
        let make = || -> io::Result<()> {
            if !self.root.is_dir() {
                fs::create_dir(&self.root)?;
            }
            Ok(())
        };
        make().map_err(|error| match error.kind() {
            ErrorKind::NotFound => BlobError::Vanished { place: self.name() },
            _ => self.fault(&error),
        })?;
        if self.be_there().is_ok() {
            return Ok(());
        }
        let text = format!("{}{}\n", self.marked()?, self.place);
        let write = || -> io::Result<()> {
            let mut part = Part::in_folder(&self.root)?;
            part.file.write_all(text.as_bytes())?;
            part.file.sync_all()?;
            fs::rename(&part.path, self.root.join(MARK))?;
            sync_folder(&self.root)
        };
        write().map_err(|error| self.fault(&error))
    }

    /// Copies all of `source` into a file, and says what it was.
    fn fill(&self, file: &mut File, source: &mut dyn Read) -> Result<Stored, BlobError> {
        let mut sum = Sha256::new();
        let mut bytes_count = 0_u64;
        let mut buffer = vec![0; BUFFER_BYTES];
        loop {
            let count = match source.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(self.stopped(&error)),
            };
            let read = buffer.get(..count).unwrap_or_default();
            sum.update(read);
            bytes_count += count as u64;
            file.write_all(read).map_err(|error| self.fault(&error))?;
        }
        file.sync_all().map_err(|error| self.fault(&error))?;
        Ok(Stored {
            bytes_count,
            sha256: sum.finalize().into(),
        })
    }

    /// Opens what was put again, as a stranger would, and looks at its length and its end.
    fn look_back(&self, key: &BlobKey, file: &mut File, stored: Stored) -> Result<(), BlobError> {
        let path = self.path_of(key);
        let mut look = || -> io::Result<bool> {
            let start = stored.bytes_count.saturating_sub(TAIL_BYTES);
            let mut found = File::open(&path)?;
            if found.metadata()?.len() != stored.bytes_count {
                return Ok(false);
            }
            let (mut there, mut here) = (Vec::new(), Vec::new());
            found.seek(SeekFrom::Start(start))?;
            found.read_to_end(&mut there)?;
            file.seek(SeekFrom::Start(start))?;
            file.take(TAIL_BYTES).read_to_end(&mut here)?;
            Ok(here == there)
        };
        match look() {
            Ok(true) => Ok(()),
            Ok(false) => Err(BlobError::Differs {
                place: self.name(),
                key: key.clone(),
            }),
            Err(error) => Err(self.fault(&error)),
        }
    }

    /// Removes the folders above a file that is gone, as far as they are empty.
    fn prune(&self, path: &Path) {
        for folder in path.ancestors().skip(1) {
            if folder == self.root || fs::remove_dir(folder).is_err() {
                return;
            }
        }
    }

    /// Looks into a folder and those inside it whose keys may begin with `prefix`.
    fn walk(
        &self,
        folder: &Path,
        above: &str,
        depth: usize,
        prefix: &str,
        found: &mut Vec<BlobInfo>,
    ) -> Result<(), BlobError> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            // It was emptied and removed while we looked.
            Err(error) if error.kind() == ErrorKind::NotFound && depth > 0 => return Ok(()),
            Err(error) => return Err(self.fault(&error)),
        };
        for entry in entries {
            let entry = entry.map_err(|error| self.fault(&error))?;
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
                continue;
            };
            let text = format!("{above}{name}");
            let (Ok(key), Ok(kind)) = (text.parse::<BlobKey>(), entry.file_type()) else {
                continue;
            };
            let inside = format!("{text}/");
            if kind.is_dir() {
                let may_hold = inside.starts_with(prefix) || prefix.starts_with(&inside);
                if may_hold && depth < DEPTH_MAX {
                    self.walk(&entry.path(), &inside, depth + 1, prefix, found)?;
                }
            } else if kind.is_file() && text.starts_with(prefix) {
                match entry.metadata() {
                    Ok(metadata) => found.push(info(key, &metadata)),
                    Err(error) if error.kind() == ErrorKind::NotFound => {}
                    Err(error) => return Err(self.fault(&error)),
                }
            }
        }
        Ok(())
    }
}

fn info(key: BlobKey, metadata: &fs::Metadata) -> BlobInfo {
    let modified = metadata.modified().ok();
    BlobInfo {
        key,
        bytes_count: metadata.len(),
        modified_at: modified.and_then(|moment| Timestamp::try_from(moment).ok()),
    }
}

impl BlobStore for FolderStore {
    fn prepare(&self) -> Result<(), BlobError> {
        self.mark()?;
        let probe = || -> io::Result<bool> {
            let mut part = Part::in_folder(&self.root)?;
            let bytes = [0x5a; 4096];
            part.file.write_all(&bytes)?;
            part.file.sync_all()?;
            Ok(fs::read(&part.path)? == bytes)
        };
        match probe() {
            Ok(true) => Ok(()),
            Ok(false) => Err(BlobError::Failed {
                place: self.name(),
                reason: "other bytes came back than were written".to_owned(),
            }),
            Err(error) => Err(self.fault(&error)),
        }
    }

    fn put(&self, key: &BlobKey, source: &mut dyn Read) -> Result<Stored, BlobError> {
        self.be_there()?;
        let path = self.path_of(key);
        let folder = path.parent().unwrap_or(&self.root);
        if path.exists() {
            return Err(self.exists(key));
        }
        fs::create_dir_all(folder).map_err(|error| self.fault(&error))?;
        let mut put = || {
            let mut part = Part::in_folder(folder).map_err(|error| self.fault(&error))?;
            let stored = self.fill(&mut part.file, source)?;
            give_name(&part.path, &path).map_err(|error| match error.kind() {
                ErrorKind::AlreadyExists => self.exists(key),
                _ => self.fault(&error),
            })?;
            let named = self.sync_up(folder);
            let seen = named.and_then(|()| self.look_back(key, &mut part.file, stored));
            if let Err(error) = seen {
                // What cannot be shown to be whole must not be found by anybody.
                let _ = fs::remove_file(&path);
                return Err(error);
            }
            Ok(stored)
        };
        let done = put();
        if done.is_err() {
            self.prune(&path);
        }
        done
    }

    fn get(
        &self,
        key: &BlobKey,
        range: Option<Range<u64>>,
        sink: &mut dyn Write,
    ) -> Result<u64, BlobError> {
        self.be_there()?;
        let fault = |error: io::Error| match error.kind() {
            ErrorKind::NotFound => self.not_found(key),
            _ => self.fault(&error),
        };
        let mut file = File::open(self.path_of(key)).map_err(fault)?;
        let length = file.metadata().map_err(fault)?.len();
        let range = range.unwrap_or(0..length);
        let wanted = range.end.saturating_sub(range.start);
        file.seek(SeekFrom::Start(range.start)).map_err(fault)?;
        let mut rest = wanted;
        let mut buffer = vec![0; BUFFER_BYTES];
        while rest > 0 {
            let most = usize::try_from(rest)
                .unwrap_or(usize::MAX)
                .min(BUFFER_BYTES);
            let room = buffer.get_mut(..most).unwrap_or_default();
            let count = match file.read(room) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(self.fault(&error)),
            };
            sink.write_all(buffer.get(..count).unwrap_or_default())
                .map_err(|error| self.stopped(&error))?;
            rest -= count as u64;
        }
        if rest > 0 {
            return Err(BlobError::Differs {
                place: self.name(),
                key: key.clone(),
            });
        }
        Ok(wanted)
    }

    fn head(&self, key: &BlobKey) -> Result<Option<BlobInfo>, BlobError> {
        self.be_there()?;
        match fs::metadata(self.path_of(key)) {
            Ok(metadata) if metadata.is_file() => Ok(Some(info(key.clone(), &metadata))),
            Ok(_) => Ok(None),
            Err(error) if is_absence(&error) => Ok(None),
            Err(error) => Err(self.fault(&error)),
        }
    }

    fn list(&self, prefix: &str) -> Result<Vec<BlobInfo>, BlobError> {
        self.be_there()?;
        let mut found = Vec::new();
        self.walk(&self.root, "", 0, prefix, &mut found)?;
        found.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(found)
    }

    fn move_to(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError> {
        self.be_there()?;
        let (source, target) = (self.path_of(from), self.path_of(to));
        if !source.is_file() {
            return Err(self.not_found(from));
        }
        let folder = target.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder).map_err(|error| self.fault(&error))?;
        give_name(&source, &target).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => self.exists(to),
            _ => self.fault(&error),
        })?;
        self.sync_up(folder)?;
        match fs::remove_file(&source) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(self.fault(&error)),
            _ => {}
        }
        self.sync_up(source.parent().unwrap_or(&self.root))?;
        self.prune(&source);
        Ok(())
    }

    fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        self.be_there()?;
        let path = self.path_of(key);
        match fs::remove_file(&path) {
            Ok(()) => {}
            Err(error) if is_absence(&error) => return Ok(()),
            Err(error) => return Err(self.fault(&error)),
        }
        self.sync_up(path.parent().unwrap_or(&self.root))?;
        self.prune(&path);
        Ok(())
    }
}

impl FolderStore {
    /// Makes the names in a folder and in those above it durable.
    fn sync_up(&self, folder: &Path) -> Result<(), BlobError> {
        for above in folder.ancestors() {
            sync_folder(above).map_err(|error| self.fault(&error))?;
            if above == self.root {
                break;
            }
        }
        Ok(())
    }
}

/// Whether nothing is there: no such file, or a file where a folder would have to be.
fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}
