//! What every posting rule leans on: the books, the rates, the unit costs.

use crate::exchange::RateTable;
use books::documents::{Invoice, NotedStock, StockNote};
use books::inventory::AverageCosts;
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
    averages: Option<AverageCosts>,
    /// What all notes say, here and elsewhere.
    noted: NotedStock,
    /// Every invoice moves its own stock, and nothing costs anything: for working out averages.
    is_costless: bool,
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
            averages: None,
            noted: noted(books),
            is_costless: false,
        }
    }

    /// With averages that were worked out just now.
    pub(crate) fn with_averages(books: &'a Books, averages: AverageCosts) -> Self {
        Self {
            averages: Some(averages),
            ..Self::new(books)
        }
    }

    /// Without any cost, for working out averages.
    pub(crate) fn without_costs(books: &'a Books) -> Self {
        Self {
            is_costless: true,
            ..Self::new(books)
        }
    }

    /// The cost of one unit on `date`: by the costs set for the item, if there are any at all;
    /// else the average, where the item says so (SPEC-posting.md, 3.8).
    pub(crate) fn unit_cost(&self, item: Key, date: Date) -> Option<Decimal> {
        if self.is_costless {
            return None;
        }
        if self.is_at_average(item) {
            let averages = self.averages.as_ref().or(self.books.average_costs.as_ref());
            return averages?.on(item, date);
        }
        let end = (date, Key::from_bytes([0xff; 16]));
        let costs = self.unit_costs.get(&item)?;
        costs.range(..=end).next_back().map(|(_, cost)| *cost)
    }

    /// Whether the units of an item cost their average.
    pub(crate) fn is_at_average(&self, item: Key) -> bool {
        let found = self.books.items.get(&item);
        !self.unit_costs.contains_key(&item) && found.is_some_and(|item| item.costs_at_average)
    }

    /// Whether an invoice moves the stock on its lines (SPEC-posting.md, 16.1).
    pub(crate) fn moves_stock(&self, invoice: &Invoice) -> bool {
        self.is_costless || self.noted.mover_of(invoice).is_invoice()
    }

    /// Whether a note moves the stock on its lines: not where its invoice does so itself.
    pub(crate) fn note_moves_stock(&self, note: &StockNote) -> bool {
        let named = note.invoice.and_then(|key| self.books.invoices.get(&key));
        let is_own_note = |it: &&Invoice| Some(it.kind) == note.kind.invoices() && it.is_own_note();
        named.filter(is_own_note).is_none()
    }
}

/// What the notes say, here and elsewhere.
fn noted(books: &Books) -> NotedStock {
    let mut noted = books.stock_notes_elsewhere.clone();
    books.stock_notes.values().for_each(|note| noted.add(note));
    noted
}
