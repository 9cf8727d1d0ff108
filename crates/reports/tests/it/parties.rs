//! What customers owe and suppliers are owed: ageing and statements.

use crate::text::{columns, rows};
use crate::world::{CASH, PAYABLE, RECEIVABLE, World, as_at, between, key};
use books::Books;
use books::kinds::{self, groups};
use books::parties::PartyKind;
use jiff::civil::{Date, date};
use ledger::Ledger;
use reports::{
    Link, ReportOptions, aged_payables, aged_receivables, customer_statement_transactions,
    customer_statement_unpaid, supplier_statement_transactions, supplier_statement_unpaid,
};

const RAHIM: u8 = 0x31;
const SALMA: u8 = 0x32;
const DELHI: u8 = 0x33;
const KARIM: u8 = 0x34;
const JUNE: Date = date(2026, 6, 30);

/// Three customers, one of them in rupees, and a supplier.
fn trader() -> (Books, Ledger) {
    let mut world = World::new();
    let sales = world.account(0x11, groups::INCOME, "Sales", "");
    let costs = world.account(0x12, groups::EXPENSES, "Costs", "");
    let rupee = world.currency(0x61, "INR");
    let bank = world.bank(0x21, "Bank", None);
    let rahim = world.party(RAHIM, PartyKind::Customer, "Rahim");
    let salma = world.party(SALMA, PartyKind::Customer, "Salma");
    let delhi = world.party(DELHI, PartyKind::Customer, "Delhi Traders");
    let karim = world.party(KARIM, PartyKind::Supplier, "Karim");
    let own = world.books.parties.get_mut(&delhi).expect("the customer");
    own.currency = Some(rupee);
    // Rahim: 100 due on 30 April (61 days late by then), 60 due on 31 May (30 days), 50 due on
    // 30 June (not late). 40 are paid on the first, 10 name no invoice.
    for (number, amount, issued, due) in [
        (0x51, "100", date(2026, 4, 1), date(2026, 4, 30)),
        (0x52, "60", date(2026, 5, 1), date(2026, 5, 31)),
        (0x53, "50", date(2026, 6, 1), JUNE),
    ] {
        let paper = world.paper(number, kinds::SALES_INVOICE, issued);
        let paper = paper.contact(rahim).due(due).put(RECEIVABLE, amount);
        let paper = paper.under(rahim).of_invoice(number);
        paper.put(sales, &format!("-{amount}"));
    }
    let paper = world.paper(0x54, kinds::RECEIPT, date(2026, 5, 10));
    let paper = paper.put(CASH, "50").under(bank);
    let paper = paper.put(RECEIVABLE, "-40").under(rahim).of_invoice(0x51);
    paper.put(RECEIVABLE, "-10").under(rahim);
    // Salma paid 25 before anything was owed.
    let paper = world.paper(0x55, kinds::RECEIPT, date(2026, 6, 2));
    let paper = paper.put(CASH, "25").under(bank);
    paper
        .put(RECEIVABLE, "-25")
        .under(salma)
        .described("On account");
    // Delhi owes 300 rupees since 1 March without a due date, worth 405.
    let paper = world.paper(0x56, kinds::SALES_INVOICE, date(2026, 3, 1));
    let paper = paper.contact(delhi).put(RECEIVABLE, "405").under(delhi);
    let paper = paper.own(rupee, "300").of_invoice(0x56);
    paper.put(sales, "-405");
    // Karim is owed 80, of which 20 were given back.
    let paper = world.paper(0x57, kinds::PURCHASE_INVOICE, date(2026, 5, 1));
    let paper = paper
        .contact(karim)
        .due(date(2026, 5, 15))
        .put(PAYABLE, "-80");
    paper.under(karim).of_invoice(0x57).put(costs, "80");
    let paper = world.paper(0x58, kinds::DEBIT_NOTE, date(2026, 5, 20));
    let paper = paper.contact(karim).put(PAYABLE, "20").under(karim);
    paper.of_invoice(0x57).put(costs, "-20");
    world.figures()
}

