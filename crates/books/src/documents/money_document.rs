//! Receipts and payments: money that came in, money that went out, and what it was for.

use super::{Subledgers, Unread};
use crate::settings::DocumentRate;
use crate::{Key, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Receipt or payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoneyDocumentKind {
    /// Money came in.
    Receipt,
    /// Money went out.
    Payment,
}

impl MoneyDocumentKind {
    /// The kind of record.
    pub const fn key(self) -> Key {
        match self {
            Self::Receipt => kinds::RECEIPT,
            Self::Payment => kinds::PAYMENT,
        }
    }
}

/// A line of a receipt or payment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MoneyLine {
    /// The account.
    pub account: Option<Key>,
    /// What stands under it, as far as the line says.
    pub subledgers: Subledgers,
    /// The sales invoice that is settled.
    pub sales_invoice: Option<Key>,
    /// The purchase invoice that is settled.
    pub purchase_invoice: Option<Key>,
    /// The description.
    pub description: String,
    /// How many, where the column is shown.
    pub quantity: Option<Decimal>,
    /// The price of one unit, where the column is shown.
    pub unit_price: Option<Decimal>,
    /// The amount in the bank account's currency.
    pub amount: Option<Decimal>,
    /// The amount in the currency of what the line settles.
    pub currency_amount: Option<Decimal>,
    /// The tax code.
    pub tax_code: Option<Key>,
    /// The division.
    pub division: Option<Key>,
}

/// A receipt or payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyDocument {
    /// The record's key.
    pub key: Key,
    /// Receipt or payment.
    pub kind: MoneyDocumentKind,
    /// The date.
    pub date: Option<Date>,
    /// The reference, which may be empty.
    pub reference: String,
    /// The bank or cash account.
    pub bank_account: Option<Key>,
    /// Who paid or was paid, by the heading: one of the two below, by its choice of which.
    pub contact: Option<Key>,
    /// The customer of the heading.
    pub customer: Option<Key>,
    /// The supplier of the heading.
    pub supplier: Option<Key>,
    /// The description.
    pub description: String,
    /// Whether line amounts come without tax; by default they include it.
    pub amounts_exclude_tax: bool,
    /// Whether the column with quantities is shown.
    pub has_quantities: bool,
    /// Whether the column with unit prices is shown.
    pub has_unit_prices: bool,
    /// The document's own exchange rate.
    pub rate: Option<DocumentRate>,
    /// The lines.
    pub lines: Vec<MoneyLine>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
