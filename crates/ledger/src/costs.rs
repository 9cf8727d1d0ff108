//! What units of inventory cost on average (SPEC-posting.md, 16.2): a perpetual weighted average,
//! worked out from the postings that move stock.
//!
//! What is bought comes in at its price; what is sold, given back by customers, written off or
//! used up goes at the average of its day; what is made comes in at what went into it.

use crate::arithmetic::{TooLarge, product, ratio, sum};
use crate::context::Context;
use crate::{Posting, post_without_costs};
use books::inventory::{AverageCosts, UnitCost};
use books::{Books, Key, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// How many decimals the cost of one unit is rounded to.
const UNIT_COST_DECIMALS: u32 = 10;

/// Kinds of documents that move stock at what it cost.
const AT_COST: [Key; 4] = [
    kinds::SALES_INVOICE,
    kinds::CREDIT_NOTE,
    kinds::RECEIPT,
    kinds::INVENTORY_WRITE_OFF,
];

/// Whether documents of this kind move stock at what it cost, and so set no cost themselves.
pub fn moves_at_cost(kind: Key) -> bool {
    AT_COST.contains(&kind) || WITHOUT_VALUE.contains(&kind)
}

/// Whether documents of this kind post what units cost, and so post otherwise when that changes.
pub fn is_posted_at_cost(kind: Key) -> bool {
    kind == kinds::PRODUCTION_ORDER || AT_COST.contains(&kind)
}

/// Kinds that move what is owned already, or is not yet: not what it cost.
const WITHOUT_VALUE: [Key; 3] = [
    kinds::DELIVERY_NOTE,
    kinds::GOODS_RECEIPT,
    kinds::INVENTORY_TRANSFER,
];

/// The average costs of all items, also of those whose sales cost what is set for them: for
/// display, and for setting unit costs. An item that never came in has none.
pub fn average_costs(books: &Books) -> AverageCosts {
    let mut movements = StockMovements::default();
    for posting in &post_without_costs(books).postings {
        movements.add(posting);
    }
    movements.costs_of_all(books)
}

/// The average costs as the records that set them, in the order of their items and days, each
/// with the key of nothing: the keys are for whoever stores them.
pub fn unit_costs(books: &Books) -> Vec<UnitCost> {
    let record = |(item, date, cost)| UnitCost {
        key: Key::NIL,
        date,
        item,
        cost,
    };
    average_costs(books).iter().map(record).collect()
}

/// Whether an inventory item costs its average.
pub(crate) fn has_averages(books: &Books) -> bool {
    let set: BTreeSet<Key> = books.unit_costs.values().map(|cost| cost.item).collect();
    let mut items = books.items.values();
    items.any(|item| item.costs_at_average && !set.contains(&item.key))
}

/// In which order stock moves on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// Bought, or given back to the supplier.
    Valued,
    /// Used up and made by a production order.
    Production,
    /// Sold, or written off.
    AtCost,
}

/// One item moved by one document.
#[derive(Debug, Clone, Copy)]
struct Movement {
    item: Key,
    quantity: Decimal,
    amount: Decimal,
}

/// Stock that moved, collected from postings that [`post_without_costs`] made.
#[derive(Debug, Default)]
pub struct StockMovements(BTreeMap<(Date, Phase, Key), Vec<Movement>>);

/// What is known of an item at a moment.
#[derive(Debug, Default)]
struct Held {
    quantity: Decimal,
    worth: Decimal,
    average: Option<Decimal>,
    /// Gone before anything came in: from what day, and how much at a time.
    unpriced: Option<(Date, Vec<Decimal>)>,
}

impl StockMovements {
    /// Takes in a posting; those that move no stock are passed over.
    pub fn add(&mut self, posting: &Posting) {
        let (Some(item), Some(quantity)) = (posting.subledger, posting.quantity) else {
            return;
        };
        let kind = posting.document_kind;
        if WITHOUT_VALUE.contains(&kind) {
            return;
        }
        let phase = match kind {
            kinds::PRODUCTION_ORDER => Phase::Production,
            kind if AT_COST.contains(&kind) => Phase::AtCost,
            _ => Phase::Valued,
        };
        let movement = Movement {
            item,
            quantity,
            amount: posting.amount,
        };
        let place = (posting.date, phase, posting.document);
        self.0.entry(place).or_default().push(movement);
    }

