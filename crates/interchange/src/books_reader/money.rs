//! Receipts, payments, inter account transfers.

use super::values::Values;
use books::documents::{
    InterAccountTransfer, MoneyDocument, MoneyDocumentKind, MoneyLine, Subledgers, Unread,
};
use books::{Books, Key, Object, kinds};

pub(super) fn read_money_document(books: &mut Books, object: &Object, values: &Values<'_>) {
    // Payments keep everything from the tax flag on one number higher.
    let (kind, shift) = if object.content_type == kinds::RECEIPT {
        (MoneyDocumentKind::Receipt, 0)
    } else {
        (MoneyDocumentKind::Payment, 1)
    };
    let number = |of_receipt: u32| of_receipt.saturating_add(shift);
    let mut unread = Vec::new();
    if [34, 35, 38, 39].iter().any(|&it| values.flag(number(it))) {
        unread.push(Unread::DiscountOrFixedTotal);
    }
    let mut document = MoneyDocument {
        key: object.key,
        kind,
        date: values.date(1),
        reference: values.text(2),
        bank_account: values.key(7),
        contact: read_contact(values),
        customer: values.key(4),
        supplier: values.key(5),
        description: values.text(10),
        amounts_exclude_tax: values.flag(number(31)),
        has_quantities: values.flag(number(32)),
        has_unit_prices: values.flag(number(33)),
        rate: values.rate(number(45), number(46)),
        lines: values.each(11, read_line),
        unread: Vec::new(),
    };
    document.unread = values.with_damage(unread);
    books.money_documents.insert(object.key, document);
}

/// The customer or supplier, as field 3 chooses; without a choice whichever is named.
fn read_contact(values: &Values<'_>) -> Option<Key> {
    match values.integer(3) {
        Some(1) => values.key(4),
        Some(2) => values.key(5),
        _ => values.key(4).or_else(|| values.key(5)),
    }
}

fn read_line(values: &Values<'_>) -> MoneyLine {
    MoneyLine {
        account: values.key(2),
        subledgers: Subledgers {
            item: values.key(1),
            billed_on: values.key(6),
            customer: values.key(3),
            supplier: values.key(7),
            employee: values.key(9),
            capital_account: values.key(10),
            sub_account: values.key(11),
            special_account: values.key(12),
            fixed_asset: values.key(13),
            intangible_asset: values.key(14),
            expense_claims_payer: values.key(22),
            investment: values.key(26),
            ..Subledgers::default()
        },
        sales_invoice: values.key(4),
        purchase_invoice: values.key(8),
        description: values.text(15),
        quantity: values.decimal(17),
        unit_price: values.decimal(25),
        amount: values.decimal(18),
        currency_amount: values.decimal(19),
        tax_code: values.key(20),
        division: values.key(1007),
    }
}

pub(super) fn read_inter_account_transfer(books: &mut Books, object: &Object, values: &Values<'_>) {
    let mut transfer = InterAccountTransfer {
        key: object.key,
        date: values.date(1),
        reference: values.text(6),
        description: values.text(5),
        paid_from: values.key(2),
        received_in: values.key(3),
        credit_amount: values.decimal(8),
        debit_amount: values.decimal(9),
        unread: Vec::new(),
    };
    transfer.unread = values.with_damage(Vec::new());
    books.inter_account_transfers.insert(object.key, transfer);
}
