//! The trial balance as a table like every other report (SPEC-reports.md, 3.1).

use crate::chart::AccountName;
use crate::frame::Frame;
use crate::report_table::{Cell, Label, Link, Name, Period, ReportRow, ReportTable, RowKind};
use crate::rows::{amount_column, coded, heading, linked, plain, row};
use crate::trial_balance::{Row, SubRow, trial_balance_of};
use crate::{Column, Heading, Holds, ReportOptions};
use ledger::{Figures, FiguresError};
use rust_decimal::Decimal;

/// The name of the report.
pub(crate) const NAME: &str = "trial-balance";

/// How many columns there are.
const COLUMNS: usize = 3;

/// Every account with its balance as debit or credit as at a day.
///
/// # Errors
/// When the figures cannot be read.
pub fn trial_balance_table(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let balance = trial_balance_of(figures, options.period.to)?;
    let period = Period {
        from: None,
        to: options.period.to,
    };
    let mut rows: Vec<ReportRow> = Vec::new();
    let mut last: Option<&AccountName> = None;
    for account in &balance.rows {
        let root = account.group_path.first();
        if let Some(root) = root.filter(|_| root != last) {
            rows.push(heading(0, plain(Name::Account(root.clone())), COLUMNS));
        }
        last = root;
        rows.push(account_row(&frame, account, period));
        let under = account.subledger.iter();
        rows.extend(under.map(|sub| sub_row(&frame, account, sub, period)));
    }
    let mut cells = sides(&frame, balance.total_debit, balance.total_credit);
    // Equal sides are shown even when there is nothing on them.
    if balance.total_debit.is_zero() {
        cells = vec![frame.amount(Decimal::ZERO), frame.amount(Decimal::ZERO)];
    }
    cells.push(Cell::Empty);
    rows.push(row(RowKind::GrandTotal, 0, coded("total"), cells));
    let own = Column {
        heading: Heading::Code("own-currency"),
        holds: Holds::Amount,
    };
    let columns = vec![amount_column("debit"), amount_column("credit"), own];
    frame.table(NAME, columns, rows, Vec::new())
}

fn account_row(frame: &Frame<'_>, account: &Row, period: Period) -> ReportRow {
    let link = Link::Postings {
        account: account.account_key,
        subledger: None,
        period,
    };
    let label = Label {
        name: Name::Account(account.name.clone()),
        code: account.code.clone(),
        link: None,
    };
    let cells = sides(frame, account.debit, account.credit);
    let mut cells: Vec<Cell> = cells
        .into_iter()
        .map(|cell| linked(cell, link.clone()))
        .collect();
    cells.push(Cell::Empty);
    row(RowKind::Line, 1, label, cells)
}

fn sub_row(frame: &Frame<'_>, account: &Row, sub: &SubRow, period: Period) -> ReportRow {
    let label = if frame.books.foreign_currencies.contains_key(&sub.key) {
        plain(Name::Own(sub.name.clone()))
    } else {
        frame.subledger_label(sub.key)
    };
    let link = Link::Postings {
        account: account.account_key,
        subledger: Some(sub.key),
        period,
    };
    let cells = sides(frame, sub.debit, sub.credit);
    let mut cells: Vec<Cell> = cells
        .into_iter()
        .map(|cell| linked(cell, link.clone()))
        .collect();
    cells.push(match (sub.own_currency_balance, &sub.currency) {
        (Some(amount), Some(currency)) => Cell::Amount {
            amount,
            currency: Some(currency.clone()),
            link: None,
        },
        _ => Cell::Empty,
    });
    row(RowKind::Line, 2, label, cells)
}

/// Debit and credit, the one that is zero left empty.
fn sides(frame: &Frame<'_>, debit: Decimal, credit: Decimal) -> Vec<Cell> {
    let side = |amount: Decimal| {
        if amount.is_zero() {
            Cell::Empty
        } else {
            frame.amount(amount)
        }
    };
    vec![side(debit), side(credit)]
}
