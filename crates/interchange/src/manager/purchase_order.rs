//! Quotes from suppliers and orders to them.

use super::choices::DISCOUNT_TYPES;
use super::order_line::ORDER_LINE;
use crate::kind_spec::{
    Certainty::{OneSource, Ours},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// PurchaseQuote.
pub(crate) static PURCHASE_QUOTE: KindSpec = KindSpec::new(
    kinds::PURCHASE_QUOTE,
    "PurchaseQuote",
    "purchase-quotes",
    Group::Purchases,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(2, "Reference", Shape::Text, OneSource),
        FieldSpec::new(
            3,
            "Supplier",
            Shape::Reference(&[kinds::SUPPLIER]),
            OneSource,
        ),
        FieldSpec::new(9, "AmountsIncludeTax", Shape::Flag, OneSource),
        FieldSpec::new(11, "Description", Shape::LongText, OneSource),
        FieldSpec::new(12, "Discount", Shape::Flag, OneSource),
        FieldSpec::new(13, "DiscountType", Shape::Choice(DISCOUNT_TYPES), OneSource),
        FieldSpec::new(17, "Lines", Shape::Lines(ORDER_LINE), OneSource),
        FieldSpec::new(19, "Cancelled", Shape::Flag, OneSource),
        FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
    ],
)
.titled(&[2])
.listed(&[1, 2, 3, 11])
.dated(1)
.with_form();

/// PurchaseOrder.
pub(crate) static PURCHASE_ORDER: KindSpec = KindSpec::new(
    kinds::PURCHASE_ORDER,
    "PurchaseOrder",
    "purchase-orders",
    Group::Purchases,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(2, "Reference", Shape::Text, OneSource),
        FieldSpec::new(
            3,
            "Supplier",
            Shape::Reference(&[kinds::SUPPLIER]),
            OneSource,
        ),
        FieldSpec::new(9, "AmountsIncludeTax", Shape::Flag, OneSource),
        FieldSpec::new(11, "Description", Shape::LongText, OneSource),
        FieldSpec::new(12, "Discount", Shape::Flag, OneSource),
        FieldSpec::new(13, "DiscountType", Shape::Choice(DISCOUNT_TYPES), OneSource),
        FieldSpec::new(17, "Lines", Shape::Lines(ORDER_LINE), OneSource),
        FieldSpec::new(
            18,
            "PurchaseQuote",
            Shape::Reference(&[kinds::PURCHASE_QUOTE]),
            OneSource,
        ),
        FieldSpec::new(20, "Cancelled", Shape::Flag, OneSource),
        FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
    ],
)
.titled(&[2])
.listed(&[1, 2, 3, 11])
.dated(1)
.with_form();
