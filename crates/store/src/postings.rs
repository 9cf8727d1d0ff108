//! Kept postings: what follows from the records, kept in tables of their own so that no report
//! has to read every record again (SPEC-posting.md, 15).
//!
//! They are derived and disposable: in no backup, marked with the change that they reflect, and
//! made again from the records whenever the mark says that they are behind. Which records post
//! what, `ledger` says; the crate `figures` keeps the two together.

use crate::{ListPart, ListSums, Listed, StoreError};
use books::Key;
use books::inventory::AverageCosts;
use jiff::civil::Date;
use ledger::{
    Allocations, DocumentHead, Grouping, HeadFilter, InvoiceStanding, NotPosted, Owed, Posting,
    PostingFilter, Sum, SuspenseReason,
};
use std::collections::{BTreeMap, BTreeSet};

/// Up to which change the kept postings tell, and by which rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostedMark {
    /// The last History entry whose change they reflect.
    pub sequence: u64,
    /// Names the rules by which they were made; other rules, and they are made again.
    pub rules: String,
    /// The date of the earliest document, before which starting balances stand.
    pub earliest: Option<Date>,
}

/// What follows from one document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostedDocument {
    /// Its heading.
    pub head: Option<DocumentHead>,
    /// Its postings in their order.
    pub postings: Vec<Posting>,
    /// What of it went to Suspense, and why.
    pub suspense: Vec<SuspenseReason>,
    /// Why it posted nothing.
    pub not_posted: Vec<NotPosted>,
    /// The records that it names, whose change may change what it posts.
    pub names: Vec<Key>,
}

impl PostedDocument {
    /// The kind of the document; none where nothing follows from it, and nothing of it has to be
    /// found again.
    pub fn kind(&self) -> Option<Key> {
        self.head
            .as_ref()
            .map(|head| head.kind)
            .or_else(|| self.postings.first().map(|posting| posting.document_kind))
            .or_else(|| self.suspense.first().map(|reason| reason.kind))
            .or_else(|| self.not_posted.first().map(|it| it.kind))
    }
}

/// What units of inventory cost on average, kept because it follows from all documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptCosts {
    /// The costs.
    pub averages: AverageCosts,
    /// The last day on which something was bought, made or otherwise given a price, by item: what
    /// is sold on or after it changes no average.
    pub valued_until: BTreeMap<Key, Date>,
}

impl KeptCosts {
    /// The items of which something is known.
    pub fn items(&self) -> BTreeSet<Key> {
        let averaged = self.averages.iter().map(|(item, _, _)| item);
        averaged.chain(self.valued_until.keys().copied()).collect()
    }
}

/// A visitor by reference: its error stops the visit and comes back to the caller.
pub type VisitRef<'a, T> = &'a mut dyn FnMut(&T) -> Result<(), StoreError>;

/// Reads the kept postings of one moment. What it says is worth something only while
/// [`PostingReader::posted_mark`] tells of the end of the trail.
pub trait PostingReader {
    /// What the kept postings reflect; none when there are none.
    ///
    /// # Errors
    /// When the store cannot be read; so for all methods here.
    fn posted_mark(&self) -> Result<Option<PostedMark>, StoreError>;

    /// As [`ledger::Figures::sums`].
    fn posting_sums(&self, filter: &PostingFilter, by: Grouping) -> Result<Vec<Sum>, StoreError>;

    /// As [`ledger::Figures::each_posting`].
    fn each_posting(
        &self,
        filter: &PostingFilter,
        visit: VisitRef<'_, Posting>,
    ) -> Result<(), StoreError>;

    /// As [`ledger::Figures::each_dealing`].
    fn each_dealing(
        &self,
        filter: &PostingFilter,
        visit: VisitRef<'_, Posting>,
    ) -> Result<(), StoreError> {
        self.each_posting(filter, visit)
    }

    /// As [`ledger::Figures::head`].
    fn document_head(&self, document: Key) -> Result<Option<DocumentHead>, StoreError>;

    /// As [`ledger::Figures::each_head`].
    fn each_document_head(
        &self,
        filter: &HeadFilter,
        visit: VisitRef<'_, DocumentHead>,
    ) -> Result<(), StoreError>;

