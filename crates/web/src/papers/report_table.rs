//! A report as a paper: the table that `reports` computes, in the reader's words.

use super::{Desk, Paper, file_name, sender, statement, typeset};
use crate::reports::words::{cell_text, heading_text, name_text};
use crate::{App, PageError};
use pages::Locale;
use pdf::{Column, Document, Report, ReportRow, RowStyle};
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
    if let Some(letter) = statement::document(&desk, table, subtitles)? {
        return letter_paper(&desk, &letter, table, title, notes);
    }
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

/// A statement as a file. What must be known beside its figures is about the books of the sender,
/// and so is told to the sender and not to the recipient.
fn letter_paper(
    desk: &Desk<'_>,
    letter: &Document,
    table: &ReportTable,
    title: &str,
    notes: Vec<String>,
) -> Result<Paper, PageError> {
    let date = table.period.to.unwrap_or(desk.today);
    let name = file_name(title, &date.to_string(), &letter.sender.name);
    let mut paper = typeset::document(desk.locale, letter, name)?;
    paper.notices.extend(notes);
    Ok(paper)
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
    columns.extend(figure_columns(locale, table));
    columns
}

/// The columns after the labels.
pub(super) fn figure_columns(locale: Locale, table: &ReportTable) -> Vec<Column> {
    let columns = table.columns.iter();
    let columns = columns.map(|column| {
        let label = heading_text(locale, table, &column.heading);
        match column.holds {
            Holds::Text => Column::of_words(label),
            Holds::Date => Column::of_codes(label),
            Holds::Amount => Column::of_amounts(label),
        }
    });
    columns.collect()
}

/// The label of a row and its cells, written out.
pub(super) fn cells(locale: Locale, row: &reports::ReportRow) -> Vec<String> {
    let name = name_text(locale, &row.label.name);
    let label = match row.label.code.as_str() {
        "" => name,
        code => format!("{code} {name}"),
    };
    let mut cells = vec![label];
    cells.extend(row.cells.iter().map(|cell| cell_text(locale, cell)));
    cells
}
