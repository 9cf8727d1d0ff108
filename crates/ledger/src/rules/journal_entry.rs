//! Journal entries (SPEC-posting.md, 7): each line for itself, the difference to Suspense.

use crate::arithmetic::{TooLarge, difference, product, sum};
use crate::context::Context;
use crate::draft::{Draft, Side};
use crate::exchange::Exchange;
use crate::place::find_place;
use books::documents::JournalEntry;
use rust_decimal::Decimal;

/// Posts a journal entry.
pub(crate) fn post_journal_entry(
    context: &Context<'_>,
    journal: &JournalEntry,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let currency = books.foreign(journal.currency);
    let exchange = Exchange::find(&context.rates, currency, draft.date, None);
    let decimals = books.decimals(currency);
    draft.name_unread(&journal.unread);
    let mut total = Decimal::ZERO;
    for (index, line) in journal.lines.iter().enumerate() {
        let debit = product(&[line.debit.unwrap_or(Decimal::ZERO)], decimals)?;
        let credit = product(&[line.credit.unwrap_or(Decimal::ZERO)], decimals)?;
        let amount = difference(debit, credit)?;
        total = sum(total, amount)?;
        let side = Side {
            line: Some(index),
            place: find_place(books, line.account, &line.subledgers),
            amount,
            own_amount: None,
            description: &line.description,
        };
        draft.put(side, exchange)?;
    }
    if total.is_zero() && currency.is_some() {
        draft.absorb_remainder()?;
    }
    Ok(())
}
