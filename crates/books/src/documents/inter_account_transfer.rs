//! Transfers between bank and cash accounts.

use super::Unread;
use crate::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Money that moved from one of our bank or cash accounts to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterAccountTransfer {
    /// The record's key.
    pub key: Key,
    /// The date.
    pub date: Option<Date>,
    /// The reference, which may be empty.
    pub reference: String,
    /// The description.
    pub description: String,
    /// Where the money left.
    pub paid_from: Option<Key>,
    /// Where it arrived.
    pub received_in: Option<Key>,
    /// What left, in the currency of `paid_from`.
    pub credit_amount: Option<Decimal>,
    /// What arrived, in the currency of `received_in`.
    pub debit_amount: Option<Decimal>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
