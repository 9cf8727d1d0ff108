//! Delivery notes and goods receipts: what left and what came in.

use super::checks::any_line_needed;
use crate::records::choices::Source;
use crate::records::form::{Complaint, Form, FormField, FormLines};
use books::kinds;
use interchange::DecodedRecord;

pub(super) static DELIVERY_NOTE: Form = Form {
    content_type: kinds::DELIVERY_NOTE,
    fields: &[
        FormField::new(3).needed("date-needed"),
        FormField::reference(1),
        FormField::record(4, Source::Customers).needed("customer-needed"),
        FormField::record(19, Source::SalesInvoices),
        FormField::record(11, Source::Locations),
    ],
    lines: Some(&LINES),
    check: goods_move,
};

pub(super) static GOODS_RECEIPT: Form = Form {
    content_type: kinds::GOODS_RECEIPT,
    fields: &[
        FormField::new(3).needed("date-needed"),
        FormField::reference(1),
        FormField::record(4, Source::Suppliers).needed("supplier-needed"),
        FormField::record(17, Source::PurchaseInvoices),
        FormField::record(11, Source::Locations),
    ],
    lines: Some(&LINES),
    check: goods_move,
};

static LINES: FormLines = FormLines {
    number: 15,
    fields: &[
        FormField::record(1, Source::Items),
        FormField::new(2),
        FormField::new(3),
    ],
    summed: &[],
    has_line_totals: false,
    columns: &[],
};

fn goods_move(record: &DecodedRecord) -> Option<Complaint> {
    any_line_needed(record, 15)
}
