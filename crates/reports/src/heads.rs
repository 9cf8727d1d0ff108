//! The headings of documents, looked up while rows are written.
//!
//! Rows are limited in number and documents are not, so each heading is asked for by itself; and
//! never while postings are being visited, since a store answers one question at a time.

use crate::report_table::{Cell, Name};
use books::Key;
use ledger::{DocumentHead, Figures, FiguresError};

/// Looks headings up, and remembers the last: the rows of a document often follow each other.
pub(crate) struct Heads<'a> {
    figures: &'a dyn Figures,
    last: Option<DocumentHead>,
}

impl<'a> Heads<'a> {
    /// Nothing looked up yet.
    pub(crate) const fn new(figures: &'a dyn Figures) -> Self {
        Self {
            figures,
            last: None,
        }
    }

    /// The reference of a document, which may be empty.
    pub(crate) fn reference(&mut self, document: Key) -> Result<&str, FiguresError> {
        let is_last = |head: &DocumentHead| head.document == document;
        if !self.last.as_ref().is_some_and(is_last) {
            self.last = self.figures.head(document)?;
        }
        Ok(self.last.as_ref().map_or("", |head| &head.reference))
    }
}

/// The kind of a document as a cell.
pub(crate) const fn kind_cell(kind: Key) -> Cell {
    Cell::Name(Name::Kind(kind))
}
