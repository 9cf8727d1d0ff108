//! The content of a record: fields in the protobuf wire encoding, kept in order and byte for byte.
//!
//! A [`Message`] remembers every field exactly as it was written, also fields that nobody here
//! understands, non-minimal varints, duplicates and groups. Setting a field replaces its bytes in
//! place and leaves all others alone (SPEC-manager-file.md, "Wire encoding").

mod date;
mod decimal;
mod guid;
mod varint;

pub use date::DateValue;

use rust_decimal::Decimal;
use varint::{read_varint, write_varint};

/// More fields than this in one message are refused.
pub const FIELDS_COUNT_MAX: usize = 1_000_000;
/// Deeper groups than this are refused.
pub const GROUP_DEPTH_MAX: usize = 64;

/// Why bytes are not a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// The bytes end inside a field.
    #[error("the bytes end inside a field at offset {0}")]
    Truncated(usize),
    /// A varint is longer than ten bytes or than 64 bits.
    #[error("a number at offset {0} is longer than 64 bits")]
    OverlongVarint(usize),
    /// Field number zero or above 2^29 − 1.
    #[error("the field number at offset {0} is not possible")]
    FieldNumber(usize),
    /// A wire type that does not exist, or the end of a group that was not begun.
    #[error("the field at offset {0} is of no known wire type")]
    WireType(usize),
    /// More than [`FIELDS_COUNT_MAX`] fields.
    #[error("more than {FIELDS_COUNT_MAX} fields")]
    TooManyFields,
    /// Groups nested deeper than [`GROUP_DEPTH_MAX`].
    #[error("groups nested deeper than {GROUP_DEPTH_MAX}")]
    TooDeep,
}

/// How a field's value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WireType {
    /// A variable-length number.
    Varint,
    /// Eight bytes.
    Fixed64,
    /// A length and that many bytes: text, bytes, a message.
    Bytes,
    /// The obsolete start and end markers with fields between.
    Group,
    /// Four bytes.
    Fixed32,
}

/// One field as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    number: u32,
    wire_type: WireType,
    raw: Vec<u8>,
    payload_at: usize,
}

impl Field {
    /// A varint field with minimal encoding.
    pub fn of_varint(number: u32, value: u64) -> Self {
        let mut raw = Vec::with_capacity(4);
        write_varint(&mut raw, u64::from(number) << 3);
        let payload_at = raw.len();
        write_varint(&mut raw, value);
        Self {
            number,
            wire_type: WireType::Varint,
            raw,
            payload_at,
        }
    }

