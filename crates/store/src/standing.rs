//! Whether the books are kept here: a business that was brought in is a copy until a person says
//! otherwise (docs/SPEC-import.md, section 4).

use crate::{EntryFilter, Reader, StoreError};
use history::Action;

/// What a business is to the person who keeps it. It follows from its History alone: from the last
/// of the entries `restored`, `kept-here` and `kept-as-copy`.
///
/// Only a business of which [`Standing::is_own`] holds may act by itself: send what waits in its
/// outbox, make automatic backups, do what is scheduled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// The books are kept here.
    #[default]
    Own,
    /// It was brought in from a file, and nobody has said yet what it is.
    Unconfirmed,
    /// It is a copy: a person said so.
    Copy,
}

impl Standing {
    /// What decides about the standing.
    pub const ACTIONS: [Action; 3] = [Action::Restored, Action::KeptHere, Action::KeptAsCopy];

    /// The standing after the last of [`Standing::ACTIONS`] in a History; none when it has none.
    pub fn after(last: Option<Action>) -> Self {
        match last {
            Some(Action::Restored) => Self::Unconfirmed,
            Some(Action::KeptAsCopy) => Self::Copy,
            _ => Self::Own,
        }
    }

    /// Whether the business may act by itself.
    pub fn is_own(self) -> bool {
        self == Self::Own
    }

    /// The language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Unconfirmed => "unconfirmed",
            Self::Copy => "copy",
        }
    }
}

/// The standing of the business that a reader sees.
///
/// # Errors
/// When the store cannot be read.
pub fn standing(reader: &dyn Reader) -> Result<Standing, StoreError> {
    let mut last: Option<(u64, Action)> = None;
    for action in Standing::ACTIONS {
        let only = EntryFilter {
            action: Some(action),
            ..EntryFilter::default()
        };
        let page = reader.entries(&only, None, 1)?;
        let newest = page.entries.first().map(|entry| (entry.sequence, action));
        last = last.into_iter().chain(newest).max_by_key(|(at, _)| *at);
    }
    Ok(Standing::after(last.map(|(_, action)| action)))
}
