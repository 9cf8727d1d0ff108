//! What a change bears on is posted again, and nothing else (SPEC-posting.md, 15.4 and 15.10): what
//! is kept of a document that has nothing to do with it is taken away first, and stays away.

use crate::keeping::{World, put, stamp};
use books::{Key, Object, kinds};
use interchange::{Plain, from_plain};
use ledger::PostingFilter;
use rust_decimal::Decimal;
use store::PostedDocument;

fn key(number: u8) -> Key {
    Key::from_bytes([number; 16])
}

fn text(words: &str) -> Plain {
    Plain::Text(words.to_owned())
}

fn named(number: u8) -> Plain {
    Plain::Text(key(number).to_string())
}

fn map(members: &[(&str, Plain)]) -> Plain {
    let members = members.iter();
    Plain::Map(
        members
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    )
}

fn record(kind: Key, number: u8, members: &[(&str, Plain)]) -> Object {
    Object {
        key: key(number),
        content_type: kind,
        content: from_plain(kind, &[], &map(members)).unwrap(),
        timestamp: None,
    }
}

/// An invoice for so many units of an item at a price, with the names of the fields of its kind.
fn invoice(number: u8, day: &str, item: u8, quantity: &str, price: &str) -> Object {
    let is_sale = number >= SALE;
    let (kind, party, whose, unit_price) = match is_sale {
        true => (kinds::SALES_INVOICE, "Customer", CUSTOMER, "SalesUnitPrice"),
        false => (
            kinds::PURCHASE_INVOICE,
            "Supplier",
            SUPPLIER,
            "PurchaseUnitPrice",
        ),
    };
    let line = map(&[
        ("Item", named(item)),
        ("Qty", text(quantity)),
        (unit_price, text(price)),
    ]);
    let members = [
        ("IssueDate", text(day)),
        (party, named(whose)),
        ("Lines", Plain::List(vec![line])),
    ];
    record(kind, number, &members)
}

const CUSTOMER: u8 = 1;
const SUPPLIER: u8 = 2;
const TEA: u8 = 3;
const CUPS: u8 = 4;
/// Purchases have numbers below this, sales from here on.
const SALE: u8 = 100;

/// A shop that bought 10 of tea at 6.00 and 10 cups at 2.00, and sold 4 of each.
fn shop() -> World {
    let world = World::new();
    let names = |name| [("Name", text(name))];
    let item = |name| [("ItemName", text(name)), ("CostMethod", Plain::Integer(1))];
    let records = [
        record(kinds::CUSTOMER, CUSTOMER, &names("Customer")),
        record(kinds::SUPPLIER, SUPPLIER, &names("Supplier")),
        record(kinds::INVENTORY_ITEM, TEA, &item("Tea")),
        record(kinds::INVENTORY_ITEM, CUPS, &item("Cups")),
        invoice(10, "2026-01-01", TEA, "10", "6"),
        invoice(11, "2026-01-01", CUPS, "10", "2"),
        invoice(SALE, "2026-02-01", TEA, "4", "9"),
        invoice(SALE + 1, "2026-02-01", CUPS, "4", "3"),
    ];
    put(world.kept.as_ref(), &records).unwrap();
    world.check();
    world
}

/// Takes away what is kept of a document, behind the back of whoever keeps it.
fn take_away(world: &World, document: u8) {
    let nothing = PostedDocument::default();
    let work = world
        .plain
        .write(&mut |unit| unit.put_posted(key(document), &nothing));
    work.unwrap();
}

/// What is kept of a document under an account.
fn posted(world: &World, document: u8, account: Key) -> Vec<Decimal> {
    let filter = PostingFilter {
        document: Some(key(document)),
        accounts: Some(vec![account]),
        ..PostingFilter::default()
    };
    let mut amounts = Vec::new();
    let reader = world.plain.read().unwrap();
    reader
        .each_posting(&filter, &mut |posting| {
            amounts.push(posting.amount);
            Ok(())
        })
        .unwrap();
    amounts
}

const STOCK: Key = kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT;

