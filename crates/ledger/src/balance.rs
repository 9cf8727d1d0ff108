//! The postings summed, by account and what stands under it.

use crate::Posting;
use books::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What postings on one account, with one thing under it, come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Balance {
    /// In base currency, debit positive.
    pub amount: Decimal,
    /// In each foreign currency that was posted, debit positive.
    pub own: BTreeMap<Key, Decimal>,
}

impl Balance {
    /// Whether nothing is left, in any currency.
    pub fn is_zero(&self) -> bool {
        self.amount.is_zero() && self.own.values().all(Decimal::is_zero)
    }
}

/// The balances of all postings up to and including `as_at` (of all, when none), by account and
/// by what stands under it.
pub fn balances<'a>(
    postings: impl IntoIterator<Item = &'a Posting>,
    as_at: Option<Date>,
) -> BTreeMap<(Key, Option<Key>), Balance> {
    let mut balances: BTreeMap<(Key, Option<Key>), Balance> = BTreeMap::new();
    for posting in postings {
        if as_at.is_some_and(|day| posting.date > day) {
            continue;
        }
        let balance = balances
            .entry((posting.account, posting.subledger))
            .or_default();
        // Postings are bounded so that seven hundred million of them sum exactly
        // (SPEC-posting.md, 1.5): neither addition can saturate before memory ends.
        balance.amount = balance.amount.saturating_add(posting.amount);
        if let Some((currency, amount)) = posting.own_currency {
            let own = balance.own.entry(currency).or_default();
            *own = own.saturating_add(amount);
        }
    }
    balances
}
