//! What is sold and bought: inventory items, kits, non-inventory items, and set unit costs.

use crate::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// One thing in a kit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KitComponent {
    /// The inventory item.
    pub item: Key,
    /// How many of it one kit holds.
    pub quantity: Decimal,
}

/// An inventory item, inventory kit or non-inventory item; `kind` says which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The record's key.
    pub key: Key,
    /// The kind of record.
    pub kind: Key,
    /// The code, which may be empty.
    pub code: String,
    /// The name.
    pub name: String,
    /// The custom account for sales, where one is known.
    pub sales_account: Option<Key>,
    /// The custom account or control account for purchases, where one is known.
    pub purchases_account: Option<Key>,
    /// What is in it, for kits.
    pub components: Vec<KitComponent>,
}

/// What one unit of an item costs from a date on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitCost {
    /// The record's key.
    pub key: Key,
    /// The first day the cost holds.
    pub date: Date,
    /// The inventory item.
    pub item: Key,
    /// The cost of one unit in base currency.
    pub cost: Decimal,
}
