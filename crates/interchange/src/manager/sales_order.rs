//! Quotes and orders to customers.

use super::choices::DISCOUNT_TYPES;
use super::order_line::ORDER_LINE;
use crate::kind_spec::{
    Certainty::{Confirmed, OneSource, Ours, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// SalesQuote.
pub(crate) static SALES_QUOTE: KindSpec = KindSpec::new(
    kinds::SALES_QUOTE,
    "SalesQuote",
    "sales-quotes",
    Group::Sales,
    &[
        FieldSpec::new(1, "IssueDate", Shape::Date, OneSource),
        FieldSpec::new(2, "Reference", Shape::Text, OneSource),
        FieldSpec::new(
            3,
            "Customer",
            Shape::Reference(&[kinds::CUSTOMER]),
            OneSource,
        ),
        FieldSpec::new(4, "BillingAddress", Shape::LongText, OneSource),
        FieldSpec::new(8, "AmountsIncludeTax", Shape::Flag, OneSource),
        FieldSpec::new(9, "Description", Shape::LongText, OneSource),
        FieldSpec::new(17, "Discount", Shape::Flag, OneSource),
        FieldSpec::new(18, "DiscountType", Shape::Choice(DISCOUNT_TYPES), OneSource),
        FieldSpec::new(24, "Lines", Shape::Lines(ORDER_LINE), OneSource),
        FieldSpec::new(25, "Cancelled", Shape::Flag, OneSource),
        FieldSpec::new(26, "ValidDays", Shape::Integer, OneSource),
        FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
    ],
)
.titled(&[2])
.listed(&[1, 2, 3, 9])
.dated(1)
.with_form();

/// SalesOrder.
pub(crate) static SALES_ORDER: KindSpec = KindSpec::new(
    kinds::SALES_ORDER,
    "SalesOrder",
    "sales-orders",
    Group::Sales,
    &[
        FieldSpec::new(1, "Date", Shape::Date, Confirmed),
        FieldSpec::new(2, "Reference", Shape::Text, Confirmed),
        FieldSpec::new(
            3,
            "Customer",
            Shape::Reference(&[kinds::CUSTOMER]),
            Confirmed,
        ),
        FieldSpec::new(9, "AmountsIncludeTax", Shape::Flag, OneSource),
        FieldSpec::new(11, "BillingAddress", Shape::LongText, Confirmed),
        FieldSpec::new(12, "Description", Shape::LongText, Confirmed),
        FieldSpec::new(13, "Discount", Shape::Flag, Confirmed),
        FieldSpec::new(14, "DiscountType", Shape::Choice(DISCOUNT_TYPES), Confirmed),
        FieldSpec::new(18, "Lines", Shape::Lines(ORDER_LINE), Confirmed),
        FieldSpec::new(
            19,
            "SalesQuote",
            Shape::Reference(&[kinds::SALES_QUOTE]),
            OneSource,
        ),
        FieldSpec::new(21, "Cancelled", Shape::Flag, OneSource),
        FieldSpec::new(30, "CustomFields2", Shape::CustomFields2, RealFile),
    ],
)
.titled(&[2])
.listed(&[1, 2, 3, 12])
.dated(1)
.with_form();
