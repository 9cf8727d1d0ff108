//! The cash summary: where money came from and where it went (SPEC-reports.md, 3.11).

use crate::amounts::Amounts;
use crate::control::Control;
use crate::frame::Frame;
use crate::general_ledger_summary::in_chart_order;
use crate::profit_and_loss_statement::period_columns;
use crate::report_table::{Cell, Label, Name, Period, ReportRow, ReportTable, RowKind};
use crate::revaluation::{adjustments_before, adjustments_within, on_accounts};
use crate::rows::{coded, heading, plain, row};
use crate::{Basis, ReportOptions};
use books::{Key, kinds};
use ledger::{Figures, FiguresError, Grouping, PostingFilter, Sum};
use std::collections::BTreeMap;

/// The name of the report.
pub(crate) const NAME: &str = "cash-summary";

/// How cash moved, one amount for each column, money in positive.
struct Movements {
    opening: Amounts,
    /// What receipts brought, by the account it came for.
    receipts: BTreeMap<Key, Amounts>,
    /// What payments took, by the account it went to.
    payments: BTreeMap<Key, Amounts>,
    transfers: Amounts,
    /// What other documents moved, by their kind.
    others: BTreeMap<Key, Amounts>,
    /// What foreign accounts gained by rates alone.
    gained: Amounts,
    closing: Amounts,
}

/// Where the money of all bank and cash accounts came from and went to.
///
/// # Errors
/// When the figures cannot be read.
pub fn cash_summary(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let periods = frame.periods();
    let movements = read(&frame, &periods)?;
    let writer = Writer {
        frame: &frame,
        periods: &periods,
    };
    let mut rows = vec![writer.row(
        RowKind::Line,
        0,
        coded("opening-balance"),
        &movements.opening,
    )];
    writer.accounts("receipts", movements.receipts, &mut rows);
    writer.accounts("payments", movements.payments, &mut rows);
    if writer.is_shown(&movements.transfers) {
        let label = coded("inter-account-transfers");
        rows.push(writer.row(RowKind::Line, 0, label, &movements.transfers));
    }
    for (kind, amounts) in &movements.others {
        if writer.is_shown(amounts) {
            let label = plain(Name::Kind(*kind));
            rows.push(writer.row(RowKind::Line, 0, label, amounts));
        }
    }
    if writer.is_shown(&movements.gained) {
        let label = coded("exchange-differences");
        rows.push(writer.row(RowKind::Line, 0, label, &movements.gained));
    }
    let label = coded("closing-balance");
    rows.push(writer.row(RowKind::GrandTotal, 0, label, &movements.closing));
    frame.table(NAME, period_columns(&periods), rows, Vec::new())
}

fn read(frame: &Frame<'_>, periods: &[Period]) -> Result<Movements, FiguresError> {
    let zero = || Amounts::zero(periods.len());
    let cash = Control::Cash.all(frame.books);
    let on_cash = PostingFilter {
        accounts: Some(cash.clone()),
        ..PostingFilter::default()
    };
    let mut found = Movements {
        opening: zero(),
        receipts: BTreeMap::new(),
        payments: BTreeMap::new(),
        transfers: zero(),
        others: BTreeMap::new(),
        gained: zero(),
        closing: zero(),
    };
    let by = Grouping {
        kind: true,
        ..Grouping::default()
    };
    for (column, period) in periods.iter().enumerate() {
        for sum in frame.sums_before(*period, Grouping::default(), on_cash.clone())? {
            found.opening.add_at(column, sum.amount);
            found.closing.add_at(column, sum.amount);
        }
        let before = adjustments_before(frame.figures, *period, Basis::Accrual)?;
        let within = adjustments_within(frame.figures, *period, Basis::Accrual)?;
        let (before, gained) = (on_accounts(&before, &cash), on_accounts(&within, &cash));
        found.opening.add_at(column, before);
        found.closing.add_at(column, before);
        found.gained.add_at(column, gained);
        found.closing.add_at(column, gained);
        let filter = PostingFilter::between(period.from, period.to);
        for sum in frame.figures.sums(&filter, by)? {
            let is_cash = cash.contains(&sum.account);
            if is_cash {
                found.closing.add_at(column, sum.amount);
            }
            if let Some(amounts) = found.place(&sum, is_cash, periods.len()) {
                // The other side of cash has the other sign.
                let amount = if is_cash {
                    sum.amount
                } else {
                    ledger::arithmetic::negated(sum.amount)
                };
                amounts.add_at(column, amount);
            }
        }
    }
    Ok(found)
}

impl Movements {
    /// Where a sum belongs: receipts and payments by their other side, the rest by its cash side.
    fn place(&mut self, sum: &Sum, is_cash: bool, columns: usize) -> Option<&mut Amounts> {
        let kind = sum.kind?;
        let zero = || Amounts::zero(columns);
        match (kind, is_cash) {
            (kinds::RECEIPT, false) => Some(self.receipts.entry(sum.account).or_insert_with(zero)),
            (kinds::PAYMENT, false) => Some(self.payments.entry(sum.account).or_insert_with(zero)),
            (kinds::INTER_ACCOUNT_TRANSFER, true) => Some(&mut self.transfers),
            (kinds::RECEIPT | kinds::PAYMENT, true) | (_, false) => None,
            (other, true) => Some(self.others.entry(other).or_insert_with(zero)),
        }
    }
}

/// Writes rows down.
struct Writer<'f> {
    frame: &'f Frame<'f>,
    periods: &'f [Period],
}

impl Writer<'_> {
    fn is_shown(&self, amounts: &Amounts) -> bool {
        self.frame.options.shows_zero || !amounts.is_zero()
    }

    fn row(&self, kind: RowKind, depth: usize, label: Label, amounts: &Amounts) -> ReportRow {
        let cells = amounts.0.iter();
        let cells: Vec<Cell> = cells.map(|amount| self.frame.amount(*amount)).collect();
        row(kind, depth, label, cells)
    }

    /// A heading, its accounts, their total.
    fn accounts(
        &self,
        name: &'static str,
        accounts: BTreeMap<Key, Amounts>,
        rows: &mut Vec<ReportRow>,
    ) {
        let columns = self.periods.len();
        rows.push(heading(0, coded(name), columns));
        let mut total = Amounts::zero(columns);
        for (account, place, amounts) in in_chart_order(self.frame, accounts) {
            total.add(&amounts);
            if !self.is_shown(&amounts) {
                continue;
            }
            let label = Label {
                name: Name::Account(place.name),
                code: place.code,
                link: None,
            };
            let cells = amounts.0.iter().zip(self.periods);
            let cells = cells
                .map(|(amount, period)| self.frame.posted_amount(*amount, account, None, *period));
            rows.push(row(RowKind::Line, 1, label, cells.collect()));
        }
        let label = plain(Name::TotalOf(Box::new(Name::Code(name))));
        rows.push(self.row(RowKind::Total, 0, label, &total));
    }
}
