//! Inventory write-offs (SPEC-posting.md, 24): credit the stock with its cost, debit where it went.

use super::part::Part;
use super::stock::{cost_of, stock_part, units_of};
use crate::arithmetic::{TooLarge, negated, sum};
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::find_place;
use books::documents::InventoryWriteOff;
use books::kinds;
use rust_decimal::Decimal;

/// Posts an inventory write-off.
pub(crate) fn post_inventory_write_off(
    context: &Context<'_>,
    gone: &InventoryWriteOff,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let built_in = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_WRITE_OFFS;
    let account = gone.allocation.unwrap_or(built_in);
    let place = find_place(books, Some(account), &gone.subledgers);
    draft.name_unread(&gone.unread);
    let mut total = Decimal::ZERO;
    for (index, line) in gone.lines.iter().enumerate() {
        let all = match units_of(books, line)? {
            Ok(all) => all,
            Err(trouble) => {
                draft.name_trouble(&trouble, index);
                continue;
            }
        };
        for (item, quantity) in all {
            let cost = cost_of(context, (item, quantity), draft.date)?;
            total = sum(total, cost)?;
            let stock = stock_part(books, Some(item), negated(cost), negated(quantity));
            for part in [stock, Part::new(place.clone(), cost)] {
                part.on_line(index, &line.description)
                    .for_division(gone.division)
                    .put(Exchange::BASE, draft)?;
            }
        }
    }
    draft.total = Some(total);
    Ok(())
}
