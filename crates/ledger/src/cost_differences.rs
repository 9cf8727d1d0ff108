//! Which set unit costs are not what units cost (SPEC-posting.md, 16.5): what "Recalculate unit
//! costs" shows and writes.

use crate::costs::average_costs;
use books::inventory::AverageCosts;
use books::{Books, Key};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// A day on which the cost that is set for an item is not the one that its purchases come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostDifference {
    /// The inventory item.
    pub item: Key,
    /// The first day on which the cost holds, or would.
    pub date: Date,
    /// The record that sets a cost on this day, and the cost of one unit in base currency; none
    /// where no record does.
    pub set: Option<(Key, Decimal)>,
    /// What one unit costs from this day on, in base currency; none where it costs from here on
    /// what it did the day before, and the record has nothing to say.
    pub worked_out: Option<Decimal>,
}

/// Every difference, by item and day. Items of which nothing ever came in have no cost to be worked
/// out, and what is set for them stays.
pub fn cost_differences(books: &Books) -> Vec<CostDifference> {
    cost_differences_to(books, &average_costs(books))
}

/// Every difference between what `books` set and what units of all items cost on average. Of
/// `books` only items and set costs are asked: whoever cannot hold all documents works the costs
/// out in parts ([`crate::StockMovements::costs_of_all`]).
pub fn cost_differences_to(books: &Books, costs: &AverageCosts) -> Vec<CostDifference> {
    let mut worked_out: BTreeMap<(Key, Date), Decimal> = BTreeMap::new();
    for (item, date, cost) in costs.iter() {
        if books.items.contains_key(&item) {
            worked_out.insert((item, date), cost);
        }
    }
    let items: BTreeSet<Key> = worked_out.keys().map(|(item, _)| *item).collect();
    let mut set: BTreeMap<(Key, Date), (Key, Decimal)> = BTreeMap::new();
    // Of several on one day that with the highest key counts, which comes last.
    for cost in books.unit_costs.values() {
        if items.contains(&cost.item) {
            set.insert((cost.item, cost.date), (cost.key, cost.cost));
        }
    }
    let places: BTreeSet<(Key, Date)> = worked_out.keys().chain(set.keys()).copied().collect();
    let difference = |(item, date): (Key, Date)| {
        let found = CostDifference {
            item,
            date,
            set: set.get(&(item, date)).copied(),
            worked_out: worked_out.get(&(item, date)).copied(),
        };
        let is_one = found.set.map(|(_, cost)| cost) != found.worked_out;
        is_one.then_some(found)
    };
    places.into_iter().filter_map(difference).collect()
}
