//! Custom fields in both of their forms (docs/SPEC-manager-records.md, "Custom fields").
//!
//! The older form is a repeated pair {1 definition, 2 text}. The newer form is one part with five
//! lists of such pairs: texts, numbers, dates, flags, and several texts each; the last three were
//! never seen in a real file, so what does not fit there stays raw instead of spoiling the rest.

use super::{CustomValue, FieldValue, decode_value, raw};
use crate::kind_spec::{Certainty, FieldSpec, Shape};
use books::Key;
use manager_file::wire::{Field, Message};

const TEXT_PAIR: &[FieldSpec] = &pair(Shape::Text);
const DECIMAL_PAIR: &[FieldSpec] = &pair(Shape::Decimal);
const DATE_PAIR: &[FieldSpec] = &pair(Shape::Date);
const FLAG_PAIR: &[FieldSpec] = &pair(Shape::Flag);
/// The texts stand one after another under one number.
const TEXTS_PAIR: &[FieldSpec] = &pair(Shape::Texts);
const DEFINITION: FieldSpec =
    FieldSpec::new(1, "Definition", Shape::Reference(&[]), Certainty::RealFile);

const fn pair(value: Shape) -> [FieldSpec; 2] {
    [
        DEFINITION,
        FieldSpec::new(2, "Value", value, Certainty::RealFile),
    ]
}

/// The pair of the older form, described like a line.
pub(crate) const CUSTOM_FIELDS_OLD: &[FieldSpec] = TEXT_PAIR;

/// The five lists of the newer form, described like a part.
pub(crate) const CUSTOM_FIELDS_2: &[FieldSpec] = &[
    FieldSpec::new(1, "Strings", Shape::Lines(TEXT_PAIR), Certainty::RealFile),
    FieldSpec::new(
        2,
        "Decimals",
        Shape::Lines(DECIMAL_PAIR),
        Certainty::RealFile,
    ),
    FieldSpec::new(3, "Dates", Shape::Lines(DATE_PAIR), Certainty::Inferred),
    FieldSpec::new(4, "Booleans", Shape::Lines(FLAG_PAIR), Certainty::Inferred),
    FieldSpec::new(
        5,
        "StringArrays",
        Shape::Lines(TEXTS_PAIR),
        Certainty::Inferred,
    ),
];

/// The last list whose form real files have shown.
const SEEN_LIST_MAX: u32 = 2;

/// One pair of the older form.
pub(super) fn read_old(field: &Field) -> Option<Vec<CustomValue>> {
    read_pair(&field.message().ok()?, Shape::Text).map(|value| vec![value])
}

/// All values of the newer form, in the order written.
pub(super) fn read_2(field: &Field) -> Option<Vec<CustomValue>> {
    let message = field.message().ok()?;
    let mut values = Vec::with_capacity(message.fields().len());
    for entry in message.fields() {
        let shape = match entry.number() {
            1 => Shape::Text,
            2 => Shape::Decimal,
            3 => Shape::Date,
            4 => Shape::Flag,
            5 => {
                values.push(read_texts(entry).unwrap_or_else(|| unread(entry)));
                continue;
            }
            _ => {
                values.push(unread(entry));
                continue;
            }
        };
        let value = entry
            .message()
            .ok()
            .and_then(|pair| read_pair(&pair, shape));
        match value {
            Some(value) => values.push(value),
            None if entry.number() <= SEEN_LIST_MAX => return None,
            None => values.push(unread(entry)),
        }
    }
    Some(values)
}

/// A pair {1 definition, 2 value}. A flag that is no is not written; a missing text is empty.
fn read_pair(pair: &Message, shape: Shape) -> Option<CustomValue> {
    let mut definition = Key::NIL;
    let mut value = None;
    for field in pair.fields() {
        match field.number() {
            1 => definition = Key::from_bytes(field.guid()?),
            2 => match decode_value(shape, field) {
                FieldValue::Misfit { .. } => return None,
                read => value = Some(read),
            },
            _ => return None,
        }
    }
    let value = match (value, shape) {
        (Some(value), _) => value,
        (None, Shape::Text) => FieldValue::Text(String::new()),
        (None, Shape::Flag) => FieldValue::Flag(false),
        (None, Shape::Decimal) => FieldValue::Decimal(rust_decimal::Decimal::ZERO),
        (None, _) => return None,
    };
    Some(CustomValue { definition, value })
}

/// A pair with several texts. One without any is read too: nothing was chosen.
fn read_texts(entry: &Field) -> Option<CustomValue> {
    let pair = entry.message().ok()?;
    Some(CustomValue {
        definition: Key::from_bytes(pair.field(1)?.guid()?),
        value: FieldValue::Texts(texts_of(&pair)?),
    })
}

/// The texts of a pair that holds nothing beside them and its definition.
pub(crate) fn texts_of(pair: &Message) -> Option<Vec<String>> {
    let others = pair.fields().iter().filter(|field| field.number() != 1);
    let texts = others.map(|field| match field.number() {
        2 => field.text().map(str::to_owned),
        _ => None,
    });
    texts.collect()
}

/// An entry whose form is not known. Its definition is read where it can be.
fn unread(entry: &Field) -> CustomValue {
    let definition = entry
        .message()
        .ok()
        .and_then(|pair| pair.field(1).and_then(Field::guid))
        .map_or(Key::NIL, Key::from_bytes);
    CustomValue {
        definition,
        value: raw(entry),
    }
}
