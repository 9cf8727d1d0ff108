//! Notes of two businesses that change places: one comes into the list, the other goes to Trash.
//!
//! The two steps cannot be one, so what is going on is written down before the first of them and
//! forgotten after the last. A program that was ended in between finds the note when it starts, and
//! sees from what lies where how far it came (docs/SPEC-import.md, section 2).

use crate::BackupError;
use crate::part_file::io_error;
use books::Key;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use store::{BusinessStore, StoreError};

/// How the names of notes end.
const ENDING: &str = ".exchange";
/// A note longer than this is none of ours.
const NOTE_BYTES_MAX: u64 = 16 * 1024;

/// Why two businesses change places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExchangeKind {
    /// A file took the place of a business.
    Replacement,
    /// The business that was replaced came back.
    Undoing,
}

impl ExchangeKind {
    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Replacement => "replacement",
            Self::Undoing => "undoing",
        }
    }
}

/// Two businesses that change places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Why.
    pub kind: ExchangeKind,
    /// The business that comes into the list.
    pub comes: Key,
    /// The business that goes to Trash.
    pub goes: Key,
    /// The name under which people know both.
    pub name: String,
    /// The file that was imported.
    pub file_name: String,
}

/// How far an exchange came that was cut short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExchangeState {
    /// Nothing happened: the one that was to go is here, the other one is not.
    NothingChanged,
    /// Both are here: the one that was to go did not go.
    BothHere,
    /// It was done.
    Done,
    /// Neither is in the list; both may be in Trash, or somebody moved them.
    NeitherHere,
}

impl ExchangeState {
    /// The language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::NothingChanged => "nothing-changed",
            Self::BothHere => "both-here",
            Self::Done => "done",
            Self::NeitherHere => "neither-here",
        }
    }
}

impl Exchange {
    /// Writes the note and waits until it is on the disk.
    pub(crate) fn begin(&self, folder: &Path) -> Result<(), BackupError> {
        let path = self.path(folder);
        let failed = |error| io_error(&path, &error);
        fs::create_dir_all(folder).map_err(failed)?;
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&path).map_err(failed)?;
        file.write_all(self.text().as_bytes()).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        sync(folder).map_err(failed)
    }

    /// Forgets the note. That there is none is no error.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn forget(&self, folder: &Path) -> Result<(), BackupError> {
        let path = self.path(folder);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(io_error(&path, &error)),
            _ => sync(folder).map_err(|error| io_error(&path, &error)),
        }
    }

    /// How far it came, by what lies where.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn state(&self, store: &dyn BusinessStore) -> Result<ExchangeState, StoreError> {
        let here = store.businesses()?;
        let is_here = |key: Key| here.iter().any(|entry| entry.key == key);
        Ok(match (is_here(self.comes), is_here(self.goes)) {
            (false, true) => ExchangeState::NothingChanged,
            (true, true) => ExchangeState::BothHere,
            (true, false) => ExchangeState::Done,
            (false, false) => ExchangeState::NeitherHere,
        })
    }

    fn path(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}{ENDING}", self.comes))
    }

    /// One fact in each line; control characters of names become spaces.
    fn text(&self) -> String {
        let line = |text: &str| -> String {
            let plain = text
                .chars()
                .map(|it| if it.is_control() { ' ' } else { it });
            plain.collect()
        };
        format!(
            "{}\n{}\n{}\n{}\n{}\n",
            self.kind.code(),
            self.comes,
            self.goes,
            line(&self.name),
            line(&self.file_name)
        )
    }

    fn of_text(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let kind = match lines.next()? {
            "replacement" => ExchangeKind::Replacement,
            "undoing" => ExchangeKind::Undoing,
            _ => return None,
        };
        Some(Self {
            kind,
            comes: lines.next()?.parse().ok()?,
            goes: lines.next()?.parse().ok()?,
            name: lines.next()?.to_owned(),
            file_name: lines.next()?.to_owned(),
        })
    }
}

/// The exchanges that were begun and not ended, in the order of their notes' names. A note that was
/// cut short while it was written tells of an exchange that never began: it is passed over.
///
/// # Errors
/// When the folder is there and cannot be read.
pub fn exchanges(folder: &Path) -> Result<Vec<Exchange>, BackupError> {
    let failed = |error| io_error(folder, &error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        if path.to_string_lossy().ends_with(ENDING) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let length = fs::metadata(&path).map_err(failed)?.len();
        if length <= NOTE_BYTES_MAX
            && let Ok(text) = fs::read_to_string(&path)
        {
            found.extend(Exchange::of_text(&text));
        }
    }
    Ok(found)
}

fn sync(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
