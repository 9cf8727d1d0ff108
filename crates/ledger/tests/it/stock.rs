//! Write-offs, production, notes of stock: SPEC-posting.md, 24 to 26.

use crate::claims_and_pay::holding;
use crate::sample::*;
use books::documents::{
    InventoryWriteOff, InvoiceKind, ProductionCost, ProductionOrder, StockLine, StockNote,
    StockNoteKind, Subledgers, Unread,
};
use books::inventory::{Item, KitComponent, UnitCost};
use books::{Books, Key, kinds};
use jiff::civil::date;
use ledger::{Ledger, codes as code, post};
use rust_decimal::Decimal;

const TABLE: Key = key(0x52);
const KIT: Key = key(0x53);
const WORK: Key = key(0x54);
const WRITTEN_OFF: Key = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_WRITE_OFFS;

/// The item costs so much; a table, a kit with two of the item, and work are there too.
fn stocked(cost: &str) -> Books {
    let mut books = books();
    for (key, kind) in [
        (TABLE, kinds::INVENTORY_ITEM),
        (KIT, kinds::INVENTORY_KIT),
        (WORK, kinds::NON_INVENTORY_ITEM),
    ] {
        let item = Item {
            key,
            kind,
            components: vec![],
            ..books.items[&ITEM].clone()
        };
        books.items.insert(key, item);
    }
    let kit = books.items.get_mut(&KIT).expect("the kit");
    kit.components = vec![KitComponent {
        item: ITEM,
        quantity: d("2"),
    }];
    let cost = UnitCost {
        key: key(0x91),
        date: date(2026, 1, 1),
        item: ITEM,
        cost: d(cost),
    };
    books.unit_costs.insert(cost.key, cost);
    books
}

fn stock_line(item: Key, quantity: Option<&str>) -> StockLine {
    StockLine {
        item: Some(item),
        description: String::new(),
        quantity: quantity.map(d),
    }
}

fn write_off(lines: Vec<StockLine>) -> InventoryWriteOff {
    InventoryWriteOff {
        key: key(1),
        date: Some(DAY),
        lines,
        ..InventoryWriteOff::default()
    }
}

fn post_write_off(mut books: Books, gone: InventoryWriteOff) -> Ledger {
    books.inventory_write_offs.insert(gone.key, gone);
    post(&books)
}

/// The units under an item.
fn units(ledger: &Ledger, item: Key) -> Decimal {
    let under = ledger
        .postings
        .iter()
        .filter(|it| it.subledger == Some(item));
    under.filter_map(|it| it.quantity).sum()
}

#[test]
fn what_is_written_off_costs_what_it_cost() {
    // 3 × 2.505 = 7.515 → 7.52.
    let ledger = post_write_off(
        stocked("2.505"),
        write_off(vec![stock_line(ITEM, Some("3"))]),
    );
    let expected = [(WRITTEN_OFF, None, "7.52"), (STOCK, Some(ITEM), "-7.52")];
    assert_base(&ledger, &expected);
    assert_eq!(units(&ledger, ITEM), d("-3"));
    assert_eq!(ledger.heads[0].total, Some(d("7.52")));
}

#[test]
fn kits_are_taken_apart_and_work_is_no_stock() {
    // One kit holds two of the item: 2 × 5 = 10.00. Work has nothing to write off.
    let lines = vec![stock_line(KIT, None), stock_line(WORK, Some("9"))];
    let ledger = post_write_off(stocked("5"), write_off(lines));
    let expected = [(WRITTEN_OFF, None, "10.00"), (STOCK, Some(ITEM), "-10.00")];
    assert_base(&ledger, &expected);
    assert_eq!(units(&ledger, ITEM), d("-2"));
    assert_eq!(ledger.suspense, []);
}

#[test]
fn stock_can_go_to_an_account_and_to_what_stands_under_it() {
    let mut books = stocked("5");
    let van = key(0x55);
    books.holdings.insert(van, holding(van, kinds::FIXED_ASSET));
    let cost = kinds::BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT;
    let gone = InventoryWriteOff {
        allocation: Some(cost),
        subledgers: Subledgers {
            fixed_asset: Some(van),
            ..Subledgers::default()
        },
        unread: vec![Unread::Tax],
        ..write_off(vec![stock_line(ITEM, Some("1"))])
    };
    let ledger = post_write_off(books, gone);
    let expected = [(cost, Some(van), "5.00"), (STOCK, Some(ITEM), "-5.00")];
    assert_base(&ledger, &expected);
    assert_eq!(codes(&ledger), [(code::TAX_UNREADABLE, None)]);
}

