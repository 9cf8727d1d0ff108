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
    let mut paths = Vec::new();
    collect(&name, &record.fields, &mut paths);
    paths.into_iter()
}

fn collect(prefix: &str, fields: &[DecodedField], paths: &mut Vec<String>) {
    for field in fields {
        let path = format!("{prefix}.{}", field.number);
        match &field.value {
            FieldValue::Raw { .. } | FieldValue::Misfit { .. } => push_once(paths, path),
            FieldValue::Part(parts) => collect(&path, parts, paths),
            FieldValue::Custom(values) => {
                let unread = |value: &FieldValue| matches!(value, FieldValue::Raw { .. });
                if values.iter().any(|custom| unread(&custom.value)) {
                    push_once(paths, path);
                }
            }
            _ => {}
        }
    }
}

fn push_once(paths: &mut Vec<String>, path: String) {
    if !paths.contains(&path) {
        paths.push(path);
    }
}
