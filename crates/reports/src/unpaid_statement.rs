//! Statements of open invoices, to send to a customer or to compare with a supplier's
//! (SPEC-reports.md, 3.7).

use crate::ReportOptions;
use crate::amounts::less;
use crate::control::Control;
use crate::frame::Frame;
use crate::heads::kind_cell;
use crate::open_amounts::{OfParty, Open, open_amounts};
use crate::report_table::{Cell, Label, Link, Name, ReportRow, ReportTable, RowKind};
use crate::rows::{amount_column, coded, date_column, day, heading, row, text, text_column};
use books::Key;
use ledger::{DocumentHead, Figures, FiguresError};

/// The name of the report on customers.
pub(crate) const CUSTOMER: &str = "customer-statement-unpaid";
/// The name of the report on suppliers.
pub(crate) const SUPPLIER: &str = "supplier-statement-unpaid";

/// How many columns there are; the last is what is open.
const COLUMNS: usize = 6;

/// The name of the report on those under a control account.
pub(crate) const fn name(control: Control) -> &'static str {
    match control {
        Control::Payable => SUPPLIER,
        Control::Receivable | Control::Cash | Control::Inventory => CUSTOMER,
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
    statement(figures, options, Control::Receivable)
}

/// The open invoices of a supplier, or of all suppliers.
///
/// # Errors
/// When the figures cannot be read.
pub fn supplier_statement_unpaid(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    statement(figures, options, Control::Payable)
}

fn statement(
    figures: &dyn Figures,
    options: &ReportOptions,
    control: Control,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let mut parties = open_amounts(&frame, control, options.about)?;
    // Somebody who was asked for is shown with nothing open too.
    if options.about.is_some() {
        parties.entry(options.about).or_default();
    }
    let mut parties: Vec<(Option<Key>, OfParty)> = parties.into_iter().collect();
    parties.sort_by_cached_key(|(party, _)| frame.party_order(*party));
    let mut rows = Vec::new();
    for (party, of) in &parties {
        write_party(&frame, *party, of, &mut rows);
    }
    let columns = vec![
        text_column("kind"),
        text_column("reference"),
        date_column("due-date"),
        amount_column("invoice-total"),
        amount_column("settled"),
        amount_column("balance-due"),
    ];
    let mut table = frame.table(name(control), columns, rows, Vec::new())?;
    table.about = options.about.map(|party| frame.subledger_label(party));
    Ok(table)
}

fn write_party(frame: &Frame<'_>, party: Option<Key>, of: &OfParty, rows: &mut Vec<ReportRow>) {
    let currency = party.and_then(|party| frame.currency_of(party));
    rows.push(heading(0, frame.party_label(party), COLUMNS));
    for (head, open) in &of.invoices {
        rows.push(invoice_row(frame, currency, head, *open));
    }
    let last = |kind, depth, label: Label, open: Open| {
        let mut cells = vec![Cell::Empty; COLUMNS - 1];
        cells.push(frame.amount_in(currency, open.in_own(currency)));
        row(kind, depth, label, cells)
    };
    if !of.unallocated.is_zero() {
        let label = coded("unallocated");
        rows.push(last(RowKind::Line, 1, label, of.unallocated));
    }
    let label = coded("balance-due");
    rows.push(last(RowKind::Total, 0, label, of.balance()));
}

fn invoice_row(
    frame: &Frame<'_>,
    currency: Option<Key>,
    head: &DocumentHead,
    open: Open,
) -> ReportRow {
    let open = open.in_own(currency);
    let amount = |amount| frame.amount_in(currency, amount);
    let (total, settled) = match head.total {
        Some(total) => (amount(total), amount(less(total, open))),
        None => (Cell::Empty, Cell::Empty),
    };
    let label = Label {
        name: head.date.map_or(Name::Own(String::new()), Name::Date),
        code: String::new(),
        link: Some(Link::Record(head.document)),
    };
    let cells = vec![
        kind_cell(head.kind),
        text(&head.reference),
        day(head.due_date),
        total,
        settled,
        amount(open),
    ];
    row(RowKind::Line, 1, label, cells)
}