#[test]
fn units_go_without_a_cost_and_unknown_items_are_named() {
    let mut books = stocked("5");
    books.unit_costs.clear();
    let lines = vec![
        stock_line(ITEM, Some("4")),
        stock_line(NOWHERE, Some("1")),
        StockLine {
            quantity: Some(d("1")),
            ..StockLine::default()
        },
        StockLine::default(),
    ];
    let ledger = post_write_off(books, write_off(lines));
    assert_base(&ledger, &[]);
    assert_eq!(units(&ledger, ITEM), d("-4"));
    let expected = [(code::ITEM_UNKNOWN, Some(1)), (code::ITEM_MISSING, Some(2))];
    assert_eq!(codes(&ledger), expected);
}

fn order(finished: Option<Key>) -> ProductionOrder {
    ProductionOrder {
        key: key(1),
        date: Some(DAY),
        components: vec![stock_line(ITEM, Some("4"))],
        finished_item: finished,
        quantity: Some(d("2")),
        costs: vec![ProductionCost {
            account: Some(RENT),
            amount: Some(d("8")),
            division: None,
        }],
        ..ProductionOrder::default()
    }
}

fn post_order(mut books: Books, order: ProductionOrder) -> Ledger {
    books.production_orders.insert(order.key, order);
    post(&books)
}

#[test]
fn what_is_made_is_worth_what_went_into_it() {
    // 4 × 5.00 = 20.00, and 8.00 of wages: 28.00 for 2 tables.
    let ledger = post_order(stocked("5"), order(Some(TABLE)));
    assert_base(
        &ledger,
        &[
            (STOCK, Some(ITEM), "-20.00"),
            (RENT, None, "-8.00"),
            (STOCK, Some(TABLE), "28.00"),
        ],
    );
    assert_eq!(units(&ledger, ITEM), d("-4"));
    assert_eq!(units(&ledger, TABLE), d("2"));
    assert_eq!(ledger.heads[0].total, Some(d("28.00")));
}

#[test]
fn what_was_made_of_nothing_known_waits_in_suspense() {
    for (finished, expected) in [
        (None, code::ITEM_MISSING),
        (Some(NOWHERE), code::ITEM_UNKNOWN),
        (Some(KIT), code::ITEM_UNKNOWN),
    ] {
        let ledger = post_order(stocked("5"), order(finished));
        assert_base(
            &ledger,
            &[
                (STOCK, Some(ITEM), "-20.00"),
                (RENT, None, "-8.00"),
                (SUSPENSE, None, "28.00"),
            ],
        );
        assert_eq!(codes(&ledger), [(expected, None)]);
    }
}

#[test]
fn notes_move_units_and_no_money() {
    for (kind, moved) in [
        (StockNoteKind::DeliveryNote, "-6"),
        (StockNoteKind::GoodsReceipt, "6"),
        (StockNoteKind::InventoryTransfer, "0"),
    ] {
        let mut books = stocked("5");
        let note = StockNote {
            key: key(1),
            kind,
            date: Some(DAY),
            party: Some(CUSTOMER),
            lines: vec![stock_line(ITEM, Some("4")), stock_line(KIT, None)],
            ..StockNote::default()
        };
        books.stock_notes.insert(note.key, note);
        let ledger = post(&books);
        assert_base(&ledger, &[]);
        assert_eq!(units(&ledger, ITEM), d(moved), "{kind:?}");
        assert_eq!(ledger.not_posted, []);
        assert_eq!(ledger.heads[0].kind, kind.key());
    }
}

#[test]
fn an_invoice_and_its_delivery_note_move_the_units_once() {
    let mut books = stocked("5");
    let mut sold = line(None, "4", "9");
    sold.subledgers.item = Some(ITEM);
    let sale = invoice(2, InvoiceKind::SalesInvoice, CUSTOMER, vec![sold]);
    let note = StockNote {
        key: key(1),
        date: Some(DAY),
        invoice: Some(sale.key),
        lines: vec![stock_line(ITEM, Some("4"))],
        ..StockNote::default()
    };
    books.stock_notes.insert(note.key, note);
    let ledger = post(&with_invoices(books, [sale]));
    assert_eq!(units(&ledger, ITEM), d("-4"));
}
