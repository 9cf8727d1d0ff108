//! What things were worth on the day the books began: one record per thing.
//!
//! All from one source. Field 1 names the thing; the rest depends on it.

use super::account_reference::LOCATIONS;
use super::choices::SIDES;
use crate::kind_spec::{Certainty::OneSource, FieldSpec, Group, KindSpec, Shape};
use books::kinds;

/// Quantities of an item by place.
pub(crate) const LOCATION_LINE: &[FieldSpec] = &[
    FieldSpec::new(
        1,
        "InventoryLocation",
        Shape::Reference(LOCATIONS),
        OneSource,
    ),
    FieldSpec::new(2, "Qty", Shape::Decimal, OneSource),
];

/// BalanceSheetAccountStartingBalance.
pub(crate) static BALANCE_SHEET_ACCOUNT_STARTING_BALANCE: KindSpec = KindSpec::new(
    kinds::BALANCE_SHEET_ACCOUNT_STARTING_BALANCE,
    "BalanceSheetAccountStartingBalance",
    "balance-sheet-account-starting-balances",
    Group::Settings,
    &[
        FieldSpec::new(
            1,
            "Account",
            Shape::Reference(&[kinds::BALANCE_SHEET_ACCOUNT]),
            OneSource,
        ),
        FieldSpec::new(2, "Side", Shape::Choice(SIDES), OneSource),
        FieldSpec::new(3, "Amount", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2, 3])
.with_form();

/// CapitalAccountStartingBalance.
pub(crate) static CAPITAL_ACCOUNT_STARTING_BALANCE: KindSpec = KindSpec::new(
    kinds::CAPITAL_ACCOUNT_STARTING_BALANCE,
    "CapitalAccountStartingBalance",
    "capital-account-starting-balances",
    Group::Settings,
    &[
        FieldSpec::new(
            1,
            "CapitalAccount",
            Shape::Reference(&[kinds::CAPITAL_ACCOUNT]),
            OneSource,
        ),
        FieldSpec::new(2, "Side", Shape::Choice(SIDES), OneSource),
        FieldSpec::new(3, "Amount", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2, 3])
.with_form();

/// SpecialAccountStartingBalance.
pub(crate) static SPECIAL_ACCOUNT_STARTING_BALANCE: KindSpec = KindSpec::new(
    kinds::SPECIAL_ACCOUNT_STARTING_BALANCE,
    "SpecialAccountStartingBalance",
    "special-account-starting-balances",
    Group::Settings,
    &[
        FieldSpec::new(
            1,
            "SpecialAccount",
            Shape::Reference(&[kinds::SPECIAL_ACCOUNT]),
            OneSource,
        ),
        FieldSpec::new(2, "Side", Shape::Choice(SIDES), OneSource),
        FieldSpec::new(3, "Amount", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2, 3])
.with_form();

/// EmployeeStartingBalance.
pub(crate) static EMPLOYEE_STARTING_BALANCE: KindSpec = KindSpec::new(
    kinds::EMPLOYEE_STARTING_BALANCE,
    "EmployeeStartingBalance",
    "employee-starting-balances",
    Group::Settings,
    &[
        FieldSpec::new(
            1,
            "Employee",
            Shape::Reference(&[kinds::EMPLOYEE]),
            OneSource,
        ),
        FieldSpec::new(2, "Side", Shape::Choice(SIDES), OneSource),
        FieldSpec::new(3, "Amount", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2, 3])
.with_form();

/// BankOrCashAccountStartingBalance.
pub(crate) static BANK_OR_CASH_ACCOUNT_STARTING_BALANCE: KindSpec = KindSpec::new(
    kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE,
    "BankOrCashAccountStartingBalance",
    "bank-or-cash-account-starting-balances",
    Group::Settings,
    &[
        FieldSpec::new(
            1,
            "BankOrCashAccount",
            Shape::Reference(&[kinds::BANK_OR_CASH_ACCOUNT]),
            OneSource,
        ),
        FieldSpec::new(2, "Amount", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2])
.with_form();

/// FixedAssetStartingBalance.
pub(crate) static FIXED_ASSET_STARTING_BALANCE: KindSpec = KindSpec::new(
    kinds::FIXED_ASSET_STARTING_BALANCE,
    "FixedAssetStartingBalance",
    "fixed-asset-starting-balances",
    Group::Settings,
    &[
        FieldSpec::new(
            1,
            "FixedAsset",
            Shape::Reference(&[kinds::FIXED_ASSET]),
            OneSource,
        ),
        FieldSpec::new(2, "Cost", Shape::Decimal, OneSource),
        FieldSpec::new(3, "AccumulatedDepreciation", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2, 3])
.with_form();

/// IntangibleAssetStartingBalance.
pub(crate) static INTANGIBLE_ASSET_STARTING_BALANCE: KindSpec = KindSpec::new(
    kinds::INTANGIBLE_ASSET_STARTING_BALANCE,
    "IntangibleAssetStartingBalance",
    "intangible-asset-starting-balances",
    Group::Settings,
    &[
        FieldSpec::new(
            1,
            "IntangibleAsset",
            Shape::Reference(&[kinds::INTANGIBLE_ASSET]),
            OneSource,
        ),
        FieldSpec::new(2, "Cost", Shape::Decimal, OneSource),
        FieldSpec::new(3, "AccumulatedAmortization", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2, 3])
.with_form();

/// InventoryItemStartingBalance.
pub(crate) static INVENTORY_ITEM_STARTING_BALANCE: KindSpec = KindSpec::new(
    kinds::INVENTORY_ITEM_STARTING_BALANCE,
    "InventoryItemStartingBalance",
    "inventory-item-starting-balances",
    Group::Settings,
    &[
        FieldSpec::new(
            1,
            "InventoryItem",
            Shape::Reference(&[kinds::INVENTORY_ITEM]),
            OneSource,
        ),
        FieldSpec::new(3, "Quantities", Shape::Lines(LOCATION_LINE), OneSource),
        FieldSpec::new(8, "AverageCost", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 8])
.with_form();

/// InvestmentStartingBalance.
pub(crate) static INVESTMENT_STARTING_BALANCE: KindSpec = KindSpec::new(
    kinds::INVESTMENT_STARTING_BALANCE,
    "InvestmentStartingBalance",
    "investment-starting-balances",
    Group::Settings,
    &[
        FieldSpec::new(
            1,
            "Investment",
            Shape::Reference(&[kinds::INVESTMENT]),
            OneSource,
        ),
        FieldSpec::new(2, "Units", Shape::Decimal, OneSource),
        FieldSpec::new(3, "Price", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2, 3])
.with_form();

/// SalesInvoiceStartingBalance.
pub(crate) static SALES_INVOICE_STARTING_BALANCE: KindSpec = KindSpec::new(
    kinds::SALES_INVOICE_STARTING_BALANCE,
    "SalesInvoiceStartingBalance",
    "sales-invoice-starting-balances",
    Group::Settings,
    &[
        FieldSpec::new(
            1,
            "SalesInvoice",
            Shape::Reference(&[kinds::SALES_INVOICE]),
            OneSource,
        ),
        FieldSpec::new(2, "AmountPaid", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2])
.with_form();

/// PurchaseInvoiceStartingBalance.
pub(crate) static PURCHASE_INVOICE_STARTING_BALANCE: KindSpec = KindSpec::new(
    kinds::PURCHASE_INVOICE_STARTING_BALANCE,
    "PurchaseInvoiceStartingBalance",
    "purchase-invoice-starting-balances",
    Group::Settings,
    &[
        FieldSpec::new(
            1,
            "PurchaseInvoice",
            Shape::Reference(&[kinds::PURCHASE_INVOICE]),
            OneSource,
        ),
        FieldSpec::new(2, "AmountPaid", Shape::Decimal, OneSource),
    ],
)
.listed(&[1, 2])
.with_form();
