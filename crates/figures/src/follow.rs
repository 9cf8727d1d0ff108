//! Posting again what a unit of work has changed, before it ends.

use crate::RULES;
use crate::known::Known;
use crate::part::{NOTE_KINDS, Settings, Whole, earliest_of, is_document};
use crate::rebuild::rebuild;
use crate::relevance::{Bearing, bearing};
use crate::settle::Affected;
use books::{Key, Object, kinds};
use history::{Contents, Entry, Head};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{PostedDocument, PostedMark, Reader, StoreError, UnitOfWork};

/// Above so many documents, posting everything again is quicker than each by itself.
const DOCUMENTS_COUNT_MAX: usize = 20_000;

/// Brings what is kept up to the end of the trail. Says which settings are known then.
pub fn follow(
    unit: &mut dyn UnitOfWork,
    known: Option<Known>,
) -> Result<Option<Known>, StoreError> {
    let head = unit.history_head()?;
    let mark = match unit.posted_mark()? {
        Some(mark) if mark.rules == RULES && mark.sequence <= head.sequence => mark,
        _ => {
            let settings = Settings::read(&*unit)?;
            return rebuilt(unit, head, settings.into()).map(Some);
        }
    };
    if mark.sequence == head.sequence {
        return Ok(known);
    }
    let changes = Changes::since(unit, &mark)?;
    let settings = match known {
        Some(known) if changes.leave_settings() && known.tells_of(&*unit, mark.sequence)? => {
            known.settings
        }
        // Emails and backups have entries and change no record: nothing is read for them.
        _ if changes.0.is_empty() => {
            set_mark(unit, head.sequence, mark.earliest)?;
            return Ok(None);
        }
        _ => Settings::read(&*unit)?.into(),
    };
    if !post_again(unit, &settings, &changes, mark.earliest)? {
        return rebuilt(unit, head, settings).map(Some);
    }
    let earliest = changes.earliest().into_iter().chain(mark.earliest).min();
    set_mark(unit, head.sequence, earliest)?;
    Ok(Some(Known { head, settings }))
}

fn rebuilt(
    unit: &mut dyn UnitOfWork,
    head: Head,
    settings: Arc<Settings>,
) -> Result<Known, StoreError> {
    rebuild(unit, &settings)?;
    Ok(Known { head, settings })
}

fn set_mark(
    unit: &mut dyn UnitOfWork,
    sequence: u64,
    earliest: Option<Date>,
) -> Result<(), StoreError> {
    unit.set_posted_mark(&PostedMark {
        sequence,
        rules: RULES.to_owned(),
        earliest,
    })
}

/// What a record was before its first change and is after its last.
#[derive(Debug, Default)]
struct Change {
    before: Option<Object>,
    after: Option<Object>,
}

