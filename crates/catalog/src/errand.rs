//! Errands: what a member asks of the portal and a node carries out (SPEC-portal.md, 5 to 7).

use crate::{Contents, Key, Trouble};
use jiff::Timestamp;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrandKind {
    /// A backup of this moment.
    Backup,
    /// A business out of Trash.
    Restoration,
    /// A backup of this moment of every business.
    Export,
    /// That all of the subscriber goes for good.
    Erasure,
}

impl ErrandKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Backup, Self::Restoration, Self::Export, Self::Erasure];

    /// The stored, language-free name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Backup => "backup",
            Self::Restoration => "restoration",
            Self::Export => "export",
            Self::Erasure => "erasure",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What became of an errand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrandState {
    /// It waits, or a node is at it.
    Waiting,
    /// It is done.
    Done,
    /// It went wrong.
    Failed(Trouble),
    /// Somebody called it back before it was due.
    CalledBack,
}

impl ErrandState {
    /// The stored, language-free name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Failed(_) => "failed",
            Self::CalledBack => "called-back",
        }
    }

    /// The state with this code, and the trouble of one that failed.
    pub fn from_code(code: &str, trouble: Option<Trouble>) -> Option<Self> {
        Some(match code {
            "waiting" => Self::Waiting,
            "done" => Self::Done,
            "failed" => Self::Failed(trouble?),
            "called-back" => Self::CalledBack,
            _ => return None,
        })
    }
}

/// How far the work of an errand has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrandProgress {
    /// The code of the step, as `reading`.
    pub phase: String,
    /// How much of the step is done, in thousandths, where that is known.
    pub part: Option<u16>,
}

impl ErrandProgress {
    /// How it is stored.
    pub fn text(&self) -> String {
        match self.part {
            Some(part) => format!("{} {part}", self.phase),
            None => self.phase.clone(),
        }
    }

    /// The progress with this text; none for the empty one.
    pub fn from_text(text: &str) -> Option<Self> {
        let (phase, part) = match text.split_once(' ') {
            Some((phase, part)) => (phase, part.parse().ok()),
            None => (text, None),
        };
        (!phase.is_empty()).then(|| Self {
            phase: phase.to_owned(),
            part,
        })
    }
}

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrandWish {
    /// What.
    pub kind: ErrandKind,
    /// For which business; for all where none is named.
    pub business: Option<Key>,
    /// Which parts a backup shall have.
    pub contents: Contents,
    /// Who asks.
    pub by: Key,
    /// What the person is called.
    pub by_name: String,
    /// Of an erasure: the number under which its receipt will be found.
    pub receipt: Option<String>,
}

/// An errand as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errand {
    /// Its key.
    pub key: Key,
    /// What was asked for, and by whom.
    pub wish: ErrandWish,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// From when on it may be carried out.
    pub due_at: Timestamp,
    /// Whether a node is at it now.
    pub is_held: bool,
    /// How often it was begun.
    pub attempts_count: u32,
    /// How far it has come, where a node has said so.
    pub progress: Option<ErrandProgress>,
    /// What became of it.
    pub state: ErrandState,
    /// The entry of the backup that it led to.
    pub entry: Option<Key>,
    /// When it came to its end.
    pub ended_at: Option<Timestamp>,
}

impl Errand {
    /// Whether it has not come to its end.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, ErrandState::Waiting)
    }
}

/// What became of a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrandAsked {
    /// It was written down under this key.
    Entered(Key),
    /// One like it waits already.
    Waiting(Key),
    /// Too many were begun within an hour.
    TooMany,
}

/// What is left of an erasure (SPEC-portal.md, 7.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Its number.
    pub number: String,
    /// When the erasure was asked for.
    pub asked_at: Timestamp,
    /// When it was done.
    pub erased_at: Timestamp,
    /// How many rows of each table went, by its name; and `stored-objects` and `stored-bytes`.
    pub counts: Vec<(String, u64)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_states_and_progress_come_back_from_their_texts() {
        for kind in ErrandKind::ALL {
            assert_eq!(ErrandKind::from_code(kind.code()), Some(kind));
        }
        let trouble = Trouble::new("place-full", Vec::new());
        for state in [
            ErrandState::Waiting,
            ErrandState::Done,
            ErrandState::Failed(trouble.clone()),
            ErrandState::CalledBack,
        ] {
            let back = ErrandState::from_code(state.code(), Some(trouble.clone()));
            assert_eq!(back, Some(state));
        }
        assert_eq!(ErrandState::from_code("failed", None), None);
        for part in [None, Some(0), Some(1000)] {
            let progress = ErrandProgress {
                phase: "reading".to_owned(),
                part,
            };
            let back = ErrandProgress::from_text(&progress.text());
            assert_eq!(back, Some(progress));
        }
        assert_eq!(ErrandProgress::from_text(""), None);
    }
}
