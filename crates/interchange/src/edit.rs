//! Changes fields of a record and leaves every other byte of it alone.
//!
//! An edit works on the bytes as they were written: a field that no edit names keeps its bytes,
//! its place and its order, also one that nobody here understands; a line keeps its unknown parts;
//! an edit that sets what is already there changes nothing. What the other program does not write
//! (a flag that is no, a number that is zero) is not written here either.

pub(crate) mod custom;
pub(crate) mod encode;
mod error;

pub use error::EditError;

use crate::decode::{FieldValue, decode_value};
use crate::kind_spec::{FieldSpec, Shape, field_spec, spec};
use books::Key;
use encode::{encode, is_unwritten};
use manager_file::wire::{Field, Message};

/// One change of one field. The number is the field's, in the record or in the line it stands in.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Sets a field that is written once, or removes it. Empty text over nothing changes nothing.
    Set(u32, Option<FieldValue>),
    /// Sets every value of a field that is written any number of times, as references to footers.
    All(u32, Vec<FieldValue>),
    /// Sets the lines. Lines that no [`LineEdit`] names are removed.
    Lines(u32, Vec<LineEdit>),
    /// Changes fields of a part that is written once, and writes the part if it was not there.
    Part(u32, Vec<Edit>),
    /// Sets the custom field with this definition, or removes it. The number is that of the field
    /// holding custom fields, in either form.
    Custom(u32, Key, Option<FieldValue>),
}

/// One line as it shall be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LineEdit {
    /// The place of the line it came from among the lines as written, from 0; `None` for a new one.
    pub from: Option<usize>,
    /// What changes in it.
    pub edits: Vec<Edit>,
}

impl Edit {
    /// The number of the field that it changes.
    pub fn number(&self) -> u32 {
        match self {
            Self::Set(number, _)
            | Self::All(number, _)
            | Self::Lines(number, _)
            | Self::Part(number, _)
            | Self::Custom(number, _, _) => *number,
        }
    }
}

/// The content with these changes. `original` is empty for a new record.
///
/// # Errors
/// [`EditError`] when the content is not fields, when an edit names a field that the kind's
/// description does not, or gives it a value of another shape.
pub fn patch(content_type: Key, original: &[u8], edits: &[Edit]) -> Result<Vec<u8>, EditError> {
    let mut message = Message::parse(original)?;
    let specs = spec(content_type).map_or(&[][..], |spec| spec.fields);
    patch_message(&mut message, specs, edits)?;
    Ok(message.to_bytes())
}

fn patch_message(
    message: &mut Message,
    specs: &'static [FieldSpec],
    edits: &[Edit],
) -> Result<(), EditError> {
    for edit in edits {
        let number = edit.number();
        let spec = field_spec(specs, number).ok_or(EditError::UnknownField(number))?;
        match (edit, spec.shape) {
            (Edit::Set(_, value), shape) if !shape.is_repeated() => {
                set(message, spec, value.as_ref())?;
            }
            (Edit::All(_, values), Shape::References(_)) => set_all(message, spec, values)?,
            (Edit::Lines(_, lines), Shape::Lines(parts)) => {
                let fields = patched_lines(message, spec, parts, lines)?;
                message.set_all(number, fields);
            }
            (Edit::Part(_, edits), Shape::Part(parts)) => {
                let field = patched(message.field(number), spec, parts, edits)?;
                put_last(message, number, field);
            }
            (Edit::Custom(_, definition, value), Shape::CustomFieldsOld) => {
                custom::set_old(message, spec, *definition, value.as_ref())?;
            }
            (Edit::Custom(_, definition, value), Shape::CustomFields2) => {
                custom::set_2(message, spec, *definition, value.as_ref())?;
            }
            _ => return Err(EditError::wrong_shape(spec)),
        }
    }
    Ok(())
}

/// Sets or removes a field that is written once. Where it stands twice, the last one counts. A
/// field that is not understood gives way to a value only, never to nothing: a form shows it as
/// empty and must not remove it by being saved.
fn set(
    message: &mut Message,
    spec: &FieldSpec,
    value: Option<&FieldValue>,
) -> Result<(), EditError> {
    // The shape is checked even where nothing changes, so that a wrong call never passes.
    let fresh = value.map(|value| encode(spec, value)).transpose()?;
    let present = message
        .field(spec.number)
        .map(|field| decode_value(spec.shape, field));
    let nothing = value.is_none_or(is_unwritten);
    let is_empty_text = value.and_then(FieldValue::text).is_some_and(str::is_empty);
    let unchanged = match &present {
        None | Some(FieldValue::Misfit { .. }) => nothing || is_empty_text,
        Some(present) => value.map_or(is_unwritten(present), |value| value == present),
    };
    match fresh {
        _ if unchanged => {}
        Some(field) if !nothing => put_last(message, spec.number, field),
        _ => message.set(spec.number, None),
    }
    Ok(())
}

/// Sets all values of a repeated field; equal ones keep their bytes.
fn set_all(
    message: &mut Message,
    spec: &FieldSpec,
    values: &[FieldValue],
) -> Result<(), EditError> {
    let mut present = message.all(spec.number);
    let fields: Result<Vec<Field>, EditError> = values
        .iter()
        .map(|value| keep_or_encode(spec, present.next(), value))
        .collect();
    let fields = fields?;
    drop(present);
    message.set_all(spec.number, fields);
    Ok(())
}

/// The field as it was written when it holds this value already, a new one otherwise.
pub(crate) fn keep_or_encode(
    spec: &FieldSpec,
    present: Option<&Field>,
    value: &FieldValue,
) -> Result<Field, EditError> {
    let fresh = encode(spec, value)?;
    match present {
        Some(field) if decode_value(spec.shape, field) == *value => Ok(field.clone()),
        _ => Ok(fresh),
    }
}

/// Puts a field in the place of the last one with its number, or in order where there is none.
pub(crate) fn put_last(message: &mut Message, number: u32, field: Field) {
    let mut fields: Vec<Field> = message.all(number).cloned().collect();
    match fields.last_mut() {
        Some(last) => *last = field,
        None => fields.push(field),
    }
    message.set_all(number, fields);
}

fn patched_lines(
    message: &Message,
    spec: &FieldSpec,
    parts: &'static [FieldSpec],
    lines: &[LineEdit],
) -> Result<Vec<Field>, EditError> {
    let present: Vec<&Field> = message.all(spec.number).collect();
    lines
        .iter()
        .map(|line| {
            let from = match line.from {
                None => None,
                Some(at) => Some(present.get(at).copied().ok_or(EditError::NoSuchLine {
                    field: spec.name,
                    place: at,
                    lines: present.len(),
                })?),
            };
            patched(from, spec, parts, &line.edits)
        })
        .collect()
}

/// A line or part with these changes; the very field when they change nothing.
fn patched(
    from: Option<&Field>,
    spec: &FieldSpec,
    parts: &'static [FieldSpec],
    edits: &[Edit],
) -> Result<Field, EditError> {
    let Some(from) = from else {
        let mut message = Message::default();
        patch_message(&mut message, parts, edits)?;
        return Ok(Field::of_message(spec.number, &message));
    };
    if edits.is_empty() {
        return Ok(from.clone());
    }
    let before = from.message()?;
    let mut message = before.clone();
    patch_message(&mut message, parts, edits)?;
    if message == before {
        return Ok(from.clone());
    }
    Ok(Field::of_message(spec.number, &message))
}

#[cfg(test)]
mod tests;
