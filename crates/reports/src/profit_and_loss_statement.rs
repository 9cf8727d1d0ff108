//! The profit and loss statement: what was earned, what was spent, and what is left
//! (SPEC-reports.md, 3.3).

use crate::amounts::{Amounts, add};
use crate::basis::BasisSums;
use crate::chart::Section;
use crate::frame::Frame;
use crate::report_table::{
    Column, Heading, Holds, Period, Remark, ReportRow, ReportTable, RowKind,
};
use crate::revaluation::{Adjustment, adjustments_within};
use crate::rows::{coded, row};
use crate::statement::{Leaf, Writer, grow};
use crate::{Basis, ReportOptions, remarks};
use books::Key;
use ledger::arithmetic::negated;
use ledger::{Figures, FiguresError, Grouping, PostingFilter, Sum};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The name of the report.
pub(crate) const NAME: &str = "profit-and-loss-statement";

/// Groups are shown however deep they are.
pub(crate) const ALL_GROUPS: usize = usize::MAX;

/// The profit and loss statement of a period, beside those it is compared with.
///
/// # Errors
/// When the figures cannot be read.
pub fn profit_and_loss_statement(
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
    let periods = frame.periods();
    let sums = BasisSums::of(&frame);
    let mut accounts = BTreeMap::new();
    for (column, period) in periods.iter().enumerate() {
        let filter = PostingFilter {
            division: options.division,
            ..PostingFilter::between(period.from, period.to)
        };
        let mut moved = sums.sums(&filter, Grouping::default())?;
        if options.division.is_none() {
            let gained = adjustments_within(figures, *period, options.basis)?;
            moved.extend(gained.iter().map(Adjustment::as_sum));
        }
        for sum in moved {
            let amounts = accounts.entry(sum.account);
            let amounts = amounts.or_insert_with(|| Amounts::zero(periods.len()));
            amounts.add_at(column, sum.amount);
        }
    }
    let leaves = leaves(&frame, accounts, Statement::ProfitAndLoss, periods.len());
    let writer = Writer {
        frame: &frame,
        periods: &periods,
        depth_max,
    };
    let mut rows = Vec::new();
    let mut profit = Amounts::zero(periods.len());
    for group in grow(&leaves, periods.len()) {
        writer.write_section(&group, &[], &mut rows);
        profit.add(&group.total.negated());
    }
    rows.push(net_profit(&writer, &profit));
    let remarks = statement_remarks(&leaves, options.basis);
    frame.table(NAME, period_columns(&periods), rows, remarks)
}

fn net_profit(writer: &Writer<'_>, profit: &Amounts) -> ReportRow {
    let cells = writer.cells(profit);
    row(RowKind::GrandTotal, 0, coded("net-profit"), cells)
}

/// Income less expenses in sums of postings (SPEC-reports.md, 1.4).
pub(crate) fn profit(frame: &Frame<'_>, sums: &[Sum]) -> Decimal {
    let mut total = Decimal::ZERO;
    for sum in sums {
        let section = frame.chart.place(sum.account).section;
        if frame.chart.is_profit_and_loss(sum.account, section) {
            add(&mut total, sum.amount);
        }
    }
    negated(total)
}

/// Which of the two statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Statement {
    BalanceSheet,
    ProfitAndLoss,
}

/// The accounts of a statement in its order; those without amounts only when asked for.
pub(crate) fn leaves(
    frame: &Frame<'_>,
    mut accounts: BTreeMap<Key, Amounts>,
    statement: Statement,
    columns: usize,
) -> Vec<Leaf> {
    if frame.options.shows_zero {
        for account in frame.books.accounts.keys() {
            let amounts = accounts.entry(*account);
            amounts.or_insert_with(|| Amounts::zero(columns));
        }
    }
    let wanted = statement == Statement::ProfitAndLoss;
    let mut leaves: Vec<Leaf> = accounts
        .into_iter()
        .filter(|(_, amounts)| frame.options.shows_zero || !amounts.is_zero())
        .map(|(account, amounts)| Leaf {
            place: frame.chart.place(account),
            account,
            amounts,
        })
        .filter(|leaf| {
            frame
                .chart
                .is_profit_and_loss(leaf.account, leaf.place.section)
                == wanted
        })
        .collect();
    leaves.sort_by(|a, b| order(a, statement).cmp(&order(b, statement)));
    leaves
}

/// The profit and loss statement follows the positions of its topmost groups (1.10).
fn order(leaf: &Leaf, statement: Statement) -> impl Ord + '_ {
    let place = &leaf.place;
    let root = place
        .order
        .1
        .first()
        .map_or(0, |(position, _, _)| *position);
    let root = match statement {
        Statement::ProfitAndLoss if place.section != Section::Unclassified => root,
        Statement::ProfitAndLoss => i64::MAX,
        Statement::BalanceSheet => 0,
    };
    (
        root,
        &place.order,
        place.position,
        &place.code,
        &place.name,
        leaf.account,
    )
}

/// One column of amounts for each period.
pub(crate) fn period_columns(periods: &[Period]) -> Vec<Column> {
    let column = |period: &Period| Column {
        heading: Heading::Period(*period),
        holds: Holds::Amount,
    };
    periods.iter().map(column).collect()
}

/// What a reader of either statement must know beside what concerns all reports.
pub(crate) fn statement_remarks(leaves: &[Leaf], basis: Basis) -> Vec<Remark> {
    let mut found = Vec::new();
    if basis == Basis::Cash {
        found.push(remarks::bare("cash-basis"));
    }
    let lost = leaves
        .iter()
        .filter(|leaf| leaf.place.section == Section::Unclassified);
    let lost = lost.count();
    if lost > 0 {
        found.push(remarks::counted("unclassified-accounts", lost));
    }
    found
}
