//! Why a file is refused on reading, each reason with its code, its facts and its sentence.

use std::error::Error;
use std::fmt;
use std::path::Path;

/// A file that cannot be read as a backup: which one, and why.
#[derive(Debug)]
pub struct ReadError {
    file: String,
    refusal: Refusal,
}

/// Why a file is refused.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// No bytes at all.
    #[error("The file is empty. It was probably not copied to the end: copy it again.")]
    EmptyFile,
    /// A folder was given.
    #[error("This is a folder. Choose one backup file inside it.")]
    IsAFolder,
    /// The operating system does not let us read it.
    #[error("The file cannot be read ({0}). Check that it exists and that you may open it.")]
    CannotBeRead(String),
    /// Text, a picture, anything else.
    #[error("This is not a backup: it holds no database. Choose a file ending in .manager.")]
    NotABackup,
    /// SQLite, but without the records of a business.
    #[error("This is a database of another program: it holds no business. Choose another file.")]
    OtherDatabase,
    /// So much is damaged or missing that no row of a business comes out.
    #[error(
        "The file is so damaged or cut so short that nothing of a business can be read out of it. \
         Use another copy of this backup, or an older one."
    )]
    NothingWhole,
    /// Bytes are missing at the end.
    #[error("The file was cut short: its end is missing. Copy or download it again.")]
    CutShort,
    /// The database or the compression is damaged.
    #[error("The file is damaged ({0}). Use another copy of this backup.")]
    Damaged(String),
    /// Our own seal says that bytes changed after it was made.
    #[error("The file was changed after it was made. Use another copy of this backup.")]
    Altered,
    /// The single-file form of before SQLite.
    #[error(
        "The file was made by a much older version of Manager. Open it once in a newer version \
         of Manager, make a backup there, and import that."
    )]
    OlderFormat,
    /// The other program's own list of businesses and users.
    #[error(
        "This file is the list of businesses and users of a Manager server, not a business. \
         Choose the file of the business itself."
    )]
    RegistryFile,
    /// A zip with more than one database in it.
    #[error("The zip holds {0} backups. Unpack it and choose one of them.")]
    ZipWithSeveral(u64),
    /// A zip without any.
    #[error("The zip holds no backup. Choose another file.")]
    ZipWithoutDatabase,
    /// A compressed file inside a compressed file.
    #[error("The file is compressed twice. Unpack it once and choose what comes out.")]
    CompressedTwice,
    /// A zip with a password, or this build has no encryption.
    #[error(
        "The file is encrypted in a way that this program cannot open. Decrypt it first with the \
         program that encrypted it."
    )]
    Encrypted,
    /// The log that was given is none of this file.
    #[error(
        "The file ending in -wal does not belong to it. Choose the two that lay beside each other."
    )]
    LogDoesNotBelong,
    /// Encrypted with a passphrase, and none was given.
    #[error("The file is protected with a passphrase. Give the passphrase to open it.")]
    NeedsPassphrase,
    /// The passphrase does not open it.
    #[error(
        "The passphrase is wrong, or the beginning of the file was changed. Check capital letters, \
         spaces and the keyboard's language, and try again."
    )]
    WrongPassphrase,
    /// Encrypted for the holder of a key, or by a newer version of age.
    #[error(
        "The file is encrypted for a key and not with a passphrase. Decrypt it first with the \
         program that encrypted it."
    )]
    EncryptedOtherwise,
    /// The encrypted bytes were changed, or their end is missing.
    #[error(
        "The encrypted file was changed or cut short after it was made. Nothing of it was used. \
         Use another copy of this backup."
    )]
    EncryptionDamaged,
    /// Trying a passphrase would cost more than the limit.
    #[error(
        "Opening this file would take too much time and memory: its work factor is {found}, and at \
         most {limit} is allowed here. Decrypt it first with age on a computer of your own."
    )]
    WorkFactorTooHigh {
        /// The factor, as it is written in the file: log2 of scrypt's N.
        found: String,
        /// The highest that is allowed here.
        limit: u8,
    },
    /// More than a limit allows.
    #[error("The file is too large: {what} above {limit}. Ask whoever runs this program.")]
    TooLarge {
        /// What is above the limit, in stable words: `file-bytes`, `decoded-bytes`,
        /// `value-bytes`, `schema-entries`, `zip-entries`, `check-steps`,
        /// `encryption-header-bytes`, `encryption-stanzas`.
        what: &'static str,
        /// The limit, in the unit that `what` says.
        limit: u64,
    },
    /// Decompresses to absurdly much.
    #[error(
        "The file unpacks to more than {0} times its size, which no business does. It is refused \
         to protect this computer."
    )]
    Bomb(u64),
    /// Two records with the same key.
    #[error(
        "Two rows of the table {table} have the same key {key}. Open the business in the program \
         that made this file and make a new backup."
    )]
    DuplicateKeys {
        /// Name of the table.
        table: String,
        /// The key as it is written in the file.
        key: String,
    },
    /// More rows than the limit.
    #[error("The file holds more than {0} rows. Ask whoever runs this program.")]
    TooManyRows(u64),
    /// No room for the private copy.
    #[error("There is no room on this disk to unpack the file. Free some space and try again.")]
    DiskFull,
    /// The folder for private copies does not work.
    #[error("The file cannot be unpacked ({0}). Check the folder for temporary files.")]
    Scratch(String),
    /// Where the records should be there is code.
    #[error(
        "The database of this file holds code where the records should be ({0}). It does not come \
         from a bookkeeping program, and is refused to protect this computer."
    )]
    SchemaIsCode(String),
    /// A table or row that was asked for is not there. The caller's fault.
    #[error("The file has no {0}.")]
    NoSuchPart(String),
    /// Whoever was given the rows wanted to stop.
    #[error("{0}")]
    Stopped(Box<dyn Error + Send + Sync>),
}

