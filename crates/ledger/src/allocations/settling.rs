//! Gathers postings under customers or suppliers, and then says what settles what.
//!
//! For whoever has the postings at hand: [`allocations`](super::allocations) reads them from
//! figures, and whoever posts everything again passes them on as they are made.

use super::share_out::{Dealings, Entry, Heading};
use super::{Allocations, Owed};
use crate::{DocumentHead, Posting};
use books::{Books, Key};
use std::collections::BTreeMap;

/// What was gathered so far.
#[derive(Debug)]
pub struct Settling {
    owed: Owed,
    /// The control accounts.
    pub(super) accounts: Vec<Key>,
    dealings: BTreeMap<Key, Dealings>,
    heads: BTreeMap<Key, Heading>,
}

impl Settling {
    /// Nothing gathered yet.
    pub fn new(owed: Owed, books: &Books) -> Self {
        Self {
            owed,
            accounts: owed.accounts(books),
            dealings: BTreeMap::new(),
            heads: BTreeMap::new(),
        }
    }

    /// Takes in a posting; what is not under a customer or supplier is passed over. The postings
    /// of one document come in their order, the documents in any.
    pub fn add_posting(&mut self, books: &Books, posting: &Posting) {
        let Some(contact) = posting.subledger else {
            return;
        };
        if !self.accounts.contains(&posting.account) {
            return;
        }
        let (_, currency) = books.subledger(contact).unwrap_or_default();
        let entry: Entry = self.owed.entry(posting, currency);
        let dealings = self.dealings.entry(contact).or_default();
        dealings.add(posting.invoice, entry);
    }

    /// Takes in a heading; those of other kinds are passed over.
    pub fn add_head(&mut self, head: &DocumentHead) {
        if head.kind == self.owed.invoice_kind() {
            self.heads.insert(head.document, Heading::of(head));
        }
    }

    /// Shares out what names no invoice, and hands over each contact with what came of it, in the
    /// order of their keys. `exists` says whether a document that is named has a heading.
    ///
    /// # Errors
    /// Whatever `exists` or `each` returned.
    pub fn share_out<E>(
        self,
        books: &Books,
        exists: &mut dyn FnMut(Key) -> Result<bool, E>,
        each: &mut dyn FnMut(Key, Allocations) -> Result<(), E>,
    ) -> Result<(), E> {
        for (contact, mut dealings) in self.dealings {
            dealings.put_in_order();
            for invoice in dealings.absent_invoices() {
                // An invoice that does not exist any more names nothing; one that exists and is
                // not here (dated later, or another's) keeps what names it from others.
                if !exists(invoice)? {
                    dealings.forget_invoice(invoice);
                }
            }
            let currency = books.subledger(contact).and_then(|(_, currency)| currency);
            let mut all = Allocations::default();
            dealings.share_out(contact, currency, &self.heads, &mut all);
            each(contact, all)?;
        }
        Ok(())
    }
}
