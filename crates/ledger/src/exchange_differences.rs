//! Currency gains and losses (SPEC-posting.md, 18): what foreign balances are worth at a day's
//! rates, and what of the difference to the posted amounts was realised by settling.

use crate::arithmetic::{TooLarge, negated, ratio, sum};
use crate::exchange::{Exchange, RateTable};
use crate::{Figures, FiguresError, Grouping, Posting, PostingFilter};
use books::{Books, Key};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The account that currency gains and losses are shown on.
pub const CURRENCY_GAINS_LOSSES: Key =
    books::kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_CURRENCY_GAINS_LOSSES;

/// The difference on one account, or on what stands under it. Amounts are debit positive and, but
/// for the own balance, in base currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExchangeDifference {
    /// The account.
    pub account: Key,
    /// What stands under it.
    pub subledger: Option<Key>,
    /// The foreign currency.
    pub currency: Key,
    /// The balance in the foreign currency.
    pub own_balance: Decimal,
    /// The balance as it was posted.
    pub posted: Decimal,
    /// What was gained (debit positive) by what was settled at another rate than it arose at.
    pub realised: Decimal,
    /// What would be gained if the rest were settled at the rate of the day; zero when there is
    /// no rate.
    pub unrealised: Decimal,
    /// Whether there is a rate on the day, or none is needed.
    pub is_rate_known: bool,
}

impl ExchangeDifference {
    /// What the account is adjusted by; [`CURRENCY_GAINS_LOSSES`] by as much with the other sign.
    pub fn adjustment(&self) -> Decimal {
        self.realised.saturating_add(self.unrealised)
    }
}

/// The differences of all foreign balances as at a day, by account, what stands under it, and
/// currency. Without a day, all postings count at the last rates of the table.
///
/// # Errors
/// When the figures cannot be read.
pub fn exchange_differences(
    figures: &dyn Figures,
    as_at: Option<Date>,
) -> Result<Vec<ExchangeDifference>, FiguresError> {
    let books = figures.books();
    let until = PostingFilter::until(as_at);
    let sums = figures.sums(&until, Grouping::default())?;
    let foreign = sums.iter().filter(|sum| sum.currency.is_some());
    let accounts: BTreeSet<Key> = foreign.map(|sum| sum.account).collect();
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    let filter = PostingFilter {
        accounts: Some(accounts.into_iter().collect()),
        ..until
    };
    let mut piles: BTreeMap<Place, BTreeMap<Option<Key>, Pile>> = BTreeMap::new();
    figures.each_posting(&filter, &mut |posting| {
        if let Some(place) = place_of(books, posting) {
            let piles = piles.entry(place).or_default();
            piles.entry(posting.invoice).or_default().add(posting);
        }
        Ok(())
    })?;
    let rates = RateTable::new(books);
    let day = as_at.unwrap_or(Date::MAX);
    let mut all = Vec::new();
    for (place, piles) in piles {
        let exchange = Exchange::find(&rates, Some(place.currency), day, None);
        let difference = difference_of(books, place, piles.iter(), exchange);
        let difference = difference.map_err(|error| FiguresError(Box::new(error)))?;
        all.push(difference);
    }
    Ok(all)
}

/// What was gained in a period: realised and unrealised, income positive. It is what
/// [`CURRENCY_GAINS_LOSSES`] shows for the period besides its own postings.
///
/// # Errors
/// When the figures cannot be read.
pub fn currency_gains(
    figures: &dyn Figures,
    from: Option<Date>,
    to: Option<Date>,
) -> Result<Decimal, FiguresError> {
    let gained = |as_at| -> Result<Decimal, FiguresError> {
        let all = exchange_differences(figures, as_at)?;
        let gains = all.iter().map(ExchangeDifference::adjustment);
        Ok(gains.fold(Decimal::ZERO, Decimal::saturating_add))
    };
    let at_end = gained(to)?;
    match from.map(Date::yesterday) {
        None => Ok(at_end),
        // Nothing is before the first of all days.
        Some(Err(_)) => Ok(at_end),
        Some(Ok(day)) => Ok(at_end.saturating_sub(gained(Some(day))?)),
    }
}

/// Something kept in a foreign currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    account: Key,
    subledger: Option<Key>,
    currency: Key,
}