impl ReadError {
    pub(crate) fn new(file: &str, refusal: Refusal) -> Self {
        Self {
            file: file.to_owned(),
            refusal,
        }
    }

    /// What a visitor returns when it wants no more rows; [`Self::into_stopped`] takes it out
    /// again.
    pub fn stopped(reason: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::new("", Refusal::Stopped(reason.into()))
    }

    /// The visitor's own error, when this is one.
    ///
    /// # Errors
    /// Itself, when it is a refusal of the file.
    pub fn into_stopped(self) -> Result<Box<dyn Error + Send + Sync>, Self> {
        match self.refusal {
            Refusal::Stopped(reason) => Ok(reason),
            refusal => Err(Self { refusal, ..self }),
        }
    }

    /// The same error about a file that people know by another name, such as an upload.
    #[must_use]
    pub fn about(mut self, file: &str) -> Self {
        file.clone_into(&mut self.file);
        self
    }

    /// Name of the file, without its folder.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Why.
    pub fn refusal(&self) -> &Refusal {
        &self.refusal
    }

    /// Stable name of the reason, language-free.
    pub fn code(&self) -> &'static str {
        self.refusal.code()
    }

    /// The facts for a sentence in any language; always with `file`.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        let mut arguments = vec![("file", self.file.clone())];
        arguments.extend(self.refusal.arguments());
        arguments
    }
}

impl Refusal {
    /// Stable name, language-free.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EmptyFile => "empty-file",
            Self::IsAFolder => "is-a-folder",
            Self::CannotBeRead(_) => "cannot-be-read",
            Self::NotABackup => "not-a-backup",
            Self::OtherDatabase => "other-database",
            Self::NothingWhole => "nothing-whole",
            Self::CutShort => "cut-short",
            Self::Damaged(_) => "damaged",
            Self::Altered => "altered",
            Self::OlderFormat => "older-format",
            Self::RegistryFile => "registry-file",
            Self::ZipWithSeveral(_) => "zip-with-several",
            Self::ZipWithoutDatabase => "zip-without-database",
            Self::CompressedTwice => "compressed-twice",
            Self::Encrypted => "encrypted",
            Self::LogDoesNotBelong => "log-does-not-belong",
            Self::NeedsPassphrase => "needs-passphrase",
            Self::WrongPassphrase => "wrong-passphrase",
            Self::EncryptedOtherwise => "encrypted-otherwise",
            Self::EncryptionDamaged => "encryption-damaged",
            Self::WorkFactorTooHigh { .. } => "work-factor-too-high",
            Self::TooLarge { .. } => "too-large",
            Self::Bomb(_) => "bomb",
            Self::DuplicateKeys { .. } => "duplicate-keys",
            Self::TooManyRows(_) => "too-many-rows",
            Self::DiskFull => "disk-full",
            Self::Scratch(_) => "scratch",
            Self::SchemaIsCode(_) => "schema-is-code",
            Self::NoSuchPart(_) => "no-such-part",
            Self::Stopped(_) => "stopped",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::CannotBeRead(detail) | Self::Damaged(detail) | Self::Scratch(detail) => {
                vec![("detail", detail.clone())]
            }
            Self::ZipWithSeveral(count) => vec![("count", count.to_string())],
            Self::TooLarge { what, limit } => {
                vec![("what", (*what).to_owned()), ("limit", limit.to_string())]
            }
            Self::WorkFactorTooHigh { found, limit } => {
                vec![("found", found.clone()), ("limit", limit.to_string())]
            }
            Self::Bomb(limit) | Self::TooManyRows(limit) => vec![("limit", limit.to_string())],
            Self::DuplicateKeys { table, key } => {
                vec![("table", table.clone()), ("key", key.clone())]
            }
            Self::SchemaIsCode(name) | Self::NoSuchPart(name) => vec![("name", name.clone())],
            Self::Stopped(reason) => vec![("reason", reason.to_string())],
            _ => Vec::new(),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.file.is_empty() {
            write!(f, "{}", self.refusal)
        } else {
            write!(f, "{}: {}", self.file, self.refusal)
        }
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.refusal {
            Refusal::Stopped(reason) => Some(&**reason),
            _ => None,
        }
    }
}

/// The name that people know the file by: without its folder.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}
