//! Part of the books: the settings, some documents, and what those lean on.

use books::documents::{POSTED_KINDS, UNTYPED_KINDS};
use books::{Books, Key, Object, kinds};
use interchange::{BooksReader, decode, references};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::{PostedDocument, Reader, StoreError};

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

/// Whether records of this kind are documents: they post, or have a heading.
pub fn is_document(kind: Key) -> bool {
    POSTED_KINDS.contains(&kind) || UNTYPED_KINDS.contains(&kind) || HEADED_KINDS.contains(&kind)
}

/// Everything but the documents, read once for posting many of them.
pub struct Settings {
    reader: BooksReader,
    /// The accounts: what names them need not be remembered (SPEC-posting.md, 15.4).
    accounts: BTreeSet<Key>,
}

impl Settings {
    /// Reads them.
    pub fn read(reader: &dyn Reader) -> Result<Self, StoreError> {
        let mut settings = BooksReader::new();
        for (kind, _) in reader.object_counts()? {
            if is_document(kind) || SILENT_KINDS.contains(&kind) {
                continue;
            }
            reader.each_object(Some(kind), &mut |object| {
                settings.add(&object);
                Ok(())
            })?;
        }
        let (books, _) = settings.clone().finish();
        Ok(Self {
            accounts: books.accounts.keys().copied().collect(),
            reader: settings,
        })
    }

    /// The books without a document.
    pub fn into_books(self) -> Books {
        self.reader.finish().0
    }

    /// What follows from these documents. `earliest` is the date of the earliest document of all.
    pub fn post(
        &self,
        reader: &dyn Reader,
        documents: &[Object],
        earliest: Option<Date>,
    ) -> Result<BTreeMap<Key, PostedDocument>, StoreError> {
        let mut posted: BTreeMap<Key, PostedDocument> = BTreeMap::new();
        let mut books = self.reader.clone();
        for document in documents {
            books.add(document);
            let mine = posted.entry(document.key).or_default();
            mine.names = self.names(document);
        }
        self.add_named(reader, &posted, &mut books)?;
        let (mut books, _) = books.finish();
        books.earliest_elsewhere = earliest;
        sort_out(ledger::post(&books), &mut posted);
        Ok(posted)
    }

    /// Adds the documents that others name: a note without a customer has that of its invoice.
    fn add_named(
        &self,
        reader: &dyn Reader,
        posted: &BTreeMap<Key, PostedDocument>,
        books: &mut BooksReader,
    ) -> Result<(), StoreError> {
        let named: BTreeSet<Key> = posted
            .values()
            .flat_map(|it| it.names.iter().copied())
            .collect();
        for key in named.into_iter().filter(|key| !posted.contains_key(key)) {
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
            .filter(|key| !self.accounts.contains(key) && kinds::find(*key).is_none())
            .collect();
        named.into_iter().collect()
    }
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
