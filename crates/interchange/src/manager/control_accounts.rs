//! Control accounts that the user makes beside the built-in ones.
//!
//! One numbering for all, but for the flag that hides one: 18, for customers and suppliers 19, for
//! special accounts 22.

use super::account_reference::BALANCE_SHEET_GROUPS;
use crate::kind_spec::{Certainty::OneSource, FieldSpec, Group, KindSpec, Shape};
use books::{Key, kinds};

const CONTROL_ACCOUNT: &[FieldSpec] = &control_account(18);
const CONTROL_ACCOUNT_FOR_PARTIES: &[FieldSpec] = &control_account(19);
const CONTROL_ACCOUNT_FOR_SPECIAL: &[FieldSpec] = &control_account(22);

const fn control_account(inactive: u32) -> [FieldSpec; 5] {
    [
        FieldSpec::new(1, "Name", Shape::Text, OneSource),
        FieldSpec::new(
            3,
            "Group",
            Shape::Reference(BALANCE_SHEET_GROUPS),
            OneSource,
        ),
        FieldSpec::new(16, "Position", Shape::Integer, OneSource),
        FieldSpec::new(17, "Code", Shape::Text, OneSource),
        FieldSpec::new(inactive, "Inactive", Shape::Flag, OneSource),
    ]
}

/// A control account with these fields.
const fn account(
    content_type: Key,
    name: &'static str,
    slug: &'static str,
    fields: &'static [FieldSpec],
) -> KindSpec {
    KindSpec::new(content_type, name, slug, Group::Accounts, fields)
        .titled(&[1, 17])
        .listed(&[17, 1, 3])
}
/// ControlAccountForBankAccounts.
pub(crate) static CONTROL_ACCOUNT_FOR_BANK_ACCOUNTS: KindSpec = account(
    kinds::CONTROL_ACCOUNT_FOR_BANK_ACCOUNTS,
    "ControlAccountForBankAccounts",
    "control-account-for-bank-accounts",
    CONTROL_ACCOUNT,
);

/// ControlAccountForCapitalAccounts.
pub(crate) static CONTROL_ACCOUNT_FOR_CAPITAL_ACCOUNTS: KindSpec = account(
    kinds::CONTROL_ACCOUNT_FOR_CAPITAL_ACCOUNTS,
    "ControlAccountForCapitalAccounts",
    "control-account-for-capital-accounts",
    CONTROL_ACCOUNT,
);

/// ControlAccountForCustomers.
pub(crate) static CONTROL_ACCOUNT_FOR_CUSTOMERS: KindSpec = account(
    kinds::CONTROL_ACCOUNT_FOR_CUSTOMERS,
    "ControlAccountForCustomers",
    "control-account-for-customers",
    CONTROL_ACCOUNT_FOR_PARTIES,
);

/// ControlAccountForEmployees.
pub(crate) static CONTROL_ACCOUNT_FOR_EMPLOYEES: KindSpec = account(
    kinds::CONTROL_ACCOUNT_FOR_EMPLOYEES,
    "ControlAccountForEmployees",
    "control-account-for-employees",
    CONTROL_ACCOUNT,
);

/// ControlAccountForFixedAssets.
pub(crate) static CONTROL_ACCOUNT_FOR_FIXED_ASSETS: KindSpec = account(
    kinds::CONTROL_ACCOUNT_FOR_FIXED_ASSETS,
    "ControlAccountForFixedAssets",
    "control-account-for-fixed-assets",
    CONTROL_ACCOUNT,
);

/// ControlAccountForFixedAssetsAccumulatedDepreciation.
pub(crate) static CONTROL_ACCOUNT_FOR_FIXED_ASSETS_ACCUMULATED_DEPRECIATION: KindSpec = account(
    kinds::CONTROL_ACCOUNT_FOR_FIXED_ASSETS_ACCUMULATED_DEPRECIATION,
    "ControlAccountForFixedAssetsAccumulatedDepreciation",
    "control-account-for-fixed-assets-accumulated-depreciation",
    CONTROL_ACCOUNT,
);

/// ControlAccountForIntangibleAssets.
pub(crate) static CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS: KindSpec = account(
    kinds::CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS,
    "ControlAccountForIntangibleAssets",
    "control-account-for-intangible-assets",
    CONTROL_ACCOUNT,
);

/// ControlAccountForIntangibleAssetsAccumulatedAmortization.
pub(crate) static CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION: KindSpec =
    account(
        kinds::CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION,
        "ControlAccountForIntangibleAssetsAccumulatedAmortization",
        "control-account-for-intangible-assets-accumulated-amortization",
        CONTROL_ACCOUNT,
    );

/// ControlAccountForInventoryItems.
pub(crate) static CONTROL_ACCOUNT_FOR_INVENTORY_ITEMS: KindSpec = account(
    kinds::CONTROL_ACCOUNT_FOR_INVENTORY_ITEMS,
    "ControlAccountForInventoryItems",
    "control-account-for-inventory-items",
    CONTROL_ACCOUNT,
);

/// ControlAccountForInvestments.
pub(crate) static CONTROL_ACCOUNT_FOR_INVESTMENTS: KindSpec = account(
    kinds::CONTROL_ACCOUNT_FOR_INVESTMENTS,
    "ControlAccountForInvestments",
    "control-account-for-investments",
    CONTROL_ACCOUNT,
);

/// ControlAccountForSpecialAccounts.
pub(crate) static CONTROL_ACCOUNT_FOR_SPECIAL_ACCOUNTS: KindSpec = account(
    kinds::CONTROL_ACCOUNT_FOR_SPECIAL_ACCOUNTS,
    "ControlAccountForSpecialAccounts",
    "control-account-for-special-accounts",
    CONTROL_ACCOUNT_FOR_SPECIAL,
);

/// ControlAccountForSuppliers.
pub(crate) static CONTROL_ACCOUNT_FOR_SUPPLIERS: KindSpec = account(
    kinds::CONTROL_ACCOUNT_FOR_SUPPLIERS,
    "ControlAccountForSuppliers",
    "control-account-for-suppliers",
    CONTROL_ACCOUNT_FOR_PARTIES,
);
