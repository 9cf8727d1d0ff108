//! A record of any kind, laid out by its description alone: its fields as facts, its longer texts
//! as paragraphs, its lines as a table, debits and credits summed.

use super::facts::{Fact, custom_facts, fact};
use super::footers::footers;
use super::transfer::TransferAmounts;
use super::{Desk, Sheet, kind_title, party, sender, too_large, typeset};
use crate::PageError;
use crate::records::{value, words};
use interchange::{DecodedField, FieldSpec, FieldValue, Shape, find_field};
use ledger::arithmetic::sum;
use pdf::{Column, Document, Recipient};
use rust_decimal::Decimal;
use store::StoreError;

/// Whom a document may be for, by the field that says so, with the label above the name.
const PARTIES: [(&str, &str); 3] = [
    ("Customer", "paper-deliver-to"),
    ("Supplier", "paper-supplier"),
    ("Employee", "paper-employee"),
];
/// Columns of lines whose sums mean something.
const SUMMED: [&str; 2] = ["Debit", "Credit"];

/// The record as a document.
pub(super) fn document(desk: &Desk<'_>, sheet: &Sheet<'_>) -> Result<Document, PageError> {
    let business = sender::business(desk)?;
    let date = sheet.date().unwrap_or(desk.today);
    let recipient = recipient(desk, sheet)?;
    let (facts, introduction) = facts_and_texts(desk, sheet, recipient.is_some())?;
    let (columns, rows) = lines(desk, sheet)?;
    let number = match sheet.written("Reference") {
        Some(reference) => reference.to_owned(),
        // A document without a number is named by its date, which stands among the facts.
        None if sheet.date().is_some() => String::new(),
        None => desk.names.title_of(sheet.object),
    };
    Ok(Document {
        setup: typeset::setup(desk.locale, business.country.as_deref(), date),
        title: kind_title(desk.locale, sheet),
        number,
        facts,
        sender: business.sender,
        recipient,
        introduction,
        columns,
        rows,
        totals: Vec::new(),
        notes: footers(desk, sheet)?,
        footer: String::new(),
    })
}

/// The party of the heading. A record that is a party itself is for nobody.
fn recipient(desk: &Desk<'_>, sheet: &Sheet<'_>) -> Result<Option<Recipient>, StoreError> {
    if sheet.date().is_none() {
        return Ok(None);
    }
    for (field, label) in PARTIES {
        if let Some(party) = sheet.key(field) {
            return party::recipient(desk, sheet, desk.locale.text(label), Some(party));
        }
    }
    Ok(None)
}

/// Short fields as facts and longer texts as paragraphs.
fn facts_and_texts(
    desk: &Desk<'_>,
    sheet: &Sheet<'_>,
    has_recipient: bool,
) -> Result<(Vec<Fact>, String), StoreError> {
    let transfer = TransferAmounts::of(desk, sheet)?;
    let mut facts = Vec::new();
    let mut texts = Vec::new();
    for field in sheet.spec.map_or(&[][..], |spec| spec.fields) {
        let stands_elsewhere = field.name == "Reference"
            || (has_recipient && PARTIES.iter().any(|(name, _)| *name == field.name));
        if stands_elsewhere || is_switch(field) {
            continue;
        }
        for found in sheet.record.all(field.number) {
            let amount = transfer.as_ref();
            if let Some(fact) = amount.and_then(|it| it.fact(desk, field, &found.value)) {
                facts.push(fact);
                continue;
            }
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

/// Whether a field says how a form is filled in or printed, and nothing about the record.
fn is_switch(field: &FieldSpec) -> bool {
    let is_flag = matches!(field.shape, Shape::Flag);
    (is_flag && (field.name.starts_with("Has") || field.name.ends_with("Column")))
        || field.name == "AutomaticReference"
        || field.name.ends_with("Footers")
}

/// The columns and rows of a table.
type Table = (Vec<Column>, Vec<Vec<String>>);

/// The first list that has lines, with a last row of sums where columns mean a sum.
fn lines(desk: &Desk<'_>, sheet: &Sheet<'_>) -> Result<Table, PageError> {
    let lists = sheet.spec.map_or(&[][..], |spec| spec.fields).iter();
    let found = lists.into_iter().find_map(|field| {
        let Shape::Lines(parts) = field.shape else {
            return None;
        };
        let lines: Vec<&[DecodedField]> = sheet.record.lines(field.number).collect();
        (!lines.is_empty()).then_some((parts, lines))
    });
    let Some((parts, lines)) = found else {
        return Ok((Vec::new(), Vec::new()));
    };
    let shown: Vec<&'static FieldSpec> = parts
        .iter()
        .filter(|part| lines.iter().any(|line| says(line, part)))
        .collect();
    let mut rows = Vec::with_capacity(lines.len().saturating_add(1));
    for line in &lines {
        rows.push(row(desk, &shown, line)?);
    }
    if shown.iter().any(|part| SUMMED.contains(&part.name)) {
        rows.push(sums(desk, sheet, &shown, &lines)?);
    }
    let columns = shown.iter().map(|part| column(desk, part)).collect();
    Ok((columns, rows))
}

fn row(
    desk: &Desk<'_>,
    shown: &[&'static FieldSpec],
    line: &[DecodedField],
) -> Result<Vec<String>, StoreError> {
    let mut cells = Vec::with_capacity(shown.len());
    for part in shown {
        cells.push(match find_field(line, part.number) {
            Some(found) if says(line, part) => value::plain(&desk.names, Some(part), &found.value)?,
            _ => String::new(),
        });
    }
    Ok(cells)
}

/// The sums of debits and credits, under their columns.
fn sums(
    desk: &Desk<'_>,
    sheet: &Sheet<'_>,
    shown: &[&'static FieldSpec],
    lines: &[&[DecodedField]],
) -> Result<Vec<String>, PageError> {
    let mut cells = Vec::with_capacity(shown.len());
    for (at, part) in shown.iter().enumerate() {
        if !SUMMED.contains(&part.name) {
            let label = (at == 0).then(|| desk.locale.text("paper-total"));
            cells.push(label.unwrap_or_default());
            continue;
        }
        let total = lines.iter().try_fold(Decimal::ZERO, |total, line| {
            let found = find_field(line, part.number).and_then(|field| field.value.decimal());
            sum(total, found.unwrap_or(Decimal::ZERO))
        });
        let total = total.map_err(|_| too_large(sheet))?;
        cells.push(value::plain(
            &desk.names,
            Some(part),
            &FieldValue::Decimal(total),
        )?);
    }
    Ok(cells)
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
