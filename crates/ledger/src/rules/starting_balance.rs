//! Starting balances (SPEC-posting.md, 9): against Retained earnings.

use crate::arithmetic::{TooLarge, product};
use crate::context::Context;
use crate::draft::{Draft, Side};
use crate::exchange::Exchange;
use crate::place::{Place, find_place};
use books::accounts::StartingBalance;
use books::documents::Subledgers;
use books::kinds;
use rust_decimal::Decimal;

/// Posts a starting balance.
pub(crate) fn post_starting_balance(
    context: &Context<'_>,
    balance: &StartingBalance,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let mut named = Subledgers::default();
    let account = match balance.kind {
        kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE => {
            named.bank_account = balance.target;
            Some(kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT)
        }
        kinds::CAPITAL_ACCOUNT_STARTING_BALANCE => {
            named.capital_account = balance.target;
            Some(kinds::BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT)
        }
        kinds::SPECIAL_ACCOUNT_STARTING_BALANCE => {
            named.special_account = balance.target;
            Some(kinds::BALANCE_SHEET_SPECIAL_ACCOUNTS_ACCOUNT)
        }
        kinds::EMPLOYEE_STARTING_BALANCE => {
            named.employee = balance.target;
            Some(kinds::BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT)
        }
        _ => balance.target,
    };
    let place = find_place(context.books, account, &named);
    let currency = place.as_ref().ok().and_then(|place| place.currency);
    let exchange = Exchange::find(&context.rates, currency, draft.date, None);
    let decimals = context.books.decimals(currency);
    let amount = product(&[balance.amount], decimals)?;
    let target = Side {
        line: None,
        place,
        amount,
        own_amount: None,
        description: "",
    };
    draft.put(target, exchange)?;
    let equity = kinds::BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT;
    let against = Side {
        line: None,
        place: Ok(Place::plain(equity)),
        amount: crate::arithmetic::difference(Decimal::ZERO, amount)?,
        own_amount: None,
        description: "",
    };
    draft.put_balancing(against, exchange)
}
