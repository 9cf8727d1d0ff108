//! Reads the content of a record into typed values, field by field and in the order written.
//!
//! Reading never drops a field: what no description names comes out as [`FieldValue::Raw`], what a
//! description names but does not fit as [`FieldValue::Misfit`]. Writing is the business of
//! [`crate::patch`], which works on the bytes themselves; what was decoded is never encoded back.

mod custom;
mod guess;
mod title;
mod unknown;

pub(crate) use custom::{CUSTOM_FIELDS_2, CUSTOM_FIELDS_OLD, texts_of};
pub use title::title;
pub use unknown::unknown_fields;

use crate::kind_spec::{FieldSpec, Shape, field_spec, spec};
use books::Key;
use manager_file::wire::{DateValue, Field, Message, WireError, WireType};
use rust_decimal::Decimal;
use std::fmt;

/// A record's content as typed values.
#[derive(Debug, Clone, PartialEq)]
pub struct DecodedRecord {
    /// Every field in the order written, known or not.
    pub fields: Vec<DecodedField>,
}

/// One field of a record or of a line.
#[derive(Clone)]
pub struct DecodedField {
    /// The field number in the wire encoding.
    pub number: u32,
    /// Its description, when there is one.
    pub spec: Option<&'static FieldSpec>,
    /// What it holds.
    pub value: FieldValue,
}

/// The description is shown by its name only: it is long and says nothing about the record.
impl fmt::Debug for DecodedField {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.spec.map_or("?", |spec| spec.name);
        write!(out, "{} {name} = ", self.number)?;
        self.value.fmt(out)
    }
}

impl PartialEq for DecodedField {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && self.value == other.value
    }
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    /// Text of any kind.
    Text(String),
    /// Several texts: what was chosen in a custom field of several choices.
    Texts(Vec<String>),
    /// Yes or no.
    Flag(bool),
    /// A whole number, also the value of a choice.
    Integer(i64),
    /// An exact number. Equality is that of the amount: 15.0 equals 15.
    Decimal(Decimal),
    /// A date.
    Date(DateValue),
    /// The key of another record.
    Reference(Key),
    /// Custom fields: all of them in the newer form, one pair in the older form.
    Custom(Vec<CustomValue>),
    /// The fields of a line or a part.
    Part(Vec<DecodedField>),
    /// Bytes that mean something to nobody here.
    Bytes(Vec<u8>),
    /// A field that no description names.
    Raw {
        /// How it is written.
        wire_type: WireType,
        /// The value's own bytes, without tag and length.
        bytes: Vec<u8>,
    },
    /// A field that its description does not fit.
    Misfit {
        /// The shape that was expected, as [`Shape::name`] says it.
        expected: &'static str,
        /// How it is written.
        wire_type: WireType,
        /// The value's own bytes, without tag and length.
        bytes: Vec<u8>,
    },
}

/// The value of one custom field.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomValue {
    /// The key of the record that defines the custom field.
    pub definition: Key,
    /// Text, decimal, date, flag or several texts; raw where the form is not known.
    pub value: FieldValue,
}

impl FieldValue {
    /// The text, when it is text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The texts, when it is several.
    pub fn texts(&self) -> Option<&[String]> {
        match self {
            Self::Texts(texts) => Some(texts),
            _ => None,
        }
    }

    /// The flag, when it is one.
    pub fn flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The whole number, when it is one.
    pub fn integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// The exact number, when it is one.
    pub fn decimal(&self) -> Option<Decimal> {
        match self {
            Self::Decimal(number) => Some(*number),
            _ => None,
        }
    }

