//! A record of any kind, laid out by its description alone: its fields as facts, its longer texts
//! as paragraphs, its lines as a table.

use super::facts::{Fact, custom_facts, fact};
use super::{Desk, Sheet, kind_title, sender, typeset};
use crate::PageError;
use crate::records::names::date_of;
use crate::records::{value, words};
use interchange::{DecodedField, FieldSpec, FieldValue, Shape, find_field};
use pdf::{Column, Document};
use store::StoreError;

/// The record as a document.
pub(super) fn document(desk: &Desk<'_>, sheet: &Sheet<'_>) -> Result<Document, PageError> {
    let business = sender::business(desk)?;
    let date = date_of(sheet.object).unwrap_or(desk.today);
    let (facts, introduction) = facts_and_texts(desk, sheet)?;
    let (columns, rows) = lines(desk, sheet)?;
    Ok(Document {
        setup: typeset::setup(desk.locale, business.country.as_deref(), date),
        title: kind_title(desk.locale, sheet),
        number: desk.names.title_of(sheet.object),
        facts,
        sender: business.sender,
        recipient: None,
        introduction,
        columns,
        rows,
        totals: Vec::new(),
        notes: Vec::new(),
        footer: String::new(),
    })
}

/// Short fields as facts and longer texts as paragraphs.
fn facts_and_texts(desk: &Desk<'_>, sheet: &Sheet<'_>) -> Result<(Vec<Fact>, String), StoreError> {
    let mut facts = Vec::new();
    let mut texts = Vec::new();
    for field in sheet.spec.map_or(&[][..], |spec| spec.fields) {
        for found in sheet.record.all(field.number) {
            match fact(desk, field, &found.value)? {
                Some((_, text)) if matches!(field.shape, Shape::LongText) => texts.push(text),
                Some(fact) => facts.push(fact),
                None => {}
            }
        }
    }
    facts.extend(custom_facts(desk, sheet.record)?);
    Ok((facts, texts.join("\n\n")))
}

/// The columns and rows of a table.
type Table = (Vec<Column>, Vec<Vec<String>>);

/// The lines as a table; a record with several lists shows the first that has any, with the others
/// below it under the same columns.
fn lines(desk: &Desk<'_>, sheet: &Sheet<'_>) -> Result<Table, StoreError> {
    let mut columns: Vec<&'static FieldSpec> = Vec::new();
    let mut all: Vec<&[DecodedField]> = Vec::new();
    for field in sheet.spec.map_or(&[][..], |spec| spec.fields) {
        let Shape::Lines(parts) = field.shape else {
            continue;
        };
        let found: Vec<&[DecodedField]> = sheet.record.lines(field.number).collect();
        if !found.is_empty() && all.is_empty() {
            columns = parts
                .iter()
                .filter(|part| found.iter().any(|line| says(line, part)))
                .collect();
            all = found;
        }
    }
    let mut rows = Vec::with_capacity(all.len());
    for line in all {
        let mut cells = Vec::with_capacity(columns.len());
        for column in &columns {
            cells.push(match find_field(line, column.number) {
                Some(found) => value::plain(&desk.names, Some(column), &found.value)?,
                None => String::new(),
            });
        }
        rows.push(cells);
    }
    let columns = columns.iter().map(|part| column(desk, part)).collect();
    Ok((columns, rows))
}

fn says(line: &[DecodedField], part: &FieldSpec) -> bool {
    find_field(line, part.number).is_some_and(|field| match &field.value {
        FieldValue::Custom(all) => !all.is_empty(),
        FieldValue::Raw { .. } | FieldValue::Misfit { .. } | FieldValue::Bytes(_) => false,
        _ => true,
    })
}

fn column(desk: &Desk<'_>, part: &FieldSpec) -> Column {
    let label = words::field_label(desk.locale, part);
    match part.shape {
        _ if value::is_number(part) => Column::of_amounts(label),
        Shape::Date | Shape::ObsoleteDate | Shape::Flag => Column::of_codes(label),
        _ => Column::of_words(label),
    }
}
