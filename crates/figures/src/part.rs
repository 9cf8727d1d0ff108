//! Part of the books: the settings, some documents, and what those lean on.

use books::documents::{POSTED_KINDS, UNTYPED_KINDS};
use books::{Books, Key, Object, kinds};
use interchange::{BooksReader, decode, references};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::{KeptCosts, PostedDocument, Reader, StoreError};

/// Kinds of documents that make no postings and have a heading.
const HEADED_KINDS: [Key; 6] = [
    kinds::SALES_QUOTE,
    kinds::SALES_ORDER,
    kinds::DELIVERY_NOTE,
    kinds::PURCHASE_QUOTE,
    kinds::PURCHASE_ORDER,
    kinds::GOODS_RECEIPT,
];

/// Kinds of which a business has very many and which nothing follows from.
const SILENT_KINDS: [Key; 1] = [kinds::ATTACHMENT];

/// Kinds of documents that move stock instead of invoices, where a business has any.
pub const NOTE_KINDS: [Key; 2] = [kinds::DELIVERY_NOTE, kinds::GOODS_RECEIPT];

/// Whether records of this kind are documents: they post, or have a heading.
pub fn is_document(kind: Key) -> bool {
    POSTED_KINDS.contains(&kind) || UNTYPED_KINDS.contains(&kind) || HEADED_KINDS.contains(&kind)
}

/// Everything but the documents, read once for posting many of them.
pub struct Settings {
    reader: BooksReader,
    books: Books,
    /// What posts out of all the postings under it: investments with a market price
    /// (SPEC-posting.md, 15.7).
    gathering: BTreeSet<Key>,
}

/// What follows from all documents and bears on each.
#[derive(Debug, Clone, Default)]
pub struct Whole {
    /// The date of the earliest document.
    pub earliest: Option<Date>,
    /// What units of inventory cost.
    pub costs: KeptCosts,
}

impl Settings {
    /// Reads them.
    pub fn read(reader: &dyn Reader) -> Result<Self, StoreError> {
        let mut settings = BooksReader::new();
        let mut notes = BTreeSet::new();
        let mut has_prices = false;
        for (kind, _) in reader.object_counts()? {
            has_prices |= kind == kinds::INVESTMENT_MARKET_PRICE;
            if NOTE_KINDS.contains(&kind) && has_records(reader, kind)? {
                notes.insert(kind);
            }
            if is_document(kind) || SILENT_KINDS.contains(&kind) {
                continue;
            }
            reader.each_object(Some(kind), &mut |object| {
                settings.add(&object);
                Ok(())
            })?;
        }
        let (mut books, _) = settings.clone().finish();
        books.stock_notes_elsewhere = notes;
        let gathering = books
            .holdings
            .values()
            .filter(|holding| has_prices && holding.kind == kinds::INVESTMENT);
        Ok(Self {
            gathering: gathering.map(|holding| holding.key).collect(),
            reader: settings,
            books,
        })
    }

    /// The books without a document.
    pub fn into_books(self) -> Books {
        self.books
    }

    /// The same, to look things up in.
    pub fn books(&self) -> &Books {
        &self.books
    }

    /// What posts out of all the postings under it.
    pub fn gathering(&self) -> &BTreeSet<Key> {
        &self.gathering
    }

    /// Whether what gathers depends on this document.
    pub fn is_gathered(&self, document: &Object) -> bool {
        !self.gathering.is_empty()
            && (document.content_type == kinds::INVESTMENT_MARKET_PRICE
                || self
                    .names(document)
                    .iter()
                    .any(|named| self.gathering.contains(named)))
    }

    /// Whether there is an inventory item that costs what it costs on average.
    pub fn has_averages(&self) -> bool {
        let mut items = self.books.items.values();
        items.any(|item| item.kind == kinds::INVENTORY_ITEM && !self.has_set_cost(item.key))
    }

