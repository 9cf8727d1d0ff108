//! From the content of a record to its plain form.

use super::{DATE_MAX, DATE_MIN, Plain, UNKNOWN};
use crate::decode::{CUSTOM_FIELDS_2, CUSTOM_FIELDS_OLD, FieldValue, decode_value};
use crate::kind_spec::{FieldSpec, Shape, field_spec, spec};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use books::Key;
use manager_file::wire::{DateValue, Field, Message, WireType};
use std::collections::BTreeMap;

/// The content of a record in its plain form. Content that is not fields gives its bytes alone, as
/// `{"malformed": "…"}`.
pub fn to_plain(content_type: Key, content: &[u8]) -> Plain {
    let specs = spec(content_type).map_or(&[][..], |spec| spec.fields);
    match Message::parse(content) {
        Ok(message) => show_message(specs, &message),
        Err(_) => Plain::Map(vec![(
            "malformed".to_owned(),
            Plain::Text(STANDARD.encode(content)),
        )]),
    }
}

pub(super) fn show_message(specs: &'static [FieldSpec], message: &Message) -> Plain {
    let mut members: Vec<(String, Plain)> = Vec::new();
    let mut unknown = Vec::new();
    // Once for each number: asked for every line, a record of many lines would take their square.
    let mut decided: BTreeMap<u32, bool> = BTreeMap::new();
    for field in message.fields() {
        let number = field.number();
        let has_name = match decided.get(&number) {
            Some(has_name) => *has_name,
            None => {
                let spec = field_spec(specs, number).filter(|spec| is_nameable(spec, message));
                if let Some(spec) = spec {
                    members.push((spec.name.to_owned(), show_field(spec, message)));
                }
                decided.insert(number, spec.is_some());
                spec.is_some()
            }
        };
        if !has_name {
            unknown.push(show_raw(field));
        }
    }
    if !unknown.is_empty() {
        members.push((UNKNOWN.to_owned(), Plain::List(unknown)));
    }
    Plain::Map(members)
}

/// Whether all fields with this number can be shown by name: each fits, and there is one only
/// unless the description allows more.
pub(super) fn is_nameable(spec: &FieldSpec, message: &Message) -> bool {
    let fits =
        |field: &Field| !matches!(decode_value(spec.shape, field), FieldValue::Misfit { .. });
    message.all(spec.number).all(fits)
        && (spec.shape.is_repeated() || message.all(spec.number).count() <= 1)
}

fn show_field(spec: &FieldSpec, message: &Message) -> Plain {
    let mut values = message
        .all(spec.number)
        .map(|field| show_value(spec.shape, field));
    if spec.shape.is_repeated() {
        Plain::List(values.collect())
    } else {
        values.next().unwrap_or(Plain::Null)
    }
}

fn show_value(shape: Shape, field: &Field) -> Plain {
    match parts_of(shape) {
        Some(parts) => field
            .message()
            .map_or(Plain::Null, |message| show_message(parts, &message)),
        None => show_simple(decode_value(shape, field)),
    }
}

/// The fields inside a value of this shape, custom fields included; `None` for simple values.
pub(crate) fn parts_of(shape: Shape) -> Option<&'static [FieldSpec]> {
    match shape {
        Shape::Lines(parts) | Shape::Part(parts) => Some(parts),
        Shape::CustomFieldsOld => Some(CUSTOM_FIELDS_OLD),
        Shape::CustomFields2 => Some(CUSTOM_FIELDS_2),
        _ => None,
    }
}

fn show_simple(value: FieldValue) -> Plain {
    match value {
        FieldValue::Text(text) => Plain::Text(text),
        FieldValue::Flag(flag) => Plain::Flag(flag),
        FieldValue::Integer(number) => Plain::Integer(number),
        FieldValue::Decimal(number) => Plain::Text(number.to_string()),
        FieldValue::Date(date) => Plain::Text(match date {
            DateValue::Date(date) => date.to_string(),
            DateValue::Moment(moment) => moment.to_string(),
            DateValue::Min => DATE_MIN.to_owned(),
            DateValue::Max => DATE_MAX.to_owned(),
        }),
        FieldValue::Reference(key) => Plain::Text(key.to_string()),
        FieldValue::Bytes(bytes) => Plain::Text(STANDARD.encode(bytes)),
        FieldValue::Texts(texts) => Plain::List(texts.into_iter().map(Plain::Text).collect()),
        FieldValue::Custom(_)
        | FieldValue::Part(_)
        | FieldValue::Raw { .. }
        | FieldValue::Misfit { .. } => Plain::Null,
    }
}

fn show_raw(field: &Field) -> Plain {
    Plain::Map(vec![
        ("number".to_owned(), Plain::Integer(field.number().into())),
        (
            "wire".to_owned(),
            Plain::Text(wire_name(field.wire_type()).to_owned()),
        ),
        (
            "raw".to_owned(),
            Plain::Text(STANDARD.encode(field.payload())),
        ),
    ])
}

/// How each way of writing a value is called in the plain form.
pub(super) fn wire_name(wire_type: WireType) -> &'static str {
    match wire_type {
        WireType::Varint => "varint",
        WireType::Fixed64 => "fixed64",
        WireType::Bytes => "bytes",
        WireType::Group => "group",
        WireType::Fixed32 => "fixed32",
    }
}
