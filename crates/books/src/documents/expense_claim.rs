//! Expense claims: what somebody paid for the business out of their own pocket.

use super::{InvoiceLine, Unread};
use crate::Key;
use jiff::civil::Date;

/// A claim of somebody who paid for the business and is owed the money.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExpenseClaim {
    /// The record's key.
    pub key: Key,
    /// The date.
    pub date: Option<Date>,
    /// The reference, which may be empty.
    pub reference: String,
    /// Whom the money went to; free text.
    pub payee: String,
    /// The description.
    pub description: String,
    /// Who paid: a payer of expense claims, an employee, or the owner of a capital account.
    pub paid_by: Option<Key>,
    /// Whether unit prices include tax.
    pub amounts_include_tax: bool,
    /// The lines; they are those of purchases.
    pub lines: Vec<InvoiceLine>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
