//! Custom fields of lines: those whose definition names the lines of the kind, and those that a
//! line of the record has a value for.

use super::{CustomField, in_order, is_placed_on_lines};
use crate::records::form::Form;
use crate::records::names::Names;
use books::Key;
use interchange::{DecodedField, DecodedRecord, FieldValue, Shape};
use std::collections::BTreeSet;
use store::StoreError;

/// The field of a form's lines that holds custom fields; nothing where the kind has none.
pub(in crate::records) fn line_home(form: &Form) -> Option<u32> {
    let lines = form.lines?;
    let parts = form.spec()?.field(lines.number)?.shape.parts();
    let mut parts = parts.iter();
    let home = parts.find(|part| matches!(part.shape, Shape::CustomFields2))?;
    Some(home.number)
}

/// The custom fields of the lines of a form.
pub(super) fn fields_of_lines(
    names: &Names<'_>,
    form: &Form,
    record: &DecodedRecord,
) -> Result<Vec<CustomField>, StoreError> {
    let (Some(lines), Some(home)) = (form.lines, line_home(form)) else {
        return Ok(Vec::new());
    };
    let stored: BTreeSet<Key> = record.lines(lines.number).flat_map(definitions).collect();
    in_order(names, home, |object, _| {
        stored.contains(&object.key) || is_placed_on_lines(object, form.content_type)
    })
}

/// The definitions of the values of a line.
fn definitions(line: &[DecodedField]) -> impl Iterator<Item = Key> + '_ {
    let customs = line.iter().filter_map(|field| match &field.value {
        FieldValue::Custom(values) => Some(values),
        _ => None,
    });
    customs.flatten().map(|custom| custom.definition)
}
