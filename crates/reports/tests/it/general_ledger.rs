//! The general ledger, in sums and posting by posting.

use crate::text::{columns, remarks, rows};
use crate::world::{CASH, RECEIVABLE, World, as_at, between, key};
use books::Books;
use books::kinds::{self, groups};
use books::parties::PartyKind;
use jiff::civil::date;
use ledger::Ledger;
use reports::{
    Link, ROWS_MAX, ReportOptions, ReportTable, customer_statement_transactions,
    general_ledger_summary, general_ledger_transactions, trial_balance_table,
};

const FEES: u8 = 0x11;
const BANK: u8 = 0x21;

/// Three receipts and a refund over two months.
fn shop() -> (Books, Ledger) {
    let mut world = World::new();
    let fees = world.account(FEES, groups::INCOME, "Fees", "100");
    let rent = world.account(0x12, groups::EXPENSES, "Rent", "");
    let bank = world.bank(BANK, "Bank", None);
    let till = world.bank(0x22, "Till", None);
    let customer = world.party(0x31, PartyKind::Customer, "Rahim");
    let paper = world.paper(0x51, kinds::RECEIPT, date(2026, 1, 31));
    let paper = paper.contact(customer).put(CASH, "100").under(bank);
    paper.put(fees, "-100").described("January");
    let paper = world.paper(0x52, kinds::RECEIPT, date(2026, 2, 1));
    let paper = paper.put(CASH, "70").under(till);
    paper.put(fees, "-70").described("February");
    let paper = world.paper(0x53, kinds::PAYMENT, date(2026, 2, 28));
    let paper = paper.put(CASH, "-45.50").under(bank);
    paper.put(rent, "40").put(fees, "5.50").described("Refund");
    world.figures()
}

#[test]
fn the_summary_shows_how_accounts_moved() {
    let options = between(date(2026, 2, 1), date(2026, 2, 28));
    let report = general_ledger_summary(&shop(), &options).expect("a report");
    // Cash 100 + 70 − 45.50; fees −100 + 5.50 − 70; rent 40.
    assert_eq!(
        rows(&report),
        [
            "BalanceSheetCashAtBankAccount | 100.00 | 70.00 | 45.50 | 124.50",
            "Fees [100] | -100.00 | 5.50 | 70.00 | -164.50",
            "Rent | 0.00 | 40.00 | 0.00 | 40.00",
            "total | 0.00 | 115.50 | 115.50 | 0.00",
        ]
    );
    let expected = ["opening-balance", "debit", "credit", "closing-balance"];
    assert_eq!(columns(&report), expected);
    let expected = Link::Postings {
        account: key(FEES),
        subledger: None,
        period: options.period,
    };
    assert_eq!(report.rows[1].label.link, Some(expected));
}

#[test]
fn every_posting_is_listed_with_the_balance_after_it() {
    let mut options = between(date(2026, 2, 1), date(2026, 2, 28));
    options.about = Some(key(FEES));
    let report = general_ledger_transactions(&shop(), &options).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Fees [100]",
            "  opening-balance |  |  |  |  |  |  | -100.00",
            "  2026-02-01 | Receipt | No. 82 |  | February |  | 70.00 | -170.00",
            "  2026-02-28 | Payment | No. 83 |  | Refund | 5.50 |  | -164.50",
            "Total Fees |  |  |  |  | 5.50 | 70.00 | -164.50",
        ]
    );
    let link = report.rows[2].label.link.clone();
    assert_eq!(link, Some(Link::Record(key(0x52))));
    assert_eq!(report.about.map(|it| it.code), Some("100".to_owned()));
}

#[test]
fn what_stands_under_an_account_has_its_own_list() {
    let mut options = ReportOptions {
        about: Some(key(BANK)),
        ..ReportOptions::default()
    };
    let report = general_ledger_transactions(&shop(), &options).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "BalanceSheetCashAtBankAccount",
            "  opening-balance |  |  |  |  |  |  | 0.00",
            "  2026-01-31 | Receipt | No. 81 | Rahim |  | 100.00 |  | 100.00",
            "  2026-02-28 | Payment | No. 83 | Bank |  |  | 45.50 | 54.50",
            "Total BalanceSheetCashAtBankAccount |  |  |  |  | 100.00 | 45.50 | 54.50",
        ]
    );
    // Nothing moved in March, and the balance is still there.
    options.period = between(date(2026, 3, 1), date(2026, 3, 31)).period;
    let report = general_ledger_transactions(&shop(), &options).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "BalanceSheetCashAtBankAccount",
            "  opening-balance |  |  |  |  |  |  | 54.50",
            "Total BalanceSheetCashAtBankAccount |  |  |  |  | 0.00 | 0.00 | 54.50",
        ]
    );
}

