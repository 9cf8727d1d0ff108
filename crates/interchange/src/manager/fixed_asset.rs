//! Fixed and intangible assets, and how they lose their cost.
//!
//! The two kinds of asset differ in numbers, not in what they hold.

use super::account_reference::ACCOUNTS;
use crate::kind_spec::{Certainty::OneSource, FieldSpec, Group, KindSpec, Shape};
use books::kinds;

/// Lines of depreciation entries.
pub(crate) const DEPRECIATION_LINE: &[FieldSpec] = &[
    FieldSpec::new(
        1,
        "FixedAsset",
        Shape::Reference(&[kinds::FIXED_ASSET]),
        OneSource,
    ),
    FieldSpec::new(2, "Amount", Shape::Decimal, OneSource),
    FieldSpec::new(
        3,
        "Division",
        Shape::Reference(&[kinds::DIVISION]),
        OneSource,
    ),
];

/// Lines of amortization entries.
pub(crate) const AMORTIZATION_LINE: &[FieldSpec] = &[
    FieldSpec::new(
        1,
        "IntangibleAsset",
        Shape::Reference(&[kinds::INTANGIBLE_ASSET]),
        OneSource,
    ),
    FieldSpec::new(2, "Amount", Shape::Decimal, OneSource),
    FieldSpec::new(
        3,
        "Division",
        Shape::Reference(&[kinds::DIVISION]),
        OneSource,
    ),
];

/// FixedAsset.
pub(crate) static FIXED_ASSET: KindSpec = KindSpec::new(
    kinds::FIXED_ASSET,
    "FixedAsset",
    "fixed-assets",
    Group::Assets,
    &[
        FieldSpec::new(1, "Name", Shape::Text, OneSource),
        FieldSpec::new(2, "Description", Shape::LongText, OneSource),
        FieldSpec::new(6, "Disposed", Shape::Flag, OneSource),
        FieldSpec::new(7, "DisposalDate", Shape::Date, OneSource),
        FieldSpec::new(9, "CustomFields", Shape::CustomFieldsOld, OneSource),
        FieldSpec::new(10, "Code", Shape::Text, OneSource),
        FieldSpec::new(
            14,
            "ControlAccount",
            Shape::Reference(&[kinds::CONTROL_ACCOUNT_FOR_FIXED_ASSETS]),
            OneSource,
        ),
        FieldSpec::new(17, "DepreciationRate", Shape::Decimal, OneSource),
        FieldSpec::new(
            18,
            "AccumulatedDepreciationControlAccount",
            Shape::Reference(&[kinds::CONTROL_ACCOUNT_FOR_FIXED_ASSETS_ACCUMULATED_DEPRECIATION]),
            OneSource,
        ),
        FieldSpec::new(19, "DisposalAccount", Shape::Reference(ACCOUNTS), OneSource),
        FieldSpec::new(20, "HasCustomExpenseAccount", Shape::Flag, OneSource),
        FieldSpec::new(
            21,
            "CustomExpenseAccount",
            Shape::Reference(ACCOUNTS),
            OneSource,
        ),
        FieldSpec::new(
            22,
            "Division",
            Shape::Reference(&[kinds::DIVISION]),
            OneSource,
        ),
        FieldSpec::new(23, "CustomFields2", Shape::CustomFields2, OneSource),
    ],
)
.titled(&[1, 10])
.listed(&[10, 1, 2]);

/// IntangibleAsset.
pub(crate) static INTANGIBLE_ASSET: KindSpec = KindSpec::new(
    kinds::INTANGIBLE_ASSET,
    "IntangibleAsset",
    "intangible-assets",
    Group::Assets,
    &[
        FieldSpec::new(1, "Name", Shape::Text, OneSource),
        FieldSpec::new(2, "Description", Shape::LongText, OneSource),
        FieldSpec::new(6, "Disposed", Shape::Flag, OneSource),
        FieldSpec::new(7, "DisposalDate", Shape::Date, OneSource),
        FieldSpec::new(9, "CustomFields", Shape::CustomFieldsOld, OneSource),
        FieldSpec::new(10, "Code", Shape::Text, OneSource),
        FieldSpec::new(
            12,
            "ControlAccount",
            Shape::Reference(&[kinds::CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS]),
            OneSource,
        ),
        FieldSpec::new(15, "AmortizationRate", Shape::Decimal, OneSource),
        FieldSpec::new(
            16,
            "AccumulatedAmortizationControlAccount",
            Shape::Reference(&[
                kinds::CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION,
            ]),
            OneSource,
        ),
        FieldSpec::new(17, "DisposalAccount", Shape::Reference(ACCOUNTS), OneSource),
        FieldSpec::new(18, "HasCustomExpenseAccount", Shape::Flag, OneSource),
        FieldSpec::new(
            19,
            "CustomExpenseAccount",
            Shape::Reference(ACCOUNTS),
            OneSource,
        ),
        FieldSpec::new(
            20,
            "Division",
            Shape::Reference(&[kinds::DIVISION]),
            OneSource,
        ),
        FieldSpec::new(21, "CustomFields2", Shape::CustomFields2, OneSource),
    ],
)
.titled(&[1, 10])
.listed(&[10, 1, 2]);

/// DepreciationEntry.
pub(crate) static DEPRECIATION_ENTRY: KindSpec = KindSpec::new(
    kinds::DEPRECIATION_ENTRY,
    "DepreciationEntry",
    "depreciation-entries",
    Group::Assets,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(2, "Description", Shape::LongText, OneSource),
        FieldSpec::new(3, "Lines", Shape::Lines(DEPRECIATION_LINE), OneSource),
        FieldSpec::new(4, "Reference", Shape::Text, OneSource),
    ],
)
.titled(&[4, 2])
.listed(&[1, 4, 2])
.dated(1);

/// AmortizationEntry.
pub(crate) static AMORTIZATION_ENTRY: KindSpec = KindSpec::new(
    kinds::AMORTIZATION_ENTRY,
    "AmortizationEntry",
    "amortization-entries",
    Group::Assets,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(2, "Description", Shape::LongText, OneSource),
        FieldSpec::new(3, "Lines", Shape::Lines(AMORTIZATION_LINE), OneSource),
        FieldSpec::new(4, "Reference", Shape::Text, OneSource),
    ],
)
.titled(&[4, 2])
.listed(&[1, 4, 2])
.dated(1);
