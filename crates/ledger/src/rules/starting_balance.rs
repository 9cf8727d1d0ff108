//! Starting balances (SPEC-posting.md, 9): against Retained earnings.

use super::asset::{AssetAccounts, FIXED, INTANGIBLE};
use super::part::Part;
use super::stock::stock_part;
use crate::arithmetic::{TooLarge, difference, negated, product};
use crate::codes;
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, find_place, party_place};
use books::accounts::StartingBalance;
use books::documents::{InvoiceKind, Subledgers};
use books::parties::PartyKind;
use books::{Key, kinds};
use rust_decimal::Decimal;

/// Posts a starting balance.
pub(crate) fn post_starting_balance(
    context: &Context<'_>,
    balance: &StartingBalance,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    match balance.kind {
        kinds::FIXED_ASSET_STARTING_BALANCE => post_asset(context, balance, FIXED, draft),
        kinds::INTANGIBLE_ASSET_STARTING_BALANCE => post_asset(context, balance, INTANGIBLE, draft),
        kinds::INVENTORY_ITEM_STARTING_BALANCE => post_stock(context, balance, draft),
        kinds::SALES_INVOICE_STARTING_BALANCE | kinds::PURCHASE_INVOICE_STARTING_BALANCE => {
            post_paid_invoice(context, balance, draft)
        }
        _ => post_balance(context, balance, draft),
    }
}

/// A balance on one account, with what stands under it.
fn post_balance(
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
        kinds::INVESTMENT_STARTING_BALANCE => {
            named.investment = balance.target;
            Some(kinds::BALANCE_SHEET_INVESTMENTS_ACCOUNT)
        }
        _ => balance.target,
    };
    let place = find_place(context.books, account, &named);
    let currency = place.as_ref().ok().and_then(|place| place.currency);
    let exchange = Exchange::find(&context.rates, currency, draft.date, None);
    let decimals = context.books.decimals(currency);
    let units = balance.quantity.unwrap_or(Decimal::ONE);
    let amount = product(&[units, balance.amount], decimals)?;
    Part::new(place, amount)
        .with_quantity(balance.quantity)
        .put(exchange, draft)?;
    put_against(negated(amount), exchange, draft)
}

/// An asset's cost, and what had been used up of it.
fn post_asset(
    context: &Context<'_>,
    balance: &StartingBalance,
    accounts: AssetAccounts,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let decimals = books.base_currency.decimals;
    let cost = product(&[balance.amount], decimals)?;
    let used_up = product(&[balance.accumulated], decimals)?;
    let asset = balance.target;
    Part::new(accounts.cost(books, asset), cost).put(Exchange::BASE, draft)?;
    Part::new(accounts.accumulated(books, asset), negated(used_up)).put(Exchange::BASE, draft)?;
    put_against(difference(used_up, cost)?, Exchange::BASE, draft)
}

/// Units of an inventory item at the cost of one.
fn post_stock(
    context: &Context<'_>,
    balance: &StartingBalance,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let quantity = balance.quantity.unwrap_or(Decimal::ZERO);
    let worth = product(&[quantity, balance.amount], books.base_currency.decimals)?;
    let part = match balance.target.map(|key| (key, books.items.get(&key))) {
        None => Part::new(Err(Trouble::new(codes::ITEM_MISSING)), worth),
        Some((key, None)) => {
            let trouble = Trouble::with_record(codes::ITEM_UNKNOWN, key);
            Part::new(Err(trouble), worth)
        }
        Some((key, Some(_))) => stock_part(books, Some(key), worth, quantity),
    };
    part.put(Exchange::BASE, draft)?;
    put_against(negated(worth), Exchange::BASE, draft)
}

/// What had been paid of an invoice before the books began, on the invoice's own day.
fn post_paid_invoice(
    context: &Context<'_>,
    balance: &StartingBalance,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let (kind, party_kind) = match balance.kind {
        kinds::SALES_INVOICE_STARTING_BALANCE => (InvoiceKind::SalesInvoice, PartyKind::Customer),
        _ => (InvoiceKind::PurchaseInvoice, PartyKind::Supplier),
    };
    let found = balance.target.and_then(|key| books.invoices.get(&key));
    let invoice = found.filter(|invoice| invoice.kind == kind);
    let place = match (balance.target, invoice) {
        (None, _) => Err(Trouble::new(codes::INVOICE_MISSING)),
        (Some(key), None) => Err(Trouble::with_record(codes::INVOICE_UNKNOWN, key)),
        (_, Some(invoice)) => {
            let party = invoice.party;
            let party = party.ok_or_else(|| Trouble::new(codes::PARTY_MISSING));
            party.and_then(|party| party_place(books, party_kind, party))
        }
    };
    draft.date = invoice.and_then(|it| it.date).unwrap_or(draft.date);
    let currency = place.as_ref().ok().and_then(|place| place.currency);
    let own_rate = invoice.and_then(|invoice| invoice.rate);
    let exchange = Exchange::find(&context.rates, currency, draft.date, own_rate);
    let paid = product(&[balance.amount], books.decimals(currency))?;
    let paid = match kind {
        InvoiceKind::SalesInvoice => negated(paid),
        _ => paid,
    };
    Part::new(place, paid)
        .for_invoice(balance.target)
        .put(exchange, draft)?;
    put_against(negated(paid), exchange, draft)
}

/// The other side.
fn put_against(amount: Decimal, exchange: Exchange, draft: &mut Draft<'_>) -> Result<(), TooLarge> {
    let equity: Key = kinds::BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT;
    Part::new(Ok(Place::plain(equity)), amount).put_balancing(exchange, draft)
}
