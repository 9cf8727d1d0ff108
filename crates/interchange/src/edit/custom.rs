//! Changes one custom field and leaves the others as they were written.

use super::encode::encode;
use super::{EditError, put_last};
use crate::decode::{CUSTOM_FIELDS_2, CUSTOM_FIELDS_OLD, FieldValue, decode_value, texts_of};
use crate::kind_spec::{FieldSpec, Shape, field_spec};
use books::Key;
use manager_file::wire::{Field, Message};

/// The list of several texts each.
const TEXTS_LIST: u32 = 5;

/// Sets or removes a pair of the older form, which holds text only.
pub(super) fn set_old(
    message: &mut Message,
    spec: &FieldSpec,
    definition: Key,
    value: Option<&FieldValue>,
) -> Result<(), EditError> {
    if value.is_some_and(|value| value.text().is_none()) {
        return Err(EditError::wrong_shape(spec));
    }
    let fields = with_pair(message, spec.number, CUSTOM_FIELDS_OLD, definition, value)?;
    message.set_all(spec.number, fields);
    Ok(())
}

/// Sets or removes a value of the newer form, in the list for its sort of value; a value of
/// another sort with the same definition goes.
pub(super) fn set_2(
    message: &mut Message,
    spec: &FieldSpec,
    definition: Key,
    value: Option<&FieldValue>,
) -> Result<(), EditError> {
    let present = message.field(spec.number);
    let before = present.map_or_else(|| Ok(Message::default()), Field::message)?;
    let mut after = before.clone();
    let own = |entry: &&Field| definition_of(entry) == Some(definition);
    // A list entry that no reader understands is never thrown away.
    if after.all(TEXTS_LIST).filter(own).any(|it| !is_texts(it)) {
        return Err(EditError::NotUnderstood(spec.name));
    }
    let home = match value {
        None => 0,
        Some(FieldValue::Text(_)) => 1,
        Some(FieldValue::Decimal(_)) => 2,
        Some(FieldValue::Date(_)) => 3,
        Some(FieldValue::Flag(_)) => 4,
        Some(FieldValue::Texts(_)) => TEXTS_LIST,
        Some(_) => return Err(EditError::wrong_shape(spec)),
    };
    for list in 1..=TEXTS_LIST {
        let pair = field_spec(CUSTOM_FIELDS_2, list).map_or(&[][..], |list| list.shape.parts());
        let value = value.filter(|_| list == home);
        let fields = with_pair(&after, list, pair, definition, value)?;
        after.set_all(list, fields);
    }
    if after != before {
        put_last(message, spec.number, Field::of_message(spec.number, &after));
    }
    Ok(())
}

/// The pairs of a list with this one set, added or, without a value, removed.
fn with_pair(
    message: &Message,
    list: u32,
    specs: &'static [FieldSpec],
    definition: Key,
    value: Option<&FieldValue>,
) -> Result<Vec<Field>, EditError> {
    let mut fields = Vec::new();
    let mut pending = value;
    for entry in message.all(list) {
        if definition_of(entry) != Some(definition) {
            fields.push(entry.clone());
        } else if let Some(value) = pending.take() {
            fields.push(pair_with(entry, list, specs, value)?);
        }
    }
    if let (Some(value), [key, slot]) = (pending, specs) {
        let mut pair = Message::default();
        pair.set(1, Some(encode(key, &FieldValue::Reference(definition))?));
        pair.set_all(2, slot_fields(slot, value)?);
        fields.push(Field::of_message(list, &pair));
    }
    Ok(fields)
}

/// The same pair with another value; the very field when it holds that value.
fn pair_with(
    entry: &Field,
    list: u32,
    specs: &'static [FieldSpec],
    value: &FieldValue,
) -> Result<Field, EditError> {
    let [_, slot] = specs else {
        return Ok(entry.clone());
    };
    let mut pair = entry.message()?;
    let unset = match value {
        FieldValue::Text(text) => text.is_empty(),
        FieldValue::Flag(flag) => !flag,
        FieldValue::Decimal(number) => number.is_zero(),
        _ => false,
    };
    if value_of(&pair, slot).as_ref() == Some(value) || (pair.field(2).is_none() && unset) {
        return Ok(entry.clone());
    }
    pair.set_all(2, slot_fields(slot, value)?);
    Ok(Field::of_message(list, &pair))
}

/// What a pair holds; of several texts, all of them.
fn value_of(pair: &Message, slot: &FieldSpec) -> Option<FieldValue> {
    if let Shape::Texts = slot.shape {
        return texts_of(pair).map(FieldValue::Texts);
    }
    pair.field(2).map(|field| decode_value(slot.shape, field))
}

/// A value as the fields of a pair: none for a flag that is no, one for each of several texts.
fn slot_fields(slot: &FieldSpec, value: &FieldValue) -> Result<Vec<Field>, EditError> {
    Ok(match value {
        FieldValue::Flag(false) => Vec::new(),
        FieldValue::Texts(texts) => texts
            .iter()
            .map(|text| Field::of_text(slot.number, text))
            .collect(),
        value => vec![encode(slot, value)?],
    })
}

/// Whether an entry is a definition with texts and nothing else.
fn is_texts(entry: &Field) -> bool {
    entry.message().is_ok_and(|pair| texts_of(&pair).is_some())
}

fn definition_of(entry: &Field) -> Option<Key> {
    let pair = entry.message().ok()?;
    pair.field(1)?.guid().map(Key::from_bytes)
}
