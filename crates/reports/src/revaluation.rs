//! What foreign balances have gained or lost: computed for every report and posted nowhere
//! (SPEC-posting.md, 18; SPEC-reports.md, 1.12).

use crate::amounts::add;
use crate::periods::day_before;
use crate::{Basis, Period};
use books::Key;
use jiff::civil::Date;
use ledger::arithmetic::negated;
use ledger::{CURRENCY_GAINS_LOSSES, Figures, FiguresError, Owed, Sum, exchange_differences};
use rust_decimal::Decimal;

/// What an account, or something under it, is adjusted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Adjustment {
    /// The account.
    pub(crate) account: Key,
    /// What stands under it.
    pub(crate) subledger: Option<Key>,
    /// In base currency, debit positive.
    pub(crate) amount: Decimal,
}

/// The adjustments as at a day, currency gains and losses among them: they sum to zero.
pub(crate) fn adjustments(
    figures: &dyn Figures,
    as_at: Option<Date>,
    basis: Basis,
) -> Result<Vec<Adjustment>, FiguresError> {
    let books = figures.books();
    if books.foreign_currencies.is_empty() {
        return Ok(Vec::new());
    }
    let mut parties = Owed::ByCustomers.accounts(books);
    parties.extend(Owed::ToSuppliers.accounts(books));
    let mut found = Vec::new();
    let mut gained = Decimal::ZERO;
    for difference in exchange_differences(figures, as_at)? {
        // On the cash basis what is not settled is not there, and so gains nothing.
        let is_settled_only = basis == Basis::Cash && parties.contains(&difference.account);
        let amount = if is_settled_only {
            difference.realised
        } else {
            difference.adjustment()
        };
        if amount.is_zero() {
            continue;
        }
        add(&mut gained, amount);
        found.push(Adjustment {
            account: difference.account,
            subledger: difference.subledger,
            amount,
        });
    }
    if !gained.is_zero() {
        found.push(Adjustment {
            account: CURRENCY_GAINS_LOSSES,
            subledger: None,
            amount: negated(gained),
        });
    }
    Ok(found)
}

/// The adjustments before a period; none where it has no beginning.
pub(crate) fn adjustments_before(
    figures: &dyn Figures,
    period: Period,
    basis: Basis,
) -> Result<Vec<Adjustment>, FiguresError> {
    match period.from.and_then(day_before) {
        Some(last) => adjustments(figures, Some(last), basis),
        None => Ok(Vec::new()),
    }
}

/// What the adjustments moved by in a period: those at its end less those before it.
pub(crate) fn adjustments_within(
    figures: &dyn Figures,
    period: Period,
    basis: Basis,
) -> Result<Vec<Adjustment>, FiguresError> {
    let mut moved = adjustments(figures, period.to, basis)?;
    for mut adjustment in adjustments_before(figures, period, basis)? {
        adjustment.amount = negated(adjustment.amount);
        moved.push(adjustment);
    }
    Ok(moved)
}

/// What of adjustments stands on some accounts.
pub(crate) fn on_accounts(adjustments: &[Adjustment], accounts: &[Key]) -> Decimal {
    let mut total = Decimal::ZERO;
    for adjustment in adjustments {
        if accounts.contains(&adjustment.account) {
            add(&mut total, adjustment.amount);
        }
    }
    total
}

impl Adjustment {
    /// As a sum of postings like others.
    pub(crate) const fn as_sum(&self) -> Sum {
        Sum {
            account: self.account,
            subledger: self.subledger,
            invoice: None,
            tax: None,
            month: None,
            kind: None,
            currency: None,
            amount: self.amount,
            own_amount: Decimal::ZERO,
            quantity: Decimal::ZERO,
        }
    }
}
