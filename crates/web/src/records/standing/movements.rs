//! A bank account, an item, an employee …: what stands under it, and the latest documents that
//! moved it, with what there was after each.

use super::{Standing, figures, money, some_hidden};
use crate::addresses;
use crate::records::words;
use books::{Books, Key, kinds};
use jiff::Span;
use jiff::civil::Date;
use ledger::{Figures, Grouping, Posting, PostingFilter, inventory_accounts, stock_on_hand};
use maud::{Markup, html};
use pages::tables::{Column, cell, folds, labelled_amount_cell, panel, table};
use rust_decimal::Decimal;
use std::collections::VecDeque;
use store::StoreError;

/// The page shows so many movements at most, the latest; the report has them all.
const ROWS_MAX: usize = 50;
/// How far back the latest are looked for, in days: further each time there were too few.
const DAYS_BACK: [Option<i64>; 4] = [Some(31), Some(124), Some(400), None];

/// What one document did.
struct Movement {
    document: Key,
    kind: Key,
    date: Date,
    description: String,
    contact: Option<Key>,
    amount: Decimal,
    quantity: Decimal,
}

/// A thing that amounts stand under: its balance and its transactions.
pub(super) fn of_account(at: &Standing<'_, '_>) -> Result<Markup, StoreError> {
    let kept = figures::open(at.names.reader())?;
    let own = kept
        .books()
        .subledger(at.record)
        .and_then(|(_, currency)| currency);
    let filter = PostingFilter {
        subledger: Some(at.record),
        ..PostingFilter::default()
    };
    let sums = kept.sums(&filter, Grouping::default())?;
    let balance = sums.iter().fold(Decimal::ZERO, |all, sum| match own {
        Some(_) if sum.currency == own => all.saturating_add(sum.own_amount),
        Some(_) => all,
        None => all.saturating_add(sum.amount),
    });
    let locale = at.locale();
    let label = locale.text("list-column-balance");
    let shown = money(kept.books(), locale, balance, own);
    let latest = latest(at, &*kept, &filter, own)?;
    let table = account_table(at, kept.books(), own, balance, &latest)?;
    Ok(panel(
        "",
        html! {
            (figures(&[(label, shown, false)]))
            (table)
            (all_of_them(at, &latest))
        },
    ))
}

/// An inventory item: what there is, what it is worth, and what moved it.
pub(super) fn of_item(at: &Standing<'_, '_>) -> Result<Markup, StoreError> {
    let kept = figures::open(at.names.reader())?;
    let books = kept.books();
    let stock = stock_on_hand(&*kept, None)?;
    let held = stock.get(&at.record).copied().unwrap_or_default();
    let locale = at.locale();
    let cost = held.average_cost(books.base_currency.decimals);
    let base = |amount| money(books, locale, amount, None);
    let rows = [
        (
            locale.text("list-column-quantity"),
            locale.number(held.quantity),
            held.quantity < Decimal::ZERO,
        ),
        (
            locale.text("list-column-average-cost"),
            cost.map(base).unwrap_or_else(|| "–".to_owned()),
            false,
        ),
        (locale.text("list-column-value"), base(held.worth), false),
    ];
    let filter = PostingFilter {
        subledger: Some(at.record),
        accounts: Some(inventory_accounts(books)),
        ..PostingFilter::default()
    };
    let latest = latest(at, &*kept, &filter, None)?;
    let table = item_table(at, books, held.quantity, &latest)?;
    Ok(panel(
        "",
        html! { (figures(&rows)) (table) (all_of_them(at, &latest)) },
    ))
}

/// The latest movements, and whether some between them may not be seen.
struct Latest {
    movements: Vec<Movement>,
    are_hidden: bool,
}

/// The latest movements that may be seen, the newest first; all postings of one document are one.
fn latest(
    at: &Standing<'_, '_>,
    kept: &dyn Figures,
    filter: &PostingFilter,
    own: Option<Key>,
) -> Result<Latest, StoreError> {
    let mut movements = all_latest(kept, filter, at.today, own)?;
    let sight = at.names.sight()?;
    let count = movements.len();
    movements.retain(|it| sight.is_of(it.kind));
    Ok(Latest {
        are_hidden: movements.len() < count,
        movements,
    })
}

