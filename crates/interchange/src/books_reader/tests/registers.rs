//! The wider registers, field by field, as the format document numbers them.

use super::*;
use books::documents::{BillableTimeStatus, DepreciationKind, Discount, StockNoteKind, Unread};
use jiff::civil::Date;

const DAY: Date = date(2024, 6, 4);

fn day(number: u32) -> Field {
    Field::of_date(number, DateValue::Date(DAY))
}

fn guid(number: u32, named: u8) -> Field {
    Field::of_guid(number, key(named).as_bytes())
}

fn amount(number: u32, value: i64) -> Field {
    Field::of_decimal(number, Decimal::from(value))
}

fn part(number: u32, fields: Vec<Field>) -> Field {
    Field::of_message(number, &message(fields))
}

fn whole(value: i64) -> Option<Decimal> {
    Some(Decimal::from(value))
}

/// The books with one record of this kind under key 1.
fn read_one(kind: Key, fields: Vec<Field>) -> Books {
    let (books, findings) = read(&[object(1, kind, fields)]);
    assert_eq!(findings, []);
    books
}

#[test]
fn an_expense_claim_is_read_by_its_numbers() {
    let line = vec![
        guid(1, 5),
        guid(2, 6),
        guid(14, 7),
        Field::of_text(17, "fuel"),
        amount(18, 2),
        amount(19, 10),
        guid(21, 8),
    ];
    let fields = vec![
        day(1),
        Field::of_text(3, "trip"),
        Field::of_text(5, "E1"),
        Field::of_text(7, "station"),
        guid(9, 4),
        Field::of_bool(16),
        part(18, line),
    ];
    let claim = read_one(kinds::EXPENSE_CLAIM, fields).expense_claims[&key(1)].clone();
    assert_eq!(claim.date, Some(DAY));
    let texts = (claim.description.as_str(), claim.reference.as_str());
    assert_eq!(texts, ("trip", "E1"));
    assert_eq!(
        (claim.payee.as_str(), claim.paid_by),
        ("station", Some(key(4)))
    );
    assert!(claim.amounts_include_tax);
    let line = &claim.lines[0];
    assert_eq!(line.subledgers.item, Some(key(5)));
    assert_eq!(line.account, Some(key(6)));
    assert_eq!(line.subledgers.fixed_asset, Some(key(7)));
    assert_eq!(line.description, "fuel");
    assert_eq!((line.quantity, line.unit_price), (whole(2), whole(10)));
    assert_eq!(line.tax_code, Some(key(8)));
}

#[test]
fn the_three_lists_of_a_payslip_have_numbers_of_their_own() {
    let fields = vec![
        day(1),
        guid(2, 4),
        part(
            3,
            vec![
                amount(3, 12),
                guid(4, 5),
                guid(5, 9),
                Field::of_text(6, "a"),
                amount(7, 160),
            ],
        ),
        part(
            4,
            vec![
                amount(2, 300),
                guid(3, 6),
                Field::of_text(4, "b"),
                guid(5, 9),
            ],
        ),
        part(
            5,
            vec![
                amount(2, 150),
                guid(3, 7),
                guid(4, 9),
                Field::of_text(5, "c"),
            ],
        ),
        Field::of_text(11, "June"),
        Field::of_text(12, "P1"),
    ];
    let payslip = read_one(kinds::PAYSLIP, fields).payslips[&key(1)].clone();
    assert_eq!(payslip.employee, Some(key(4)));
    assert_eq!(
        (payslip.description.as_str(), payslip.reference.as_str()),
        ("June", "P1")
    );
    for (lines, item, units, amount, text) in [
        (&payslip.earnings, 5, whole(160), 12, "a"),
        (&payslip.deductions, 6, None, 300, "b"),
        (&payslip.contributions, 7, None, 150, "c"),
    ] {
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].item, Some(key(item)));
        assert_eq!((lines[0].units, lines[0].amount), (units, whole(amount)));
        assert_eq!(lines[0].description, text);
        assert_eq!(lines[0].division, Some(key(9)));
    }
}

