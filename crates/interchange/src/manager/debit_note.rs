//! Debit notes to suppliers, with the lines of purchase invoices.

use super::choices::DISCOUNT_TYPES;
use super::trade_line::PURCHASE_LINE;
use crate::kind_spec::{
    Certainty::{Confirmed, Inferred, OneSource, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// DebitNote.
pub(crate) static DEBIT_NOTE: KindSpec = KindSpec::new(
    kinds::DEBIT_NOTE,
    "DebitNote",
    "debit-notes",
    Group::Purchases,
    &[
        FieldSpec::new(1, "IssueDate", Shape::Date, Confirmed),
        FieldSpec::new(2, "Reference", Shape::Text, Confirmed),
        FieldSpec::new(
            3,
            "Supplier",
            Shape::Reference(&[kinds::SUPPLIER]),
            Confirmed,
        ),
        FieldSpec::new(5, "AmountsIncludeTax", Shape::Flag, OneSource),
        FieldSpec::new(
            6,
            "PurchaseInvoice",
            Shape::Reference(&[kinds::PURCHASE_INVOICE]),
            Confirmed,
        ),
        FieldSpec::new(7, "Description", Shape::LongText, OneSource),
        FieldSpec::new(10, "Discount", Shape::Flag, OneSource),
        FieldSpec::new(11, "DiscountType", Shape::Choice(DISCOUNT_TYPES), OneSource),
        FieldSpec::new(16, "Lines", Shape::Lines(PURCHASE_LINE), Confirmed),
        FieldSpec::new(18, "HasDebitNoteFooters", Shape::Flag, Inferred),
        FieldSpec::new(
            19,
            "DebitNoteFooters",
            Shape::References(&[kinds::DEBIT_NOTE_FOOTER]),
            RealFile,
        ),
        FieldSpec::new(20, "ShowTaxAmountColumn", Shape::Flag, Inferred),
        FieldSpec::new(21, "CustomFields2", Shape::CustomFields2, RealFile),
        FieldSpec::new(22, "ExchangeRate", Shape::Decimal, OneSource),
        FieldSpec::new(23, "ExchangeRateIsInverse", Shape::Flag, OneSource),
    ],
)
.titled(&[2])
.listed(&[1, 2, 3, 7])
.dated(1)
.with_form();