/// What a posting counts to: also without an amount in the currency, when it stands under
/// something that is kept in one.
fn place_of(books: &Books, posting: &Posting) -> Option<Place> {
    let of_record = || {
        let (_, currency) = books.subledger(posting.subledger?)?;
        currency
    };
    let stated = posting.own_currency.map(|(currency, _)| currency);
    Some(Place {
        account: posting.account,
        subledger: posting.subledger,
        currency: stated.or_else(of_record)?,
    })
}

/// The debits and credits that belong to one invoice, or to none.
#[derive(Debug, Default)]
struct Pile {
    own_debit: Decimal,
    own_credit: Decimal,
    debit: Decimal,
    credit: Decimal,
    /// What is known in base currency only.
    base_only: Decimal,
}

impl Pile {
    fn add(&mut self, posting: &Posting) {
        // Bounded as SPEC-posting.md, 1.5 says: no sum of postings saturates.
        match posting.own_currency {
            None => self.base_only = self.base_only.saturating_add(posting.amount),
            Some((_, own)) if own.is_sign_negative() => {
                self.own_credit = self.own_credit.saturating_add(own);
                self.credit = self.credit.saturating_add(posting.amount);
            }
            Some((_, own)) => {
                self.own_debit = self.own_debit.saturating_add(own);
                self.debit = self.debit.saturating_add(posting.amount);
            }
        }
    }

    /// Adds what is open of an invoice, at what it was worth when it arose.
    fn add_rest(&mut self, own: Decimal, worth: Decimal) -> Result<(), TooLarge> {
        if own.is_sign_negative() {
            self.own_credit = sum(self.own_credit, own)?;
            self.credit = sum(self.credit, worth)?;
        } else {
            self.own_debit = sum(self.own_debit, own)?;
            self.debit = sum(self.debit, worth)?;
        }
        Ok(())
    }

    /// Adds what belongs to no invoice: it settles what is open of all.
    fn add_all(&mut self, other: &Self) -> Result<(), TooLarge> {
        self.own_debit = sum(self.own_debit, other.own_debit)?;
        self.debit = sum(self.debit, other.debit)?;
        self.own_credit = sum(self.own_credit, other.own_credit)?;
        self.credit = sum(self.credit, other.credit)?;
        Ok(())
    }

    fn own_balance(&self) -> Decimal {
        self.own_debit.saturating_add(self.own_credit)
    }

    fn posted(&self) -> Decimal {
        let both = self.debit.saturating_add(self.credit);
        both.saturating_add(self.base_only)
    }

    /// What the rest was worth when it arose: at the average rate of the side it is on.
    fn carried(&self, decimals: u32) -> Result<Decimal, TooLarge> {
        let own = self.own_balance();
        if own.is_zero() {
            return Ok(Decimal::ZERO);
        }
        let (of, worth) = if own.is_sign_negative() {
            (self.own_credit, self.credit)
        } else {
            (self.own_debit, self.debit)
        };
        ratio(&[own, worth], of, decimals)
    }
}

fn difference_of<'a>(
    books: &Books,
    place: Place,
    piles: impl Iterator<Item = (&'a Option<Key>, &'a Pile)>,
    exchange: Exchange,
) -> Result<ExchangeDifference, TooLarge> {
    let decimals = books.base_currency.decimals;
    let zero = Decimal::ZERO;
    let (mut own_balance, mut posted) = (zero, zero);
    let mut open = Pile::default();
    for (invoice, pile) in piles {
        own_balance = sum(own_balance, pile.own_balance())?;
        posted = sum(posted, pile.posted())?;
        match invoice {
            Some(_) => open.add_rest(pile.own_balance(), pile.carried(decimals)?)?,
            None => open.add_all(pile)?,
        }
    }
    let carried = open.carried(decimals)?;
    let is_rate_known = own_balance.is_zero() || exchange.is_known();
    let worth = if own_balance.is_zero() {
        Some(zero)
    } else {
        exchange.to_base(own_balance, decimals)?
    };
    // Without a rate what is open stays as it was carried.
    let unrealised = match worth {
        Some(worth) => sum(worth, negated(carried))?,
        None => zero,
    };
    Ok(ExchangeDifference {
        account: place.account,
        subledger: place.subledger,
        currency: place.currency,
        own_balance,
        posted,
        realised: sum(carried, negated(posted))?,
        unrealised,
        is_rate_known,
    })
}
