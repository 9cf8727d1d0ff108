//! Edits leave every other byte alone.

use crate::sample_files::sample_objects;
use interchange::{
    Edit, EditError, FieldSpec, FieldValue, LineEdit, Shape, decode, patch, spec, spec_by_name,
};
use manager_file::wire::{DateValue, Field, Message};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// A value of this shape that differs from the usual ones.
fn other_value(shape: Shape) -> Option<FieldValue> {
    match shape {
        Shape::Text | Shape::LongText | Shape::Html | Shape::Script => {
            Some(FieldValue::Text("কিছু else".to_owned()))
        }
        Shape::Flag => Some(FieldValue::Flag(true)),
        Shape::Integer | Shape::Choice(_) => Some(FieldValue::Integer(-7)),
        Shape::Date | Shape::ObsoleteDate => Some(FieldValue::Date(DateValue::Date(
            "1969-07-20".parse().unwrap(),
        ))),
        Shape::Decimal => Some(FieldValue::Decimal(Decimal::new(-1_234_567, 3))),
        Shape::Reference(_) => Some(FieldValue::Reference(books::Key::from_random([9; 16]))),
        _ => None,
    }
}

fn others(message: &Message, number: u32) -> Vec<Field> {
    let fields = message.fields().iter();
    fields
        .filter(|field| field.number() != number)
        .cloned()
        .collect()
}

/// Every edit of one field, at the top and inside every line, changes that field only.
fn assert_edits_stay_in_place(content_type: books::Key, content: &[u8]) {
    let kind = spec(content_type).expect("a described kind");
    let before = Message::parse(content).unwrap();
    for field in kind.fields {
        if let Some(value) = other_value(field.shape) {
            let edit = Edit::Set(field.number, Some(value.clone()));
            let after = patch(content_type, content, &[edit]).unwrap();
            let message = Message::parse(&after).unwrap();
            assert_eq!(
                others(&message, field.number),
                others(&before, field.number)
            );
            let record = decode(content_type, &after).unwrap();
            assert_eq!(
                record.value(field.number),
                Some(&value),
                "{}.{}",
                kind.name,
                field.number
            );
            let removed = patch(content_type, &after, &[Edit::Set(field.number, None)]).unwrap();
            let removed = Message::parse(&removed).unwrap();
            assert_eq!(removed.fields(), others(&before, field.number));
        } else if let Shape::Lines(parts) = field.shape {
            assert_line_edits_stay_in_place(content_type, content, field, parts);
        }
    }
}

fn assert_line_edits_stay_in_place(
    content_type: books::Key,
    content: &[u8],
    lines: &FieldSpec,
    parts: &'static [FieldSpec],
) {
    let before = Message::parse(content).unwrap();
    let count = before.all(lines.number).count();
    for at in 0..count {
        for part in parts {
            let Some(value) = other_value(part.shape) else {
                continue;
            };
            let edited = (0..count).map(|from| LineEdit {
                from: Some(from),
                edits: (from == at)
                    .then(|| Edit::Set(part.number, Some(value.clone())))
                    .into_iter()
                    .collect(),
            });
            let edit = Edit::Lines(lines.number, edited.collect());
            let after = Message::parse(&patch(content_type, content, &[edit]).unwrap()).unwrap();
            assert_eq!(others(&after, lines.number), others(&before, lines.number));
            for (place, (old, new)) in before
                .all(lines.number)
                .zip(after.all(lines.number))
                .enumerate()
            {
                if place == at {
                    let (old, new) = (old.message().unwrap(), new.message().unwrap());
                    assert_eq!(others(&old, part.number), others(&new, part.number));
                    assert!(new.field(part.number).is_some());
                } else {
                    assert_eq!(old, new);
                }
            }
        }
    }
}

#[test]
fn a_patch_of_nothing_gives_the_same_bytes() {
    for object in sample_objects() {
        let same = patch(object.content_type, &object.content, &[]).unwrap();
        assert_eq!(same, object.content, "{}", object.key);
    }
}

#[test]
fn one_edit_leaves_all_other_fields_of_sample_records_alone() {
    for object in sample_objects() {
        assert_edits_stay_in_place(object.content_type, &object.content);
    }
}

