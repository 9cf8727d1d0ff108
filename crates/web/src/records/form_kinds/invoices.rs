//! Invoices and notes on both sides.
//!
//! A line names an item or an account; both stand in one column, because one of them is enough.

use super::checks::any_line_needed;
use crate::records::choices::Source;
use crate::records::form::{Complaint, Form, FormField, FormLines, Place, Route, SetTo};
use books::kinds;
use interchange::DecodedRecord;

pub(super) static SALES_INVOICE: Form = Form {
    content_type: kinds::SALES_INVOICE,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(2),
        FormField::record(3, Source::Customers).needed("customer-needed"),
        FormField::new(54),
        FormField::new(22).with("due-days"),
        FormField::new(6).with("due-date"),
        FormField::new(4),
        FormField::new(12),
        FormField::new(8),
        FormField::new(31),
        FormField::new(32).with("discount"),
        FormField::new(64).option().hinted("form-own-rate-hint"),
        FormField::new(65).option(),
        FormField::new(26).option(),
        FormField::new(27).option().flagged(28),
        FormField::new(1001).option().flagged(29),
        FormField::record(30, Source::Locations).option(),
        FormField::new(69).option(),
        FormField::record(51, Source::SalesQuotes).option(),
        FormField::record(50, Source::SalesOrders).option(),
        FormField::records(61, Source::SalesInvoiceFooters)
            .option()
            .flagged(60),
    ],
    lines: Some(&SALES_INVOICE_LINES),
    check: |record: &DecodedRecord| -> Option<Complaint> { any_line_needed(record, 49) },
};

pub(super) static CREDIT_NOTE: Form = Form {
    content_type: kinds::CREDIT_NOTE,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(2),
        FormField::record(3, Source::Customers).needed("customer-needed"),
        FormField::record(8, Source::SalesInvoices),
        FormField::new(4),
        FormField::new(9),
        FormField::new(6),
        FormField::new(15),
        FormField::new(16).with("discount"),
        FormField::new(30).option().hinted("form-own-rate-hint"),
        FormField::new(31).option(),
        FormField::new(1002).option(),
        FormField::new(1003).option().flagged(13),
        FormField::records(25, Source::CreditNoteFooters)
            .option()
            .flagged(24),
    ],
    lines: Some(&CREDIT_NOTE_LINES),
    check: |record: &DecodedRecord| -> Option<Complaint> { any_line_needed(record, 22) },
};

pub(super) static PURCHASE_INVOICE: Form = Form {
    content_type: kinds::PURCHASE_INVOICE,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(2),
        FormField::record(3, Source::Suppliers).needed("supplier-needed"),
        FormField::new(31),
        FormField::new(19).with("due-days"),
        FormField::new(5).with("due-date"),
        FormField::new(9),
        FormField::new(7),
        FormField::new(14),
        FormField::new(15).with("discount"),
        FormField::new(61).option().hinted("form-own-rate-hint"),
        FormField::new(62).option(),
        FormField::new(1002).option(),
        FormField::new(1003).option().flagged(24),
        FormField::record(13, Source::Locations).option(),
        FormField::new(64).option(),
        FormField::record(28, Source::PurchaseQuotes).option(),
        FormField::record(29, Source::PurchaseOrders).option(),
    ],
    lines: Some(&PURCHASE_INVOICE_LINES),
    check: |record: &DecodedRecord| -> Option<Complaint> { any_line_needed(record, 23) },
};

pub(super) static DEBIT_NOTE: Form = Form {
    content_type: kinds::DEBIT_NOTE,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(2),
        FormField::record(3, Source::Suppliers).needed("supplier-needed"),
        FormField::record(6, Source::PurchaseInvoices),
        FormField::new(7),
        FormField::new(5),
        FormField::new(10),
        FormField::new(11).with("discount"),
        FormField::new(22).option().hinted("form-own-rate-hint"),
        FormField::new(23).option(),
        FormField::records(19, Source::DebitNoteFooters)
            .option()
            .flagged(18),
    ],
    lines: Some(&DEBIT_NOTE_LINES),
    check: |record: &DecodedRecord| -> Option<Complaint> { any_line_needed(record, 16) },
};

static SALES_INVOICE_LINES: FormLines = lines(49, &[(17, 48)]);
static CREDIT_NOTE_LINES: FormLines = lines(22, &[(17, 21)]);
static PURCHASE_INVOICE_LINES: FormLines = lines(23, &[(17, 22)]);
static DEBIT_NOTE_LINES: FormLines = lines(16, &[]);

static LINE_FIELDS: [FormField; 8] = [
    FormField::place(1, &PLACE).needed("item-or-account-needed"),
    FormField::new(17),
    FormField::new(18),
    FormField::new(19),
    FormField::new(23).with("discount-percent"),
    FormField::new(24).with("discount-amount"),
    FormField::record(21, Source::TaxCodes),
    FormField::record(22, Source::Divisions),
];

const fn lines(number: u32, columns: &'static [(u32, u32)]) -> FormLines {
    FormLines {
        number,
        fields: &LINE_FIELDS,
        summed: &[],
        has_line_totals: true,
        columns,
    }
}

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

/// What a line bills: an item, or an account with what stands under it.
static PLACE: Place = Place {
    name: "invoice-place",
    label: "form-item-or-account",
    routes: &[
        Route {
            token: "item",
            source: Source::Items,
            heading: None,
            sets: &[(1, SetTo::Chosen)],
        },
        Route {
            token: "account",
            source: Source::Accounts,
            heading: None,
            sets: &[(2, SetTo::Chosen)],
        },
        under!(
            "capital-account",
            CapitalAccounts,
            BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT,
            9
        ),
        under!(
            "special-account",
            SpecialAccounts,
            BALANCE_SHEET_SPECIAL_ACCOUNTS_ACCOUNT,
            13
        ),
        under!(
            "fixed-asset",
            FixedAssets,
            BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT,
            14
        ),
        under!(
            "intangible-asset",
            IntangibleAssets,
            BALANCE_SHEET_INTANGIBLE_ASSETS_AT_COST_ACCOUNT,
            15
        ),
    ],
    dependent: &[10],
};
