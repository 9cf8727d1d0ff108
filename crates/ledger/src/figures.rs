//! How reports ask for postings, wherever those are kept: in memory, or in the tables of a store.
//!
//! Reports are written against [`Figures`] alone. [`Ledger`] with its books answers out of memory;
//! a store answers out of its derived tables, without holding all postings (SPEC-posting.md, 14).

use crate::sums::Sums;
use crate::{
    Allocations, DocumentHead, Ledger, NotPosted, Owed, Posting, SuspenseReason, TaxShare,
};
use books::{Books, Key};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::borrow::Borrow;

/// The figures could not be read from where they are kept; never so in memory.
#[derive(Debug, thiserror::Error)]
#[error("the figures cannot be read: {0}")]
pub struct FiguresError(pub Box<dyn std::error::Error + Send + Sync>);

/// A visitor: its error stops the visit and comes back to the caller.
pub type Visit<'a, T> = &'a mut dyn FnMut(&T) -> Result<(), FiguresError>;

/// Which postings are wanted: conditions that must all be met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostingFilter {
    /// On or after this day.
    pub from: Option<Date>,
    /// On or before this day.
    pub to: Option<Date>,
    /// On one of these accounts; none means any.
    pub accounts: Option<Vec<Key>>,
    /// With this under the account.
    pub subledger: Option<Key>,
    /// Made by this document.
    pub document: Option<Key>,
    /// Belonging to this invoice.
    pub invoice: Option<Key>,
    /// With this tax code, whatever the role.
    pub tax_code: Option<Key>,
    /// Of this division.
    pub division: Option<Key>,
}

impl PostingFilter {
    /// All postings up to and including a day; all of them when no day is named.
    pub fn until(to: Option<Date>) -> Self {
        Self {
            to,
            ..Self::default()
        }
    }

    /// All postings of a period; an end that is absent is open.
    pub fn between(from: Option<Date>, to: Option<Date>) -> Self {
        Self {
            from,
            to,
            ..Self::default()
        }
    }

    /// Whether a posting meets every condition.
    pub fn admits(&self, posting: &Posting) -> bool {
        let is = |wanted: Option<Key>, found: Option<Key>| wanted.is_none() || wanted == found;
        self.from.is_none_or(|first| posting.date >= first)
            && self.to.is_none_or(|last| posting.date <= last)
            && self
                .accounts
                .as_ref()
                .is_none_or(|accounts| accounts.contains(&posting.account))
            && is(self.subledger, posting.subledger)
            && is(self.document, Some(posting.document))
            && is(self.invoice, posting.invoice)
            && is(self.tax_code, posting.tax.map(|tax| tax.code))
            && is(self.division, posting.division)
    }
}

/// By what postings are summed, beside their account and foreign currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Grouping {
    /// By what stands under the account.
    pub subledger: bool,
    /// By the invoice they belong to.
    pub invoice: bool,
    /// By tax code and role.
    pub tax: bool,
    /// By calendar month.
    pub month: bool,
    /// By the kind of their document.
    pub kind: bool,
}

/// Postings summed; what was not grouped by is absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The account.
    pub account: Key,
    /// What stands under it.
    pub subledger: Option<Key>,
    /// The invoice.
    pub invoice: Option<Key>,
    /// The tax code and role.
    pub tax: Option<TaxShare>,
    /// The first day of the month.
    pub month: Option<Date>,
    /// The kind of document.
    pub kind: Option<Key>,
    /// The foreign currency of the postings; sums of several currencies are rows of their own.
    pub currency: Option<Key>,
    /// In base currency, debit positive.
    pub amount: Decimal,
    /// In the foreign currency, debit positive; zero where there is none.
    pub own_amount: Decimal,
    /// Units of inventory items, debit positive.
    pub quantity: Decimal,
}

/// Which documents are wanted: conditions that must all be met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeadFilter {
    /// Of one of these kinds; none means any.
    pub kinds: Option<Vec<Key>>,
    /// For this customer, supplier or employee.
    pub contact: Option<Key>,
    /// On or after this day; documents without a date are left out then.
    pub from: Option<Date>,
    /// On or before this day; documents without a date are left out then.
    pub to: Option<Date>,
}

