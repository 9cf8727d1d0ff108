//! Which other records a record names.

use crate::decode::{DecodedField, DecodedRecord, FieldValue};
use crate::kind_spec::spec;
use books::Key;

/// Every reference to another record with its path, as `SalesInvoice.3` or `SalesInvoice.49.1`;
/// custom fields give their definitions. The key of nothing is no reference. References inside
/// fields that nobody described are not found.
pub fn references(content_type: Key, record: &DecodedRecord) -> Vec<(String, Key)> {
    let mut found = Vec::new();
    if let Some(spec) = spec(content_type) {
        collect(spec.name, &record.fields, &mut found);
    }
    found.retain(|(_, key)| *key != Key::NIL);
    found
}

/// The same records without their paths, in no particular order: for whoever asks it of very many
/// records.
pub fn keys_named(content_type: Key, record: &DecodedRecord) -> Vec<Key> {
    let mut found = Vec::new();
    if spec(content_type).is_some() {
        collect_keys(&record.fields, &mut found);
    }
    found.retain(|key| *key != Key::NIL);
    found
}

fn collect_keys(fields: &[DecodedField], found: &mut Vec<Key>) {
    for field in fields {
        match &field.value {
            FieldValue::Reference(key) => found.push(*key),
            FieldValue::Part(parts) => collect_keys(parts, found),
            FieldValue::Custom(values) => found.extend(values.iter().map(|it| it.definition)),
            _ => {}
        }
    }
}

fn collect(prefix: &str, fields: &[DecodedField], found: &mut Vec<(String, Key)>) {
    for field in fields {
        let path = format!("{prefix}.{}", field.number);
        match &field.value {
            FieldValue::Reference(key) => found.push((path, *key)),
            FieldValue::Part(parts) => collect(&path, parts, found),
            FieldValue::Custom(values) => {
                found.extend(values.iter().map(|value| (path.clone(), value.definition)));
            }
            _ => {}
        }
    }
}
