//! Currency gains and losses, average costs and stock: SPEC-posting.md, 16 and 18.

use crate::sample::*;
use books::documents::{
    Invoice, InvoiceKind, InvoiceLine, MoneyDocument, MoneyDocumentKind, MoneyLine, StockLine,
    StockNote, StockNoteKind, Subledgers,
};
use books::inventory::UnitCost;
use books::settings::DocumentRate;
use books::{Books, Key, kinds};
use jiff::civil::{Date, date};
use ledger::{
    CostDifference, average_costs, cost_differences, currency_gains, exchange_differences,
    negative_stock, post, stock_on_hand, unit_costs,
};
use rust_decimal::Decimal;

fn at(value: &str) -> Option<DocumentRate> {
    Some(DocumentRate {
        value: d(value),
        inverse: false,
    })
}

/// 100 dollars sold at 3.75 = 375.00.
fn sold_in_dollars() -> Invoice {
    let lines = vec![line(Some(SALES), "1", "100")];
    let mut sold = invoice(1, InvoiceKind::SalesInvoice, DOLLAR_CUSTOMER, lines);
    sold.rate = at("3.75");
    sold
}

fn paid_in_dollars(amount: &str, rate: &str, invoice: Option<Key>) -> MoneyDocument {
    let line = MoneyLine {
        subledgers: for_customer(DOLLAR_CUSTOMER),
        sales_invoice: invoice,
        ..money_line(RECEIVABLE, amount)
    };
    MoneyDocument {
        date: Some(date(2026, 4, 10)),
        rate: at(rate),
        ..money(MoneyDocumentKind::Receipt, DOLLAR_BANK, vec![line])
    }
}

#[test]
fn a_part_paid_invoice_gains_on_both_parts() {
    // 40 dollars come in at 3.80 = 152.00; they were carried at 150.00: 2.00 realised. The 60 left
    // are carried at 225.00 and worth 60 × 3.85 = 231.00: 6.00 not realised. In the bank: 40 × 3.85
    // = 154.00, carried 152.00: 2.00 not realised.
    let mut books = with_invoices(books(), [sold_in_dollars()]);
    books = with_money(books, paid_in_dollars("40", "3.80", Some(key(1))));
    add_rate(&mut books, 0x81, date(2026, 4, 30), "3.85");
    let figures = (books.clone(), post(&books));
    let all = exchange_differences(&figures, Some(date(2026, 4, 30))).expect("in memory");
    let found: Vec<_> = all
        .iter()
        .map(|it| {
            (
                it.subledger,
                it.own_balance,
                it.posted,
                it.realised,
                it.unrealised,
            )
        })
        .collect();
    let (none, customer, bank) = (Decimal::ZERO, Some(DOLLAR_CUSTOMER), Some(DOLLAR_BANK));
    let mut expected = [
        (bank, d("40"), d("152"), none, d("2")),
        (customer, d("60"), d("223"), d("2"), d("6")),
    ];
    expected.sort_by_key(|row| all.iter().position(|it| it.subledger == row.0));
    assert_eq!(found, expected);
    let april = currency_gains(&figures, Some(date(2026, 4, 1)), Some(date(2026, 4, 30)));
    assert_eq!(april.expect("in memory"), d("10"));
}

#[test]
fn what_is_settled_needs_no_rate_and_is_realised() {
    // 100 dollars at 3.75, settled at 3.70 = 370.00: 5.00 lost, named or not.
    for invoice in [Some(key(1)), None] {
        let mut books = with_invoices(books(), [sold_in_dollars()]);
        books = with_money(books, paid_in_dollars("100", "3.70", invoice));
        let figures = (books.clone(), post(&books));
        let all = exchange_differences(&figures, None).expect("in memory");
        let customer = all.iter().find(|it| it.subledger == Some(DOLLAR_CUSTOMER));
        let customer = customer.expect("the customer");
        assert!(customer.is_rate_known);
        assert_eq!((customer.realised, customer.unrealised), (d("-5"), d("0")));
        // The dollars in the bank have no rate in the table and stay as they were posted.
        let bank = all
            .iter()
            .find(|it| it.subledger == Some(DOLLAR_BANK))
            .expect("the bank");
        assert!(!bank.is_rate_known);
        assert_eq!(bank.adjustment(), d("0"));
    }
}

#[test]
fn what_waits_for_a_rate_gains_nothing() {
    // Without a rate on its day the invoice stands in Suspense too: a later rate moves both.
    let mut sold = sold_in_dollars();
    sold.rate = None;
    let mut books = with_invoices(books(), [sold]);
    add_rate(&mut books, 0x81, date(2026, 4, 30), "4");
    let figures = (books.clone(), post(&books));
    let gains = currency_gains(&figures, None, Some(date(2026, 4, 30))).expect("in memory");
    assert_eq!(gains, d("0"));
}

