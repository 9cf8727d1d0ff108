//! Lines of invoices, credit notes and debit notes.
//!
//! Sales and purchases share one numbering; only the name of the price differs, and purchases add
//! links to a customer who is to be billed.

use super::account_reference::{ACCOUNTS, ITEMS};
use crate::kind_spec::{
    Certainty::{Confirmed, Inferred, OneSource, RealFile},
    FieldSpec, Shape,
};
use books::kinds;

/// Lines of sales invoices and credit notes.
pub(crate) const SALES_LINE: &[FieldSpec] = &[
    FieldSpec::new(1, "Item", Shape::Reference(ITEMS), Confirmed),
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
    FieldSpec::new(17, "LineDescription", Shape::LongText, Confirmed),
    FieldSpec::new(18, "Qty", Shape::Decimal, Confirmed),
    FieldSpec::new(19, "SalesUnitPrice", Shape::Decimal, Confirmed),
    FieldSpec::new(
        21,
        "TaxCode",
        Shape::Reference(&[kinds::TAX_CODE]),
        Confirmed,
    ),
    FieldSpec::new(
        22,
        "Division",
        Shape::Reference(&[kinds::DIVISION]),
        OneSource,
    ),
    FieldSpec::new(23, "DiscountPercentage", Shape::Decimal, Confirmed),
    FieldSpec::new(24, "DiscountAmount", Shape::Decimal, Confirmed),
    FieldSpec::new(27, "CustomFields2", Shape::CustomFields2, RealFile),
];

/// Lines of purchase invoices and debit notes.
pub(crate) const PURCHASE_LINE: &[FieldSpec] = &[
    FieldSpec::new(1, "Item", Shape::Reference(ITEMS), Confirmed),
    FieldSpec::new(2, "Account", Shape::Reference(ACCOUNTS), OneSource),
    FieldSpec::new(
        5,
        "BillableExpenseCustomer",
        Shape::Reference(&[kinds::CUSTOMER]),
        Inferred,
    ),
    FieldSpec::new(
        6,
        "BillableExpenseSalesInvoice",
        Shape::Reference(&[kinds::SALES_INVOICE]),
        Inferred,
    ),
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
    FieldSpec::new(17, "LineDescription", Shape::LongText, Confirmed),
    FieldSpec::new(18, "Qty", Shape::Decimal, Confirmed),
    FieldSpec::new(19, "PurchaseUnitPrice", Shape::Decimal, Confirmed),
    FieldSpec::new(
        21,
        "TaxCode",
        Shape::Reference(&[kinds::TAX_CODE]),
        Confirmed,
    ),
    FieldSpec::new(
        22,
        "Division",
        Shape::Reference(&[kinds::DIVISION]),
        OneSource,
    ),
    FieldSpec::new(23, "DiscountPercentage", Shape::Decimal, Confirmed),
    FieldSpec::new(24, "DiscountAmount", Shape::Decimal, Confirmed),
    FieldSpec::new(27, "CustomFields2", Shape::CustomFields2, RealFile),
];
