//! One result of a check: what was seen, in which record, and how much it matters.

use books::Key;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Good to know; nothing is lost.
    Note,
    /// Something is not as expected, and kept as it is.
    Warn,
    /// Something cannot be used; it is kept as it is and not posted.
    Error,
}

impl Level {
    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

/// One result of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub level: Level,
    /// The stable code, as `damaged-record`; faces translate it by the key `finding-<code>`.
    pub code: &'static str,
    /// The facts of the sentence, by language-free names.
    pub arguments: Vec<(&'static str, String)>,
    /// The record concerned.
    pub record: Option<Key>,
}
