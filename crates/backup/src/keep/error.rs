//! Why keeping could not do what it was asked: stable codes, and the facts for a sentence.

use crate::retention::RetentionError;
use crate::{BackupError, Cancelled};
use catalog::{BlobError, BlobKeyError, CatalogError, Key, Trouble};
use store::StoreError;

/// The code of work that ended with the program.
pub(super) const INTERRUPTED: &str = "keeping-interrupted";

/// The vault could not keep or give a secret. Never holds one.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{sentence}")]
pub struct VaultFault {
    /// The stable code, language-free.
    pub code: &'static str,
    /// The facts of the sentence, by language-free names.
    pub arguments: Vec<(&'static str, String)>,
    /// The sentence in English.
    pub sentence: String,
}

/// Why keeping could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The catalogue failed. No backup is lost with it.
    #[error("{0}")]
    Catalog(#[from] CatalogError),
    /// A place failed.
    #[error("{0}")]
    Place(#[from] BlobError),
    /// A place failed with one backup, which is told by the name that people know it by.
    #[error("{file}: {error}")]
    Kept {
        /// What the place said.
        error: BlobError,
        /// The name of the backup's file.
        file: String,
    },
    /// The folder of a place has not enough room for the backup.
    #[error("{place}: {needed} bytes are needed and {free} are free: make room there")]
    PlaceShort {
        /// The place.
        place: String,
        /// The bytes that are needed.
        needed: u64,
        /// The bytes that are free.
        free: u64,
    },
    /// A backup could not be made, read or brought back.
    #[error("{0}")]
    Backup(#[from] BackupError),
    /// The clock cannot be trusted with throwing away.
    #[error("{0}")]
    Retention(#[from] RetentionError),
    /// The vault failed.
    #[error("{0}")]
    Vault(#[from] VaultFault),
    /// No place is set up, or none was named.
    #[error("there is no place for backups yet: add a folder or a storage first")]
    NoPlaces,
    /// No place of this key is set up.
    #[error("there is no place for backups with the key {place}")]
    PlaceUnknown {
        /// The key.
        place: Key,
    },
    /// No backup of this key is known.
    #[error("there is no kept backup with the key {entry}")]
    EntryUnknown {
        /// The key.
        entry: Key,
    },
    /// The backup does not lie where it should, or is in the wrong state for what was asked.
    #[error("the backup {file} does not lie in its place: look into the place again")]
    NotThere {
        /// The name of its file.
        file: String,
    },
    /// It is the last good backup of its business.
    #[error("{file} is the last good backup of {business} and stays: make another one first")]
    LastGood {
        /// The name of its file.
        file: String,
        /// The business.
        business: String,
    },
    /// The business has no good backup.
    #[error("there is no good backup of {business} yet: make one first")]
    NoBackup {
        /// The business.
        business: String,
    },
    /// The folder of a place must be told wholly.
    #[error("{folder} is no whole path of a folder: begin it at the root")]
    FolderNotWhole {
        /// What was told.
        folder: String,
    },
    /// The folder lies where the businesses lie.
    #[error(
        "{folder} lies in the folder of the businesses themselves, and would be lost with them: \
         choose another disk"
    )]
    InsideData {
        /// What was told.
        folder: String,
    },
    /// The name of a place is missing.
    #[error("the place needs a name by which you know it")]
    NameMissing,
    /// The vault holds no passphrase under the key that was told.
    #[error("the passphrase for these backups is missing: enter it again")]
    PassphraseMissing,
    /// The program ended in the middle: it is done when the program is there again.
    #[error("the program ended before the backup was done: it is made when it runs again")]
    Interrupted,
    /// Something else goes on and does not end soon.
    #[error("a backup or a check is going on: wait for its end, or stop it")]
    Busy,
    /// Another place lies there already.
    #[error("{address} is the place {name} already: one place is enough for it")]
    PlaceTwice {
        /// The name of the other place.
        name: String,
        /// Where both would lie.
        address: String,
    },
    /// The restored business does not add up to what the backup told.
    #[error("{file} came back differing: {what} should be {expected} and is {found}")]
    CameBackDiffering {
        /// The name of the backup's file.
        file: String,
        /// Which figure, language-free.
        what: &'static str,
        /// What the backup told.
        expected: String,
        /// What came back.
        found: String,
    },
}

impl From<StoreError> for KeepError {
    fn from(error: StoreError) -> Self {
        Self::Backup(error.into())
    }
}

impl From<Cancelled> for KeepError {
    fn from(stop: Cancelled) -> Self {
        Self::Backup(stop.into())
    }
}

impl From<BlobKeyError> for KeepError {
    fn from(error: BlobKeyError) -> Self {
        Self::Place(BlobError::Failed {
            place: String::new(),
            reason: error.to_string(),
        })
    }
}

impl KeepError {
    /// Whether somebody asked to stop.
    pub fn is_stop(&self) -> bool {
        matches!(self, Self::Backup(BackupError::Cancelled(_)))
    }

    /// What a place said, whether of one backup or not.
    pub fn of_place(&self) -> Option<&BlobError> {
        match self {
            Self::Place(error) | Self::Kept { error, .. } => Some(error),
            _ => None,
        }
    }

    /// The same, said of the backup with this name.
    #[must_use]
    pub fn about(self, file: &str) -> Self {
        match self {
            Self::Place(error) => Self::Kept {
                error,
                file: file.to_owned(),
            },
            other => other,
        }
    }

    /// Every code of its own, for the words of pages.
    pub const CODES: [&'static str; 15] = [
        "keeping-place-short",
        "keeping-no-places",
        "keeping-place-unknown",
        "keeping-entry-unknown",
        "keeping-not-there",
        "keeping-last-good",
        "keeping-no-backup",
        "keeping-folder-not-whole",
        "keeping-inside-data",
        "keeping-name-missing",
        "keeping-passphrase-missing",
        INTERRUPTED,
        "keeping-busy",
        "keeping-place-twice",
        "keeping-came-back-differing",
    ];

    /// The stable code, language-free.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Catalog(error) => error.code(),
            Self::Place(error) | Self::Kept { error, .. } => error.code(),
            Self::PlaceShort { .. } => "keeping-place-short",
            Self::Backup(error) => error.code(),
            Self::Retention(error) => error.code(),
            Self::Vault(fault) => fault.code,
            Self::NoPlaces => "keeping-no-places",
            Self::PlaceUnknown { .. } => "keeping-place-unknown",
            Self::EntryUnknown { .. } => "keeping-entry-unknown",
            Self::NotThere { .. } => "keeping-not-there",
            Self::LastGood { .. } => "keeping-last-good",
            Self::NoBackup { .. } => "keeping-no-backup",
            Self::FolderNotWhole { .. } => "keeping-folder-not-whole",
            Self::InsideData { .. } => "keeping-inside-data",
            Self::NameMissing => "keeping-name-missing",
            Self::PassphraseMissing => "keeping-passphrase-missing",
            Self::Interrupted => INTERRUPTED,
            Self::Busy => "keeping-busy",
            Self::PlaceTwice { .. } => "keeping-place-twice",
            Self::CameBackDiffering { .. } => "keeping-came-back-differing",
        }
    }

    /// The facts of the sentence, by language-free names.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Catalog(error) => error.arguments(),
            Self::Place(error) => error.arguments(),
            Self::Kept { error, file } => named(error.arguments(), file),
            Self::PlaceShort {
                place,
                needed,
                free,
            } => vec![
                ("place", place.clone()),
                ("needed", needed.to_string()),
                ("free", free.to_string()),
            ],
            Self::Backup(error) => error.arguments(),
            Self::Retention(error) => error.arguments(),
            Self::Vault(fault) => fault.arguments.clone(),
            Self::NoPlaces
            | Self::NameMissing
            | Self::PassphraseMissing
            | Self::Interrupted
            | Self::Busy => vec![],
            Self::PlaceTwice { name, address } => {
                vec![("name", name.clone()), ("address", address.clone())]
            }
            Self::PlaceUnknown { place } => vec![("key", place.to_string())],
            Self::EntryUnknown { entry } => vec![("key", entry.to_string())],
            Self::NotThere { file } => vec![("file", file.clone())],
            Self::LastGood { file, business } => {
                vec![("file", file.clone()), ("business", business.clone())]
            }
            Self::NoBackup { business } => vec![("business", business.clone())],
            Self::FolderNotWhole { folder } | Self::InsideData { folder } => {
                vec![("folder", folder.clone())]
            }
            Self::CameBackDiffering {
                file,
                what,
                expected,
                found,
            } => vec![
                ("file", file.clone()),
                ("what", (*what).to_owned()),
                ("expected", expected.clone()),
                ("found", found.clone()),
            ],
        }
    }

    /// The same for the catalogue.
    pub fn trouble(&self) -> Trouble {
        Trouble::new(self.code(), self.arguments())
    }
}

/// The facts of a place's error with the name of the backup in the place of the key of its bytes.
fn named(facts: Vec<(&'static str, String)>, file: &str) -> Vec<(&'static str, String)> {
    let named = |(name, value)| match name {
        "file" => (name, file.to_owned()),
        _ => (name, value),
    };
    facts.into_iter().map(named).collect()
}
