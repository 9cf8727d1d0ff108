//! Late payment fees (SPEC-posting.md, 27): debit the customer, credit Late payment fees.

use super::part::Part;
use crate::arithmetic::{TooLarge, negated, product};
use crate::codes;
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, party_place};
use books::documents::LatePaymentFee;
use books::kinds;
use books::parties::PartyKind;
use rust_decimal::Decimal;

/// Posts a late payment fee.
pub(crate) fn post_late_payment_fee(
    context: &Context<'_>,
    fee: &LatePaymentFee,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let of_invoice = || books.invoices.get(&fee.sales_invoice?)?.party;
    let customer = fee.customer.or_else(of_invoice);
    let customer = customer
        .ok_or_else(|| Trouble::new(codes::PARTY_MISSING))
        .and_then(|customer| party_place(books, PartyKind::Customer, customer));
    let currency = customer.as_ref().ok().and_then(|place| place.currency);
    let exchange = Exchange::find(&context.rates, currency, draft.date, None);
    let amount = fee.amount.unwrap_or(Decimal::ZERO);
    let amount = product(&[amount], books.decimals(currency))?;
    draft.name_unread(&fee.unread);
    draft.contact = customer.as_ref().ok().and_then(|place| place.subledger);
    draft.total = Some(amount);
    let income = Place::plain(kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_LATE_PAYMENT_FEES);
    Part::new(Ok(income), negated(amount)).put(exchange, draft)?;
    Part::new(customer, amount)
        .for_invoice(fee.sales_invoice)
        .put_balancing(exchange, draft)
}
