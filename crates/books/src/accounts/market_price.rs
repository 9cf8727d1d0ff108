//! What investments were worth on a day.

use crate::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The market price of an investment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarketPrice {
    /// The record's key.
    pub key: Key,
    /// The first day the price holds.
    pub date: Option<Date>,
    /// The investment.
    pub investment: Option<Key>,
    /// The price of one unit in base currency.
    pub price: Decimal,
}
