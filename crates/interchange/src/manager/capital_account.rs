//! Capital accounts of owners, their subaccounts, and special accounts.

use crate::kind_spec::{
    Certainty::{Confirmed, OneSource, Ours},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// CapitalAccount.
pub(crate) static CAPITAL_ACCOUNT: KindSpec = KindSpec::new(
    kinds::CAPITAL_ACCOUNT,
    "CapitalAccount",
    "capital-accounts",
    Group::Assets,
    &[
        FieldSpec::new(1, "Name", Shape::Text, OneSource),
        FieldSpec::new(8, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(9, "CustomFields", Shape::CustomFieldsOld, OneSource),
        FieldSpec::new(
            10,
            "ControlAccount",
            Shape::Reference(&[kinds::CONTROL_ACCOUNT_FOR_CAPITAL_ACCOUNTS]),
            OneSource,
        ),
        FieldSpec::new(11, "Code", Shape::Text, OneSource),
        FieldSpec::new(
            12,
            "Division",
            Shape::Reference(&[kinds::DIVISION]),
            OneSource,
        ),
        FieldSpec::new(13, "CustomFields2", Shape::CustomFields2, OneSource),
    ],
)
.titled(&[1, 11])
.listed(&[11, 1])
.with_form();

/// SubAccount.
pub(crate) static SUB_ACCOUNT: KindSpec = KindSpec::new(
    kinds::SUB_ACCOUNT,
    "SubAccount",
    "capital-subaccounts",
    Group::Assets,
    &[FieldSpec::new(1, "Name", Shape::Text, Confirmed)],
)
.titled(&[1])
.listed(&[1])
.with_form();

/// SpecialAccount.
pub(crate) static SPECIAL_ACCOUNT: KindSpec = KindSpec::new(
    kinds::SPECIAL_ACCOUNT,
    "SpecialAccount",
    "special-accounts",
    Group::Assets,
    &[
        FieldSpec::new(1, "Name", Shape::Text, OneSource),
        FieldSpec::new(
            5,
            "Currency",
            Shape::Reference(&[kinds::FOREIGN_CURRENCY]),
            OneSource,
        ),
        FieldSpec::new(
            6,
            "TaxCode",
            Shape::Reference(&[kinds::TAX_CODE]),
            OneSource,
        ),
        FieldSpec::new(
            7,
            "ControlAccount",
            Shape::Reference(&[kinds::CONTROL_ACCOUNT_FOR_SPECIAL_ACCOUNTS]),
            OneSource,
        ),
        FieldSpec::new(10, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(11, "Code", Shape::Text, OneSource),
        FieldSpec::new(
            12,
            "Division",
            Shape::Reference(&[kinds::DIVISION]),
            OneSource,
        ),
        FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
    ],
)
.titled(&[1, 11])
.listed(&[11, 1])
.with_form();
