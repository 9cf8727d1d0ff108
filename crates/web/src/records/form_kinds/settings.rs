//! Settings that are records like others: tax codes, currencies, rates, footers, totals of the
//! profit and loss statement.

use super::checks::nothing;
use crate::records::choices::Source;
use crate::records::form::{Complaint, Form, FormField, FormLines};
use books::{Key, kinds};
use interchange::{DecodedRecord, FieldValue, find_field};
use rust_decimal::Decimal;

const NAME: FormField = FormField::new(1).needed("name-needed");

/// Every form of this file.
pub(super) static FORMS: &[&Form] = &[
    &TAX_CODE,
    &BASE_CURRENCY,
    &FOREIGN_CURRENCY,
    &EXCHANGE_RATE,
    &PROFIT_AND_LOSS_STATEMENT_TOTAL,
    &SALES_QUOTE_FOOTER,
    &SALES_ORDER_FOOTER,
    &SALES_INVOICE_FOOTER,
    &CREDIT_NOTE_FOOTER,
    &DELIVERY_NOTE_FOOTER,
    &PURCHASE_QUOTE_FOOTER,
    &PURCHASE_ORDER_FOOTER,
    &PURCHASE_INVOICE_FOOTER,
    &DEBIT_NOTE_FOOTER,
    &GOODS_RECEIPT_FOOTER,
    &RECEIPT_FOOTER,
    &PAYMENT_FOOTER,
    &INTER_ACCOUNT_TRANSFER_FOOTER,
    &EXPENSE_CLAIM_FOOTER,
    &PAYSLIP_FOOTER,
    &JOURNAL_ENTRY_FOOTER,
];

/// A single rate, or several components with a rate and an account each.
static TAX_CODE: Form = Form {
    content_type: kinds::TAX_CODE,
    fields: &[
        NAME,
        FormField::new(21),
        FormField::new(5),
        FormField::new(6).with("tax-components"),
        FormField::new(4)
            .hinted("settings-tax-rate-hint")
            .with("tax-rate"),
        FormField::record(7, Source::Accounts).hinted("settings-tax-account-hint"),
        FormField::new(11).hinted("settings-tax-reverse-hint"),
        FormField::new(10),
    ],
    lines: Some(&COMPONENTS),
    check: tax_code_says_a_rate,
};

static COMPONENTS: FormLines = FormLines {
    number: 2,
    fields: &[
        FormField::new(1),
        FormField::new(2),
        FormField::record(4, Source::Accounts),
    ],
    summed: &[2],
    has_line_totals: false,
    columns: &[],
};

static BASE_CURRENCY: Form = form(
    kinds::BASE_CURRENCY,
    &[
        FormField::new(3).needed("currency-needed"),
        FormField::new(2),
        FormField::new(4),
        FormField::new(5).hinted("settings-decimals-hint"),
    ],
    decimals_fit_base,
);

static FOREIGN_CURRENCY: Form = form(
    kinds::FOREIGN_CURRENCY,
    &[
        FormField::new(2).needed("currency-needed"),
        FormField::new(1),
        FormField::new(3),
        FormField::new(4).hinted("settings-decimals-hint"),
        FormField::new(6),
    ],
    decimals_fit_foreign,
);

static EXCHANGE_RATE: Form = form(
    kinds::EXCHANGE_RATE,
    &[
        FormField::new(1).needed("date-needed"),
        FormField::record(2, Source::Currencies).needed("currency-needed"),
        FormField::new(6).hinted("settings-rate-hint"),
        FormField::new(1001).hinted("settings-inverse-rate-hint"),
    ],
    rate_is_positive,
);

static PROFIT_AND_LOSS_STATEMENT_TOTAL: Form =
    form(kinds::PROFIT_AND_LOSS_STATEMENT_TOTAL, &[NAME], nothing);

