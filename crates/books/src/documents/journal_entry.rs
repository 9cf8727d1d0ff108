//! Journal entries: debits and credits put straight onto accounts, line by line.

use super::{Subledgers, Unread};
use crate::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A line of a journal entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalLine {
    /// The account.
    pub account: Option<Key>,
    /// What stands under it.
    pub subledgers: Subledgers,
    /// The description.
    pub description: String,
    /// The debit.
    pub debit: Option<Decimal>,
    /// The credit.
    pub credit: Option<Decimal>,
    /// The sales invoice that an amount under a customer belongs to.
    pub sales_invoice: Option<Key>,
    /// The purchase invoice that an amount under a supplier belongs to.
    pub purchase_invoice: Option<Key>,
    /// The tax code.
    pub tax_code: Option<Key>,
    /// Units of the inventory item, with the sign of the line's side.
    pub quantity: Option<Decimal>,
    /// The amount in the currency of what stands under the account, unsigned.
    pub currency_amount: Option<Decimal>,
    /// The division.
    pub division: Option<Key>,
    /// Records that fields of unknown meaning name; what each is for follows from its kind
    /// (SPEC-posting.md, 7.3).
    pub links: Vec<Key>,
    /// Figures in fields of unknown meaning (SPEC-posting.md, 7.3).
    pub figures: Vec<Decimal>,
}

/// A journal entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// The record's key.
    pub key: Key,
    /// The date.
    pub date: Option<Date>,
    /// The reference, which may be empty.
    pub reference: String,
    /// The narration.
    pub narration: String,
    /// The foreign currency of its amounts; none means the base currency.
    pub currency: Option<Key>,
    /// The lines.
    pub lines: Vec<JournalLine>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
