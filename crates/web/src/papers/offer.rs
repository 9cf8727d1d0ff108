//! Quotes and orders read as invoices of the side they are on, so that `ledger::charges` reckons
//! them as it would the invoice they become.

use super::Sheet;
use super::line_fields::LineFields;
use books::documents::{Discount, Invoice, InvoiceKind, InvoiceLine, Subledgers};
use books::{Key, kinds};
use interchange::FieldValue;

/// Which kind of invoice a quote or order becomes; nothing for any other kind of record.
pub(super) fn invoice_kind(content_type: Key) -> Option<InvoiceKind> {
    match content_type {
        kinds::SALES_QUOTE | kinds::SALES_ORDER => Some(InvoiceKind::SalesInvoice),
        kinds::PURCHASE_QUOTE | kinds::PURCHASE_ORDER => Some(InvoiceKind::PurchaseInvoice),
        _ => None,
    }
}

/// The quote or order as an invoice that was never issued.
pub(super) fn as_invoice(sheet: &Sheet<'_>, kind: InvoiceKind) -> Invoice {
    let flag = |name: &str| sheet.value(name).and_then(FieldValue::flag) == Some(true);
    let is_amount = sheet.value("DiscountType").and_then(FieldValue::integer) == Some(1);
    let mut invoice = Invoice::new(sheet.object.key, kind);
    invoice.party = sheet.key("Customer").or_else(|| sheet.key("Supplier"));
    invoice.amounts_include_tax = flag("AmountsIncludeTax");
    invoice.discount = match (flag("Discount"), is_amount) {
        (false, _) => Discount::Off,
        (true, false) => Discount::Percent,
        (true, true) => Discount::Amount,
    };
    invoice.lines = sheet.lines("Lines").into_iter().map(read_line).collect();
    invoice
}

fn read_line(line: LineFields<'_>) -> InvoiceLine {
    InvoiceLine {
        account: line.key("Account"),
        subledgers: Subledgers {
            item: line.key("Item"),
            ..Subledgers::default()
        },
        description: line.written("LineDescription").to_owned(),
        quantity: line.decimal("Qty"),
        unit_price: line.decimal("UnitPrice"),
        tax_code: line.key("TaxCode"),
        discount_percentage: line.decimal("DiscountPercentage"),
        discount_amount: line.decimal("DiscountAmount"),
        ..InvoiceLine::default()
    }
}