#[test]
fn without_a_subject_all_accounts_are_listed_in_the_chart_order() {
    let report = general_ledger_transactions(&shop(), &ReportOptions::default());
    let rows = rows(&report.expect("a report"));
    let totals = rows.iter().filter(|row| row.starts_with("Total"));
    assert_eq!(
        totals.cloned().collect::<Vec<String>>(),
        [
            "Total BalanceSheetCashAtBankAccount |  |  |  |  | 170.00 | 45.50 | 124.50",
            "Total Fees |  |  |  |  | 5.50 | 170.00 | -164.50",
            "Total Rent |  |  |  |  | 40.00 | 0.00 | 40.00",
        ]
    );
}

#[test]
fn a_list_that_is_too_long_says_what_it_leaves_out_and_counts_it() {
    let mut world = World::new();
    let fees = world.account(FEES, groups::INCOME, "Fees", "");
    let paper = world.paper(0x51, kinds::JOURNAL_ENTRY, date(2026, 1, 1));
    paper.put(fees, "-0.01");
    let posting = world.ledger.postings[0].clone();
    let copies = std::iter::repeat_n(posting, ROWS_MAX + 2);
    world.ledger.postings.extend(copies);
    let figures = world.figures();
    let report = general_ledger_transactions(&figures, &ReportOptions::default());
    let report = report.expect("a report");
    // The heading, the opening balance and the total stand beside the postings.
    assert_eq!(report.rows.len(), ROWS_MAX + 3);
    assert_eq!(remarks(&report), ["rows-left-out count=3"]);
    // 100,003 × 0.01.
    let last = rows(&report).pop().expect("a total");
    assert!(last.ends_with("| 0.00 | 1000.03 | -1000.03"), "{last}");
}

#[test]
fn the_trial_balance_is_a_table_too() {
    let (rupee, mut world) = (key(0x61), World::new());
    world.currency(0x61, "INR");
    let bank = world.bank(0x23, "Kolkata", Some(rupee));
    let owner = world.account(0x17, kinds::EQUITY, "Owner", "300");
    let paper = world.paper(0x51, kinds::JOURNAL_ENTRY, date(2026, 1, 1));
    let paper = paper.put(CASH, "135").under(bank).own(rupee, "100");
    paper.put(owner, "-135");
    let figures = world.figures();
    let report = trial_balance_table(&figures, &as_at(date(2026, 1, 1))).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetCashAtBankAccount | 135.00",
            "    Kolkata | 135.00 |  | INR 100",
            "Equity",
            "  Owner [300] |  | 135.00",
            "total | 135.00 | 135.00",
        ]
    );
    let before = trial_balance_table(&figures, &as_at(date(2025, 12, 31)));
    assert_eq!(rows(&before.expect("a report")), ["total | 0.00 | 0.00"]);
    let typed = reports::trial_balance(&figures.0, &figures.1, None);
    let same = reports::trial_balance_of(&figures, None).expect("the figures");
    assert_eq!(typed, same);
    assert_eq!(same.rows[0].account_key, CASH);
}

#[test]
fn documents_of_one_day_stand_by_the_number_at_the_end_of_their_reference() {
    let mut world = World::new();
    let fees = world.account(0x11, groups::INCOME, "Fees", "");
    let rahim = world.party(0x31, PartyKind::Customer, "Rahim");
    let day = date(2026, 1, 5);
    // By their keys the tenth would stand first, and by its letters too.
    for (number, reference, amount) in [
        (0x51, "INV-10", "10"),
        (0x52, "INV-9", "9"),
        (0x53, "by hand", "1"),
    ] {
        let paper = world.paper(number, kinds::SALES_INVOICE, day);
        let paper = paper.contact(rahim).put(RECEIVABLE, amount).under(rahim);
        paper.put(fees, &format!("-{amount}"));
        if let Some(head) = world.ledger.heads.last_mut() {
            head.reference = reference.to_owned();
        }
    }
    let figures = world.figures();
    let options = between(day, day);
    let in_order = |report: ReportTable| {
        let rows = rows(&report);
        let place = |reference| rows.iter().position(|row| row.contains(reference));
        let [nine, ten, other] = ["INV-9 ", "INV-10 ", "by hand"].map(place);
        assert!(nine.is_some() && nine < ten && ten < other, "{rows:?}");
        rows
    };
    let ledger = in_order(general_ledger_transactions(&figures, &options).expect("a report"));
    // The balance runs in the order shown: 9, 19, 20.
    let balances: Vec<&str> = ledger
        .iter()
        .filter(|row| row.contains("INV-") || row.contains("by hand"))
        .filter_map(|row| row.rsplit(" | ").next())
        .take(3)
        .collect();
    assert_eq!(balances, ["9.00", "19.00", "20.00"]);
    in_order(customer_statement_transactions(&figures, &options).expect("a report"));
}
