//! Lines that move stock: an item and how much of it.

use super::account_reference::ITEMS;
use crate::kind_spec::{
    Certainty::{OneSource, Ours},
    FieldSpec, Shape,
};

/// Lines of kits, transfers, write-offs and production orders.
pub(crate) const STOCK_LINE: &[FieldSpec] = &[
    FieldSpec::new(1, "Item", Shape::Reference(ITEMS), OneSource),
    FieldSpec::new(3, "Qty", Shape::Decimal, OneSource),
];

/// Lines of delivery notes and goods receipts.
pub(crate) const NOTE_LINE: &[FieldSpec] = &[
    FieldSpec::new(1, "Item", Shape::Reference(ITEMS), OneSource),
    FieldSpec::new(2, "LineDescription", Shape::LongText, OneSource),
    FieldSpec::new(3, "Qty", Shape::Decimal, OneSource),
    FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
];
