//! Sales invoices, purchase invoices, credit notes, debit notes.

use super::values::Values;
use books::documents::{
    Discount, DueDate, Invoice, InvoiceKind, InvoiceLine, Subledgers, TotalRounding, Unread,
    WithholdingTax,
};
use books::{Books, Object, kinds};
use rust_decimal::Decimal;

/// Where a kind keeps what; 0 stands for none, which no field has.
struct Numbers {
    kind: InvoiceKind,
    invoice: u32,
    includes_tax: u32,
    description: u32,
    due_kind: u32,
    due_date: u32,
    due_days: u32,
    discount: u32,
    discount_type: u32,
    withholding: u32,
    withholding_type: u32,
    withholding_figure: u32,
    rounding: u32,
    moves_stock: u32,
    rate: u32,
    rate_inverse: u32,
    lines: u32,
}

const SALES_INVOICE: Numbers = Numbers {
    kind: InvoiceKind::SalesInvoice,
    invoice: 0,
    includes_tax: 8,
    description: 12,
    due_kind: 54,
    due_date: 6,
    due_days: 22,
    discount: 31,
    discount_type: 32,
    withholding: 28,
    withholding_type: 26,
    withholding_figure: 27,
    rounding: 29,
    moves_stock: 69,
    rate: 64,
    rate_inverse: 65,
    lines: 49,
};
const PURCHASE_INVOICE: Numbers = Numbers {
    kind: InvoiceKind::PurchaseInvoice,
    invoice: 0,
    includes_tax: 7,
    description: 9,
    due_kind: 31,
    due_date: 5,
    due_days: 19,
    discount: 14,
    discount_type: 15,
    withholding: 24,
    withholding_type: 1002,
    withholding_figure: 1003,
    rounding: 0,
    moves_stock: 64,
    rate: 61,
    rate_inverse: 62,
    lines: 23,
};
const CREDIT_NOTE: Numbers = Numbers {
    kind: InvoiceKind::CreditNote,
    invoice: 8,
    includes_tax: 6,
    description: 9,
    due_kind: 0,
    due_date: 0,
    due_days: 0,
    discount: 15,
    discount_type: 16,
    withholding: 13,
    withholding_type: 1002,
    withholding_figure: 1003,
    rounding: 0,
    moves_stock: 0,
    rate: 30,
    rate_inverse: 31,
    lines: 22,
};
const DEBIT_NOTE: Numbers = Numbers {
    kind: InvoiceKind::DebitNote,
    invoice: 6,
    includes_tax: 5,
    description: 7,
    due_kind: 0,
    due_date: 0,
    due_days: 0,
    discount: 10,
    discount_type: 11,
    withholding: 0,
    withholding_type: 0,
    withholding_figure: 0,
    rounding: 0,
    moves_stock: 0,
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
    let rounding = read_rounding(values, &numbers, &mut unread);
    let mut invoice = Invoice {
        key: object.key,
        kind: numbers.kind,
        date: values.date(1),
        due: read_due_date(values, &numbers),
        reference: values.text(2),
        party: values.key(3),
        invoice: values.key(numbers.invoice),
        description: values.text(numbers.description),
        amounts_include_tax: values.flag(numbers.includes_tax),
        discount: read_discount(values, &numbers),
        withholding_tax,
        rounding,
        // Notes always bring back or take back what they name.
        moves_stock: numbers.moves_stock == 0 || values.flag(numbers.moves_stock),
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

/// The choice of how it is given decides; what is left over of the other way counts nothing.
fn read_due_date(values: &Values<'_>, numbers: &Numbers) -> DueDate {
    let by_date = values.integer(numbers.due_kind) == Some(1);
    let day = values.date(numbers.due_date).filter(|_| by_date);
    let days = values.integer(numbers.due_days).filter(|_| !by_date);
    match (day, days) {
        (Some(day), _) => DueDate::On(day),
        (None, Some(days)) => DueDate::Days(days),
        (None, None) => DueDate::OnIssue,
    }
}

/// Other kinds than sales invoices keep the figure in fields of ours (SPEC-posting.md, 3.6).
fn read_withholding_tax(
    values: &Values<'_>,
    numbers: &Numbers,
    unread: &mut Vec<Unread>,
) -> Option<WithholdingTax> {
    if !values.flag(numbers.withholding) {
        return None;
    }
    let figure = values.decimal(numbers.withholding_figure);
    if figure.is_none() && numbers.kind != InvoiceKind::SalesInvoice {
        unread.push(Unread::WithholdingTax);
        return None;
    }
    let figure = figure.unwrap_or(Decimal::ZERO);
    Some(match values.integer(numbers.withholding_type) {
        None | Some(0) => WithholdingTax::Rate(figure),
        Some(_) => WithholdingTax::Amount(figure),
    })
}

/// The way of rounding is in a field of ours; without it the nearest unit is taken, and named
/// (SPEC-posting.md, 3.7).
fn read_rounding(
    values: &Values<'_>,
    numbers: &Numbers,
    unread: &mut Vec<Unread>,
) -> Option<TotalRounding> {
    if !values.flag(numbers.rounding) {
        return None;
    }
    match values.integer(1001) {
        Some(1) => Some(TotalRounding::Nearest),
        Some(2) => Some(TotalRounding::Down),
        _ => {
            unread.push(Unread::Rounding);
            Some(TotalRounding::Nearest)
        }
    }
}

pub(super) fn read_line(values: &Values<'_>) -> InvoiceLine {
    InvoiceLine {
        account: values.key(2),
        subledgers: Subledgers {
            item: values.key(1),
            billed_on: values.key(6),
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
        division: values.key(22),
    }
}
