//! Lines of a record by the English names of their fields.

use super::Sheet;
use books::Key;
use interchange::{DecodedField, FieldSpec, FieldValue, Shape, find_field};
use rust_decimal::Decimal;

/// One line.
#[derive(Clone, Copy)]
pub(super) struct LineFields<'a> {
    parts: &'static [FieldSpec],
    fields: &'a [DecodedField],
}

impl<'a> LineFields<'a> {
    fn value(self, name: &str) -> Option<&'a FieldValue> {
        let part = self.parts.iter().find(|part| part.name == name)?;
        find_field(self.fields, part.number).map(|field| &field.value)
    }

    /// A number.
    pub(super) fn decimal(self, name: &str) -> Option<Decimal> {
        self.value(name)?.decimal()
    }

    /// A reference that names something.
    pub(super) fn key(self, name: &str) -> Option<Key> {
        let key = self.value(name)?.reference();
        key.filter(|key| *key != Key::NIL)
    }

    /// A text without the blanks around it; empty when absent.
    pub(super) fn written(self, name: &str) -> &'a str {
        let text = self.value(name).and_then(FieldValue::text);
        text.unwrap_or_default().trim()
    }
}

impl<'a> Sheet<'a> {
    /// The lines of the list with this English name. One that cannot be read is left out.
    pub(super) fn lines(&self, list: &str) -> Vec<LineFields<'a>> {
        let Some(field) = self.field_spec(list) else {
            return Vec::new();
        };
        let Shape::Lines(parts) = field.shape else {
            return Vec::new();
        };
        let lines = self.record.lines(field.number);
        lines.map(|fields| LineFields { parts, fields }).collect()
    }

    /// The record that the field with this English name refers to.
    pub(super) fn key(&self, name: &str) -> Option<Key> {
        let key = self.value(name)?.reference();
        key.filter(|key| *key != Key::NIL)
    }
}
