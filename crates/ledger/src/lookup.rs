//! Finds postings and headings of a [`Ledger`] without looking at each: both are sorted.

use crate::{DocumentHead, HeadFilter, Ledger, Posting, PostingFilter};
use books::{Books, Key, kinds};
use jiff::civil::Date;

impl Ledger {
    /// The heading of a document. Of everyday documents the books tell kind and date; of others
    /// each kind is searched day by day.
    pub(crate) fn head(&self, books: &Books, document: Key) -> Option<&DocumentHead> {
        if let Some((kind, date)) = kind_and_date(books, document) {
            let place = (kind, date, document);
            let found = self.heads.binary_search_by_key(&place, DocumentHead::order);
            return found.ok().and_then(|found| self.heads.get(found));
        }
        self.kinds().find_map(|heads| find_head(heads, document))
    }

    /// The headings that a filter admits, in their order.
    pub(crate) fn wanted_heads<'a>(
        &'a self,
        filter: &'a HeadFilter,
    ) -> impl Iterator<Item = &'a DocumentHead> {
        let is_wanted = |heads: &[DocumentHead]| {
            let kind = heads.first().map(|head| head.kind);
            let kinds = filter.kinds.as_ref();
            kinds.is_none_or(|kinds| kind.is_some_and(|kind| kinds.contains(&kind)))
        };
        self.kinds()
            .filter(move |heads| is_wanted(heads))
            .flat_map(move |heads| in_period(heads, filter))
            .filter(|head| filter.admits(head))
    }

    /// The postings that a filter admits, in their order.
    pub(crate) fn wanted<'a>(
        &'a self,
        filter: &'a PostingFilter,
    ) -> impl Iterator<Item = &'a Posting> {
        let mut postings = self.postings.as_slice();
        if let Some(first) = filter.from {
            let start = postings.partition_point(|it| it.date < first);
            postings = postings.get(start..).unwrap_or_default();
        }
        if let Some(last) = filter.to {
            let end = postings.partition_point(|it| it.date <= last);
            postings = postings.get(..end).unwrap_or_default();
        }
        // A document's postings do not stand together: what it sold may cost something on a later
        // day, when what it was short of has come.
        postings.iter().filter(|it| filter.admits(it))
    }

    /// The headings of each kind together.
    fn kinds(&self) -> impl Iterator<Item = &[DocumentHead]> {
        let mut rest = self.heads.as_slice();
        std::iter::from_fn(move || {
            let kind = rest.first()?.kind;
            let end = rest.partition_point(|head| head.kind == kind);
            let (heads, others) = rest.split_at_checked(end)?;
            rest = others;
            Some(heads)
        })
    }
}

/// The kind and date of a sales or money document, a transfer or a journal entry.
fn kind_and_date(books: &Books, document: Key) -> Option<(Key, Option<Date>)> {
    if let Some(found) = books.invoices.get(&document) {
        return Some((found.kind.key(), found.date));
    }
    if let Some(found) = books.money_documents.get(&document) {
        return Some((found.kind.key(), found.date));
    }
    if let Some(found) = books.inter_account_transfers.get(&document) {
        return Some((kinds::INTER_ACCOUNT_TRANSFER, found.date));
    }
    let found = books.journal_entries.get(&document)?;
    Some((kinds::JOURNAL_ENTRY, found.date))
}

/// Searches the headings of one kind day by day.
fn find_head(heads: &[DocumentHead], document: Key) -> Option<&DocumentHead> {
    let mut rest = heads;
    while let Some(first) = rest.first() {
        let end = rest.partition_point(|head| head.date == first.date);
        let (day, others) = rest.split_at_checked(end)?;
        if let Ok(place) = day.binary_search_by_key(&document, |head| head.document) {
            return day.get(place);
        }
        rest = others;
    }
    None
}

/// The headings of one kind whose dates a filter may admit.
fn in_period<'a>(heads: &'a [DocumentHead], filter: &HeadFilter) -> &'a [DocumentHead] {
    let before = |day: Date| heads.partition_point(|head| head.date < Some(day));
    let start = filter.from.map_or(0, before);
    let end = filter.to.map_or(heads.len(), |day| {
        heads.partition_point(|head| head.date <= Some(day))
    });
    heads.get(start..end).unwrap_or_default()
}
