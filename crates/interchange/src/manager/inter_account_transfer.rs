//! Transfers between the business's own bank and cash accounts.

use crate::kind_spec::{
    Certainty::{Confirmed, OneSource, Ours},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// InterAccountTransfer.
pub(crate) static INTER_ACCOUNT_TRANSFER: KindSpec = KindSpec::new(
    kinds::INTER_ACCOUNT_TRANSFER,
    "InterAccountTransfer",
    "inter-account-transfers",
    Group::Money,
    &[
        FieldSpec::new(1, "Date", Shape::Date, Confirmed),
        FieldSpec::new(
            2,
            "PaidFrom",
            Shape::Reference(&[kinds::BANK_OR_CASH_ACCOUNT]),
            Confirmed,
        ),
        FieldSpec::new(
            3,
            "ReceivedIn",
            Shape::Reference(&[kinds::BANK_OR_CASH_ACCOUNT]),
            Confirmed,
        ),
        FieldSpec::new(5, "Description", Shape::LongText, OneSource),
        FieldSpec::new(6, "Reference", Shape::Text, Confirmed),
        FieldSpec::new(8, "CreditAmount", Shape::Decimal, Confirmed),
        FieldSpec::new(9, "DebitAmount", Shape::Decimal, OneSource),
        FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
    ],
)
.titled(&[6])
.listed(&[1, 6, 2, 3, 5])
.dated(1)
.with_form();
