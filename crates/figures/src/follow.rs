//! Posting again what a unit of work has changed, before it ends.

use crate::RULES;
use crate::changes::Changes;
use crate::costing::Costing;
use crate::known::Known;
use crate::noting::{NOTE_KINDS, Noting, invoice_named};
use crate::part::{SILENT_KINDS, Settings, Whole, earliest_of, is_document};
use crate::rebuild::rebuild;
use crate::relevance::{Bearing, bearing, items_costed};
use crate::settle::Affected;
use books::{Key, Object};
use history::Head;
use jiff::civil::Date;
use std::collections::BTreeSet;
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
        earliest: earliest.into_iter().chain(changes.earliest()).min(),
        noting: Noting::of(&*unit, changes)?,
    };
    let Some(mut bearing) = follower.bearing_of(&*unit, changes)? else {
        return Ok(false);
    };
    if !bearing.items.is_empty() {
        let changed = changes.document_keys();
        let has_notes = follower.noting.has_notes();
        let costing = Costing::new(settings, follower.earliest, changed, has_notes);
        let costed = costing.work_out(unit, &bearing.items, DOCUMENTS_COUNT_MAX)?;
        let Some(documents) = costed else {
            return Ok(false);
        };
        bearing.documents.extend(documents);
    }
    if bearing.documents.len() > DOCUMENTS_COUNT_MAX {
        return Ok(false);
    }
    follower.post(unit, &bearing)?;
    Ok(true)
}

/// What changes bear on.
#[derive(Debug, Default)]
struct Borne {
    documents: BTreeSet<Key>,
    /// The items whose average costs may be others.
    items: BTreeSet<Key>,
    /// Records that changed and may be customers or suppliers: amounts in another currency, say.
    contacts: BTreeSet<Key>,
}

/// Posts again, with all that bears on it.
struct Follower<'s> {
    settings: &'s Settings,
    earliest: Option<Date>,
    noting: Noting,
}

