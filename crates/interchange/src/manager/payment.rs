//! Payments: money that went out.
//!
//! Like receipts, with the flags from 31 on moved up by one. Amounts include tax unless field 32
//! says otherwise. No source gives the number of the custom fields.

use super::choices::{CLEARED, COUNTERPARTIES};
use super::money_line::MONEY_LINE;
use crate::kind_spec::{
    Certainty::{Confirmed, OneSource, Ours},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Payment.
pub(crate) static PAYMENT: KindSpec = KindSpec::new(
    kinds::PAYMENT,
    "Payment",
    "payments",
    Group::Money,
    &[
        FieldSpec::new(1, "Date", Shape::Date, Confirmed),
        FieldSpec::new(2, "Reference", Shape::Text, Confirmed),
        FieldSpec::new(3, "Payee", Shape::Choice(COUNTERPARTIES), Confirmed),
        FieldSpec::new(
            4,
            "Customer",
            Shape::Reference(&[kinds::CUSTOMER]),
            Confirmed,
        ),
        FieldSpec::new(
            5,
            "Supplier",
            Shape::Reference(&[kinds::SUPPLIER]),
            Confirmed,
        ),
        FieldSpec::new(6, "Contact", Shape::Text, OneSource),
        FieldSpec::new(
            7,
            "PaidFrom",
            Shape::Reference(&[kinds::BANK_OR_CASH_ACCOUNT]),
            Confirmed,
        ),
        FieldSpec::new(9, "BankClearDate", Shape::Date, OneSource),
        FieldSpec::new(10, "Description", Shape::LongText, Confirmed),
        FieldSpec::new(11, "Lines", Shape::Lines(MONEY_LINE), Confirmed),
        FieldSpec::new(32, "AmountsAreTaxExclusive", Shape::Flag, OneSource),
        FieldSpec::new(33, "QuantityColumn", Shape::Flag, OneSource),
        FieldSpec::new(34, "UnitPriceColumn", Shape::Flag, OneSource),
        FieldSpec::new(37, "Cleared", Shape::Choice(CLEARED), OneSource),
        FieldSpec::new(46, "ExchangeRate", Shape::Decimal, OneSource),
        FieldSpec::new(47, "ExchangeRateIsInverse", Shape::Flag, OneSource),
        FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
    ],
)
.titled(&[2])
.listed(&[1, 2, 6, 7, 10])
.dated(1)
.with_form();