#[test]
fn items_of_payslips_know_the_accounts_of_their_kind() {
    for (kind, expected) in [
        (kinds::PAYSLIP_EARNINGS_ITEM, (Some(key(3)), None)),
        (kinds::PAYSLIP_DEDUCTION_ITEM, (None, Some(key(3)))),
        (
            kinds::PAYSLIP_CONTRIBUTION_ITEM,
            (Some(key(3)), Some(key(4))),
        ),
    ] {
        let books = read_one(kind, vec![guid(3, 3), guid(4, 4)]);
        let item = &books.payslip_items[&key(1)];
        assert_eq!((item.expense_account, item.liability_account), expected);
    }
}

#[test]
fn assets_know_their_accounts_and_their_end() {
    for (kind, [disposal, custom, account]) in [
        (kinds::FIXED_ASSET, [19, 20, 21]),
        (kinds::INTANGIBLE_ASSET, [17, 18, 19]),
    ] {
        let fields = |is_custom: bool| {
            let mut fields = vec![Field::of_bool(6), day(7), guid(disposal, 3)];
            fields.extend(is_custom.then(|| Field::of_bool(custom)));
            fields.push(guid(account, 4));
            fields
        };
        let asset = read_one(kind, fields(true)).holdings[&key(1)].clone();
        assert_eq!(asset.expense_account, Some(key(4)));
        let end = asset.disposal.expect("an end");
        assert_eq!((end.date, end.account), (Some(DAY), Some(key(3))));
        // With the switch off, the account is a leftover.
        let asset = read_one(kind, fields(false)).holdings[&key(1)].clone();
        assert_eq!(asset.expense_account, None);
    }
    // Capital accounts have other things under those numbers.
    let fields = vec![Field::of_bool(6), Field::of_bool(20), guid(21, 4)];
    let capital = read_one(kinds::CAPITAL_ACCOUNT, fields).holdings[&key(1)].clone();
    assert_eq!((capital.expense_account, capital.disposal), (None, None));
}

#[test]
fn entries_of_assets_and_market_prices_are_read_by_their_numbers() {
    for (kind, expected) in [
        (kinds::DEPRECIATION_ENTRY, DepreciationKind::Depreciation),
        (kinds::AMORTIZATION_ENTRY, DepreciationKind::Amortization),
    ] {
        let line = part(3, vec![guid(1, 5), amount(2, 250), guid(3, 9)]);
        let fields = vec![
            day(1),
            Field::of_text(2, "June"),
            line,
            Field::of_text(4, "D1"),
        ];
        let entry = read_one(kind, fields).depreciation_entries[&key(1)].clone();
        assert_eq!((entry.kind, entry.reference.as_str()), (expected, "D1"));
        let line = &entry.lines[0];
        assert_eq!((line.asset, line.amount), (Some(key(5)), whole(250)));
        assert_eq!(line.division, Some(key(9)));
    }
    let fields = vec![day(1), guid(2, 5), amount(6, 8)];
    let books = read_one(kinds::INVESTMENT_MARKET_PRICE, fields);
    let price = &books.market_prices[&key(1)];
    assert_eq!((price.date, price.investment), (Some(DAY), Some(key(5))));
    assert_eq!(Some(price.price), whole(8));
}

#[test]
fn a_write_off_with_a_tax_code_says_that_it_cannot_be_read() {
    let line = part(3, vec![guid(1, 5), amount(3, 4)]);
    let mut fields = vec![day(1), line, guid(4, 6), guid(5, 9)];
    let tail = vec![guid(9, 7), guid(10, 8), Field::of_text(12, "W1")];
    let mut taxed = fields.clone();
    taxed.push(guid(6, 3));
    taxed.extend(tail.clone());
    fields.extend(tail);
    for (fields, unread) in [(fields, vec![]), (taxed, vec![Unread::Tax])] {
        let books = read_one(kinds::INVENTORY_WRITE_OFF, fields);
        let gone = books.inventory_write_offs[&key(1)].clone();
        assert_eq!(gone.unread, unread);
        assert_eq!(
            (gone.allocation, gone.division),
            (Some(key(6)), Some(key(9)))
        );
        assert_eq!(gone.subledgers.fixed_asset, Some(key(7)));
        assert_eq!(
            (gone.location, gone.reference.as_str()),
            (Some(key(8)), "W1")
        );
        assert_eq!(gone.lines[0].item, Some(key(5)));
        assert_eq!(gone.lines[0].quantity, whole(4));
    }
}

