//! One backup in one place, or one that should be there and is not (SPEC-keeping.md, section 3).

use crate::{Contents, Key};
use jiff::Timestamp;

/// What became of a backup in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryState {
    /// It lies there; it was read back and compared when it was put there.
    Good,
    /// It could not be made, or not be put there.
    Failed(Trouble),
    /// It was due, and nobody was there to make it.
    Missed,
    /// Retention or a person moved it to the Trash of the place, at this moment.
    Trashed(Timestamp),
    /// Somebody else took the file away; noticed at this moment.
    Lost(Timestamp),
    /// It was in Trash for its time and is gone for good since this moment.
    Emptied(Timestamp),
}

impl EntryState {
    /// The stored, language-free name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Failed(_) => "failed",
            Self::Missed => "missed",
            Self::Trashed(_) => "trashed",
            Self::Lost(_) => "lost",
            Self::Emptied(_) => "emptied",
        }
    }

    /// Every code, for the words of pages.
    pub const CODES: [&'static str; 6] = ["good", "failed", "missed", "trashed", "lost", "emptied"];
}

/// Why something failed: a stable code and the facts of its sentence, for the catalogue of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The code, as `disk-full`.
    pub code: String,
    /// The facts, by language-free names. Never a secret.
    pub arguments: Vec<(String, String)>,
}

impl Trouble {
    /// The trouble of an error that has a code and arguments.
    pub fn new(code: &str, arguments: Vec<(&'static str, String)>) -> Self {
        Self {
            code: code.to_owned(),
            arguments: arguments
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        }
    }
}

/// One check of a backup, and what it came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// When.
    pub at: Timestamp,
    /// What was wrong; nothing when it agreed.
    pub trouble: Option<Trouble>,
}

impl Checked {
    /// Whether everything agreed.
    pub const fn is_good(&self) -> bool {
        self.trouble.is_none()
    }
}

/// One backup in one place. The same backup in two places is two entries of one sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupEntry {
    /// Its own key.
    pub key: Key,
    /// The business.
    pub business: Key,
    /// The name of the business at the time.
    pub business_name: String,
    /// Orders the backups of a business, from 1 on; clocks do not (R13).
    pub sequence: u64,
    /// When it was made; of a missed one, when it was due.
    pub made_at: Timestamp,
    /// The IANA name of the time zone of the business at the time.
    pub zone: String,
    /// The schedule that asked for it; none when a person did, or nobody knows.
    pub schedule: Option<Key>,
    /// Where it lies; none for one that never came to be anywhere.
    pub place: Option<Key>,
    /// The key of its bytes in the place, as text; empty for one that never came to be.
    pub blob: String,
    /// The name a person knows the file by, as `Lamp Shop (2026-11-22).manager`.
    pub file_name: String,
    /// The length of the file in bytes.
    pub bytes_count: u64,
    /// SHA-256 of the file.
    pub sha256: Option<[u8; 32]>,
    /// The content digest (SPEC-backup.md, 5.3).
    pub content_digest: Option<[u8; 32]>,
    /// The head of History that the file holds: sequence and hash.
    pub history_head: Option<(u64, [u8; 32])>,
    /// Which parts are in it.
    pub contents: Contents,
    /// Whether a passphrase is needed to read it.
    pub is_encrypted: bool,
    /// When it was last read from where it lies and proved whole.
    pub verified: Option<Checked>,
    /// When it was last brought back into a scratch place and proved equal.
    pub rehearsed: Option<Checked>,
    /// What became of it.
    pub state: EntryState,
}

impl BackupEntry {
    /// Whether the file is there, as far as the catalogue knows.
    pub const fn is_good(&self) -> bool {
        matches!(self.state, EntryState::Good)
    }

    /// Whether it is there and was proved whole by its last check, and nothing tells against it.
    pub fn is_proved(&self) -> bool {
        self.is_good() && self.verified.is_some() && self.fault().is_none()
    }

    /// The last check or rehearsal, where one of the two found it wrong: such a backup is spoilt,
    /// until it is checked again.
    pub fn fault(&self) -> Option<&Checked> {
        let checks = [&self.verified, &self.rehearsed].into_iter().flatten();
        checks
            .filter(|checked| !checked.is_good())
            .max_by_key(|checked| checked.at)
    }

    /// Whether the file is there and nothing is known against it.
    pub fn is_sound(&self) -> bool {
        self.is_good() && self.fault().is_none()
    }
}