fn item_line(quantity: &str, price: &str) -> InvoiceLine {
    InvoiceLine {
        subledgers: Subledgers {
            item: Some(ITEM),
            ..Subledgers::default()
        },
        ..line(None, quantity, price)
    }
}

fn traded(number: u8, kind: InvoiceKind, day: i8, quantity: &str, price: &str) -> Invoice {
    let party = if kind.is_sale() { CUSTOMER } else { SUPPLIER };
    let mut traded = invoice(number, kind, party, vec![item_line(quantity, price)]);
    traded.date = Some(date(2026, 3, day));
    traded
}

const BOUGHT: InvoiceKind = InvoiceKind::PurchaseInvoice;
const SOLD: InvoiceKind = InvoiceKind::SalesInvoice;

/// 10 at 6 = 60. 4 go at 6.00 = 24.00: 6 for 36.00. 6 more at 9 = 54: 12 for 90.00, each 7.50.
/// 8 go at 7.50 = 60.00: 4 for 30.00. One comes back at 7.50: 5 for 37.50.
fn shop() -> Books {
    with_invoices(
        books(),
        [
            traded(1, BOUGHT, 1, "10", "6"),
            traded(2, SOLD, 2, "4", "20"),
            traded(3, BOUGHT, 3, "6", "9"),
            traded(4, SOLD, 4, "8", "20"),
            traded(5, InvoiceKind::CreditNote, 5, "1", "20"),
        ],
    )
}

#[test]
fn stock_without_set_costs_goes_at_its_perpetual_average() {
    let books = shop();
    let ledger = post(&books);
    assert_base(
        &ledger,
        &[
            (PAYABLE, Some(SUPPLIER), "-114.00"),
            (RECEIVABLE, Some(CUSTOMER), "220.00"),
            (INVENTORY_SALES, None, "-220.00"),
            (INVENTORY_COST, None, "76.50"),
            (STOCK, Some(ITEM), "37.50"),
        ],
    );
    let stock = stock_on_hand(&(books.clone(), ledger), None).expect("in memory");
    assert_eq!(stock[&ITEM].quantity, d("5"));
    assert_eq!(stock[&ITEM].average_cost(2), Some(d("7.50")));
    let costs: Vec<_> = unit_costs(&books)
        .into_iter()
        .map(|it| (it.date, it.cost))
        .collect();
    let expected = [(date(2026, 3, 1), d("6")), (date(2026, 3, 3), d("7.5"))];
    assert_eq!(costs, expected);
}

#[test]
fn a_table_of_costs_gives_each_document_the_same_postings() {
    let books = shop();
    let all = post(&books);
    for (key, invoice) in &books.invoices {
        let mut part = Books {
            invoices: [(*key, invoice.clone())].into(),
            ..books.clone()
        };
        part.average_costs = Some(average_costs(&books));
        let alone = post(&part).postings;
        let mine = all.postings.iter().filter(|it| it.document == *key);
        assert!(alone.iter().eq(mine));
    }
}

#[test]
fn set_costs_come_before_averages() {
    let mut books = shop();
    let set = UnitCost {
        key: key(0xd1),
        date: date(2026, 3, 4),
        item: ITEM,
        cost: d("5"),
    };
    books.unit_costs.insert(set.key, set);
    // Before 4 March no cost is set: 4 go at nothing. Then 8 go at 5 and 1 comes back: 35.00.
    let ledger = post(&books);
    let expected = (INVENTORY_COST, None, d("35.00"));
    assert!(base(&ledger).contains(&expected));
}

#[test]
fn what_is_sold_before_it_is_bought_costs_what_is_bought_first() {
    // 3 go before 5 come at 4: 12.00, and 2 for 8.00 are left. On 1 March there were −3.
    let books = with_invoices(
        books(),
        [
            traded(1, SOLD, 1, "3", "20"),
            traded(2, BOUGHT, 2, "5", "4"),
        ],
    );
    let ledger = post(&books);
    assert!(base(&ledger).contains(&(STOCK, Some(ITEM), d("8.00"))));
    let figures = (books, ledger);
    let negative = negative_stock(&figures, None).expect("in memory");
    let found: Vec<_> = negative
        .iter()
        .map(|it| (it.item, it.date, it.document, it.quantity))
        .collect();
    assert_eq!(found, [(ITEM, date(2026, 3, 1), key(1), d("-3"))]);
}

