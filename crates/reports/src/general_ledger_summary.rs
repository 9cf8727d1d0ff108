//! The general ledger summary: how each account moved in a period (SPEC-reports.md, 3.4).

use crate::amounts::add;
use crate::chart::ChartPlace;
use crate::frame::Frame;
use crate::report_table::{Cell, Label, Link, Name, ReportRow, ReportTable, RowKind};
use crate::revaluation::{adjustments_before, adjustments_within};
use crate::rows::{amount_column, coded, row};
use crate::{Basis, ReportOptions};
use books::Key;
use ledger::{Figures, FiguresError, Grouping, PostingFilter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The name of the report.
pub(crate) const NAME: &str = "general-ledger-summary";

/// An account's balance before, its movements, and whether it has any.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Movement {
    /// The balance at the beginning, debit positive.
    pub(crate) opening: Decimal,
    /// The debits of the period.
    pub(crate) debit: Decimal,
    /// The credits of the period, positive.
    pub(crate) credit: Decimal,
}

impl Movement {
    /// Counts a movement of the period.
    pub(crate) fn count(&mut self, amount: Decimal) {
        if amount.is_sign_negative() {
            add(&mut self.credit, ledger::arithmetic::negated(amount));
        } else {
            add(&mut self.debit, amount);
        }
    }

    /// The balance at the end, debit positive.
    pub(crate) fn closing(&self) -> Decimal {
        let mut closing = self.opening;
        add(&mut closing, self.debit);
        crate::amounts::less(closing, self.credit)
    }

    /// Whether there is nothing to show.
    pub(crate) const fn is_zero(&self) -> bool {
        self.opening.is_zero() && self.debit.is_zero() && self.credit.is_zero()
    }

    /// Adds another one's figures.
    pub(crate) fn add(&mut self, other: &Self) {
        add(&mut self.opening, other.opening);
        add(&mut self.debit, other.debit);
        add(&mut self.credit, other.credit);
    }
}

/// How each account moved.
///
/// # Errors
/// When the figures cannot be read.
pub fn general_ledger_summary(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let accounts = in_chart_order(&frame, movements(&frame)?);
    let mut rows = Vec::new();
    let mut total = Movement::default();
    for (account, place, movement) in &accounts {
        total.add(movement);
        rows.push(account_row(&frame, *account, place, movement));
    }
    let cells = cells(&frame, &total);
    rows.push(row(RowKind::GrandTotal, 0, coded("total"), cells));
    let columns = ["opening-balance", "debit", "credit", "closing-balance"];
    let columns = columns.map(amount_column).to_vec();
    frame.table(NAME, columns, rows, Vec::new())
}

/// The movement of every account that has a balance or moved.
fn movements(frame: &Frame<'_>) -> Result<BTreeMap<Key, Movement>, FiguresError> {
    let division = PostingFilter {
        division: frame.options.division,
        ..PostingFilter::default()
    };
    let mut accounts: BTreeMap<Key, Movement> = BTreeMap::new();
    let period = frame.options.period;
    for sum in frame.sums_before(period, Grouping::default(), division.clone())? {
        let account = accounts.entry(sum.account).or_default();
        add(&mut account.opening, sum.amount);
    }
    if frame.options.division.is_none() {
        count_gains(frame, &mut accounts)?;
    }
    let filter = PostingFilter {
        from: period.from,
        to: period.to,
        ..division
    };
    // Sums do not tell debits from credits: this one figure needs the postings themselves.
    frame.figures.each_posting(&filter, &mut |posting| {
        let account = accounts.entry(posting.account).or_default();
        account.count(posting.amount);
        Ok(())
    })?;
    if frame.options.shows_zero {
        for account in frame.books.accounts.keys() {
            accounts.entry(*account).or_default();
        }
    } else {
        accounts.retain(|_, movement| !movement.is_zero());
    }
    Ok(accounts)
}

/// Counts what foreign balances gained before the period and in it.
fn count_gains(
    frame: &Frame<'_>,
    accounts: &mut BTreeMap<Key, Movement>,
) -> Result<(), FiguresError> {
    let (figures, period) = (frame.figures, frame.options.period);
    for before in adjustments_before(figures, period, Basis::Accrual)? {
        let account = accounts.entry(before.account).or_default();
        add(&mut account.opening, before.amount);
    }
    let mut moved: BTreeMap<Key, Decimal> = BTreeMap::new();
    for within in adjustments_within(figures, period, Basis::Accrual)? {
        add(moved.entry(within.account).or_default(), within.amount);
    }
    for (account, amount) in moved {
        accounts.entry(account).or_default().count(amount);
    }
    Ok(())
}

/// Accounts with something about them, in the order of the chart.
pub(crate) fn in_chart_order<T>(
    frame: &Frame<'_>,
    accounts: BTreeMap<Key, T>,
) -> Vec<(Key, ChartPlace, T)> {
    let mut placed: Vec<_> = accounts
        .into_iter()
        .map(|(account, what)| (account, frame.chart.place(account), what))
        .collect();
    placed.sort_by(|(a_key, a, _), (b_key, b, _)| {
        let a = (&a.order, a.position, &a.code, &a.name, a_key);
        a.cmp(&(&b.order, b.position, &b.code, &b.name, b_key))
    });
    placed
}

fn account_row(
    frame: &Frame<'_>,
    account: Key,
    place: &ChartPlace,
    movement: &Movement,
) -> ReportRow {
    let label = Label {
        name: Name::Account(place.name.clone()),
        code: place.code.clone(),
        link: Some(Link::Postings {
            account,
            subledger: None,
            period: frame.options.period,
        }),
    };
    row(RowKind::Line, 0, label, cells(frame, movement))
}

/// Opening balance, debits, credits, closing balance.
fn cells(frame: &Frame<'_>, movement: &Movement) -> Vec<Cell> {
    let amounts = [
        movement.opening,
        movement.debit,
        movement.credit,
        movement.closing(),
    ];
    amounts.map(|amount| frame.amount(amount)).to_vec()
}
