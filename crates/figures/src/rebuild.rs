//! Making everything that is kept again from the records, so many documents at a time.

use crate::RULES;
use crate::part::{Settings, Whole, earliest_of, is_document};
use crate::settle::SettlingAll;
use books::kinds::{self, Class};
use books::{Key, Object};
use jiff::civil::Date;
use ledger::{Posting, StockMovements};
use std::collections::{BTreeMap, BTreeSet};
use store::{PostedMark, Reader, StoreError, UnitOfWork};

/// So many documents are posted at once: what is held stays small, and what they share is read
/// seldom.
pub const DOCUMENTS_AT_ONCE: usize = 20_000;

/// Makes everything again and marks it with the end of the trail.
pub fn rebuild(unit: &mut dyn UnitOfWork, settings: &Settings) -> Result<(), StoreError> {
    unit.clear_posted()?;
    let keys = document_keys(&*unit)?;
    let mut survey = Survey::new(settings);
    for part in keys.chunks(DOCUMENTS_AT_ONCE) {
        survey.add(&*unit, &objects(&*unit, part)?)?;
    }
    let (whole, gathered) = survey.finish();
    unit.put_kept_costs(&whole.costs.items(), &whole.costs)?;
    let alone = keys.into_iter().filter(|key| !gathered.contains(key));
    let alone: Vec<Key> = alone.collect();
    // What investments gather up is posted in one go.
    let gathered: Vec<Key> = gathered.into_iter().collect();
    let mut settling = SettlingAll::new(settings.books());
    let parts = alone.chunks(DOCUMENTS_AT_ONCE);
    for part in parts.chain([gathered.as_slice()]) {
        let documents = objects(&*unit, part)?;
        for (document, posted) in settings.post(&*unit, &documents, &whole)? {
            unit.put_posted(document, &posted)?;
            settling.add(&posted);
        }
    }
    settling.keep(unit)?;
    let sequence = unit.history_head()?.sequence;
    unit.set_posted_mark(&PostedMark {
        sequence,
        rules: RULES.to_owned(),
        earliest: whole.earliest,
    })
}

/// The first look at all documents: what follows from all of them together.
struct Survey<'s> {
    settings: &'s Settings,
    whole: Whole,
    movements: StockMovements,
    /// What starting balances brought: they stand before the earliest document of all, which is
    /// known at the end.
    opening: Vec<Posting>,
    gathered: BTreeSet<Key>,
}

impl<'s> Survey<'s> {
    fn new(settings: &'s Settings) -> Self {
        Self {
            settings,
            whole: Whole::default(),
            movements: StockMovements::default(),
            opening: Vec::new(),
            gathered: settings.gathering().clone(),
        }
    }

    fn add(&mut self, reader: &dyn Reader, documents: &[Object]) -> Result<(), StoreError> {
        let earliest = self.whole.earliest.into_iter();
        self.whole.earliest = earliest.chain(earliest_of(documents)).min();
        let together = documents.iter().filter(|it| self.settings.is_gathered(it));
        self.gathered.extend(together.map(|document| document.key));
        if !self.settings.has_averages() {
            return Ok(());
        }
        let here: BTreeSet<Key> = documents.iter().map(|document| document.key).collect();
        let part = self.settings.part(reader, documents)?;
        let ledger = ledger::post_without_costs(&part.books);
        let mine = ledger.postings.into_iter();
        for posting in mine.filter(|it| here.contains(&it.document)) {
            if is_starting_balance(posting.document_kind) {
                self.opening.push(posting);
            } else {
                self.add_movement(&posting);
            }
        }
        Ok(())
    }

    fn add_movement(&mut self, posting: &Posting) {
        self.movements.add(posting);
        note_valued(posting, &mut self.whole.costs.valued_until);
    }

    fn finish(mut self) -> (Whole, BTreeSet<Key>) {
        let before = self.whole.earliest.and_then(|first| first.yesterday().ok());
        for mut posting in std::mem::take(&mut self.opening) {
            posting.date = before.unwrap_or(posting.date);
            self.add_movement(&posting);
        }
        let books = self.settings.books();
        self.whole.costs.averages = self.movements.average_costs(books);
        (self.whole, self.gathered)
    }
}

/// Notes the day on which an item was given a price.
pub fn note_valued(posting: &Posting, valued_until: &mut BTreeMap<Key, Date>) {
    if let (Some(item), Some(_)) = (posting.subledger, posting.quantity)
        && !ledger::moves_at_cost(posting.document_kind)
    {
        let until = valued_until.entry(item).or_insert(posting.date);
        *until = posting.date.max(*until);
    }
}

fn is_starting_balance(kind: Key) -> bool {
    kinds::find(kind).is_some_and(|kind| kind.class == Class::StartingBalance)
}

/// The keys of all documents, form defaults left out.
pub fn document_keys(reader: &dyn Reader) -> Result<Vec<Key>, StoreError> {
    let mut keys = Vec::new();
    for (kind, _) in reader.object_counts()? {
        if !is_document(kind) {
            continue;
        }
        reader.each_object(Some(kind), &mut |object| {
            if !object.is_keyed_by_kind() {
                keys.push(object.key);
            }
            Ok(())
        })?;
    }
    Ok(keys)
}

/// The records of these keys that are there.
pub fn objects(reader: &dyn Reader, keys: &[Key]) -> Result<Vec<Object>, StoreError> {
    let mut objects = Vec::with_capacity(keys.len());
    for key in keys {
        objects.extend(reader.object(*key)?);
    }
    Ok(objects)
}
