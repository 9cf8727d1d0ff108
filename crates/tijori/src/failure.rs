//! Why a command failed: a code and its facts, turned into a sentence and an exit code here only.

use backup::{BackupError, KeepError, Verdict};
use catalog::{BlobError, CatalogError};
use pages::Locale;
use std::io;
use store::StoreError;

/// Altered, or a check failed.
pub const ALTERED: u8 = 1;
/// No backup, or unreadable.
pub const NOT_A_BACKUP: u8 = 3;
/// Wrong usage.
pub const USAGE: u8 = 64;
/// Our own fault, or the machine's.
pub const FAULT: u8 = 70;

/// Why a command failed.
#[derive(Debug)]
pub struct Failure {
    code: &'static str,
    arguments: Vec<(&'static str, String)>,
    exit_code: u8,
    broken_pipe: bool,
}

impl Failure {
    /// Something that was typed makes no sense here.
    pub fn usage(code: &'static str, arguments: Vec<(&'static str, String)>) -> Self {
        Self {
            code,
            arguments,
            exit_code: USAGE,
            broken_pipe: false,
        }
    }

    /// Something went wrong that is nobody's wish.
    pub fn fault(code: &'static str, arguments: Vec<(&'static str, String)>) -> Self {
        Self {
            code,
            arguments,
            exit_code: FAULT,
            broken_pipe: false,
        }
    }

    /// A file that was to be imported is refused: always the same exit code.
    pub fn refusal(error: BackupError) -> Self {
        let mut failure = Self::from(error);
        if failure.exit_code == ALTERED {
            failure.exit_code = NOT_A_BACKUP;
        }
        failure
    }

    /// The stable code, language-free.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Whether standard output was closed by its reader.
    pub fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }

    /// What the shell is told.
    pub fn exit_code(&self) -> u8 {
        self.exit_code
    }

    /// What the person is told.
    pub fn sentence(&self, locale: Locale) -> String {
        let sentence = locale.error(self.code, &self.arguments);
        // Beside a field of a form nobody needs to be told its name; here one does.
        match self.arguments.iter().find(|(name, _)| *name == "field") {
            Some((_, field)) if !sentence.contains(field.as_str()) => {
                format!("{field}: {sentence}")
            }
            _ => sentence,
        }
    }
}

impl From<users::UsersError> for Failure {
    fn from(error: users::UsersError) -> Self {
        Self::fault(error.code(), error.arguments())
    }
}

impl From<KeepError> for Failure {
    fn from(error: KeepError) -> Self {
        let (code, arguments) = (error.code(), error.arguments());
        match error {
            KeepError::Backup(error) => error.into(),
            KeepError::PlaceUnknown { .. }
            | KeepError::EntryUnknown { .. }
            | KeepError::NoPlaces
            | KeepError::NoBackup { .. }
            | KeepError::NameMissing
            | KeepError::PlaceTwice { .. }
            | KeepError::FolderNotWhole { .. }
            | KeepError::LastGood { .. }
            | KeepError::NotThere { .. } => Self::usage(code, arguments),
            KeepError::CameBackDiffering { .. }
            | KeepError::Place(BlobError::Differs { .. })
            | KeepError::Kept {
                error: BlobError::Differs { .. },
                ..
            } => Self {
                exit_code: ALTERED,
                ..Self::fault(code, arguments)
            },
            _ => Self::fault(code, arguments),
        }
    }
}

impl From<CatalogError> for Failure {
    fn from(error: CatalogError) -> Self {
        Self::fault(error.code(), error.arguments())
    }
}

impl From<mail::MailError> for Failure {
    fn from(error: mail::MailError) -> Self {
        Self::fault(error.code(), error.arguments())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let exit_code = match error {
            // A rule of the pages that was broken inside a unit of work.
            StoreError::Stopped(_) => return web::PageError::from(error).into(),
            StoreError::BusinessNotFound(_)
            | StoreError::RecordNotFound(_)
            | StoreError::BusinessExists(_) => USAGE,
            _ => FAULT,
        };
        Self {
            code: error.code(),
            arguments: error.arguments(),
            exit_code,
            broken_pipe: false,
        }
    }
}

impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        let exit_code = match (&error, error.verdict()) {
            (BackupError::FileExists { .. } | BackupError::HoldsNothing { .. }, _) => USAGE,
            (_, Verdict::Altered) => ALTERED,
            (_, Verdict::NotABackup) => NOT_A_BACKUP,
            (_, Verdict::Fault) => FAULT,
        };
        Self {
            code: error.code(),
            arguments: error.arguments(),
            exit_code,
            broken_pipe: false,
        }
    }
}

impl From<web::PageError> for Failure {
    fn from(error: web::PageError) -> Self {
        let exit_code = if error.status.is_server_error() {
            FAULT
        } else {
            USAGE
        };
        Self {
            code: error.code,
            arguments: error.arguments,
            exit_code,
            broken_pipe: false,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self {
            broken_pipe: error.kind() == io::ErrorKind::BrokenPipe,
            ..Self::fault("output-failed", vec![("reason", error.to_string())])
        }
    }
}
