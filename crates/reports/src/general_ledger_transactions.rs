//! The general ledger transactions: every posting with the balance after it
//! (SPEC-reports.md, 3.5).

use crate::amounts::{add, less};
use crate::frame::Frame;
use crate::general_ledger_summary::{Movement, in_chart_order};
use crate::heads::{Heads, kind_cell};
use crate::limits::ROWS_MAX;
use crate::report_table::{Cell, Label, Link, Name, ReportRow, ReportTable, RowKind};
use crate::revaluation::{Adjustment, adjustments_before, adjustments_within};
use crate::rows::{amount_column, coded, heading, plain, row, text, text_column};
use crate::{Basis, ReportOptions, remarks};
use books::Key;
use ledger::{Figures, FiguresError, Grouping, Posting, PostingFilter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The name of the report.
pub(crate) const NAME: &str = "general-ledger-transactions";

/// How many columns stand before the amounts.
const TEXT_COLUMNS: usize = 4;
/// How many there are in all.
const COLUMNS: usize = TEXT_COLUMNS + 3;

/// Every posting of an account, of what stands under one, or of all accounts.
///
/// # Errors
/// When the figures cannot be read.
pub fn general_ledger_transactions(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let narrowed = narrowed(&frame);
    let mut listing = Listing {
        frame: &frame,
        heads: Heads::new(figures),
        rows: Vec::new(),
        listed: 0,
        left_out: 0,
    };
    let gains = gains(&frame, &narrowed)?;
    for (account, _, opening) in in_chart_order(&frame, openings(&frame, &narrowed, &gains)?) {
        let gained = gains.within.get(&account).copied().unwrap_or_default();
        listing.account(account, opening, gained, &narrowed)?;
    }
    let mut own_remarks = Vec::new();
    if listing.left_out > 0 {
        own_remarks.push(remarks::counted("rows-left-out", listing.left_out));
    }
    let mut columns = ["kind", "reference", "contact", "description"]
        .map(text_column)
        .to_vec();
    columns.extend(["debit", "credit", "balance"].map(amount_column));
    let rows = listing.rows;
    let mut table = frame.table(NAME, columns, rows, own_remarks)?;
    table.about = options.about.map(|about| about_label(&frame, about));
    Ok(table)
}

/// The postings that the report is about, of whatever day.
fn narrowed(frame: &Frame<'_>) -> PostingFilter {
    let books = frame.books;
    let about = frame.options.about;
    let is_subledger = |key: &Key| books.subledger(*key).is_some();
    PostingFilter {
        accounts: about.filter(|key| !is_subledger(key)).map(|key| vec![key]),
        subledger: about.filter(is_subledger),
        division: frame.options.division,
        ..PostingFilter::default()
    }
}

fn about_label(frame: &Frame<'_>, about: Key) -> Label {
    if frame.books.subledger(about).is_some() {
        frame.subledger_label(about)
    } else {
        frame.account_label(about)
    }
}

/// What foreign balances gained, by account.
struct Gains {
    before: BTreeMap<Key, Decimal>,
    within: BTreeMap<Key, Decimal>,
}

/// What foreign balances gained, as far as the report is about them.
fn gains(frame: &Frame<'_>, narrowed: &PostingFilter) -> Result<Gains, FiguresError> {
    let wanted = |adjustment: &Adjustment| {
        let accounts = narrowed.accounts.as_ref();
        accounts.is_none_or(|it| it.contains(&adjustment.account))
            && (narrowed.subledger.is_none() || narrowed.subledger == adjustment.subledger)
            && narrowed.division.is_none()
    };
    let by_account = |adjustments: Vec<Adjustment>| {
        let mut found: BTreeMap<Key, Decimal> = BTreeMap::new();
        for adjustment in adjustments.iter().filter(|it| wanted(it)) {
            add(
                found.entry(adjustment.account).or_default(),
                adjustment.amount,
            );
        }
        found.retain(|_, amount| !amount.is_zero());
        found
    };
    let (figures, period) = (frame.figures, frame.options.period);
    Ok(Gains {
        before: by_account(adjustments_before(figures, period, Basis::Accrual)?),
        within: by_account(adjustments_within(figures, period, Basis::Accrual)?),
    })
}

/// The accounts to list, each with its balance before the period.
fn openings(
    frame: &Frame<'_>,
    narrowed: &PostingFilter,
    gains: &Gains,
) -> Result<BTreeMap<Key, Decimal>, FiguresError> {
    let period = frame.options.period;
    let mut accounts = gains.before.clone();
    for sum in frame.sums_before(period, Grouping::default(), narrowed.clone())? {
        add(accounts.entry(sum.account).or_default(), sum.amount);
    }
    accounts.retain(|_, opening| frame.options.shows_zero || !opening.is_zero());
    let within = PostingFilter {
        from: period.from,
        to: period.to,
        ..narrowed.clone()
    };
    for sum in frame.figures.sums(&within, Grouping::default())? {
        accounts.entry(sum.account).or_default();
    }
    for account in gains.within.keys() {
        accounts.entry(*account).or_default();
    }
    Ok(accounts)
}

/// The report while its rows are written.
struct Listing<'f> {
    frame: &'f Frame<'f>,
    heads: Heads<'f>,
    rows: Vec<ReportRow>,
    listed: usize,
    left_out: usize,
}

