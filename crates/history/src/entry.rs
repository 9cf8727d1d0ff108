//! One entry of the trail, before and after it has its place in the chain.

use books::Key;
use jiff::Timestamp;

/// What was done. The codes are stored and language-free (SPEC-history.md, "Actions").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// A record was made.
    Create,
    /// A record was changed.
    Change,
    /// A record was deleted.
    Delete,
    /// The business was created in the program.
    BusinessCreated,
    /// The business was brought in from a file.
    Restored,
    /// A backup was made.
    Backup,
    /// The business was moved to Trash.
    Removed,
    /// The business was brought back from Trash.
    BroughtBack,
    /// An email was put into the outbox.
    EmailQueued,
    /// An email was taken by the mail server.
    EmailSent,
    /// An email was not sent, or nobody can know whether it was.
    EmailFailed,
    /// The mail settings were changed.
    EmailSettings,
    /// A business that was brought in is where the books are kept from now on.
    KeptHere,
    /// A business that was brought in is a copy; the books are kept elsewhere.
    KeptAsCopy,
    /// A backup was downloaded at the customer portal.
    Downloaded,
}

impl Action {
    /// Every action, in the order of the SPEC.
    pub const ALL: [Self; 15] = [
        Self::Create,
        Self::Change,
        Self::Delete,
        Self::BusinessCreated,
        Self::Restored,
        Self::Backup,
        Self::Removed,
        Self::BroughtBack,
        Self::EmailQueued,
        Self::EmailSent,
        Self::EmailFailed,
        Self::EmailSettings,
        Self::KeptHere,
        Self::KeptAsCopy,
        Self::Downloaded,
    ];

    /// The stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Change => "change",
            Self::Delete => "delete",
            Self::BusinessCreated => "business-created",
            Self::Restored => "restored",
            Self::Backup => "backup",
            Self::Removed => "removed",
            Self::BroughtBack => "brought-back",
            Self::EmailQueued => "email-queued",
            Self::EmailSent => "email-sent",
            Self::EmailFailed => "email-failed",
            Self::EmailSettings => "email-settings",
            Self::KeptHere => "kept-here",
            Self::KeptAsCopy => "kept-as-copy",
            Self::Downloaded => "downloaded",
        }
    }

    /// The action with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }
}

/// Who acts, when, where and with which program: the same for every change of one save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The moment, to the nanosecond, UTC.
    pub instant: Timestamp,
    /// The IANA name of the time zone in which the person acted.
    pub zone: String,
    /// The offset from UTC in force there at that moment, in seconds.
    pub offset_s: i32,
    /// The user's key; absent on the Desktop edition, where there is one person.
    pub user_key: Option<Key>,
    /// The user's name at the time.
    pub user_name: String,
    /// The version of the program, as `0.1.0`.
    pub program_version: String,
    /// Groups the changes of one save.
    pub commit: Key,
}

/// The two contents of a changed record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// The kind of the record.
    pub content_type: Option<Key>,
    /// Its content bytes; absent when the record did not exist.
    pub content: Option<Vec<u8>>,
}

/// An entry before the store gives it its place: sequence, installation and hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Who, when, where.
    pub stamp: Stamp,
    /// What.
    pub action: Action,
    /// The entry's own key, drawn at random by the caller.
    pub key: Key,
    /// The record concerned; absent for acts on the whole business.
    pub object: Option<Key>,
    /// The record before.
    pub before: Contents,
    /// The record after.
    pub after: Contents,
    /// The record's name or document number at the time, for people.
    pub title: String,
    /// Further facts, in order: `("file_name", "…")`. Names are language-free.
    pub facts: Vec<(String, String)>,
}

/// One link of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The place in the chain, from 1 and without gaps.
    pub sequence: u64,
    /// The installation that wrote the entry: one chain may pass through several.
    pub installation: Key,
    /// What was recorded.
    pub draft: Draft,
    /// The hash of the entry before; zeros for the first.
    pub previous_hash: [u8; 32],
    /// The entry's own hash (SPEC-history.md, "Hash").
    pub hash: [u8; 32],
}

/// The end of the chain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Head {
    /// The number of the last entry, which is how many there are.
    pub sequence: u64,
    /// Its hash; zeros when there is none.
    pub hash: [u8; 32],
}
