//! Withholding tax receipts: a customer's proof of having paid the state what it kept back.

use super::Unread;
use crate::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A customer's proof of withheld tax.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WithholdingTaxReceipt {
    /// The record's key.
    pub key: Key,
    /// The date.
    pub date: Option<Date>,
    /// The customer who kept the tax back.
    pub customer: Option<Key>,
    /// How much, in the customer's currency.
    pub amount: Option<Decimal>,
    /// The description.
    pub description: String,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
