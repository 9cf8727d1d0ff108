//! Production orders (SPEC-posting.md, 25): credit the components and the other costs, debit the
//! finished item with what they come to.

use super::part::Part;
use super::stock::{cost_of, stock_part, units_of};
use crate::arithmetic::{TooLarge, negated, product, sum};
use crate::codes;
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::{Trouble, find_place};
use books::documents::{ProductionOrder, Subledgers};
use books::kinds;
use rust_decimal::Decimal;

/// Posts a production order. Lines are counted through components and costs.
pub(crate) fn post_production_order(
    context: &Context<'_>,
    order: &ProductionOrder,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    draft.name_unread(&order.unread);
    let mut worth = Decimal::ZERO;
    for (index, line) in order.components.iter().enumerate() {
        let all = match units_of(books, line)? {
            Ok(all) => all,
            Err(trouble) => {
                draft.name_trouble(&trouble, index);
                continue;
            }
        };
        for (item, quantity) in all {
            let cost = cost_of(context, (item, quantity), draft.date)?;
            worth = sum(worth, cost)?;
            stock_part(books, Some(item), negated(cost), negated(quantity))
                .on_line(index, "")
                .put(Exchange::BASE, draft)?;
        }
    }
    for (index, cost) in (order.components.len()..).zip(&order.costs) {
        let amount = cost.amount.unwrap_or(Decimal::ZERO);
        let amount = product(&[amount], books.base_currency.decimals)?;
        worth = sum(worth, amount)?;
        let place = find_place(books, cost.account, &Subledgers::default());
        Part::new(place, negated(amount))
            .on_line(index, "")
            .for_division(cost.division)
            .put(Exchange::BASE, draft)?;
    }
    draft.total = Some(worth);
    finished_part(context, order, worth).put(Exchange::BASE, draft)
}

/// The finished item's side.
fn finished_part(context: &Context<'_>, order: &ProductionOrder, worth: Decimal) -> Part<'static> {
    let books = context.books;
    let Some(key) = order.finished_item else {
        return Part::new(Err(Trouble::new(codes::ITEM_MISSING)), worth);
    };
    let found = books.items.get(&key);
    if found.is_none_or(|item| item.kind != kinds::INVENTORY_ITEM) {
        return Part::new(Err(Trouble::with_record(codes::ITEM_UNKNOWN, key)), worth);
    }
    let quantity = order.quantity.unwrap_or(Decimal::ONE);
    stock_part(books, Some(key), worth, quantity)
}
