//! Writes one value as one field.

use super::EditError;
use crate::decode::FieldValue;
use crate::kind_spec::{FieldSpec, Shape};
use manager_file::wire::Field;

/// The value as a field of this description, also a value that [`is_unwritten`].
///
/// # Errors
/// [`EditError::WrongShape`] when the description calls for another sort of value.
pub(crate) fn encode(spec: &FieldSpec, value: &FieldValue) -> Result<Field, EditError> {
    let number = spec.number;
    match (spec.shape, value) {
        (
            Shape::Text | Shape::LongText | Shape::Html | Shape::Script | Shape::Texts,
            FieldValue::Text(text),
        ) => Ok(Field::of_text(number, text)),
        (Shape::Flag, FieldValue::Flag(flag)) => Ok(Field::of_varint(number, u64::from(*flag))),
        (Shape::Integer | Shape::Choice(_), FieldValue::Integer(value)) => {
            Ok(Field::of_integer(number, *value))
        }
        (Shape::Date | Shape::ObsoleteDate, FieldValue::Date(date)) => {
            Ok(Field::of_date(number, *date))
        }
        (Shape::Decimal, FieldValue::Decimal(value)) => Ok(Field::of_decimal(number, *value)),
        (Shape::Reference(_) | Shape::References(_), FieldValue::Reference(key)) => {
            Ok(Field::of_guid(number, key.as_bytes()))
        }
        (Shape::Bytes, FieldValue::Bytes(bytes)) => Ok(Field::of_bytes(number, bytes)),
        _ => Err(EditError::wrong_shape(spec)),
    }
}

/// Whether the value is one that is not written: a flag that is no, a whole number that is zero.
/// A decimal zero is written as an empty part, and empty text as empty text: both occur.
pub(crate) fn is_unwritten(value: &FieldValue) -> bool {
    matches!(value, FieldValue::Flag(false) | FieldValue::Integer(0))
}
