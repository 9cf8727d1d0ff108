//! Receipts and payments, which number their fields alike as far as their heads go.

use super::checks::amounts_needed;
use crate::records::choices::Source;
use crate::records::form::{Complaint, Form, FormField, FormLines, Place, Route, SetTo};
use books::{Key, kinds};
use interchange::DecodedRecord;

pub(super) static RECEIPT: Form = Form {
    content_type: kinds::RECEIPT,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(2),
        FormField::record(7, Source::BankAccounts).needed("bank-account-needed"),
        FormField::place(3, &COUNTERPARTY),
        FormField::new(6).hinted("form-contact-hint"),
        FormField::new(10),
        FormField::new(31).option(),
        FormField::new(36).option(),
        FormField::new(9).option(),
        FormField::new(45).option(),
        FormField::new(46).option(),
    ],
    lines: Some(&RECEIPT_LINES),
    check: money_moves,
};

pub(super) static PAYMENT: Form = Form {
    content_type: kinds::PAYMENT,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(2),
        FormField::record(7, Source::BankAccounts).needed("bank-account-needed"),
        FormField::place(3, &COUNTERPARTY),
        FormField::new(6).hinted("form-contact-hint"),
        FormField::new(10),
        FormField::new(32).option(),
        FormField::new(37).option(),
        FormField::new(9).option(),
        FormField::new(46).option(),
        FormField::new(47).option(),
    ],
    lines: Some(&PAYMENT_LINES),
    check: money_moves,
};

/// Whom a receipt is from or a payment is to. Anybody else is named in the field for it.
static COUNTERPARTY: Place = Place {
    name: "counterparty",
    label: "",
    routes: &[
        Route {
            token: "customer",
            source: Source::Customers,
            heading: None,
            sets: &[(3, SetTo::Integer(1)), (4, SetTo::Chosen)],
        },
        Route {
            token: "supplier",
            source: Source::Suppliers,
            heading: None,
            sets: &[(3, SetTo::Integer(2)), (5, SetTo::Chosen)],
        },
    ],
    dependent: &[],
};

static LINE_FIELDS: [FormField; 8] = [
    FormField::place(2, &PLACE).needed("account-needed"),
    FormField::new(15),
    FormField::new(17),
    FormField::new(25),
    FormField::new(18),
    FormField::new(19),
    FormField::record(20, Source::TaxCodes),
    FormField::record(1007, Source::Divisions),
];

static RECEIPT_LINES: FormLines = FormLines {
    number: 11,
    fields: &LINE_FIELDS,
    summed: &[],
    has_line_totals: true,
    columns: &[(17, 32), (25, 33)],
};

static PAYMENT_LINES: FormLines = FormLines {
    number: 11,
    fields: &LINE_FIELDS,
    summed: &[],
    has_line_totals: true,
    columns: &[(17, 33), (25, 34)],
};

const RECEIVABLE: Key = kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT;
const PAYABLE: Key = kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT;

/// A record under a control account: the account in field 2, the record in a field of its own.
macro_rules! under {
    ($token:literal, $source:ident, $account:ident, $number:literal) => {
        Route {
            token: $token,
            source: Source::$source,
            heading: Some(kinds::$account),
            sets: &[
                (2, SetTo::Reference(kinds::$account)),
                ($number, SetTo::Chosen),
            ],
        }
    };
}

/// What a line is for: an invoice that it settles, an item, an account with what stands under it.
static PLACE: Place = Place {
    name: "money-place",
    label: "form-account-or-party",
    routes: &[
        Route {
            token: "account",
            source: Source::Accounts,
            heading: None,
            sets: &[(2, SetTo::Chosen)],
        },
        Route {
            token: "sales-invoice",
            source: Source::UnpaidSalesInvoices,
            heading: None,
            sets: &[
                (2, SetTo::Reference(RECEIVABLE)),
                (3, SetTo::PartyOfChosen),
                (4, SetTo::Chosen),
            ],
        },
        Route {
            token: "purchase-invoice",
            source: Source::UnpaidPurchaseInvoices,
            heading: None,
            sets: &[
                (2, SetTo::Reference(PAYABLE)),
                (7, SetTo::PartyOfChosen),
                (8, SetTo::Chosen),
            ],
        },
        under!(
            "customer",
            Customers,
            BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT,
            3
        ),
        under!(
            "supplier",
            Suppliers,
            BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT,
            7
        ),
        Route {
            token: "item",
            source: Source::Items,
            heading: None,
            sets: &[(1, SetTo::Chosen)],
        },
        under!(
            "employee",
            Employees,
            BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT,
            9
        ),
        under!(
            "capital-account",
            CapitalAccounts,
            BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT,
            10
        ),
        under!(
            "special-account",
            SpecialAccounts,
            BALANCE_SHEET_SPECIAL_ACCOUNTS_ACCOUNT,
            12
        ),
        under!(
            "fixed-asset",
            FixedAssets,
            BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT,
            13
        ),
        under!(
            "intangible-asset",
            IntangibleAssets,
            BALANCE_SHEET_INTANGIBLE_ASSETS_AT_COST_ACCOUNT,
            14
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
            22
        ),
    ],
    dependent: &[11],
};

/// A receipt or payment has a line with an amount: in the currency of the bank account, in that of
/// the line, or as a price for each.
fn money_moves(record: &DecodedRecord) -> Option<Complaint> {
    amounts_needed(record, 11, &[18, 19, 25])
}
