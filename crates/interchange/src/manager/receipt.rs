//! Receipts: money that came in.
//!
//! Amounts include tax unless field 31 says otherwise: the reverse of the flag on invoices.

use super::choices::{CLEARED, COUNTERPARTIES};
use super::money_line::MONEY_LINE;
use crate::kind_spec::{
    Certainty::{Confirmed, OneSource, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Receipt.
pub(crate) static RECEIPT: KindSpec = KindSpec::new(
    kinds::RECEIPT,
    "Receipt",
    "receipts",
    Group::Money,
    &[
        FieldSpec::new(1, "Date", Shape::Date, Confirmed),
        FieldSpec::new(2, "Reference", Shape::Text, Confirmed),
        FieldSpec::new(3, "PaidBy", Shape::Choice(COUNTERPARTIES), Confirmed),
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
            OneSource,
        ),
        FieldSpec::new(6, "Contact", Shape::Text, OneSource),
        FieldSpec::new(
            7,
            "ReceivedIn",
            Shape::Reference(&[kinds::BANK_OR_CASH_ACCOUNT]),
            Confirmed,
        ),
        FieldSpec::new(9, "BankClearDate", Shape::Date, OneSource),
        FieldSpec::new(10, "Description", Shape::LongText, Confirmed),
        FieldSpec::new(11, "Lines", Shape::Lines(MONEY_LINE), Confirmed),
        FieldSpec::new(31, "AmountsAreTaxExclusive", Shape::Flag, OneSource),
        FieldSpec::new(32, "QuantityColumn", Shape::Flag, OneSource),
        FieldSpec::new(33, "UnitPriceColumn", Shape::Flag, OneSource),
        FieldSpec::new(36, "Cleared", Shape::Choice(CLEARED), OneSource),
        FieldSpec::new(44, "CustomFields2", Shape::CustomFields2, RealFile),
        FieldSpec::new(45, "ExchangeRate", Shape::Decimal, OneSource),
        FieldSpec::new(46, "ExchangeRateIsInverse", Shape::Flag, OneSource),
    ],
)
.titled(&[2])
.listed(&[1, 2, 6, 7, 10])
.dated(1)
.with_form();
