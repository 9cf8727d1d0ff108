//! Exchange rates: which one a document is converted with, and the conversion
//! (SPEC-posting.md, 5.2).

use crate::arithmetic::{TooLarge, ratio};
use books::settings::DocumentRate;
use books::{Books, Key};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The table of exchange rates, by currency, then date, then key.
#[derive(Debug, Default)]
pub(crate) struct RateTable(BTreeMap<Key, BTreeMap<(Date, Key), Decimal>>);

impl RateTable {
    /// The usable rates of the books.
    pub(crate) fn new(books: &Books) -> Self {
        let mut table = Self::default();
        for rate in books.exchange_rates.values() {
            if rate.rate > Decimal::ZERO {
                let currency = table.0.entry(rate.currency).or_default();
                currency.insert((rate.date, rate.key), rate.rate);
            }
        }
        table
    }

    /// The latest rate on or before `date`.
    fn latest(&self, currency: Key, date: Date) -> Option<Decimal> {
        let end = (date, Key::from_bytes([0xff; 16]));
        let rates = self.0.get(&currency)?;
        rates.range(..=end).next_back().map(|(_, rate)| *rate)
    }
}

/// A currency and what it is worth in a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exchange {
    /// The foreign currency; none means the base currency.
    pub(crate) currency: Option<Key>,
    /// The rate; none when it is unknown. Not looked at for the base currency.
    rate: Option<DocumentRate>,
}

impl Exchange {
    /// The base currency, worth itself.
    pub(crate) const BASE: Self = Self {
        currency: None,
        rate: None,
    };

    /// What `currency` is worth: by the document's own rate, else by the table.
    pub(crate) fn find(
        table: &RateTable,
        currency: Option<Key>,
        date: Date,
        own: Option<DocumentRate>,
    ) -> Self {
        let rate = currency.and_then(|currency| {
            let from_table = || {
                table.latest(currency, date).map(|value| DocumentRate {
                    value,
                    inverse: false,
                })
            };
            own.filter(|rate| rate.value > Decimal::ZERO)
                .or_else(from_table)
        });
        Self { currency, rate }
    }

    /// Whether amounts can be converted.
    pub(crate) fn is_known(&self) -> bool {
        self.currency.is_none() || self.rate.is_some()
    }

    /// The amount in base currency, rounded to `decimals`; nothing when the rate is unknown.
    pub(crate) fn to_base(
        self,
        amount: Decimal,
        decimals: u32,
    ) -> Result<Option<Decimal>, TooLarge> {
        let (factors, divisor) = match (self.currency, self.rate) {
            (None, _) => ([amount, Decimal::ONE], Decimal::ONE),
            (Some(_), None) => return Ok(None),
            (Some(_), Some(rate)) if rate.inverse => ([amount, Decimal::ONE], rate.value),
            (Some(_), Some(rate)) => ([amount, rate.value], Decimal::ONE),
        };
        ratio(&factors, divisor, decimals).map(Some)
    }

    /// The base amount in this currency, rounded to `decimals`; nothing when the rate is unknown.
    pub(crate) fn of_base(self, base: Decimal, decimals: u32) -> Result<Option<Decimal>, TooLarge> {
        let (factors, divisor) = match (self.currency, self.rate) {
            (None, _) => ([base, Decimal::ONE], Decimal::ONE),
            (Some(_), None) => return Ok(None),
            (Some(_), Some(rate)) if rate.inverse => ([base, rate.value], Decimal::ONE),
            (Some(_), Some(rate)) => ([base, Decimal::ONE], rate.value),
        };
        ratio(&factors, divisor, decimals).map(Some)
    }
}
