//! Sales invoices, purchase invoices, credit notes, debit notes.

use super::values::Values;
use books::documents::{
    Discount, Invoice, InvoiceKind, InvoiceLine, Subledgers, Unread, WithholdingTax,
};
use books::{Books, Object, kinds};
use rust_decimal::Decimal;

/// Where a kind keeps what; 0 stands for none, which no field has.
struct Numbers {
    kind: InvoiceKind,
    invoice: u32,
    includes_tax: u32,
    description: u32,
    discount: u32,
    discount_type: u32,
    withholding: u32,
    rounding: u32,
    rate: u32,
    rate_inverse: u32,
    lines: u32,
}

const SALES_INVOICE: Numbers = Numbers {
    kind: InvoiceKind::SalesInvoice,
    invoice: 0,
    includes_tax: 8,
    description: 12,
    discount: 31,
    discount_type: 32,
    withholding: 28,
    rounding: 29,
    rate: 64,
    rate_inverse: 65,
    lines: 49,
};
const PURCHASE_INVOICE: Numbers = Numbers {
    kind: InvoiceKind::PurchaseInvoice,
    invoice: 0,
    includes_tax: 7,
    description: 9,
    discount: 14,
    discount_type: 15,
    withholding: 24,
    rounding: 0,
    rate: 61,
    rate_inverse: 62,
    lines: 23,
};
const CREDIT_NOTE: Numbers = Numbers {
    kind: InvoiceKind::CreditNote,
    invoice: 8,
    includes_tax: 6,
    description: 9,
    discount: 15,
    discount_type: 16,
    withholding: 13,
    rounding: 0,
    rate: 30,
    rate_inverse: 31,
    lines: 22,
};
const DEBIT_NOTE: Numbers = Numbers {
    kind: InvoiceKind::DebitNote,
    invoice: 6,
    includes_tax: 5,
    description: 7,
    discount: 10,
    discount_type: 11,
    withholding: 0,
    rounding: 0,
    rate: 22,
    rate_inverse: 23,
    lines: 16,
};

pub(super) fn read(books: &mut Books, object: &Object, values: &Values<'_>) {
    let numbers = match object.content_type {
        kinds::SALES_INVOICE => SALES_INVOICE,
        kinds::PURCHASE_INVOICE => PURCHASE_INVOICE,
        kinds::CREDIT_NOTE => CREDIT_NOTE,
        _ => DEBIT_NOTE,
    };
    let mut unread = Vec::new();
    let withholding_tax = read_withholding_tax(values, &numbers, &mut unread);
    if values.flag(numbers.rounding) {
        unread.push(Unread::Rounding);
    }
    let mut invoice = Invoice {
        key: object.key,
        kind: numbers.kind,
        date: values.date(1),
        reference: values.text(2),
        party: values.key(3),
        invoice: values.key(numbers.invoice),
        description: values.text(numbers.description),
        amounts_include_tax: values.flag(numbers.includes_tax),
        discount: read_discount(values, &numbers),
        withholding_tax,
        rate: values.rate(numbers.rate, numbers.rate_inverse),
        lines: values.each(numbers.lines, read_line),
        unread: Vec::new(),
    };
    invoice.unread = values.with_damage(unread);
    books.invoices.insert(object.key, invoice);
}

fn read_discount(values: &Values<'_>, numbers: &Numbers) -> Discount {
    if !values.flag(numbers.discount) {
        return Discount::Off;
    }
    match values.integer(numbers.discount_type) {
        None | Some(0) => Discount::Percent,
        Some(_) => Discount::Amount,
    }
}

/// Only sales invoices keep the figure in known fields (SPEC-posting.md, 3.6).
fn read_withholding_tax(
    values: &Values<'_>,
    numbers: &Numbers,
    unread: &mut Vec<Unread>,
) -> Option<WithholdingTax> {
    if !values.flag(numbers.withholding) {
        return None;
    }
    if numbers.kind != InvoiceKind::SalesInvoice {
        unread.push(Unread::WithholdingTax);
        return None;
    }
    let figure = values.decimal(27).unwrap_or(Decimal::ZERO);
    Some(match values.integer(26) {
        None | Some(0) => WithholdingTax::Rate(figure),
        Some(_) => WithholdingTax::Amount(figure),
    })
}

fn read_line(values: &Values<'_>) -> InvoiceLine {
    InvoiceLine {
        account: values.key(2),
        subledgers: Subledgers {
            item: values.key(1),
            capital_account: values.key(9),
            sub_account: values.key(10),
            special_account: values.key(13),
            fixed_asset: values.key(14),
            intangible_asset: values.key(15),
            ..Subledgers::default()
        },
        description: values.text(17),
        quantity: values.decimal(18),
        unit_price: values.decimal(19),
        tax_code: values.key(21),
        discount_percentage: values.decimal(23),
        discount_amount: values.decimal(24),
    }
}
