//! Reference numbers: the next one of a kind, never one that was given before
//! (docs/SPEC-manager-records.md, 8.1 and 8.2).
//!
//! What was given is known from the records and, of deleted ones, from History. It is read once
//! for each business and kind and kept in memory; afterwards only the entries that History gained
//! are read, so saving one invoice among a hundred thousand reads none of the others. What is kept
//! is never written, and a trail that does not continue what was read is read anew.

mod number;

use books::Key;
use history::{Action, Contents, Head};
use interchange::{FieldValue, decode, spec};
use number::Number;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};
use store::{EntryFilter, Reader, StoreError};

/// How many entries of deletions are read at once.
const PAGE_ENTRIES: usize = 500;

/// The numbers in use, as far as they were read.
#[derive(Default)]
pub(crate) struct ReferenceNumbers(Mutex<HashMap<(Key, Key), Given>>);

/// What was given to the records of one kind.
#[derive(Debug, Clone, Default)]
struct Given {
    /// The end of the trail up to which this holds.
    head: Option<Head>,
    /// How many records have a reference, by the reference.
    counts: HashMap<String, u32>,
    /// The highest number behind each beginning.
    highest: BTreeMap<String, u64>,
    /// The number that changed last, and when: it gives the pattern.
    latest: Option<(Option<i64>, Number)>,
}

impl ReferenceNumbers {
    /// The reference that the next record of a kind gets.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn next(
        &self,
        reader: &dyn Reader,
        business: Key,
        content_type: Key,
    ) -> Result<String, StoreError> {
        self.with(reader, business, content_type, Given::next)
    }

    /// How many records of a kind have this reference.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn count(
        &self,
        reader: &dyn Reader,
        business: Key,
        content_type: Key,
        reference: &str,
    ) -> Result<u32, StoreError> {
        self.with(reader, business, content_type, |given| {
            given.counts.get(reference.trim()).copied().unwrap_or(0)
        })
    }

    fn with<T>(
        &self,
        reader: &dyn Reader,
        business: Key,
        content_type: Key,
        ask: impl FnOnce(&Given) -> T,
    ) -> Result<T, StoreError> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let given = all.entry((business, content_type)).or_default();
        if let Err(error) = given.follow(reader, content_type) {
            // What is half read must not be believed.
            *given = Given::default();
            return Err(error);
        }
        Ok(ask(given))
    }
}

impl Given {
    /// Reads what the trail gained, or everything when this is not its continuation.
    fn follow(&mut self, reader: &dyn Reader, content_type: Key) -> Result<(), StoreError> {
        let head = reader.history_head()?;
        if self.head.as_ref() == Some(&head) {
            return Ok(());
        }
        match self.head {
            Some(known) if self.continues(reader, &known, &head)? => {
                let from = known.sequence.saturating_add(1);
                reader.each_entry(from, &mut |entry| {
                    let draft = &entry.draft;
                    let before = reference_in(content_type, draft.object, &draft.before);
                    let after = reference_in(content_type, draft.object, &draft.after);
                    if let Some(reference) = &before {
                        self.take(reference);
                    }
                    if let Some(reference) = &after {
                        self.give(reference, None);
                    } else if let Some(reference) = &before {
                        self.remember(reference);
                    }
                    Ok(())
                })?;
            }
            _ => self.read_all(reader, content_type)?,
        }
        self.head = Some(head);
        Ok(())
    }

    /// Whether the trail still holds the entry that was read last.
    fn continues(
        &self,
        reader: &dyn Reader,
        known: &Head,
        head: &Head,
    ) -> Result<bool, StoreError> {
        if head.sequence < known.sequence {
            return Ok(false);
        }
        if known.sequence == 0 {
            return Ok(true);
        }
        let entry = reader.entry(known.sequence)?;
        Ok(entry.is_some_and(|entry| entry.hash == known.hash))
    }

    fn read_all(&mut self, reader: &dyn Reader, content_type: Key) -> Result<(), StoreError> {
        *self = Self::default();
        reader.each_object(Some(content_type), &mut |object| {
            if !object.is_keyed_by_kind()
                && let Some(reference) = reference_of(content_type, &object.content)
            {
                self.give(&reference, Some(object.timestamp.unwrap_or(i64::MIN)));
            }
            Ok(())
        })?;
        let filter = EntryFilter {
            action: Some(Action::Delete),
            content_type: Some(content_type),
            ..EntryFilter::default()
        };
        let mut before = None;
        loop {
            let page = reader.entries(&filter, before, PAGE_ENTRIES)?;
            for entry in &page.entries {
                let draft = &entry.draft;
                if let Some(reference) = reference_in(content_type, draft.object, &draft.before) {
                    self.remember(&reference);
                }
            }
            before = page.next_before;
            if before.is_none() {
                return Ok(());
            }
        }
    }

    /// A record has this reference, changed at this moment; none stands for now.
    fn give(&mut self, reference: &str, changed_at: Option<i64>) {
        let count = self.counts.entry(reference.to_owned()).or_default();
        *count = count.saturating_add(1);
        let Some(number) = self.remember(reference) else {
            return;
        };
        let is_later = self
            .latest
            .as_ref()
            .is_none_or(|(last, known)| (changed_at, number.value) >= (*last, known.value));
        // Entries come in the order in which they were written.
        if changed_at.is_none() || is_later {
            self.latest = Some((changed_at, number));
        }
    }

    /// A record has this reference no more.
    fn take(&mut self, reference: &str) {
        if let Some(count) = self.counts.get_mut(reference) {
            *count = count.saturating_sub(1);
        }
    }

    /// The number was given, whether or not its record is still there.
    fn remember(&mut self, reference: &str) -> Option<Number> {
        let number = Number::of(reference)?;
        let highest = self.highest.entry(number.beginning.clone()).or_default();
        *highest = (*highest).max(number.value);
        Some(number)
    }

    fn next(&self) -> String {
        let Some((_, pattern)) = &self.latest else {
            let highest = self.highest.get("").copied().unwrap_or(0);
            return highest.saturating_add(1).to_string();
        };
        let highest = self.highest.get(&pattern.beginning).copied();
        let highest = highest.unwrap_or(pattern.value).max(pattern.value);
        pattern.with(highest.saturating_add(1))
    }
}

/// The reference in one side of an entry, when it is about a record of this kind.
fn reference_in(content_type: Key, object: Option<Key>, side: &Contents) -> Option<String> {
    if side.content_type != Some(content_type) || object == Some(content_type) {
        return None;
    }
    reference_of(content_type, side.content.as_deref()?)
}

/// The reference of a record; nothing when it has none.
fn reference_of(content_type: Key, content: &[u8]) -> Option<String> {
    let field = spec(content_type)?.field_by_name("Reference")?;
    let record = decode(content_type, content).ok()?;
    let text = record
        .value(field.number)
        .and_then(FieldValue::text)?
        .trim();
    (!text.is_empty()).then(|| text.to_owned())
}
