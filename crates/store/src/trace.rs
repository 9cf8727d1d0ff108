//! Records beside what the trail says of them: what a verification compares.

use books::{Key, Object};
use history::{Action, Contents};

/// The last entry of the trail about one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastEntry {
    /// Its number.
    pub sequence: u64,
    /// What was done.
    pub action: Action,
    /// The record after it; empty after a deletion.
    pub after: Contents,
    /// What the record was called.
    pub title: String,
}

/// A record that is here, or that the trail tells of, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// Its key.
    pub key: Key,
    /// The record, when it is here.
    pub object: Option<Object>,
    /// The last entry about it, when there is one.
    pub last: Option<LastEntry>,
}

/// What a record was right after an entry, as the trail tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateAt {
    /// Its key.
    pub key: Key,
    /// Its kind and content then; nothing in them when it was not there.
    pub contents: Contents,
    /// Whether a later entry is about it; if not, the contents are those it has now.
    pub changed_since: bool,
}
