//! Delivery notes and goods receipts: what left and what came in.
//!
//! Which field links to an order, and which holds a description, is not known.

use super::account_reference::LOCATIONS;
use super::stock_line::NOTE_LINE;
use crate::kind_spec::{
    Certainty::{Confirmed, OneSource, Ours},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// DeliveryNote.
pub(crate) static DELIVERY_NOTE: KindSpec = KindSpec::new(
    kinds::DELIVERY_NOTE,
    "DeliveryNote",
    "delivery-notes",
    Group::Sales,
    &[
        FieldSpec::new(1, "Reference", Shape::Text, OneSource),
        FieldSpec::new(3, "DeliveryDate", Shape::Date, Confirmed),
        FieldSpec::new(
            4,
            "Customer",
            Shape::Reference(&[kinds::CUSTOMER]),
            OneSource,
        ),
        FieldSpec::new(
            11,
            "InventoryLocation",
            Shape::Reference(LOCATIONS),
            OneSource,
        ),
        FieldSpec::new(15, "Lines", Shape::Lines(NOTE_LINE), OneSource),
        FieldSpec::new(
            19,
            "SalesInvoice",
            Shape::Reference(&[kinds::SALES_INVOICE]),
            OneSource,
        ),
        FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
    ],
)
.titled(&[1])
.listed(&[3, 1, 4])
.dated(3)
.with_form();

/// GoodsReceipt.
pub(crate) static GOODS_RECEIPT: KindSpec = KindSpec::new(
    kinds::GOODS_RECEIPT,
    "GoodsReceipt",
    "goods-receipts",
    Group::Purchases,
    &[
        FieldSpec::new(1, "Reference", Shape::Text, OneSource),
        FieldSpec::new(3, "Date", Shape::Date, Confirmed),
        FieldSpec::new(
            4,
            "Supplier",
            Shape::Reference(&[kinds::SUPPLIER]),
            OneSource,
        ),
        FieldSpec::new(
            11,
            "InventoryLocation",
            Shape::Reference(LOCATIONS),
            OneSource,
        ),
        FieldSpec::new(15, "Lines", Shape::Lines(NOTE_LINE), OneSource),
        FieldSpec::new(
            17,
            "PurchaseInvoice",
            Shape::Reference(&[kinds::PURCHASE_INVOICE]),
            OneSource,
        ),
        FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
    ],
)
.titled(&[1])
.listed(&[3, 1, 4])
.dated(3)
.with_form();
