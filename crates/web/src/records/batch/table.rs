//! Rows of cells as what forms would have sent: one form for each record.
//!
//! A column is named as the form names it, in the reader's language or by the field's English name;
//! custom fields by theirs. Where the head and the lines have a field of one name, the first column
//! called so is that of the head, and one behind a column of the lines is theirs. A row in which
//! every column of the heading is empty adds a line to the record above it.

use super::cells::Cells;
use super::columns::{Column, Slot};
use super::read::typed;
use books::Key;
use pages::Locale;
use pages::forms::line_name;

/// A record as the rows tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The first of its rows, from 1 below the heading.
    pub(super) row: usize,
    /// What the column `Key` holds.
    pub(super) key: String,
    /// The values by the names of the form's fields.
    pub(super) values: Vec<(String, String)>,
    /// What is wrong with cells: the name of the field, and the code of the error.
    pub(super) wrong: Vec<(String, &'static str)>,
    /// How many lines it has.
    pub(super) lines_count: usize,
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
                wrong: Vec::new(),
                lines_count: 0,
            });
        }
        if let Some(entry) = entries.last_mut() {
            entry.take(columns, row, locale);
        }
    }
    entries.iter_mut().for_each(Entry::conclude);
    entries
}

impl Entry {
    /// Takes in a row.
    fn take(&mut self, columns: &[Column], row: &[String], locale: Locale) {
        let line = self.lines_count.to_string();
        let mut has_line = false;
        for (column, cell) in columns.iter().zip(row).filter(|(_, it)| !it.is_empty()) {
            match column {
                Column::Key => self.key.clone_from(cell),
                Column::Field(slot) => self.put(slot, slot.name.clone(), cell, locale),
                Column::Line(slot) => {
                    has_line = true;
                    self.put(slot, line_name(&line, &slot.name), cell, locale);
                }
                Column::Unknown => {}
            }
        }
        if has_line {
            self.lines_count = self.lines_count.saturating_add(1);
        }
    }

    fn put(&mut self, slot: &Slot, name: String, cell: &str, locale: Locale) {
        match typed(slot, cell, locale) {
            Ok(value) => self.values.push((name, value)),
            Err(code) => self.wrong.push((name, code)),
        }
    }

    /// Adds the choices that follow from what was given: a due date is meant as one, a discount on
    /// a line counts.
    fn conclude(&mut self) {
        let has = |own: &str| {
            let behind = format!("].{own}");
            let mut names = self.values.iter().map(|(name, _)| name);
            names.any(|name| name == own || name.ends_with(&behind))
        };
        let mut follow = Vec::new();
        let is_new = self.key.is_empty();
        if !has("DueDate") && (is_new || has("DueDateDate") != has("DueDateDays")) {
            if has("DueDateDate") {
                follow.push(("DueDate", "1"));
            } else if has("DueDateDays") {
                follow.push(("DueDate", "0"));
            }
        }
        if is_new && !has("Discount") && !has("DiscountType") {
            let kind = [("DiscountPercentage", "0"), ("DiscountAmount", "1")];
            if let Some((_, kind)) = kind.iter().find(|(name, _)| has(name)) {
                follow.extend([("Discount", "on"), ("DiscountType", *kind)]);
            }
        }
        let follow = follow.into_iter();
        self.values
            .extend(follow.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    /// The key, when there is one and it is one.
    pub(super) fn record(&self) -> Option<Key> {
        self.key.parse().ok()
    }
}
