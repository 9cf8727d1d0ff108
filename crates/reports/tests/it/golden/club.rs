//! A chess club: dues that members pay when they come, a hall, tea, a cash box; told on the cash
//! basis to its members and on the accrual basis to its treasurer.

use super::desk::{Desk, from_customer, on, to_supplier};
use crate::text::rows;
use crate::world::{as_at, between};
use books::Books;
use books::documents::{DueDate, InvoiceKind, MoneyDocumentKind};
use books::kinds::groups;
use books::parties::PartyKind;
use jiff::civil::{Date, date};
use ledger::Ledger;
use reports::{
    Basis, ReportOptions, aged_payables, aged_receivables, balance_sheet, bank_account_summary,
    cash_summary, profit_and_loss_statement, trial_balance_table, twelve_months,
};

const FIRST: Date = date(2026, 1, 10);
const MARCH: Date = date(2026, 3, 31);

fn club() -> (Books, Ledger) {
    let mut desk = Desk::new();
    let world = &mut desk.world;
    let dues = world.account(0x11, groups::INCOME, "Dues", "");
    let gifts = world.account(0x12, groups::INCOME, "Donations", "");
    let hall = world.account(0x13, groups::EXPENSES, "Hall", "");
    let tea = world.account(0x14, groups::EXPENSES, "Tea", "");
    let (bank, tin) = (
        world.bank(0x21, "Bank", None),
        world.bank(0x22, "Cash box", None),
    );
    let anna = world.party(0x31, PartyKind::Customer, "Anna");
    let ben = world.party(0x32, PartyKind::Customer, "Ben");
    let cleo = world.party(0x33, PartyKind::Customer, "Cleo");
    let city = world.party(0x34, PartyKind::Supplier, "City");
    let (receipt, payment) = (MoneyDocumentKind::Receipt, MoneyDocumentKind::Payment);
    let at_once = (DueDate::OnIssue, None);
    desk.bank_began_with(0x41, bank, "1200");
    desk.bank_began_with(0x42, tin, "80");
    for (number, member) in [(0x51, anna), (0x52, ben), (0x53, cleo)] {
        let invoice = (number, InvoiceKind::SalesInvoice, FIRST);
        desk.invoice(invoice, member, at_once, &[(dues, "1", "60", None)]);
    }
    let paid = from_customer(anna, Some(0x51), "60");
    desk.money((0x54, receipt, date(2026, 1, 15)), bank, paid);
    let paid = from_customer(ben, Some(0x52), "30");
    desk.money((0x55, receipt, date(2026, 2, 1)), tin, paid);
    desk.money((0x56, receipt, date(2026, 2, 10)), tin, on(gifts, "25.50"));
    let bill = (0x57, InvoiceKind::PurchaseInvoice, date(2026, 2, 20));
    desk.invoice(bill, city, at_once, &[(hall, "1", "100", None)]);
    desk.transfer(0x58, date(2026, 3, 1), (tin, bank), "40");
    let paid = to_supplier(city, Some(0x57), "50");
    desk.money((0x59, payment, date(2026, 3, 5)), bank, paid);
    desk.money((0x5a, payment, date(2026, 3, 20)), tin, on(tea, "12.35"));
    desk.finish()
}

fn quarter(basis: Basis) -> ReportOptions {
    let mut options = between(FIRST, MARCH);
    options.basis = basis;
    options
}

#[test]
fn the_trial_balance() {
    let report = trial_balance_table(&club(), &as_at(MARCH)).expect("a report");
    // Bank 1200 + 60 + 40 − 50 = 1250; box 80 + 30 + 25.50 − 40 − 12.35 = 83.15.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | 90.00",
            "    Ben | 30.00",
            "    Cleo | 60.00",
            "  BalanceSheetCashAtBankAccount | 1333.15",
            "    Bank | 1250.00",
            "    Cash box | 83.15",
            "Liabilities",
            "  BalanceSheetAccountsPayableAccount |  | 50.00",
            "    City |  | 50.00",
            "Equity",
            "  BalanceSheetRetainedEarningsAccount |  | 1280.00",
            "Income",
            "  Donations |  | 25.50",
            "  Dues |  | 180.00",
            "Expenses",
            "  Hall | 100.00",
            "  Tea | 12.35",
            "total | 1535.50 | 1535.50",
        ]
    );
}

