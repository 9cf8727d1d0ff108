//! What a record says: its fields, and its lines as tables.
//!
//! Only what occurs is shown: a field that is not written has nothing to say, and a table of lines
//! has the columns that at least one line fills.

use super::names::Names;
use super::{value, words};
use crate::papers::LineAmounts;
use books::{Key, Object};
use interchange::{
    BooksReader, CustomValue, DecodedField, DecodedRecord, FieldSpec, FieldValue, KindSpec, Shape,
    find_field,
};
use jiff::Span;
use jiff::civil::Date;
use maud::{Markup, html};
use pages::Locale;
use pages::tables::{Column, cell, facts, folds, labelled_amount_cell, panel, table};
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

/// The headings of what a line comes to.
const TAX_AMOUNT: &str = "standing-tax-amount";
const AMOUNT: &str = "field-Amount";

/// A day that a document counts from its own date: it is shown as a day, not as how it is given.
struct LastDay {
    /// The catalogue's key of its label.
    label: &'static str,
    day: Date,
    /// The fields that give it.
    given_by: &'static [&'static str],
}

/// The fields that stand for themselves, in the order of the description; custom fields by the
/// names of their definitions. When an invoice is to be paid is a day here, however it is given.
pub(super) fn panel_of_facts(
    names: &Names<'_>,
    spec: &'static KindSpec,
    object: &Object,
    record: &DecodedRecord,
) -> Result<Markup, StoreError> {
    let mut rows: Vec<(String, Markup)> = Vec::new();
    let last_day = last_day(spec, object, record);
    let given_by = last_day.as_ref().map_or(&[] as &[&str], |it| it.given_by);
    for field in spec.fields {
        match field.shape {
            _ if given_by.contains(&field.name) => {}
            Shape::Lines(_) | Shape::CustomFieldsOld | Shape::CustomFields2 => {}
            // Whether a form shows a column says nothing of the record: its lines have the column.
            Shape::Flag if COLUMN_FLAGS.contains(&field.name) => {}
            _ => {
                for found in record.all(field.number) {
                    push_fact(names, field, found, &mut rows)?;
                }
            }
        }
        if let (Some(last), true) = (&last_day, spec.date_field == Some(field.number)) {
            let shown = html! { time datetime=(last.day) { (names.locale.date(last.day)) } };
            rows.push((names.locale.text(last.label), shown));
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

/// The day on which an invoice or a bill is to be paid, or up to which a quote holds; none of any
/// other kind, and of a form default, which has no date to count from.
fn last_day(spec: &KindSpec, object: &Object, record: &DecodedRecord) -> Option<LastDay> {
    if object.is_keyed_by_kind() {
        return None;
    }
    if let Some(field) = spec.field_by_name("ValidDays") {
        let days = record.value(field.number)?.integer().filter(|it| *it > 0)?;
        let issued = record.value(spec.date_field?)?.date()?.date()?;
        return Some(LastDay {
            label: "paper-valid-until",
            day: issued.checked_add(Span::new().try_days(days).ok()?).ok()?,
            given_by: &["ValidDays"],
        });
    }
    spec.field_by_name("DueDate")?;
    let mut reader = BooksReader::new();
    reader.add(object);
    let day = reader.finish().0.invoices.get(&object.key)?.due_date()?;
    Some(LastDay {
        label: "field-DueDate",
        day,
        given_by: &["DueDate", "DueDateDays", "DueDateDate"],
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
            columns.push(Column::amounts(locale.text(TAX_AMOUNT)));
        }
        columns.push(Column::amounts(locale.text(AMOUNT)));
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
                @if let Some(amounts) = amounts { (amount_cells(locale, amounts, at)) }
            }
        });
    }
    let content = if columns.is_empty() {
        // Lines without a single known field: what they hold stands under what is not understood.
        html! { p .muted { (locale.text("word-none")) } }
    } else {
        html! { div .folds-lines { (folds(table(&heading, &columns, &rows, None))) } }
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
fn amount_cells(locale: Locale, amounts: &LineAmounts, at: usize) -> Markup {
    let text = |label: &str, texts: &Vec<String>| {
        let shown = texts.get(at).map_or("", String::as_str);
        labelled_amount_cell(&locale.text(label), shown)
    };
    html! {
        @if let Some(taxes) = &amounts.taxes { (text(TAX_AMOUNT, taxes)) }
        (text(AMOUNT, &amounts.amounts))
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
                    let label = words::field_label(names.locale, column);
                    labelled_amount_cell(&label, &value::plain(names, Some(column), value)?)
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
