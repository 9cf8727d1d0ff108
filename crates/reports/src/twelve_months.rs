//! Twelve months: what was earned and spent in each, and the money at its end
//! (SPEC-reports.md, 3.14). Summary draws its chart from it.

use crate::amounts::{Amounts, add, less};
use crate::basis::BasisSums;
use crate::chart::Section;
use crate::control::Control;
use crate::frame::Frame;
use crate::profit_and_loss_statement;
use crate::report_table::{Link, Name, Period, ReportTable, RowKind};
use crate::revaluation::{adjustments, on_accounts};
use crate::rows::{amount_column, plain, row};
use crate::{Basis, ReportOptions, periods, remarks};
use books::Key;
use jiff::civil::Date;
use ledger::arithmetic::negated;
use ledger::{CURRENCY_GAINS_LOSSES, Figures, FiguresError, Grouping, PostingFilter, Sum};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The name of the report.
pub(crate) const NAME: &str = "twelve-months";

/// How many months it tells of.
const MONTHS: u8 = 12;

/// What a month came to.
#[derive(Debug, Clone, Copy, Default)]
struct OfMonth {
    /// Credit positive.
    income: Decimal,
    /// Debit positive.
    expenses: Decimal,
    /// How money moved.
    cash: Decimal,
    /// What foreign money gained by rates alone.
    gained: Decimal,
}

/// Income, expenses, net profit and money of twelve months, the last of them that of the last day
/// asked for.
///
/// # Errors
/// When the figures cannot be read.
pub fn twelve_months(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let mut rows = Vec::new();
    if let Some(last) = last_day(&frame)? {
        let months = periods::months_until(last, MONTHS);
        let (mut cash, mut found) = read(&frame, &months, last)?;
        for first in months {
            let of = found.remove(&first).unwrap_or_default();
            add(&mut cash, of.cash);
            add(&mut cash, of.gained);
            let mut profit = of.income;
            add(&mut profit, negated(of.expenses));
            let amounts = Amounts(vec![of.income, of.expenses, profit, cash]);
            let month = Period {
                from: Some(first),
                to: Some(first.last_of_month().min(last)),
            };
            let mut label = plain(Name::Period(month));
            label.link = Some(Link::Report {
                name: profit_and_loss_statement::NAME,
                about: None,
                period: month,
            });
            let cells = amounts.0.iter().map(|amount| frame.amount(*amount));
            rows.push(row(RowKind::Line, 0, label, cells.collect()));
        }
    }
    let mut own_remarks = Vec::new();
    if options.basis == Basis::Cash {
        own_remarks.push(remarks::bare("cash-basis"));
    }
    let columns = ["income", "expenses", "net-profit", "cash-balance"];
    let columns = columns.map(amount_column).to_vec();
    frame.table(NAME, columns, rows, own_remarks)
}

/// The last day asked for, else the end of the latest month with a posting.
fn last_day(frame: &Frame<'_>) -> Result<Option<Date>, FiguresError> {
    if let Some(last) = frame.options.period.to {
        return Ok(Some(last));
    }
    let by = Grouping {
        month: true,
        ..Grouping::default()
    };
    let sums = frame.figures.sums(&PostingFilter::default(), by)?;
    let months = sums.iter().filter_map(|sum| sum.month);
    Ok(months.max().map(Date::last_of_month))
}

/// The money before the first month, and what each month came to.
fn read(
    frame: &Frame<'_>,
    months: &[Date],
    last: Date,
) -> Result<(Decimal, BTreeMap<Date, OfMonth>), FiguresError> {
    let period = Period {
        from: months.first().copied(),
        to: Some(last),
    };
    let on_cash = PostingFilter {
        accounts: Some(Control::Cash.all(frame.books)),
        ..PostingFilter::between(period.from, period.to)
    };
    let by = Grouping {
        month: true,
        ..Grouping::default()
    };
    let mut cash = Decimal::ZERO;
    for sum in frame.sums_before(period, Grouping::default(), on_cash.clone())? {
        add(&mut cash, sum.amount);
    }
    let mut found: BTreeMap<Date, OfMonth> = BTreeMap::new();
    for sum in frame.figures.sums(&on_cash, by)? {
        if let Some(month) = sum.month {
            add(&mut found.entry(month).or_default().cash, sum.amount);
        }
    }
    results(frame, months, last, &mut found)?;
    let before = gains(frame, months, last, &mut found)?;
    add(&mut cash, before);
    Ok((cash, found))
}

/// Adds what foreign balances gained in each month; what money gained before them comes back.
fn gains(
    frame: &Frame<'_>,
    months: &[Date],
    last: Date,
    found: &mut BTreeMap<Date, OfMonth>,
) -> Result<Decimal, FiguresError> {
    let cash = Control::Cash.all(frame.books);
    let result = [CURRENCY_GAINS_LOSSES];
    let at = |day: Option<Date>| adjustments(frame.figures, day, frame.options.basis);
    let beginning = months.first().copied().and_then(periods::day_before);
    let mut before = match beginning {
        Some(day) => at(Some(day))?,
        None => Vec::new(),
    };
    let money_before = on_accounts(&before, &cash);
    for first in months {
        let after = at(Some(first.last_of_month().min(last)))?;
        let moved = |accounts: &[Key]| {
            less(
                on_accounts(&after, accounts),
                on_accounts(&before, accounts),
            )
        };
        let of = found.entry(*first).or_default();
        add(&mut of.gained, moved(&cash));
        let section = frame.chart.place(CURRENCY_GAINS_LOSSES).section;
        if frame.options.division.is_some() {
            // Gains by rates belong to no division.
        } else if section == Section::Expenses {
            add(&mut of.expenses, moved(&result));
        } else {
            add(&mut of.income, negated(moved(&result)));
        }
        before = after;
    }
    Ok(money_before)
}

/// Adds income and expenses of each month.
fn results(
    frame: &Frame<'_>,
    months: &[Date],
    last: Date,
    found: &mut BTreeMap<Date, OfMonth>,
) -> Result<(), FiguresError> {
    let narrowed = PostingFilter {
        division: frame.options.division,
        ..PostingFilter::between(months.first().copied(), Some(last))
    };
    let sums = BasisSums::of(frame);
    let mut count = |month: Date, sum: &Sum| {
        let section = frame.chart.place(sum.account).section;
        if !frame.chart.is_profit_and_loss(sum.account, section) {
            return;
        }
        let of = found.entry(month).or_default();
        if section == Section::Expenses {
            add(&mut of.expenses, sum.amount);
        } else {
            add(&mut of.income, negated(sum.amount));
        }
    };
    if frame.options.basis == Basis::Accrual {
        let by = Grouping {
            month: true,
            ..Grouping::default()
        };
        for sum in sums.sums(&narrowed, by)? {
            if let Some(month) = sum.month {
                count(month, &sum);
            }
        }
        return Ok(());
    }
    // What is settled is known by the day, not by the posting: each month is asked for by itself.
    for first in months {
        let filter = PostingFilter {
            from: Some(*first),
            to: Some(first.last_of_month().min(last)),
            ..narrowed.clone()
        };
        for sum in sums.sums(&filter, Grouping::default())? {
            count(*first, &sum);
        }
    }
    Ok(())
}