#[test]
fn debts_are_told_apart_by_their_age() {
    let report = aged_receivables(&trader(), &as_at(JUNE)).expect("a report");
    // Rahim's ten without an invoice pay the oldest one: 100 − 40 − 10 = 50 open since April.
    // Delhi's is 121 days old. 50 + 30-day 60 + 50 − 25 + 405 = 540.
    assert_eq!(
        rows(&report),
        [
            "Delhi Traders | 0.00 | 0.00 | 0.00 | 0.00 | 405.00 | 405.00",
            "  own-currency | INR 0.00 | INR 0.00 | INR 0.00 | INR 0.00 | INR 300.00 | INR 300.00",
            "Rahim | 50.00 | 60.00 | 0.00 | 50.00 | 0.00 | 160.00",
            "Salma | -25.00 | 0.00 | 0.00 | 0.00 | 0.00 | -25.00",
            "total | 25.00 | 60.00 | 0.00 | 50.00 | 405.00 | 540.00",
        ]
    );
    let expected = [
        "current",
        "days-1-30",
        "days-31-60",
        "days-61-90",
        "days-over-90",
        "total",
    ];
    assert_eq!(columns(&report), expected);
    let reports::Cell::Amount { link, .. } = &report.rows[2].cells[1] else {
        panic!("an age has an amount");
    };
    let expected = Link::Report {
        name: "customer-statement-unpaid",
        about: Some(key(RAHIM)),
        period: as_at(JUNE).period,
    };
    assert_eq!(link.as_ref(), Some(&expected));
    // A day earlier the first is 60 days late, and the second 29.
    let report = aged_receivables(&trader(), &as_at(date(2026, 6, 29))).expect("a report");
    let rahim = "Rahim | 50.00 | 60.00 | 50.00 | 0.00 | 0.00 | 160.00";
    assert_eq!(rows(&report)[2], rahim);
    let report = aged_payables(&trader(), &as_at(JUNE)).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Karim | 0.00 | 0.00 | 60.00 | 0.00 | 0.00 | 60.00",
            "total | 0.00 | 0.00 | 60.00 | 0.00 | 0.00 | 60.00",
        ]
    );
}

#[test]
fn a_statement_of_open_invoices_is_in_the_currency_of_the_customer() {
    let report = customer_statement_unpaid(&trader(), &as_at(JUNE)).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Delhi Traders",
            "  2026-03-01 | SalesInvoice | No. 86 |  | INR 300.00 | INR 0.00 | INR 300.00",
            "balance-due |  |  |  |  |  | INR 300.00",
            "Rahim",
            "  2026-04-01 | SalesInvoice | No. 81 | 2026-04-30 | 100.00 | 50.00 | 50.00",
            "  2026-05-01 | SalesInvoice | No. 82 | 2026-05-31 | 60.00 | 0.00 | 60.00",
            "  2026-06-01 | SalesInvoice | No. 83 | 2026-06-30 | 50.00 | 0.00 | 50.00",
            "balance-due |  |  |  |  |  | 160.00",
            "Salma",
            "  unallocated |  |  |  |  |  | -25.00",
            "balance-due |  |  |  |  |  | -25.00",
        ]
    );
    let mut options = as_at(JUNE);
    options.about = Some(key(KARIM));
    let report = supplier_statement_unpaid(&trader(), &options).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Karim",
            "  2026-05-01 | PurchaseInvoice | No. 87 | 2026-05-15 | 80.00 | 20.00 | 60.00",
            "balance-due |  |  |  |  |  | 60.00",
        ]
    );
    assert_eq!(
        report.about.map(|it| it.link),
        Some(Some(Link::Record(key(KARIM))))
    );
    // Before anything was owed there is still a statement to show.
    options.period = as_at(date(2026, 1, 1)).period;
    let report = supplier_statement_unpaid(&trader(), &options).expect("a report");
    let expected = ["Karim", "balance-due |  |  |  |  |  | 0.00"];
    assert_eq!(rows(&report), expected);
}

#[test]
fn a_statement_of_transactions_runs_from_balance_to_balance() {
    let mut options = between(date(2026, 5, 1), JUNE);
    options.about = Some(key(RAHIM));
    let report = customer_statement_transactions(&trader(), &options).expect("a report");
    // The two lines of the receipt are one entry of 50.
    assert_eq!(
        rows(&report),
        [
            "Rahim",
            "  opening-balance |  |  |  |  | 100.00",
            "  2026-05-01 | SalesInvoice | No. 82 |  | 60.00 | 160.00",
            "  2026-05-10 | Receipt | No. 84 |  | -50.00 | 110.00",
            "  2026-06-01 | SalesInvoice | No. 83 |  | 50.00 | 160.00",
            "closing-balance |  |  |  |  | 160.00",
        ]
    );
    options.about = Some(key(DELHI));
    let report = customer_statement_transactions(&trader(), &options).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Delhi Traders",
            "  opening-balance |  |  |  |  | INR 300.00",
            "closing-balance |  |  |  |  | INR 300.00",
        ]
    );
    let report = supplier_statement_transactions(&trader(), &ReportOptions::default());
    assert_eq!(
        rows(&report.expect("a report")),
        [
            "Karim",
            "  opening-balance |  |  |  |  | 0.00",
            "  2026-05-01 | PurchaseInvoice | No. 87 |  | 80.00 | 80.00",
            "  2026-05-20 | DebitNote | No. 88 |  | -20.00 | 60.00",
            "closing-balance |  |  |  |  | 60.00",
        ]
    );
}
