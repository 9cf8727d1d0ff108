//! What the rules for stock share: which inventory items a line means, and what they cost.

use super::line::stock_of_line;
use super::part::Part;
use crate::arithmetic::{TooLarge, product};
use crate::codes;
use crate::context::Context;
use crate::place::{Trouble, find_place};
use books::documents::{StockLine, Subledgers};
use books::{Books, Key, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The inventory items of a line, each with how many: a kit is taken apart, and what is not kept
/// in stock is none.
pub(super) fn units_of(
    books: &Books,
    line: &StockLine,
) -> Result<Result<Vec<(Key, Decimal)>, Trouble>, TooLarge> {
    let quantity = line.quantity.unwrap_or(Decimal::ONE);
    let Some(item) = line.item else {
        // A line with nothing on it is no mistake.
        let is_blank = line.quantity.is_none_or(|quantity| quantity.is_zero());
        let trouble = Trouble::new(codes::ITEM_MISSING);
        return Ok(if is_blank {
            Ok(Vec::new())
        } else {
            Err(trouble)
        });
    };
    if !books.items.contains_key(&item) {
        return Ok(Err(Trouble::with_record(codes::ITEM_UNKNOWN, item)));
    }
    stock_of_line(books, Some(item), quantity).map(Ok)
}

/// What units cost by the cost set for their item, in base currency; zero where none is set.
pub(super) fn cost_of(
    context: &Context<'_>,
    (item, quantity): (Key, Decimal),
    date: Date,
) -> Result<Decimal, TooLarge> {
    let cost = context.unit_cost(item, date);
    let decimals = context.books.base_currency.decimals;
    product(&[quantity, cost.unwrap_or(Decimal::ZERO)], decimals)
}

/// Units of an item on Inventory on hand; both with the sign of the side.
pub(super) fn stock_part(
    books: &Books,
    item: Option<Key>,
    amount: Decimal,
    quantity: Decimal,
) -> Part<'static> {
    let named = Subledgers {
        item,
        ..Subledgers::default()
    };
    let stock = Some(kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT);
    let place = find_place(books, stock, &named);
    Part::new(place, amount).with_quantity(Some(quantity))
}
