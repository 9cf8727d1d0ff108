//! Credit notes to customers, with the lines of sales invoices.

use super::choices::{DISCOUNT_TYPES, WITHHOLDING_TYPES};
use super::trade_line::SALES_LINE;
use crate::kind_spec::{
    Certainty::{Confirmed, Inferred, OneSource, Ours, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// CreditNote.
pub(crate) static CREDIT_NOTE: KindSpec = KindSpec::new(
    kinds::CREDIT_NOTE,
    "CreditNote",
    "credit-notes",
    Group::Sales,
    &[
        FieldSpec::new(1, "IssueDate", Shape::Date, Confirmed),
        FieldSpec::new(2, "Reference", Shape::Text, Confirmed),
        FieldSpec::new(
            3,
            "Customer",
            Shape::Reference(&[kinds::CUSTOMER]),
            Confirmed,
        ),
        FieldSpec::new(4, "BillingAddress", Shape::LongText, Confirmed),
        FieldSpec::new(6, "AmountsIncludeTax", Shape::Flag, OneSource),
        FieldSpec::new(
            8,
            "SalesInvoice",
            Shape::Reference(&[kinds::SALES_INVOICE]),
            Confirmed,
        ),
        FieldSpec::new(9, "Description", Shape::LongText, Confirmed),
        FieldSpec::new(13, "WithholdingTax", Shape::Flag, OneSource),
        FieldSpec::new(15, "Discount", Shape::Flag, OneSource),
        FieldSpec::new(16, "DiscountType", Shape::Choice(DISCOUNT_TYPES), OneSource),
        FieldSpec::new(20, "AutomaticReference", Shape::Flag, Inferred),
        FieldSpec::new(21, "HasLineDescription", Shape::Flag, OneSource),
        FieldSpec::new(22, "Lines", Shape::Lines(SALES_LINE), Confirmed),
        FieldSpec::new(24, "HasCreditNoteFooters", Shape::Flag, Inferred),
        FieldSpec::new(
            25,
            "CreditNoteFooters",
            Shape::References(&[kinds::CREDIT_NOTE_FOOTER]),
            RealFile,
        ),
        FieldSpec::new(26, "ShowTaxAmountColumn", Shape::Flag, Inferred),
        FieldSpec::new(27, "CustomFields2", Shape::CustomFields2, RealFile),
        FieldSpec::new(30, "ExchangeRate", Shape::Decimal, OneSource),
        FieldSpec::new(31, "ExchangeRateIsInverse", Shape::Flag, OneSource),
        FieldSpec::new(
            1002,
            "WithholdingTaxType",
            Shape::Choice(WITHHOLDING_TYPES),
            Ours,
        ),
        FieldSpec::new(1003, "WithholdingTaxRateOrAmount", Shape::Decimal, Ours),
    ],
)
.titled(&[2])
.listed(&[1, 2, 3, 9])
.dated(1)
.with_form();
