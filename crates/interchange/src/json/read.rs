//! From the plain form of a record to its content.

use super::show::{is_nameable, parts_of, wire_name};
use super::{DATE_MAX, DATE_MIN, Plain, UNKNOWN};
use crate::decode::FieldValue;
use crate::edit::encode::is_unwritten;
use crate::edit::{EditError, keep_or_encode};
use crate::kind_spec::{FieldSpec, Shape, field_spec, spec};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use books::Key;
use manager_file::wire::{DateValue, Field, Message, WireType};
use rust_decimal::Decimal;

/// The content that this plain form stands for. The plain form is the whole record: a field that
/// it does not name is removed, except that without a member `unknown` every field that has no
/// name stays. Fields that say what `original` says keep its bytes; `original` is empty for a new
/// record.
///
/// # Errors
/// [`EditError`] naming the member that cannot be read.
pub fn from_plain(content_type: Key, original: &[u8], plain: &Plain) -> Result<Vec<u8>, EditError> {
    let mut message = Message::parse(original)?;
    let specs = spec(content_type).map_or(&[][..], |spec| spec.fields);
    read_message(&mut message, specs, plain)?;
    Ok(message.to_bytes())
}

fn read_message(
    message: &mut Message,
    specs: &'static [FieldSpec],
    plain: &Plain,
) -> Result<(), EditError> {
    let Plain::Map(members) = plain else {
        return Err(EditError::NotAMap);
    };
    let is_known = |name: &str| name == UNKNOWN || specs.iter().any(|spec| spec.name == name);
    if let Some((name, _)) = members.iter().find(|(name, _)| !is_known(name)) {
        return Err(EditError::UnknownName(name.clone()));
    }
    let unknown = plain.member(UNKNOWN).map(read_unknown).transpose()?;
    set_nameless(message, specs, unknown.as_deref());
    for spec in specs {
        let named = plain
            .member(spec.name)
            .filter(|value| **value != Plain::Null);
        let nameless = unknown.iter().flatten();
        let in_unknown = nameless.clone().any(|field| field.number() == spec.number);
        match named {
            Some(_) if in_unknown => {
                return Err(EditError::RawField(format!(
                    "{} has a name, {}, and a value there",
                    spec.number, spec.name
                )));
            }
            Some(value) => {
                let fields = read_field(message, spec, value)?;
                message.set_all(spec.number, fields);
            }
            None if !in_unknown && is_nameable(spec, message) => {
                message.set_all(spec.number, Vec::new());
            }
            None => {}
        }
    }
    Ok(())
}

/// Sets the fields that stand under `unknown`, and removes those that are not there any more.
fn set_nameless(message: &mut Message, specs: &'static [FieldSpec], listed: Option<&[Field]>) {
    let Some(listed) = listed else { return };
    let has_name = |number: u32, message: &Message| {
        field_spec(specs, number).is_some_and(|spec| is_nameable(spec, message))
    };
    let mut numbers: Vec<u32> = listed
        .iter()
        .chain(message.fields())
        .map(Field::number)
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    for number in numbers {
        let fields: Vec<Field> = listed
            .iter()
            .filter(|field| field.number() == number)
            .cloned()
            .collect();
        if !fields.is_empty() || !has_name(number, message) {
            message.set_all(number, fields);
        }
    }
}

fn read_field(message: &Message, spec: &FieldSpec, value: &Plain) -> Result<Vec<Field>, EditError> {
    let mut present = message.all(spec.number);
    let values = match (spec.shape.is_repeated(), value) {
        (true, Plain::List(values)) => values.as_slice(),
        (false, value) => std::slice::from_ref(value),
        (true, _) => return Err(EditError::wrong_shape(spec)),
    };
    let mut fields = Vec::with_capacity(values.len());
    for value in values {
        fields.extend(read_one(spec, present.next(), value)?);
    }
    Ok(fields)
}

