//! Exchange rates: those of the table, and the one a document carries itself.

use crate::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A row of the table of exchange rates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExchangeRate {
    /// The record's key.
    pub key: Key,
    /// The first day the rate holds.
    pub date: Date,
    /// The foreign currency.
    pub currency: Key,
    /// Base units for one foreign unit.
    pub rate: Decimal,
}

/// The exchange rate on a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentRate {
    /// Base units for one foreign unit, or foreign units for one base unit when `inverse`.
    pub value: Decimal,
    /// Which way round `value` is.
    pub inverse: bool,
}
