//! Billable time: hours worked for a customer, worth something before they are invoiced.

use super::Unread;
use crate::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// What became of billable time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum BillableTimeStatus {
    /// It waits to be invoiced.
    #[default]
    Uninvoiced,
    /// It stands on an invoice.
    Invoiced,
    /// It will not be invoiced.
    WrittenOff,
    /// A number that no description of the format explains.
    Unknown(i64),
}

/// Time that was worked for a customer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BillableTime {
    /// The record's key.
    pub key: Key,
    /// The date.
    pub date: Option<Date>,
    /// The description.
    pub description: String,
    /// Whole hours.
    pub hours: i64,
    /// Minutes beside the hours.
    pub minutes: i64,
    /// What an hour costs, in the customer's currency.
    pub hourly_rate: Option<Decimal>,
    /// The customer.
    pub customer: Option<Key>,
    /// The invoice it stands on.
    pub sales_invoice: Option<Key>,
    /// What became of it.
    pub status: BillableTimeStatus,
    /// When it was written off.
    pub written_off: Option<Date>,
    /// The division.
    pub division: Option<Key>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
