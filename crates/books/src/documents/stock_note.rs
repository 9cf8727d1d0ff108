//! Delivery notes, goods receipts and inventory transfers: stock that moved, and no money.

use super::Unread;
use crate::{Key, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A line that moves stock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StockLine {
    /// The item.
    pub item: Option<Key>,
    /// The description.
    pub description: String,
    /// How many; one when absent.
    pub quantity: Option<Decimal>,
}

/// Which way stock moved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum StockNoteKind {
    /// To a customer.
    #[default]
    DeliveryNote,
    /// From a supplier.
    GoodsReceipt,
    /// From one of our places to another.
    InventoryTransfer,
}

impl StockNoteKind {
    /// The kind of record.
    pub const fn key(self) -> Key {
        match self {
            Self::DeliveryNote => kinds::DELIVERY_NOTE,
            Self::GoodsReceipt => kinds::GOODS_RECEIPT,
            Self::InventoryTransfer => kinds::INVENTORY_TRANSFER,
        }
    }
}

/// A delivery note, goods receipt or inventory transfer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StockNote {
    /// The record's key.
    pub key: Key,
    /// Which of the three.
    pub kind: StockNoteKind,
    /// The date.
    pub date: Option<Date>,
    /// The reference, which may be empty.
    pub reference: String,
    /// The customer or supplier; none on a transfer.
    pub party: Option<Key>,
    /// The invoice that the stock belongs to.
    pub invoice: Option<Key>,
    /// The place that stock left or reached; of transfers none is known.
    pub location: Option<Key>,
    /// What moved.
    pub lines: Vec<StockLine>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
