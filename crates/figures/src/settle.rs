//! Keeps what settles what: for the customers and suppliers that a change bears on
//! (SPEC-posting.md, 15.8).

use crate::stored::StoredFigures;
use books::{Books, Key};
use ledger::{Figures, Owed, Posting, PostingFilter, Settling, allocations};
use std::cell::RefCell;
use std::collections::BTreeSet;
use store::{PostedDocument, Reader, StoreError, UnitOfWork};

/// Both sides on which amounts are owed.
const BOTH: [Owed; 2] = [Owed::ByCustomers, Owed::ToSuppliers];

/// The customers and suppliers whose amounts changed.
pub struct Affected<'b> {
    books: &'b Books,
    accounts: [Vec<Key>; 2],
    parties: BTreeSet<(Owed, Key)>,
}

impl<'b> Affected<'b> {
    /// Nobody yet.
    pub fn new(books: &'b Books) -> Self {
        Self {
            books,
            accounts: BOTH.map(|owed| owed.accounts(books)),
            parties: BTreeSet::new(),
        }
    }

    /// Those under whom a posting stands.
    pub fn add(&mut self, posting: &Posting) {
        let Some(contact) = posting.subledger else {
            return;
        };
        for (owed, accounts) in BOTH.into_iter().zip(&self.accounts) {
            if accounts.contains(&posting.account) {
                self.parties.insert((owed, contact));
            }
        }
    }

    /// Those under whom a document stands as it is kept so far, and whoever names it: what names
    /// an invoice that is not there names none.
    pub fn add_kept(&mut self, reader: &dyn Reader, document: Key) -> Result<(), StoreError> {
        let of_it = PostingFilter {
            document: Some(document),
            ..PostingFilter::default()
        };
        let naming_it = PostingFilter {
            invoice: Some(document),
            ..PostingFilter::default()
        };
        for filter in [of_it, naming_it] {
            reader.each_posting(&filter, &mut |posting| {
                self.add(posting);
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Works out anew what settles what with them.
    pub fn settle(self, unit: &mut dyn UnitOfWork) -> Result<(), StoreError> {
        for (owed, contact) in self.parties {
            let settled = {
                let figures = StoredFigures::of_unit(&*unit, self.books);
                allocations(&figures as &dyn Figures, owed, Some(contact), None)
                    .map_err(|error| StoreError::Stopped(error.into()))?
            };
            unit.put_settled(owed, contact, &settled)?;
        }
        Ok(())
    }
}

/// Gathers what is posted while everything is made again.
pub struct SettlingAll<'b> {
    books: &'b Books,
    sides: [(Owed, Settling); 2],
}

impl<'b> SettlingAll<'b> {
    /// Nothing gathered yet.
    pub fn new(books: &'b Books) -> Self {
        Self {
            books,
            sides: BOTH.map(|owed| (owed, Settling::new(owed, books))),
        }
    }

    /// Takes in a document.
    pub fn add(&mut self, posted: &PostedDocument) {
        for (_, settling) in &mut self.sides {
            for posting in &posted.postings {
                settling.add_posting(self.books, posting);
            }
            if let Some(head) = &posted.head {
                settling.add_head(head);
            }
        }
    }

    /// Keeps what settles what with everybody.
    pub fn keep(self, unit: &mut dyn UnitOfWork) -> Result<(), StoreError> {
        let unit = RefCell::new(unit);
        for (owed, settling) in self.sides {
            settling.share_out(
                self.books,
                &mut |invoice| Ok(unit.borrow().document_head(invoice)?.is_some()),
                &mut |contact, settled| unit.borrow_mut().put_settled(owed, contact, &settled),
            )?;
        }
        Ok(())
    }
}
