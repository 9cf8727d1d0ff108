//! The bank account summary: what came into and went out of each bank and cash account
//! (SPEC-reports.md, 3.12).

use crate::ReportOptions;
use crate::amounts::{add, fixed};
use crate::control::Control;
use crate::frame::Frame;
use crate::general_ledger_summary::{Movement, cells};
use crate::report_table::{Cell, Label, Link, ReportRow, ReportTable, RowKind};
use crate::rows::{amount_column, coded, plain, row};
use books::Key;
use ledger::{Figures, FiguresError, Grouping, PostingFilter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The name of the report.
pub(crate) const NAME: &str = "bank-account-summary";

/// One account in base currency, and in its own where that is another.
#[derive(Debug, Default)]
struct OfAccount {
    base: Movement,
    own: BTreeMap<Key, Movement>,
}

/// What came into and went out of each bank and cash account.
///
/// # Errors
/// When the figures cannot be read.
pub fn bank_account_summary(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let mut accounts: Vec<(Option<Key>, OfAccount)> = read(&frame)?.into_iter().collect();
    let label = |key: Option<Key>| match key {
        Some(key) => frame.subledger_label(key),
        None => coded("nothing-named"),
    };
    accounts.sort_by_cached_key(|(key, _)| sort_key(&frame, *key));
    let mut rows = Vec::new();
    let mut total = Movement::default();
    for (key, of) in &accounts {
        total.add(&of.base);
        let mut label = label(*key);
        if let Some(subledger) = *key {
            label.link = Some(Link::Record(subledger));
        }
        rows.push(row(RowKind::Line, 0, label, cells(&frame, &of.base)));
        let own = of.own.iter();
        rows.extend(own.map(|(currency, movement)| own_row(&frame, *currency, movement)));
    }
    let total_cells = cells(&frame, &total);
    rows.push(row(RowKind::GrandTotal, 0, coded("total"), total_cells));
    let columns = [
        "opening-balance",
        "money-in",
        "money-out",
        "closing-balance",
    ];
    let columns = columns.map(amount_column).to_vec();
    frame.table(NAME, columns, rows, Vec::new())
}

/// By code, then name; what names nothing comes last.
fn sort_key(frame: &Frame<'_>, key: Option<Key>) -> (bool, String, String, Option<Key>) {
    let bank = key.and_then(|key| frame.books.bank_accounts.get(&key));
    let code = bank.map_or_else(String::new, |bank| bank.code.clone());
    let name = bank.map_or_else(String::new, |bank| bank.name.clone());
    (key.is_none(), code, name, key)
}

fn read(frame: &Frame<'_>) -> Result<BTreeMap<Option<Key>, OfAccount>, FiguresError> {
    let period = frame.options.period;
    let filter = PostingFilter {
        accounts: Some(Control::Cash.all(frame.books)),
        subledger: frame.options.about,
        ..PostingFilter::between(period.from, period.to)
    };
    let by = Grouping {
        subledger: true,
        ..Grouping::default()
    };
    let mut accounts: BTreeMap<Option<Key>, OfAccount> = BTreeMap::new();
    for sum in frame.sums_before(period, by, filter.clone())? {
        let of = accounts.entry(sum.subledger).or_default();
        add(&mut of.base.opening, sum.amount);
        if let Some(currency) = sum.currency {
            let own = of.own.entry(currency).or_default();
            add(&mut own.opening, sum.own_amount);
        }
    }
    // Money in and money out are told apart by the postings themselves.
    frame.figures.each_posting(&filter, &mut |posting| {
        let of = accounts.entry(posting.subledger).or_default();
        of.base.count(posting.amount);
        if let Some((currency, amount)) = posting.own_currency {
            of.own.entry(currency).or_default().count(amount);
        }
        Ok(())
    })?;
    if frame.options.shows_zero {
        for bank in frame.books.bank_accounts.keys() {
            accounts.entry(Some(*bank)).or_default();
        }
    } else {
        accounts.retain(|_, of| !of.base.is_zero() || of.own.values().any(|it| !it.is_zero()));
    }
    Ok(accounts)
}

/// The same figures in the account's own currency, below its row.
fn own_row(frame: &Frame<'_>, currency: Key, movement: &Movement) -> ReportRow {
    let amounts = [
        movement.opening,
        movement.debit,
        movement.credit,
        movement.closing(),
    ];
    own_currency_row(frame, currency, &amounts)
}

/// Amounts in a foreign currency, below the row with the same in base currency.
pub(crate) fn own_currency_row(frame: &Frame<'_>, currency: Key, amounts: &[Decimal]) -> ReportRow {
    let decimals = frame.books.decimals(Some(currency));
    let code = frame.currency_code(currency);
    let cells = amounts.iter().map(|amount| Cell::Amount {
        amount: fixed(*amount, decimals),
        currency: Some(code.clone()),
        link: None,
    });
    let label: Label = plain(crate::Name::Code("own-currency"));
    row(RowKind::Line, 1, label, cells.collect())
}
