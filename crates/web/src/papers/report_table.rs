//! A report as a paper: the table that `reports` computes, in the reader's words.

use super::{Desk, Paper, file_name, sender, typeset};
use crate::reports::words::{cell_text, heading_text, name_text};
use crate::{App, PageError};
use pages::Locale;
use pdf::{Column, Report, ReportRow, RowStyle};
use reports::{Holds, ReportTable, RowKind};
use store::Reader;

/// A report as a file. The business's name stands first below the title, then the lines of
/// `subtitles`: the period, the basis, what it is about. `notes` stand below the table.
///
/// # Errors
/// When it is longer than a PDF may be, or when the store cannot be read.
pub(crate) fn report_paper(
    app: &App,
    reader: &dyn Reader,
    table: &ReportTable,
    title: &str,
    subtitles: &[String],
    notes: Vec<String>,
    locale: Locale,
) -> Result<Paper, PageError> {
    let desk = Desk::new(app, reader, locale)?;
    let business = sender::business(&desk)?;
    let date = table.period.to.unwrap_or(desk.today);
    let mut lines = vec![business.sender.name.clone()];
    lines.extend(subtitles.iter().cloned());
    let report = Report {
        setup: typeset::setup(locale, business.country.as_deref(), date),
        title: title.to_owned(),
        subtitles: lines,
        columns: columns(locale, table),
        rows: table
            .rows
            .iter()
            .map(|row| ReportRow {
                style: style(row.kind),
                level: u8::try_from(row.depth).unwrap_or(u8::MAX),
                cells: cells(locale, row),
            })
            .collect(),
        notes,
    };
    let name = file_name(title, &date.to_string(), &business.sender.name);
    typeset::report(locale, &report, name)
}

fn style(kind: RowKind) -> RowStyle {
    match kind {
        RowKind::Heading => RowStyle::Heading,
        RowKind::Line => RowStyle::Line,
        RowKind::Total => RowStyle::Subtotal,
        RowKind::GrandTotal => RowStyle::Total,
    }
}

fn columns(locale: Locale, table: &ReportTable) -> Vec<Column> {
    let mut columns = vec![Column::of_words("")];
    columns.extend(table.columns.iter().map(|column| {
        let label = heading_text(locale, table, &column.heading);
        match column.holds {
            Holds::Text => Column::of_words(label),
            Holds::Date => Column::of_codes(label),
            Holds::Amount => Column::of_amounts(label),
        }
    }));
    columns
}

fn cells(locale: Locale, row: &reports::ReportRow) -> Vec<String> {
    let name = name_text(locale, &row.label.name);
    let label = match row.label.code.as_str() {
        "" => name,
        code => format!("{code} {name}"),
    };
    let mut cells = vec![label];
    cells.extend(row.cells.iter().map(|cell| cell_text(locale, cell)));
    cells
}
