//! Expense claims: what somebody paid for the business, and who may.

use super::account_reference::{ACCOUNTS, ITEMS};
use crate::kind_spec::{
    Certainty::{Inferred, OneSource},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Lines of expense claims. Four numbers are those of purchase invoices; the others are read by the
/// numbers of purchase invoices too (docs/SPEC-manager-records.md, 4.14).
pub(crate) const EXPENSE_CLAIM_LINE: &[FieldSpec] = &[
    FieldSpec::new(1, "Item", Shape::Reference(ITEMS), Inferred),
    FieldSpec::new(2, "Account", Shape::Reference(ACCOUNTS), OneSource),
    FieldSpec::new(
        9,
        "CapitalAccount",
        Shape::Reference(&[kinds::CAPITAL_ACCOUNT]),
        Inferred,
    ),
    FieldSpec::new(
        10,
        "SubAccount",
        Shape::Reference(&[kinds::SUB_ACCOUNT]),
        Inferred,
    ),
    FieldSpec::new(
        13,
        "SpecialAccount",
        Shape::Reference(&[kinds::SPECIAL_ACCOUNT]),
        Inferred,
    ),
    FieldSpec::new(
        14,
        "FixedAsset",
        Shape::Reference(&[kinds::FIXED_ASSET]),
        Inferred,
    ),
    FieldSpec::new(
        15,
        "IntangibleAsset",
        Shape::Reference(&[kinds::INTANGIBLE_ASSET]),
        Inferred,
    ),
    FieldSpec::new(17, "LineDescription", Shape::LongText, OneSource),
    FieldSpec::new(18, "Qty", Shape::Decimal, OneSource),
    FieldSpec::new(19, "UnitPrice", Shape::Decimal, OneSource),
    FieldSpec::new(
        21,
        "TaxCode",
        Shape::Reference(&[kinds::TAX_CODE]),
        Inferred,
    ),
    FieldSpec::new(
        22,
        "Division",
        Shape::Reference(&[kinds::DIVISION]),
        Inferred,
    ),
];

/// ExpenseClaim.
pub(crate) static EXPENSE_CLAIM: KindSpec = KindSpec::new(
    kinds::EXPENSE_CLAIM,
    "ExpenseClaim",
    "expense-claims",
    Group::Purchases,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(3, "Description", Shape::LongText, OneSource),
        FieldSpec::new(5, "Reference", Shape::Text, OneSource),
        FieldSpec::new(7, "Payee", Shape::Text, OneSource),
        FieldSpec::new(
            9,
            "PaidBy",
            Shape::Reference(&[
                kinds::EXPENSE_CLAIMS_PAYER,
                kinds::EMPLOYEE,
                kinds::CAPITAL_ACCOUNT,
            ]),
            OneSource,
        ),
        FieldSpec::new(16, "AmountsIncludeTax", Shape::Flag, Inferred),
        FieldSpec::new(17, "HasLineDescription", Shape::Flag, OneSource),
        FieldSpec::new(18, "Lines", Shape::Lines(EXPENSE_CLAIM_LINE), OneSource),
    ],
)
.titled(&[5, 3])
.listed(&[1, 5, 9, 7, 3])
.dated(1);

/// ExpenseClaimsPayer.
pub(crate) static EXPENSE_CLAIMS_PAYER: KindSpec = KindSpec::new(
    kinds::EXPENSE_CLAIMS_PAYER,
    "ExpenseClaimsPayer",
    "expense-claims-payers",
    Group::Purchases,
    &[
        FieldSpec::new(1, "Name", Shape::Text, OneSource),
        FieldSpec::new(6, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(
            7,
            "Division",
            Shape::Reference(&[kinds::DIVISION]),
            OneSource,
        ),
    ],
)
.titled(&[1])
.listed(&[1])
.with_form();