#[test]
fn a_production_order_has_other_costs_only_where_it_adds_them() {
    for adds in [true, false] {
        let mut fields = vec![day(1), part(3, vec![guid(1, 5), amount(3, 4)]), guid(4, 6)];
        fields.extend(adds.then(|| Field::of_bool(9)));
        fields.push(part(10, vec![guid(1, 7), amount(2, 8), guid(3, 9)]));
        fields.extend([guid(13, 8), Field::of_text(17, "M1"), amount(18, 2)]);
        let books = read_one(kinds::PRODUCTION_ORDER, fields);
        let order = books.production_orders[&key(1)].clone();
        assert_eq!(order.components[0].item, Some(key(5)));
        assert_eq!(
            (order.finished_item, order.quantity),
            (Some(key(6)), whole(2))
        );
        assert_eq!(
            (order.location, order.reference.as_str()),
            (Some(key(8)), "M1")
        );
        let costs = order.costs.iter().map(|cost| (cost.account, cost.amount));
        let expected = adds.then_some((Some(key(7)), whole(8)));
        assert_eq!(costs.collect::<Vec<_>>(), Vec::from_iter(expected));
    }
}

#[test]
fn notes_and_transfers_of_stock_are_read_by_their_numbers() {
    for (kind, expected, invoice) in [
        (kinds::DELIVERY_NOTE, StockNoteKind::DeliveryNote, 19),
        (kinds::GOODS_RECEIPT, StockNoteKind::GoodsReceipt, 17),
    ] {
        let line = part(
            15,
            vec![guid(1, 5), Field::of_text(2, "blue"), amount(3, 4)],
        );
        let fields = vec![
            Field::of_text(1, "N1"),
            day(3),
            guid(4, 6),
            guid(11, 8),
            line,
            guid(invoice, 7),
        ];
        let note = read_one(kind, fields).stock_notes[&key(1)].clone();
        assert_eq!((note.kind, note.date), (expected, Some(DAY)));
        assert_eq!((note.party, note.invoice), (Some(key(6)), Some(key(7))));
        assert_eq!(
            (note.location, note.reference.as_str()),
            (Some(key(8)), "N1")
        );
        assert_eq!(note.lines[0].description, "blue");
        assert_eq!(note.lines[0].quantity, whole(4));
    }
    let line = part(6, vec![guid(1, 5), amount(3, 4)]);
    let fields = vec![Field::of_text(1, "T1"), day(2), line];
    let note = read_one(kinds::INVENTORY_TRANSFER, fields).stock_notes[&key(1)].clone();
    assert_eq!(
        (note.kind, note.date),
        (StockNoteKind::InventoryTransfer, Some(DAY))
    );
    assert_eq!(note.lines[0].item, Some(key(5)));
}

#[test]
fn what_customers_owe_beside_invoices_is_read_by_its_numbers() {
    let fields = vec![day(1), guid(2, 5), guid(3, 6), amount(4, 12)];
    let fee = read_one(kinds::LATE_PAYMENT_FEE, fields).late_payment_fees[&key(1)].clone();
    assert_eq!(
        (fee.customer, fee.sales_invoice),
        (Some(key(5)), Some(key(6)))
    );
    assert_eq!((fee.date, fee.amount), (Some(DAY), whole(12)));
    let fields = vec![guid(1, 5), day(2), amount(3, 7), Field::of_text(4, "proof")];
    let books = read_one(kinds::WITHHOLDING_TAX_RECEIPT, fields);
    let proof = books.withholding_tax_receipts[&key(1)].clone();
    assert_eq!((proof.customer, proof.amount), (Some(key(5)), whole(7)));
    assert_eq!(
        (proof.date, proof.description.as_str()),
        (Some(DAY), "proof")
    );
    for (status, expected) in [
        (0, BillableTimeStatus::Uninvoiced),
        (1, BillableTimeStatus::Invoiced),
        (2, BillableTimeStatus::WrittenOff),
        (3, BillableTimeStatus::Unknown(3)),
    ] {
        let fields = vec![
            day(1),
            Field::of_text(3, "advice"),
            Field::of_varint(6, 1),
            Field::of_varint(7, 20),
            amount(8, 50),
            guid(9, 5),
            guid(13, 6),
            Field::of_varint(14, status),
            day(15),
            guid(16, 9),
        ];
        let time = read_one(kinds::BILLABLE_TIME, fields).billable_times[&key(1)].clone();
        assert_eq!((time.hours, time.minutes), (1, 20));
        assert_eq!((time.hourly_rate, time.customer), (whole(50), Some(key(5))));
        assert_eq!((time.sales_invoice, time.status), (Some(key(6)), expected));
        assert_eq!((time.written_off, time.division), (Some(DAY), Some(key(9))));
    }
}

