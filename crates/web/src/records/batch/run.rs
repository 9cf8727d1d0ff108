//! Trying a batch, and saving it: the same work, kept or not.

use super::table::Entry;
use crate::records::edit_pages::stored_values;
use crate::records::form::Form;
use crate::records::names::Names;
use crate::records::once;
use crate::records::origin::origin;
use crate::records::save::{Saved, Saving, digest};
use crate::records::typed::Typed;
use crate::stamp::random_key;
use crate::{PageError, Shared};
use books::{Key, Object};
use history::Stamp;
use interchange::decode;
use pages::Locale;
use pages::forms::line_name;
use std::collections::BTreeSet;
use store::{Business, Reader, StoreError, UnitOfWork};

/// A batch about to be tried or saved.
pub(super) struct Batch<'a> {
    pub(super) app: &'a Shared,
    pub(super) business: Key,
    pub(super) form: &'static Form,
    pub(super) locale: Locale,
    /// The fields of lines that the table has columns for.
    pub(super) line_columns: &'a [String],
    pub(super) stamp: &'a Stamp,
}

/// What came of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tried {
    /// The first of its rows, from 1 below the heading.
    pub(super) row: usize,
    /// What it is called.
    pub(super) title: String,
    /// Whether it does not exist yet.
    pub(super) is_new: bool,
    /// Whether nothing of it changes.
    pub(super) is_same: bool,
    /// What is wrong: finished sentences, each with the name of its field where it has one.
    pub(super) errors: Vec<(Option<String>, String)>,
}

/// The unit of work is not to be kept: it was a trial, or something in it was refused.
#[derive(Debug, thiserror::Error)]
#[error("the batch was not kept")]
struct NotKept;

impl Batch<'_> {
    /// What would come of every record; nothing is kept.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub(super) fn try_out(
        &self,
        business: &dyn Business,
        entries: &[Entry],
    ) -> Result<Vec<Tried>, PageError> {
        self.run(business, entries, false)
    }

    /// Saves all records; nothing is kept when one is refused.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub(super) fn save(
        &self,
        business: &dyn Business,
        entries: &[Entry],
    ) -> Result<Vec<Tried>, PageError> {
        self.run(business, entries, true)
    }

    fn run(
        &self,
        business: &dyn Business,
        entries: &[Entry],
        is_kept: bool,
    ) -> Result<Vec<Tried>, PageError> {
        let mut all = Vec::with_capacity(entries.len());
        let outcome = business.write(&mut |work| {
            all.clear();
            let beginning = origin(&*work, self.business, self.form, None)?;
            let mut begun = BTreeSet::new();
            for entry in entries {
                all.push(self.record(work, entry, &beginning, &mut begun)?);
            }
            if is_kept && all.iter().all(|tried| tried.errors.is_empty()) {
                return Ok(());
            }
            Err(StoreError::Stopped(Box::new(NotKept)))
        });
        match outcome {
            Ok(()) => Ok(all),
            Err(StoreError::Stopped(reason)) if reason.is::<NotKept>() => Ok(all),
            Err(error) => Err(error.into()),
        }
    }

    /// Saves one record within the unit of work; a new one begins with what its form begins with.
    /// Of the things in `begun`, a starting balance stood in a row above.
    fn record(
        &self,
        work: &mut dyn UnitOfWork,
        entry: &Entry,
        beginning: &[u8],
        begun: &mut BTreeSet<Key>,
    ) -> Result<Tried, StoreError> {
        let mut tried = Tried {
            row: entry.row,
            title: String::new(),
            is_new: entry.key.is_empty(),
            is_same: false,
            errors: Vec::new(),
        };
        let stored = match entry.record() {
            Some(key) => work.object(key)?,
            None => None,
        };
        let stored = stored.filter(|object| object.content_type == self.form.content_type);
        if !tried.is_new && stored.is_none() {
            let arguments = [("key", entry.key.clone())];
            let sentence = self.locale.error("batch-key-unknown", &arguments);
            tried.errors.push((None, sentence));
            return Ok(tried);
        }
        let (key, original) = match stored {
            Some(object) => (object.key, object.content),
            None => (random_key()?, beginning.to_vec()),
        };
        let wrong = entry.wrong.iter();
        tried.errors.extend(wrong.map(|(name, code)| {
            let sentence = self.locale.error(code, &[]);
            (Some(name.clone()), sentence)
        }));
        let typed = self.typed(&*work, &original, entry)?;
        let base = digest(&original);
        let mut saving = Saving {
            business: self.business,
            key,
            form: self.form,
            typed,
            is_new: tried.is_new,
            base: &base,
            locale: self.locale,
            stamp: self.stamp,
            reference_numbers: &self.app.jobs.reference_numbers,
        };
        let saved = saving.work(work)?;
        tried.errors.extend(self.errors_of(saved));
        let saved = work.object(key)?;
        if let Some(object) = &saved {
            tried.is_same = !tried.is_new && object.content == original;
            tried.errors.extend(self.twice(object, begun));
        }
        tried.errors.sort();
        let names = Names::new(&*work, self.locale, self.business);
        tried.title = match saved {
            Some(object) => names.title_of(&object),
            None => String::new(),
        };
        Ok(tried)
    }

    /// The error of a second starting balance of a thing.
    fn twice(
        &self,
        object: &Object,
        begun: &mut BTreeSet<Key>,
    ) -> Option<(Option<String>, String)> {
        let record = decode(object.content_type, &object.content).ok()?;
        let thing = once::target(object.content_type, &record)?;
        let sentence = || (None, self.locale.error(once::TWICE, &[]));
        (!begun.insert(thing)).then(sentence)
    }

    /// Why a record was not saved, each with the name of the field where it has one.
    fn errors_of(&self, saved: Saved) -> Vec<(Option<String>, String)> {
        let (errors, complaint) = match saved {
            Saved::Done | Saved::NothingSet => return Vec::new(),
            Saved::Refused { errors, complaint } => (errors, complaint),
            Saved::SameReference { errors, .. } => (errors, None),
            Saved::ChangedMeanwhile => {
                return vec![(None, self.locale.text("record-changed-meanwhile"))];
            }
        };
        let named = errors.into_iter().map(|(name, it)| (Some(name), it));
        let whole = complaint.map(|sentence| (None, sentence));
        whole.into_iter().chain(named).collect()
    }

    /// What the form of the record would send: what is stored, or what a new one begins with, with
    /// what the rows say.
    fn typed(
        &self,
        reader: &dyn Reader,
        original: &[u8],
        entry: &Entry,
    ) -> Result<Typed, StoreError> {
        let mut typed = stored_values(reader, self.locale, self.business, self.form, original)?;
        if entry.lines_count > 0 {
            // The rows tell of all lines; what no column names stays on those that were there.
            typed.keep_lines(entry.lines_count);
            for line in typed.line_indices() {
                for name in self.line_columns {
                    typed.set(&line_name(&line.to_string(), name), String::new());
                }
            }
        }
        for (name, value) in &entry.values {
            typed.set(name, value.clone());
        }
        Ok(typed)
    }
}