#[test]
fn a_purchase_posts_again_what_costs_otherwise_and_nothing_else() {
    let world = shop();
    // 4 at 6.00 went.
    assert_eq!(posted(&world, SALE, STOCK), [Decimal::from(-24)]);
    take_away(&world, SALE + 1);
    // 10 more at 8.00 before the sale: 20 for 140.00, each 7.00.
    let bought = invoice(12, "2026-01-15", TEA, "10", "8");
    put(world.kept.as_ref(), &[bought]).unwrap();
    assert_eq!(posted(&world, SALE, STOCK), [Decimal::from(-28)]);
    assert!(posted(&world, SALE + 1, STOCK).is_empty());
    // Without the purchase it costs 6.00 again.
    world
        .kept
        .write(&mut |unit| unit.delete_object(key(12), "", &stamp()).map(drop))
        .unwrap();
    assert_eq!(posted(&world, SALE, STOCK), [Decimal::from(-24)]);
    assert!(posted(&world, SALE + 1, STOCK).is_empty());
}

/// A goods receipt that names a purchase.
fn receipt(number: u8, day: &str, invoice: u8, quantity: &str) -> Object {
    let line = map(&[("Item", named(TEA)), ("Qty", text(quantity))]);
    let members = [
        ("Date", text(day)),
        ("Supplier", named(SUPPLIER)),
        ("PurchaseInvoice", named(invoice)),
        ("Lines", Plain::List(vec![line])),
    ];
    record(kinds::GOODS_RECEIPT, number, &members)
}

/// The units that a document moves.
fn units(world: &World, document: u8) -> Decimal {
    let filter = PostingFilter {
        document: Some(key(document)),
        ..PostingFilter::default()
    };
    let mut units = Decimal::ZERO;
    let reader = world.plain.read().unwrap();
    reader
        .each_posting(&filter, &mut |posting| {
            units += posting.quantity.unwrap_or_default();
            Ok(())
        })
        .unwrap();
    units
}

#[test]
fn a_first_note_posts_again_its_invoice_and_those_between_the_first_days() {
    let world = shop();
    let later = invoice(12, "2026-01-20", TEA, "5", "8");
    put(world.kept.as_ref(), &[later]).unwrap();
    // The purchase of cups is earlier than any note: nothing of it is posted again.
    take_away(&world, 11);
    let first = receipt(90, "2026-01-15", 10, "7");
    put(world.kept.as_ref(), &[first]).unwrap();
    let found = [10, 12, 90].map(|number| units(&world, number));
    assert_eq!(found, [0, 0, 7].map(Decimal::from));
    assert!(posted(&world, 11, STOCK).is_empty());
    // The first day is later: what is between waits no longer.
    let put_off = receipt(90, "2026-01-25", 10, "7");
    put(world.kept.as_ref(), &[put_off]).unwrap();
    let found = [10, 12, 90].map(|number| units(&world, number));
    assert_eq!(found, [0, 5, 7].map(Decimal::from));
    // Without the note, everything moves with its invoice.
    world
        .kept
        .write(&mut |unit| unit.delete_object(key(90), "", &stamp()).map(drop))
        .unwrap();
    let found = [10, 12, 90].map(|number| units(&world, number));
    assert_eq!(found, [10, 5, 0].map(Decimal::from));
    assert!(posted(&world, 11, STOCK).is_empty());
}

#[test]
fn a_set_unit_cost_posts_again_what_moves_its_item() {
    let world = shop();
    take_away(&world, SALE + 1);
    let cost = [
        ("Date", text("2026-01-20")),
        ("InventoryItem", named(TEA)),
        ("UnitCost", text("5")),
    ];
    let cost = record(kinds::INVENTORY_UNIT_COST, 20, &cost);
    put(world.kept.as_ref(), &[cost]).unwrap();
    assert_eq!(posted(&world, SALE, STOCK), [Decimal::from(-20)]);
    assert!(posted(&world, SALE + 1, STOCK).is_empty());
}

#[test]
fn a_new_account_and_a_rate_post_again_no_document_in_other_ones() {
    let world = shop();
    take_away(&world, SALE + 1);
    let account = [("Name", text("Rent"))];
    let account = record(kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT, 30, &account);
    put(world.kept.as_ref(), &[account]).unwrap();
    let rate = [
        ("Date", text("2026-01-01")),
        ("Currency", named(31)),
        ("Rate", text("2")),
    ];
    let rate = record(kinds::EXCHANGE_RATE, 32, &rate);
    put(world.kept.as_ref(), &[rate]).unwrap();
    assert_eq!(posted(&world, SALE, STOCK), [Decimal::from(-24)]);
    assert!(posted(&world, SALE + 1, STOCK).is_empty());
}
