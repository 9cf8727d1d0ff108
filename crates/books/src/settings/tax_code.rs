//! Tax codes: the taxes that a line of a document can carry, each with its rates and accounts.

use crate::Key;
use rust_decimal::Decimal;

/// One part of a tax code, with its own rate and account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaxComponent {
    /// The name.
    pub name: String,
    /// Percent.
    pub rate: Decimal,
    /// The account the tax goes to; none means Tax payable.
    pub account: Option<Key>,
}

/// How much tax a code stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaxRate {
    /// Zero-rated or exempt: no tax.
    Zero,
    /// The whole amount is tax (import duties on a bill of their own).
    Whole {
        /// The account the tax goes to; none means Tax payable.
        account: Option<Key>,
    },
    /// Rates in percent, one for a single rate.
    Custom(Vec<TaxComponent>),
    /// A number that no description of the format explains.
    Unknown(i64),
}

/// A tax code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaxCode {
    /// The record's key.
    pub key: Key,
    /// The name.
    pub name: String,
    /// How much.
    pub rate: TaxRate,
    /// The buyer owes the tax instead of the seller.
    pub reverse_charged: bool,
}
