//! What every posting rule leans on: the books, the rates, the unit costs.

use crate::exchange::RateTable;
use books::documents::{Invoice, InvoiceKind, StockNoteKind};
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
    has_delivery_notes: bool,
    has_goods_receipts: bool,
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
            has_delivery_notes: has_notes(books, StockNoteKind::DeliveryNote),
            has_goods_receipts: has_notes(books, StockNoteKind::GoodsReceipt),
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

    /// Whether an invoice or note moves the stock on its lines: where it says so, and where the
    /// business has no delivery notes or goods receipts that could (SPEC-posting.md, 16.1).
    pub(crate) fn moves_stock(&self, invoice: &Invoice) -> bool {
        let has_notes = match invoice.kind {
            InvoiceKind::SalesInvoice => self.has_delivery_notes,
            InvoiceKind::PurchaseInvoice => self.has_goods_receipts,
            InvoiceKind::CreditNote | InvoiceKind::DebitNote => return true,
        };
        self.is_costless || invoice.moves_stock || !has_notes
    }
}

fn has_notes(books: &Books, kind: StockNoteKind) -> bool {
    let mut notes = books.stock_notes.values();
    books.stock_notes_elsewhere.contains(&kind.key()) || notes.any(|note| note.kind == kind)
}