impl HeadFilter {
    /// Whether a heading meets every condition.
    pub fn admits(&self, head: &DocumentHead) -> bool {
        self.kinds
            .as_ref()
            .is_none_or(|kinds| kinds.contains(&head.kind))
            && (self.contact.is_none() || self.contact == head.contact)
            && self
                .from
                .is_none_or(|first| head.date.is_some_and(|date| date >= first))
            && self
                .to
                .is_none_or(|last| head.date.is_some_and(|date| date <= last))
    }
}

/// One consistent moment of the figures of a business.
pub trait Figures {
    /// The settings, accounts, parties and items. Documents need not be among them.
    fn books(&self) -> &Books;

    /// Sums of the postings that a filter admits, in ascending order of their groups.
    ///
    /// # Errors
    /// [`FiguresError`]; so for all methods here.
    fn sums(&self, filter: &PostingFilter, by: Grouping) -> Result<Vec<Sum>, FiguresError>;

    /// Visits the postings that a filter admits by date, kind, document and their order in it.
    fn each_posting(
        &self,
        filter: &PostingFilter,
        visit: Visit<'_, Posting>,
    ) -> Result<(), FiguresError>;

    /// Visits the postings that a filter admits, documents in any order and the postings of each in
    /// theirs, for whoever adds up what is owed: what that does not ask for (descriptions, lines,
    /// contacts, taxes, units, divisions) may be left out.
    fn each_dealing(
        &self,
        filter: &PostingFilter,
        visit: Visit<'_, Posting>,
    ) -> Result<(), FiguresError> {
        self.each_posting(filter, visit)
    }

    /// The heading of a document.
    fn head(&self, document: Key) -> Result<Option<DocumentHead>, FiguresError>;

    /// Visits headings by kind, date and key.
    fn each_head(
        &self,
        filter: &HeadFilter,
        visit: Visit<'_, DocumentHead>,
    ) -> Result<(), FiguresError>;

    /// Visits headings in any order.
    fn each_head_in_any_order(
        &self,
        filter: &HeadFilter,
        visit: Visit<'_, DocumentHead>,
    ) -> Result<(), FiguresError> {
        self.each_head(filter, visit)
    }

    /// What went to Suspense up to a day, and why; all of it when no day is named.
    fn suspense(&self, to: Option<Date>) -> Result<Vec<SuspenseReason>, FiguresError>;

    /// The documents that posted nothing, and why.
    fn not_posted(&self) -> Result<Vec<NotPosted>, FiguresError>;

    /// What is open after all postings, where that is kept: as [`crate::allocations`] without a
    /// day, without paid invoices, without what settled the others. None where it is not kept.
    fn open_now(
        &self,
        _owed: Owed,
        _contact: Option<Key>,
    ) -> Result<Option<Allocations>, FiguresError> {
        Ok(None)
    }
}

/// Books and the ledger that follows from them, both in memory, owned or borrowed.
impl<B: Borrow<Books>, L: Borrow<Ledger>> Figures for (B, L) {
    fn books(&self) -> &Books {
        self.0.borrow()
    }

    fn sums(&self, filter: &PostingFilter, by: Grouping) -> Result<Vec<Sum>, FiguresError> {
        let mut sums = Sums::new(by);
        for posting in self.1.borrow().wanted(filter) {
            sums.add(posting);
        }
        Ok(sums.finish())
    }

    fn each_posting(
        &self,
        filter: &PostingFilter,
        visit: Visit<'_, Posting>,
    ) -> Result<(), FiguresError> {
        self.1.borrow().wanted(filter).try_for_each(visit)
    }

    fn head(&self, document: Key) -> Result<Option<DocumentHead>, FiguresError> {
        Ok(self.1.borrow().head(self.0.borrow(), document).cloned())
    }

    fn each_head(
        &self,
        filter: &HeadFilter,
        visit: Visit<'_, DocumentHead>,
    ) -> Result<(), FiguresError> {
        self.1.borrow().wanted_heads(filter).try_for_each(visit)
    }

    fn suspense(&self, to: Option<Date>) -> Result<Vec<SuspenseReason>, FiguresError> {
        Ok(self.1.borrow().suspense_until(to).cloned().collect())
    }

    fn not_posted(&self) -> Result<Vec<NotPosted>, FiguresError> {
        Ok(self.1.borrow().not_posted.clone())
    }
}
