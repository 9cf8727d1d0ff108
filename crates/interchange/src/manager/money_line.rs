//! Lines of receipts and payments, which share one numbering.
//!
//! The amount is field 18 in the currency of the bank account; a real receipt in another currency
//! carries field 19 instead. A line for a customer may leave the customer to the invoice it names
//! or to the head of the document.

use super::account_reference::{ACCOUNTS, ITEMS};
use crate::kind_spec::{
    Certainty::{Confirmed, Inferred, OneSource, Ours, RealFile},
    FieldSpec, Shape,
};
use books::kinds;

/// Lines of receipts and payments.
pub(crate) const MONEY_LINE: &[FieldSpec] = &[
    FieldSpec::new(1, "Item", Shape::Reference(ITEMS), OneSource),
    FieldSpec::new(2, "Account", Shape::Reference(ACCOUNTS), Confirmed),
    FieldSpec::new(
        3,
        "AccountsReceivableCustomer",
        Shape::Reference(&[kinds::CUSTOMER]),
        Confirmed,
    ),
    FieldSpec::new(
        4,
        "AccountsReceivableSalesInvoice",
        Shape::Reference(&[kinds::SALES_INVOICE]),
        Confirmed,
    ),
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
        7,
        "AccountsPayableSupplier",
        Shape::Reference(&[kinds::SUPPLIER]),
        Confirmed,
    ),
    FieldSpec::new(
        8,
        "AccountsPayablePurchaseInvoice",
        Shape::Reference(&[kinds::PURCHASE_INVOICE]),
        Confirmed,
    ),
    FieldSpec::new(
        9,
        "Employee",
        Shape::Reference(&[kinds::EMPLOYEE]),
        Confirmed,
    ),
    FieldSpec::new(
        10,
        "CapitalAccount",
        Shape::Reference(&[kinds::CAPITAL_ACCOUNT]),
        OneSource,
    ),
    FieldSpec::new(
        11,
        "SubAccount",
        Shape::Reference(&[kinds::SUB_ACCOUNT]),
        OneSource,
    ),
    FieldSpec::new(
        12,
        "SpecialAccount",
        Shape::Reference(&[kinds::SPECIAL_ACCOUNT]),
        OneSource,
    ),
    FieldSpec::new(
        13,
        "FixedAsset",
        Shape::Reference(&[kinds::FIXED_ASSET]),
        OneSource,
    ),
    FieldSpec::new(
        14,
        "IntangibleAsset",
        Shape::Reference(&[kinds::INTANGIBLE_ASSET]),
        OneSource,
    ),
    FieldSpec::new(15, "LineDescription", Shape::LongText, Confirmed),
    FieldSpec::new(17, "Qty", Shape::Decimal, OneSource),
    FieldSpec::new(18, "Amount", Shape::Decimal, Confirmed),
    FieldSpec::new(19, "CurrencyAmount", Shape::Decimal, Inferred),
    FieldSpec::new(
        20,
        "TaxCode",
        Shape::Reference(&[kinds::TAX_CODE]),
        OneSource,
    ),
    FieldSpec::new(
        22,
        "ExpenseClaimsPayer",
        Shape::Reference(&[kinds::EXPENSE_CLAIMS_PAYER]),
        OneSource,
    ),
    FieldSpec::new(25, "UnitPrice", Shape::Decimal, OneSource),
    FieldSpec::new(
        26,
        "Investment",
        Shape::Reference(&[kinds::INVESTMENT]),
        OneSource,
    ),
    FieldSpec::new(29, "CustomFields2", Shape::CustomFields2, RealFile),
    FieldSpec::new(1007, "Division", Shape::Reference(&[kinds::DIVISION]), Ours),
];
