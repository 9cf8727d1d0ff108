//! Lines, parts and custom fields change where they are told to, and nowhere else.

use super::*;
use crate::decode::{CustomValue, decode};
use crate::kind_spec::Certainty;
use books::kinds;
use manager_file::wire::{DateValue, WireType};
use rust_decimal::Decimal;

fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.to_owned())
}

fn line(from: Option<usize>, edits: Vec<Edit>) -> LineEdit {
    LineEdit { from, edits }
}

/// A journal entry of three lines, each with a description and an unknown field 30.
fn journal_entry() -> Vec<u8> {
    let mut content = Field::of_text(2, "J-1").raw().to_vec();
    for name in ["a", "b", "c"] {
        let mut inner = Field::of_text(12, name).raw().to_vec();
        inner.extend_from_slice(Field::of_varint(30, 7).raw());
        content.extend_from_slice(Field::of_bytes(14, &inner).raw());
    }
    content
}

fn descriptions(content: &[u8]) -> Vec<String> {
    let record = decode(kinds::JOURNAL_ENTRY, content).unwrap();
    let value = |parts: &[crate::DecodedField], number| {
        crate::find_field(parts, number).map(|field| field.value.clone())
    };
    record
        .lines(14)
        .map(|parts| {
            let name = value(parts, 12).and_then(|value| value.text().map(str::to_owned));
            let known = value(parts, 30).is_some();
            format!(
                "{}{}",
                name.unwrap_or_default(),
                if known { "+" } else { "" }
            )
        })
        .collect()
}

#[test]
fn lines_move_go_and_come_with_their_unknown_parts() {
    let lines = vec![
        line(Some(2), vec![]),
        line(None, vec![Edit::Set(12, Some(text("new")))]),
        line(Some(0), vec![Edit::Set(12, Some(text("A")))]),
        line(Some(2), vec![Edit::Set(12, None)]),
    ];
    let after = patch(
        kinds::JOURNAL_ENTRY,
        &journal_entry(),
        &[Edit::Lines(14, lines)],
    );
    assert_eq!(descriptions(&after.unwrap()), ["c+", "new", "A+", "+"]);
    let none = patch(
        kinds::JOURNAL_ENTRY,
        &journal_entry(),
        &[Edit::Lines(14, vec![])],
    );
    assert_eq!(none.unwrap(), Field::of_text(2, "J-1").raw());
}

#[test]
fn a_new_line_with_nothing_in_it_is_written() {
    let edit = Edit::Lines(14, vec![line(None, vec![])]);
    let content = patch(kinds::JOURNAL_ENTRY, &[], &[edit]).unwrap();
    assert_eq!(content, [0x72, 0]);
}

#[test]
fn a_line_that_is_not_fields_stays_and_cannot_be_changed() {
    let content = Field::of_bytes(14, &[0xff]).raw().to_vec();
    let keep = Edit::Lines(14, vec![line(Some(0), vec![])]);
    assert_eq!(
        patch(kinds::JOURNAL_ENTRY, &content, &[keep]).unwrap(),
        content
    );
    let change = Edit::Lines(14, vec![line(Some(0), vec![Edit::Set(12, None)])]);
    let refused = patch(kinds::JOURNAL_ENTRY, &content, &[change]).unwrap_err();
    assert_eq!(refused.code(), "record-not-fields");
}

#[test]
fn a_part_is_changed_inside_and_written_when_it_was_not_there() {
    const INNER: &[FieldSpec] = &[FieldSpec::new(1, "Name", Shape::Text, Certainty::Inferred)];
    const OUTER: &[FieldSpec] = &[FieldSpec::new(
        4,
        "Inner",
        Shape::Part(INNER),
        Certainty::Inferred,
    )];
    let edits = [Edit::Part(4, vec![Edit::Set(1, Some(text("x")))])];
    let mut message = Message::default();
    patch_message(&mut message, OUTER, &edits).unwrap();
    assert_eq!(message.to_bytes(), [0x22, 3, 0x0a, 1, b'x']);
    let written = message.clone();
    patch_message(&mut message, OUTER, &edits).unwrap();
    assert_eq!(message, written);
    let wrong = patch_message(&mut message, OUTER, &[Edit::Set(4, Some(text("x")))]);
    assert_eq!(wrong.unwrap_err().code(), "record-value-wrong-shape");
}

