//! Quotes and orders on both sides, read as the invoices that would be made of them.

use super::values::Values;
use books::documents::{Discount, DueDate, Invoice, InvoiceKind, InvoiceLine, Offer, Subledgers};
use books::{Books, Object, kinds};

/// Where a kind keeps what.
struct Numbers {
    side: InvoiceKind,
    includes_tax: u32,
    description: u32,
    discount: u32,
    lines: u32,
}

const SALES_QUOTE: Numbers = Numbers {
    side: InvoiceKind::SalesInvoice,
    includes_tax: 8,
    description: 9,
    discount: 17,
    lines: 24,
};
const SALES_ORDER: Numbers = Numbers {
    side: InvoiceKind::SalesInvoice,
    includes_tax: 9,
    description: 12,
    discount: 13,
    lines: 18,
};
/// Quotes and orders of suppliers keep everything in the same places.
const PURCHASE: Numbers = Numbers {
    side: InvoiceKind::PurchaseInvoice,
    includes_tax: 9,
    description: 11,
    discount: 12,
    lines: 17,
};

pub(super) fn read(books: &mut Books, object: &Object, values: &Values<'_>) {
    let numbers = match object.content_type {
        kinds::SALES_QUOTE => SALES_QUOTE,
        kinds::SALES_ORDER => SALES_ORDER,
        _ => PURCHASE,
    };
    // The choice of how discounts are meant stands behind the flag that switches them on.
    let by_amount = values.integer(numbers.discount.saturating_add(1));
    let discount = match (values.flag(numbers.discount), by_amount) {
        (false, _) => Discount::Off,
        (true, None | Some(0)) => Discount::Percent,
        (true, Some(_)) => Discount::Amount,
    };
    let terms = Invoice {
        key: object.key,
        kind: numbers.side,
        date: values.date(1),
        due: DueDate::OnIssue,
        reference: values.text(2),
        party: values.key(3),
        invoice: None,
        description: values.text(numbers.description),
        amounts_include_tax: values.flag(numbers.includes_tax),
        discount,
        withholding_tax: None,
        rounding: None,
        moves_stock: false,
        rate: None,
        lines: values.each(numbers.lines, read_line),
        unread: Vec::new(),
    };
    let kind = object.content_type;
    books.offers.insert(object.key, Offer { kind, terms });
}

fn read_line(values: &Values<'_>) -> InvoiceLine {
    InvoiceLine {
        account: values.key(1008),
        subledgers: Subledgers {
            item: values.key(1),
            ..Subledgers::default()
        },
        description: values.text(2),
        quantity: values.decimal(3),
        unit_price: values.decimal(4),
        discount_percentage: values.decimal(5),
        discount_amount: values.decimal(6),
        tax_code: values.key(7),
        division: values.key(1007),
    }
}