/// The changes of all records.
#[derive(Debug, Default)]
struct Changes(BTreeMap<Key, Change>);

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
        let change = self.0.entry(key).or_insert(Change {
            before,
            after: None,
        });
        change.after = after;
    }

    /// Whether settings are what they were: only documents changed, and none by whose being there
    /// others post otherwise.
    fn leave_settings(&self) -> bool {
        let objects = self.0.values().flat_map(|it| [&it.before, &it.after]);
        objects.flatten().all(|object| {
            let kind = object.content_type;
            is_document(kind)
                && kind != kinds::INVESTMENT_MARKET_PRICE
                && !NOTE_KINDS.contains(&kind)
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

    /// The date of the earliest document as it is now.
    fn earliest(&self) -> Option<Date> {
        earliest_of(&self.documents(|change| change.after.as_ref()))
    }

    /// Whether the earliest document of all may be another now: starting balances stand before it.
    fn move_the_beginning(&self, earliest: Option<Date>) -> bool {
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

/// Posts again what the changes bear on; says no when that is everything.
fn post_again(
    unit: &mut dyn UnitOfWork,
    settings: &Settings,
    changes: &Changes,
    earliest: Option<Date>,
) -> Result<bool, StoreError> {
    if changes.0.is_empty() {
        return Ok(true);
    }
    if changes.move_the_beginning(earliest) {
        return Ok(false);
    }
    let follower = Follower {
        settings,
        whole: Whole {
            earliest: earliest.into_iter().chain(changes.earliest()).min(),
            costs: unit.kept_costs()?,
        },
    };
    let mut keys: Vec<Key> = Vec::new();
    for (&key, change) in &changes.0 {
        let (before, after) = (change.before.as_ref(), change.after.as_ref());
        match follower.bearing(&*unit, key, before, after)? {
            Bearing::None => {}
            Bearing::Documents(documents) => keys.extend(documents),
            Bearing::Everything => return Ok(false),
        }
    }
    keys.sort_unstable();
    keys.dedup();
    if keys.len() > DOCUMENTS_COUNT_MAX {
        return Ok(false);
    }
    follower.post(unit, &keys)?;
    Ok(true)
}

/// Posts again, with all that bears on it.
struct Follower<'s> {
    settings: &'s Settings,
    whole: Whole,
}

impl Follower<'_> {
    /// The documents that the change of a record bears on.
    fn bearing(
        &self,
        reader: &dyn Reader,
        key: Key,
        before: Option<&Object>,
        after: Option<&Object>,
    ) -> Result<Bearing, StoreError> {
        let objects = || [before, after].into_iter().flatten();
        if !objects().any(|object| is_document(object.content_type)) {
            return Ok(match bearing(key, before, after) {
                Bearing::Documents(records) => self.documents_of(reader, &records)?,
                other => other,
            });
        }
        if objects().any(Object::is_keyed_by_kind) {
            return Ok(Bearing::None);
        }
        if objects().any(|object| self.bears_on_all(object))
            || self.is_first_note(reader, before, after)?
        {
            return Ok(Bearing::Everything);
        }
        let mut documents = reader.documents_naming(key)?;
        documents.push(key);
        Ok(Bearing::Documents(documents))
    }

    /// The documents that name records, and those that name such a document: what is paid on an
    /// invoice goes to its customer's account, whether the payment names the customer or not. All
    /// documents where a record is an item whose average cost they make.
    fn documents_of(&self, reader: &dyn Reader, records: &[Key]) -> Result<Bearing, StoreError> {
        let mut documents = Vec::new();
        for &record in records {
            let naming = reader.documents_naming(record)?;
            let is_item = self.settings.books().items.contains_key(&record);
            if is_item && !naming.is_empty() && self.settings.has_averages() {
                return Ok(Bearing::Everything);
            }
            for document in naming {
                documents.extend(reader.documents_naming(document)?);
                documents.push(document);
            }
        }
        Ok(Bearing::Documents(documents))
    }

    /// Whether other documents post otherwise because of this one: what an investment gathers up,
    /// or an average cost.
    fn bears_on_all(&self, document: &Object) -> bool {
        if self.settings.is_gathered(document) {
            return true;
        }
        let items = self.settings.averaged_items(document);
        if items.is_empty() {
            return false;
        }
        let Some(date) = earliest_of(std::slice::from_ref(document)) else {
            return false;
        };
        let valued_until = &self.whole.costs.valued_until;
        let is_after = |item: &Key| valued_until.get(item).is_none_or(|until| date >= *until);
        !ledger::moves_at_cost(document.content_type) || !items.iter().all(is_after)
    }

    /// Whether notes of a kind may just have begun, or ceased, to move stock instead of invoices.
    fn is_first_note(
        &self,
        reader: &dyn Reader,
        before: Option<&Object>,
        after: Option<&Object>,
    ) -> Result<bool, StoreError> {
        let kind = before.xor(after).map(|object| object.content_type);
        let Some(kind) = kind.filter(|kind| NOTE_KINDS.contains(kind)) else {
            return Ok(false);
        };
        let counts = reader.object_counts()?;
        let count = counts.iter().find(|(found, _)| *found == kind);
        // One of two may be the form default.
        Ok(count.is_none_or(|(_, count)| *count <= 2))
    }

    fn post(&self, unit: &mut dyn UnitOfWork, keys: &[Key]) -> Result<(), StoreError> {
        let mut affected = Affected::new(self.settings.books());
        let mut documents = Vec::new();
        for &key in keys {
            affected.add_kept(&*unit, key)?;
            match unit.object(key)? {
                Some(object) if is_document(object.content_type) => documents.push(object),
                _ => unit.put_posted(key, &PostedDocument::default())?,
            }
        }
        if !documents.is_empty() {
            for (document, posted) in self.settings.post(&*unit, &documents, &self.whole)? {
                posted.postings.iter().for_each(|it| affected.add(it));
                unit.put_posted(document, &posted)?;
            }
        }
        affected.settle(unit)
    }
}