#[test]
fn units_move_with_the_note_that_names_their_invoice() {
    let note = StockNote {
        key: key(0xe1),
        kind: StockNoteKind::DeliveryNote,
        date: Some(date(2026, 3, 20)),
        invoice: Some(key(2)),
        lines: vec![StockLine {
            item: Some(ITEM),
            quantity: Some(d("4")),
            ..StockLine::default()
        }],
        ..StockNote::default()
    };
    let mut books = with_invoices(
        books(),
        [
            traded(1, BOUGHT, 1, "10", "6"),
            traded(2, SOLD, 2, "4", "20"),
        ],
    );
    let units = |books: &Books, day: Date| {
        let figures = (books.clone(), post(books));
        let stock = stock_on_hand(&figures, Some(day)).expect("in memory");
        (stock[&ITEM].quantity, stock[&ITEM].worth)
    };
    let (before, after) = (date(2026, 3, 19), date(2026, 3, 20));
    // Without any delivery note the invoice delivers.
    assert_eq!(units(&books, before), (d("6"), d("36.00")));
    books.stock_notes.insert(note.key, note);
    assert_eq!(units(&books, before), (d("10"), d("36.00")));
    assert_eq!(units(&books, after), (d("6"), d("36.00")));
}

#[test]
fn a_production_order_makes_its_item_worth_what_went_into_it() {
    // 10 at 6 bought; 4 used up = 24.00 and 6.00 of wages make 3 others worth 30.00, each 10.00.
    // One of them sold: 10.00.
    let mut books = with_invoices(books(), [traded(1, BOUGHT, 1, "10", "6")]);
    let mut made = books.items[&ITEM].clone();
    made.key = key(0x57);
    books.items.insert(made.key, made.clone());
    let order = books::documents::ProductionOrder {
        key: key(0xe2),
        date: Some(date(2026, 3, 2)),
        components: vec![StockLine {
            item: Some(ITEM),
            quantity: Some(d("4")),
            ..StockLine::default()
        }],
        finished_item: Some(made.key),
        quantity: Some(d("3")),
        costs: vec![books::documents::ProductionCost {
            account: Some(RENT),
            amount: Some(d("6")),
            division: None,
        }],
        ..books::documents::ProductionOrder::default()
    };
    books.production_orders.insert(order.key, order);
    let mut sold = traded(2, SOLD, 3, "1", "20");
    sold.lines[0].subledgers.item = Some(made.key);
    let ledger = post(&with_invoices(books, [sold]));
    let balances = base(&ledger);
    assert!(balances.contains(&(STOCK, Some(ITEM), d("36.00"))));
    assert!(balances.contains(&(STOCK, Some(made.key), d("20.00"))));
    assert!(balances.contains(&(INVENTORY_COST, None, d("10.00"))));
    assert_eq!(kinds::PRODUCTION_ORDER, ledger.postings[3].document_kind);
}

/// A cost of the item set on a day of March.
fn set_cost(number: u8, day: i8, cost: &str) -> UnitCost {
    UnitCost {
        key: key(number),
        date: date(2026, 3, day),
        item: ITEM,
        cost: d(cost),
    }
}

/// 6 from 1 March, 7.50 from 3 March: SPEC-posting.md, 16.5.
#[test]
fn set_costs_that_differ_are_named_and_written_ones_do_not() {
    let mut books = shop();
    // Right on 1 March, wrong on the 3rd, superfluous on the 4th.
    for cost in [
        set_cost(0xd1, 1, "6.00"),
        set_cost(0xd2, 3, "9"),
        set_cost(0xd3, 4, "8"),
    ] {
        books.unit_costs.insert(cost.key, cost);
    }
    let difference = |day, set: (u8, &str), worked_out: Option<&str>| CostDifference {
        item: ITEM,
        date: date(2026, 3, day),
        set: Some((key(set.0), d(set.1))),
        worked_out: worked_out.map(d),
    };
    let found = cost_differences(&books);
    let expected = [
        difference(3, (0xd2, "9"), Some("7.5")),
        difference(4, (0xd3, "8"), None),
    ];
    assert_eq!(found, expected);
    books.unit_costs.remove(&key(0xd3));
    books.unit_costs.insert(key(0xd2), set_cost(0xd2, 3, "7.5"));
    assert_eq!(cost_differences(&books), []);
    books.unit_costs.clear();
    let days: Vec<_> = cost_differences(&books).iter().map(|it| it.date).collect();
    assert_eq!(days, [date(2026, 3, 1), date(2026, 3, 3)]);
}
