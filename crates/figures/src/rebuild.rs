//! Making everything that is kept again from the records, so many documents at a time.

use crate::RULES;
use crate::noting::all_notes;
use crate::part::{Part, Settings, Whole, is_document};
use crate::pipeline::pass;
use crate::settle::SettlingAll;
use books::kinds::{self, Class};
use books::{Key, Object};
use jiff::civil::Date;
use ledger::{Posting, StockMovements};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use store::{PostedDocument, PostedMark, Reader, StoreError, UnitOfWork};

/// So many documents are read at once by whoever only looks through them.
pub const DOCUMENTS_AT_ONCE: usize = 20_000;

/// Makes everything again and marks it with the end of the trail.
pub fn rebuild(unit: &mut dyn UnitOfWork, settings: &Settings) -> Result<(), StoreError> {
    unit.clear_posted()?;
    let (opening, keys) = documents_apart(&*unit)?;
    let all: Vec<Key> = keys.iter().chain(&opening).copied().collect();
    let (mut whole, gathered) = survey(unit, settings, &all)?;
    whole.noted = all_notes(&*unit)?;
    unit.put_kept_costs(&whole.costs.items(), &whole.costs)?;
    let mut posting = PostingAll {
        settings,
        settling: SettlingAll::new(settings.books()),
        whole,
    };
    let is_alone = |key: &Key| !gathered.contains(key);
    let alone: Vec<Key> = keys.into_iter().filter(is_alone).collect();
    let opening: Vec<Key> = opening.into_iter().filter(is_alone).collect();
    // Starting balances stand before the earliest document of all, known when all were posted.
    posting.post(unit, &alone)?;
    drop(alone);
    posting.post(unit, &opening)?;
    // What investments gather up is posted in one go.
    let gathered: Vec<Key> = gathered.into_iter().collect();
    posting.post_together(unit, &gathered)?;
    let PostingAll {
        settling, whole, ..
    } = posting;
    settling.keep(unit)?;
    let sequence = unit.history_head()?.sequence;
    unit.set_posted_mark(&PostedMark {
        sequence,
        rules: RULES.to_owned(),
        earliest: whole.earliest,
    })
}

/// Posts all documents and keeps what follows from them.
struct PostingAll<'s> {
    settings: &'s Settings,
    settling: SettlingAll<'s>,
    /// What follows from all; of the earliest date, what is known of it so far.
    whole: Whole,
}

impl PostingAll<'_> {
    /// Posts each by itself, many at a time.
    fn post(&mut self, unit: &mut dyn UnitOfWork, keys: &[Key]) -> Result<(), StoreError> {
        let whole = &self.whole;
        let mut earliest = whole.earliest;
        // Only the thread that posts asks for it, one batch after the other.
        let settling = Mutex::new(&mut self.settling);
        let make = |part: Part, _documents: &[Object]| {
            let first = part.earliest();
            let posted = part.post(whole);
            let mut settling = settling.lock().unwrap_or_else(PoisonError::into_inner);
            posted.values().for_each(|posted| settling.add(posted));
            (first, posted)
        };
        pass(
            unit,
            self.settings,
            keys,
            &make,
            &mut |unit, (first, posted)| {
                earliest = earliest.into_iter().chain(first).min();
                keep(unit, &posted)
            },
        )?;
        self.whole.earliest = earliest;
        Ok(())
    }

    /// Posts what follows from all of them together.
    fn post_together(&mut self, unit: &mut dyn UnitOfWork, keys: &[Key]) -> Result<(), StoreError> {
        let documents = objects(&*unit, keys)?;
        let posted = self.settings.post(&*unit, &documents, &self.whole)?;
        posted.values().for_each(|posted| self.settling.add(posted));
        keep(unit, &posted)
    }
}

fn keep(
    unit: &mut dyn UnitOfWork,
    posted: &BTreeMap<Key, PostedDocument>,
) -> Result<(), StoreError> {
    posted
        .iter()
        .try_for_each(|(&document, posted)| unit.put_posted(document, posted))
}

/// The first look at all documents, where what follows from all of them together bears on each:
/// what items cost on average, and what investments gather.
fn survey(
    unit: &mut dyn UnitOfWork,
    settings: &Settings,
    keys: &[Key],
) -> Result<(Whole, BTreeSet<Key>), StoreError> {
    let mut survey = Survey::new(settings);
    if settings.has_averages() || !settings.gathering().is_empty() {
        let make = |part: Part, documents: &[Object]| Seen::of(settings, &part, documents);
        pass(unit, settings, keys, &make, &mut |_unit, seen| {
            survey.add(seen);
            Ok(())
        })?;
    }
    Ok(survey.finish())
}

/// What a part of the documents shows at the first look.
struct Seen {
    earliest: Option<Date>,
    /// The documents that investments gather.
    gathered: Vec<Key>,
    /// What moves stock, and all else that is posted.
    postings: Vec<Posting>,
}

impl Seen {
    fn of(settings: &Settings, part: &Part, documents: &[Object]) -> Self {
        let gathered = documents.iter().filter(|it| settings.is_gathered(it));
        let mut postings = Vec::new();
        if settings.has_averages() {
            let here: BTreeSet<Key> = documents.iter().map(|it| it.key).collect();
            postings = ledger::post_without_costs(&part.books).postings;
            postings.retain(|it| here.contains(&it.document));
        }
        Self {
            earliest: part.earliest(),
            gathered: gathered.map(|document| document.key).collect(),
            postings,
        }
    }
}

/// What all documents show at the first look.
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

    fn add(&mut self, seen: Seen) {
        let earliest = self.whole.earliest.into_iter();
        self.whole.earliest = earliest.chain(seen.earliest).min();
        self.gathered.extend(seen.gathered);
        for posting in seen.postings {
            if is_starting_balance(posting.document_kind) {
                self.opening.push(posting);
            } else {
                self.add_movement(&posting);
            }
        }
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

/// The keys of all documents, form defaults left out: starting balances, and all others.
fn documents_apart(reader: &dyn Reader) -> Result<(Vec<Key>, Vec<Key>), StoreError> {
    let (mut opening, mut others) = (Vec::new(), Vec::new());
    for (kind, _) in reader.object_counts()? {
        if is_document(kind) {
            let keys = if is_starting_balance(kind) {
                &mut opening
            } else {
                &mut others
            };
            reader.each_key(kind, &mut |key| {
                keys.extend(Some(key).filter(|key| *key != kind));
                Ok(())
            })?;
        }
    }
    Ok((opening, others))
}

/// The keys of all documents, form defaults left out.
pub fn document_keys(reader: &dyn Reader) -> Result<Vec<Key>, StoreError> {
    let (opening, mut keys) = documents_apart(reader)?;
    keys.extend(opening);
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
