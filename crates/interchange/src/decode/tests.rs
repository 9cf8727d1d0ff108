//! What one made-up invoice decodes to, and how fields that do not fit come out.

use super::*;
use crate::edit::{Edit, LineEdit, patch};
use books::{Object, kinds};

fn text(number: u32, text: &str) -> Edit {
    Edit::Set(number, Some(FieldValue::Text(text.to_owned())))
}

fn reference(number: u32, byte: u8) -> Edit {
    let key = Key::from_bytes([byte; 16]);
    Edit::Set(number, Some(FieldValue::Reference(key)))
}

fn decimal(number: u32, mantissa: i64, scale: u32) -> Edit {
    let value = Decimal::new(mantissa, scale);
    Edit::Set(number, Some(FieldValue::Decimal(value)))
}

fn made_up_invoice() -> Vec<u8> {
    let date = DateValue::Date("2026-11-21".parse().unwrap());
    let line = LineEdit {
        from: None,
        edits: vec![
            reference(1, 0x11),
            text(17, "tea, 2 kg"),
            decimal(18, 2, 0),
            decimal(19, -12_500, 2),
            Edit::Custom(
                27,
                Key::from_bytes([0x22; 16]),
                Some(FieldValue::Flag(true)),
            ),
        ],
    };
    let edits = [
        Edit::Set(1, Some(FieldValue::Date(date))),
        text(2, "INV-7"),
        reference(3, 0x33),
        Edit::Set(54, Some(FieldValue::Integer(1))),
        Edit::Lines(49, vec![line]),
    ];
    let mut content = patch(kinds::SALES_INVOICE, &[], &edits).unwrap();
    // Field 57, whose meaning nobody knows, and a rate that is no number.
    content.extend_from_slice(&[0xc8, 0x03, 0x01]);
    content.extend_from_slice(Field::of_text(64, "1.5").raw());
    content
}

#[test]
fn a_made_up_invoice() {
    let record = decode(kinds::SALES_INVOICE, &made_up_invoice()).unwrap();
    let lines: Vec<String> = record
        .fields
        .iter()
        .map(|field| format!("{field:?}"))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    1 IssueDate = Date(Date(2026-11-21))
    2 Reference = Text("INV-7")
    3 Customer = Reference(33333333-3333-3333-3333-333333333333)
    49 Lines = Part([1 Item = Reference(11111111-1111-1111-1111-111111111111), 17 LineDescription = Text("tea, 2 kg"), 18 Qty = Decimal(2), 19 SalesUnitPrice = Decimal(-125.00), 27 CustomFields2 = Custom([CustomValue { definition: 22222222-2222-2222-2222-222222222222, value: Flag(true) }])])
    54 DueDate = Integer(1)
    57 ? = Raw { wire_type: Varint, bytes: [1] }
    64 ExchangeRate = Misfit { expected: "decimal", wire_type: Bytes, bytes: [49, 46, 53] }
    "#);
}

#[test]
fn what_is_not_understood_is_reported_by_path() {
    let record = decode(kinds::SALES_INVOICE, &made_up_invoice()).unwrap();
    let paths: Vec<String> = unknown_fields(kinds::SALES_INVOICE, &record).collect();
    assert_eq!(paths, ["SalesInvoice.57", "SalesInvoice.64"]);
}

#[test]
fn a_title_is_the_first_of_the_title_fields_that_holds_more_than_blanks() {
    let titled = |content_type, edits: &[Edit]| {
        title(&Object {
            key: Key::NIL,
            content_type,
            content: patch(content_type, &[], edits).unwrap(),
            timestamp: None,
        })
    };
    let item = kinds::INVENTORY_ITEM;
    let name = [text(1, "A-1"), text(11, " Tea ")];
    assert_eq!(titled(item, &name), Some("Tea".to_owned()));
    let code = [text(1, "A-1"), text(11, " ")];
    assert_eq!(titled(item, &code), Some("A-1".to_owned()));
    assert_eq!(titled(item, &[]), None);
    assert_eq!(titled(kinds::FOLDER, &[]), None);
}

#[test]
fn fields_of_kinds_without_a_description_can_be_guessed_at() {
    let mut content = Field::of_text(1, "Letters").raw().to_vec();
    content.extend_from_slice(Field::of_varint(2, 300).raw());
    content.extend_from_slice(Field::of_guid(3, &[7; 16]).raw());
    content.extend_from_slice(Field::of_bytes(4, &[0, 0xff]).raw());
    let record = decode(kinds::FOLDER, &content).unwrap();
    assert!(
        record
            .fields
            .iter()
            .all(|field| matches!(field.value, FieldValue::Raw { .. }))
    );
    let guesses: Vec<Option<FieldValue>> = record.fields.iter().map(DecodedField::guess).collect();
    assert_eq!(
        guesses,
        [
            Some(FieldValue::Text("Letters".to_owned())),
            Some(FieldValue::Integer(300)),
            Some(FieldValue::Reference(Key::from_bytes([7; 16]))),
            None,
        ]
    );
}

#[test]
fn lists_of_custom_fields_that_no_real_file_has_shown_stay_raw_where_they_do_not_fit() {
    let customer = kinds::CUSTOMER;
    let definition = Key::from_bytes([5; 16]);
    let set = |value| Edit::Custom(28, definition, Some(value));
    let content = patch(customer, &[], &[set(FieldValue::Text("a".to_owned()))]).unwrap();
    let mut message = Message::parse(&content).unwrap();
    let mut part = message.field(28).unwrap().message().unwrap();
    part.set(3, Some(Field::of_text(3, "no pair")));
    message.set(28, Some(Field::of_message(28, &part)));
    let record = decode(customer, &message.to_bytes()).unwrap();
    let Some(FieldValue::Custom(values)) = record.value(28) else {
        panic!("custom fields are read: {record:?}");
    };
    assert_eq!(values[0].value, FieldValue::Text("a".to_owned()));
    assert!(matches!(values[1].value, FieldValue::Raw { .. }));
    let paths: Vec<String> = unknown_fields(customer, &record).collect();
    assert_eq!(paths, ["Customer.28"]);
}
