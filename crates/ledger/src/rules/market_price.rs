//! Market prices of investments (SPEC-posting.md, 30): what is held is brought to what it is worth.
//!
//! The only rule that follows from what other documents posted: it is run when they are done, over
//! the postings under the investment.

use super::part::Part;
use crate::Posting;
use crate::arithmetic::{TooLarge, difference, negated, product, sum};
use crate::codes;
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, find_place};
use books::accounts::MarketPrice;
use books::documents::Subledgers;
use books::{Key, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// An investment while its prices are gone through by date.
pub(crate) struct HeldInvestment<'a> {
    place: Result<Place, Trouble>,
    /// What was posted under it and is not counted yet, by date.
    rest: &'a [Posting],
    units: Decimal,
    /// What it stands at.
    book_value: Decimal,
    /// Whether some of what was counted moved money without saying how many units.
    has_gap: bool,
}

impl<'a> HeldInvestment<'a> {
    /// Nothing counted yet of `postings`, which are by date.
    pub(crate) fn new(
        context: &Context<'_>,
        investment: Option<Key>,
        postings: &'a [Posting],
    ) -> Self {
        let named = Subledgers {
            investment,
            ..Subledgers::default()
        };
        let account = Some(kinds::BALANCE_SHEET_INVESTMENTS_ACCOUNT);
        Self {
            place: find_place(context.books, account, &named),
            rest: postings,
            units: Decimal::ZERO,
            book_value: Decimal::ZERO,
            has_gap: false,
        }
    }

    /// Counts what was posted up to and including `day`.
    fn count_until(&mut self, day: Date) -> Result<(), TooLarge> {
        while let Some((posting, rest)) = self.rest.split_first() {
            if posting.date > day {
                break;
            }
            self.rest = rest;
            let place = self.place.as_ref();
            if place.is_ok_and(|place| place.account == posting.account) {
                self.book_value = sum(self.book_value, posting.amount)?;
                match posting.quantity {
                    Some(units) => self.units = sum(self.units, units)?,
                    None => self.has_gap = true,
                }
            }
        }
        Ok(())
    }
}

/// Posts the difference between what is held at this price and what it stands at.
pub(crate) fn post_market_price(
    context: &Context<'_>,
    held: &mut HeldInvestment<'_>,
    price: &MarketPrice,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    held.count_until(draft.date)?;
    if let Err(trouble) = &held.place {
        draft.name_gap(trouble);
        return Ok(());
    }
    if let (true, Some(investment)) = (held.has_gap, price.investment) {
        let trouble = Trouble::with_record(codes::UNITS_UNKNOWN, investment);
        draft.name_gap(&trouble);
        return Ok(());
    }
    let decimals = context.books.base_currency.decimals;
    let worth = product(&[held.units, price.price], decimals)?;
    let gain = difference(worth, held.book_value)?;
    let gains = Place::plain(kinds::PROFIT_AND_LOSS_STATEMENT_CAPITAL_GAINS_ON_INVESTMENTS);
    Part::new(held.place.clone(), gain).put(Exchange::BASE, draft)?;
    Part::new(Ok(gains), negated(gain)).put(Exchange::BASE, draft)?;
    held.book_value = worth;
    Ok(())
}
