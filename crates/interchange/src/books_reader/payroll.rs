//! Payslips and the items that their lines name.
//!
//! The three lists of a payslip number their parts differently.

use super::values::Values;
use books::documents::{Payslip, PayslipItem, PayslipLine};
use books::{Books, Object, kinds};

pub(super) fn read_item(books: &mut Books, object: &Object, values: &Values<'_>) {
    let (expense, liability) = match object.content_type {
        kinds::PAYSLIP_EARNINGS_ITEM => (values.key(3), None),
        kinds::PAYSLIP_DEDUCTION_ITEM => (None, values.key(3)),
        _ => (values.key(3), values.key(4)),
    };
    let item = PayslipItem {
        key: object.key,
        kind: object.content_type,
        name: values.text(1),
        expense_account: expense,
        liability_account: liability,
    };
    books.payslip_items.insert(object.key, item);
}

pub(super) fn read_payslip(books: &mut Books, object: &Object, values: &Values<'_>) {
    let mut payslip = Payslip {
        key: object.key,
        date: values.date(1),
        reference: values.text(12),
        description: values.text(11),
        employee: values.key(2),
        earnings: values.each(3, read_earning),
        deductions: values.each(4, read_deduction),
        contributions: values.each(5, read_contribution),
        unread: Vec::new(),
    };
    payslip.unread = values.with_damage(Vec::new());
    books.payslips.insert(object.key, payslip);
}

fn read_earning(values: &Values<'_>) -> PayslipLine {
    PayslipLine {
        item: values.key(4),
        description: values.text(6),
        units: values.decimal(7),
        amount: values.decimal(3),
        division: values.key(5),
    }
}

fn read_deduction(values: &Values<'_>) -> PayslipLine {
    PayslipLine {
        item: values.key(3),
        description: values.text(4),
        units: None,
        amount: values.decimal(2),
        division: values.key(5),
    }
}

fn read_contribution(values: &Values<'_>) -> PayslipLine {
    PayslipLine {
        item: values.key(3),
        description: values.text(5),
        units: None,
        amount: values.decimal(2),
        division: values.key(4),
    }
}
