//! Suppliers: who sells to the business, and in which currency.

use crate::kind_spec::{
    Certainty::{Confirmed, OneSource, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Supplier.
pub(crate) static SUPPLIER: KindSpec = KindSpec::new(
    kinds::SUPPLIER,
    "Supplier",
    "suppliers",
    Group::Purchases,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(2, "Email", Shape::Text, OneSource),
        FieldSpec::new(3, "Telephone", Shape::Text, OneSource),
        FieldSpec::new(7, "Address", Shape::LongText, Confirmed),
        FieldSpec::new(9, "CustomFields", Shape::CustomFieldsOld, OneSource),
        FieldSpec::new(10, "Code", Shape::Text, OneSource),
        FieldSpec::new(
            11,
            "Currency",
            Shape::Reference(&[kinds::FOREIGN_CURRENCY]),
            OneSource,
        ),
        FieldSpec::new(12, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(
            16,
            "ControlAccount",
            Shape::Reference(&[kinds::CONTROL_ACCOUNT_FOR_SUPPLIERS]),
            OneSource,
        ),
        FieldSpec::new(19, "CustomFields2", Shape::CustomFields2, RealFile),
    ],
)
.titled(&[1, 10])
.listed(&[10, 1, 2])
.with_form();