    /// The inventory items that a document moves at an average cost, those in kits among them.
    pub fn averaged_items(&self, document: &Object) -> BTreeSet<Key> {
        let mut found = BTreeSet::new();
        for named in self.names(document) {
            let Some(item) = self.books.items.get(&named) else {
                continue;
            };
            let parts = item.components.iter().map(|part| part.item);
            found.extend(parts.chain([named]));
        }
        found.retain(|item| !self.has_set_cost(*item));
        found
    }

    fn has_set_cost(&self, item: Key) -> bool {
        let mut costs = self.books.unit_costs.values();
        costs.any(|cost| cost.item == item)
    }

    /// What follows from these documents.
    pub fn post(
        &self,
        reader: &dyn Reader,
        documents: &[Object],
        whole: &Whole,
    ) -> Result<BTreeMap<Key, PostedDocument>, StoreError> {
        let mut posted: BTreeMap<Key, PostedDocument> = BTreeMap::new();
        for document in documents {
            posted.entry(document.key).or_default().names = self.names(document);
        }
        let mut books = self.with_documents(reader, documents)?;
        books.earliest_elsewhere = whole.earliest;
        books.average_costs = Some(whole.costs.averages.clone());
        sort_out(ledger::post(&books), &mut posted);
        Ok(posted)
    }

    /// These documents and those that they name, with the settings.
    pub fn with_documents(
        &self,
        reader: &dyn Reader,
        documents: &[Object],
    ) -> Result<Books, StoreError> {
        let mut books = self.reader.clone();
        documents.iter().for_each(|document| books.add(document));
        self.add_named(reader, documents, &mut books)?;
        let (mut books, _) = books.finish();
        books
            .stock_notes_elsewhere
            .clone_from(&self.books.stock_notes_elsewhere);
        Ok(books)
    }

    /// Adds the documents that others name: a note without a customer has that of its invoice.
    fn add_named(
        &self,
        reader: &dyn Reader,
        documents: &[Object],
        books: &mut BooksReader,
    ) -> Result<(), StoreError> {
        let here: BTreeSet<Key> = documents.iter().map(|document| document.key).collect();
        let named: BTreeSet<Key> = documents.iter().flat_map(|it| self.names(it)).collect();
        for key in named.difference(&here).copied() {
            if let Some(object) = reader.object(key)?
                && is_document(object.content_type)
            {
                books.add(&object);
            }
        }
        Ok(())
    }

    /// The records that a document names, accounts left out.
    fn names(&self, document: &Object) -> Vec<Key> {
        let Ok(record) = decode(document.content_type, &document.content) else {
            return Vec::new();
        };
        let named = references(document.content_type, &record).into_iter();
        let named: BTreeSet<Key> = named
            .map(|(_, key)| key)
            .filter(|key| !self.books.accounts.contains_key(key) && kinds::find(*key).is_none())
            .collect();
        named.into_iter().collect()
    }
}

/// Whether there are records of a kind beside its form default.
fn has_records(reader: &dyn Reader, kind: Key) -> Result<bool, StoreError> {
    let mut found = false;
    reader.each_object(Some(kind), &mut |object| {
        found |= !object.is_keyed_by_kind();
        Ok(())
    })?;
    Ok(found)
}

/// The date of the earliest of these documents.
pub fn earliest_of(documents: &[Object]) -> Option<Date> {
    let mut reader = BooksReader::new();
    documents.iter().for_each(|document| reader.add(document));
    reader.finish().0.earliest_date()
}

/// Gives each document what is its own; what belongs to others is dropped.
fn sort_out(ledger: ledger::Ledger, posted: &mut BTreeMap<Key, PostedDocument>) {
    for posting in ledger.postings {
        if let Some(mine) = posted.get_mut(&posting.document) {
            mine.postings.push(posting);
        }
    }
    for reason in ledger.suspense {
        if let Some(mine) = posted.get_mut(&reason.document) {
            mine.suspense.push(reason);
        }
    }
    for reason in ledger.not_posted {
        if let Some(mine) = posted.get_mut(&reason.document) {
            mine.not_posted.push(reason);
        }
    }
    for head in ledger.heads {
        if let Some(mine) = posted.get_mut(&head.document) {
            mine.head = Some(head);
        }
    }
}
