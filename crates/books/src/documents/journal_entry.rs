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