    /// A length-delimited field with minimal encoding.
    pub fn of_bytes(number: u32, bytes: &[u8]) -> Self {
        let mut raw = Vec::with_capacity(bytes.len().saturating_add(6));
        write_varint(&mut raw, u64::from(number) << 3 | 2);
        write_varint(&mut raw, u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        let payload_at = raw.len();
        raw.extend_from_slice(bytes);
        Self {
            number,
            wire_type: WireType::Bytes,
            raw,
            payload_at,
        }
    }

    /// A text field. Empty text is written, as the other program does.
    pub fn of_text(number: u32, text: &str) -> Self {
        Self::of_bytes(number, text.as_bytes())
    }

    /// A yes or no. `false` has no written form: set nothing instead.
    pub fn of_bool(number: u32) -> Self {
        Self::of_varint(number, 1)
    }

    /// A signed number: negative ones take ten bytes (two's complement).
    pub fn of_integer(number: u32, value: i64) -> Self {
        Self::of_varint(number, value.cast_unsigned())
    }

    /// A GUID field; the 16 bytes are in written order.
    pub fn of_guid(number: u32, bytes: &[u8; 16]) -> Self {
        Self::of_bytes(number, &guid::encode(bytes))
    }

    /// A decimal field; the scale is kept (`15.0` is not `15`).
    pub fn of_decimal(number: u32, value: Decimal) -> Self {
        Self::of_bytes(number, &decimal::encode(value))
    }

    /// A date field.
    pub fn of_date(number: u32, value: DateValue) -> Self {
        Self::of_bytes(number, &date::encode(value))
    }

    /// A message field.
    pub fn of_message(number: u32, message: &Message) -> Self {
        Self::of_bytes(number, &message.to_bytes())
    }

    /// The field number, from 1.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// How the value is written.
    pub fn wire_type(&self) -> WireType {
        self.wire_type
    }

    /// The field as it stands in the record, tag and length included.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// The value's own bytes, without tag and length.
    pub fn payload(&self) -> &[u8] {
        self.raw.get(self.payload_at..).unwrap_or_default()
    }

    /// The value of a varint field.
    pub fn varint(&self) -> Option<u64> {
        match self.wire_type {
            WireType::Varint => read_varint(self.payload(), 0).ok().map(|(value, _)| value),
            _ => None,
        }
    }

    /// The value of a varint field as a signed number.
    pub fn integer(&self) -> Option<i64> {
        self.varint().map(u64::cast_signed)
    }

    /// The bytes of a length-delimited field.
    pub fn bytes(&self) -> Option<&[u8]> {
        (self.wire_type == WireType::Bytes).then(|| self.payload())
    }

    /// The value as text, when it is UTF-8.
    pub fn text(&self) -> Option<&str> {
        self.bytes()
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    /// The value as a GUID in written order. An empty message is the GUID of zeros.
    pub fn guid(&self) -> Option<[u8; 16]> {
        self.bytes().and_then(guid::decode)
    }

    /// The value as a decimal. An empty message is zero.
    pub fn decimal(&self) -> Option<Decimal> {
        self.bytes().and_then(decimal::decode)
    }

    /// The value as a date. An empty message is 1970-01-01.
    pub fn date(&self) -> Option<DateValue> {
        self.bytes().and_then(date::decode)
    }

    /// The value as a message.
    ///
    /// # Errors
    /// When the bytes are not fields; [`WireError::WireType`] when it is no length-delimited field.
    pub fn message(&self) -> Result<Message, WireError> {
        Message::parse(self.bytes().ok_or(WireError::WireType(0))?)
    }
}

/// The fields of a record or of a part of one, in the order in which they were written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    fields: Vec<Field>,
}

impl Message {
    /// Reads the fields. Nothing is interpreted deeper than this level.
    ///
    /// # Errors
    /// [`WireError`] when the bytes are not a whole number of fields within the limits.
    pub fn parse(bytes: &[u8]) -> Result<Self, WireError> {
        let mut fields = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            if fields.len() >= FIELDS_COUNT_MAX {
                return Err(WireError::TooManyFields);
            }
            let (field, next) = read_field(bytes, at)?;
            fields.push(field);
            at = next;
        }
        Ok(Self { fields })
    }