#[test]
fn members_are_told_what_came_in_and_went_out() {
    let figures = club();
    let report = profit_and_loss_statement(&figures, &quarter(Basis::Cash)).expect("a report");
    // Anna's 60 and Ben's 30; half of the hall.
    assert_eq!(
        rows(&report),
        [
            "Income",
            "  Donations | 25.50",
            "  Dues | 90.00",
            "Total Income | 115.50",
            "Expenses",
            "  Hall | 50.00",
            "  Tea | 12.35",
            "Total Expenses | 62.35",
            "net-profit | 53.15",
        ]
    );
    let report = balance_sheet(&figures, &quarter(Basis::Cash)).expect("a report");
    // What is there is money: 1280 + 53.15.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetCashAtBankAccount | 1333.15",
            "Total Assets | 1333.15",
            "Liabilities",
            "Total Liabilities | 0.00",
            "Equity",
            "  BalanceSheetRetainedEarningsAccount | 1280.00",
            "  net-profit | 53.15",
            "Total Equity | 1333.15",
            "total-liabilities-and-equity | 1333.15",
        ]
    );
    let mut months = as_at(MARCH);
    months.basis = Basis::Cash;
    let report = twelve_months(&figures, &months).expect("a report");
    assert_eq!(
        rows(&report)[9..],
        [
            "2026-01-01..2026-01-31 | 60.00 | 0.00 | 60.00 | 1340.00",
            "2026-02-01..2026-02-28 | 55.50 | 0.00 | 55.50 | 1395.50",
            "2026-03-01..2026-03-31 | 0.00 | 62.35 | -62.35 | 1333.15",
        ]
    );
}

#[test]
fn the_treasurer_sees_what_is_owed() {
    let figures = club();
    let report = balance_sheet(&figures, &quarter(Basis::Accrual)).expect("a report");
    // 180 + 25.50 − 100 − 12.35 = 93.15.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | 90.00",
            "  BalanceSheetCashAtBankAccount | 1333.15",
            "Total Assets | 1423.15",
            "Liabilities",
            "  BalanceSheetAccountsPayableAccount | 50.00",
            "Total Liabilities | 50.00",
            "Equity",
            "  BalanceSheetRetainedEarningsAccount | 1280.00",
            "  net-profit | 93.15",
            "Total Equity | 1373.15",
            "total-liabilities-and-equity | 1423.15",
        ]
    );
    let report = aged_receivables(&figures, &as_at(MARCH)).expect("a report");
    // 21 days of January, 28 and 31: 80 days late.
    assert_eq!(
        rows(&report),
        [
            "Ben | 0.00 | 0.00 | 0.00 | 30.00 | 0.00 | 30.00",
            "Cleo | 0.00 | 0.00 | 0.00 | 60.00 | 0.00 | 60.00",
            "total | 0.00 | 0.00 | 0.00 | 90.00 | 0.00 | 90.00",
        ]
    );
    let report = aged_payables(&figures, &as_at(MARCH)).expect("a report");
    // 8 days of February and 31.
    let total = "total | 0.00 | 0.00 | 50.00 | 0.00 | 0.00 | 50.00";
    assert_eq!(rows(&report).last().map(String::as_str), Some(total));
}

#[test]
fn the_money_of_the_quarter() {
    let figures = club();
    let report = cash_summary(&figures, &quarter(Basis::Accrual)).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "opening-balance | 1280.00",
            "receipts",
            "  BalanceSheetAccountsReceivableAccount | 90.00",
            "  Donations | 25.50",
            "Total receipts | 115.50",
            "payments",
            "  BalanceSheetAccountsPayableAccount | -50.00",
            "  Tea | -12.35",
            "Total payments | -62.35",
            "closing-balance | 1333.15",
        ]
    );
    let report = bank_account_summary(&figures, &quarter(Basis::Accrual)).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Bank | 1200.00 | 100.00 | 50.00 | 1250.00",
            "Cash box | 80.00 | 55.50 | 52.35 | 83.15",
            "total | 1280.00 | 155.50 | 102.35 | 1333.15",
        ]
    );
}
