//! What it takes to open a file, beside the file itself.

use crate::BackupError;
use manager_file::{Limits, ManagerFile, Passphrase};
use std::path::Path;

/// Where and with what a file is opened.
#[derive(Debug, Clone)]
pub struct Opening<'a> {
    /// Where its private copy goes.
    pub scratch: &'a Path,
    /// Opens it when it is encrypted, and is not looked at otherwise (SPEC-backup.md, section 11).
    pub passphrase: Option<&'a Passphrase>,
    /// The log that lay beside a file that another program had open (SPEC-import.md, section 5).
    pub log: Option<&'a Path>,
    /// How much it may cost.
    pub limits: Limits,
}

impl<'a> Opening<'a> {
    /// A file by itself, within the usual limits.
    pub fn in_scratch(scratch: &'a Path) -> Self {
        Self {
            scratch,
            passphrase: None,
            log: None,
            limits: Limits::default(),
        }
    }

    /// The same with a passphrase, where there is one.
    #[must_use]
    pub fn with_passphrase(self, passphrase: Option<&'a Passphrase>) -> Self {
        Self { passphrase, ..self }
    }

    /// The same with the log that lay beside the file, where there is one.
    #[must_use]
    pub fn with_log(self, log: Option<&'a Path>) -> Self {
        Self { log, ..self }
    }

    /// The same within other limits.
    #[must_use]
    pub fn within(self, limits: &Limits) -> Self {
        Self {
            limits: limits.clone(),
            ..self
        }
    }

    /// Opens the file at `path`, which people know as `file_name`.
    pub(crate) fn open(&self, path: &Path, file_name: &str) -> Result<ManagerFile, BackupError> {
        let (scratch, limits) = (self.scratch, &self.limits);
        let file = match self.log {
            None => ManagerFile::open_with(path, file_name, self.passphrase, scratch, limits),
            Some(log) => ManagerFile::open_with_log(path, file_name, log, scratch, limits),
        };
        file.map_err(|error| BackupError::Refused(error).about(file_name))
    }
}