    /// As [`ledger::Figures::each_head_in_any_order`].
    fn each_head_in_any_order(
        &self,
        filter: &HeadFilter,
        visit: VisitRef<'_, DocumentHead>,
    ) -> Result<(), StoreError> {
        self.each_document_head(filter, visit)
    }

    /// As [`ledger::Figures::suspense`].
    fn suspense_reasons(&self, to: Option<Date>) -> Result<Vec<SuspenseReason>, StoreError>;

    /// As [`ledger::Figures::not_posted`].
    fn documents_not_posted(&self) -> Result<Vec<NotPosted>, StoreError>;

    /// The documents that name a record, in key order.
    fn documents_naming(&self, record: Key) -> Result<Vec<Key>, StoreError>;

    /// The average costs of these items.
    fn kept_costs(&self, items: &BTreeSet<Key>) -> Result<KeptCosts, StoreError>;

    /// What was kept of what settles what, of one customer or supplier or of all, in the order of
    /// [`Allocations`] and without what settled invoices; only what is open, when asked so.
    fn kept_settled(
        &self,
        owed: Owed,
        contact: Option<Key>,
        only_open: bool,
    ) -> Result<Allocations, StoreError>;

    /// Visits the documents of a kind that have a heading.
    fn each_listed(
        &self,
        kind: Key,
        part: ListPart,
        visit: VisitRef<'_, Listed>,
    ) -> Result<(), StoreError>;

    /// What all documents of a kind that have a heading come to.
    fn list_sums(&self, kind: Key) -> Result<ListSums, StoreError>;
}

/// What settles what, kept invoice by invoice, so that one can be replaced without reading and
/// writing all others of a customer or supplier (SPEC-posting.md, 15.12).
pub trait Standings {
    /// What is kept of one invoice with a customer or supplier, without what settled it.
    ///
    /// # Errors
    /// When the store cannot be read or written; so for all methods here.
    fn kept(
        &self,
        owed: Owed,
        contact: Key,
        invoice: Key,
    ) -> Result<Option<InvoiceStanding>, StoreError>;

    /// Whether what is kept shows that nothing which names no invoice reaches one of this day: an
    /// earlier one is still owed; or nothing below zero is left unallocated, and of the invoices of
    /// this day and later there are none but `except`. When in doubt it says no.
    fn no_credit_reaches(
        &self,
        owed: Owed,
        contact: Key,
        day: Date,
        except: &BTreeSet<Key>,
    ) -> Result<bool, StoreError>;

    /// Puts how one invoice stands now in the place of what is kept of it.
    fn replace(
        &mut self,
        owed: Owed,
        contact: Key,
        kept: Option<&InvoiceStanding>,
        now: Option<&InvoiceStanding>,
    ) -> Result<(), StoreError>;
}

/// Keeps postings within a unit of work. They are no change of the books: no History entry.
pub trait PostingWriter {
    /// Replaces what is kept of a document.
    ///
    /// # Errors
    /// When the store cannot be written; so for all methods here.
    fn put_posted(&mut self, document: Key, posted: &PostedDocument) -> Result<(), StoreError>;

    /// Replaces what is kept of what settles what with a customer or supplier. Put after the
    /// documents that it follows from.
    fn put_settled(
        &mut self,
        owed: Owed,
        contact: Key,
        settled: &Allocations,
    ) -> Result<(), StoreError>;

    /// What settles what, invoice by invoice; none where the store keeps it of a customer or
    /// supplier as a whole only, with [`PostingWriter::put_settled`].
    fn standings(&mut self) -> Option<&mut dyn Standings> {
        None
    }

    /// Replaces the average costs of these items; those of others stay.
    fn put_kept_costs(
        &mut self,
        items: &BTreeSet<Key>,
        costs: &KeptCosts,
    ) -> Result<(), StoreError>;

    /// Lets go of everything that is kept.
    fn clear_posted(&mut self) -> Result<(), StoreError>;

    /// Says what is reflected from now on. Sums are complete only after this.
    fn set_posted_mark(&mut self, mark: &PostedMark) -> Result<(), StoreError>;
}
