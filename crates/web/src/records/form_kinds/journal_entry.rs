//! Journal entries: debits and credits on any account, with what stands under it.

use super::checks::amounts_needed;
use crate::records::choices::Source;
use crate::records::form::{Complaint, Form, FormField, FormLines, Place, Route, SetTo};
use books::{Key, kinds};
use interchange::{DecodedRecord, FieldValue, find_field};
use rust_decimal::Decimal;

pub(super) static JOURNAL_ENTRY: Form = Form {
    content_type: kinds::JOURNAL_ENTRY,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(2),
        FormField::new(3),
        FormField::record(8, Source::Currencies),
    ],
    lines: Some(&LINES),
    check: balances,
};

static LINES: FormLines = FormLines {
    number: 14,
    fields: &[
        FormField::place(1, &PLACE).needed("account-needed"),
        FormField::new(12),
        FormField::record(1007, Source::Divisions),
        FormField::new(13),
        FormField::new(14),
    ],
    summed: &[13, 14],
    has_line_totals: false,
    columns: &[],
};

/// A record under a control account: the account in field 1, the record in a field of its own.
macro_rules! under {
    ($token:literal, $source:ident, $account:ident, $number:literal) => {
        Route {
            token: $token,
            source: Source::$source,
            heading: Some(kinds::$account),
            sets: &[
                (1, SetTo::Reference(kinds::$account)),
                ($number, SetTo::Chosen),
            ],
        }
    };
}

/// A settled invoice: the account, the party it names, and the invoice.
const fn settled(token: &'static str, source: Source, sets: &'static [(u32, SetTo)]) -> Route {
    Route {
        token,
        source,
        heading: None,
        sets,
    }
}

const RECEIVABLE: Key = kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT;
const PAYABLE: Key = kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT;

/// Where a line posts to.
static PLACE: Place = Place {
    name: "journal-place",
    label: "form-account-or-party",
    routes: &[
        Route {
            token: "account",
            source: Source::Accounts,
            heading: None,
            sets: &[(1, SetTo::Chosen)],
        },
        under!("bank", BankAccounts, BALANCE_SHEET_CASH_AT_BANK_ACCOUNT, 29),
        under!(
            "customer",
            Customers,
            BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT,
            2
        ),
        under!(
            "supplier",
            Suppliers,
            BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT,
            3
        ),
        settled(
            "sales-invoice",
            Source::UnpaidSalesInvoices,
            &[
                (1, SetTo::Reference(RECEIVABLE)),
                (2, SetTo::PartyOfChosen),
                (1001, SetTo::Chosen),
            ],
        ),
        settled(
            "purchase-invoice",
            Source::UnpaidPurchaseInvoices,
            &[
                (1, SetTo::Reference(PAYABLE)),
                (3, SetTo::PartyOfChosen),
                (1002, SetTo::Chosen),
            ],
        ),
        under!(
            "item",
            InventoryItems,
            BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT,
            1003
        ),
        under!(
            "employee",
            Employees,
            BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT,
            4
        ),
        under!(
            "capital-account",
            CapitalAccounts,
            BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT,
            11
        ),
        under!(
            "special-account",
            SpecialAccounts,
            BALANCE_SHEET_SPECIAL_ACCOUNTS_ACCOUNT,
            8
        ),
        under!(
            "fixed-asset",
            FixedAssets,
            BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT,
            9
        ),
        under!(
            "depreciation",
            FixedAssets,
            BALANCE_SHEET_FIXED_ASSETS_ACCUMULATED_DEPRECIATION_ACCOUNT,
            9
        ),
        under!(
            "intangible-asset",
            IntangibleAssets,
            BALANCE_SHEET_INTANGIBLE_ASSETS_AT_COST_ACCOUNT,
            10
        ),
        under!(
            "amortization",
            IntangibleAssets,
            BALANCE_SHEET_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION_ACCOUNT,
            10
        ),
        under!(
            "investment",
            Investments,
            BALANCE_SHEET_INVESTMENTS_ACCOUNT,
            26
        ),
        under!(
            "payer",
            ExpenseClaimsPayers,
            BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT,
            18
        ),
    ],
    dependent: &[17],
};

/// Debit and credit must be equal; the difference is named.
fn balances(record: &DecodedRecord) -> Option<Complaint> {
    let sum = |number: u32| -> Decimal {
        record
            .lines(14)
            .filter_map(|line| find_field(line, number)?.value.decimal())
            .fold(Decimal::ZERO, |sum, amount| sum.saturating_add(amount))
    };
    let on_both_sides = record.lines(14).any(|line| {
        [13, 14].iter().all(|number| {
            find_field(line, *number)
                .and_then(|field| FieldValue::decimal(&field.value))
                .is_some_and(|amount| !amount.is_zero())
        })
    });
    if on_both_sides {
        return Some(Complaint {
            code: "debit-and-credit",
            amount: None,
        });
    }
    let difference = sum(13).saturating_sub(sum(14));
    if difference.is_zero() {
        return amounts_needed(record, 14, &[13, 14]);
    }
    Some(Complaint {
        code: "does-not-balance",
        amount: Some(difference.abs()),
    })
}
