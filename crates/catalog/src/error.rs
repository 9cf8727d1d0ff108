//! What can go wrong in a catalogue or in a place, with stable codes and the facts for a sentence.

use crate::BlobKey;

/// What brings over what can still be read of a damaged catalogue.
const MEND_COMMAND: &str = "tijori backups mend";

/// Why a place could not do what it was asked. No secret is ever in it.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// Nothing lies under the key.
    #[error("{place} holds no {key}")]
    NotFound {
        /// The place, as its address.
        place: String,
        /// The key.
        key: BlobKey,
    },
    /// Something lies under the key already.
    #[error("{place} holds a {key} already; it was left as it is")]
    Exists {
        /// The place.
        place: String,
        /// The key.
        key: BlobKey,
    },
    /// The folder is gone, or is another one than was set up: a disk that is not attached.
    #[error("the folder {place} is not there, or is not the one that was set up: attach its disk")]
    Vanished {
        /// The place.
        place: String,
    },
    /// No room is left.
    #[error("{place} is full; make room there or choose another place")]
    Full {
        /// The place.
        place: String,
    },
    /// It lets us do nothing: wrong keys, or no rights.
    #[error("{place} refuses access: check the keys and the rights ({reason})")]
    Denied {
        /// The place.
        place: String,
        /// What it said.
        reason: String,
    },
    /// It cannot be reached, or does not answer in time.
    #[error("{place} cannot be reached: {reason}")]
    Unreachable {
        /// The place.
        place: String,
        /// What was seen.
        reason: String,
    },
    /// What was read is not what was put.
    #[error("{place} gave back other bytes of {key} than were put there")]
    Differs {
        /// The place.
        place: String,
        /// The key.
        key: BlobKey,
    },
    /// Its settings cannot be right.
    #[error("the settings of {place} cannot be used: {reason}")]
    BadSettings {
        /// The place.
        place: String,
        /// What is wrong.
        reason: String,
    },
    /// The bytes to be put could not be read, or those asked for not be handed on.
    #[error("the bytes for {place} stopped: {reason}")]
    Stopped {
        /// The place.
        place: String,
        /// Why.
        reason: String,
    },
    /// Anything else.
    #[error("{place} failed: {reason}")]
    Failed {
        /// The place.
        place: String,
        /// What it said.
        reason: String,
    },
}

impl BlobError {
    /// The same, of a place that is called so.
    #[must_use]
    pub fn called(mut self, name: &str) -> Self {
        let (Self::NotFound { place, .. }
        | Self::Exists { place, .. }
        | Self::Differs { place, .. }
        | Self::Vanished { place }
        | Self::Full { place }
        | Self::Denied { place, .. }
        | Self::Unreachable { place, .. }
        | Self::BadSettings { place, .. }
        | Self::Stopped { place, .. }
        | Self::Failed { place, .. }) = &mut self;
        name.clone_into(place);
        self
    }

    /// The stable code, language-free.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "place-file-not-found",
            Self::Exists { .. } => "place-file-exists",
            Self::Vanished { .. } => "place-vanished",
            Self::Full { .. } => "place-full",
            Self::Denied { .. } => "place-denied",
            Self::Unreachable { .. } => "place-unreachable",
            Self::Differs { .. } => "place-differs",
            Self::BadSettings { .. } => "place-bad-settings",
            Self::Stopped { .. } => "place-stopped",
            Self::Failed { .. } => "place-failed",
        }
    }

    /// Every code, for the words of pages.
    pub const CODES: [&'static str; 10] = [
        "place-file-not-found",
        "place-file-exists",
        "place-vanished",
        "place-full",
        "place-denied",
        "place-unreachable",
        "place-differs",
        "place-bad-settings",
        "place-stopped",
        "place-failed",
    ];

    /// The facts of the sentence, by language-free names.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotFound { place, key }
            | Self::Exists { place, key }
            | Self::Differs { place, key } => {
                vec![("place", place.clone()), ("file", key.to_string())]
            }
            Self::Vanished { place } | Self::Full { place } => vec![("place", place.clone())],
            Self::Denied { place, reason }
            | Self::Unreachable { place, reason }
            | Self::BadSettings { place, reason }
            | Self::Stopped { place, reason }
            | Self::Failed { place, reason } => {
                vec![("place", place.clone()), ("reason", reason.clone())]
            }
        }
    }
}

/// Why the catalogue could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// It cannot be read. No backup is lost with it.
    #[error("the catalogue of backups {file} cannot be read: {reason}; mend it: {MEND_COMMAND}")]
    Damaged {
        /// Where it is.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// A newer version of the program wrote it.
    #[error("the catalogue of backups {file} was written by a newer version of the program")]
    TooNew {
        /// Where it is.
        file: String,
    },
    /// The database that holds it does not answer; nothing was changed.
    #[error("the database cannot be reached: {reason}")]
    Unreachable {
        /// What the system said.
        reason: String,
    },
    /// It could not be written.
    #[error("the catalogue of backups {file} cannot be written: {reason}")]
    NotWritten {
        /// Where it is.
        file: String,
        /// What the system said.
        reason: String,
    },
}

impl CatalogError {
    /// The stable code, language-free.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Damaged { .. } => "catalogue-damaged",
            Self::TooNew { .. } => "catalogue-too-new",
            Self::NotWritten { .. } => "catalogue-not-written",
            Self::Unreachable { .. } => "store-unreachable",
        }
    }

    /// The facts of the sentence, by language-free names.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooNew { file } => vec![("file", file.clone())],
            Self::Unreachable { reason } => vec![("reason", reason.clone())],
            Self::Damaged { file, reason } => vec![
                ("file", file.clone()),
                ("reason", reason.clone()),
                ("command", MEND_COMMAND.to_owned()),
            ],
            Self::NotWritten { file, reason } => {
                vec![("file", file.clone()), ("reason", reason.clone())]
            }
        }
    }
}