/// Sets one custom field of a customer after another and reads them all.
fn custom_fields(content: &[u8]) -> Vec<CustomValue> {
    let record = decode(kinds::CUSTOMER, content).unwrap();
    match record.value(28) {
        Some(FieldValue::Custom(values)) => values.clone(),
        _ => Vec::new(),
    }
}

fn key(byte: u8) -> Key {
    Key::from_bytes([byte; 16])
}

#[test]
fn custom_fields_of_every_sort_are_set_changed_and_removed() {
    let date = DateValue::Date("2026-11-21".parse().unwrap());
    let values = [
        text("red"),
        FieldValue::Decimal(Decimal::new(150, 1)),
        FieldValue::Date(date),
        FieldValue::Flag(true),
    ];
    let set = |byte: u8, value| Edit::Custom(28, key(byte), value);
    let mut content = Vec::new();
    for (byte, value) in (1..).zip(&values) {
        content = patch(kinds::CUSTOMER, &content, &[set(byte, Some(value.clone()))]).unwrap();
    }
    let read: Vec<FieldValue> = custom_fields(&content)
        .into_iter()
        .map(|custom| custom.value)
        .collect();
    assert_eq!(read, values);
    // Another sort of value moves it to another list; the others keep their bytes.
    let moved = patch(kinds::CUSTOMER, &content, &[set(2, Some(text("15")))]).unwrap();
    let moved = custom_fields(&moved);
    assert_eq!(moved.len(), 4);
    assert_eq!(
        (moved[1].definition, &moved[1].value),
        (key(2), &text("15"))
    );
    for byte in 1..=4 {
        content = patch(kinds::CUSTOMER, &content, &[set(byte, None)]).unwrap();
    }
    // Real files hold an empty part where no custom field is filled in.
    assert_eq!(content, Field::of_bytes(28, &[]).raw());
    let same = patch(kinds::CUSTOMER, &content, &[set(9, None)]).unwrap();
    assert_eq!(same, content);
    assert_eq!(patch(kinds::CUSTOMER, &[], &[set(9, None)]).unwrap(), b"");
}

#[test]
fn the_older_form_of_custom_fields_holds_text_only() {
    let set = |value| Edit::Custom(12, key(1), value);
    let refused = patch(kinds::CUSTOMER, &[], &[set(Some(FieldValue::Flag(true)))]);
    assert_eq!(refused.unwrap_err().code(), "record-value-wrong-shape");
    let content = patch(kinds::CUSTOMER, &[], &[set(Some(text("39999")))]).unwrap();
    let record = decode(kinds::CUSTOMER, &content).unwrap();
    let expected = CustomValue {
        definition: key(1),
        value: text("39999"),
    };
    assert_eq!(record.value(12), Some(&FieldValue::Custom(vec![expected])));
    assert_eq!(patch(kinds::CUSTOMER, &content, &[set(None)]).unwrap(), b"");
}

#[test]
fn a_custom_field_of_several_texts_is_set_changed_and_removed() {
    let texts = |all: &[&str]| {
        let all = all.iter().map(|it| (*it).to_owned());
        FieldValue::Texts(all.collect())
    };
    let set = |value| Edit::Custom(28, key(1), value);
    let mut pair = Field::of_guid(1, key(1).as_bytes()).raw().to_vec();
    pair.extend_from_slice(Field::of_text(2, "a").raw());
    pair.extend_from_slice(Field::of_text(2, "b").raw());
    let part = Field::of_bytes(5, &pair);
    let expected = Field::of_bytes(28, part.raw()).raw().to_vec();
    let content = patch(kinds::CUSTOMER, &[], &[set(Some(texts(&["a", "b"])))]).unwrap();
    assert_eq!(content, expected);
    let value = |content: &[u8]| custom_fields(content).first().map(|it| it.value.clone());
    assert_eq!(value(&content), Some(texts(&["a", "b"])));
    let same = patch(kinds::CUSTOMER, &content, &[set(Some(texts(&["a", "b"])))]).unwrap();
    assert_eq!(same, content);
    let less = patch(kinds::CUSTOMER, &content, &[set(Some(texts(&["b"])))]).unwrap();
    assert_eq!(value(&less), Some(texts(&["b"])));
    // Another sort of value moves it to another list, and back.
    let other = patch(kinds::CUSTOMER, &content, &[set(Some(text("c")))]).unwrap();
    assert_eq!(value(&other), Some(text("c")));
    let back = patch(kinds::CUSTOMER, &other, &[set(Some(texts(&["a", "b"])))]).unwrap();
    assert_eq!(back, content);
    let gone = patch(kinds::CUSTOMER, &content, &[set(None)]).unwrap();
    assert_eq!(gone, Field::of_bytes(28, &[]).raw());
}

