//! Who moves the units: the invoice or its notes. The examples of SPEC-posting.md, 16.1.

use crate::sample::*;
use books::documents::{Invoice, InvoiceKind, StockLine, StockNote, StockNoteKind};
use books::{Books, Key};
use jiff::civil::date;
use ledger::{Ledger, STOCK_NEGATIVE, negative_stock, post, stock_on_hand};
use rust_decimal::Decimal;

const BOUGHT: InvoiceKind = InvoiceKind::PurchaseInvoice;
const SOLD: InvoiceKind = InvoiceKind::SalesInvoice;

/// The first purchase, of 10 at 6.00 on the first day.
const A: Key = key(0x0a);
/// The second, of 1 at 11.00 on the tenth.
const B: Key = key(0x0b);

/// An invoice for units of the item on a day of January, without the switch.
fn traded(key: Key, kind: InvoiceKind, day: i8, quantity: &str, price: &str) -> Invoice {
    let mut line = line(None, quantity, price);
    line.subledgers.item = Some(ITEM);
    let party = if kind == SOLD { CUSTOMER } else { SUPPLIER };
    let mut invoice = invoice(0, kind, party, vec![line]);
    invoice.key = key;
    invoice.date = Some(date(2026, 1, day));
    invoice.moves_stock = false;
    invoice
}

/// A note of units of the item on a day of January.
fn note(number: u8, kind: StockNoteKind, day: i8, named: Option<Key>, quantity: &str) -> StockNote {
    StockNote {
        key: key(number),
        kind,
        date: Some(date(2026, 1, day)),
        invoice: named,
        lines: vec![StockLine {
            item: Some(ITEM),
            quantity: Some(d(quantity)),
            ..StockLine::default()
        }],
        ..StockNote::default()
    }
}

fn receipt(number: u8, day: i8, named: Option<Key>, quantity: &str) -> StockNote {
    note(number, StockNoteKind::GoodsReceipt, day, named, quantity)
}

fn delivery(number: u8, day: i8, named: Option<Key>, quantity: &str) -> StockNote {
    note(number, StockNoteKind::DeliveryNote, day, named, quantity)
}

/// The two purchases.
fn shop() -> Books {
    let bought = [
        traded(A, BOUGHT, 1, "10", "6"),
        traded(B, BOUGHT, 10, "1", "11"),
    ];
    with_invoices(books(), bought)
}

fn with_note(mut books: Books, note: StockNote) -> Books {
    books.stock_notes.insert(note.key, note);
    books
}

/// How many there are at the end, and what they are worth.
fn on_hand(books: &Books) -> (Decimal, Decimal) {
    let figures = (books.clone(), post(books));
    let stock = stock_on_hand(&figures, None).expect("in memory");
    (stock[&ITEM].quantity, stock[&ITEM].worth)
}

/// The units that one document moves.
fn moved(ledger: &Ledger, document: Key) -> Decimal {
    let of_it = ledger.postings.iter().filter(|it| it.document == document);
    of_it.filter_map(|it| it.quantity).sum()
}

#[test]
fn a_first_goods_receipt_bears_on_its_invoice_alone() {
    // 10 × 6.00 + 1 × 11.00 = 71.00.
    let mut books = shop();
    assert_eq!(on_hand(&books), (d("11"), d("71.00")));
    books = with_note(books, receipt(0x0c, 15, Some(B), "1"));
    assert_eq!(on_hand(&books), (d("11"), d("71.00")));
    let ledger = post(&books);
    assert_eq!(moved(&ledger, A), d("10"));
    assert_eq!(moved(&ledger, B), d("0"));
    assert_eq!(moved(&ledger, key(0x0c)), d("1"));
}