    /// The bytes, equal to those parsed wherever nothing was set.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.fields
            .iter()
            .flat_map(|field| field.raw.iter().copied())
            .collect()
    }

    /// All fields in order.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Whether there is no field at all.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// The field with this number; the last one where a singular field was written twice, as
    /// protobuf readers do.
    pub fn field(&self, number: u32) -> Option<&Field> {
        self.fields
            .iter()
            .rev()
            .find(|field| field.number == number)
    }

    /// Every field with this number, in order.
    pub fn all(&self, number: u32) -> impl Iterator<Item = &Field> {
        self.fields
            .iter()
            .filter(move |field| field.number == number)
    }

    /// Sets or removes a singular field. An equal value keeps the bytes it had; another value
    /// takes the place of the old one; a new field goes before the first higher number.
    pub fn set(&mut self, number: u32, field: Option<Field>) {
        self.set_all(number, field.into_iter().collect());
    }

    /// Sets a repeated field to these values, each in the place of the one it replaces; further
    /// ones follow the last, surplus ones are removed.
    pub fn set_all(&mut self, number: u32, values: Vec<Field>) {
        debug_assert!(values.iter().all(|field| field.number == number));
        let places: Vec<usize> = (0..self.fields.len())
            .filter(|&at| {
                self.fields
                    .get(at)
                    .is_some_and(|field| field.number == number)
            })
            .collect();
        let mut values = values.into_iter();
        let mut surplus = Vec::new();
        let mut end = None;
        for place in places {
            match (values.next(), self.fields.get_mut(place)) {
                (Some(value), Some(old)) => {
                    if old.wire_type != value.wire_type || old.payload() != value.payload() {
                        *old = value;
                    }
                    end = Some(place.saturating_add(1));
                }
                _ => surplus.push(place),
            }
        }
        for place in surplus.into_iter().rev() {
            self.fields.remove(place);
        }
        let mut at = end.unwrap_or_else(|| {
            let higher = self.fields.iter().position(|field| field.number > number);
            higher.unwrap_or(self.fields.len())
        });
        for value in values {
            self.fields.insert(at, value);
            at = at.saturating_add(1);
        }
    }
}

fn read_field(bytes: &[u8], start: usize) -> Result<(Field, usize), WireError> {
    let (tag, at) = read_varint(bytes, start)?;
    let number = u32::try_from(tag >> 3).unwrap_or(0);
    if number == 0 || number >= 1 << 29 {
        return Err(WireError::FieldNumber(start));
    }
    let (wire_type, payload_at, end) = match tag & 7 {
        0 => (WireType::Varint, at, read_varint(bytes, at)?.1),
        1 => (WireType::Fixed64, at, take(bytes, at, 8)?),
        2 => {
            let (length, at) = read_varint(bytes, at)?;
            let length = usize::try_from(length).map_err(|_| WireError::Truncated(start))?;
            (WireType::Bytes, at, take(bytes, at, length)?)
        }
        3 => (WireType::Group, at, skip_group(bytes, at, number)?),
        5 => (WireType::Fixed32, at, take(bytes, at, 4)?),
        _ => return Err(WireError::WireType(start)),
    };
    let raw = bytes
        .get(start..end)
        .ok_or(WireError::Truncated(start))?
        .to_vec();
    Ok((
        Field {
            number,
            wire_type,
            raw,
            payload_at: payload_at.saturating_sub(start),
        },
        end,
    ))
}

fn take(bytes: &[u8], at: usize, length: usize) -> Result<usize, WireError> {
    match at.checked_add(length) {
        Some(end) if end <= bytes.len() => Ok(end),
        _ => Err(WireError::Truncated(at)),
    }
}

/// Skips to behind the end marker of a group, without recursion.
fn skip_group(bytes: &[u8], mut at: usize, number: u32) -> Result<usize, WireError> {
    let mut open = vec![u64::from(number)];
    let mut count = 0_usize;
    while let Some(innermost) = open.last().copied() {
        count = count.saturating_add(1);
        if count > FIELDS_COUNT_MAX {
            return Err(WireError::TooManyFields);
        }
        let start = at;
        let (tag, next) = read_varint(bytes, at)?;
        at = match tag & 7 {
            0 => read_varint(bytes, next)?.1,
            1 => take(bytes, next, 8)?,
            2 => {
                let (length, next) = read_varint(bytes, next)?;
                let length = usize::try_from(length).map_err(|_| WireError::Truncated(start))?;
                take(bytes, next, length)?
            }
            3 if open.len() >= GROUP_DEPTH_MAX => return Err(WireError::TooDeep),
            3 => {
                open.push(tag >> 3);
                next
            }
            4 if tag >> 3 == innermost => {
                open.pop();
                next
            }
            5 => take(bytes, next, 4)?,
            _ => return Err(WireError::WireType(start)),
        };
    }
    Ok(at)
}

#[cfg(test)]
mod tests;
