//! Figures out of what is kept.

use crate::is_current;
use crate::part::Settings;
use books::{Books, Key};
use jiff::civil::Date;
use ledger::{
    Allocations, DocumentHead, Figures, FiguresError, Grouping, HeadFilter, NotPosted, Owed,
    Posting, PostingFilter, Sum, SuspenseReason, Visit,
};
use std::borrow::Cow;
use store::{Reader, StoreError};

/// The kept figures of the moment that a reader sees.
pub struct StoredFigures<'r> {
    reader: &'r dyn Reader,
    books: Cow<'r, Books>,
}

impl<'r> StoredFigures<'r> {
    /// What is kept so far within a unit of work: postings and headings, and no sums.
    pub fn of_unit(reader: &'r dyn Reader, books: &'r Books) -> Self {
        Self {
            reader,
            books: Cow::Borrowed(books),
        }
    }
}

/// Opens what is kept; none when it does not tell of this moment.
pub fn open(reader: &dyn Reader) -> Result<Option<StoredFigures<'_>>, StoreError> {
    if !is_current(reader)? {
        return Ok(None);
    }
    let books = Cow::Owned(Settings::read(reader)?.into_books());
    Ok(Some(StoredFigures { reader, books }))
}

impl Figures for StoredFigures<'_> {
    fn books(&self) -> &Books {
        &self.books
    }

    fn sums(&self, filter: &PostingFilter, by: Grouping) -> Result<Vec<Sum>, FiguresError> {
        self.reader.posting_sums(filter, by).map_err(told)
    }

    fn each_posting(
        &self,
        filter: &PostingFilter,
        visit: Visit<'_, Posting>,
    ) -> Result<(), FiguresError> {
        let mut visit = |posting: &Posting| visit(posting).map_err(StoreError::from);
        self.reader.each_posting(filter, &mut visit).map_err(told)
    }

    fn each_dealing(
        &self,
        filter: &PostingFilter,
        visit: Visit<'_, Posting>,
    ) -> Result<(), FiguresError> {
        let mut visit = |posting: &Posting| visit(posting).map_err(StoreError::from);
        self.reader.each_dealing(filter, &mut visit).map_err(told)
    }

    fn head(&self, document: Key) -> Result<Option<DocumentHead>, FiguresError> {
        self.reader.document_head(document).map_err(told)
    }

    fn each_head(
        &self,
        filter: &HeadFilter,
        visit: Visit<'_, DocumentHead>,
    ) -> Result<(), FiguresError> {
        let mut visit = |head: &DocumentHead| visit(head).map_err(StoreError::from);
        self.reader
            .each_document_head(filter, &mut visit)
            .map_err(told)
    }

    fn each_head_in_any_order(
        &self,
        filter: &HeadFilter,
        visit: Visit<'_, DocumentHead>,
    ) -> Result<(), FiguresError> {
        let mut visit = |head: &DocumentHead| visit(head).map_err(StoreError::from);
        self.reader
            .each_head_in_any_order(filter, &mut visit)
            .map_err(told)
    }

    fn suspense(&self, to: Option<Date>) -> Result<Vec<SuspenseReason>, FiguresError> {
        self.reader.suspense_reasons(to).map_err(told)
    }

    fn not_posted(&self) -> Result<Vec<NotPosted>, FiguresError> {
        self.reader.documents_not_posted().map_err(told)
    }

    fn open_now(
        &self,
        owed: Owed,
        contact: Option<Key>,
    ) -> Result<Option<Allocations>, FiguresError> {
        let kept = self.reader.kept_settled(owed, contact, true);
        kept.map(Some).map_err(told)
    }
}

fn told(error: StoreError) -> FiguresError {
    match error {
        StoreError::Stopped(reason) => match reason.downcast::<FiguresError>() {
            Ok(error) => *error,
            Err(reason) => FiguresError(reason),
        },
        other => FiguresError(Box::new(other)),
    }
}