#[test]
fn an_equal_value_changes_no_byte() {
    for object in sample_objects() {
        let record = decode(object.content_type, &object.content).unwrap();
        for field in &record.fields {
            let Some(spec) = field.spec else { continue };
            let edits = match (&field.value, spec.shape) {
                (FieldValue::Custom(values), _) => values
                    .iter()
                    .map(|value| {
                        Edit::Custom(field.number, value.definition, Some(value.value.clone()))
                    })
                    .collect(),
                (FieldValue::Part(_), _) => {
                    let lines = record.lines(field.number).enumerate();
                    let lines = lines.map(|(from, parts)| LineEdit {
                        from: Some(from),
                        edits: equal_edits(parts),
                    });
                    vec![Edit::Lines(field.number, lines.collect())]
                }
                (FieldValue::Reference(_), Shape::References(_)) => {
                    let all = record.all(field.number).map(|field| field.value.clone());
                    vec![Edit::All(field.number, all.collect())]
                }
                (value, _) => vec![Edit::Set(field.number, Some(value.clone()))],
            };
            let same = patch(object.content_type, &object.content, &edits).unwrap();
            assert_eq!(same, object.content, "{} {}", object.key, field.number);
        }
    }
}

fn equal_edits(parts: &[interchange::DecodedField]) -> Vec<Edit> {
    let simple = |value: &FieldValue| {
        !matches!(
            value,
            FieldValue::Custom(_) | FieldValue::Part(_) | FieldValue::Raw { .. }
        )
    };
    parts
        .iter()
        .filter(|part| simple(&part.value))
        .map(|part| Edit::Set(part.number, Some(part.value.clone())))
        .collect()
}

#[test]
fn custom_fields_change_one_at_a_time() {
    let mut changed = 0;
    for object in sample_objects() {
        let record = decode(object.content_type, &object.content).unwrap();
        for field in &record.fields {
            let FieldValue::Custom(values) = &field.value else {
                continue;
            };
            for value in values {
                let set = |to| Edit::Custom(field.number, value.definition, to);
                let new = Some(FieldValue::Text("new".to_owned()));
                let after = patch(object.content_type, &object.content, &[set(new)]).unwrap();
                assert_ne!(after, object.content);
                let back = [set(Some(value.value.clone()))];
                let back = patch(object.content_type, &after, &back).unwrap();
                if value.value.text().is_some() {
                    assert_eq!(back, object.content, "{}", object.key);
                }
                let gone = patch(object.content_type, &object.content, &[set(None)]).unwrap();
                let gone = decode(object.content_type, &gone).unwrap();
                let left: usize = gone
                    .all(field.number)
                    .map(|field| match &field.value {
                        FieldValue::Custom(values) => values.len(),
                        _ => 0,
                    })
                    .sum();
                let had: usize = record
                    .all(field.number)
                    .map(|field| match &field.value {
                        FieldValue::Custom(values) => values.len(),
                        _ => 0,
                    })
                    .sum();
                assert_eq!(left + 1, had);
                changed += 1;
            }
        }
    }
    assert!(changed > 20 || sample_objects().is_empty());
}

#[test]
fn what_the_other_program_omits_is_omitted() {
    let receipt = spec_by_name("Receipt").unwrap().content_type;
    let edits = [
        Edit::Set(2, Some(FieldValue::Text(String::new()))),
        Edit::Set(3, Some(FieldValue::Integer(0))),
        Edit::Set(31, Some(FieldValue::Flag(false))),
        Edit::Set(45, None),
    ];
    assert_eq!(patch(receipt, &[], &edits).unwrap(), Vec::<u8>::new());
    let written = patch(receipt, &[], &[Edit::Set(3, Some(FieldValue::Integer(1)))]).unwrap();
    assert_eq!(written, [0x18, 1]);
    let cleared = patch(
        receipt,
        &written,
        &[Edit::Set(3, Some(FieldValue::Integer(0)))],
    )
    .unwrap();
    assert_eq!(cleared, Vec::<u8>::new());
}

#[test]
fn a_field_that_is_not_understood_is_replaced_but_never_removed() {
    let receipt = spec_by_name("Receipt").unwrap().content_type;
    let content = Field::of_text(45, "1.5").raw().to_vec();
    assert_eq!(
        patch(receipt, &content, &[Edit::Set(45, None)]).unwrap(),
        content
    );
    let rate = Decimal::new(15, 1);
    let edit = Edit::Set(45, Some(FieldValue::Decimal(rate)));
    let replaced = patch(receipt, &content, &[edit]).unwrap();
    assert_eq!(replaced, Field::of_decimal(45, rate).raw());
}

