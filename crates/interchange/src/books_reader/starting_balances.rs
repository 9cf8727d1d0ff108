//! What things were worth when the books began. Field 1 names the thing; the rest depends on it.

use super::values::Values;
use books::accounts::StartingBalance;
use books::{Books, Object, kinds};
use rust_decimal::Decimal;

pub(super) fn read(books: &mut Books, object: &Object, values: &Values<'_>) {
    let figure = |number| values.decimal(number).unwrap_or(Decimal::ZERO);
    let (amount, accumulated, quantity) = match object.content_type {
        kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE
        | kinds::SALES_INVOICE_STARTING_BALANCE
        | kinds::PURCHASE_INVOICE_STARTING_BALANCE => (figure(2), Decimal::ZERO, None),
        kinds::FIXED_ASSET_STARTING_BALANCE | kinds::INTANGIBLE_ASSET_STARTING_BALANCE => {
            (figure(2), figure(3), None)
        }
        kinds::INVESTMENT_STARTING_BALANCE => (figure(3), Decimal::ZERO, Some(figure(2))),
        kinds::INVENTORY_ITEM_STARTING_BALANCE => {
            let places = values.each(3, |place| place.decimal(2).unwrap_or(Decimal::ZERO));
            // A sum beyond exact arithmetic saturates, and the ledger refuses it.
            let total = places
                .into_iter()
                .fold(Decimal::ZERO, Decimal::saturating_add);
            (figure(8), Decimal::ZERO, Some(total))
        }
        _ => {
            let is_credit = values.integer(2).unwrap_or(0) == 1;
            let amount = figure(3);
            let signed = if is_credit { -amount } else { amount };
            (signed, Decimal::ZERO, None)
        }
    };
    let balance = StartingBalance {
        key: object.key,
        kind: object.content_type,
        target: values.key(1),
        amount,
        accumulated,
        quantity,
    };
    books.starting_balances.insert(object.key, balance);
}
