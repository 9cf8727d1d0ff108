//! A report as CSV, for spreadsheets (SPEC-reports.md, 4.4).
//!
//! RFC 4180, UTF-8. Words are in the reader's language; amounts are plain, with a dot and without
//! grouping, and dates are yyyy-MM-dd, so that a spreadsheet set to any country computes with them.
//! Words that a spreadsheet would take for a formula get an apostrophe before them, as in the CSV
//! of History; amounts never do, their minus is a sign. A row that is called by its day has the day
//! in a column of its own, and the account or party that it stands under before it.

use super::made::MadeReport;
use super::words;
use interchange::{BYTE_ORDER_MARK, text_cell};
use pages::{Argument, Locale};
use reports::{Cell, Heading, Name, Period, ReportRow, ReportTable, RowKind};

/// The whole file; with the mark by which spreadsheets know UTF-8, if wanted.
pub(crate) fn csv(report: &MadeReport, has_mark: bool) -> String {
    let table = &report.table;
    let layout = Layout::of(table);
    let mut text = String::new();
    if has_mark {
        text.push_str(BYTE_ORDER_MARK);
    }
    push_line(&mut text, &heading(report.locale, table, &layout));
    let mut above = String::new();
    for row in &table.rows {
        if row.kind == RowKind::Heading {
            above = name_text(report.locale, &row.label.name);
        }
        push_line(&mut text, &line(report.locale, row, &layout, &above));
    }
    text
}

/// Which columns the file has beside those of the table.
struct Layout {
    /// Whether rows are called by their days.
    has_days: bool,
    /// Whether labels have codes.
    has_codes: bool,
    /// For each column whether any of its amounts is in a foreign currency.
    has_currency: Vec<bool>,
}

impl Layout {
    fn of(table: &ReportTable) -> Self {
        let is_foreign = |column: usize| {
            let mut cells = table.rows.iter().filter_map(|row| row.cells.get(column));
            cells.any(|cell| {
                matches!(
                    cell,
                    Cell::Amount {
                        currency: Some(_),
                        ..
                    }
                )
            })
        };
        let is_day = |row: &ReportRow| matches!(row.label.name, Name::Date(_));
        Self {
            has_days: table.rows.iter().any(is_day),
            has_codes: table.rows.iter().any(|row| !row.label.code.is_empty()),
            has_currency: (0..table.columns.len()).map(is_foreign).collect(),
        }
    }
}

fn heading(locale: Locale, table: &ReportTable, layout: &Layout) -> Vec<String> {
    let mut cells = vec![text_cell(&locale.text(label_heading(table.name)))];
    if layout.has_days {
        cells.push(text_cell(&locale.text("field-Date")));
    }
    if layout.has_codes {
        cells.push(text_cell(&locale.text("report-code")));
    }
    for (column, has_currency) in table.columns.iter().zip(&layout.has_currency) {
        cells.push(text_cell(&heading_text(locale, table, &column.heading)));
        if *has_currency {
            cells.push(text_cell(&locale.text("report-currency")));
        }
    }
    cells
}

/// What the rows of a report are: the key of the heading above their labels.
fn label_heading(report: &str) -> &'static str {
    match report {
        "aged-receivables" | "customer-statement-unpaid" | "customer-statement-transactions" => {
            "field-Customer"
        }
        "aged-payables" | "supplier-statement-unpaid" | "supplier-statement-transactions" => {
            "field-Supplier"
        }
        "tax-summary" | "tax-transactions" => "field-TaxCode",
        "bank-account-summary" => "field-BankAccount",
        "inventory-value" => "kind-InventoryItem-one",
        "twelve-months" => "report-csv-month",
        _ => "report-account",
    }
}

fn line(locale: Locale, row: &ReportRow, layout: &Layout, above: &str) -> Vec<String> {
    let (label, day) = match &row.label.name {
        Name::Date(day) => (above.to_owned(), day.to_string()),
        name => (name_text(locale, name), String::new()),
    };
    let mut cells = vec![text_cell(&label)];
    if layout.has_days {
        cells.push(day);
    }
    if layout.has_codes {
        cells.push(text_cell(&row.label.code));
    }
    for (at, has_currency) in layout.has_currency.iter().enumerate() {
        let cell = row.cells.get(at).unwrap_or(&Cell::Empty);
        cells.push(plain(locale, cell));
        if *has_currency {
            cells.push(match cell {
                Cell::Amount {
                    currency: Some(code),
                    ..
                } => text_cell(code),
                _ => String::new(),
            });
        }
    }
    cells
}

fn plain(locale: Locale, cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text_cell(text),
        Cell::Name(name) => text_cell(&name_text(locale, name)),
        Cell::Date(date) => date.to_string(),
        Cell::Amount { amount, .. } => amount.to_string(),
        Cell::Number(number) => number.normalize().to_string(),
    }
}

/// A heading, with its days as programs write them.
fn heading_text(locale: Locale, table: &ReportTable, heading: &Heading) -> String {
    match heading {
        Heading::Period(period) if words::is_as_at(table) => match period.to {
            Some(day) => day.to_string(),
            None => words::heading_text(locale, table, heading),
        },
        Heading::Period(period) => {
            period_text(*period).unwrap_or_else(|| words::heading_text(locale, table, heading))
        }
        Heading::Code(_) | Heading::Own(_) => words::heading_text(locale, table, heading),
    }
}

/// A name, with its days as programs write them.
fn name_text(locale: Locale, name: &Name) -> String {
    match name {
        Name::Date(day) => day.to_string(),
        Name::Period(period) => {
            period_text(*period).unwrap_or_else(|| words::name_text(locale, name))
        }
        Name::TotalOf(inner) => {
            let inner = name_text(locale, inner);
            locale.text_with("report-total-of", &[("name", Argument::Text(&inner))])
        }
        name => words::name_text(locale, name),
    }
}

/// A period with both its days: a whole month as `yyyy-MM`, anything else by its days.
fn period_text(period: Period) -> Option<String> {
    let (from, to) = (period.from?, period.to?);
    let is_month = from.first_of_month() == from && from.last_of_month() == to;
    Some(if is_month {
        from.strftime("%Y-%m").to_string()
    } else {
        format!("{from} – {to}")
    })
}

fn push_line(text: &mut String, cells: &[String]) {
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}
