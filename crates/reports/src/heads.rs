//! The headings of documents, looked up once for a whole report.

use crate::report_table::{Cell, Name};
use books::Key;
use ledger::{DocumentHead, Figures, FiguresError, HeadFilter, Posting};
use std::collections::BTreeMap;

/// Headings that a report needs, read in one go.
pub(crate) struct Heads(BTreeMap<Key, DocumentHead>);

impl Heads {
    /// The headings that a filter admits.
    pub(crate) fn read(figures: &dyn Figures, filter: &HeadFilter) -> Result<Self, FiguresError> {
        let mut heads = BTreeMap::new();
        figures.each_head(filter, &mut |head| {
            heads.insert(head.document, head.clone());
            Ok(())
        })?;
        Ok(Self(heads))
    }

    /// The heading of a document.
    pub(crate) fn find(&self, document: Key) -> Option<&DocumentHead> {
        self.0.get(&document)
    }

    /// The reference of a document, which may be empty.
    pub(crate) fn reference(&self, document: Key) -> &str {
        self.find(document).map_or("", |head| &head.reference)
    }

    /// The customer, supplier or employee of a posting's document.
    pub(crate) fn contact(&self, posting: &Posting) -> Option<Key> {
        let of_head = || self.find(posting.document).and_then(|head| head.contact);
        posting.contact.or_else(of_head)
    }
}

/// The kind of a document as a cell.
pub(crate) const fn kind_cell(kind: Key) -> Cell {
    Cell::Name(Name::Kind(kind))
}
