//! What lists and reports show of a document without reading its record again.

use books::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The heading of a document, and what it comes to (SPEC-posting.md, 13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentHead {
    /// The document.
    pub document: Key,
    /// Its kind.
    pub kind: Key,
    /// Its date; none when it has none that can be read.
    pub date: Option<Date>,
    /// When it is to be paid; none where nothing is due.
    pub due_date: Option<Date>,
    /// Its reference, which may be empty.
    pub reference: String,
    /// The customer, supplier or employee of the heading.
    pub contact: Option<Key>,
    /// The bank or cash account of the heading.
    pub bank_account: Option<Key>,
    /// The description of the heading.
    pub description: String,
    /// The foreign currency of its amounts; none means the base currency.
    pub currency: Option<Key>,
    /// What it comes to in its currency, never below zero unless the document itself is; none when
    /// it posted nothing.
    pub total: Option<Decimal>,
}
