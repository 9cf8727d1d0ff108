//! Withholding tax receipts (SPEC-posting.md, 28): what stood under the customer is proved.

use super::part::Part;
use crate::arithmetic::{TooLarge, negated, product};
use crate::codes;
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, party_place};
use books::documents::WithholdingTaxReceipt;
use books::kinds;
use books::parties::PartyKind;
use rust_decimal::Decimal;

/// Posts a withholding tax receipt.
pub(crate) fn post_withholding_tax_receipt(
    context: &Context<'_>,
    receipt: &WithholdingTaxReceipt,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let withheld = Place::plain(kinds::BALANCE_SHEET_WITHHOLDING_TAX_ACCOUNT);
    let customer = receipt
        .customer
        .ok_or_else(|| Trouble::new(codes::PARTY_MISSING))
        .and_then(|customer| party_place(books, PartyKind::Customer, customer))
        .map(|place| Place {
            subledger: place.subledger,
            ..withheld
        });
    let amount = receipt.amount.unwrap_or(Decimal::ZERO);
    let amount = product(&[amount], books.base_currency.decimals)?;
    draft.name_unread(&receipt.unread);
    draft.contact = customer.as_ref().ok().and_then(|place| place.subledger);
    draft.total = Some(amount);
    Part::new(Ok(withheld), amount).put(Exchange::BASE, draft)?;
    Part::new(customer, negated(amount)).put(Exchange::BASE, draft)
}