fn all_latest(
    kept: &dyn Figures,
    filter: &PostingFilter,
    today: Date,
    own: Option<Key>,
) -> Result<Vec<Movement>, StoreError> {
    for days in DAYS_BACK {
        let from = days.and_then(|days| {
            let span = Span::new().try_days(days).ok()?;
            today.checked_sub(span).ok()
        });
        let found = since(kept, filter, from, own)?;
        if found.len() >= ROWS_MAX || from.is_none() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

fn since(
    kept: &dyn Figures,
    filter: &PostingFilter,
    from: Option<Date>,
    own: Option<Key>,
) -> Result<Vec<Movement>, StoreError> {
    let filter = PostingFilter {
        from,
        ..filter.clone()
    };
    let mut found: VecDeque<Movement> = VecDeque::with_capacity(ROWS_MAX);
    kept.each_posting(&filter, &mut |posting| {
        let amount = match (own, posting.own_currency) {
            (Some(own), Some((currency, amount))) if own == currency => amount,
            (Some(_), _) => Decimal::ZERO,
            (None, _) => posting.amount,
        };
        let quantity = posting.quantity.unwrap_or_default();
        match found.back_mut() {
            Some(last) if last.document == posting.document => {
                last.amount = last.amount.saturating_add(amount);
                last.quantity = last.quantity.saturating_add(quantity);
            }
            _ => {
                if found.len() == ROWS_MAX {
                    found.pop_front();
                }
                found.push_back(movement(posting, amount, quantity));
            }
        }
        Ok(())
    })?;
    Ok(found.into_iter().rev().collect())
}

fn movement(posting: &Posting, amount: Decimal, quantity: Decimal) -> Movement {
    Movement {
        document: posting.document,
        kind: posting.document_kind,
        date: posting.date,
        description: posting.description.clone(),
        contact: posting.contact,
        amount,
        quantity,
    }
}

fn account_table(
    at: &Standing<'_, '_>,
    books: &Books,
    own: Option<Key>,
    balance: Decimal,
    latest: &Latest,
) -> Result<Markup, StoreError> {
    let locale = at.locale();
    let is_bank = at.kind == kinds::BANK_OR_CASH_ACCOUNT;
    let (debit, credit) = if is_bank {
        ("standing-received", "standing-paid")
    } else {
        ("report-debit", "report-credit")
    };
    let (debit, credit) = (locale.text(debit), locale.text(credit));
    let balance_label = locale.text("list-column-balance");
    let side = |amount: Decimal| {
        if amount > Decimal::ZERO {
            money(books, locale, amount, own)
        } else {
            String::new()
        }
    };
    let mut after = balance;
    let mut rows = Vec::with_capacity(latest.movements.len());
    // Two balances would tell what a hidden document between them came to.
    let reached = |amount: Decimal| match latest.are_hidden {
        true => String::new(),
        false => money(books, locale, amount, own),
    };
    for it in &latest.movements {
        rows.push(html! {
            tr {
                (beginning(at, it)?)
                (labelled_amount_cell(&debit, &side(it.amount)))
                (labelled_amount_cell(&credit, &side(-it.amount)))
                (labelled_amount_cell(&balance_label, &reached(after)))
            }
        });
        after = after.saturating_sub(it.amount);
    }
    let columns = [
        Column::words(locale.text("field-Date")),
        Column::words(locale.text("standing-document")),
        Column::words(locale.text("field-Description")),
        Column::amounts(debit),
        Column::amounts(credit),
        Column::amounts(balance_label),
    ];
    Ok(movements_table(at, &columns, &rows, latest.are_hidden))
}

fn item_table(
    at: &Standing<'_, '_>,
    books: &Books,
    quantity: Decimal,
    latest: &Latest,
) -> Result<Markup, StoreError> {
    let locale = at.locale();
    let labels = ["field-Qty", "standing-cost", "list-column-quantity"];
    let [moved, cost, on_hand] = labels.map(|label| locale.text(label));
    let mut after = quantity;
    let mut rows = Vec::with_capacity(latest.movements.len());
    let reached = |quantity: Decimal| match latest.are_hidden {
        true => String::new(),
        false => locale.number(quantity),
    };
    for it in &latest.movements {
        rows.push(html! {
            tr {
                (beginning(at, it)?)
                (labelled_amount_cell(&moved, &locale.number(it.quantity)))
                (labelled_amount_cell(&cost, &money(books, locale, it.amount, None)))
                (labelled_amount_cell(&on_hand, &reached(after)))
            }
        });
        after = after.saturating_sub(it.quantity);
    }
    let columns = [
        Column::words(locale.text("field-Date")),
        Column::words(locale.text("standing-document")),
        Column::words(locale.text("field-Description")),
        Column::amounts(moved),
        Column::amounts(cost),
        Column::amounts(on_hand),
    ];
    Ok(movements_table(at, &columns, &rows, latest.are_hidden))
}

/// Date, document, and what it says or whom it was with.
fn beginning(at: &Standing<'_, '_>, it: &Movement) -> Result<Markup, StoreError> {
    let locale = at.locale();
    let kind = words::kind_name(locale, it.kind);
    let contact = it.contact.filter(|contact| *contact != at.record);
    let contact = contact.map(|key| at.names.text(key)).transpose()?;
    let description = it.description.trim();
    Ok(html! {
        (cell(html! { span .nowrap { (locale.date(it.date)) } }))
        (cell(html! { (kind) " " (at.names.link(it.document)?) }))
        (cell(html! {
            @if let Some(contact) = &contact { (pages::user_text(contact)) }
            @if contact.is_some() && !description.is_empty() { " · " }
            (pages::user_text(description))
        }))
    })
}

fn movements_table(
    at: &Standing<'_, '_>,
    columns: &[Column],
    rows: &[Markup],
    are_hidden: bool,
) -> Markup {
    let locale = at.locale();
    let heading = locale.text("standing-latest");
    if rows.is_empty() && are_hidden {
        return some_hidden(locale);
    }
    if rows.is_empty() {
        return html! { p .muted { (locale.text("standing-nothing-moved")) } };
    }
    html! {
        h2 { (heading) }
        (folds(table(&heading, columns, rows, None)))
        @if are_hidden { (some_hidden(locale)) }
    }
}

/// The way to all of them.
fn all_of_them(at: &Standing<'_, '_>, latest: &Latest) -> Markup {
    if latest.movements.is_empty() && !latest.are_hidden {
        return html! {};
    }
    let query = format!("period=everything&about={}", at.record);
    let report = format!("reports/general-ledger-transactions?{query}");
    let href = addresses::business_part(at.names.business, &report);
    html! { p { a href=(href) { (at.locale().text("standing-all")) } } }
}
