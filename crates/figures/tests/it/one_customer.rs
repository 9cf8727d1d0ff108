//! What settles what with few customers and many documents: receipts that name an invoice and ones
//! that name none, saved, changed and taken away in any order, of which the invoices that are
//! named are settled alone (SPEC-posting.md, 15.12). Whatever was done, what is kept equals what
//! follows from the records.

use crate::any_records::Chance;
use crate::keeping::{World, put, stamp};
use books::{Key, Object, kinds};
use interchange::{Plain, from_plain};
use proptest::prelude::*;
use store::StoreError;

const CUSTOMERS: [u8; 2] = [1, 2];
const BANK: u8 = 5;
const INCOME: u8 = 6;
const FOREIGN: u8 = 7;
const INVOICES: u8 = 10;
const RECEIPTS: u8 = 100;
/// So many of each there are at most.
const DOCUMENTS: usize = 9;

fn key(number: u8) -> Key {
    Key::from_bytes([number; 16])
}

fn text(words: &str) -> Plain {
    Plain::Text(words.to_owned())
}

fn named(number: u8) -> Plain {
    Plain::Text(key(number).to_string())
}

fn map(members: Vec<(&str, Plain)>) -> Plain {
    let members = members.into_iter();
    Plain::Map(members.map(|(name, it)| (name.to_owned(), it)).collect())
}

fn record(kind: Key, number: u8, members: Vec<(&str, Plain)>) -> Object {
    Object {
        key: key(number),
        content_type: kind,
        content: from_plain(kind, &[], &map(members)).unwrap(),
        timestamp: None,
    }
}

/// The customers, of which the second may be held in another currency.
fn settings(is_foreign: bool) -> Vec<Object> {
    let mut second = vec![("Name", text("Second"))];
    if is_foreign {
        second.push(("Currency", named(FOREIGN)));
    }
    let rate = vec![
        ("Date", text("2026-01-01")),
        ("Currency", named(FOREIGN)),
        ("Rate", text("1.37")),
    ];
    vec![
        record(
            kinds::FOREIGN_CURRENCY,
            FOREIGN,
            vec![("Code", text("USD"))],
        ),
        record(kinds::EXCHANGE_RATE, FOREIGN + 1, rate),
        record(kinds::CUSTOMER, CUSTOMERS[0], vec![("Name", text("First"))]),
        record(kinds::CUSTOMER, CUSTOMERS[1], second),
        record(
            kinds::BANK_OR_CASH_ACCOUNT,
            BANK,
            vec![("Name", text("Bank"))],
        ),
        record(
            kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
            INCOME,
            vec![("Name", text("Income"))],
        ),
    ]
}

fn any_day(chance: &mut Chance) -> Plain {
    text(&format!("2026-01-{:02}", 1 + chance.below(6)))
}

fn any_amount(chance: &mut Chance) -> Plain {
    let amounts = ["10", "10.00", "25.5", "7", "40", "-10", "3.335"];
    text(amounts[chance.below(amounts.len())])
}

fn any_customer(chance: &mut Chance) -> u8 {
    // Most stand under one, so that they have to do with each other.
    CUSTOMERS[usize::from(chance.below(5) == 0)]
}

fn below(chance: &mut Chance, first: u8) -> u8 {
    first + u8::try_from(chance.below(DOCUMENTS)).unwrap()
}

fn any_invoice(chance: &mut Chance) -> Object {
    let number = below(chance, INVOICES);
    let line = map(vec![
        ("Account", named(INCOME)),
        ("SalesUnitPrice", any_amount(chance)),
    ]);
    let members = vec![
        ("IssueDate", any_day(chance)),
        ("Reference", text(&chance.below(3).to_string())),
        ("Customer", named(any_customer(chance))),
        ("Lines", Plain::List(vec![line])),
    ];
    record(kinds::SALES_INVOICE, number, members)
}

/// A receipt of one or two lines; most name an invoice, which may not be there.
fn any_receipt(chance: &mut Chance) -> Object {
    let number = below(chance, RECEIPTS);
    let receivable = kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT;
    let lines = (0..1 + chance.below(2)).map(|_| {
        let mut line = vec![
            ("Account", text(&receivable.to_string())),
            ("AccountsReceivableCustomer", named(any_customer(chance))),
            ("Amount", any_amount(chance)),
        ];
        if chance.below(4) > 0 {
            let invoice = named(below(chance, INVOICES));
            line.push(("AccountsReceivableSalesInvoice", invoice));
        }
        map(line)
    });
    let lines = lines.collect();
    let members = vec![
        ("Date", any_day(chance)),
        ("ReceivedIn", named(BANK)),
        ("Lines", Plain::List(lines)),
    ];
    record(kinds::RECEIPT, number, members)
}

fn delete(world: &World, key: Key) {
    let outcome = world
        .kept
        .write(&mut |unit| match unit.delete_object(key, "", &stamp()) {
            Err(StoreError::RecordNotFound(_)) => Ok(()),
            other => other.map(drop),
        });
    outcome.unwrap();
}

fn trade_at_random(seed: u64) {
    let mut chance = Chance::new(seed);
    let world = World::new();
    put(world.kept.as_ref(), &settings(chance.below(2) == 0)).unwrap();
    for _ in 0..30 {
        match chance.below(8) {
            0 => delete(&world, any_invoice(&mut chance).key),
            1 => delete(&world, any_receipt(&mut chance).key),
            2..=4 => put(world.kept.as_ref(), &[any_invoice(&mut chance)]).unwrap(),
            5 => {
                let some = [any_receipt(&mut chance), any_invoice(&mut chance)];
                put(world.kept.as_ref(), &some).unwrap();
            }
            _ => put(world.kept.as_ref(), &[any_receipt(&mut chance)]).unwrap(),
        }
        world.check();
    }
}

/// How many businesses are written: a few, or as many as `PROPTEST_CASES` says.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(16)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn what_is_settled_alone_equals_what_is_settled_together(seed: u64) {
        trade_at_random(seed);
    }
}
