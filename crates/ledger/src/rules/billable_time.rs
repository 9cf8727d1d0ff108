//! Billable time (SPEC-posting.md, 29): worth something from the day it was worked until it is
//! invoiced or written off.

use super::part::Part;
use crate::arithmetic::{TooLarge, negated, product, ratio, sum};
use crate::codes;
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, party_place};
use books::documents::{BillableTime, BillableTimeStatus, InvoiceKind};
use books::kinds;
use books::parties::PartyKind;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Posts billable time, and takes it back on the day it is no longer waiting.
pub(crate) fn post_billable_time(
    context: &Context<'_>,
    time: &BillableTime,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let customer = time
        .customer
        .map(|key| party_place(books, PartyKind::Customer, key));
    let found = customer.as_ref().and_then(|place| place.as_ref().ok());
    let currency = found.and_then(|place| place.currency);
    // The rate of the day it was worked holds for both halves, so that nothing is left.
    let exchange = Exchange::find(&context.rates, currency, draft.date, None);
    let asset = Place::plain(kinds::BALANCE_SHEET_BILLABLE_TIME_ACCOUNT);
    let place = match customer {
        None => Ok(asset),
        Some(customer) => customer.map(|place| Place {
            subledger: place.subledger,
            ..asset
        }),
    };
    let worth = worth_of(time, books.decimals(currency))?;
    draft.name_unread(&time.unread);
    draft.contact = place.as_ref().ok().and_then(|place| place.subledger);
    draft.total = Some(worth);
    let worked = draft.date;
    put(time, &place, worth, exchange, draft)?;
    if let Some(day) = end_of(context, time, draft) {
        draft.date = day.max(worked);
        put(time, &place, negated(worth), exchange, draft)?;
    }
    Ok(())
}

/// Hours and minutes × the rate of an hour, rounded once.
fn worth_of(time: &BillableTime, decimals: u32) -> Result<Decimal, TooLarge> {
    let sixty = Decimal::from(60_i64);
    let hours = product(&[Decimal::from(time.hours), sixty], 0)?;
    let minutes = sum(hours, Decimal::from(time.minutes))?;
    let rate = time.hourly_rate.unwrap_or(Decimal::ZERO);
    ratio(&[minutes, rate], sixty, decimals)
}

/// Debit Billable time, credit its movement; the reverse for an amount below zero.
fn put(
    time: &BillableTime,
    place: &Result<Place, Trouble>,
    amount: Decimal,
    exchange: Exchange,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let movement = Place::plain(kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_MOVEMENT);
    for (place, amount) in [(place.clone(), amount), (Ok(movement), negated(amount))] {
        Part::new(place, amount)
            .for_division(time.division)
            .put(exchange, draft)?;
    }
    Ok(())
}

/// The day from which it no longer waits; names what is not as it should be.
fn end_of(context: &Context<'_>, time: &BillableTime, draft: &mut Draft<'_>) -> Option<Date> {
    let worked = draft.date;
    match time.status {
        BillableTimeStatus::Uninvoiced => None,
        BillableTimeStatus::WrittenOff => Some(time.written_off.unwrap_or(worked)),
        BillableTimeStatus::Unknown(_) => {
            draft.name_gap(&Trouble::new(codes::STATUS_UNKNOWN));
            None
        }
        BillableTimeStatus::Invoiced => {
            let Some(key) = time.sales_invoice else {
                draft.name_gap(&Trouble::new(codes::INVOICE_MISSING));
                return Some(worked);
            };
            let invoice = context.books.invoices.get(&key);
            let Some(invoice) = invoice.filter(|it| it.kind == InvoiceKind::SalesInvoice) else {
                draft.name_gap(&Trouble::with_record(codes::INVOICE_UNKNOWN, key));
                return Some(worked);
            };
            Some(invoice.date.unwrap_or(worked))
        }
    }
}
