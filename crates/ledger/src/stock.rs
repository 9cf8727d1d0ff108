//! How much of each inventory item there is, and where it fell below zero (SPEC-posting.md, 16).

use crate::{Figures, FiguresError, Grouping, PostingFilter};
use books::{Books, Key, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The stable code of the finding that there was less than nothing of an item.
pub const STOCK_NEGATIVE: &str = "stock-negative";

/// What there is of an inventory item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StockOnHand {
    /// Units.
    pub quantity: Decimal,
    /// What they are worth in the books, in base currency.
    pub worth: Decimal,
}

impl StockOnHand {
    /// What one unit is worth on average, rounded to `decimals`; nothing when there is none.
    pub fn average_cost(&self, decimals: u32) -> Option<Decimal> {
        if self.quantity <= Decimal::ZERO {
            return None;
        }
        crate::arithmetic::ratio(&[self.worth], self.quantity, decimals).ok()
    }
}

/// What there is of each inventory item that ever moved, as at a day.
///
/// # Errors
/// When the figures cannot be read.
pub fn stock_on_hand(
    figures: &dyn Figures,
    as_at: Option<Date>,
) -> Result<BTreeMap<Key, StockOnHand>, FiguresError> {
    let filter = PostingFilter {
        to: as_at,
        accounts: Some(inventory_accounts(figures.books())),
        ..PostingFilter::default()
    };
    let by_item = Grouping {
        subledger: true,
        ..Grouping::default()
    };
    let mut stock: BTreeMap<Key, StockOnHand> = BTreeMap::new();
    for sum in figures.sums(&filter, by_item)? {
        if let Some(item) = sum.subledger {
            let held = stock.entry(item).or_default();
            held.quantity = held.quantity.saturating_add(sum.quantity);
            held.worth = held.worth.saturating_add(sum.amount);
        }
    }
    Ok(stock)
}

/// A day at whose end there was less than nothing of an item, and had not been the day before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NegativeStock {
    /// The item.
    pub item: Key,
    /// The day.
    pub date: Date,
    /// The last document of the day that took some.
    pub document: Key,
    /// Its kind.
    pub kind: Key,
    /// How many there were at the end of the day; below zero.
    pub quantity: Decimal,
}

/// Every time that stock fell below zero, by item and day. Nothing is kept from posting by it: it
/// is a finding, with the code [`STOCK_NEGATIVE`].
///
/// # Errors
/// When the figures cannot be read.
pub fn negative_stock(
    figures: &dyn Figures,
    as_at: Option<Date>,
) -> Result<Vec<NegativeStock>, FiguresError> {
    let filter = PostingFilter {
        to: as_at,
        accounts: Some(inventory_accounts(figures.books())),
        ..PostingFilter::default()
    };
    let mut counts: BTreeMap<Key, Count> = BTreeMap::new();
    let mut found = Vec::new();
    figures.each_posting(&filter, &mut |posting| {
        if let (Some(item), Some(quantity)) = (posting.subledger, posting.quantity) {
            let count = counts.entry(item).or_default();
            if count.date.is_some_and(|date| date < posting.date) {
                found.extend(count.end_of_day(item));
            }
            count.date = Some(posting.date);
            count.quantity = count.quantity.saturating_add(quantity);
            if quantity.is_sign_negative() {
                count.taken_by = Some((posting.document, posting.document_kind));
            }
        }
        Ok(())
    })?;
    for (item, mut count) in counts {
        found.extend(count.end_of_day(item));
    }
    found.sort_by_key(|it| (it.item, it.date));
    Ok(found)
}

/// Counts one item from day to day.
#[derive(Debug, Default)]
struct Count {
    quantity: Decimal,
    date: Option<Date>,
    taken_by: Option<(Key, Key)>,
    was_negative: bool,
}

impl Count {
    fn end_of_day(&mut self, item: Key) -> Option<NegativeStock> {
        let is_negative = self.quantity < Decimal::ZERO;
        let fell = is_negative && !self.was_negative;
        self.was_negative = is_negative;
        let (document, kind) = self.taken_by.filter(|_| fell)?;
        Some(NegativeStock {
            item,
            date: self.date?,
            document,
            kind,
            quantity: self.quantity,
        })
    }
}

/// Inventory on hand and its custom control accounts.
pub fn inventory_accounts(books: &Books) -> Vec<Key> {
    let custom = kinds::CONTROL_ACCOUNT_FOR_INVENTORY_ITEMS;
    let customs = books.accounts.values().filter(|it| it.kind == custom);
    let customs = customs.map(|it| it.key).filter(|&key| key != custom);
    std::iter::once(kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT)
        .chain(customs)
        .collect()
}
