//! A lamp shop: stock at its average cost (the example of SPEC-posting.md, 16.2).

use super::desk::Desk;
use crate::text::rows;
use crate::world::as_at;
use books::documents::{InvoiceKind, StockNoteKind};
use books::inventory::Item;
use books::parties::PartyKind;
use books::{Books, Key, kinds};
use jiff::civil::{Date, date};
use ledger::{Ledger, stock_on_hand};
use reports::{
    aged_payables, aged_receivables, balance_sheet, inventory_value, trial_balance_table,
};

const END: Date = date(2026, 1, 31);

const LAMP: Key = Key::from_bytes([0x71; 16]);

fn shop() -> (Books, Ledger) {
    written().finish()
}

fn written() -> Desk {
    let mut desk = Desk::new();
    let lamp = LAMP;
    let item = Item {
        key: lamp,
        kind: kinds::INVENTORY_ITEM,
        code: "L1".to_owned(),
        name: "Lamp".to_owned(),
        sales_account: None,
        purchases_account: None,
        components: vec![],
        costs_at_average: true,
    };
    desk.world.books.items.insert(lamp, item);
    let rahim = desk.world.party(0x31, PartyKind::Customer, "Rahim");
    let karim = desk.world.party(0x32, PartyKind::Supplier, "Karim");
    let day = |number| date(2026, 1, number);
    let (sale, purchase) = (InvoiceKind::SalesInvoice, InvoiceKind::PurchaseInvoice);
    desk.goods((0x51, purchase, day(1)), karim, None, (lamp, "10", "6"));
    desk.goods((0x52, sale, day(5)), rahim, None, (lamp, "4", "10"));
    desk.goods((0x53, purchase, day(10)), karim, None, (lamp, "6", "9"));
    desk.goods((0x54, sale, day(15)), rahim, None, (lamp, "8", "12"));
    let back = (0x55, InvoiceKind::CreditNote, day(20));
    desk.goods(back, rahim, Some(0x54), (lamp, "1", "12"));
    desk
}

#[test]
fn the_trial_balance() {
    let report = trial_balance_table(&shop(), &as_at(END)).expect("a report");
    // Bought 60 + 54 = 114; sold 40 + 96 − 12 = 124. Cost: 4 × 6 = 24; then 6 at 6 and 6 at 9
    // are 12 for 90, so 8 × 7.50 = 60, less 7.50 that came back: 76.50. Left 114 − 76.50.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | 124.00",
            "    Rahim | 124.00",
            "  BalanceSheetInventoryOnHandAccount | 37.50",
            "    Lamp [L1] | 37.50",
            "Liabilities",
            "  BalanceSheetAccountsPayableAccount |  | 114.00",
            "    Karim |  | 114.00",
            "Income",
            "  ProfitAndLossStatementAccountInventorySales |  | 124.00",
            "Expenses",
            "  ProfitAndLossStatementAccountInventoryPurchases | 76.50",
            "total | 238.00 | 238.00",
        ]
    );
}

#[test]
fn stock_and_statement() {
    let figures = shop();
    let value = |day| rows(&inventory_value(&figures, &as_at(day)).expect("a report"));
    let total = |value| format!("total |  |  | {value}");
    assert_eq!(
        value(date(2026, 1, 9)),
        ["Lamp [L1] | 6 | 6.00 | 36.00".to_owned(), total("36.00")]
    );
    assert_eq!(
        value(date(2026, 1, 10)),
        ["Lamp [L1] | 12 | 7.50 | 90.00".to_owned(), total("90.00")]
    );
    assert_eq!(
        value(END),
        ["Lamp [L1] | 5 | 7.50 | 37.50".to_owned(), total("37.50")]
    );
    let report = balance_sheet(&figures, &as_at(END)).expect("a report");
    // 124 + 37.50 = 114 + 47.50.
    let lines = rows(&report);
    assert!(
        lines.contains(&"  net-profit | 47.50".to_owned()),
        "{lines:#?}"
    );
    let last = "total-liabilities-and-equity | 161.50";
    assert_eq!(lines.last().map(String::as_str), Some(last));
}

#[test]
fn who_owes_what_since_when() {
    let figures = shop();
    let report = aged_receivables(&figures, &as_at(END)).expect("a report");
    // 26 and 16 days late: 40 and 96 − 12.
    let rahim = "Rahim | 0.00 | 124.00 | 0.00 | 0.00 | 0.00 | 124.00";
    assert_eq!(rows(&report)[0], rahim);
    let report = aged_payables(&figures, &as_at(date(2026, 2, 4))).expect("a report");
    // 34 days for the first delivery, 25 for the second.
    let karim = "Karim | 0.00 | 54.00 | 60.00 | 0.00 | 0.00 | 114.00";
    assert_eq!(rows(&report)[0], karim);
}

/// The same shop, with its first goods receipt and its first delivery note: of the second purchase
/// only 4 came so far, of the second sale only 5 left (SPEC-posting.md, 16.1).
fn shop_with_notes() -> (Books, Ledger) {
    let mut desk = written();
    let (came, left) = (StockNoteKind::GoodsReceipt, StockNoteKind::DeliveryNote);
    desk.note((0x61, came, date(2026, 1, 12)), 0x53, (LAMP, "4"));
    desk.note((0x62, left, date(2026, 1, 16)), 0x54, (LAMP, "5"));
    desk.finish()
}

#[test]
fn a_first_receipt_and_a_part_that_was_delivered() {
    let figures = shop_with_notes();
    // The first purchase and the first sale are named by no note and earlier than any: they move
    // 10 and 4 as before. The worth is that of what is owned, as without notes.
    for (day, quantity, average, value) in [
        // 10 − 4; the 6 for 54.00 are owned and did not come yet: 36 + 54 = 90, by 6.
        (10, "6", "15.00", "90.00"),
        // 4 of the 6 came: 90 by 10.
        (12, "10", "9.00", "90.00"),
        // 8 are sold at 7.50, and none has left yet: 90 − 60 = 30, by 10.
        (15, "10", "3.00", "30.00"),
        // 5 of the 8 left: 30 by 5.
        (16, "5", "6.00", "30.00"),
        // One comes back at 7.50: 37.50 by 6.
        (31, "6", "6.25", "37.50"),
    ] {
        let day = date(2026, 1, day);
        let report = inventory_value(&figures, &as_at(day)).expect("a report");
        let line = format!("Lamp [L1] | {quantity} | {average} | {value}");
        assert_eq!(rows(&report)[0], line);
        // Lists of items and the page of an item ask this.
        let stock = stock_on_hand(&figures, Some(day)).expect("in memory")[&LAMP];
        assert_eq!(stock.quantity.to_string(), quantity);
        assert_eq!(stock.worth.to_string(), value);
    }
    let balance = |figures: &(Books, Ledger)| {
        rows(&trial_balance_table(figures, &as_at(END)).expect("a report"))
    };
    assert_eq!(balance(&figures), balance(&shop()));
}
