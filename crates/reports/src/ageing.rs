//! What customers owe and suppliers are owed, by how long it is past due
//! (SPEC-reports.md, 3.6).

use crate::amounts::less;
use crate::bank_account_summary::own_currency_row;
use crate::frame::Frame;
use crate::open_amounts::{OfParty, Open, OpenInvoice, open_amounts, raises};
use crate::report_table::{Cell, Link, ReportRow, ReportTable, RowKind};
use crate::revaluation::{adjustments, on_accounts};
use crate::rows::{amount_column, coded, linked, row};
use crate::unpaid_statement;
use crate::{Basis, ReportOptions};
use books::Key;
use jiff::civil::Date;
use ledger::{Figures, FiguresError, Owed};
use rust_decimal::Decimal;

/// The name of the report on customers.
pub(crate) const RECEIVABLES: &str = "aged-receivables";
/// The name of the report on suppliers.
pub(crate) const PAYABLES: &str = "aged-payables";

/// Not due, four spans of days, and the total.
const COLUMNS: [&str; 6] = [
    "current",
    "days-1-30",
    "days-31-60",
    "days-61-90",
    "days-over-90",
    "total",
];
/// The column of what is not past due.
const CURRENT: usize = 0;
/// The column of the total.
const TOTAL: usize = COLUMNS.len() - 1;
/// The last day past due of each column after the first; more goes into the one after them.
const LAST_DAYS: [i32; 3] = [30, 60, 90];

/// What customers owe, by how long it is past due.
///
/// # Errors
/// When the figures cannot be read.
pub fn aged_receivables(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    aged(figures, options, Owed::ByCustomers, RECEIVABLES)
}

/// What suppliers are owed, by how long it is past due.
///
/// # Errors
/// When the figures cannot be read.
pub fn aged_payables(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    aged(figures, options, Owed::ToSuppliers, PAYABLES)
}

fn aged(
    figures: &dyn Figures,
    options: &ReportOptions,
    owed: Owed,
    name: &'static str,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let open = open_amounts(&frame, owed, options.about)?;
    let mut parties: Vec<(Option<Key>, OfParty)> = open.parties.into_iter().collect();
    parties.sort_by_cached_key(|(party, _)| frame.party_order(*party));
    let mut rows = Vec::new();
    let mut total = [Open::default(); COLUMNS.len()];
    for (party, of) in &parties {
        let aged = by_age(of, options.period.to);
        for (sum, open) in total.iter_mut().zip(aged) {
            sum.add(open);
        }
        rows.push(party_row(&frame, owed, *party, &aged));
        if let Some(currency) = party.and_then(|party| frame.currency_of(party)) {
            let own = aged.map(|open| open.own);
            rows.push(own_currency_row(&frame, currency, &own));
        }
    }
    if options.about.is_none() {
        let gained = gained(&frame, owed, open.realised)?;
        if !gained.base.is_zero() {
            let mut aged = [Open::default(); COLUMNS.len()];
            aged[TOTAL] = gained;
            total[TOTAL].add(gained);
            let cells = cells(&frame, &aged.map(|open| open.base), None);
            rows.push(row(RowKind::Line, 0, coded("exchange-differences"), cells));
        }
    }
    let cells = cells(&frame, &total.map(|open| open.base), None);
    rows.push(row(RowKind::GrandTotal, 0, coded("total"), cells));
    frame.table(name, COLUMNS.map(amount_column).to_vec(), rows, Vec::new())
}

/// What the control accounts gained by rates alone and the parties do not show: they are shown at
/// the rates that their invoices arose at.
fn gained(frame: &Frame<'_>, owed: Owed, realised: Decimal) -> Result<Open, FiguresError> {
    let as_at = frame.options.period.to;
    let all = adjustments(frame.figures, as_at, Basis::Accrual)?;
    let gained = raises(owed, on_accounts(&all, &owed.accounts(frame.books)));
    Ok(Open {
        base: less(gained, realised),
        own: Decimal::ZERO,
    })
}

/// The open amounts of a party by the columns of the report.
fn by_age(of: &OfParty, as_at: Option<Date>) -> [Open; COLUMNS.len()] {
    let mut aged = [Open::default(); COLUMNS.len()];
    let mut count = |column: usize, open: Open| {
        for column in [column, TOTAL] {
            if let Some(sum) = aged.get_mut(column) {
                sum.add(open);
            }
        }
    };
    for invoice in &of.invoices {
        count(column(invoice, as_at), invoice.open);
    }
    count(CURRENT, of.unallocated);
    aged
}

/// Where an open invoice belongs. What was overpaid waits to be used and is never late.
fn column(invoice: &OpenInvoice, as_at: Option<Date>) -> usize {
    let open = invoice.open.own;
    let is_overpaid = open.is_sign_negative() && !open.is_zero();
    let (Some(as_at), false) = (as_at, is_overpaid) else {
        return CURRENT;
    };
    let late = invoice.due().until(as_at);
    let days = late.map_or(0, |span| span.get_days());
    if days <= 0 {
        return CURRENT;
    }
    let later = LAST_DAYS.iter().filter(|last| days > **last).count();
    later.saturating_add(1)
}

fn party_row(
    frame: &Frame<'_>,
    owed: Owed,
    party: Option<Key>,
    aged: &[Open; COLUMNS.len()],
) -> ReportRow {
    let link = party.map(|about| Link::Report {
        name: unpaid_statement::name(owed),
        about: Some(about),
        period: frame.options.period,
    });
    let cells = cells(frame, &aged.map(|open| open.base), link.as_ref());
    row(RowKind::Line, 0, frame.party_label(party), cells)
}

fn cells(frame: &Frame<'_>, amounts: &[Decimal], link: Option<&Link>) -> Vec<Cell> {
    let cells = amounts.iter().map(|amount| {
        let cell = frame.amount(*amount);
        match link {
            Some(link) => linked(cell, link.clone()),
            None => cell,
        }
    });
    cells.collect()
}
