//! A report as CSV, for spreadsheets (SPEC-reports.md, 4.4).
//!
//! RFC 4180, UTF-8. Words are in the reader's language; amounts are plain, with a dot and without
//! grouping, and dates are yyyy-MM-dd, so that a spreadsheet set to any country computes with them.
//! Words that a spreadsheet would take for a formula get an apostrophe before them, as in the CSV
//! of History; amounts never do, their minus is a sign.

use super::made::MadeReport;
use super::words;
use interchange::{BYTE_ORDER_MARK, text_cell};
use pages::Locale;
use reports::{Cell, ReportRow, ReportTable};

/// The whole file; with the mark by which spreadsheets know UTF-8, if wanted.
pub(crate) fn csv(report: &MadeReport, has_mark: bool) -> String {
    let table = &report.table;
    let layout = Layout::of(table);
    let mut text = String::new();
    if has_mark {
        text.push_str(BYTE_ORDER_MARK);
    }
    push_line(&mut text, &heading(report.locale, table, &layout));
    for row in &table.rows {
        push_line(&mut text, &line(report.locale, row, &layout));
    }
    text
}

/// Which columns the file has beside those of the table.
struct Layout {
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
        Self {
            has_codes: table.rows.iter().any(|row| !row.label.code.is_empty()),
            has_currency: (0..table.columns.len()).map(is_foreign).collect(),
        }
    }
}

fn heading(locale: Locale, table: &ReportTable, layout: &Layout) -> Vec<String> {
    let mut cells = vec![text_cell(&locale.text("report-account"))];
    if layout.has_codes {
        cells.push(text_cell(&locale.text("report-code")));
    }
    for (column, has_currency) in table.columns.iter().zip(&layout.has_currency) {
        cells.push(text_cell(&words::heading_text(
            locale,
            table,
            &column.heading,
        )));
        if *has_currency {
            cells.push(text_cell(&locale.text("report-currency")));
        }
    }
    cells
}

fn line(locale: Locale, row: &ReportRow, layout: &Layout) -> Vec<String> {
    let mut cells = vec![text_cell(&words::name_text(locale, &row.label.name))];
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
        Cell::Name(name) => text_cell(&words::name_text(locale, name)),
        Cell::Date(date) => date.to_string(),
        Cell::Amount { amount, .. } => amount.to_string(),
        Cell::Number(number) => number.normalize().to_string(),
    }
}

fn push_line(text: &mut String, cells: &[String]) {
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}
