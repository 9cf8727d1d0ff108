//! The inventory value: how much of each item there is, and what it is worth at cost
//! (SPEC-reports.md, 3.13).

use crate::amounts::add;
use crate::control::Control;
use crate::frame::Frame;
use crate::report_table::{Cell, Column, Heading, Holds, Link, ReportRow, ReportTable, RowKind};
use crate::rows::{amount_column, coded, row};
use crate::{ReportOptions, remarks};
use books::{Key, kinds};
use ledger::arithmetic::ratio;
use ledger::{Figures, FiguresError, Grouping, PostingFilter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The name of the report.
pub(crate) const NAME: &str = "inventory-value";

/// How many there are and what they cost together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Stock {
    quantity: Decimal,
    value: Decimal,
}

/// Quantity, average cost and value of each inventory item as at a day.
///
/// # Errors
/// When the figures cannot be read.
pub fn inventory_value(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let mut items: Vec<(Option<Key>, Stock)> = read(&frame)?.into_iter().collect();
    items.sort_by_cached_key(|(item, _)| sort_key(&frame, *item));
    let mut rows = Vec::new();
    let mut total = Decimal::ZERO;
    let mut own_remarks = Vec::new();
    for (item, stock) in &items {
        add(&mut total, stock.value);
        rows.push(item_row(&frame, *item, *stock));
        if let Some(item) = item
            && stock.quantity.is_sign_negative()
            && !stock.quantity.is_zero()
        {
            let name = frame.books.items.get(item).map(|item| item.name.clone());
            let name = name.unwrap_or_else(|| item.to_string());
            own_remarks.push(remarks::named("negative-stock", "item", name));
        }
    }
    let cells = vec![Cell::Empty, Cell::Empty, frame.amount(total)];
    rows.push(row(RowKind::GrandTotal, 0, coded("total"), cells));
    let quantity = Column {
        heading: Heading::Code("quantity"),
        holds: Holds::Amount,
    };
    let columns = vec![
        quantity,
        amount_column("average-cost"),
        amount_column("value"),
    ];
    frame.table(NAME, columns, rows, own_remarks)
}

/// By code, then name; what stands under no item comes last.
fn sort_key(frame: &Frame<'_>, item: Option<Key>) -> (bool, String, String, Option<Key>) {
    let found = item.and_then(|item| frame.books.items.get(&item));
    let code = found.map_or_else(String::new, |item| item.code.clone());
    let name = found.map_or_else(String::new, |found| found.name.clone());
    (item.is_none(), code, name, item)
}

fn read(frame: &Frame<'_>) -> Result<BTreeMap<Option<Key>, Stock>, FiguresError> {
    let filter = PostingFilter {
        accounts: Some(Control::Inventory.all(frame.books)),
        subledger: frame.options.about,
        ..PostingFilter::until(frame.options.period.to)
    };
    let by = Grouping {
        subledger: true,
        ..Grouping::default()
    };
    let mut items: BTreeMap<Option<Key>, Stock> = BTreeMap::new();
    for sum in frame.figures.sums(&filter, by)? {
        let stock = items.entry(sum.subledger).or_default();
        add(&mut stock.value, sum.amount);
        add(&mut stock.quantity, sum.quantity);
    }
    if frame.options.shows_zero {
        let stocked = frame.books.items.values();
        for item in stocked.filter(|item| item.kind == kinds::INVENTORY_ITEM) {
            items.entry(Some(item.key)).or_default();
        }
    } else {
        items.retain(|_, stock| !stock.quantity.is_zero() || !stock.value.is_zero());
    }
    Ok(items)
}

fn item_row(frame: &Frame<'_>, item: Option<Key>, stock: Stock) -> ReportRow {
    let decimals = frame.books.base_currency.decimals;
    let is_stock = stock.quantity > Decimal::ZERO && stock.value > Decimal::ZERO;
    let average = is_stock.then(|| ratio(&[stock.value], stock.quantity, decimals));
    let average = match average {
        Some(Ok(average)) => frame.amount(average),
        // Nothing to divide, or beyond exact arithmetic: no cost is better than a wrong one.
        Some(Err(_)) | None => Cell::Empty,
    };
    let (label, quantity) = match item {
        Some(item) => (
            frame.subledger_label(item),
            Cell::Number(stock.quantity.normalize()),
        ),
        None => (coded("nothing-named"), Cell::Empty),
    };
    let mut value = frame.amount(stock.value);
    if let Some(item) = item {
        value = crate::rows::linked(value, Link::Record(item));
    }
    row(RowKind::Line, 0, label, vec![quantity, average, value])
}
