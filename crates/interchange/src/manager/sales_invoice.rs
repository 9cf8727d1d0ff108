//! Sales invoices: what the business bills its customers for.
//!
//! The largest document. Field 8 says whether unit prices include tax; fields 31 and 32 whether and
//! how lines carry a discount (a line may hold both a percentage and an amount, field 32 decides).
//! The due date is a number of days or a date, by field 54. Field 57 occurs with the value 1 and
//! nobody knows why; it is carried along. The record keyed by the kind itself is the form default.

use super::account_reference::LOCATIONS;
use super::choices::{DISCOUNT_TYPES, DUE_DATE_KINDS, ROUNDING_METHODS, WITHHOLDING_TYPES};
use super::trade_line::SALES_LINE;
use crate::kind_spec::{
    Certainty::{Confirmed, Inferred, OneSource, Ours, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// SalesInvoice.
pub(crate) static SALES_INVOICE: KindSpec = KindSpec::new(
    kinds::SALES_INVOICE,
    "SalesInvoice",
    "sales-invoices",
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
        FieldSpec::new(6, "DueDateDate", Shape::Date, Confirmed),
        FieldSpec::new(8, "AmountsIncludeTax", Shape::Flag, Confirmed),
        FieldSpec::new(12, "Description", Shape::LongText, Confirmed),
        FieldSpec::new(22, "DueDateDays", Shape::Integer, Confirmed),
        FieldSpec::new(
            26,
            "WithholdingTaxType",
            Shape::Choice(WITHHOLDING_TYPES),
            Inferred,
        ),
        FieldSpec::new(27, "WithholdingTaxRateOrAmount", Shape::Decimal, Inferred),
        FieldSpec::new(28, "WithholdingTax", Shape::Flag, Confirmed),
        FieldSpec::new(29, "Rounding", Shape::Flag, OneSource),
        FieldSpec::new(
            30,
            "SalesInventoryLocation",
            Shape::Reference(LOCATIONS),
            OneSource,
        ),
        FieldSpec::new(31, "Discount", Shape::Flag, Confirmed),
        FieldSpec::new(32, "DiscountType", Shape::Choice(DISCOUNT_TYPES), Confirmed),
        FieldSpec::new(35, "EarlyPaymentDiscount", Shape::Flag, OneSource),
        FieldSpec::new(43, "AutomaticReference", Shape::Flag, Inferred),
        FieldSpec::new(48, "HasLineDescription", Shape::Flag, Confirmed),
        FieldSpec::new(49, "Lines", Shape::Lines(SALES_LINE), Confirmed),
        FieldSpec::new(
            50,
            "SalesOrder",
            Shape::Reference(&[kinds::SALES_ORDER]),
            Confirmed,
        ),
        FieldSpec::new(
            51,
            "SalesQuote",
            Shape::Reference(&[kinds::SALES_QUOTE]),
            OneSource,
        ),
        FieldSpec::new(54, "DueDate", Shape::Choice(DUE_DATE_KINDS), Confirmed),
        FieldSpec::new(59, "ShowTaxAmountColumn", Shape::Flag, Inferred),
        FieldSpec::new(60, "HasSalesInvoiceFooters", Shape::Flag, Inferred),
        FieldSpec::new(
            61,
            "SalesInvoiceFooters",
            Shape::References(&[kinds::SALES_INVOICE_FOOTER]),
            RealFile,
        ),
        FieldSpec::new(62, "CustomFields2", Shape::CustomFields2, RealFile),
        FieldSpec::new(64, "ExchangeRate", Shape::Decimal, Confirmed),
        FieldSpec::new(65, "ExchangeRateIsInverse", Shape::Flag, OneSource),
        FieldSpec::new(69, "ActsAsDeliveryNote", Shape::Flag, OneSource),
        FieldSpec::new(
            1001,
            "RoundingMethod",
            Shape::Choice(ROUNDING_METHODS),
            Ours,
        ),
    ],
)
.titled(&[2])
.listed(&[1, 2, 3, 12])
.dated(1)
.with_form();