#[test]
fn what_is_bought_after_the_first_receipt_waits_unless_its_switch_is_on() {
    let books = with_note(shop(), receipt(0x0c, 15, Some(B), "1"));
    // 5 more at 8.00 = 40.00 are owned from the invoice on: 111.00.
    let mut c = traded(key(0x0d), BOUGHT, 20, "5", "8");
    let waiting = with_invoices(books.clone(), [c.clone()]);
    assert_eq!(on_hand(&waiting), (d("11"), d("111.00")));
    // On the very day of the first receipt it waits as well.
    c.date = Some(date(2026, 1, 15));
    assert_eq!(
        on_hand(&with_invoices(books.clone(), [c.clone()])).0,
        d("11")
    );
    c.date = Some(date(2026, 1, 14));
    assert_eq!(
        on_hand(&with_invoices(books.clone(), [c.clone()])).0,
        d("16")
    );
    c.date = Some(date(2026, 1, 20));
    c.moves_stock = true;
    let switched = with_invoices(books, [c]);
    assert_eq!(on_hand(&switched), (d("16"), d("111.00")));
}

#[test]
fn a_note_of_an_invoice_that_moves_its_own_is_paper() {
    let mut c = traded(key(0x0d), BOUGHT, 20, "5", "8");
    c.moves_stock = true;
    let books = with_note(shop(), receipt(0x0c, 15, Some(B), "1"));
    let named = receipt(0x0e, 21, Some(c.key), "5");
    let mut books = with_note(with_invoices(books, [c.clone()]), named);
    assert_eq!(on_hand(&books).0, d("16"));
    assert_eq!(moved(&post(&books), key(0x0e)), d("0"));
    assert_eq!(post(&books).not_posted, []);
    // An invoice without a date moves nothing, so its note does.
    c.date = None;
    books = with_invoices(books, [c.clone()]);
    assert_eq!(moved(&post(&books), key(0x0e)), d("5"));
    // A delivery note that names a purchase says nothing of it, and moves what it says.
    c.date = Some(date(2026, 1, 20));
    let strange = delivery(0x0f, 22, Some(c.key), "2");
    books = with_note(with_invoices(books, [c]), strange);
    assert_eq!(on_hand(&books).0, d("14"));
}

#[test]
fn a_receipt_that_is_back_dated_leaves_what_is_named_and_what_is_earlier() {
    let books = with_note(shop(), receipt(0x0c, 15, Some(B), "1"));
    let books = with_note(books, receipt(0x0e, 5, None, "2"));
    assert_eq!(on_hand(&books), (d("13"), d("71.00")));
    // Without a date it decides nothing and moves nothing.
    let mut undated = receipt(0x0e, 5, Some(A), "2");
    undated.date = None;
    assert_eq!(on_hand(&with_note(books, undated)).0, d("11"));
}

#[test]
fn a_part_is_delivered_and_the_rest_is_to_follow() {
    let sale = traded(key(0x20), SOLD, 12, "4", "20");
    let books = with_invoices(shop(), [sale]);
    assert_eq!(on_hand(&books).0, d("7"));
    let first = with_note(books.clone(), delivery(0x21, 14, Some(key(0x20)), "3"));
    assert_eq!(on_hand(&first).0, d("8"));
    let rest = with_note(first.clone(), delivery(0x22, 16, Some(key(0x20)), "1"));
    assert_eq!(on_hand(&rest).0, d("7"));
    // Deliveries say nothing of purchases: the goods of both were there all along.
    assert_eq!(moved(&post(&rest), A), d("10"));
    // Amounts are the same, whoever moves the units.
    let total = |books: &Books| base(&post(books));
    assert_eq!(total(&rest), total(&books));
}

#[test]
fn stock_below_zero_is_named_whatever_the_notes_are() {
    // 12 are sold of 11 that came; the first delivery note says 12.
    let sale = traded(key(0x20), SOLD, 12, "12", "20");
    for note in [None, Some(delivery(0x21, 14, Some(key(0x20)), "12"))] {
        let day = note.as_ref().and_then(|it| it.date);
        let mut books = with_invoices(shop(), [sale.clone()]);
        books.stock_notes.extend(note.map(|it| (it.key, it)));
        let figures = (books.clone(), post(&books));
        let found = negative_stock(&figures, None).expect("in memory");
        assert_eq!(found.len(), 1, "{STOCK_NEGATIVE}");
        assert_eq!(found[0].quantity, d("-1"));
        assert_eq!(found[0].date, day.unwrap_or(date(2026, 1, 12)));
    }
}
