//! What changed since figures were kept last, record by record.

use crate::part::{earliest_of, is_document};
use books::{Key, Object, kinds};
use history::{Contents, Entry};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::{PostedMark, StoreError, UnitOfWork};

/// What a record was before its first change and is after its last.
#[derive(Debug, Default)]
pub struct Change {
    pub before: Option<Object>,
    pub after: Option<Object>,
}

/// The changes of all records.
#[derive(Debug, Default)]
pub struct Changes(pub BTreeMap<Key, Change>);

impl Changes {
    /// Those after the mark.
    pub fn since(unit: &mut dyn UnitOfWork, mark: &PostedMark) -> Result<Self, StoreError> {
        let mut changes = Self::default();
        unit.each_entry(mark.sequence.saturating_add(1), &mut |entry| {
            changes.add(entry);
            Ok(())
        })?;
        Ok(changes)
    }

    fn add(&mut self, entry: Entry) {
        let Some(key) = entry.draft.object else {
            return;
        };
        let before = object_of(key, entry.draft.before);
        let after = object_of(key, entry.draft.after);
        let change = self.0.entry(key).or_insert(Change {
            before,
            after: None,
        });
        change.after = after;
    }

    /// Whether settings are what they were: only documents changed, and none by whose being there
    /// others post otherwise.
    pub fn leave_settings(&self) -> bool {
        let objects = self.0.values().flat_map(|it| [&it.before, &it.after]);
        objects.flatten().all(|object| {
            let kind = object.content_type;
            is_document(kind) && kind != kinds::INVESTMENT_MARKET_PRICE
        })
    }

    /// The documents among what changed, as they were or as they are.
    fn documents(&self, part: fn(&Change) -> Option<&Object>) -> Vec<Object> {
        let objects = self.0.values().filter_map(part);
        objects
            .filter(|object| is_document(object.content_type))
            .cloned()
            .collect()
    }

    /// The keys of the documents among what changed.
    pub fn document_keys(&self) -> BTreeSet<Key> {
        let documents = self.0.iter().filter(|(_, change)| {
            let objects = [&change.before, &change.after].into_iter().flatten();
            objects.into_iter().any(|it| is_document(it.content_type))
        });
        documents.map(|(&key, _)| key).collect()
    }

    /// The date of the earliest document as it is now.
    pub fn earliest(&self) -> Option<Date> {
        earliest_of(&self.documents(|change| change.after.as_ref()))
    }

    /// Whether the earliest document of all may be another now: starting balances stand before it.
    pub fn move_the_beginning(&self, earliest: Option<Date>) -> bool {
        let was = earliest_of(&self.documents(|change| change.before.as_ref()));
        let is = self.earliest();
        let was_first = was.is_some_and(|date| earliest.is_none_or(|first| date <= first));
        let is_first = is.is_some_and(|date| earliest.is_none_or(|first| date < first));
        was != is && (was_first || is_first)
    }
}

fn object_of(key: Key, contents: Contents) -> Option<Object> {
    Some(Object {
        key,
        content_type: contents.content_type?,
        content: contents.content?,
        timestamp: None,
    })
}
