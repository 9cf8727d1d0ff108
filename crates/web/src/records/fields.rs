//! What a record says: its fields, and its lines as tables.
//!
//! Only what occurs is shown: a field that is not written has nothing to say, and a table of lines
//! has the columns that at least one line fills.

use super::names::Names;
use super::{value, words};
use crate::papers::LineAmounts;
use books::Key;
use interchange::{
    CustomValue, DecodedField, DecodedRecord, FieldSpec, FieldValue, KindSpec, Shape, find_field,
};
use maud::{Markup, html};
use pages::tables::{Column, amount_cell, cell, facts, panel, table};
use store::StoreError;

/// The flags that say which columns the form of a document shows.
const COLUMN_FLAGS: [&str; 4] = [
    "HasLineDescription",
    "ShowTaxAmountColumn",
    "QuantityColumn",
    "UnitPriceColumn",
];

/// The field of a document that holds its lines, where it has one.
const LINES: &str = "Lines";

/// The fields that stand for themselves, in the order of the description; custom fields by the
/// names of their definitions.
pub(super) fn panel_of_facts(
    names: &Names<'_>,
    spec: &'static KindSpec,
    record: &DecodedRecord,
) -> Result<Markup, StoreError> {
    let mut rows: Vec<(String, Markup)> = Vec::new();
    for field in spec.fields {
        match field.shape {
            Shape::Lines(_) | Shape::CustomFieldsOld | Shape::CustomFields2 => {}
            // Whether a form shows a column says nothing of the record: its lines have the column.
            Shape::Flag if COLUMN_FLAGS.contains(&field.name) => {}
            _ => {
                for found in record.all(field.number) {
                    push_fact(names, field, found, &mut rows)?;
                }
            }
        }
    }
    let customs = custom_rows(names, record)?;
    Ok(html! {
        @if !rows.is_empty() { (panel("", facts(&rows))) }
        @if !customs.is_empty() {
            (panel(&names.locale.text("record-custom-fields"), facts(&customs)))
        }
    })
}

fn push_fact(
    names: &Names<'_>,
    field: &'static FieldSpec,
    found: &DecodedField,
    rows: &mut Vec<(String, Markup)>,
) -> Result<(), StoreError> {
    if matches!(
        found.value,
        FieldValue::Raw { .. } | FieldValue::Misfit { .. }
    ) {
        return Ok(());
    }
    let shown = value::markup(names, Some(field), &found.value)?;
    let is_code = matches!(field.shape, Shape::Html | Shape::Script)
        && found.value.text().is_some_and(|text| !text.is_empty());
    let shown = if is_code {
        html! {
            (shown)
            p .muted { (names.locale.text("record-code-shown-as-text")) }
        }
    } else {
        shown
    };
    rows.push((words::field_label(names.locale, field), shown));
    Ok(())
}

/// Custom fields in either form, each under the name of its definition.
fn custom_rows(
    names: &Names<'_>,
    record: &DecodedRecord,
) -> Result<Vec<(String, Markup)>, StoreError> {
    let mut rows = Vec::new();
    for field in &record.fields {
        let FieldValue::Custom(values) = &field.value else {
            continue;
        };
        for custom in values {
            let name = names.text(custom.definition)?;
            let shown = match &custom.value {
                FieldValue::Raw { bytes, .. } => html! { code .bytes { (value::hex(bytes)) } },
                value => value::markup(names, None, value)?,
            };
            rows.push((name, shown));
        }
    }
    Ok(rows)
}

/// Every table of lines that the record has; what the lines of a document come to stands behind
/// them.
pub(super) fn tables_of_lines(
    names: &Names<'_>,
    spec: &'static KindSpec,
    record: &DecodedRecord,
    amounts: Option<&LineAmounts>,
) -> Result<Markup, StoreError> {
    let mut tables = Vec::new();
    for field in spec.fields {
        let Shape::Lines(parts) = field.shape else {
            continue;
        };
        let lines: Vec<&[DecodedField]> = record.lines(field.number).collect();
        if !lines.is_empty() {
            let amounts =
                amounts.filter(|it| field.name == LINES && it.amounts.len() == lines.len());
            tables.push(table_of_lines(names, field, parts, &lines, amounts)?);
        }
    }
    Ok(html! { @for table in &tables { (table) } })
}

