//! Records written field by field, as the format document numbers them, and what they read as.

mod registers;

use super::*;
use books::documents::{Discount, DueDate, TotalRounding, WithholdingTax};
use jiff::civil::date;
use manager_file::wire::{DateValue, Field};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn key(number: u8) -> Key {
    Key::from_bytes([number; 16])
}

fn message(fields: Vec<Field>) -> Message {
    let mut message = Message::default();
    for field in fields {
        let mut bytes = message.to_bytes();
        let mut one = Message::default();
        one.set(field.number(), Some(field));
        bytes.extend(one.to_bytes());
        message = Message::parse(&bytes).expect("fields");
    }
    message
}

fn object(number: u8, kind: Key, fields: Vec<Field>) -> Object {
    Object {
        key: key(number),
        content_type: kind,
        content: message(fields).to_bytes(),
        timestamp: None,
    }
}

fn read(objects: &[Object]) -> (Books, Vec<ReadFinding>) {
    let mut reader = BooksReader::new();
    for object in objects {
        reader.add(object);
    }
    reader.finish()
}

fn sales_invoice() -> Object {
    let line = message(vec![
        Field::of_guid(1, key(9).as_bytes()),
        Field::of_decimal(18, Decimal::TWO),
        Field::of_decimal(19, Decimal::new(45, 0)),
        Field::of_decimal(24, Decimal::TEN),
    ]);
    object(
        1,
        kinds::SALES_INVOICE,
        vec![
            Field::of_date(1, DateValue::Date(date(2024, 6, 4))),
            Field::of_text(2, "0001"),
            Field::of_guid(3, key(7).as_bytes()),
            Field::of_varint(26, 1),
            Field::of_decimal(27, Decimal::new(5, 0)),
            Field::of_bool(28),
            Field::of_bool(31),
            Field::of_varint(32, 1),
            Field::of_message(49, &line),
            Field::of_message(49, &Message::default()),
        ],
    )
}

#[test]
fn a_sales_invoice_is_read_by_its_numbers() {
    let (books, findings) = read(&[sales_invoice()]);
    assert_eq!(findings, []);
    let invoice = &books.invoices[&key(1)];
    assert_eq!(invoice.date, Some(date(2024, 6, 4)));
    assert_eq!(invoice.reference, "0001");
    assert_eq!(invoice.party, Some(key(7)));
    assert_eq!(invoice.discount, Discount::Amount);
    let five = Decimal::new(5, 0);
    assert_eq!(invoice.withholding_tax, Some(WithholdingTax::Amount(five)));
    assert_eq!(invoice.lines.len(), 2);
    assert_eq!(invoice.lines[0].subledgers.item, Some(key(9)));
    assert_eq!(invoice.lines[0].unit_price, Some(Decimal::new(45, 0)));
    assert_eq!(invoice.lines[0].discount_amount, Some(Decimal::TEN));
    assert_eq!(invoice.lines[1].quantity, None);
}

#[test]
fn form_defaults_are_not_documents() {
    let mut default = sales_invoice();
    default.key = kinds::SALES_INVOICE;
    let mut claim = object(2, kinds::EXPENSE_CLAIM, vec![]);
    claim.key = kinds::EXPENSE_CLAIM;
    let (books, findings) = read(&[default, claim]);
    assert_eq!((books, findings), (Books::default(), vec![]));
}

#[test]
fn a_damaged_record_is_a_finding_and_never_a_document() {
    let mut damaged = sales_invoice();
    damaged.content.truncate(damaged.content.len() - 1);
    damaged.content.extend([0xff; 3]);
    damaged.content[0] = 0x07;
    let (books, findings) = read(&[damaged]);
    assert!(books.invoices.is_empty());
    assert_eq!(books.unreadable_records[&key(1)], kinds::SALES_INVOICE);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].code, "record-damaged");
    assert!(findings[0].message.starts_with("SalesInvoice 01010101-"));
}

#[test]
fn a_damaged_field_counts_as_absent_and_is_named() {
    let journal = object(
        3,
        kinds::JOURNAL_ENTRY,
        vec![Field::of_varint(1, 7), Field::of_text(3, "narration")],
    );
    let (books, findings) = read(&[journal]);
    assert_eq!(books.journal_entries[&key(3)].date, None);
    assert_eq!(books.journal_entries[&key(3)].narration, "narration");
    assert_eq!(findings[0].code, "field-damaged");
}

#[test]
fn a_document_with_a_broken_line_or_figure_is_not_posted_in_part() {
    let good = Field::of_message(14, &message(vec![Field::of_decimal(13, Decimal::TEN)]));
    let half = Field::of_message(14, &message(vec![Field::of_bytes(13, &[0x07, 0x07])]));
    for broken in [Field::of_bytes(14, &[0xff]), half] {
        let lines = vec![good.clone(), broken];
        let (books, findings) = read(&[object(3, kinds::JOURNAL_ENTRY, lines)]);
        assert!(books.journal_entries.is_empty());
        assert_eq!(books.unreadable_records[&key(3)], kinds::JOURNAL_ENTRY);
        assert_eq!(findings[0].code, "record-damaged");
        assert!(findings[0].message.contains("field 14 cannot be read"));
    }
}

#[test]
fn payments_keep_their_flags_one_number_higher_than_receipts() {
    let flags = |kind| {
        let (books, _) = read(&[object(4, kind, vec![Field::of_bool(32)])]);
        let document = books.money_documents[&key(4)].clone();
        (document.amounts_exclude_tax, document.has_quantities)
    };
    assert_eq!(flags(kinds::RECEIPT), (false, true));
    assert_eq!(flags(kinds::PAYMENT), (true, false));
}

