//! Short ways to write down the rows and columns of a report.

use crate::report_table::{Cell, Column, Heading, Holds, Label, Link, Name, ReportRow, RowKind};
use jiff::civil::Date;

/// A column with amounts under one of our headings.
pub(crate) const fn amount_column(code: &'static str) -> Column {
    column(code, Holds::Amount)
}

/// A column with words under one of our headings.
pub(crate) const fn text_column(code: &'static str) -> Column {
    column(code, Holds::Text)
}

/// A column with days under one of our headings.
pub(crate) const fn date_column(code: &'static str) -> Column {
    column(code, Holds::Date)
}

const fn column(code: &'static str, holds: Holds) -> Column {
    Column {
        heading: Heading::Code(code),
        holds,
    }
}

/// A label without code and link.
pub(crate) fn plain(name: Name) -> Label {
    Label {
        name,
        code: String::new(),
        link: None,
    }
}

/// A label in our words.
pub(crate) fn coded(code: &'static str) -> Label {
    plain(Name::Code(code))
}

/// A row.
pub(crate) const fn row(kind: RowKind, depth: usize, label: Label, cells: Vec<Cell>) -> ReportRow {
    ReportRow {
        kind,
        depth,
        label,
        cells,
    }
}

/// A heading, with nothing in its cells.
pub(crate) fn heading(depth: usize, label: Label, columns: usize) -> ReportRow {
    row(RowKind::Heading, depth, label, vec![Cell::Empty; columns])
}

/// The user's words, or nothing.
pub(crate) fn text(words: &str) -> Cell {
    match words.trim() {
        "" => Cell::Empty,
        words => Cell::Text(words.to_owned()),
    }
}

/// A day, or nothing.
pub(crate) fn day(day: Option<Date>) -> Cell {
    day.map_or(Cell::Empty, Cell::Date)
}

/// The same cell, leading somewhere when it is clicked.
pub(crate) fn linked(cell: Cell, to: Link) -> Cell {
    match cell {
        Cell::Amount {
            amount, currency, ..
        } => Cell::Amount {
            amount,
            currency,
            link: Some(to),
        },
        other => other,
    }
}
