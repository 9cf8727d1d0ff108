//! What customers owe beside invoices: late payment fees, proofs of withheld tax, billable time.

use super::values::Values;
use books::documents::{BillableTime, BillableTimeStatus, LatePaymentFee, WithholdingTaxReceipt};
use books::{Books, Object};

pub(super) fn read_late_payment_fee(books: &mut Books, object: &Object, values: &Values<'_>) {
    let mut fee = LatePaymentFee {
        key: object.key,
        date: values.date(1),
        customer: values.key(2),
        sales_invoice: values.key(3),
        amount: values.decimal(4),
        unread: Vec::new(),
    };
    fee.unread = values.with_damage(Vec::new());
    books.late_payment_fees.insert(object.key, fee);
}

pub(super) fn read_withholding_tax_receipt(
    books: &mut Books,
    object: &Object,
    values: &Values<'_>,
) {
    let mut receipt = WithholdingTaxReceipt {
        key: object.key,
        date: values.date(2),
        customer: values.key(1),
        amount: values.decimal(3),
        description: values.text(4),
        unread: Vec::new(),
    };
    receipt.unread = values.with_damage(Vec::new());
    books.withholding_tax_receipts.insert(object.key, receipt);
}

pub(super) fn read_billable_time(books: &mut Books, object: &Object, values: &Values<'_>) {
    let status = match values.integer(14) {
        None | Some(0) => BillableTimeStatus::Uninvoiced,
        Some(1) => BillableTimeStatus::Invoiced,
        Some(2) => BillableTimeStatus::WrittenOff,
        Some(other) => BillableTimeStatus::Unknown(other),
    };
    let mut time = BillableTime {
        key: object.key,
        date: values.date(1),
        description: values.text(3),
        hours: values.integer(6).unwrap_or(0),
        minutes: values.integer(7).unwrap_or(0),
        hourly_rate: values.decimal(8),
        customer: values.key(9),
        sales_invoice: values.key(13),
        status,
        written_off: values.date(15),
        division: values.key(16),
        unread: Vec::new(),
    };
    time.unread = values.with_damage(Vec::new());
    books.billable_times.insert(object.key, time);
}
