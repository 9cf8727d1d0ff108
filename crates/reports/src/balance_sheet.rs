//! The balance sheet: what the business owns, what it owes, and what belongs to its owners
//! (SPEC-reports.md, 3.2).

use crate::amounts::{Amounts, less};
use crate::basis::BasisSums;
use crate::chart::{GroupOrder, Section};
use crate::frame::Frame;
use crate::profit_and_loss_statement::{
    ALL_GROUPS, Statement, leaves, period_columns, profit, statement_remarks,
};
use crate::report_table::{Label, Period, ReportRow, ReportTable, RowKind};
use crate::revaluation::{Adjustment, adjustments};
use crate::rows::{coded, row};
use crate::statement::{Group, Writer, grow};
use crate::{ReportOptions, periods};
use books::{Key, kinds};
use ledger::{Figures, FiguresError, Grouping, PostingFilter, Sum};
use std::collections::BTreeMap;

/// The name of the report.
pub(crate) const NAME: &str = "balance-sheet";

/// The sections that are shown whether or not there is anything in them, in their order.
const SECTIONS: [Section; 3] = [Section::Assets, Section::Liabilities, Section::Equity];

/// The balance sheet as at a day, beside those it is compared with.
///
/// # Errors
/// When the figures cannot be read.
pub fn balance_sheet(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    condensed(figures, options, ALL_GROUPS)
}

/// The same with groups from a depth on as a line each.
pub(crate) fn condensed(
    figures: &dyn Figures,
    options: &ReportOptions,
    depth_max: usize,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let asked = frame.periods();
    let columns = asked.len();
    let (accounts, profits) = balances(&frame, &asked)?;
    let leaves = leaves(&frame, accounts, Statement::BalanceSheet, columns);
    let as_at: Vec<Period> = asked.iter().map(|period| until(period.to)).collect();
    let writer = Writer {
        frame: &frame,
        periods: &as_at,
        depth_max,
    };
    let groups = grow(&leaves, columns);
    let mut rows = Vec::new();
    let mut financed = profits.clone();
    for section in SECTIONS {
        let empty = frame.chart.root_order(section, section.fixed_root());
        let own_lines = own_lines(section, &profits);
        write(&writer, section, &groups, &empty, &own_lines, &mut rows);
    }
    for group in &groups {
        if group.section != Section::Assets {
            financed.add(&group.total);
        }
        if group.section == Section::Unclassified {
            writer.write_section(group, &[], &mut rows);
        }
    }
    rows.push(row(
        RowKind::GrandTotal,
        0,
        coded("total-liabilities-and-equity"),
        writer.cells(&financed.negated()),
    ));
    let remarks = statement_remarks(&leaves, options.basis);
    frame.table(NAME, period_columns(&as_at), rows, remarks)
}

/// Equity has a line that is no account: the profit of the period.
fn own_lines(section: Section, profits: &Amounts) -> Vec<(Label, Amounts)> {
    if section == Section::Equity {
        vec![(coded("net-profit"), profits.clone())]
    } else {
        Vec::new()
    }
}

/// Writes all groups that stand for a section, or an empty one.
fn write(
    writer: &Writer<'_>,
    section: Section,
    groups: &[Group<'_>],
    empty: &GroupOrder,
    own_lines: &[(Label, Amounts)],
    rows: &mut Vec<ReportRow>,
) {
    let found = groups.iter().find(|group| group.section == section);
    match found {
        Some(group) => writer.write_section(group, own_lines, rows),
        None => {
            let group = Group::empty(empty, section, writer.periods.len());
            writer.write_section(&group, own_lines, rows);
        }
    }
}

/// The balances of all accounts with retained earnings complete, and the profit of each period as
/// a balance: debit positive.
fn balances(
    frame: &Frame<'_>,
    asked: &[Period],
) -> Result<(BTreeMap<Key, Amounts>, Amounts), FiguresError> {
    let sums = BasisSums::of(frame);
    let mut accounts: BTreeMap<Key, Amounts> = BTreeMap::new();
    let mut profits = Amounts::zero(asked.len());
    let zero = || Amounts::zero(asked.len());
    for (column, period) in asked.iter().enumerate() {
        let until_end = balances_until(frame, &sums, period.to)?;
        for sum in &until_end {
            let amounts = accounts.entry(sum.account).or_insert_with(zero);
            amounts.add_at(column, sum.amount);
        }
        let whole = profit(frame, &until_end);
        let before = match beginning(frame.options, *period) {
            Some(last) => profit(frame, &balances_until(frame, &sums, Some(last))?),
            None => rust_decimal::Decimal::ZERO,
        };
        profits.add_at(column, less(before, whole));
        let retained = accounts
            .entry(kinds::BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT)
            .or_insert_with(zero);
        retained.add_at(column, ledger::arithmetic::negated(before));
    }
    Ok((accounts, profits))
}

/// Everything up to a day, with what foreign balances have gained by then.
fn balances_until(
    frame: &Frame<'_>,
    sums: &BasisSums<'_>,
    to: Option<jiff::civil::Date>,
) -> Result<Vec<Sum>, FiguresError> {
    let mut all = sums.sums(&PostingFilter::until(to), Grouping::default())?;
    let gained = adjustments(frame.figures, to, frame.options.basis)?;
    all.extend(gained.iter().map(Adjustment::as_sum));
    Ok(all)
}

/// The last day before the period whose profit has a line of its own.
fn beginning(options: &ReportOptions, period: Period) -> Option<jiff::civil::Date> {
    let fiscal = |day| periods::fiscal_year(day, options.fiscal_year_first_month).from;
    let from = period.from.or_else(|| period.to.and_then(fiscal));
    from.and_then(periods::day_before)
}

const fn until(to: Option<jiff::civil::Date>) -> Period {
    Period { from: None, to }
}
