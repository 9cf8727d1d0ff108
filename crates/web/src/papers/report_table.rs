//! A report as a paper: the table that `reports` computes, in the reader's words.

use super::{Desk, Paper, file_name, sender, typeset};
use crate::records::words;
use crate::{App, PageError};
use jiff::civil::Date;
use pages::{Argument, Locale};
use pdf::{Column, Report, ReportRow, RowStyle};
use reports::{AccountName, Cell, Heading, Holds, Name, Period, ReportTable, RowKind};
use rust_decimal::Decimal;
use store::Reader;

/// A report as a file. The business's name stands first below the title, then the lines of
/// `subtitles`: the period, the basis, what it is about.
///
/// # Errors
/// When it is longer than a PDF may be, or when the store cannot be read.
pub(crate) fn report_paper(
    app: &App,
    reader: &dyn Reader,
    table: &ReportTable,
    title: &str,
    subtitles: &[String],
    locale: Locale,
) -> Result<Paper, PageError> {
    let desk = Desk::new(app, reader, locale)?;
    let business = sender::business(&desk)?;
    let date = table.period.to.unwrap_or(desk.today);
    let decimals = desk.names.decimals()?;
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
                cells: cells(locale, row, decimals),
            })
            .collect(),
        notes: Vec::new(),
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
        let label = match &column.heading {
            Heading::Code(code) => locale.text(&format!("report-{code}")),
            Heading::Period(period) => period_text(locale, *period),
            Heading::Own(words) => words.clone(),
        };
        match column.holds {
            Holds::Text => Column::of_words(label),
            Holds::Date => Column::of_codes(label),
            Holds::Amount => Column::of_amounts(label),
        }
    }));
    columns
}

fn cells(locale: Locale, row: &reports::ReportRow, decimals: u32) -> Vec<String> {
    let name = name_text(locale, &row.label.name);
    let label = match row.label.code.as_str() {
        "" => name,
        code => format!("{code} {name}"),
    };
    let mut cells = vec![label];
    cells.extend(
        row.cells
            .iter()
            .map(|cell| cell_text(locale, cell, decimals)),
    );
    cells
}

fn cell_text(locale: Locale, cell: &Cell, decimals: u32) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Name(name) => name_text(locale, name),
        Cell::Date(date) => locale.date(*date),
        Cell::Number(number) => locale.number(*number),
        Cell::Amount {
            amount, currency, ..
        } => amount_text(locale, *amount, currency.as_deref(), decimals),
    }
}

/// An amount of money: with the decimals of the business's currency, or with those it has in
/// another, whose code stands before it.
fn amount_text(locale: Locale, amount: Decimal, currency: Option<&str>, decimals: u32) -> String {
    match currency {
        None => locale.amount(amount, decimals.max(amount.normalize().scale())),
        Some(code) => {
            let decimals = books::settings::usual_decimals(code).max(amount.normalize().scale());
            format!("{code} {}", locale.amount(amount, decimals))
        }
    }
}

/// A name in the reader's language.
fn name_text(locale: Locale, name: &Name) -> String {
    match name {
        Name::Account(AccountName::Own(name)) | Name::Own(name) => name.clone(),
        Name::Account(AccountName::BuiltIn(name)) => words::built_in(locale, name),
        Name::Code(code) => locale.text(&format!("report-{code}")),
        Name::Date(date) => locale.date(*date),
        Name::Period(period) => period_text(locale, *period),
        Name::TotalOf(inner) => {
            let inner = name_text(locale, inner);
            locale.text_with("paper-total-of", &[("name", Argument::Text(&inner))])
        }
        Name::Kind(kind) => words::kind_plural(locale, *kind),
    }
}

/// A period in words: a day, or from a day to a day.
pub(super) fn period_text(locale: Locale, period: Period) -> String {
    let day = |date: Option<Date>| date.map_or_else(|| "…".to_owned(), |date| locale.date(date));
    match (period.from, period.to) {
        (None, None) => String::new(),
        (None, to) => locale.text_with("report-as-at-date", &[("date", Argument::Text(&day(to)))]),
        (from, to) => locale.text_with(
            "report-period",
            &[
                ("from", Argument::Text(&day(from))),
                ("to", Argument::Text(&day(to))),
            ],
        ),
    }
}
