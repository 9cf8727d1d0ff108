//! What every posting rule leans on: the books, the rates, the unit costs.

use crate::exchange::RateTable;
use books::{Books, Key};
use jiff::civil::{Date, date};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The date of starting balances in books without any dated document.
const OPENING_WITHOUT_DOCUMENTS: Date = date(1970, 1, 1);

/// The books with their tables ready to look things up.
pub(crate) struct Context<'a> {
    pub(crate) books: &'a Books,
    pub(crate) rates: RateTable,
    /// The date of starting balances: the day before the earliest document.
    pub(crate) opening: Date,
    unit_costs: BTreeMap<Key, BTreeMap<(Date, Key), Decimal>>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(books: &'a Books) -> Self {
        let mut unit_costs: BTreeMap<Key, BTreeMap<(Date, Key), Decimal>> = BTreeMap::new();
        for cost in books.unit_costs.values() {
            let costs = unit_costs.entry(cost.item).or_default();
            costs.insert((cost.date, cost.key), cost.cost);
        }
        let first = books.earliest_date();
        let opening = first.and_then(|first| first.yesterday().ok());
        Self {
            books,
            rates: RateTable::new(books),
            opening: opening.unwrap_or(OPENING_WITHOUT_DOCUMENTS),
            unit_costs,
        }
    }

    /// The set cost of one unit on `date`.
    pub(crate) fn unit_cost(&self, item: Key, date: Date) -> Option<Decimal> {
        let end = (date, Key::from_bytes([0xff; 16]));
        let costs = self.unit_costs.get(&item)?;
        costs.range(..=end).next_back().map(|(_, cost)| *cost)
    }
}