impl Follower<'_> {
    /// What all the changes bear on; none when that is everything.
    fn bearing_of(
        &self,
        reader: &dyn Reader,
        changes: &Changes,
    ) -> Result<Option<Borne>, StoreError> {
        let mut borne = Borne::default();
        let noting = &self.noting;
        noting.add_invoices(reader, DOCUMENTS_COUNT_MAX, &mut borne.documents)?;
        for (&key, change) in &changes.0 {
            let (before, after) = (change.before.as_ref(), change.after.as_ref());
            let objects = || [before, after].into_iter().flatten();
            let is_known = if objects().any(|object| is_document(object.content_type)) {
                self.bear_document(reader, key, (before, after), &mut borne)?
            } else {
                self.bear_setting(reader, key, (before, after), &mut borne)?
            };
            if !is_known || borne.documents.len() > DOCUMENTS_COUNT_MAX {
                return Ok(None);
            }
        }
        Ok(Some(borne))
    }

    /// What the change of a document bears on; says no when that is everything.
    fn bear_document(
        &self,
        reader: &dyn Reader,
        key: Key,
        (before, after): (Option<&Object>, Option<&Object>),
        borne: &mut Borne,
    ) -> Result<bool, StoreError> {
        let objects = || [before, after].into_iter().flatten();
        if objects().any(Object::is_keyed_by_kind) {
            return Ok(true);
        }
        if objects().any(|object| self.settings.is_gathered(object)) {
            return Ok(false);
        }
        for object in objects() {
            borne.items.extend(self.items_moved_by(reader, object)?);
            borne.documents.extend(invoice_named(object));
        }
        borne.documents.extend(reader.documents_naming(key)?);
        borne.documents.insert(key);
        Ok(true)
    }

    /// What the change of a setting bears on: the documents that name it, and those that name such
    /// a document: what is paid on an invoice goes to its customer's account, whether the payment
    /// names the customer or not. Of an item, also what it costs.
    fn bear_setting(
        &self,
        reader: &dyn Reader,
        key: Key,
        (before, after): (Option<&Object>, Option<&Object>),
        borne: &mut Borne,
    ) -> Result<bool, StoreError> {
        match bearing(key, before, after) {
            Bearing::None => {}
            Bearing::Documents(records) => {
                for record in records {
                    self.bear_naming(reader, record, borne)?;
                    borne.contacts.insert(record);
                }
                borne.items.extend(items_costed(before, after));
            }
            Bearing::NewAccount(account) => {
                if is_named_by_settings(reader, account)? {
                    return Ok(false);
                }
                self.bear_naming(reader, account, borne)?;
            }
            Bearing::Rate(currency, from) => self.bear_rate(reader, currency, from, borne)?,
            Bearing::Costs(items) => {
                for &item in &items {
                    for named in self.settings.kits_with(item).iter().chain([&item]) {
                        borne.documents.extend(reader.documents_naming(*named)?);
                    }
                }
                borne.items.extend(items);
            }
            Bearing::Everything => return Ok(false),
        }
        Ok(true)
    }

    fn bear_naming(
        &self,
        reader: &dyn Reader,
        record: Key,
        borne: &mut Borne,
    ) -> Result<(), StoreError> {
        for document in reader.documents_naming(record)? {
            borne.documents.extend(reader.documents_naming(document)?);
            borne.documents.insert(document);
        }
        Ok(())
    }

    /// The documents in a currency from a day on: they name it, or a customer, bank account or the
    /// like in it, or a document that does.
    fn bear_rate(
        &self,
        reader: &dyn Reader,
        currency: Key,
        from: Date,
        borne: &mut Borne,
    ) -> Result<(), StoreError> {
        let mut found = Borne::default();
        self.bear_naming(reader, currency, &mut found)?;
        for holder in self.settings.held_in(currency) {
            self.bear_naming(reader, holder, &mut found)?;
            if found.documents.len() > DOCUMENTS_COUNT_MAX {
                break;
            }
        }
        for document in found.documents {
            let head = reader.document_head(document)?;
            let date = head.and_then(|head| head.date);
            // What has no date yet stands before the earliest document, or is not posted.
            if date.is_none_or(|date| date >= from) {
                borne.documents.insert(document);
            }
        }
        Ok(())
    }

    /// The items whose average cost a document may change: none for what is sold after the last
    /// purchase.
    fn items_moved_by(
        &self,
        reader: &dyn Reader,
        document: &Object,
    ) -> Result<BTreeSet<Key>, StoreError> {
        if NOTE_KINDS.contains(&document.content_type) {
            return Ok(BTreeSet::new());
        }
        let items = self.settings.averaged_items(document);
        if items.is_empty() || !ledger::moves_at_cost(document.content_type) {
            return Ok(items);
        }
        let Some(date) = earliest_of(std::slice::from_ref(document)) else {
            return Ok(BTreeSet::new());
        };
        let valued_until = reader.kept_costs(&items)?.valued_until;
        let is_before = |item: &Key| valued_until.get(item).is_some_and(|until| date < *until);
        Ok(items.into_iter().filter(is_before).collect())
    }

    fn post(&self, unit: &mut dyn UnitOfWork, borne: &Borne) -> Result<(), StoreError> {
        let mut affected = Affected::new(self.settings.books());
        affected.add_contacts(&borne.contacts);
        let mut documents = Vec::new();
        for &key in &borne.documents {
            affected.look_at(&*unit, key)?;
            match unit.object(key)? {
                Some(object) if is_document(object.content_type) => documents.push(object),
                _ => {
                    unit.put_posted(key, &PostedDocument::default())?;
                    affected.compare(&*unit, key, &PostedDocument::default())?;
                }
            }
        }
        if !documents.is_empty() {
            let whole = Whole {
                earliest: self.earliest,
                costs: unit.kept_costs(&self.items_of(&documents))?,
                noted: self.noting.noted(&*unit, &documents)?,
            };
            for (document, posted) in self.settings.post(&*unit, &documents, &whole)? {
                affected.compare(&*unit, document, &posted)?;
                unit.put_posted(document, &posted)?;
            }
        }
        affected.settle(unit)
    }

    /// The items that these documents move at an average cost.
    fn items_of(&self, documents: &[Object]) -> BTreeSet<Key> {
        let moved = documents.iter().map(|it| self.settings.averaged_items(it));
        moved.flatten().collect()
    }
}

/// Whether a record that is no document names an account: a customer its control account, an item
/// its accounts. The bytes of the key are looked for, as they are written.
fn is_named_by_settings(reader: &dyn Reader, account: Key) -> Result<bool, StoreError> {
    // Two numbers of eight bytes, of which the first has its parts turned round.
    let [a, b, c, d, e, f, g, h, rest @ ..] = *account.as_bytes();
    let first = [d, c, b, a, f, e, h, g];
    let mut found = false;
    for (kind, _) in reader.object_counts()? {
        if found || is_document(kind) || SILENT_KINDS.contains(&kind) {
            continue;
        }
        reader.each_object(Some(kind), &mut |object| {
            let mut halves = object.content.windows(8);
            found |= halves.any(|bytes| bytes == first) && halves.any(|bytes| bytes == rest);
            Ok(())
        })?;
    }
    Ok(found)
}