fn table_of_lines(
    names: &Names<'_>,
    field: &'static FieldSpec,
    parts: &'static [FieldSpec],
    lines: &[&[DecodedField]],
    amounts: Option<&LineAmounts>,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    // Custom fields have columns of their own, behind the others.
    let says = |line: &[DecodedField], number: u32| {
        find_field(line, number).is_some_and(|field| !matches!(&field.value, FieldValue::Custom(_)))
    };
    let customs = definitions(lines);
    let occurring: Vec<&'static FieldSpec> = parts
        .iter()
        .filter(|part| lines.iter().any(|line| says(line, part.number)))
        .collect();
    let heading = words::field_label(locale, field);
    let mut columns: Vec<Column> = occurring
        .iter()
        .map(|part| Column {
            label: words::field_label(locale, part),
            amounts: value::is_number(part),
            sort: None,
        })
        .collect();
    for definition in &customs {
        columns.push(Column::words(names.text(*definition)?));
    }
    if let Some(amounts) = amounts {
        if amounts.taxes.is_some() {
            columns.push(Column::amounts(locale.text("standing-tax-amount")));
        }
        columns.push(Column::amounts(locale.text("field-Amount")));
    }
    let mut rows = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let mut cells = line_cells(names, &occurring, line)?;
        for definition in &customs {
            cells.push(custom_cell(names, line, *definition)?);
        }
        rows.push(html! {
            tr {
                @for cell in &cells { (cell) }
                @if let Some(amounts) = amounts { (amount_cells(amounts, at)) }
            }
        });
    }
    let content = if columns.is_empty() {
        // Lines without a single known field: what they hold stands under what is not understood.
        html! { p .muted { (locale.text("word-none")) } }
    } else {
        table(&heading, &columns, &rows, None)
    };
    Ok(panel(&heading, content))
}

/// The definitions of the custom fields that any of these lines has a value for.
fn definitions(lines: &[&[DecodedField]]) -> Vec<Key> {
    let mut found = Vec::new();
    for custom in lines.iter().flat_map(|line| customs(line)) {
        if !found.contains(&custom.definition) {
            found.push(custom.definition);
        }
    }
    found
}

/// The custom fields of a line.
fn customs(line: &[DecodedField]) -> impl Iterator<Item = &CustomValue> {
    let customs = line.iter().filter_map(|field| match &field.value {
        FieldValue::Custom(values) => Some(values),
        _ => None,
    });
    customs.flatten()
}

/// What a line says in the custom field with this definition.
fn custom_cell(
    names: &Names<'_>,
    line: &[DecodedField],
    definition: Key,
) -> Result<Markup, StoreError> {
    let mut values = customs(line);
    Ok(
        match values.find(|custom| custom.definition == definition) {
            None => cell(html! {}),
            Some(custom) => cell(value::markup(names, None, &custom.value)?),
        },
    )
}

/// What a line comes to, behind what it says.
fn amount_cells(amounts: &LineAmounts, at: usize) -> Markup {
    let text = |texts: &Vec<String>| amount_cell(texts.get(at).map_or("", String::as_str));
    html! {
        @if let Some(taxes) = &amounts.taxes { (text(taxes)) }
        (text(&amounts.amounts))
    }
}

fn line_cells(
    names: &Names<'_>,
    columns: &[&'static FieldSpec],
    line: &[DecodedField],
) -> Result<Vec<Markup>, StoreError> {
    let mut cells = Vec::with_capacity(columns.len());
    for column in columns {
        cells.push(
            match find_field(line, column.number).map(|field| &field.value) {
                None => cell(html! {}),
                Some(value) if value::is_number(column) && is_plain_number(value) => {
                    amount_cell(&value::plain(names, Some(column), value)?)
                }
                Some(value) => cell(value::markup(names, Some(column), value)?),
            },
        );
    }
    Ok(cells)
}

fn is_plain_number(value: &FieldValue) -> bool {
    matches!(value, FieldValue::Decimal(_) | FieldValue::Integer(_))
}