#[test]
fn starting_balances_of_every_kind_are_read_by_their_numbers() {
    let read_start = |kind, fields| {
        let start = read_one(kind, fields).starting_balances[&key(1)].clone();
        assert_eq!((start.kind, start.target), (kind, Some(key(5))));
        (Some(start.amount), Some(start.accumulated), start.quantity)
    };
    let of_zero = whole(0);
    for (kind, fields, expected) in [
        (
            kinds::FIXED_ASSET_STARTING_BALANCE,
            vec![guid(1, 5), amount(2, 1000), amount(3, 400)],
            (whole(1000), whole(400), None),
        ),
        (
            kinds::INVESTMENT_STARTING_BALANCE,
            vec![guid(1, 5), amount(2, 12), amount(3, 8)],
            (whole(8), of_zero, whole(12)),
        ),
        (
            kinds::INVENTORY_ITEM_STARTING_BALANCE,
            vec![
                guid(1, 5),
                Field::of_bool(2),
                part(3, vec![guid(1, 8), amount(2, 6)]),
                part(3, vec![amount(2, 4)]),
                amount(8, 3),
            ],
            (whole(3), of_zero, whole(10)),
        ),
        (
            kinds::PURCHASE_INVOICE_STARTING_BALANCE,
            vec![guid(1, 5), amount(2, 40)],
            (whole(40), of_zero, None),
        ),
        (
            kinds::EMPLOYEE_STARTING_BALANCE,
            vec![guid(1, 5), Field::of_varint(2, 1), amount(3, 9)],
            (whole(-9), of_zero, None),
        ),
    ] {
        assert_eq!(read_start(kind, fields), expected);
    }
}

#[test]
fn documents_of_earlier_versions_are_named_and_not_read() {
    for kind in books::documents::UNTYPED_KINDS {
        let found = kinds::find(kind).expect("a known kind");
        assert_eq!(found.class, Class::Obsolete, "{}", found.name);
        let books = read_one(kind, vec![]);
        assert_eq!(books.untyped_documents[&key(1)], kind);
    }
}

#[test]
fn a_broken_figure_takes_its_whole_document_out() {
    for (kind, number) in [
        (kinds::EXPENSE_CLAIM, 18),
        (kinds::PAYSLIP, 4),
        (kinds::DEPRECIATION_ENTRY, 3),
        (kinds::INVENTORY_WRITE_OFF, 3),
        (kinds::PRODUCTION_ORDER, 18),
        (kinds::DELIVERY_NOTE, 15),
        (kinds::LATE_PAYMENT_FEE, 4),
        (kinds::WITHHOLDING_TAX_RECEIPT, 3),
        (kinds::BILLABLE_TIME, 8),
        (kinds::INVENTORY_ITEM_STARTING_BALANCE, 8),
    ] {
        let broken = object(1, kind, vec![Field::of_bytes(number, &[0x07, 0x07])]);
        let (books, findings) = read(&[broken]);
        assert_eq!(books.unreadable_records[&key(1)], kind);
        assert_eq!(findings[0].code, "record-damaged");
        let mut left = books.clone();
        left.unreadable_records.clear();
        assert_eq!(left, Books::default());
    }
}

