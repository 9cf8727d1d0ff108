//! What of an invoice was settled before today: paid, credited, and raised by fees.
//!
//! A paper that is sent again as a reminder must not ask for what was paid long ago. The figures
//! are those of the lists and the ageing (SPEC-posting.md, 17), as at today.

use super::amounts::Amounts;
use super::{Desk, Sheet};
use crate::PageError;
use crate::reports::made::unreadable;
use books::{Key, kinds};
use ledger::arithmetic::{TooLarge, negated, sum};
use ledger::{Charges, InvoiceStanding, Owed, allocations};
use pages::Locale;
use pdf::Total;
use rust_decimal::Decimal;

/// Amounts in the currency of the invoice; all zero for papers that nobody pays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Settled {
    /// By receipts, payments and whatever else settles.
    paid: Decimal,
    /// By credit and debit notes.
    credited: Decimal,
    /// Raised by fees for paying late; counted as they raise.
    fees: Decimal,
}

impl Settled {
    /// Whether the invoice stands as it was issued.
    pub(super) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// What the open balance is lower by than the total.
    pub(super) fn all(&self) -> Result<Decimal, TooLarge> {
        sum(sum(self.paid, self.credited)?, negated(self.fees))
    }

    /// One row for each way in which something was settled.
    pub(super) fn rows(&self, amounts: &Amounts, locale: Locale) -> Vec<Total> {
        let ways = [
            (self.fees, "paper-settled-fees"),
            (negated(self.credited), "paper-settled-credited"),
            (negated(self.paid), "paper-settled-paid"),
        ];
        let said = ways.into_iter().filter(|(amount, _)| !amount.is_zero());
        said.map(|(amount, label)| amounts.row(locale.text(label), amount))
            .collect()
    }

    fn of(standing: &InvoiceStanding) -> Result<Self, TooLarge> {
        let mut settled = Self::default();
        for settlement in &standing.settlements {
            let (way, amount) = match settlement.kind {
                kinds::CREDIT_NOTE | kinds::DEBIT_NOTE => {
                    (&mut settled.credited, settlement.amount)
                }
                kinds::LATE_PAYMENT_FEE => (&mut settled.fees, negated(settlement.amount)),
                _ => (&mut settled.paid, settlement.amount),
            };
            *way = sum(*way, amount)?;
        }
        Ok(settled)
    }
}

/// What was settled of an invoice as at today. Nothing for every other document, and for an
/// invoice that is posted otherwise than its lines say (some of it is in Suspense): its open
/// balance could not be explained to the reader.
pub(super) fn settled(
    desk: &Desk<'_>,
    sheet: &Sheet<'_>,
    party: Option<Key>,
    charges: &Charges,
) -> Result<Settled, PageError> {
    let Some(standing) = standing(desk, sheet, party)? else {
        return Ok(Settled::default());
    };
    let is_explained = standing.total == charges.total && standing.currency == charges.currency;
    let settled = Settled::of(&standing).ok().filter(|settled| {
        let open = settled
            .all()
            .and_then(|all| sum(charges.total, negated(all)));
        is_explained && open.is_ok_and(|open| open == standing.open)
    });
    Ok(settled.unwrap_or_default())
}

/// How the invoice stands today; nothing when the document is none or names nobody.
fn standing(
    desk: &Desk<'_>,
    sheet: &Sheet<'_>,
    party: Option<Key>,
) -> Result<Option<InvoiceStanding>, PageError> {
    let owed = match sheet.object.content_type {
        kinds::SALES_INVOICE => Owed::ByCustomers,
        kinds::PURCHASE_INVOICE => Owed::ToSuppliers,
        _ => return Ok(None),
    };
    let Some(party) = party.filter(|party| *party != Key::NIL) else {
        return Ok(None);
    };
    let figures = figures::open(desk.reader)?;
    let all = allocations(figures.as_ref(), owed, Some(party), Some(desk.today));
    let mut invoices = all.map_err(unreadable)?.invoices.into_iter();
    Ok(invoices.find(|standing| standing.invoice == sheet.object.key))
}
