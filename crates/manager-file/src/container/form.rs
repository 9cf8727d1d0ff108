//! In which clothes a file comes. Recognised by its content, never by its name.

/// How the database is wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The SQLite database itself.
    Plain,
    /// Zstandard frames.
    Zstandard,
    /// gzip.
    Gzip,
    /// A zip archive with one database in it.
    Zip,
}

impl Form {
    /// Stable name, language-free.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Zstandard => "zstandard",
            Self::Gzip => "gzip",
            Self::Zip => "zip",
        }
    }
}

/// Whether the file itself proves that none of its bytes changed. A seal that does not match is a
/// refusal ([`super::Refusal::Altered`]), so there is no third value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// Its maker did not seal it.
    None,
    /// Sealed, and every byte is as it was.
    Intact,
}

impl Seal {
    /// Stable name, language-free.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Intact => "intact",
        }
    }
}
