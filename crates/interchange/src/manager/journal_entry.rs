//! Journal entries: debits and credits as the bookkeeper gives them.
//!
//! No real journal entry was seen: the least certain of the main kinds. Field 29 names the bank
//! account when field 1 is the built-in cash account. Links to invoices, items and tax codes stand
//! in fields 5, 6, 15, 20 to 24 and 30 in an order that nobody knows; they are carried along.

use super::account_reference::ACCOUNTS;
use crate::kind_spec::{
    Certainty::{OneSource, Ours},
    FieldSpec, Group, KindSpec, Shape,
};
use books::kinds;

/// Lines of journal entries.
pub(crate) const JOURNAL_LINE: &[FieldSpec] = &[
    FieldSpec::new(1, "Account", Shape::Reference(ACCOUNTS), OneSource),
    FieldSpec::new(
        2,
        "AccountsReceivableCustomer",
        Shape::Reference(&[kinds::CUSTOMER]),
        OneSource,
    ),
    FieldSpec::new(
        3,
        "AccountsPayableSupplier",
        Shape::Reference(&[kinds::SUPPLIER]),
        OneSource,
    ),
    FieldSpec::new(
        4,
        "Employee",
        Shape::Reference(&[kinds::EMPLOYEE]),
        OneSource,
    ),
    FieldSpec::new(
        8,
        "SpecialAccount",
        Shape::Reference(&[kinds::SPECIAL_ACCOUNT]),
        OneSource,
    ),
    FieldSpec::new(
        9,
        "FixedAsset",
        Shape::Reference(&[kinds::FIXED_ASSET]),
        OneSource,
    ),
    FieldSpec::new(
        10,
        "IntangibleAsset",
        Shape::Reference(&[kinds::INTANGIBLE_ASSET]),
        OneSource,
    ),
    FieldSpec::new(
        11,
        "CapitalAccount",
        Shape::Reference(&[kinds::CAPITAL_ACCOUNT]),
        OneSource,
    ),
    FieldSpec::new(12, "LineDescription", Shape::LongText, OneSource),
    FieldSpec::new(13, "Debit", Shape::Decimal, OneSource),
    FieldSpec::new(14, "Credit", Shape::Decimal, OneSource),
    FieldSpec::new(
        17,
        "SubAccount",
        Shape::Reference(&[kinds::SUB_ACCOUNT]),
        OneSource,
    ),
    FieldSpec::new(
        18,
        "ExpenseClaimsPayer",
        Shape::Reference(&[kinds::EXPENSE_CLAIMS_PAYER]),
        OneSource,
    ),
    FieldSpec::new(
        26,
        "Investment",
        Shape::Reference(&[kinds::INVESTMENT]),
        OneSource,
    ),
    FieldSpec::new(
        29,
        "BankOrCashAccount",
        Shape::Reference(&[kinds::BANK_OR_CASH_ACCOUNT]),
        OneSource,
    ),
    FieldSpec::new(
        1001,
        "AccountsReceivableSalesInvoice",
        Shape::Reference(&[kinds::SALES_INVOICE]),
        Ours,
    ),
    FieldSpec::new(
        1002,
        "AccountsPayablePurchaseInvoice",
        Shape::Reference(&[kinds::PURCHASE_INVOICE]),
        Ours,
    ),
    FieldSpec::new(
        1003,
        "InventoryItem",
        Shape::Reference(&[kinds::INVENTORY_ITEM]),
        Ours,
    ),
    FieldSpec::new(1004, "TaxCode", Shape::Reference(&[kinds::TAX_CODE]), Ours),
    FieldSpec::new(1005, "Qty", Shape::Decimal, Ours),
    FieldSpec::new(1006, "CurrencyAmount", Shape::Decimal, Ours),
    FieldSpec::new(1007, "Division", Shape::Reference(&[kinds::DIVISION]), Ours),
    FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
];

/// JournalEntry.
pub(crate) static JOURNAL_ENTRY: KindSpec = KindSpec::new(
    kinds::JOURNAL_ENTRY,
    "JournalEntry",
    "journal-entries",
    Group::Accounts,
    &[
        FieldSpec::new(1, "Date", Shape::Date, OneSource),
        FieldSpec::new(2, "Reference", Shape::Text, OneSource),
        FieldSpec::new(3, "Narration", Shape::LongText, OneSource),
        FieldSpec::new(
            8,
            "Currency",
            Shape::Reference(&[kinds::FOREIGN_CURRENCY]),
            OneSource,
        ),
        FieldSpec::new(14, "Lines", Shape::Lines(JOURNAL_LINE), OneSource),
        FieldSpec::new(1020, "CustomFields2", Shape::CustomFields2, Ours),
    ],
)
.titled(&[2, 3])
.listed(&[1, 2, 3])
.dated(1)
.with_form();
