//! Lines of quotes and orders, on both sides.

use super::account_reference::{ACCOUNTS, ITEMS};
use crate::kind_spec::{
    Certainty::{Confirmed, OneSource, Ours, RealFile},
    FieldSpec, Shape,
};
use books::kinds;

/// Lines of quotes and orders.
pub(crate) const ORDER_LINE: &[FieldSpec] = &[
    FieldSpec::new(1, "Item", Shape::Reference(ITEMS), Confirmed),
    FieldSpec::new(2, "LineDescription", Shape::LongText, OneSource),
    FieldSpec::new(3, "Qty", Shape::Decimal, Confirmed),
    FieldSpec::new(4, "UnitPrice", Shape::Decimal, Confirmed),
    FieldSpec::new(5, "DiscountPercentage", Shape::Decimal, OneSource),
    FieldSpec::new(6, "DiscountAmount", Shape::Decimal, Confirmed),
    FieldSpec::new(
        7,
        "TaxCode",
        Shape::Reference(&[kinds::TAX_CODE]),
        Confirmed,
    ),
    FieldSpec::new(9, "CustomFields2", Shape::CustomFields2, RealFile),
    FieldSpec::new(1007, "Division", Shape::Reference(&[kinds::DIVISION]), Ours),
    FieldSpec::new(1008, "Account", Shape::Reference(ACCOUNTS), Ours),
];