/// One value as a field, or nothing where such a value is not written.
fn read_one(
    spec: &FieldSpec,
    present: Option<&Field>,
    value: &Plain,
) -> Result<Option<Field>, EditError> {
    if let Some(parts) = parts_of(spec.shape) {
        let before = present.and_then(|field| field.message().ok());
        let mut message = before.clone().unwrap_or_default();
        read_message(&mut message, parts, value)?;
        return Ok(match (present, before) {
            (Some(field), Some(before)) if before == message => Some(field.clone()),
            _ => Some(Field::of_message(spec.number, &message)),
        });
    }
    let value = read_simple(spec, value)?;
    let field = keep_or_encode(spec, present, &value)?;
    let kept = present.is_some_and(|present| *present == field);
    Ok((kept || spec.shape.is_repeated() || !is_unwritten(&value)).then_some(field))
}

fn read_simple(spec: &FieldSpec, plain: &Plain) -> Result<FieldValue, EditError> {
    let read = match (spec.shape, plain) {
        (Shape::Flag, Plain::Flag(flag)) => Some(FieldValue::Flag(*flag)),
        (Shape::Integer | Shape::Choice(_), Plain::Integer(number)) => {
            Some(FieldValue::Integer(*number))
        }
        (Shape::Decimal, Plain::Integer(number)) => {
            Some(FieldValue::Decimal(Decimal::from(*number)))
        }
        (shape, Plain::Text(text)) => {
            return read_text(shape, text).ok_or_else(|| EditError::NotAValue {
                field: spec.name.to_owned(),
                expected: spec.shape.name(),
                text: text.clone(),
            });
        }
        _ => None,
    };
    read.ok_or_else(|| EditError::wrong_shape(spec))
}

fn read_text(shape: Shape, text: &str) -> Option<FieldValue> {
    match shape {
        Shape::Text | Shape::LongText | Shape::Html | Shape::Script | Shape::Texts => {
            Some(FieldValue::Text(text.to_owned()))
        }
        Shape::Date | Shape::ObsoleteDate => read_date(text).map(FieldValue::Date),
        Shape::Decimal => Decimal::from_str_exact(text).ok().map(FieldValue::Decimal),
        Shape::Reference(_) | Shape::References(_) => text.parse().ok().map(FieldValue::Reference),
        Shape::Bytes => STANDARD.decode(text).ok().map(FieldValue::Bytes),
        _ => None,
    }
}

fn read_date(text: &str) -> Option<DateValue> {
    match text {
        DATE_MIN => Some(DateValue::Min),
        DATE_MAX => Some(DateValue::Max),
        _ if text.contains('T') => text.parse().ok().map(DateValue::Moment),
        _ => text.parse().ok().map(DateValue::Date),
    }
}

/// The raw fields that stand under `unknown`.
fn read_unknown(plain: &Plain) -> Result<Vec<Field>, EditError> {
    let Plain::List(entries) = plain else {
        return Err(EditError::RawField("it is not a list".to_owned()));
    };
    entries.iter().map(read_raw).collect()
}

fn read_raw(plain: &Plain) -> Result<Field, EditError> {
    let refuse = |what: &str| EditError::RawField(what.to_owned());
    let (Some(Plain::Integer(number)), Some(Plain::Text(wire)), Some(Plain::Text(raw))) = (
        plain.member("number"),
        plain.member("wire"),
        plain.member("raw"),
    ) else {
        return Err(refuse("it needs “number”, “wire” and “raw”"));
    };
    let number = u32::try_from(*number).map_err(|_| refuse("the number is not possible"))?;
    let payload = STANDARD
        .decode(raw)
        .map_err(|_| refuse("“raw” is not Base64"))?;
    let mut bytes = tag(number, wire).ok_or_else(|| refuse("“wire” names no wire type"))?;
    if wire == wire_name(WireType::Bytes) {
        return Ok(Field::of_bytes(number, &payload));
    }
    bytes.extend_from_slice(&payload);
    let message = Message::parse(&bytes)?;
    match message.fields() {
        [field] => Ok(field.clone()),
        _ => Err(refuse("“raw” is not one value of that wire type")),
    }
}

/// The tag of a field: its number and wire type as a varint.
fn tag(number: u32, wire: &str) -> Option<Vec<u8>> {
    let wire_type = match wire {
        "varint" => 0,
        "fixed64" => 1,
        "bytes" => 2,
        "group" => 3,
        "fixed32" => 5,
        _ => return None,
    };
    // A number field whose value is the tag: its payload is the tag as a varint.
    let carrier = Field::of_varint(1, u64::from(number) << 3 | wire_type);
    Some(carrier.payload().to_vec())
}
