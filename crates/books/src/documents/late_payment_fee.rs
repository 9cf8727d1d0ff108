//! Late payment fees: what a customer owes for paying late.

use super::Unread;
use crate::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A fee for paying an invoice late.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LatePaymentFee {
    /// The record's key.
    pub key: Key,
    /// The date.
    pub date: Option<Date>,
    /// The customer.
    pub customer: Option<Key>,
    /// The invoice that was not paid in time.
    pub sales_invoice: Option<Key>,
    /// The fee in the customer's currency.
    pub amount: Option<Decimal>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
