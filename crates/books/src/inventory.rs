//! What is sold and bought: inventory items, kits, non-inventory items, and set unit costs.

use crate::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// One thing in a kit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KitComponent {
    /// The inventory item.
    pub item: Key,
    /// How many of it one kit holds.
    pub quantity: Decimal,
}

/// An inventory item, inventory kit or non-inventory item; `kind` says which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The record's key.
    pub key: Key,
    /// The kind of record.
    pub kind: Key,
    /// The code, which may be empty.
    pub code: String,
    /// The name.
    pub name: String,
    /// The custom account for sales, where one is known.
    pub sales_account: Option<Key>,
    /// The custom account or control account for purchases, where one is known.
    pub purchases_account: Option<Key>,
    /// Whether what is sold of an inventory item costs the average of what there is, where no
    /// unit cost is set; else nothing.
    pub costs_at_average: bool,
    /// What is in it, for kits.
    pub components: Vec<KitComponent>,
}

/// What one unit of an item costs from a date on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitCost {
    /// The record's key.
    pub key: Key,
    /// The first day the cost holds.
    pub date: Date,
    /// The inventory item.
    pub item: Key,
    /// The cost of one unit in base currency.
    pub cost: Decimal,
}

/// What one unit of each item costs on average, by the first day that each cost holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AverageCosts(BTreeMap<Key, BTreeMap<Date, Decimal>>);

impl AverageCosts {
    /// Whether no cost is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sets the cost of one unit from a day on, in base currency.
    pub fn set(&mut self, item: Key, from: Date, cost: Decimal) {
        self.0.entry(item).or_default().insert(from, cost);
    }

    /// The cost of one unit on a day, in base currency.
    pub fn on(&self, item: Key, day: Date) -> Option<Decimal> {
        let costs = self.0.get(&item)?;
        costs.range(..=day).next_back().map(|(_, cost)| *cost)
    }

    /// The first day on which an item costs something else than in `other`, also where only the
    /// recorded number of decimals differs; none where all its costs are the same.
    pub fn first_difference(&self, other: &Self, item: Key) -> Option<Date> {
        let (here, there) = (self.0.get(&item), other.0.get(&item));
        let recorded = |cost: &Decimal| (*cost, cost.scale());
        let differs = |mine: Option<&BTreeMap<Date, Decimal>>, day: &Date, cost: &Decimal| {
            mine.and_then(|costs| costs.get(day)).map(recorded) != Some(recorded(cost))
        };
        let gone = here.into_iter().flatten();
        let gone = gone.filter(|(day, cost)| differs(there, day, cost));
        let come = there.into_iter().flatten();
        let come = come.filter(|(day, cost)| differs(here, day, cost));
        gone.chain(come).map(|(&day, _)| day).min()
    }

    /// Leaves the costs of these items only.
    pub fn retain(&mut self, items: &BTreeSet<Key>) {
        self.0.retain(|item, _| items.contains(item));
    }

    /// The costs of these items only, where there are any.
    pub fn of_items<'k>(&self, items: impl Iterator<Item = &'k Key>) -> Self {
        let found = items.filter_map(|item| Some((*item, self.0.get(item)?.clone())));
        Self(found.collect())
    }

    /// All costs by item and day.
    pub fn iter(&self) -> impl Iterator<Item = (Key, Date, Decimal)> + '_ {
        let of_item = |(&item, costs): (&Key, &BTreeMap<Date, Decimal>)| {
            let costs = costs.iter().map(move |(&day, &cost)| (item, day, cost));
            costs.collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of_item)
    }
}
