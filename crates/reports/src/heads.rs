//! The headings of documents, looked up while rows are written.
//!
//! Rows are limited in number and documents are not, so each heading is asked for by itself; and
//! never while postings are being visited, since a store answers one question at a time.

use crate::report_table::{Cell, Name};
use books::Key;
use jiff::civil::Date;
use ledger::{DocumentHead, Figures, FiguresError, number_at_end};

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

    /// Entries of documents, each with the reference of its document: by day and kind as they came,
    /// and within those by the number at the end of the reference. A bookkeeper looks for INV-9
    /// before INV-10, and keys, by which documents lie, tell nothing. `of` gives the day, the kind
    /// and the key of the document of an entry.
    pub(crate) fn in_day_order<T>(
        &mut self,
        entries: impl IntoIterator<Item = T>,
        of: impl Fn(&T) -> (Date, Key, Key),
    ) -> Result<Vec<(String, T)>, FiguresError> {
        let mut ordered = Vec::new();
        for entry in entries {
            let (date, kind, document) = of(&entry);
            let reference = self.reference(document)?.to_owned();
            // Without a number it stands behind those that have one.
            let number = number_at_end(&reference).unwrap_or(i64::MAX);
            ordered.push(((date, kind, number), reference, entry));
        }
        ordered.sort_by(|(a, one, _), (b, other, _)| a.cmp(b).then_with(|| one.cmp(other)));
        let entries = ordered.into_iter();
        Ok(entries.map(|(_, reference, it)| (reference, it)).collect())
    }
}

/// The kind of a document as a cell.
pub(crate) const fn kind_cell(kind: Key) -> Cell {
    Cell::Name(Name::Kind(kind))
}
