//! Cash summary, bank account summary, inventory value and the twelve months.

use crate::text::{columns, remarks, rows};
use crate::world::{CASH, RECEIVABLE, STOCK, TAX_PAYABLE, World, as_at, between, key, period};
use books::Books;
use books::inventory::Item;
use books::kinds::{self, groups};
use books::parties::PartyKind;
use jiff::civil::date;
use ledger::Ledger;
use reports::{
    Link, Period, ReportOptions, bank_account_summary, cash_summary, inventory_value, twelve_months,
};

const RUPEE: u8 = 0x61;

/// A till, a bank in taka and one in rupees.
fn shop() -> (Books, Ledger) {
    let mut world = World::new();
    let sales = world.account(0x11, groups::INCOME, "Sales", "");
    let rent = world.account(0x12, groups::EXPENSES, "Rent", "");
    let owner = world.account(0x13, kinds::EQUITY, "Owner", "");
    let rupee = world.currency(RUPEE, "INR");
    let (till, bank) = (
        world.bank(0x21, "Till", None),
        world.bank(0x22, "Bank", None),
    );
    let kolkata = world.bank(0x23, "Kolkata", Some(rupee));
    let rahim = world.party(0x31, PartyKind::Customer, "Rahim");
    let paper = world.paper(0x51, kinds::JOURNAL_ENTRY, date(2025, 12, 31));
    let paper = paper
        .put(CASH, "500")
        .under(bank)
        .put(CASH, "140")
        .under(kolkata);
    paper.own(rupee, "100").put(owner, "-640");
    let paper = world.paper(0x52, kinds::RECEIPT, date(2026, 1, 5));
    let paper = paper.put(CASH, "115").under(till).put(sales, "-100");
    paper.put(TAX_PAYABLE, "-15");
    let paper = world.paper(0x53, kinds::RECEIPT, date(2026, 1, 6));
    paper
        .put(CASH, "80")
        .under(bank)
        .put(RECEIVABLE, "-80")
        .under(rahim);
    let paper = world.paper(0x54, kinds::PAYMENT, date(2026, 1, 31));
    paper.put(CASH, "-60").under(bank).put(rent, "60");
    // 50 rupees, worth 70 by then, fetch 69.50: the other half of a taka is the exchange's.
    let paper = world.paper(0x55, kinds::INTER_ACCOUNT_TRANSFER, date(2026, 2, 1));
    let paper = paper.put(CASH, "-70").under(kolkata).own(rupee, "-50");
    paper.put(CASH, "69.50").under(till).put(rent, "0.50");
    let paper = world.paper(0x56, kinds::JOURNAL_ENTRY, date(2026, 2, 2));
    paper.put(CASH, "-3").under(till).put(rent, "3");
    world.figures()
}

#[test]
fn the_cash_summary_says_where_money_came_from_and_went() {
    let mut options = between(date(2026, 1, 1), date(2026, 1, 31));
    options.compared = vec![period(date(2026, 2, 1), date(2026, 2, 28))];
    let report = cash_summary(&shop(), &options).expect("a report");
    // January: 640 + 115 + 80 − 60 = 775. February: 775 − 0.50 − 3 = 771.50.
    assert_eq!(
        rows(&report),
        [
            "opening-balance | 640.00 | 775.00",
            "receipts",
            "  BalanceSheetAccountsReceivableAccount | 80.00 | 0.00",
            "  BalanceSheetTaxPayableAccount | 15.00 | 0.00",
            "  Sales | 100.00 | 0.00",
            "Total receipts | 195.00 | 0.00",
            "payments",
            "  Rent | -60.00 | 0.00",
            "Total payments | -60.00 | 0.00",
            "inter-account-transfers | 0.00 | -0.50",
            "JournalEntry | 0.00 | -3.00",
            "closing-balance | 775.00 | 771.50",
        ]
    );
    assert_eq!(columns(&report)[1], "2026-02-01..2026-02-28");
}

#[test]
fn each_bank_account_is_shown_in_its_own_currency_too() {
    let year = between(date(2026, 1, 1), date(2026, 12, 31));
    let report = bank_account_summary(&shop(), &year).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Bank | 500.00 | 80.00 | 60.00 | 520.00",
            "Kolkata | 140.00 | 0.00 | 70.00 | 70.00",
            "  own-currency | INR 100.00 | INR 0.00 | INR 50.00 | INR 50.00",
            "Till | 0.00 | 184.50 | 3.00 | 181.50",
            "total | 640.00 | 264.50 | 133.00 | 771.50",
        ]
    );
    let mut about = year;
    about.about = Some(key(0x22));
    let report = bank_account_summary(&shop(), &about).expect("a report");
    assert_eq!(rows(&report)[0], "Bank | 500.00 | 80.00 | 60.00 | 520.00");
    assert_eq!(report.rows.len(), 2);
}

