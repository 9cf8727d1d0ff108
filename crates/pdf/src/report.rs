//! A table about the business itself: balance sheets, ledgers, lists.

use crate::Pdf;
use crate::engine::{Template, render};
use crate::error::PdfError;
use crate::fonts::Fonts;
use crate::layout::Layout;
use crate::limits::{DETAILS_COUNT_MAX, ROWS_COUNT_MAX, check_count};
use crate::page::PageSetup;
use crate::sheet::{Sheet, SheetRow};
use crate::table::Column;
use crate::texts::Marks;

/// A report, every text in the reader's language. Its totals are rows of the style
/// [`RowStyle::Total`], wherever they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Language, paper and date.
    pub setup: PageSetup,
    /// What it is, like `Balance Sheet`.
    pub title: String,
    /// Lines below the title: the business, the period, the basis. The first names the business.
    pub subtitles: Vec<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, in order.
    pub rows: Vec<ReportRow>,
    /// Paragraphs below the table: what could not be posted, how it was computed.
    pub notes: Vec<String>,
}

/// One row of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportRow {
    /// How it looks.
    pub style: RowStyle,
    /// How far its first text stands in: 0 at the edge, 1 below a heading, and so on.
    pub level: u8,
    /// For each column a text; missing ones at the end are empty.
    pub cells: Vec<String>,
}

/// How a row looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowStyle {
    /// The name of a group, in bold; stays with the row that follows.
    Heading,
    /// An ordinary row.
    #[default]
    Line,
    /// The total of a group; stays with the row before.
    Subtotal,
    /// A total of the whole, in bold below a rule; stays with the row before.
    Total,
}

/// Makes the PDF of a report. One with many columns lies across the paper, in smaller letters.
///
/// # Errors
/// A [`PdfError`] when the report is larger than [`crate::limits`] allow, when its date is none, or
/// when the engine fails.
pub fn render_report(report: &Report, fonts: &Fonts) -> Result<Pdf, PdfError> {
    check_count("rows", report.rows.len(), ROWS_COUNT_MAX)?;
    for count in [report.subtitles.len(), report.notes.len()] {
        check_count("lines of details", count, DETAILS_COUNT_MAX)?;
    }
    let fill = |marks| filled_sheet(report, fonts, marks);
    render(Template::Report, fill, report.setup.date, fonts)
}

/// Everything the template reads.
fn filled_sheet(report: &Report, fonts: &Fonts, marks: Marks) -> Result<Sheet, PdfError> {
    let mut sheet = Sheet::new(&report.setup, fonts, marks)?;
    let name = sheet.texts.line(&report.title)?;
    let business = report.subtitles.first().map_or("", String::as_str);
    let business = sheet.texts.line(business)?;
    sheet.put_file_names(&name, &business);
    let title = sheet.texts.label(&report.title)?;
    sheet.put("title", title);
    let mut subtitles = Vec::new();
    for subtitle in &report.subtitles {
        subtitles.push(sheet.texts.label(subtitle)?);
    }
    sheet.put("subtitles", subtitles);
    let cells = report.rows.iter().map(|row| row.cells.as_slice());
    // A report that has no columns yet is a title and perhaps notes.
    let blank = [Column::of_words("")];
    let columns = if report.columns.is_empty() {
        &blank[..]
    } else {
        &report.columns
    };
    let layout = Layout::of(columns, cells, report.setup.paper);
    let rows: Vec<SheetRow<'_>> = report.rows.iter().map(sheet_row).collect();
    sheet.put("has-labels", !report.columns.is_empty());
    sheet.put_table(columns, &rows, &layout)?;
    let notes = sheet.texts.texts(&report.notes)?;
    sheet.put("notes", notes);
    Ok(sheet)
}

/// A row on its way to the paper.
fn sheet_row(row: &ReportRow) -> SheetRow<'_> {
    SheetRow {
        style: row.style,
        level: row.level.min(LEVEL_MAX),
        cells: &row.cells,
        is_wide: false,
    }
}

/// Deeper rows stand in no further, or their texts would have no room left.
const LEVEL_MAX: u8 = 8;
