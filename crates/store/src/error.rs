//! What can go wrong when keeping data, with a stable code and the facts for a sentence.

use books::Key;
use ledger::FiguresError;
use std::fmt::Display;

/// Why a store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No such business here.
    #[error("there is no business with the key {0}")]
    BusinessNotFound(Key),
    /// No such record in the business.
    #[error("there is no record with the key {0}")]
    RecordNotFound(Key),
    /// A business of that key exists already.
    #[error("a business with the key {0} exists already")]
    BusinessExists(Key),
    /// The business may only be looked at.
    #[error("the business with the key {0} can only be looked at; nothing was changed")]
    ReadOnly(Key),
    /// Another program holds the data folder.
    #[error("the folder {folder} is in use by another Tijori ({holder})")]
    FolderInUse {
        /// The folder.
        folder: String,
        /// What the lock file says of the holder.
        holder: String,
    },
    /// The folder cannot be written.
    #[error("the folder {folder} cannot be written: {reason}")]
    FolderNotWritable {
        /// The folder.
        folder: String,
        /// What the system said.
        reason: String,
    },
    /// The disk is full.
    #[error("the disk that holds {0} is full; nothing was changed")]
    DiskFull(String),
    /// The stored file is damaged or not ours.
    #[error("the stored business {what} cannot be read: {reason}")]
    Damaged {
        /// Which file or business.
        what: String,
        /// What is wrong.
        reason: String,
    },
    /// The file under the open business was moved or replaced by another program.
    #[error("the file of the business {0} was moved or replaced while it was open")]
    Replaced(Key),
    /// The database does not answer; nothing was changed, and another try may find it back.
    #[error("the database cannot be reached: {reason}")]
    Unreachable {
        /// What the system said.
        reason: String,
    },
    /// The database went away while it was asked to keep a change, and did not come back soon
    /// enough to be asked whether it did.
    #[error("nobody knows whether the last change was kept: {reason}")]
    InDoubt {
        /// What the system said.
        reason: String,
    },
    /// Anything else the engine reported.
    #[error("{what}: {reason}")]
    Engine {
        /// What was being done.
        what: String,
        /// What the engine said.
        reason: String,
    },
    /// The visitor of rows asked to stop, with its own reason.
    #[error("{0}")]
    Stopped(Box<dyn std::error::Error + Send + Sync>),
}

impl StoreError {
    /// An error of the engine beneath, with what was being done.
    pub fn engine(what: impl Into<String>, reason: impl Display) -> Self {
        Self::Engine {
            what: what.into(),
            reason: reason.to_string(),
        }
    }

    /// The stable code, language-free.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BusinessNotFound(_) => "business-not-found",
            Self::RecordNotFound(_) => "record-not-found",
            Self::BusinessExists(_) => "business-exists",
            Self::ReadOnly(_) => "business-read-only",
            Self::FolderInUse { .. } => "folder-in-use",
            Self::FolderNotWritable { .. } => "folder-not-writable",
            Self::DiskFull(_) => "disk-full",
            Self::Damaged { .. } => "stored-business-damaged",
            Self::Replaced(_) => "stored-business-replaced",
            Self::Unreachable { .. } => "store-unreachable",
            Self::InDoubt { .. } => "store-in-doubt",
            Self::Engine { .. } => "store-failed",
            Self::Stopped(_) => "stopped",
        }
    }

    /// The facts of the sentence, by language-free names.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::BusinessNotFound(key)
            | Self::BusinessExists(key)
            | Self::ReadOnly(key)
            | Self::Replaced(key) => vec![("business", key.to_string())],
            Self::RecordNotFound(key) => vec![("record", key.to_string())],
            Self::FolderInUse { folder, holder } => {
                vec![("folder", folder.clone()), ("holder", holder.clone())]
            }
            Self::FolderNotWritable { folder, reason } => {
                vec![("folder", folder.clone()), ("reason", reason.clone())]
            }
            Self::DiskFull(folder) => vec![("folder", folder.clone())],
            Self::Damaged { what, reason } | Self::Engine { what, reason } => {
                vec![("file", what.clone()), ("reason", reason.clone())]
            }
            Self::Unreachable { reason } | Self::InDoubt { reason } => {
                vec![("reason", reason.clone())]
            }
            Self::Stopped(reason) => vec![("reason", reason.to_string())],
        }
    }
}

impl From<FiguresError> for StoreError {
    /// What a store said while figures were read out of it is what went wrong: a database that is
    /// away is away for them, too.
    fn from(error: FiguresError) -> Self {
        match error.0.downcast::<Self>() {
            Ok(error) => *error,
            Err(reason) => Self::Stopped(Box::new(FiguresError(reason))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_that_could_not_be_read_fail_as_the_store_did() {
        let away = || StoreError::Unreachable {
            reason: "no answer".to_owned(),
        };
        let error = StoreError::from(FiguresError(Box::new(away())));
        assert_eq!(error.code(), "store-unreachable");
        let other = StoreError::from(FiguresError("out of range".into()));
        assert_eq!(other.code(), "stopped");
    }
}