#[test]
fn stock_is_valued_at_what_it_cost() {
    let mut world = World::new();
    let item = |number: u8, name: &str, code: &str| Item {
        key: key(number),
        kind: kinds::INVENTORY_ITEM,
        code: code.to_owned(),
        name: name.to_owned(),
        sales_account: None,
        purchases_account: None,
        components: vec![],
        costs_at_average: true,
    };
    for item in [
        item(0x71, "Lamp", "B"),
        item(0x72, "Chair", "A"),
        item(0x73, "Shelf", "C"),
    ] {
        world.books.items.insert(item.key, item);
    }
    let costs = world.account(0x12, groups::EXPENSES, "Costs", "");
    let paper = world.paper(0x51, kinds::PURCHASE_INVOICE, date(2026, 1, 1));
    let paper = paper.put(STOCK, "100").under(key(0x71)).quantity("3");
    let paper = paper.put(STOCK, "45").under(key(0x72)).quantity("1.5");
    paper.put(STOCK, "7").put(costs, "-152");
    let paper = world.paper(0x52, kinds::SALES_INVOICE, date(2026, 1, 2));
    let paper = paper.put(STOCK, "-20").under(key(0x73)).quantity("-2");
    let paper = paper.put(STOCK, "-45").under(key(0x72)).quantity("-1.5");
    paper.put(costs, "65");
    let figures = world.figures();
    let report = inventory_value(&figures, &as_at(date(2026, 1, 1))).expect("a report");
    // 100 / 3 = 33.333…; 45 / 1.5 = 30.
    assert_eq!(
        rows(&report),
        [
            "Chair [A] | 1.5 | 30.00 | 45.00",
            "Lamp [B] | 3 | 33.33 | 100.00",
            "nothing-named |  |  | 7.00",
            "total |  |  | 152.00",
        ]
    );
    let report = inventory_value(&figures, &ReportOptions::default()).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Lamp [B] | 3 | 33.33 | 100.00",
            "Shelf [C] | -2 |  | -20.00",
            "nothing-named |  |  | 7.00",
            "total |  |  | 87.00",
        ]
    );
    assert_eq!(remarks(&report), ["negative-stock item=Shelf"]);
}

#[test]
fn twelve_months_end_with_the_day() {
    let report = twelve_months(&shop(), &as_at(date(2026, 2, 1))).expect("a report");
    let lines = rows(&report);
    assert_eq!(lines.len(), 12);
    assert_eq!(
        lines[0],
        "2025-03-01..2025-03-31 | 0.00 | 0.00 | 0.00 | 0.00"
    );
    assert_eq!(
        lines[9..],
        [
            "2025-12-01..2025-12-31 | 0.00 | 0.00 | 0.00 | 640.00",
            "2026-01-01..2026-01-31 | 100.00 | 60.00 | 40.00 | 775.00",
            "2026-02-01..2026-02-01 | 0.00 | 0.50 | -0.50 | 774.50",
        ]
    );
    let expected = ["income", "expenses", "net-profit", "cash-balance"];
    assert_eq!(columns(&report), expected);
    // A month leads to its profit and loss statement.
    let expected = Link::Report {
        name: "profit-and-loss-statement",
        about: None,
        period: Period {
            from: Some(date(2026, 1, 1)),
            to: Some(date(2026, 1, 31)),
        },
    };
    assert_eq!(report.rows[10].label.link, Some(expected));
    // Without a day, the latest month with a posting is the last.
    let report = twelve_months(&shop(), &ReportOptions::default()).expect("a report");
    let last = "2026-02-01..2026-02-28 | 0.00 | 3.50 | -3.50 | 771.50";
    assert_eq!(rows(&report).last().map(String::as_str), Some(last));
    // A later year begins with the balance of this one.
    let report = twelve_months(&shop(), &as_at(date(2028, 2, 1))).expect("a report");
    let first = "2027-03-01..2027-03-31 | 0.00 | 0.00 | 0.00 | 771.50";
    assert_eq!(rows(&report)[0], first);
    let nothing = twelve_months(&World::new().figures(), &ReportOptions::default());
    assert_eq!(nothing.expect("a report").rows, []);
}
