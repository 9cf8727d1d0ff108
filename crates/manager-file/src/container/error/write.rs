//! Why a file could not be written, with the file or the table concerned.

use std::io;
use std::path::{Path, PathBuf};

/// Why a file could not be written. Whatever was written of it is worth nothing: remove it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// No room.
    #[error("{}: there is no room on the disk. Free some space and try again.", file.display())]
    DiskFull {
        /// The file to be written.
        file: PathBuf,
    },
    /// The operating system refused.
    #[error("{}: the file cannot be read or written ({source}).", file.display())]
    Io {
        /// The file concerned.
        file: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// SQLite refused.
    #[error("{}: the table {table} cannot be written ({source}).", file.display())]
    Database {
        /// The file to be written.
        file: PathBuf,
        /// The table concerned; empty where it is none.
        table: String,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The table was not declared, or the row does not fit it: a fault of the caller.
    #[error("the table {table} does not take this row: {reason}")]
    Misfit {
        /// The table concerned.
        table: String,
        /// Why.
        reason: &'static str,
    },
    /// The source of a value gave other than the announced number of bytes.
    #[error("{expected} bytes were announced for a value of the table {table}, and {found} came")]
    WrongLength {
        /// The table concerned.
        table: String,
        /// Bytes announced.
        expected: u64,
        /// Bytes that came; one more than announced stands for any number above.
        found: u64,
    },
    /// A value is longer than SQLite can keep.
    #[error("a value of {length} bytes is longer than a backup can hold")]
    TooLong {
        /// Its length in bytes.
        length: u64,
    },
    /// This build has no encryption.
    #[error("this version of the program cannot encrypt: make the backup without a passphrase")]
    NoEncryption,
    /// Whoever watched the progress wanted to stop.
    #[error("the work was stopped")]
    Stopped,
}

impl WriteError {
    /// Stable name, language-free.
    pub fn code(&self) -> &'static str {
        match self {
            Self::DiskFull { .. } => "disk-full",
            Self::Io { .. } => "cannot-be-written",
            Self::Database { .. } => "database",
            Self::Misfit { .. } => "misfit",
            Self::WrongLength { .. } => "wrong-length",
            Self::TooLong { .. } => "too-long",
            Self::NoEncryption => "no-encryption",
            Self::Stopped => "stopped",
        }
    }

    /// The facts for a sentence in any language.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::DiskFull { file } => vec![("file", file.display().to_string())],
            Self::Io { file, source } => vec![
                ("file", file.display().to_string()),
                ("detail", source.to_string()),
            ],
            Self::Database {
                file,
                table,
                source,
            } => vec![
                ("file", file.display().to_string()),
                ("table", table.clone()),
                ("detail", source.to_string()),
            ],
            Self::Misfit { table, reason } => {
                vec![("table", table.clone()), ("detail", (*reason).to_owned())]
            }
            Self::WrongLength {
                table,
                expected,
                found,
            } => vec![
                ("table", table.clone()),
                ("expected", expected.to_string()),
                ("found", found.to_string()),
            ],
            Self::TooLong { length } => vec![("length", length.to_string())],
            Self::NoEncryption | Self::Stopped => Vec::new(),
        }
    }

    pub(crate) fn io(file: &Path, source: io::Error) -> Self {
        let file = file.to_owned();
        if source.kind() == io::ErrorKind::StorageFull {
            Self::DiskFull { file }
        } else {
            Self::Io { file, source }
        }
    }

    pub(crate) fn database(file: &Path, table: &str, source: rusqlite::Error) -> Self {
        if source.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull) {
            return Self::DiskFull {
                file: file.to_owned(),
            };
        }
        Self::Database {
            file: file.to_owned(),
            table: table.to_owned(),
            source,
        }
    }
}