static SALES_QUOTE_FOOTER: Form = footer(kinds::SALES_QUOTE_FOOTER);
static SALES_ORDER_FOOTER: Form = footer(kinds::SALES_ORDER_FOOTER);
static SALES_INVOICE_FOOTER: Form = footer(kinds::SALES_INVOICE_FOOTER);
static CREDIT_NOTE_FOOTER: Form = footer(kinds::CREDIT_NOTE_FOOTER);
static DELIVERY_NOTE_FOOTER: Form = footer(kinds::DELIVERY_NOTE_FOOTER);
static PURCHASE_QUOTE_FOOTER: Form = footer(kinds::PURCHASE_QUOTE_FOOTER);
static PURCHASE_ORDER_FOOTER: Form = footer(kinds::PURCHASE_ORDER_FOOTER);
static PURCHASE_INVOICE_FOOTER: Form = footer(kinds::PURCHASE_INVOICE_FOOTER);
static DEBIT_NOTE_FOOTER: Form = footer(kinds::DEBIT_NOTE_FOOTER);
static GOODS_RECEIPT_FOOTER: Form = footer(kinds::GOODS_RECEIPT_FOOTER);
static RECEIPT_FOOTER: Form = footer(kinds::RECEIPT_FOOTER);
static PAYMENT_FOOTER: Form = footer(kinds::PAYMENT_FOOTER);
static INTER_ACCOUNT_TRANSFER_FOOTER: Form = footer(kinds::INTER_ACCOUNT_TRANSFER_FOOTER);
static EXPENSE_CLAIM_FOOTER: Form = footer(kinds::EXPENSE_CLAIM_FOOTER);
static PAYSLIP_FOOTER: Form = footer(kinds::PAYSLIP_FOOTER);
static JOURNAL_ENTRY_FOOTER: Form = footer(kinds::JOURNAL_ENTRY_FOOTER);

static FOOTER_FIELDS: [FormField; 4] = [
    NAME,
    FormField::new(2).hinted("settings-footer-hint"),
    FormField::new(1001),
    FormField::new(1002),
];

/// Footers of all kinds of documents have the same fields.
const fn footer(content_type: Key) -> Form {
    form(content_type, &FOOTER_FIELDS, nothing)
}

const fn form(
    content_type: Key,
    fields: &'static [FormField],
    check: fn(&DecodedRecord) -> Option<Complaint>,
) -> Form {
    Form {
        content_type,
        fields,
        lines: None,
        check,
    }
}

fn complaint(code: &'static str) -> Option<Complaint> {
    Some(Complaint { code, amount: None })
}

/// A rate of its own is above zero, and several components have at least one. More than that nobody
/// can say: there are rates above a hundred.
fn tax_code_says_a_rate(record: &DecodedRecord) -> Option<Complaint> {
    const CUSTOM_RATE: i64 = 2;
    const SEVERAL: i64 = 1;
    let integer = |number| {
        record
            .value(number)
            .and_then(FieldValue::integer)
            .unwrap_or(0)
    };
    if integer(5) != CUSTOM_RATE {
        return None;
    }
    let is_negative = |rate: Decimal| rate.is_sign_negative() && !rate.is_zero();
    if integer(6) != SEVERAL {
        return match record.value(4).and_then(FieldValue::decimal) {
            Some(rate) if !is_negative(rate) => None,
            _ => complaint("rate-needed"),
        };
    }
    let rates: Vec<Decimal> = record
        .lines(2)
        .filter_map(|line| find_field(line, 2)?.value.decimal())
        .collect();
    if rates.is_empty() || rates.into_iter().any(is_negative) {
        return complaint("rate-needed");
    }
    None
}

/// A rate is above zero; the other way round stands for the rate.
fn rate_is_positive(record: &DecodedRecord) -> Option<Complaint> {
    let is_fine = [6, 1001].into_iter().any(|number| {
        let rate = record.value(number).and_then(FieldValue::decimal);
        rate.is_some_and(|rate| rate > Decimal::ZERO)
    });
    let is_negative = [6, 1001].into_iter().any(|number| {
        let rate = record.value(number).and_then(FieldValue::decimal);
        rate.is_some_and(|rate| rate <= Decimal::ZERO)
    });
    if is_fine && !is_negative {
        None
    } else {
        complaint("rate-needed")
    }
}

fn decimals_fit_base(record: &DecodedRecord) -> Option<Complaint> {
    decimals_fit(record, 5)
}

fn decimals_fit_foreign(record: &DecodedRecord) -> Option<Complaint> {
    decimals_fit(record, 4)
}

/// The ledger computes with 0 to 8 decimals (SPEC-posting 1.4).
fn decimals_fit(record: &DecodedRecord, number: u32) -> Option<Complaint> {
    let decimals = record.value(number).and_then(FieldValue::integer);
    match decimals {
        Some(decimals) if !(0..=8).contains(&decimals) => complaint("decimals-unfit"),
        _ => None,
    }
}
