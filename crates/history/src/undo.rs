//! What undoing one change means, and when it is refused (SPEC-history.md, section 11).

use crate::{Contents, Draft};

/// What is to be done to the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undoing {
    /// It is to be what it was before the change: it was changed, or deleted.
    Put(Contents),
    /// It is to be deleted: it was made.
    Delete,
}

/// Why a change cannot be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UndoRefusal {
    /// The entry tells of an act, not of a change of a record.
    #[error("this entry of the history is no change of a record; there is nothing to undo")]
    NoRecord,
    /// The record is not as the change left it.
    #[error("the record was changed again after this; undo the later changes first")]
    ChangedSince,
}

impl UndoRefusal {
    /// The stable code, language-free.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoRecord => "undo-no-record",
            Self::ChangedSince => "undo-changed-since",
        }
    }
}

/// What undoes the change, when the record is now as the change left it.
///
/// `now` is the record's kind and content; both absent when it is not there.
///
/// # Errors
/// [`UndoRefusal`].
pub fn undoing(change: &Draft, now: &Contents) -> Result<Undoing, UndoRefusal> {
    let has_content = change.before.content.is_some() || change.after.content.is_some();
    if change.object.is_none() || !has_content {
        return Err(UndoRefusal::NoRecord);
    }
    if *now != change.after {
        return Err(UndoRefusal::ChangedSince);
    }
    Ok(if change.before.content.is_some() {
        Undoing::Put(change.before.clone())
    } else {
        Undoing::Delete
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, Stamp};
    use books::Key;
    use jiff::Timestamp;

    const KEY: Key = Key::constant("0b5c6f1e-8f0a-4c6e-9d55-3a1f00c0ffee");

    fn contents(bytes: &[u8]) -> Contents {
        Contents {
            content_type: Some(KEY),
            content: Some(bytes.to_vec()),
        }
    }

    fn change(object: Option<Key>, before: Contents, after: Contents) -> Draft {
        Draft {
            stamp: Stamp {
                instant: Timestamp::UNIX_EPOCH,
                zone: "UTC".to_owned(),
                offset_s: 0,
                user_key: None,
                user_name: String::new(),
                program_version: "0.1.0".to_owned(),
                commit: KEY,
            },
            action: Action::Change,
            key: KEY,
            object,
            before,
            after,
            title: String::new(),
            facts: Vec::new(),
        }
    }

    #[test]
    fn a_change_a_creation_and_a_deletion_are_undone() {
        let none = Contents::default;
        for (before, after, expected) in [
            (contents(b"a"), contents(b"b"), Undoing::Put(contents(b"a"))),
            (none(), contents(b"b"), Undoing::Delete),
            (contents(b"a"), none(), Undoing::Put(contents(b"a"))),
            (none(), contents(b""), Undoing::Delete),
        ] {
            let change = change(Some(KEY), before, after.clone());
            assert_eq!(undoing(&change, &after), Ok(expected));
        }
    }

    #[test]
    fn a_record_that_changed_since_and_an_act_are_refused() {
        let changed = change(Some(KEY), contents(b"a"), contents(b"b"));
        for now in [contents(b"c"), Contents::default(), contents(b"a")] {
            assert_eq!(undoing(&changed, &now), Err(UndoRefusal::ChangedSince));
        }
        let act = change(None, Contents::default(), Contents::default());
        let refused = undoing(&act, &Contents::default());
        assert_eq!(refused.map_err(UndoRefusal::code), Err("undo-no-record"));
    }
}