#[test]
fn the_order_of_records_does_not_matter() {
    let objects = [
        sales_invoice(),
        object(7, kinds::CUSTOMER, vec![Field::of_text(1, "شركة")]),
        object(5, kinds::PAYSLIP, vec![]),
        object(6, kinds::EXCHANGE_RATE, vec![]),
    ];
    let mut turned = objects.clone();
    turned.reverse();
    assert_eq!(read(&objects), read(&turned));
}

proptest! {
    #[test]
    fn no_bytes_whatever_make_the_reader_fail(content: Vec<u8>, at in 0..kinds::KINDS.len()) {
        let kind = kinds::KINDS[at].key;
        let object = Object { key: key(1), content_type: kind, content, timestamp: None };
        let default = Object { key: kind, ..object.clone() };
        let (books, findings) = read(&[object, default]);
        // Damage is never silent: what is unreadable has its finding.
        for record in books.unreadable_records.keys() {
            prop_assert!(findings.iter().any(|finding| finding.record == *record));
        }
    }
}

#[test]
fn due_dates_follow_the_choice_of_the_invoice() {
    let day = DateValue::Date(date(2024, 6, 4));
    let due = DateValue::Date(date(2024, 7, 1));
    let by_days = || vec![Field::of_date(6, due), Field::of_varint(22, 30)];
    let by_date = || [by_days(), vec![Field::of_varint(54, 1)]].concat();
    for (fields, expected) in [
        (Vec::new(), DueDate::OnIssue),
        (by_days(), DueDate::Days(30)),
        (by_date(), DueDate::On(date(2024, 7, 1))),
    ] {
        let fields = [vec![Field::of_date(1, day)], fields].concat();
        let (books, findings) = read(&[object(1, kinds::SALES_INVOICE, fields)]);
        assert_eq!(findings, []);
        assert_eq!(books.invoices[&key(1)].due, expected);
    }
}

#[test]
fn what_stands_in_fields_of_ours_is_read() {
    let kit_line = message(vec![
        Field::of_guid(1, key(2).as_bytes()),
        Field::of_decimal(3, Decimal::new(3, 0)),
    ]);
    let bought = object(
        5,
        kinds::PURCHASE_INVOICE,
        vec![
            Field::of_bool(24),
            Field::of_varint(1002, 1),
            Field::of_decimal(1003, Decimal::new(7, 0)),
        ],
    );
    let sold = object(
        6,
        kinds::SALES_INVOICE,
        vec![Field::of_bool(29), Field::of_varint(1001, 2)],
    );
    let (books, findings) = read(&[
        object(
            2,
            kinds::INVENTORY_ITEM,
            vec![
                Field::of_guid(1003, key(21).as_bytes()),
                Field::of_guid(1004, key(22).as_bytes()),
                Field::of_varint(1005, 1),
            ],
        ),
        object(
            3,
            kinds::INVENTORY_KIT,
            vec![Field::of_message(3, &kit_line)],
        ),
        object(
            4,
            kinds::NON_INVENTORY_ITEM,
            vec![Field::of_text(1, "Hours"), Field::of_text(1001, "H")],
        ),
        bought,
        sold,
    ]);
    assert_eq!(findings, []);
    let item = &books.items[&key(2)];
    assert_eq!(
        (item.sales_account, item.purchases_account),
        (Some(key(21)), Some(key(22)))
    );
    assert!(item.costs_at_average);
    let kit = &books.items[&key(3)].components;
    assert_eq!((kit[0].item, kit[0].quantity), (key(2), Decimal::new(3, 0)));
    let hours = &books.items[&key(4)];
    assert_eq!((hours.code.as_str(), hours.name.as_str()), ("H", "Hours"));
    let withheld = books.invoices[&key(5)].withholding_tax;
    assert_eq!(withheld, Some(WithholdingTax::Amount(Decimal::new(7, 0))));
    assert_eq!(books.invoices[&key(6)].rounding, Some(TotalRounding::Down));
    assert_eq!(books.invoices[&key(6)].unread, []);
}

#[test]
fn fields_of_unknown_meaning_on_journal_lines_are_no_damage() {
    // A key in 5, a quantity in 22, text in 15 and a flag in 30: only the first two say something.
    let line = message(vec![
        Field::of_guid(5, key(7).as_bytes()),
        Field::of_text(15, "?"),
        Field::of_decimal(22, Decimal::new(3, 0)),
        Field::of_bool(30),
    ]);
    let fields = vec![Field::of_message(14, &line)];
    let (books, findings) = read(&[object(1, kinds::JOURNAL_ENTRY, fields)]);
    assert_eq!(findings, []);
    let line = &books.journal_entries[&key(1)].lines[0];
    assert_eq!(
        (&line.links[..], &line.figures[..]),
        (&[key(7)][..], &[Decimal::new(3, 0)][..])
    );
}

#[test]
fn whom_money_is_from_is_what_the_heading_chooses() {
    let parties = || {
        vec![
            Field::of_guid(4, key(7).as_bytes()),
            Field::of_guid(5, key(8).as_bytes()),
        ]
    };
    let choosing = |choice| [vec![Field::of_varint(3, choice)], parties()].concat();
    for (fields, contact) in [
        (parties(), key(7)),
        (choosing(1), key(7)),
        (choosing(2), key(8)),
    ] {
        let (books, _) = read(&[object(1, kinds::RECEIPT, fields)]);
        assert_eq!(books.money_documents[&key(1)].contact, Some(contact));
    }
}