    /// The date, when it is one.
    pub fn date(&self) -> Option<DateValue> {
        match self {
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The key, when it is a reference.
    pub fn reference(&self) -> Option<Key> {
        match self {
            Self::Reference(key) => Some(*key),
            _ => None,
        }
    }

    /// The fields, when it is a line or a part.
    pub fn part(&self) -> Option<&[DecodedField]> {
        match self {
            Self::Part(fields) => Some(fields),
            _ => None,
        }
    }
}

impl DecodedRecord {
    /// The field with this number; the last one where it was written more than once, as readers of
    /// the encoding do.
    pub fn field(&self, number: u32) -> Option<&DecodedField> {
        find_field(&self.fields, number)
    }

    /// The value of the field with this number.
    pub fn value(&self, number: u32) -> Option<&FieldValue> {
        self.field(number).map(|field| &field.value)
    }

    /// Every field with this number, in order: lines, footers.
    pub fn all(&self, number: u32) -> impl Iterator<Item = &DecodedField> {
        self.fields
            .iter()
            .filter(move |field| field.number == number)
    }

    /// The fields of each line with this number. Lines that do not fit are left out.
    pub fn lines(&self, number: u32) -> impl Iterator<Item = &[DecodedField]> {
        self.all(number).filter_map(|field| field.value.part())
    }
}

/// The last field with this number among the fields of a record or of a line.
pub fn find_field(fields: &[DecodedField], number: u32) -> Option<&DecodedField> {
    fields.iter().rev().find(|field| field.number == number)
}

/// Reads the content of a record of this kind. A kind that nobody described gives raw fields;
/// [`DecodedField::guess`] says what they may hold.
///
/// # Errors
/// [`WireError`] when the content is not fields at all.
pub fn decode(content_type: Key, content: &[u8]) -> Result<DecodedRecord, WireError> {
    let message = Message::parse(content)?;
    let specs = spec(content_type).map_or(&[][..], |spec| spec.fields);
    Ok(DecodedRecord {
        fields: decode_fields(specs, &message),
    })
}

/// The fields of a record or of a part, read with these descriptions.
pub(crate) fn decode_fields(specs: &'static [FieldSpec], message: &Message) -> Vec<DecodedField> {
    message
        .fields()
        .iter()
        .map(|field| {
            let spec = field_spec(specs, field.number());
            DecodedField {
                number: field.number(),
                spec,
                value: spec.map_or_else(|| raw(field), |spec| decode_value(spec.shape, field)),
            }
        })
        .collect()
}

/// One field, read as this shape.
pub(crate) fn decode_value(shape: Shape, field: &Field) -> FieldValue {
    fitting(shape, field).unwrap_or_else(|| FieldValue::Misfit {
        expected: shape.name(),
        wire_type: field.wire_type(),
        bytes: field.payload().to_vec(),
    })
}

fn fitting(shape: Shape, field: &Field) -> Option<FieldValue> {
    match shape {
        Shape::Text | Shape::LongText | Shape::Html | Shape::Script | Shape::Texts => {
            field.text().map(|text| FieldValue::Text(text.to_owned()))
        }
        Shape::Flag => match field.varint()? {
            0 => Some(FieldValue::Flag(false)),
            1 => Some(FieldValue::Flag(true)),
            _ => None,
        },
        Shape::Integer | Shape::Choice(_) => field.integer().map(FieldValue::Integer),
        Shape::Date | Shape::ObsoleteDate => field.date().map(FieldValue::Date),
        Shape::Decimal => field.decimal().map(FieldValue::Decimal),
        Shape::Reference(_) | Shape::References(_) => field
            .guid()
            .map(|bytes| FieldValue::Reference(Key::from_bytes(bytes))),
        Shape::CustomFieldsOld => custom::read_old(field).map(FieldValue::Custom),
        Shape::CustomFields2 => custom::read_2(field).map(FieldValue::Custom),
        Shape::Lines(parts) | Shape::Part(parts) => {
            let message = field.message().ok()?;
            Some(FieldValue::Part(decode_fields(parts, &message)))
        }
        Shape::Bytes => field.bytes().map(|bytes| FieldValue::Bytes(bytes.to_vec())),
    }
}

pub(crate) fn raw(field: &Field) -> FieldValue {
    FieldValue::Raw {
        wire_type: field.wire_type(),
        bytes: field.payload().to_vec(),
    }
}

#[cfg(test)]
mod tests;
