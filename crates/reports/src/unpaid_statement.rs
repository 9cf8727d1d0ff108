//! Statements of open invoices, to send to a customer or to compare with a supplier's
//! (SPEC-reports.md, 3.7).

use crate::ReportOptions;
use crate::amounts::less;
use crate::frame::Frame;
use crate::heads::kind_cell;
use crate::open_amounts::{OfParty, OpenInvoice, kind_of, open_amounts};
use crate::report_table::{Cell, Label, Link, Name, ReportRow, ReportTable, RowKind};
use crate::rows::{amount_column, coded, date_column, day, heading, row, text, text_column};
use books::Key;
use ledger::{Figures, FiguresError, Owed};
use rust_decimal::Decimal;

/// The name of the report on customers.
pub(crate) const CUSTOMER: &str = "customer-statement-unpaid";
/// The name of the report on suppliers.
pub(crate) const SUPPLIER: &str = "supplier-statement-unpaid";

/// How many columns there are; the last is what is open.
const COLUMNS: usize = 6;

/// The name of the report on customers or suppliers.
pub(crate) const fn name(owed: Owed) -> &'static str {
    match owed {
        Owed::ByCustomers => CUSTOMER,
        Owed::ToSuppliers => SUPPLIER,
    }
}

/// The open invoices of a customer, or of all customers.
///
/// # Errors
/// When the figures cannot be read.
pub fn customer_statement_unpaid(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    statement(figures, options, Owed::ByCustomers)
}

/// The open invoices of a supplier, or of all suppliers.
///
/// # Errors
/// When the figures cannot be read.
pub fn supplier_statement_unpaid(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    statement(figures, options, Owed::ToSuppliers)
}

fn statement(
    figures: &dyn Figures,
    options: &ReportOptions,
    owed: Owed,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let mut parties = open_amounts(&frame, owed, options.about)?.parties;
    // Somebody who was asked for is shown with nothing open too.
    if options.about.is_some() {
        parties.entry(options.about).or_default();
    }
    let mut parties: Vec<(Option<Key>, OfParty)> = parties.into_iter().collect();
    parties.sort_by_cached_key(|(party, _)| frame.party_order(*party));
    let mut rows = Vec::new();
    for (party, of) in &parties {
        write_party(&frame, owed, *party, of, &mut rows)?;
    }
    let columns = vec![
        text_column("kind"),
        text_column("reference"),
        date_column("due-date"),
        amount_column("invoice-total"),
        amount_column("settled"),
        amount_column("balance-due"),
    ];
    let mut table = frame.table(name(owed), columns, rows, Vec::new())?;
    table.about = options.about.map(|party| frame.subledger_label(party));
    Ok(table)
}

fn write_party(
    frame: &Frame<'_>,
    owed: Owed,
    party: Option<Key>,
    of: &OfParty,
    rows: &mut Vec<ReportRow>,
) -> Result<(), FiguresError> {
    let currency = party.and_then(|party| frame.currency_of(party));
    rows.push(heading(0, frame.party_label(party), COLUMNS));
    for invoice in &of.invoices {
        let head = frame.figures.head(invoice.standing.invoice)?;
        let kind = kind_of(head.as_ref(), owed);
        rows.push(invoice_row(frame, kind, invoice));
    }
    let last = |kind, depth, label: Label, open: Decimal| {
        let mut cells = vec![Cell::Empty; COLUMNS - 1];
        cells.push(frame.amount_in(currency, open));
        row(kind, depth, label, cells)
    };
    if !of.unallocated.is_zero() {
        let label = coded("unallocated");
        rows.push(last(RowKind::Line, 1, label, of.unallocated.own));
    }
    let label = coded("balance-due");
    rows.push(last(RowKind::Total, 0, label, of.balance().own));
    Ok(())
}

fn invoice_row(frame: &Frame<'_>, kind: Key, invoice: &OpenInvoice) -> ReportRow {
    let standing = &invoice.standing;
    let amount = |amount| frame.amount_in(standing.currency, amount);
    let label = Label {
        name: Name::Date(standing.date),
        code: String::new(),
        link: Some(Link::Record(standing.invoice)),
    };
    let cells = vec![
        kind_cell(kind),
        text(&standing.reference),
        day(standing.due_date),
        amount(standing.total),
        amount(less(standing.total, standing.open)),
        amount(standing.open),
    ];
    row(RowKind::Line, 1, label, cells)
}
