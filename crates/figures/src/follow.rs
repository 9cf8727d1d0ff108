//! Posting again what a unit of work has changed, before it ends.

use crate::RULES;
use crate::part::{Settings, earliest_of, is_document};
use crate::rebuild::rebuild;
use crate::relevance::{Bearing, bearing};
use books::{Key, Object};
use history::{Contents, Entry};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::{PostedDocument, PostedMark, StoreError, UnitOfWork};

/// Above so many documents, posting everything again is quicker than each by itself.
const DOCUMENTS_COUNT_MAX: usize = 20_000;

/// Brings what is kept up to the end of the trail.
pub fn follow(unit: &mut dyn UnitOfWork) -> Result<(), StoreError> {
    let head = unit.history_head()?.sequence;
    let mark = match unit.posted_mark()? {
        Some(mark) if mark.rules == RULES && mark.sequence <= head => mark,
        _ => return rebuild(unit),
    };
    if mark.sequence == head {
        return Ok(());
    }
    let changes = Changes::since(unit, &mark)?;
    if !post_again(unit, &changes, mark.earliest)? {
        return rebuild(unit);
    }
    let earliest = changes.earliest().into_iter().chain(mark.earliest).min();
    unit.set_posted_mark(&PostedMark {
        sequence: head,
        rules: RULES.to_owned(),
        earliest,
    })
}

/// What records were before the first change and are after the last.
#[derive(Debug, Default)]
struct Changes(BTreeMap<Key, (Option<Object>, Option<Object>)>);

impl Changes {
    fn since(unit: &mut dyn UnitOfWork, mark: &PostedMark) -> Result<Self, StoreError> {
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
        self.0.entry(key).or_insert((before, None)).1 = after;
    }

    /// The documents among what changed, as they were or as they are.
    fn documents(
        &self,
        part: fn(&(Option<Object>, Option<Object>)) -> Option<&Object>,
    ) -> Vec<Object> {
        let objects = self.0.values().filter_map(part);
        objects
            .filter(|object| is_document(object.content_type))
            .cloned()
            .collect()
    }

    /// The date of the earliest document as it is now.
    fn earliest(&self) -> Option<Date> {
        earliest_of(&self.documents(|(_, after)| after.as_ref()))
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

/// Posts again what the changes bear on; says no when that is everything.
fn post_again(
    unit: &mut dyn UnitOfWork,
    changes: &Changes,
    earliest: Option<Date>,
) -> Result<bool, StoreError> {
    // Starting balances stand before the earliest document: it may be another now.
    let was_earliest = earliest_of(&changes.documents(|(before, _)| before.as_ref()));
    let is_earliest = changes.earliest();
    let is_moved = was_earliest.is_some_and(|date| earliest.is_none_or(|first| date <= first))
        || is_earliest.is_some_and(|date| earliest.is_none_or(|first| date < first));
    if is_moved && was_earliest != is_earliest {
        return Ok(false);
    }
    let mut keys: Vec<Key> = Vec::new();
    for (&key, (before, after)) in &changes.0 {
        let objects = || [before, after].into_iter().flatten();
        let is_default = objects().any(Object::is_keyed_by_kind);
        if objects().any(|object| is_document(object.content_type)) {
            if !is_default {
                keys.push(key);
                keys.extend(unit.documents_naming(key)?);
            }
            continue;
        }
        match bearing(key, before.as_ref(), after.as_ref()) {
            Bearing::None => {}
            Bearing::Documents(named) => {
                for key in named {
                    keys.extend(unit.documents_naming(key)?);
                }
            }
            Bearing::Everything => return Ok(false),
        }
    }
    keys.sort_unstable();
    keys.dedup();
    if keys.len() > DOCUMENTS_COUNT_MAX {
        return Ok(false);
    }
    if !keys.is_empty() {
        post(unit, &keys, earliest.into_iter().chain(is_earliest).min())?;
    }
    Ok(true)
}

fn post(unit: &mut dyn UnitOfWork, keys: &[Key], earliest: Option<Date>) -> Result<(), StoreError> {
    let mut documents = Vec::new();
    for &key in keys {
        match unit.object(key)? {
            Some(object) if is_document(object.content_type) => documents.push(object),
            _ => unit.put_posted(key, &PostedDocument::default())?,
        }
    }
    let settings = Settings::read(&*unit)?;
    for (document, posted) in settings.post(&*unit, &documents, earliest)? {
        unit.put_posted(document, &posted)?;
    }
    Ok(())
}
