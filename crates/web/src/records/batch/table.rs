//! Rows of cells as what forms would have sent: one form for each record.
//!
//! A column is named as the form names it, in the reader's language or by the field's English name.
//! A row in which every column of the heading is empty adds a line to the record above it.

use super::cells::Cells;
use crate::records::form::{Control, Form, FormField};
use crate::records::search::folded;
use crate::records::words;
use books::Key;
use interchange::FieldSpec;
use pages::Locale;
use pages::forms::line_name;
use rust_decimal::Decimal;

/// The column that names the record to be changed.
pub(super) const KEY: &str = "Key";

/// What a column fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The key of the record to be changed.
    Key,
    /// A field of the record.
    Field(&'static str),
    /// A field of a line.
    Line(&'static str),
    /// Nothing that the form knows.
    Unknown,
}

/// A record as the rows tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The first of its rows, from 1 below the heading.
    pub(super) row: usize,
    /// What the column `Key` holds.
    pub(super) key: String,
    /// The values by the names of the form's fields.
    pub(super) values: Vec<(String, String)>,
    /// How many lines it has.
    pub(super) lines_count: usize,
}

/// What each column fills. Line columns may be written with the word for lines before them.
pub(super) fn columns(cells: &Cells, form: &'static Form, locale: Locale) -> Vec<Column> {
    let named = |heading: &str, spec: &'static FieldSpec| {
        let heading = folded(heading);
        heading == folded(spec.name) || heading == folded(&words::field_label(locale, spec))
    };
    let find = |heading: &str| {
        if folded(heading) == folded(KEY) {
            return Column::Key;
        }
        let mut fields = form.fields.iter().filter_map(|field| form.field(field));
        if let Some(spec) = fields.find(|spec| named(heading, spec)) {
            return Column::Field(spec.name);
        }
        let Some(lines) = form.lines else {
            return Column::Unknown;
        };
        let own = |field: &FormField| form.line_field(lines, field);
        let mut fields = lines.fields.iter().filter_map(own);
        if let Some(spec) = fields.find(|spec| named(heading, spec)) {
            return Column::Line(spec.name);
        }
        // An account is chosen where an item could be: both names lead to that choice.
        let place = lines.fields.iter().find(|field| match field.control {
            Control::Place(place) => place.managed().into_iter().any(|number| {
                let part = own(&FormField::new(number));
                part.is_some_and(|spec| named(heading, spec))
            }),
            _ => false,
        });
        let place = place.and_then(own);
        place.map_or(Column::Unknown, |spec| Column::Line(spec.name))
    };
    cells.headings.iter().map(|heading| find(heading)).collect()
}

/// The records of a table.
pub(super) fn entries(cells: &Cells, columns: &[Column], locale: Locale) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (index, row) in cells.rows.iter().enumerate() {
        let heading_is_empty = columns.iter().zip(row).all(|(column, cell)| match column {
            Column::Key | Column::Field(_) => cell.is_empty(),
            Column::Line(_) | Column::Unknown => true,
        });
        if entries.is_empty() || !heading_is_empty {
            entries.push(Entry {
                row: index.saturating_add(1),
                key: String::new(),
                values: Vec::new(),
                lines_count: 0,
            });
        }
        if let Some(entry) = entries.last_mut() {
            entry.take(columns, row, locale);
        }
    }
    entries
}

impl Entry {
    /// Takes in a row.
    fn take(&mut self, columns: &[Column], row: &[String], locale: Locale) {
        let line = self.lines_count.to_string();
        let mut has_line = false;
        for (column, cell) in columns.iter().zip(row) {
            let value = typed(cell, locale);
            match column {
                Column::Key if !cell.is_empty() => self.key.clone_from(cell),
                Column::Field(name) if !cell.is_empty() => {
                    self.values.push(((*name).to_owned(), value));
                }
                Column::Line(name) if !cell.is_empty() => {
                    has_line = true;
                    self.values.push((line_name(&line, name), value));
                }
                _ => {}
            }
        }
        if has_line {
            self.lines_count = self.lines_count.saturating_add(1);
        }
    }

    /// The key, when there is one and it is one.
    pub(super) fn record(&self) -> Option<Key> {
        self.key.parse().ok()
    }
}

/// A cell as a person would have typed it: programs write numbers with a point, wherever they are.
fn typed(cell: &str, locale: Locale) -> String {
    match cell.parse::<Decimal>() {
        Ok(number) if cell.contains('.') => locale.number(number),
        _ => cell.to_owned(),
    }
}
