//! Which fields of a record no description names or fits, for the report of an import.

use super::{DecodedField, DecodedRecord, FieldValue};
use crate::kind_spec::spec;
use books::{Key, kinds};

/// The paths of fields that are not understood, each once and in the order first met:
/// `SalesInvoice.57`, and `SalesInvoice.49.30` for field 30 of a line.
pub fn unknown_fields(content_type: Key, record: &DecodedRecord) -> impl Iterator<Item = String> {
    let name = match (spec(content_type), kinds::find(content_type)) {
        (Some(spec), _) => spec.name.to_owned(),
        (None, Some(kind)) => kind.name.to_owned(),
        (None, None) => content_type.to_string(),
    };
    let mut found = Vec::new();
    collect(&record.fields, &mut Vec::new(), &mut found);
    found.into_iter().map(move |numbers| path(&name, &numbers))
}

/// Paths are kept as numbers until they are told: nearly every field is understood, and a file has
/// millions of them.
fn collect(fields: &[DecodedField], place: &mut Vec<u32>, found: &mut Vec<Vec<u32>>) {
    for field in fields {
        place.push(field.number);
        match &field.value {
            FieldValue::Part(parts) => collect(parts, place, found),
            value if is_unread(value) && !found.contains(place) => found.push(place.clone()),
            _ => {}
        }
        place.pop();
    }
}

fn is_unread(value: &FieldValue) -> bool {
    match value {
        FieldValue::Raw { .. } | FieldValue::Misfit { .. } => true,
        FieldValue::Custom(values) => values.iter().any(|custom| is_unread(&custom.value)),
        _ => false,
    }
}

fn path(name: &str, numbers: &[u32]) -> String {
    numbers
        .iter()
        .fold(name.to_owned(), |path, number| format!("{path}.{number}"))
}
