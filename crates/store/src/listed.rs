//! Documents as lists show them: the heading with what is still due, a page at a time.

use books::Key;
use jiff::civil::Date;
use ledger::{DocumentHead, InvoiceStatus};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Which documents of a kind are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListPart {
    /// All of them, in no particular order.
    All,
    /// So many after so many others, by date and, on one day, by the number at the end of the
    /// reference ([`ledger::number_at_end`]) and the key; those without a date come last, and on
    /// one day those without a number.
    Page {
        /// Whether the latest day comes first.
        newest_first: bool,
        /// How many are passed over.
        offset: u64,
        /// How many are wanted at most.
        limit: u64,
    },
}

/// A document of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its heading.
    pub head: DocumentHead,
    /// How far it is paid; none where it is no invoice, or posted nothing under its customer or
    /// supplier.
    pub standing: Option<ListedStanding>,
}

/// How far an invoice of a list is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListedStanding {
    /// What it raised what is owed by, in the currency of the customer or supplier.
    pub total: Decimal,
    /// What of that is open.
    pub open: Decimal,
    /// The foreign currency of both; none means the base currency.
    pub currency: Option<Key>,
    /// The day after which it is late.
    pub due: Date,
}

impl ListedStanding {
    /// How far it is paid, seen from a day.
    pub fn status(&self, today: Date) -> InvoiceStatus {
        InvoiceStatus::of(self.total, self.open, self.due, today)
    }
}

/// What the documents of a kind come to, by currency; the base currency is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListSums {
    /// How many there are.
    pub count: u64,
    /// What they come to.
    pub totals: BTreeMap<Option<Key>, Decimal>,
    /// What of them is open.
    pub open: BTreeMap<Option<Key>, Decimal>,
}