#[test]
fn wrong_edits_are_refused_with_a_reason() {
    let journal = spec_by_name("JournalEntry").unwrap().content_type;
    let refused = |edit: Edit| patch(journal, &[], &[edit]).unwrap_err();
    let unknown = refused(Edit::Set(99, None));
    assert_eq!(
        (unknown.code(), unknown),
        ("record-field-unknown", EditError::UnknownField(99))
    );
    let shape = refused(Edit::Set(1, Some(FieldValue::Flag(true))));
    assert_eq!(shape.code(), "record-value-wrong-shape");
    assert_eq!(shape.to_string(), "Date takes a value of the form “date”.");
    let line = LineEdit {
        from: Some(2),
        edits: Vec::new(),
    };
    let missing = refused(Edit::Lines(14, vec![line]));
    assert_eq!(missing.code(), "record-line-missing");
    let broken = patch(journal, &[0x0a, 0x05], &[]).unwrap_err();
    assert_eq!(broken.code(), "record-not-fields");
}

/// A record of any kind with any of its fields, unknown ones among them, in any order.
fn any_record() -> impl Strategy<Value = (books::Key, Vec<u8>)> {
    let kinds = interchange::specs();
    let field = (1_u32..80, 0_u8..6, "\\PC{0,12}", any::<u64>());
    (0..kinds.len(), proptest::collection::vec(field, 0..12)).prop_map(|(kind, fields)| {
        let kind = interchange::specs()[kind];
        let mut bytes = Vec::new();
        for (number, form, text, value) in fields {
            let field = match (kind.field(number), form) {
                (Some(spec), 0 | 3) => fitting_field(spec, &text, value),
                (_, 1) => Field::of_varint(number, value),
                (_, 4) => odd_field(number, value),
                _ => Field::of_text(number, &text),
            };
            bytes.extend_from_slice(field.raw());
        }
        (kind.content_type, bytes)
    })
}

/// A field of a wire type that real records have inside keys only, or a number in more bytes than
/// it needs.
fn odd_field(number: u32, value: u64) -> Field {
    let tag = |wire_type: u64| {
        let carrier = Field::of_varint(1, u64::from(number) << 3 | wire_type);
        carrier.payload().to_vec()
    };
    let eight = value.to_le_bytes();
    let bytes = match value % 3 {
        0 => [tag(1), eight.to_vec()].concat(),
        1 => [tag(5), eight[..4].to_vec()].concat(),
        _ => [tag(0), vec![0x81, 0x80, 0x00]].concat(),
    };
    Message::parse(&bytes).unwrap().fields()[0].clone()
}

fn fitting_field(spec: &FieldSpec, text: &str, value: u64) -> Field {
    match spec.shape {
        Shape::Flag => Field::of_bool(spec.number),
        Shape::Integer | Shape::Choice(_) => Field::of_varint(spec.number, value),
        Shape::Decimal => Field::of_decimal(spec.number, Decimal::from(value)),
        Shape::Lines(_) | Shape::CustomFields2 => Field::of_bytes(spec.number, &[]),
        _ => Field::of_text(spec.number, text),
    }
}

proptest! {
    #[test]
    fn one_edit_leaves_all_other_fields_of_any_record_alone(
        (content_type, content) in any_record(),
        pick: prop::sample::Index,
    ) {
        let kind = spec(content_type).unwrap();
        prop_assume!(!kind.fields.is_empty());
        let field = pick.get(kind.fields);
        let Some(value) = other_value(field.shape) else { return Ok(()) };
        let edit = Edit::Set(field.number, Some(value.clone()));
        let after = patch(content_type, &content, &[edit]).unwrap();
        let before = Message::parse(&content).unwrap();
        let message = Message::parse(&after).unwrap();
        prop_assert_eq!(others(&message, field.number), others(&before, field.number));
        let record = decode(content_type, &after).unwrap();
        prop_assert_eq!(record.value(field.number), Some(&value));
    }

    #[test]
    fn fields_of_other_versions_are_not_called_damaged((content_type, content) in any_record()) {
        let found = interchange::damage(content_type, &content);
        prop_assert_eq!(found, interchange::Damage::None);
    }

    #[test]
    fn the_plain_form_of_any_record_leads_back((content_type, content) in any_record()) {
        let plain = interchange::to_plain(content_type, &content);
        let back = interchange::from_plain(content_type, &content, &plain).unwrap();
        prop_assert_eq!(back, content);
    }
}