    /// The average costs that [`crate::post`] needs. Of `books` only the settings and items are
    /// asked, which say what units cost that do not cost their average.
    pub fn average_costs(self, books: &Books) -> AverageCosts {
        self.follow(books, false)
    }

    /// The average costs of all items, as [`average_costs`] gives them. Only the settings and items
    /// of `books` are asked.
    pub fn costs_of_all(self, books: &Books) -> AverageCosts {
        self.follow(books, true)
    }

    fn follow(self, books: &Books, is_all_at_average: bool) -> AverageCosts {
        let mut stock = Stock {
            context: Context::new(books),
            is_all_at_average,
            held: BTreeMap::new(),
            costs: AverageCosts::default(),
        };
        for ((date, phase, _), movements) in self.0 {
            // A figure beyond exact arithmetic leaves the averages as they were.
            let _ = match phase {
                Phase::Valued => movements
                    .iter()
                    .try_for_each(|it| stock.take_in(date, it.item, it.quantity, it.amount)),
                Phase::Production => stock.produce(date, &movements),
                Phase::AtCost => movements
                    .iter()
                    .try_for_each(|it| stock.give_out(date, it.item, it.quantity).map(|_| ())),
            };
        }
        stock.costs
    }
}

/// All items, while time passes.
struct Stock<'a> {
    context: Context<'a>,
    is_all_at_average: bool,
    held: BTreeMap<Key, Held>,
    costs: AverageCosts,
}

impl Stock<'_> {
    fn decimals(&self) -> u32 {
        self.context.books.base_currency.decimals
    }

    /// Units that come at a price of their own, or go back at it.
    fn take_in(
        &mut self,
        date: Date,
        item: Key,
        quantity: Decimal,
        amount: Decimal,
    ) -> Result<(), TooLarge> {
        let decimals = self.decimals();
        let held = self.held.entry(item).or_default();
        held.quantity = sum(held.quantity, quantity)?;
        held.worth = sum(held.worth, amount)?;
        if let Some((since, gone)) = held.unpriced.take_if(|_| quantity > Decimal::ZERO) {
            // What was gone before cost what the first of its kind costs.
            let cost = ratio(&[amount], quantity, UNIT_COST_DECIMALS)?;
            for quantity in gone {
                let worth = product(&[quantity, cost], decimals)?;
                held.worth = sum(held.worth, worth)?;
            }
            held.average = Some(cost);
            self.costs.set(item, since.min(date), cost);
        }
        if held.quantity <= Decimal::ZERO || held.worth.is_sign_negative() {
            return Ok(());
        }
        let average = ratio(&[held.worth], held.quantity, UNIT_COST_DECIMALS)?;
        if held.average != Some(average) {
            held.average = Some(average);
            self.costs.set(item, date, average);
        }
        Ok(())
    }

    /// Units at what they cost; a quantity below zero goes out. Says what they are worth, with
    /// the sign of the quantity.
    fn give_out(&mut self, date: Date, item: Key, quantity: Decimal) -> Result<Decimal, TooLarge> {
        let decimals = self.decimals();
        let is_at_average = self.is_all_at_average || self.context.is_at_average(item);
        let set = self.context.unit_cost(item, date);
        let held = self.held.entry(item).or_default();
        held.quantity = sum(held.quantity, quantity)?;
        if !is_at_average {
            let cost = set.unwrap_or(Decimal::ZERO);
            let worth = product(&[quantity, cost], decimals)?;
            held.worth = sum(held.worth, worth)?;
            return Ok(worth);
        }
        let Some(average) = held.average else {
            let unpriced = held.unpriced.get_or_insert_with(|| (date, Vec::new()));
            unpriced.1.push(quantity);
            return Ok(Decimal::ZERO);
        };
        let worth = product(&[quantity, average], decimals)?;
        held.worth = sum(held.worth, worth)?;
        Ok(worth)
    }

    /// What is made is worth what is used up and the other costs, which stand on it already.
    fn produce(&mut self, date: Date, movements: &[Movement]) -> Result<(), TooLarge> {
        let mut used = Decimal::ZERO;
        for it in movements.iter().filter(|it| it.quantity.is_sign_negative()) {
            used = sum(used, self.give_out(date, it.item, it.quantity)?)?;
        }
        for it in movements.iter().filter(|it| it.quantity.is_sign_positive()) {
            let worth = sum(it.amount, -used)?;
            self.take_in(date, it.item, it.quantity, worth)?;
        }
        Ok(())
    }
}
