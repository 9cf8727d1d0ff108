//! The records of the sample business, in the wire encoding (SPEC-manager-records.md).

use jiff::civil;
use manager_file::wire::{DateValue, Field, Message};
use rust_decimal::Decimal;

/// A record of the sample business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleRecord {
    /// Its key, as text.
    pub key: &'static str,
    /// Its content type, as text.
    pub content_type: &'static str,
    /// Its content in the wire encoding.
    pub content: Vec<u8>,
}

/// Key of the customer.
pub const CUSTOMER: &str = "a0000000-0000-4000-8000-000000000001";
/// Key of the invoice over 150.00, paid by the receipt.
pub const FIRST_INVOICE: &str = "a0000000-0000-4000-8000-000000000002";
/// Key of the invoice over 82.50, still open.
pub const SECOND_INVOICE: &str = "a0000000-0000-4000-8000-000000000003";
/// Key of the attachment on the first invoice; its bytes are a row of `Blobs`.
pub const ATTACHMENT: &str = "a0000000-0000-4000-8000-000000000007";
/// The bytes of the attachment.
pub const ATTACHMENT_BYTES: &[u8] = b"Paid in full, with thanks.\nCorner Shop\n";

const RECEIPT: &str = "a0000000-0000-4000-8000-000000000004";
const BANK: &str = "a0000000-0000-4000-8000-000000000005";
const SALES: &str = "a0000000-0000-4000-8000-000000000006";
const INCOME: &str = "95713fac-30d3-42e4-b536-dd7bc4f7a80e";
const RECEIVABLE: &str = "d1489e95-bb28-4f5d-b42e-67d3291b3893";

const SCHEMA: &str = "a9a71e47-82b3-49db-8aec-898adb460a80";
const BUSINESS_DETAILS: &str = "38cf4712-6e95-4ce1-b53a-bff03edad273";
const BASE_CURRENCY: &str = "39dde4fc-7af8-44cc-8572-3b1ff4cfb918";

/// The records, in no particular order.
pub fn small_business_records() -> Vec<SampleRecord> {
    vec![
        record(SCHEMA, SCHEMA, vec![Field::of_varint(1, 419)]),
        record(
            BUSINESS_DETAILS,
            BUSINESS_DETAILS,
            vec![
                Field::of_text(1, "Corner Shop"),
                Field::of_text(2, "7 Market Street\nRiverton"),
            ],
        ),
        record(
            BASE_CURRENCY,
            BASE_CURRENCY,
            vec![
                Field::of_text(2, "Rupee"),
                Field::of_text(3, "INR"),
                Field::of_text(4, "₹"),
            ],
        ),
        record(
            INCOME,
            "5770616c-0e01-46ca-a172-f7042275da6c",
            vec![Field::of_text(1, "Income")],
        ),
        record(
            SALES,
            "26b9e4a5-ce10-4f30-94c7-23a1ca4428f9",
            vec![Field::of_text(1, "Sales"), guid(3, INCOME)],
        ),
        record(
            BANK,
            "1408c33b-6284-4f50-9e31-48cbea21f3cf",
            vec![Field::of_text(1, "Till")],
        ),
        record(
            CUSTOMER,
            "ec37c11e-2b67-49c6-8a58-6eccb7dd75ee",
            vec![
                Field::of_text(1, "مخبز النهر"),
                Field::of_text(2, "12 River Road"),
                Field::of_text(13, "C-001"),
            ],
        ),
        invoice(FIRST_INVOICE, "INV-1", &[("Bread", 2, 7_500)]),
        invoice(
            SECOND_INVOICE,
            "INV-2",
            &[("Flour", 3, 2_500), ("Salt", 1, 750)],
        ),
        receipt(),
        attachment(),
    ]
}

fn record(key: &'static str, content_type: &'static str, fields: Vec<Field>) -> SampleRecord {
    SampleRecord {
        key,
        content_type,
        content: message(fields).to_bytes(),
    }
}

fn message(fields: Vec<Field>) -> Message {
    let mut message = Message::default();
    for field in fields {
        let mut same: Vec<Field> = message.all(field.number()).cloned().collect();
        let number = field.number();
        same.push(field);
        message.set_all(number, same);
    }
    message
}

fn invoice(key: &'static str, reference: &str, lines: &[(&str, i64, i64)]) -> SampleRecord {
    let mut fields = vec![
        date(1),
        Field::of_text(2, reference),
        guid(3, CUSTOMER),
        Field::of_bool(48),
    ];
    for (description, quantity, cents) in lines {
        let line = message(vec![
            guid(2, SALES),
            Field::of_text(17, description),
            Field::of_decimal(18, Decimal::new(*quantity, 0)),
            Field::of_decimal(19, Decimal::new(*cents, 2)),
        ]);
        fields.push(Field::of_message(49, &line));
    }
    record(key, "ad12b60b-23bf-4421-94df-8be79cef533e", fields)
}

fn receipt() -> SampleRecord {
    let line = message(vec![
        guid(2, RECEIVABLE),
        guid(3, CUSTOMER),
        guid(4, FIRST_INVOICE),
        Field::of_decimal(18, Decimal::new(15_000, 2)),
    ]);
    let fields = vec![
        date(1),
        Field::of_varint(3, 1),
        guid(4, CUSTOMER),
        guid(7, BANK),
        Field::of_message(11, &line),
    ];
    record(RECEIPT, "7662b887-c8d8-486e-98fd-f9dbcd41c6dc", fields)
}

fn attachment() -> SampleRecord {
    let fields = vec![
        date(1),
        Field::of_text(2, "receipt of the shop.txt"),
        Field::of_integer(4, i64::try_from(ATTACHMENT_BYTES.len()).unwrap_or(0)),
        guid(6, FIRST_INVOICE),
    ];
    record(ATTACHMENT, "2e541a82-94d7-42fc-a388-26bdc0803455", fields)
}

fn date(number: u32) -> Field {
    Field::of_date(number, DateValue::Date(civil::date(2026, 2, 27)))
}

/// A GUID from its text; digits that are none count as nothing, which the tests would notice.
fn guid(number: u32, text: &str) -> Field {
    let mut bytes = [0; 16];
    let digits: Vec<u8> = text
        .chars()
        .filter_map(|c| c.to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        *byte = pair.iter().fold(0, |sum, digit| sum << 4 | digit);
    }
    Field::of_guid(number, &bytes)
}
