//! Purchase invoices: what suppliers bill the business for.

use super::account_reference::LOCATIONS;
use super::choices::{DISCOUNT_TYPES, DUE_DATE_KINDS, WITHHOLDING_TYPES};
use super::trade_line::PURCHASE_LINE;
use crate::kind_spec::{
    Certainty::{Confirmed, OneSource, Ours, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// PurchaseInvoice.
pub(crate) static PURCHASE_INVOICE: KindSpec = KindSpec::new(
    kinds::PURCHASE_INVOICE,
    "PurchaseInvoice",
    "purchase-invoices",
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
        FieldSpec::new(5, "DueDateDate", Shape::Date, OneSource),
        FieldSpec::new(7, "AmountsIncludeTax", Shape::Flag, Confirmed),
        FieldSpec::new(9, "Description", Shape::LongText, Confirmed),
        FieldSpec::new(
            13,
            "PurchaseInventoryLocation",
            Shape::Reference(LOCATIONS),
            OneSource,
        ),
        FieldSpec::new(14, "Discount", Shape::Flag, OneSource),
        FieldSpec::new(15, "DiscountType", Shape::Choice(DISCOUNT_TYPES), OneSource),
        FieldSpec::new(19, "DueDateDays", Shape::Integer, OneSource),
        FieldSpec::new(22, "HasLineDescription", Shape::Flag, OneSource),
        FieldSpec::new(23, "Lines", Shape::Lines(PURCHASE_LINE), Confirmed),
        FieldSpec::new(24, "WithholdingTax", Shape::Flag, OneSource),
        FieldSpec::new(
            28,
            "PurchaseQuote",
            Shape::Reference(&[kinds::PURCHASE_QUOTE]),
            OneSource,
        ),
        FieldSpec::new(
            29,
            "PurchaseOrder",
            Shape::Reference(&[kinds::PURCHASE_ORDER]),
            OneSource,
        ),
        FieldSpec::new(31, "DueDate", Shape::Choice(DUE_DATE_KINDS), OneSource),
        FieldSpec::new(32, "CustomFields2", Shape::CustomFields2, RealFile),
        FieldSpec::new(61, "ExchangeRate", Shape::Decimal, OneSource),
        FieldSpec::new(62, "ExchangeRateIsInverse", Shape::Flag, OneSource),
        FieldSpec::new(64, "ActsAsGoodsReceipt", Shape::Flag, OneSource),
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
