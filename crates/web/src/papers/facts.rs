//! The parts that papers of every kind share: labelled facts, custom fields, addresses.

use super::{Desk, Sheet};
use crate::records::names::date_of;
use crate::records::{value, words};
use interchange::{DecodedField, DecodedRecord, FieldSpec, FieldValue, Shape};
use jiff::civil::Date;
use store::StoreError;

/// A label and what it labels.
pub(super) type Fact = (String, String);

/// How long a line below an address may be.
const LINE_CHARACTERS_MAX: usize = 60;

/// The lines of a text that say something.
pub(super) fn lines_of(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

impl Sheet<'_> {
    /// The description of the field with this English name.
    pub(super) fn field_spec(&self, name: &str) -> Option<&'static FieldSpec> {
        self.spec?.field_by_name(name)
    }

    /// The value under this English name.
    pub(super) fn value(&self, name: &str) -> Option<&FieldValue> {
        self.record.value(self.field_spec(name)?.number)
    }

    /// The text under this English name, when it says something.
    pub(super) fn written(&self, name: &str) -> Option<&str> {
        let text = self.value(name)?.text()?;
        (!text.trim().is_empty()).then_some(text)
    }
}

impl Sheet<'_> {
    /// The day of the document.
    pub(super) fn date(&self) -> Option<Date> {
        date_of(self.object)
    }
}

/// Custom fields in either form, each under the name of its definition. Values that are no text,
/// number, date or flag, empty ones, and those whose definition is lost, say nothing to a reader
/// of paper.
pub(super) fn custom_facts(
    desk: &Desk<'_>,
    record: &DecodedRecord,
) -> Result<Vec<Fact>, StoreError> {
    let mut facts = customs_among(desk, &record.fields)?;
    facts.retain(|(label, _)| !label.is_empty());
    Ok(facts)
}

/// The custom fields among the fields of a record or a line, as lines of a text.
pub(super) fn custom_lines(
    desk: &Desk<'_>,
    fields: &[DecodedField],
) -> Result<Vec<String>, StoreError> {
    let facts = customs_among(desk, fields)?.into_iter();
    Ok(facts
        .map(|(label, value)| match label.as_str() {
            "" => value,
            label => format!("{label}: {value}"),
        })
        .collect())
}

/// The custom fields among the fields of a record or a line. The label is empty where the
/// definition is lost: a number below an address still says something there.
fn customs_among(desk: &Desk<'_>, fields: &[DecodedField]) -> Result<Vec<Fact>, StoreError> {
    let mut facts: Vec<Fact> = Vec::new();
    for field in fields {
        let FieldValue::Custom(values) = &field.value else {
            continue;
        };
        for custom in values {
            if matches!(
                custom.value,
                FieldValue::Raw { .. } | FieldValue::Misfit { .. } | FieldValue::Bytes(_)
            ) {
                continue;
            }
            let shown = value::plain(&desk.names, None, &custom.value)?;
            // A dash is what people type into a field that must not stay empty.
            if matches!(shown.trim(), "" | "-" | "–" | "—") {
                continue;
            }
            let label = match desk.reader.object(custom.definition)? {
                Some(definition) => desk.names.title_of(&definition),
                None => String::new(),
            };
            // The same field can stand in both forms.
            if !facts.contains(&(label.clone(), shown.clone())) {
                facts.push((label, shown));
            }
        }
    }
    Ok(facts)
}

/// A field as a fact, when it says something to a reader of paper.
pub(super) fn fact(
    desk: &Desk<'_>,
    spec: &FieldSpec,
    found: &FieldValue,
) -> Result<Option<Fact>, StoreError> {
    let says_nothing = matches!(
        found,
        FieldValue::Raw { .. }
            | FieldValue::Misfit { .. }
            | FieldValue::Bytes(_)
            | FieldValue::Custom(_)
            | FieldValue::Part(_)
            | FieldValue::Flag(false)
    ) || matches!(spec.shape, Shape::Html | Shape::Script);
    if says_nothing {
        return Ok(None);
    }
    let shown = value::plain(&desk.names, Some(spec), found)?;
    if shown.trim().is_empty() {
        return Ok(None);
    }
    Ok(Some((words::field_label(desk.locale, spec), shown)))
}

/// The custom fields of a party as lines below its address: numbers, codes, short words. Longer
/// texts are notes about the party, and none of the recipient's affair.
pub(super) fn party_lines(
    desk: &Desk<'_>,
    record: &DecodedRecord,
) -> Result<Vec<String>, StoreError> {
    let mut lines = custom_lines(desk, &record.fields)?;
    lines.retain(|line| !line.contains('\n') && line.chars().count() <= LINE_CHARACTERS_MAX);
    Ok(lines)
}
