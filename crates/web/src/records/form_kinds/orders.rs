//! Quotes and orders on both sides: they promise and post nothing.

use super::checks::any_line_needed;
use crate::records::choices::Source;
use crate::records::form::{Complaint, Form, FormField, FormLines, Place, Route, SetTo};
use books::kinds;
use interchange::DecodedRecord;

pub(super) static SALES_QUOTE: Form = Form {
    content_type: kinds::SALES_QUOTE,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(2),
        FormField::record(3, Source::Customers).needed("customer-needed"),
        FormField::new(26),
        FormField::new(4),
        FormField::new(9),
        FormField::new(8),
        FormField::new(17),
        FormField::new(18).with("discount"),
        FormField::new(25).option(),
    ],
    lines: Some(&QUOTE_LINES),
    check: |record: &DecodedRecord| -> Option<Complaint> { any_line_needed(record, 24) },
};

pub(super) static SALES_ORDER: Form = Form {
    content_type: kinds::SALES_ORDER,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(2),
        FormField::record(3, Source::Customers).needed("customer-needed"),
        FormField::record(19, Source::SalesQuotes),
        FormField::new(11),
        FormField::new(12),
        FormField::new(9),
        FormField::new(13),
        FormField::new(14).with("discount"),
        FormField::new(21).option(),
    ],
    lines: Some(&SALES_ORDER_LINES),
    check: |record: &DecodedRecord| -> Option<Complaint> { any_line_needed(record, 18) },
};

pub(super) static PURCHASE_QUOTE: Form = Form {
    content_type: kinds::PURCHASE_QUOTE,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(2),
        FormField::record(3, Source::Suppliers).needed("supplier-needed"),
        FormField::new(11),
        FormField::new(9),
        FormField::new(12),
        FormField::new(13).with("discount"),
        FormField::new(19).option(),
    ],
    lines: Some(&PURCHASE_LINES),
    check: |record: &DecodedRecord| -> Option<Complaint> { any_line_needed(record, 17) },
};

pub(super) static PURCHASE_ORDER: Form = Form {
    content_type: kinds::PURCHASE_ORDER,
    fields: &[
        FormField::new(1).needed("date-needed"),
        FormField::reference(2),
        FormField::record(3, Source::Suppliers).needed("supplier-needed"),
        FormField::record(18, Source::PurchaseQuotes),
        FormField::new(11),
        FormField::new(9),
        FormField::new(12),
        FormField::new(13).with("discount"),
        FormField::new(20).option(),
    ],
    lines: Some(&PURCHASE_LINES),
    check: |record: &DecodedRecord| -> Option<Complaint> { any_line_needed(record, 17) },
};

static QUOTE_LINES: FormLines = lines(24);
static SALES_ORDER_LINES: FormLines = lines(18);
static PURCHASE_LINES: FormLines = lines(17);

static LINE_FIELDS: [FormField; 8] = [
    FormField::place(1, &PLACE),
    FormField::new(2),
    FormField::new(3),
    FormField::new(4),
    FormField::new(5).with("discount-percent"),
    FormField::new(6).with("discount-amount"),
    FormField::record(7, Source::TaxCodes),
    FormField::record(1007, Source::Divisions),
];

/// What a line offers: an item, or an account where nothing is kept of it.
static PLACE: Place = Place {
    name: "offer-place",
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
            sets: &[(1008, SetTo::Chosen)],
        },
    ],
    dependent: &[],
};

const fn lines(number: u32) -> FormLines {
    FormLines {
        number,
        fields: &LINE_FIELDS,
        summed: &[],
        has_line_totals: true,
        columns: &[],
    }
}
