//! What was done when, and what it came to: the log of keeping (SPEC-keeping.md, section 6).

use crate::{Key, Trouble};
use jiff::Timestamp;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RunKind {
    /// A backup was to be made.
    Backup,
    /// A backup was to be brought back into a scratch place.
    Rehearsal,
    /// Old backups were to be moved to Trash, and Trash to be emptied.
    Retention,
    /// An alarm was to be sent.
    Alarm,
}

impl RunKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Backup, Self::Rehearsal, Self::Retention, Self::Alarm];

    /// The stored, language-free name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Backup => "backup",
            Self::Rehearsal => "rehearsal",
            Self::Retention => "retention",
            Self::Alarm => "alarm",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What a run came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunOutcome {
    /// Everything was done, in all places.
    Good,
    /// Nothing had changed since the last good backup, which still lies in all places.
    Unchanged,
    /// It went wrong, in one place at least.
    Failed(Trouble),
    /// It was due, and nobody was there to do it.
    Missed,
    /// It was not done, for a reason that protects what is there.
    Refused(Trouble),
}

impl RunOutcome {
    /// The stored, language-free name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Unchanged => "unchanged",
            Self::Failed(_) => "failed",
            Self::Missed => "missed",
            Self::Refused(_) => "refused",
        }
    }

    /// Every code, for the words of pages.
    pub const CODES: [&'static str; 5] = ["good", "unchanged", "failed", "missed", "refused"];

    /// What went wrong, where something did.
    pub const fn trouble(&self) -> Option<&Trouble> {
        match self {
            Self::Failed(trouble) | Self::Refused(trouble) => Some(trouble),
            Self::Good | Self::Unchanged | Self::Missed => None,
        }
    }
}

/// One thing that was done, or should have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its own key.
    pub key: Key,
    /// What was done.
    pub kind: RunKind,
    /// For which business.
    pub business: Key,
    /// By which schedule; none when a person asked for it.
    pub schedule: Option<Key>,
    /// The entry that it is about: the backup that was made, or the one that was rehearsed.
    pub entry: Option<Key>,
    /// When it was due.
    pub due_at: Timestamp,
    /// When it began.
    pub began_at: Timestamp,
    /// When it ended.
    pub ended_at: Timestamp,
    /// What it came to.
    pub outcome: RunOutcome,
}
