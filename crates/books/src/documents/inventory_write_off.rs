//! Inventory write-offs: stock that is gone without being sold.

use super::{StockLine, Subledgers, Unread};
use crate::Key;
use jiff::civil::Date;

/// Stock that was lost, spoiled, given away or taken into use.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InventoryWriteOff {
    /// The record's key.
    pub key: Key,
    /// The date.
    pub date: Option<Date>,
    /// The reference, which may be empty.
    pub reference: String,
    /// The description.
    pub description: String,
    /// What is gone.
    pub lines: Vec<StockLine>,
    /// Where its cost goes; none means Inventory write-offs.
    pub allocation: Option<Key>,
    /// What stands under that account.
    pub subledgers: Subledgers,
    /// The division.
    pub division: Option<Key>,
    /// The place it is gone from.
    pub location: Option<Key>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
