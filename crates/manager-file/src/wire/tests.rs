//! The wire tree gives back every byte it was given, and changes only what it is told to.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn field() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        (1_u32..5_000, any::<u64>())
            .prop_map(|(number, value)| Field::of_varint(number, value).raw),
        (1_u32..5_000, prop::collection::vec(any::<u8>(), 0..40))
            .prop_map(|(number, bytes)| Field::of_bytes(number, &bytes).raw),
        // A number that could be written in fewer bytes.
        Just(vec![0x08, 0x80, 0x80, 0x00]),
        // A group holding a number and another group.
        Just(vec![0x0b, 0x08, 0x01, 0x13, 0x14, 0x0c]),
        Just(vec![0x0d, 1, 2, 3, 4]),
    ]
}

proptest! {
    #[test]
    fn every_message_comes_back_byte_for_byte(parts in prop::collection::vec(field(), 0..20)) {
        let bytes = parts.concat();
        prop_assert_eq!(Message::parse(&bytes).unwrap().to_bytes(), bytes);
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(message) = Message::parse(&bytes) {
            prop_assert_eq!(message.to_bytes(), bytes);
            for field in message.fields() {
                let _ = (field.guid(), field.decimal(), field.date(), field.message());
            }
        }
    }

    #[test]
    fn setting_one_field_leaves_the_others(
        parts in prop::collection::vec(field(), 0..20), number in 1_u32..5_000,
    ) {
        let before = Message::parse(&parts.concat()).unwrap();
        let mut after = before.clone();
        after.set(number, Some(Field::of_text(number, "new")));
        let rest = |message: &Message| -> Vec<Vec<u8>> {
            message.fields().iter().filter(|f| f.number != number).map(|f| f.raw.clone()).collect()
        };
        prop_assert_eq!(rest(&before), rest(&after));
        prop_assert_eq!(after.field(number).and_then(Field::text), Some("new"));
    }

    #[test]
    fn decimals_keep_value_and_scale(low: u64, high: u32, negative: bool, scale in 0_u32..=28) {
        let mantissa = i128::from(high) << 64 | i128::from(low);
        let signed = if negative { -mantissa } else { mantissa };
        let value = Decimal::from_i128_with_scale(signed, scale);
        let read = Field::of_decimal(1, value).decimal().unwrap();
        prop_assert_eq!((read.mantissa(), read.scale()), (value.mantissa(), value.scale()));
    }

    #[test]
    fn guids_come_back(bytes: [u8; 16]) {
        let field = Field::of_guid(3, &bytes);
        prop_assert_eq!(field.payload().len(), 18);
        prop_assert_eq!(field.guid(), Some(bytes));
    }
}

proptest! {
    #[test]
    fn dates_of_any_size_are_read_or_refused(number: u64, scale in 0_u64..17) {
        let mut message = Message::default();
        message.set(1, Some(Field::of_varint(1, number)));
        message.set(2, Some(Field::of_varint(2, scale)));
        let read = Field::of_message(1, &message).date();
        // What is read is written again as something that reads the same.
        if let Some(value) = read {
            prop_assert_eq!(Field::of_date(1, value).date(), Some(value));
        }
    }
}

#[test]
fn a_number_of_days_that_no_clock_holds_is_no_date() {
    // Once this many hours, taken as seconds, were more than the library holds.
    for days in [i64::MAX / 48, i64::MIN / 48, i64::MAX, i64::MIN] {
        let zigzag = u64::from_ne_bytes(((days << 1) ^ (days >> 63)).to_ne_bytes());
        let field = Field::of_varint(1, zigzag);
        assert_eq!(Field::of_bytes(1, field.raw()).date(), None);
    }
}

#[test]
fn values_seen_in_real_files_are_read() {
    let fifteen = Field::of_bytes(4, &[0x08, 0x96, 0x01, 0x18, 0x02]);
    assert_eq!(fifteen.decimal(), Some(Decimal::new(150, 1)));
    let may = Field::of_varint(1, 39_744);
    let issue_date = Field::of_bytes(1, may.raw());
    assert_eq!(issue_date.date(), Some(DateValue::Date(date(2024, 5, 29))));
    assert_eq!(
        Field::of_date(1, DateValue::Date(date(2024, 5, 29))),
        issue_date
    );
    let none = Field::of_bytes(8, &[0x08, 0x01, 0x10, 0x0f]);
    assert_eq!(none.date(), Some(DateValue::Min));
    assert_eq!(Field::of_date(8, DateValue::Min), none);
}

#[test]
fn damage_is_refused_and_said_where() {
    for (bytes, error) in [
        (&[0x0a, 0x05, 0x61][..], WireError::Truncated(2)),
        (&[0x08], WireError::Truncated(1)),
        (&[0x00, 0x00], WireError::FieldNumber(0)),
        (&[0x0f], WireError::WireType(0)),
        (&[0x0c], WireError::WireType(0)),
        (
            &[
                0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f,
            ],
            WireError::OverlongVarint(1),
        ),
    ] {
        assert_eq!(Message::parse(bytes), Err(error), "{bytes:?}");
    }
    let deep = vec![0x0b; 100];
    assert_eq!(Message::parse(&deep), Err(WireError::TooDeep));
}

#[test]
fn repeated_fields_are_replaced_in_place() {
    let mut message = Message::default();
    message.set(1, Some(Field::of_text(1, "first")));
    message.set_all(49, vec![Field::of_text(49, "a"), Field::of_text(49, "b")]);
    message.set(60, Some(Field::of_bool(60)));
    message.set_all(
        49,
        ["a", "c", "d"]
            .map(|text| Field::of_text(49, text))
            .to_vec(),
    );
    let order: Vec<_> = message
        .fields()
        .iter()
        .map(|f| (f.number(), f.text()))
        .collect();
    assert_eq!(
        order,
        [
            (1, Some("first")),
            (49, Some("a")),
            (49, Some("c")),
            (49, Some("d")),
            (60, Some("\u{1}"))
        ]
        .map(|(number, text)| (number, if number == 60 { None } else { text }))
    );
    message.set_all(49, vec![]);
    assert_eq!(message.fields().len(), 2);
}
