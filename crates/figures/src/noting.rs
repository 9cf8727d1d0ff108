//! Which invoices are moved by notes, for whoever posts a part of the books (SPEC-posting.md, 16.1
//! and 15.10): asked of what is kept, so that no save reads all notes.

use crate::changes::{Change, Changes};
use crate::is_current;
use crate::part::typed;
use books::documents::{NotedStock, StockNote, StockNoteKind};
use books::{Key, Object, kinds};
use jiff::civil::Date;
use ledger::HeadFilter;
use std::collections::{BTreeMap, BTreeSet};
use store::{ListPart, Reader, StoreError};

/// Kinds of documents that move stock instead of invoices.
pub const NOTE_KINDS: [Key; 2] = [kinds::DELIVERY_NOTE, kinds::GOODS_RECEIPT];

/// The two kinds of notes, with the invoices that they go with.
const NOTES: [(StockNoteKind, Key); 2] = [
    (StockNoteKind::DeliveryNote, kinds::SALES_INVOICE),
    (StockNoteKind::GoodsReceipt, kinds::PURCHASE_INVOICE),
];

/// What the notes of a business say of who moves the units of these invoices, which need not be
/// stored. Where nothing is kept, all notes are read.
///
/// # Errors
/// When the store cannot be read.
pub fn noted_stock(reader: &dyn Reader, invoices: &[Object]) -> Result<NotedStock, StoreError> {
    if !is_current(reader)? {
        return all_notes(reader);
    }
    Noting::of(reader, &Changes::default())?.noted(reader, invoices)
}

/// What all notes say, each read once.
pub fn all_notes(reader: &dyn Reader) -> Result<NotedStock, StoreError> {
    let mut noted = NotedStock::default();
    for kind in NOTE_KINDS {
        reader.each_object(Some(kind), &mut |object| {
            note_of(&object).iter().for_each(|note| noted.add(note));
            Ok(())
        })?;
    }
    Ok(noted)
}

/// What a record says where it is a delivery note or goods receipt.
fn note_of(object: &Object) -> Option<StockNote> {
    if !NOTE_KINDS.contains(&object.content_type) || object.is_keyed_by_kind() {
        return None;
    }
    typed(Some(object)).stock_notes.remove(&object.key)
}

/// The invoice that a note names.
pub fn invoice_named(object: &Object) -> Option<Key> {
    note_of(object)?.invoice
}

/// The first days of notes before some changes and after them, and the notes that changed.
pub struct Noting {
    before: BTreeMap<StockNoteKind, Date>,
    /// The first days after them, and what the notes say that changed.
    after: NotedStock,
    changed: BTreeSet<Key>,
}

impl Noting {
    /// Around these changes, of which what is kept does not tell yet.
    pub fn of(reader: &dyn Reader, changes: &Changes) -> Result<Self, StoreError> {
        let is_note = |change: &Change| {
            let objects = [&change.before, &change.after].into_iter().flatten();
            objects
                .into_iter()
                .any(|it| NOTE_KINDS.contains(&it.content_type))
        };
        let notes = changes.0.iter().filter(|(_, change)| is_note(change));
        let changed: BTreeSet<Key> = notes.map(|(&key, _)| key).collect();
        let (mut before, mut after) = (BTreeMap::new(), NotedStock::default());
        for (kind, _) in NOTES {
            let firsts = first_notes(reader, kind, changed.len())?;
            before.extend(firsts.first().map(|(_, date)| (kind, *date)));
            let mut others = firsts.iter().filter(|(key, _)| !changed.contains(key));
            let other = others.next().map(|(_, date)| (kind, *date));
            after.first_days.extend(other);
        }
        for key in &changed {
            let note = changes.0.get(key).and_then(|it| it.after.as_ref());
            note.and_then(note_of).iter().for_each(|it| after.add(it));
        }
        Ok(Self {
            before,
            after,
            changed,
        })
    }

    /// Whether there are notes, or were.
    pub fn has_notes(&self) -> bool {
        !self.before.is_empty() || !self.after.first_days.is_empty()
    }

    /// Adds the invoices that wait for their notes since the changes, or wait no longer, because
    /// the first day of their notes is another: those between the two. More than so many are not
    /// looked for.
    pub fn add_invoices(
        &self,
        reader: &dyn Reader,
        documents_count_max: usize,
        documents: &mut BTreeSet<Key>,
    ) -> Result<(), StoreError> {
        for (kind, invoices) in NOTES {
            let (before, after) = (self.before.get(&kind), self.after.first_days.get(&kind));
            if before == after {
                continue;
            }
            let filter = HeadFilter {
                kinds: Some(vec![invoices]),
                from: before.into_iter().chain(after).min().copied(),
                // Without a note on one side, everything later is between.
                to: before
                    .zip(after)
                    .and_then(|(a, b)| a.max(b).yesterday().ok()),
                ..HeadFilter::default()
            };
            reader.each_head_in_any_order(&filter, &mut |head| {
                if documents.len() <= documents_count_max {
                    documents.insert(head.document);
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// What the notes say after the changes of those of these documents that are invoices.
    pub fn noted(
        &self,
        reader: &dyn Reader,
        documents: &[Object],
    ) -> Result<NotedStock, StoreError> {
        let mut noted = self.after.of_invoices(documents.iter().map(|it| &it.key));
        for invoice in documents {
            let found = NOTES.iter().find(|(_, kind)| *kind == invoice.content_type);
            let Some(&(kind, _)) = found.filter(|(kind, _)| noted.first_days.contains_key(kind))
            else {
                continue;
            };
            for naming in reader.documents_naming(invoice.key)? {
                if noted.named.contains(&(kind, invoice.key)) {
                    break;
                }
                // Of what changed, what is kept tells what it was.
                if !self.changed.contains(&naming) {
                    let note = reader.object(naming)?.and_then(|it| note_of(&it));
                    let names = |it: &StockNote| it.kind == kind && it.invoice == Some(invoice.key);
                    note.iter()
                        .filter(|it| names(it))
                        .for_each(|it| noted.add(it));
                }
            }
        }
        Ok(noted)
    }
}

/// The first notes of a kind by date as they are kept, one more than so many.
fn first_notes(
    reader: &dyn Reader,
    kind: StockNoteKind,
    count: usize,
) -> Result<Vec<(Key, Date)>, StoreError> {
    let page = ListPart::Page {
        newest_first: false,
        offset: 0,
        limit: u64::try_from(count).unwrap_or(u64::MAX).saturating_add(1),
    };
    let mut found = Vec::new();
    reader.each_listed(kind.key(), page, &mut |listed| {
        found.extend(listed.head.date.map(|date| (listed.head.document, date)));
        Ok(())
    })?;
    Ok(found)
}
