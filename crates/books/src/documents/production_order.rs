//! Production orders: components that became a finished item.

use super::{StockLine, Unread};
use crate::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A cost of production that is no stock: wages, electricity.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductionCost {
    /// The account that bore the cost until now.
    pub account: Option<Key>,
    /// How much of it the finished item takes, in base currency.
    pub amount: Option<Decimal>,
    /// The division.
    pub division: Option<Key>,
}

/// A production order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductionOrder {
    /// The record's key.
    pub key: Key,
    /// The date.
    pub date: Option<Date>,
    /// The reference, which may be empty.
    pub reference: String,
    /// The description.
    pub description: String,
    /// What was used up, for the whole order.
    pub components: Vec<StockLine>,
    /// What was made.
    pub finished_item: Option<Key>,
    /// How many of it; one when absent.
    pub quantity: Option<Decimal>,
    /// Costs beside the components; empty when the order adds none.
    pub costs: Vec<ProductionCost>,
    /// The place of components and finished item.
    pub location: Option<Key>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