/// Fields of all the numbers in use, of every type, some of them damaged.
fn any_field() -> impl Strategy<Value = Field> {
    let number = || 1_u32..20;
    let inner = prop_oneof![
        (number(), any::<i64>()).prop_map(|(it, value)| amount(it, value)),
        (number(), 0_u8..9).prop_map(|(it, named)| guid(it, named)),
        (number(), any::<Vec<u8>>()).prop_map(|(it, bytes)| Field::of_bytes(it, &bytes)),
    ];
    let lines = (number(), proptest::collection::vec(inner.clone(), 0..4));
    prop_oneof![
        4 => inner,
        3 => lines.prop_map(|(it, fields)| part(it, fields)),
        1 => number().prop_map(day),
        1 => (number(), any::<u64>()).prop_map(|(it, value)| Field::of_varint(it, value)),
    ]
}

proptest! {
    #[test]
    fn damaged_records_of_posted_kinds_are_read_or_named(
        at in 0..books::documents::POSTED_KINDS.len(),
        fields in proptest::collection::vec(any_field(), 0..8),
        cut in 0_usize..40,
        spoil in proptest::option::of((0_usize..200, any::<u8>())),
    ) {
        let kind = books::documents::POSTED_KINDS[at];
        let mut record = object(1, kind, fields);
        let length = record.content.len().saturating_sub(cut / 4);
        record.content.truncate(length);
        if let Some((place, byte)) = spoil
            && let Some(spoiled) = record.content.get_mut(place)
        {
            *spoiled = byte;
        }
        let (books, findings) = read(&[record]);
        let is_read = books != Books::default() && books.unreadable_records.is_empty();
        let is_named = findings.iter().any(|it| it.code == "record-damaged");
        prop_assert!(is_read != is_named, "{} {:?}", kind_name(kind), findings);
    }

    #[test]
    fn the_order_of_reading_does_not_matter(
        records in proptest::collection::vec(
            (
                0..books::documents::POSTED_KINDS.len(),
                proptest::collection::vec(any_field(), 0..4),
                any::<u32>(),
            ),
            0..12,
        ),
    ) {
        let made = records.into_iter().enumerate().map(|(number, (at, fields, order))| {
            let kind = books::documents::POSTED_KINDS[at];
            let number = u8::try_from(number).expect("a few");
            (order, object(number, kind, fields))
        });
        let mut made: Vec<(u32, Object)> = made.collect();
        let as_made: Vec<Object> = made.iter().map(|(_, record)| record.clone()).collect();
        made.sort_by_key(|(order, _)| *order);
        let shuffled: Vec<Object> = made.into_iter().map(|(_, record)| record).collect();
        prop_assert_eq!(read(&as_made), read(&shuffled));
    }
}

#[test]
fn quotes_and_orders_are_read_as_the_invoices_of_their_side() {
    for (kind, includes_tax, discount, lines) in [
        (kinds::SALES_QUOTE, 8, 17, 24),
        (kinds::SALES_ORDER, 9, 13, 18),
        (kinds::PURCHASE_QUOTE, 9, 12, 17),
        (kinds::PURCHASE_ORDER, 9, 12, 17),
    ] {
        let line = vec![guid(1, 5), amount(3, 4), amount(4, 12), amount(6, 2)];
        let fields = vec![
            day(1),
            Field::of_text(2, "Q1"),
            guid(3, 6),
            Field::of_varint(includes_tax, 1),
            Field::of_varint(discount, 1),
            Field::of_varint(discount + 1, 1),
            part(lines, line),
        ];
        let offer = read_one(kind, fields).offers[&key(1)].clone();
        let is_sale = matches!(kind, kinds::SALES_QUOTE | kinds::SALES_ORDER);
        assert_eq!((offer.kind, offer.terms.kind.is_sale()), (kind, is_sale));
        assert_eq!(
            (offer.terms.date, offer.terms.party),
            (Some(DAY), Some(key(6)))
        );
        assert!(offer.terms.amounts_include_tax);
        assert_eq!(offer.terms.discount, Discount::Amount);
        let line = &offer.terms.lines[0];
        assert_eq!(line.subledgers.item, Some(key(5)));
        assert_eq!((line.quantity, line.unit_price), (whole(4), whole(12)));
        assert_eq!(line.discount_amount, whole(2));
    }
}
