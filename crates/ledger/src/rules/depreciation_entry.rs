//! Depreciation and amortization entries (SPEC-posting.md, 22): debit the cost, credit what was
//! used up, line by line.

use super::asset::{FIXED, INTANGIBLE};
use super::part::Part;
use crate::arithmetic::{TooLarge, negated, product, sum};
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use books::documents::{DepreciationEntry, DepreciationKind};
use rust_decimal::Decimal;

/// Posts a depreciation or amortization entry.
pub(crate) fn post_depreciation_entry(
    context: &Context<'_>,
    entry: &DepreciationEntry,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let accounts = match entry.kind {
        DepreciationKind::Depreciation => FIXED,
        DepreciationKind::Amortization => INTANGIBLE,
    };
    draft.name_unread(&entry.unread);
    let mut total = Decimal::ZERO;
    for (index, line) in entry.lines.iter().enumerate() {
        let amount = line.amount.unwrap_or(Decimal::ZERO);
        let amount = product(&[amount], books.base_currency.decimals)?;
        total = sum(total, amount)?;
        let asset = line.asset.and_then(|asset| books.holdings.get(&asset));
        let sides = [
            (accounts.expense(asset, books), amount),
            (accounts.accumulated(books, line.asset), negated(amount)),
        ];
        for (place, amount) in sides {
            Part::new(place, amount)
                .on_line(index, "")
                .for_division(line.division)
                .put(Exchange::BASE, draft)?;
        }
    }
    draft.total = Some(total);
    Ok(())
}
