//! Keeps what settles what: for the customers and suppliers that a change bears on
//! (SPEC-posting.md, 15.8).

mod alone;

use crate::stored::StoredFigures;
use alone::Alone;
use books::{Books, Key};
use ledger::{DocumentHead, Figures, Owed, Posting, PostingFilter, Settling, allocations};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use store::{PostedDocument, Reader, StoreError, UnitOfWork};

/// Both sides on which amounts are owed.
const BOTH: [Owed; 2] = [Owed::ByCustomers, Owed::ToSuppliers];

/// The customers and suppliers whose amounts changed.
pub struct Affected<'b> {
    books: &'b Books,
    accounts: [Vec<Key>; 2],
    /// What was kept of the documents that are posted again; in the end of those that changed.
    before: BTreeMap<Key, Owing>,
    parties: BTreeMap<(Owed, Key), Reach>,
}

/// How much of what settles what with a customer or supplier may be otherwise.
#[derive(Debug)]
enum Reach {
    /// No more than these invoices, unless what names none moves with them.
    Invoices(BTreeSet<Key>),
    /// All of it.
    Whole,
}

/// What of a document says what is owed: its heading, and its postings under customers and
/// suppliers.
#[derive(Debug, Default, PartialEq, Eq)]
struct Owing {
    head: Option<DocumentHead>,
    postings: Vec<(Owed, Posting)>,
    /// The decimals with which the amounts are recorded, which comparing amounts does not tell.
    scales: Vec<u32>,
}

impl<'b> Affected<'b> {
    /// Nobody yet.
    pub fn new(books: &'b Books) -> Self {
        Self {
            books,
            accounts: BOTH.map(|owed| owed.accounts(books)),
            before: BTreeMap::new(),
            parties: BTreeMap::new(),
        }
    }

    /// Those among some records that are customers or suppliers.
    pub fn add_contacts(&mut self, records: &BTreeSet<Key>) {
        let contacts = records
            .iter()
            .filter(|it| self.books.parties.contains_key(it));
        for &contact in contacts {
            let whole = BOTH.map(|owed| ((owed, contact), Reach::Whole));
            self.parties.extend(whole);
        }
    }

    /// Remembers what is kept of a document so far.
    pub fn look_at(&mut self, reader: &dyn Reader, document: Key) -> Result<(), StoreError> {
        let mut owing = Owing {
            head: reader.document_head(document)?,
            ..Owing::default()
        };
        let of_it = PostingFilter {
            document: Some(document),
            ..PostingFilter::default()
        };
        reader.each_posting(&of_it, &mut |posting| {
            self.add(posting, &mut owing);
            Ok(())
        })?;
        self.before.insert(document, owing);
        Ok(())
    }

    fn add(&self, posting: &Posting, owing: &mut Owing) {
        if posting.subledger.is_none() {
            return;
        }
        for (owed, accounts) in BOTH.into_iter().zip(&self.accounts) {
            if accounts.contains(&posting.account) {
                let own = posting.own_currency.map(|(_, own)| own.scale());
                owing
                    .scales
                    .extend([posting.amount.scale()].into_iter().chain(own));
                owing.postings.push((owed, posting.clone()));
            }
        }
    }

    /// Compares what a document posts now with what was kept of it. Where what is owed by it is
    /// the same (what it cost, say, is another), nobody is affected; else all under whom it stood
    /// or stands, and whoever names it: what names an invoice that is not there names none.
    pub fn compare(
        &mut self,
        reader: &dyn Reader,
        document: Key,
        posted: &PostedDocument,
    ) -> Result<(), StoreError> {
        let mut now = Owing {
            head: posted.head.clone(),
            ..Owing::default()
        };
        for posting in &posted.postings {
            self.add(posting, &mut now);
        }
        if self
            .before
            .get(&document)
            .is_some_and(|before| *before == now)
        {
            self.before.remove(&document);
            return Ok(());
        }
        let naming_it = PostingFilter {
            invoice: Some(document),
            ..PostingFilter::default()
        };
        reader.each_posting(&naming_it, &mut |posting| {
            self.add(posting, &mut now);
            Ok(())
        })?;
        let before = self.before.entry(document).or_default();
        for (owed, posting) in before.postings.iter().chain(&now.postings) {
            if let Some(contact) = posting.subledger {
                reach(&mut self.parties, (*owed, contact), posting.invoice);
            }
        }
        Ok(())
    }

    /// Works out anew what settles what with them.
    pub fn settle(self, unit: &mut dyn UnitOfWork) -> Result<(), StoreError> {
        for (&(owed, contact), reach) in &self.parties {
            if let Reach::Invoices(invoices) = reach
                && self.alone(owed, contact).settle(unit, invoices)?
            {
                continue;
            }
            let settled = {
                let figures = StoredFigures::of_unit(&*unit, self.books);
                allocations(&figures as &dyn Figures, owed, Some(contact), None)?
            };
            unit.put_settled(owed, contact, &settled)?;
        }
        Ok(())
    }

    fn alone(&self, owed: Owed, contact: Key) -> Alone<'_> {
        let [by_customers, to_suppliers] = &self.accounts;
        Alone {
            books: self.books,
            owed,
            accounts: match owed {
                Owed::ByCustomers => by_customers,
                Owed::ToSuppliers => to_suppliers,
            },
            contact,
            changed: &self.before,
        }
    }
}

/// Notes that what names an invoice changed under a customer or supplier; or what names none.
fn reach(parties: &mut BTreeMap<(Owed, Key), Reach>, party: (Owed, Key), invoice: Option<Key>) {
    let reach = parties
        .entry(party)
        .or_insert_with(|| Reach::Invoices(BTreeSet::new()));
    match (reach, invoice) {
        (Reach::Whole, _) => {}
        (Reach::Invoices(invoices), Some(invoice)) => drop(invoices.insert(invoice)),
        (all, None) => *all = Reach::Whole,
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
