//! What a field that nobody described may hold. A guess is for looking at, never for posting.

use super::{DecodedField, FieldValue};
use books::Key;
use manager_file::wire::{Field, WireType};

/// Tag, eight bytes, tag, eight bytes: the only way in which keys are written.
const KEY_LENGTH_BYTES: usize = 18;

impl DecodedField {
    /// What a raw field may hold, judging by its bytes alone: a whole number, a key, or printable
    /// text. `None` for anything else and for fields that are known.
    pub fn guess(&self) -> Option<FieldValue> {
        match &self.value {
            FieldValue::Raw { wire_type, bytes } => guess(*wire_type, bytes),
            _ => None,
        }
    }
}

fn guess(wire_type: WireType, bytes: &[u8]) -> Option<FieldValue> {
    match wire_type {
        WireType::Varint => {
            let number = bytes.iter().rev().try_fold(0_i64, |sum, byte| {
                sum.checked_mul(128)?.checked_add(i64::from(byte & 0x7f))
            });
            number.map(FieldValue::Integer)
        }
        WireType::Bytes => {
            let field = Field::of_bytes(1, bytes);
            if bytes.len() == KEY_LENGTH_BYTES
                && let Some(key) = field.guid()
            {
                return Some(FieldValue::Reference(Key::from_bytes(key)));
            }
            let text = field.text().filter(|text| is_printable(text))?;
            Some(FieldValue::Text(text.to_owned()))
        }
        WireType::Fixed64 | WireType::Fixed32 | WireType::Group => None,
    }
}

fn is_printable(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|letter| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t'))
}
