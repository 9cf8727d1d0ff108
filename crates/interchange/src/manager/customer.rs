//! Customers: who buys, their addresses, currency and usual terms.

use crate::kind_spec::{
    Certainty::{Confirmed, Inferred, OneSource, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Customer.
pub(crate) static CUSTOMER: KindSpec = KindSpec::new(
    kinds::CUSTOMER,
    "Customer",
    "customers",
    Group::Sales,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(2, "BillingAddress", Shape::LongText, Confirmed),
        FieldSpec::new(3, "Email", Shape::Text, Confirmed),
        FieldSpec::new(4, "Telephone", Shape::Text, OneSource),
        FieldSpec::new(12, "CustomFields", Shape::CustomFieldsOld, Confirmed),
        FieldSpec::new(13, "Code", Shape::Text, Confirmed),
        FieldSpec::new(
            14,
            "Currency",
            Shape::Reference(&[kinds::FOREIGN_CURRENCY]),
            Confirmed,
        ),
        FieldSpec::new(15, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(
            19,
            "ControlAccount",
            Shape::Reference(&[kinds::CONTROL_ACCOUNT_FOR_CUSTOMERS]),
            OneSource,
        ),
        FieldSpec::new(20, "DeliveryAddress", Shape::LongText, Inferred),
        FieldSpec::new(
            25,
            "Division",
            Shape::Reference(&[kinds::DIVISION]),
            OneSource,
        ),
        FieldSpec::new(26, "HasDefaultDueDateDays", Shape::Flag, Inferred),
        FieldSpec::new(27, "DefaultDueDateDays", Shape::Integer, Inferred),
        FieldSpec::new(28, "CustomFields2", Shape::CustomFields2, RealFile),
    ],
)
.titled(&[1, 13])
.listed(&[13, 1, 3])
.with_form();
