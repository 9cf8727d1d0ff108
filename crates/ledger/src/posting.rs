//! What posting yields: postings, and the two lists of what could not be done properly.

use crate::DocumentHead;
use books::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// One debit or credit on an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// The date it counts from.
    pub date: Date,
    /// The account; built-in accounts by their kind.
    pub account: Key,
    /// What stands under the account: customer, supplier, bank account, item …
    pub subledger: Option<Key>,
    /// The amount in base currency, rounded to its decimals; debit positive, credit negative.
    pub amount: Decimal,
    /// The foreign currency of what stands under the account, and the amount in it.
    pub own_currency: Option<(Key, Decimal)>,
    /// The document that made it.
    pub document: Key,
    /// The document's kind.
    pub document_kind: Key,
    /// The line of the document, from 0; none for the document's other side.
    pub line: Option<usize>,
    /// The line's description, or else the document's.
    pub description: String,
    /// The customer, supplier or employee of the document's heading.
    pub contact: Option<Key>,
    /// The sales or purchase invoice that an amount under a customer or supplier belongs to: the
    /// invoice itself, the one a note corrects, the one a receipt or payment settles.
    pub invoice: Option<Key>,
    /// The tax that the amount is, or that was charged on it.
    pub tax: Option<TaxShare>,
    /// How many units of the inventory item under the account; debit positive.
    pub quantity: Option<Decimal>,
    /// The division of the line.
    pub division: Option<Key>,
}

/// What a posting has to do with a tax code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TaxShare {
    /// The tax code.
    pub code: Key,
    /// Whether the posting is the tax itself, or what it was charged on.
    pub role: TaxRole,
    /// Whether the document sells: sales invoice, credit note, receipt; else it buys.
    pub is_sale: bool,
}

/// The tax, or what it was charged on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaxRole {
    /// The amount without tax.
    Net,
    /// The tax, with the position of its component from 0.
    Tax(u8),
    /// The other side of a reverse-charged tax, with the position of its component from 0.
    ReverseCharge(u8),
}

/// Why something went to Suspense, or what a posting had to leave unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspenseReason {
    /// The document.
    pub document: Key,
    /// The document's kind.
    pub kind: Key,
    /// The date it counts from.
    pub date: Date,
    /// The line, from 0; none when the whole document is meant.
    pub line: Option<usize>,
    /// A stable code of [`crate::codes`].
    pub code: &'static str,
    /// Names and values that belong to the code.
    pub arguments: Vec<(&'static str, String)>,
    /// What went to Suspense in base currency, debit positive; zero when the base amount is what
    /// is not known.
    pub amount: Decimal,
}

/// A document that posted nothing at all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotPosted {
    /// The document.
    pub document: Key,
    /// The document's kind.
    pub kind: Key,
    /// A stable code of [`crate::codes`].
    pub code: &'static str,
}

/// Everything that follows from the books.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The postings, by date, then document, then line.
    pub postings: Vec<Posting>,
    /// What went to Suspense and why.
    pub suspense: Vec<SuspenseReason>,
    /// What was not posted and why.
    pub not_posted: Vec<NotPosted>,
    /// The headings of all documents, posted or not, by kind, date and key.
    pub heads: Vec<DocumentHead>,
}

impl Ledger {
    /// What went to Suspense up to a day; all of it when no day is named.
    pub fn suspense_until(&self, as_at: Option<Date>) -> impl Iterator<Item = &SuspenseReason> {
        self.suspense
            .iter()
            .filter(move |reason| as_at.is_none_or(|last| reason.date <= last))
    }
}