impl Listing<'_> {
    fn account(
        &mut self,
        account: Key,
        opening: Decimal,
        gained: Decimal,
        narrowed: &PostingFilter,
    ) -> Result<(), FiguresError> {
        let label = self.frame.account_label(account);
        self.rows.push(heading(0, label.clone(), COLUMNS));
        let opening_row = self.sums_row(RowKind::Line, 1, coded("opening-balance"), None, opening);
        self.rows.push(opening_row);
        let filter = PostingFilter {
            from: self.frame.options.period.from,
            to: self.frame.options.period.to,
            accounts: Some(vec![account]),
            ..narrowed.clone()
        };
        let mut movement = Movement {
            opening,
            ..Movement::default()
        };
        let figures = self.frame.figures;
        let mut found: Vec<Posting> = Vec::new();
        figures.each_posting(&filter, &mut |posting| {
            movement.count(posting.amount);
            if self.listed < ROWS_MAX {
                self.listed = self.listed.saturating_add(1);
                found.push(posting.clone());
            } else {
                self.left_out = self.left_out.saturating_add(1);
            }
            Ok(())
        })?;
        let of = |it: &Posting| (it.date, it.document_kind, it.document);
        let mut balance = opening;
        for (reference, posting) in self.heads.in_day_order(found, of)? {
            add(&mut balance, posting.amount);
            let row = self.posting(&posting, &reference, balance);
            self.rows.push(row);
        }
        if !gained.is_zero() {
            movement.count(gained);
            let row = self.gained(gained, movement.closing());
            self.rows.push(row);
        }
        let closing = plain(Name::TotalOf(Box::new(label.name)));
        let movements = Some((movement.debit, movement.credit));
        let closing = self.sums_row(RowKind::Total, 0, closing, movements, movement.closing());
        self.rows.push(closing);
        Ok(())
    }

    fn posting(&self, posting: &Posting, reference: &str, balance: Decimal) -> ReportRow {
        let contact = posting.contact.or(posting.subledger);
        let contact = contact.and_then(|key| self.frame.books.subledger(key));
        let (debit, credit) = sides(posting.amount);
        let side = |amount: Option<Decimal>| match amount {
            Some(amount) => self.frame.amount(amount),
            None => Cell::Empty,
        };
        let label = Label {
            name: Name::Date(posting.date),
            code: String::new(),
            link: Some(Link::Record(posting.document)),
        };
        let cells = vec![
            kind_cell(posting.document_kind),
            text(reference),
            text(contact.map_or("", |(name, _)| name)),
            text(&posting.description),
            side(debit),
            side(credit),
            self.frame.amount(balance),
        ];
        row(RowKind::Line, 1, label, cells)
    }

    /// What the balance gained or lost by rates alone.
    fn gained(&self, gained: Decimal, balance: Decimal) -> ReportRow {
        let (debit, credit) = sides(gained);
        let side = |amount: Option<Decimal>| match amount {
            Some(amount) => self.frame.amount(amount),
            None => Cell::Empty,
        };
        let mut cells = vec![Cell::Empty; TEXT_COLUMNS];
        cells.extend([side(debit), side(credit), self.frame.amount(balance)]);
        row(RowKind::Line, 1, coded("exchange-differences"), cells)
    }

    /// A row of the account itself: its movements, where told, and a balance.
    fn sums_row(
        &self,
        kind: RowKind,
        depth: usize,
        label: Label,
        movements: Option<(Decimal, Decimal)>,
        balance: Decimal,
    ) -> ReportRow {
        let mut cells = vec![Cell::Empty; TEXT_COLUMNS];
        match movements {
            Some((debit, credit)) => {
                cells.extend([self.frame.amount(debit), self.frame.amount(credit)]);
            }
            None => cells.extend([Cell::Empty, Cell::Empty]),
        }
        cells.push(self.frame.amount(balance));
        row(kind, depth, label, cells)
    }
}

/// The amount as debit or as credit, both positive.
fn sides(amount: Decimal) -> (Option<Decimal>, Option<Decimal>) {
    if amount.is_sign_negative() {
        (None, Some(less(Decimal::ZERO, amount)))
    } else {
        (Some(amount), None)
    }
}
