//! The records that there are as a table: to be changed in a spreadsheet and brought back.
//!
//! Every cell is written so that a batch reads it again as what it was: names as the form offers
//! them, days as `yyyy-MM-dd`, numbers with a point.

use super::columns::{Column, Columns, Slot};
use crate::records::choices::Choices;
use crate::records::custom_fields::{custom_fields, fill};
use crate::records::form::{Control, Form};
use crate::records::form_page::filled;
use crate::records::names::Names;
use crate::records::typed::Typed;
use crate::records::words;
use interchange::{BYTE_ORDER_MARK, DecodedField, DecodedRecord, Shape, decode, text_cell};
use pages::forms::line_name;
use rust_decimal::Decimal;
use store::StoreError;

/// The table of all records of a form's kind, form defaults left out; damaged ones as well, since
/// no form changes them.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn table(names: &Names<'_>, form: &'static Form) -> Result<String, StoreError> {
    let mut objects = Vec::new();
    names
        .reader()
        .each_object(Some(form.content_type), &mut |object| {
            if !object.is_keyed_by_kind() {
                objects.push(object.key);
            }
            Ok(())
        })?;
    let customs = custom_fields(names, form, &DecodedRecord { fields: Vec::new() })?;
    let columns = Columns::of(form, &customs, names.locale).all();
    let choices = Choices::new(names);
    let mut text = BYTE_ORDER_MARK.to_owned();
    push(&mut text, columns.iter().map(|it| it.heading().to_owned()));
    for key in objects {
        let Some(object) = names.reader().object(key)? else {
            continue;
        };
        let Ok(record) = decode(object.content_type, &object.content) else {
            continue;
        };
        let mut typed = filled(&choices, form, &record);
        fill(&mut typed, names, form, &customs, &record);
        let row = Row {
            choices: &choices,
            typed: &typed,
            record: &record,
        };
        for cells in row.cells(form, &columns, &key.to_string())? {
            push(&mut text, cells.into_iter());
        }
    }
    Ok(text)
}

fn push(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells
        .map(|cell| match cell.parse::<Decimal>() {
            Ok(_) => cell,
            Err(_) => text_cell(&cell),
        })
        .collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

/// One record about to be written.
struct Row<'a> {
    choices: &'a Choices<'a, 'a>,
    typed: &'a Typed,
    record: &'a DecodedRecord,
}

impl Row<'_> {
    /// The head with the first line, and a row for each line more.
    fn cells(
        &self,
        form: &'static Form,
        columns: &[Column],
        key: &str,
    ) -> Result<Vec<Vec<String>>, StoreError> {
        let stored: Vec<&[DecodedField]> = match form.lines {
            Some(lines) => self.record.lines(lines.number).collect(),
            None => Vec::new(),
        };
        let mut rows = Vec::new();
        for at in 0..stored.len().max(1) {
            let line = stored.get(at).copied().unwrap_or_default();
            let mut cells = Vec::with_capacity(columns.len());
            for column in columns {
                cells.push(match column {
                    Column::Key if at == 0 => key.to_owned(),
                    Column::Field(slot) if at == 0 => {
                        self.cell(slot, &slot.name, &self.record.fields)?
                    }
                    Column::Line(slot) => {
                        self.cell(slot, &line_name(&at.to_string(), &slot.name), line)?
                    }
                    _ => String::new(),
                });
            }
            rows.push(cells);
        }
        Ok(rows)
    }

    fn cell(&self, slot: &Slot, name: &str, stored: &[DecodedField]) -> Result<String, StoreError> {
        let value = self.typed.get(name);
        let locale = self.choices.names.locale;
        if value.is_empty() {
            return Ok(String::new());
        }
        match slot.field.map(|field| field.control) {
            Some(Control::Record(source)) => return self.choices.label(source, value),
            Some(Control::Place(place)) => return self.choices.place_label(place, value, stored),
            _ => {}
        }
        Ok(match slot.shape {
            Shape::Flag => locale.text("word-yes"),
            Shape::Choice(choices) => {
                let mut known = choices.iter();
                let found = known.find(|(number, _)| number.to_string() == value);
                found.map_or_else(
                    || value.to_owned(),
                    |(_, name)| words::choice_label(locale, name),
                )
            }
            Shape::Date => match locale.parse_date(value) {
                Ok(date) => date.to_string(),
                Err(_) => value.to_owned(),
            },
            Shape::Texts => value.lines().collect::<Vec<_>>().join("; "),
            Shape::Decimal | Shape::Integer => match locale.parse_amount(value) {
                Ok(number) => number.to_string(),
                Err(_) => value.to_owned(),
            },
            _ => value.to_owned(),
        })
    }
}

/// The headings of an empty table.
pub(super) fn headings(columns: &Columns) -> Vec<String> {
    let all = columns.all().into_iter();
    all.map(|column| column.heading().to_owned()).collect()
}
