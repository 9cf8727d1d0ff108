//! Which entries of the trail are wanted.

use books::Key;
use history::{Action, Entry};
use jiff::Timestamp;

/// Conditions that an entry must all meet; an absent one lets everything pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryFilter {
    /// Made by the user of this name.
    pub user_name: Option<String>,
    /// Doing this.
    pub action: Option<Action>,
    /// On records of this kind, before or after.
    pub content_type: Option<Key>,
    /// On this record.
    pub object: Option<Key>,
    /// At or after this moment.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
}

impl EntryFilter {
    /// Whether the entry meets every condition.
    pub fn admits(&self, entry: &Entry) -> bool {
        let draft = &entry.draft;
        let is = |wanted: Option<Key>, found: Option<Key>| wanted.is_none() || wanted == found;
        self.user_name
            .as_ref()
            .is_none_or(|name| *name == draft.stamp.user_name)
            && self.action.is_none_or(|action| action == draft.action)
            && (is(self.content_type, draft.before.content_type)
                || is(self.content_type, draft.after.content_type))
            && is(self.object, draft.object)
            && self.from.is_none_or(|from| draft.stamp.instant >= from)
            && self.until.is_none_or(|until| draft.stamp.instant < until)
    }
}

/// A page of entries, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPage {
    /// The entries, without their contents' bytes being cut.
    pub entries: Vec<Entry>,
    /// The sequence from which the next page goes on downward; absent at the end.
    pub next_before: Option<u64>,
}
