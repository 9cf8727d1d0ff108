//! Statements of everything that happened with a customer or supplier in a period
//! (SPEC-reports.md, 3.8).

use crate::amounts::add;
use crate::frame::Frame;
use crate::heads::{Heads, kind_cell};
use crate::limits::ROWS_MAX;
use crate::open_amounts::raises;
use crate::report_table::{Cell, Label, Link, Name, ReportRow, ReportTable, RowKind};
use crate::rows::{amount_column, coded, heading, row, text, text_column};
use crate::{ReportOptions, remarks};
use books::Key;
use jiff::civil::Date;
use ledger::{Figures, FiguresError, Grouping, Owed, Posting, PostingFilter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The name of the report on customers.
pub(crate) const CUSTOMER: &str = "customer-statement-transactions";
/// The name of the report on suppliers.
pub(crate) const SUPPLIER: &str = "supplier-statement-transactions";

/// How many columns there are; the last two are the amount and the balance after it.
const COLUMNS: usize = 5;

/// What a document did to the balance.
struct Entry {
    date: Date,
    kind: Key,
    document: Key,
    description: String,
    amount: Decimal,
}

/// What happened with one party, in its currency.
#[derive(Default)]
struct OfParty {
    opening: Decimal,
    entries: Vec<Entry>,
    closing: Decimal,
}

/// Everything that happened with a customer, or with all customers.
///
/// # Errors
/// When the figures cannot be read.
pub fn customer_statement_transactions(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    statement(figures, options, Owed::ByCustomers, CUSTOMER)
}

/// Everything that happened with a supplier, or with all suppliers.
///
/// # Errors
/// When the figures cannot be read.
pub fn supplier_statement_transactions(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    statement(figures, options, Owed::ToSuppliers, SUPPLIER)
}

fn statement(
    figures: &dyn Figures,
    options: &ReportOptions,
    owed: Owed,
    name: &'static str,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let (mut parties, left_out) = read(&frame, owed)?;
    if options.about.is_some() {
        parties.entry(options.about).or_default();
    }
    let mut heads = Heads::new(figures);
    let mut parties: Vec<(Option<Key>, OfParty)> = parties.into_iter().collect();
    parties.sort_by_cached_key(|(party, _)| frame.party_order(*party));
    let mut rows = Vec::new();
    for (party, of) in parties {
        write_party(&frame, &mut heads, party, of, &mut rows)?;
    }
    let mut own_remarks = Vec::new();
    if left_out > 0 {
        own_remarks.push(remarks::counted("rows-left-out", left_out));
    }
    let mut columns = ["kind", "reference", "description"]
        .map(text_column)
        .to_vec();
    columns.extend(["amount", "balance"].map(amount_column));
    let mut table = frame.table(name, columns, rows, own_remarks)?;
    table.about = options.about.map(|party| frame.subledger_label(party));
    Ok(table)
}

/// What happened with each party, and how many documents had no room.
fn read(
    frame: &Frame<'_>,
    owed: Owed,
) -> Result<(BTreeMap<Option<Key>, OfParty>, usize), FiguresError> {
    let period = frame.options.period;
    let filter = PostingFilter {
        accounts: Some(owed.accounts(frame.books)),
        subledger: frame.options.about,
        ..PostingFilter::between(period.from, period.to)
    };
    let by = Grouping {
        subledger: true,
        ..Grouping::default()
    };
    let own = |party: Option<Key>, amount: Decimal, own: Option<(Key, Decimal)>| {
        let wanted = party.and_then(|party| frame.currency_of(party));
        let amount = match (wanted, own) {
            (None, _) => amount,
            (Some(wanted), Some((currency, own))) if currency == wanted => own,
            // What is not known in the party's currency is nothing in it.
            (Some(_), _) => Decimal::ZERO,
        };
        raises(owed, amount)
    };
    let mut parties: BTreeMap<Option<Key>, OfParty> = BTreeMap::new();
    for sum in frame.sums_before(period, by, filter.clone())? {
        let foreign = sum.currency.map(|currency| (currency, sum.own_amount));
        let amount = own(sum.subledger, sum.amount, foreign);
        let of = parties.entry(sum.subledger).or_default();
        add(&mut of.opening, amount);
        add(&mut of.closing, amount);
    }
    let mut listed: usize = 0;
    let mut left_out: usize = 0;
    frame.figures.each_posting(&filter, &mut |posting| {
        let amount = own(posting.subledger, posting.amount, posting.own_currency);
        let of = parties.entry(posting.subledger).or_default();
        if !amount.is_zero() && !of.count(posting, amount, &mut listed) {
            left_out = left_out.saturating_add(1);
        }
        Ok(())
    })?;
    parties
        .retain(|_, of| !of.opening.is_zero() || !of.closing.is_zero() || !of.entries.is_empty());
    Ok((parties, left_out))
}

impl OfParty {
    /// Counts a posting; says whether there was room to list it.
    fn count(&mut self, posting: &Posting, amount: Decimal, listed: &mut usize) -> bool {
        add(&mut self.closing, amount);
        // The postings of a document come one after the other and are one entry.
        if let Some(last) = self.entries.last_mut()
            && last.document == posting.document
            && last.date == posting.date
        {
            add(&mut last.amount, amount);
            return true;
        }
        if *listed >= ROWS_MAX {
            return false;
        }
        *listed = listed.saturating_add(1);
        self.entries.push(Entry {
            date: posting.date,
            kind: posting.document_kind,
            document: posting.document,
            description: posting.description.clone(),
            amount,
        });
        true
    }
}

fn write_party(
    frame: &Frame<'_>,
    heads: &mut Heads<'_>,
    party: Option<Key>,
    of: OfParty,
    rows: &mut Vec<ReportRow>,
) -> Result<(), FiguresError> {
    let currency = party.and_then(|party| frame.currency_of(party));
    let balance_row = |kind, depth, label: Label, balance| {
        let mut cells = vec![Cell::Empty; COLUMNS - 1];
        cells.push(frame.amount_in(currency, balance));
        row(kind, depth, label, cells)
    };
    rows.push(heading(0, frame.party_label(party), COLUMNS));
    let opening = coded("opening-balance");
    rows.push(balance_row(RowKind::Line, 1, opening, of.opening));
    let mut balance = of.opening;
    let place = |it: &Entry| (it.date, it.kind, it.document);
    for (reference, entry) in heads.in_day_order(of.entries, place)? {
        add(&mut balance, entry.amount);
        let label = Label {
            name: Name::Date(entry.date),
            code: String::new(),
            link: Some(Link::Record(entry.document)),
        };
        let cells = vec![
            kind_cell(entry.kind),
            text(&reference),
            text(&entry.description),
            frame.amount_in(currency, entry.amount),
            frame.amount_in(currency, balance),
        ];
        rows.push(row(RowKind::Line, 1, label, cells));
    }
    let closing = coded("closing-balance");
    rows.push(balance_row(RowKind::Total, 0, closing, of.closing));
    Ok(())
}
