//! Inter account transfers (SPEC-posting.md, 8): from one bank or cash account to another.

use crate::arithmetic::{TooLarge, negated, product};
use crate::context::Context;
use crate::draft::{Draft, Marks, Side};
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, bank_place};
use books::Key;
use books::documents::InterAccountTransfer;
use rust_decimal::Decimal;

/// Posts a transfer.
pub(crate) fn post_inter_account_transfer(
    context: &Context<'_>,
    transfer: &InterAccountTransfer,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    draft.name_unread(&transfer.unread);
    let from = bank_place(context.books, transfer.paid_from);
    let to = bank_place(context.books, transfer.received_in);
    let (from_currency, to_currency) = (currency_of(&from), currency_of(&to));
    let rounded = |amount: Option<Decimal>, currency| match amount {
        Some(amount) => product(&[amount], context.books.decimals(currency)).map(Some),
        None => Ok(None),
    };
    let credit = rounded(transfer.credit_amount, from_currency)?;
    let debit = rounded(transfer.debit_amount, to_currency)?;
    draft.total = credit.or(debit);
    if from_currency == to_currency {
        let exchange = Exchange::find(&context.rates, from_currency, draft.date, None);
        let credit_side = credit.or(debit).unwrap_or(Decimal::ZERO);
        let debit_side = debit.or(credit).unwrap_or(Decimal::ZERO);
        draft.put(side(from, negated(credit_side), None), exchange)?;
        return draft.put(side(to, debit_side, None), exchange);
    }
    let from_exchange = Exchange::find(&context.rates, from_currency, draft.date, None);
    let to_exchange = Exchange::find(&context.rates, to_currency, draft.date, None);
    let leads =
        |amount: Option<Decimal>, exchange: Exchange| amount.is_some() && exchange.is_known();
    // The side that says what the transfer is worth: base currency first, then what left.
    let debit_leads = (to_currency.is_none() && debit.is_some())
        || !leads(credit, from_exchange) && leads(debit, to_exchange)
        || credit.is_none();
    if debit_leads && !(from_currency.is_none() && credit.is_some()) {
        let amount = debit.unwrap_or(Decimal::ZERO);
        draft.put(side(to, amount, None), to_exchange)?;
        put_other(
            context,
            side(from, Decimal::ZERO, credit.map(negated)),
            amount,
            to_exchange,
            draft,
        )
    } else {
        let amount = negated(credit.unwrap_or(Decimal::ZERO));
        draft.put(side(from, amount, None), from_exchange)?;
        put_other(
            context,
            side(to, Decimal::ZERO, debit),
            amount,
            from_exchange,
            draft,
        )
    }
}

/// Posts the side that follows, worth as much as the leading one.
fn put_other(
    context: &Context<'_>,
    mut other: Side<'_>,
    leading: Decimal,
    exchange: Exchange,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let decimals = context.books.base_currency.decimals;
    match exchange.to_base(leading, decimals)? {
        Some(base) => {
            other.amount = negated(base);
            draft.put(other, Exchange::BASE)
        }
        None => {
            // Neither side can be converted: what is recorded stays, each in its own currency.
            if let (Some(currency), Some(amount)) = (currency_of(&other.place), other.own_amount) {
                other.amount = amount;
                draft.put_without_rate(other, Marks::default(), currency)?;
            }
            let suspended = Side {
                line: None,
                place: Ok(Place::plain(books::kinds::BALANCE_SHEET_SUSPENSE_ACCOUNT)),
                amount: negated(leading),
                own_amount: None,
                description: "",
            };
            draft.put(suspended, exchange)
        }
    }
}

fn currency_of(place: &Result<Place, Trouble>) -> Option<Key> {
    place.as_ref().ok().and_then(|place| place.currency)
}

fn side(
    place: Result<Place, Trouble>,
    amount: Decimal,
    own_amount: Option<Decimal>,
) -> Side<'static> {
    Side {
        line: None,
        place,
        amount,
        own_amount,
        description: "",
    }
}
