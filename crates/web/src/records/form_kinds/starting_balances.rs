//! What things were worth on the day the books began.

use super::checks::nothing;
use crate::records::choices::Source;
use crate::records::form::{Form, FormField, FormLines};
use books::{Key, kinds};

/// Every form of this file.
pub(super) static FORMS: &[&Form] = &[
    &BANK_OR_CASH_ACCOUNT,
    &BALANCE_SHEET_ACCOUNT,
    &SALES_INVOICE,
    &PURCHASE_INVOICE,
    &INVENTORY_ITEM,
    &FIXED_ASSET,
    &INTANGIBLE_ASSET,
    &INVESTMENT,
    &CAPITAL_ACCOUNT,
    &SPECIAL_ACCOUNT,
    &EMPLOYEE,
];

/// Below zero is what the bank is owed.
static BANK_OR_CASH_ACCOUNT: Form = form(
    kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE,
    &[
        FormField::record(1, Source::BankAccounts).needed("bank-account-needed"),
        FormField::new(2).needed("amount-needed"),
    ],
);

static BALANCE_SHEET_ACCOUNT: Form = form(
    kinds::BALANCE_SHEET_ACCOUNT_STARTING_BALANCE,
    &[
        FormField::record(1, Source::BalanceSheetAccounts).needed("account-needed"),
        FormField::new(2),
        FormField::new(3).needed("amount-needed"),
    ],
);

static SALES_INVOICE: Form = form(
    kinds::SALES_INVOICE_STARTING_BALANCE,
    &[
        FormField::record(1, Source::SalesInvoices).needed("record-needed"),
        FormField::new(2)
            .needed("amount-needed")
            .hinted("settings-starting-paid-hint"),
    ],
);

static PURCHASE_INVOICE: Form = form(
    kinds::PURCHASE_INVOICE_STARTING_BALANCE,
    &[
        FormField::record(1, Source::PurchaseInvoices).needed("record-needed"),
        FormField::new(2)
            .needed("amount-needed")
            .hinted("settings-starting-paid-hint"),
    ],
);

static INVENTORY_ITEM: Form = Form {
    content_type: kinds::INVENTORY_ITEM_STARTING_BALANCE,
    fields: &[
        FormField::record(1, Source::InventoryItems).needed("record-needed"),
        FormField::new(8).needed("amount-needed"),
    ],
    lines: Some(&QUANTITIES),
    check: nothing,
};

static QUANTITIES: FormLines = FormLines {
    number: 3,
    fields: &[
        FormField::record(1, Source::Locations),
        FormField::new(2).needed("amount-needed"),
    ],
    summed: &[2],
    has_line_totals: false,
    columns: &[],
};

static FIXED_ASSET: Form = form(
    kinds::FIXED_ASSET_STARTING_BALANCE,
    &[
        FormField::record(1, Source::FixedAssets).needed("record-needed"),
        FormField::new(2).needed("amount-needed"),
        FormField::new(3),
    ],
);

static INTANGIBLE_ASSET: Form = form(
    kinds::INTANGIBLE_ASSET_STARTING_BALANCE,
    &[
        FormField::record(1, Source::IntangibleAssets).needed("record-needed"),
        FormField::new(2).needed("amount-needed"),
        FormField::new(3),
    ],
);

static INVESTMENT: Form = form(
    kinds::INVESTMENT_STARTING_BALANCE,
    &[
        FormField::record(1, Source::Investments).needed("record-needed"),
        FormField::new(2).needed("amount-needed"),
        FormField::new(3).needed("amount-needed"),
    ],
);

static CAPITAL_ACCOUNT: Form = form(
    kinds::CAPITAL_ACCOUNT_STARTING_BALANCE,
    &[
        FormField::record(1, Source::CapitalAccounts).needed("record-needed"),
        FormField::new(2),
        FormField::new(3).needed("amount-needed"),
    ],
);

static SPECIAL_ACCOUNT: Form = form(
    kinds::SPECIAL_ACCOUNT_STARTING_BALANCE,
    &[
        FormField::record(1, Source::SpecialAccounts).needed("record-needed"),
        FormField::new(2),
        FormField::new(3).needed("amount-needed"),
    ],
);

static EMPLOYEE: Form = form(
    kinds::EMPLOYEE_STARTING_BALANCE,
    &[
        FormField::record(1, Source::Employees).needed("record-needed"),
        FormField::new(2),
        FormField::new(3).needed("amount-needed"),
    ],
);

const fn form(content_type: Key, fields: &'static [FormField]) -> Form {
    Form {
        content_type,
        fields,
        lines: None,
        check: nothing,
    }
}
