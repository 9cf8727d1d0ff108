//! Bank and cash accounts, and reconciliations.
//!
//! Nobody gives the numbers of a reconciliation; a public listing names its three fields, whose
//! order is taken for their numbers (docs/SPEC-manager-records.md, 4.12).

use crate::kind_spec::{
    Certainty::{Confirmed, Inferred, OneSource, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// BankOrCashAccount.
pub(crate) static BANK_OR_CASH_ACCOUNT: KindSpec = KindSpec::new(
    kinds::BANK_OR_CASH_ACCOUNT,
    "BankOrCashAccount",
    "bank-and-cash-accounts",
    Group::Money,
    &[
        FieldSpec::new(1, "Name", Shape::Text, Confirmed),
        FieldSpec::new(
            3,
            "Currency",
            Shape::Reference(&[kinds::FOREIGN_CURRENCY]),
            OneSource,
        ),
        FieldSpec::new(10, "Inactive", Shape::Flag, OneSource),
        FieldSpec::new(
            12,
            "ControlAccount",
            Shape::Reference(&[kinds::CONTROL_ACCOUNT_FOR_BANK_ACCOUNTS]),
            OneSource,
        ),
        FieldSpec::new(13, "Code", Shape::Text, Confirmed),
        FieldSpec::new(19, "CustomFields2", Shape::CustomFields2, RealFile),
    ],
)
.titled(&[1, 13])
.listed(&[13, 1, 3])
.with_form();

/// BankReconciliation.
pub(crate) static BANK_RECONCILIATION: KindSpec = KindSpec::new(
    kinds::BANK_RECONCILIATION,
    "BankReconciliation",
    "bank-reconciliations",
    Group::Money,
    &[
        FieldSpec::new(1, "Date", Shape::Date, Inferred),
        FieldSpec::new(
            2,
            "BankAccount",
            Shape::Reference(&[kinds::BANK_OR_CASH_ACCOUNT]),
            Inferred,
        ),
        FieldSpec::new(3, "StatementBalance", Shape::Decimal, Inferred),
    ],
)
.listed(&[1, 2, 3])
.dated(1)
.with_form();
