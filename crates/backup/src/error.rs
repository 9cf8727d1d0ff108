//! Why a backup could not be made, read or imported: stable codes, and the facts for a sentence.

use crate::part_file::told_path;
use crate::progress::Cancelled;
use manager_file::{ReadError, WriteError};
use std::path::Path;
use store::StoreError;

/// What a failure means for whoever asked: the exit codes of SPEC-backup.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The file is a backup and was altered, or a check of it failed: exit code 1.
    Altered,
    /// The file is no backup, or cannot be read: exit code 3.
    NotABackup,
    /// Our own fault or the machine's: exit code 70.
    Fault,
}

/// Why a backup could not be made, read or imported.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file was refused.
    #[error("{0}")]
    Refused(#[from] ReadError),
    /// A digest, count or total of the manifest does not match what the file holds.
    #[error("{file} was altered: {what} should be {expected} and is {found}")]
    Mismatch {
        /// The file.
        file: String,
        /// Which figure, language-free: `data.digest`, `history.rows`, …
        what: String,
        /// What the manifest says.
        expected: String,
        /// What the file holds.
        found: String,
    },
    /// The manifest itself cannot be understood.
    #[error("the manifest of {file} cannot be read: {reason}")]
    BadManifest {
        /// The file.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// Bytes in the middle of a record were overwritten: the file is damaged.
    #[error("{file} is damaged: bytes inside the record {record} were overwritten")]
    Overwritten {
        /// The file.
        file: String,
        /// The record.
        record: String,
    },
    /// The file holds no business: neither its details nor its currency.
    #[error("{file} holds no business: it may be the list of businesses of the other program")]
    NoBusiness {
        /// The file.
        file: String,
    },
    /// The plain form is for other programs, which could not open it encrypted.
    #[error("only a compressed backup can be protected with a passphrase: choose one of the two")]
    EncryptedPlain,
    /// The file could not be written.
    #[error("{0}")]
    NotWritten(#[from] WriteError),
    /// The store failed.
    #[error("{0}")]
    Store(StoreError),
    /// There is a file of that name already.
    #[error("{file} exists already: choose another name, or move it away first")]
    FileExists {
        /// The file.
        file: String,
    },
    /// A file could not be moved, made or removed.
    #[error("{what}: {reason}")]
    Io {
        /// What was being done to which file.
        what: String,
        /// What the system said.
        reason: String,
    },
    /// The backup of a business that was to be replaced could not be made: nothing was imported.
    #[error("nothing was imported, because the safety backup failed: {0}")]
    SafetyBackup(Box<BackupError>),
    /// A disk has less room than the work would take. Nothing was begun.
    #[error(
        "there is not enough room on the disk of {folder}: {needed} bytes are needed and {free} \
         are free; free some space and try again"
    )]
    NoRoom {
        /// A folder on that disk.
        folder: String,
        /// The bytes that are needed there, estimated.
        needed: u64,
        /// The bytes that are free.
        free: u64,
    },
    /// The folder is no folder of a disk: nothing at all can be kept there.
    #[error("{folder}: nothing can be kept there: choose a folder of a disk")]
    HoldsNothing {
        /// The folder.
        folder: String,
    },
    /// The person asked to stop.
    #[error("{0}")]
    Cancelled(#[from] Cancelled),
}

impl From<StoreError> for BackupError {
    /// Unwraps our own errors that travelled through a visit.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stopped(inner) => match inner.downcast::<Self>() {
                Ok(ours) => *ours,
                Err(other) => Self::Store(StoreError::Stopped(other)),
            },
            other => Self::Store(other),
        }
    }
}

impl BackupError {
    /// The same error about a file that people know by this name.
    #[must_use]
    pub(crate) fn about(self, file_name: &str) -> Self {
        match self {
            Self::Refused(error) => Self::Refused(error.about(file_name)),
            Self::BadManifest { reason, .. } => Self::BadManifest {
                file: file_name.to_owned(),
                reason,
            },
            other => other,
        }
    }

    /// What the failure means for whoever asked.
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Refused(error) => match error.code() {
                "altered" | "encryption-damaged" => Verdict::Altered,
                "disk-full" | "scratch" => Verdict::Fault,
                _ => Verdict::NotABackup,
            },
            Self::Mismatch { .. } => Verdict::Altered,
            Self::BadManifest { .. } | Self::Overwritten { .. } | Self::NoBusiness { .. } => {
                Verdict::NotABackup
            }
            Self::EncryptedPlain
            | Self::NotWritten(_)
            | Self::Store(_)
            | Self::FileExists { .. }
            | Self::Io { .. }
            | Self::SafetyBackup(_)
            | Self::NoRoom { .. }
            | Self::HoldsNothing { .. }
            | Self::Cancelled(_) => Verdict::Fault,
        }
    }

    /// The stable code, language-free.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(error) => error.code(),
            Self::Mismatch { .. } => "manifest-mismatch",
            Self::BadManifest { .. } => "bad-manifest",
            Self::Overwritten { .. } => "overwritten",
            Self::NoBusiness { .. } => "no-business",
            Self::EncryptedPlain => "encrypted-plain",
            Self::NotWritten(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::FileExists { .. } => "file-exists",
            Self::Io { .. } => "file-failed",
            // A stop is no failure of the backup.
            Self::SafetyBackup(error) if matches!(**error, Self::Cancelled(_)) => "cancelled",
            Self::SafetyBackup(_) => "safety-backup-failed",
            Self::NoRoom { .. } => "no-room",
            Self::HoldsNothing { .. } => "holds-nothing",
            Self::Cancelled(_) => "cancelled",
        }
    }

    /// The facts of the sentence, by language-free names.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Refused(error) => error.arguments(),
            Self::Mismatch {
                file,
                what,
                expected,
                found,
            } => vec![
                ("file", file.clone()),
                ("what", what.clone()),
                ("expected", expected.clone()),
                ("found", found.clone()),
            ],
            Self::BadManifest { file, reason } => {
                vec![("file", file.clone()), ("reason", reason.clone())]
            }
            Self::Overwritten { file, record } => {
                vec![("file", file.clone()), ("record", record.clone())]
            }
            Self::NoBusiness { file } | Self::FileExists { file } => vec![("file", file.clone())],
            Self::NotWritten(error) => {
                let told = |(name, value): (&'static str, String)| match name {
                    "file" => (name, told_path(Path::new(&value)).display().to_string()),
                    _ => (name, value),
                };
                error.arguments().into_iter().map(told).collect()
            }
            Self::Store(error) => error.arguments(),
            Self::Io { what, reason } => vec![("file", what.clone()), ("reason", reason.clone())],
            // The sentence of the cause is told in the reader's language.
            Self::SafetyBackup(error) => {
                let cause = ("cause", error.code().to_owned());
                std::iter::once(cause).chain(error.arguments()).collect()
            }
            Self::NoRoom {
                folder,
                needed,
                free,
            } => vec![
                ("folder", folder.clone()),
                ("needed", needed.to_string()),
                ("free", free.to_string()),
            ],
            Self::HoldsNothing { folder } => vec![("folder", folder.clone())],
            Self::EncryptedPlain | Self::Cancelled(_) => vec![],
        }
    }
}