#[test]
fn several_texts_with_something_unknown_beside_them_are_left_as_they_are() {
    let mut pair = Field::of_guid(1, key(1).as_bytes()).raw().to_vec();
    pair.extend_from_slice(Field::of_text(2, "a").raw());
    pair.extend_from_slice(Field::of_text(3, "b").raw());
    let part = Field::of_bytes(5, &pair);
    let content = Field::of_bytes(28, part.raw()).raw().to_vec();
    assert!(matches!(
        custom_fields(&content)[0].value,
        FieldValue::Raw { .. }
    ));
    let edit = Edit::Custom(28, key(1), Some(text("c")));
    let refused = patch(kinds::CUSTOMER, &content, &[edit]).unwrap_err();
    assert_eq!(refused.code(), "record-field-not-understood");
    let other = Edit::Custom(28, key(2), Some(text("c")));
    let after = patch(kinds::CUSTOMER, &content, &[other]).unwrap();
    assert_eq!(custom_fields(&after).len(), 2);
}

#[test]
fn a_field_written_twice_changes_where_it_counts() {
    let mut content = Field::of_text(1, "first").raw().to_vec();
    content.extend_from_slice(Field::of_text(1, "second").raw());
    let set = |name: &str| Edit::Set(1, Some(text(name)));
    let same = patch(kinds::CUSTOMER, &content, &[set("second")]).unwrap();
    assert_eq!(same, content);
    let after = patch(kinds::CUSTOMER, &content, &[set("third")]).unwrap();
    let message = Message::parse(&after).unwrap();
    let texts: Vec<Option<&str>> = message.fields().iter().map(Field::text).collect();
    assert_eq!(texts, [Some("first"), Some("third")]);
    let gone = patch(kinds::CUSTOMER, &content, &[Edit::Set(1, None)]).unwrap();
    assert_eq!(gone, b"");
}

#[test]
fn footers_are_set_all_at_once_and_equal_ones_keep_their_bytes() {
    let footer = |byte| FieldValue::Reference(key(byte));
    let set = |bytes: &[u8]| Edit::All(61, bytes.iter().map(|byte| footer(*byte)).collect());
    let invoice = kinds::SALES_INVOICE;
    let two = patch(invoice, &[], &[set(&[1, 2])]).unwrap();
    assert_eq!(patch(invoice, &two, &[set(&[1, 2])]).unwrap(), two);
    let one = patch(invoice, &two, &[set(&[2])]).unwrap();
    let record = decode(invoice, &one).unwrap();
    let keys: Vec<Option<Key>> = record
        .all(61)
        .map(|field| field.value.reference())
        .collect();
    assert_eq!(keys, [Some(key(2))]);
    let wrong = patch(invoice, &[], &[Edit::Set(61, Some(footer(1)))]);
    assert_eq!(wrong.unwrap_err().code(), "record-value-wrong-shape");
    let message = Message::parse(&two).unwrap();
    assert_eq!(message.fields()[0].wire_type(), WireType::Bytes);
}

#[test]
fn amounts_keep_the_scale_they_are_given_when_they_change() {
    let line_with = |mantissa, scale| {
        let amount = FieldValue::Decimal(Decimal::new(mantissa, scale));
        Edit::Lines(14, vec![line(Some(0), vec![Edit::Set(13, Some(amount))])])
    };
    let empty = Field::of_bytes(14, &[]).raw().to_vec();
    let first = patch(kinds::JOURNAL_ENTRY, &empty, &[line_with(150, 1)]).unwrap();
    let equal = patch(kinds::JOURNAL_ENTRY, &first, &[line_with(15, 0)]).unwrap();
    assert_eq!(equal, first);
    let other = patch(kinds::JOURNAL_ENTRY, &first, &[line_with(1600, 2)]).unwrap();
    let record = decode(kinds::JOURNAL_ENTRY, &other).unwrap();
    let amount = record.lines(14).next().unwrap()[0].value.decimal().unwrap();
    assert_eq!(amount.to_string(), "16.00");
}
