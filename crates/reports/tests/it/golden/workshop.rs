//! A workshop that sells and buys in dollars, has a bank account in them, and changes some.
//!
//! A dollar is worth 110 in January, 112 in February and 115 in March.

use super::desk::{Desk, from_customer, on, to_supplier};
use crate::text::rows;
use crate::world::{as_at, between, d};
use books::documents::{DueDate, InvoiceKind, MoneyDocumentKind};
use books::kinds::{self, groups};
use books::parties::PartyKind;
use books::{Books, Key};
use jiff::civil::{Date, date};
use ledger::Ledger;
use reports::{
    Basis, aged_payables, aged_receivables, balance_sheet, cash_summary, profit_and_loss_statement,
    trial_balance_table,
};

const MARCH: Date = date(2026, 3, 31);

fn workshop() -> (Books, Ledger) {
    let mut desk = Desk::new();
    let world = &mut desk.world;
    let sales = world.account(0x11, groups::INCOME, "Sales", "");
    let supplies = world.account(0x12, groups::EXPENSES, "Supplies", "");
    let owner = world.account(0x13, kinds::EQUITY, "Owner", "");
    let dollar = world.currency(0x41, "USD");
    world.rate(0x42, dollar, date(2026, 1, 1), "110");
    world.rate(0x43, dollar, date(2026, 2, 1), "112");
    world.rate(0x44, dollar, date(2026, 3, 1), "115");
    let bank = world.bank(0x21, "Bank", None);
    let dollars = world.bank(0x22, "Dollar account", Some(dollar));
    let acme = world.party(0x31, PartyKind::Customer, "Acme");
    let shen = world.party(0x32, PartyKind::Supplier, "Shen");
    for party in world.books.parties.values_mut() {
        party.currency = Some(dollar);
    }
    let (receipt, payment) = (MoneyDocumentKind::Receipt, MoneyDocumentKind::Payment);
    let at_once = (DueDate::OnIssue, None);
    desk.money((0x51, receipt, date(2026, 1, 1)), bank, on(owner, "100000"));
    let sold = (0x52, InvoiceKind::SalesInvoice, date(2026, 1, 10));
    desk.invoice(sold, acme, at_once, &[(sales, "2", "100", None)]);
    let paid = from_customer(acme, Some(0x52), "120");
    desk.money((0x53, receipt, date(2026, 2, 5)), dollars, paid);
    let bought = (0x54, InvoiceKind::PurchaseInvoice, date(2026, 2, 10));
    desk.invoice(bought, shen, at_once, &[(supplies, "1", "50", None)]);
    // The bank in taka takes 5750 for the 50 dollars.
    let mut paid = to_supplier(shen, Some(0x54), "5750");
    paid.currency_amount = Some(d("50"));
    desk.money((0x55, payment, date(2026, 3, 5)), bank, paid);
    changed(&mut desk, dollars, bank);
    desk.finish()
}

/// A hundred dollars fetch 11400 taka.
fn changed(desk: &mut Desk, dollars: Key, bank: Key) {
    desk.transfer(0x56, date(2026, 3, 20), (dollars, bank), "100");
    let transfers = desk.world.books.inter_account_transfers.values_mut();
    for transfer in transfers {
        transfer.debit_amount = Some(d("11400"));
    }
}

#[test]
fn the_trial_balance() {
    let report = trial_balance_table(&workshop(), &as_at(MARCH)).expect("a report");
    // Acme: 200 × 110 − 120 × 112 = 8560 posted, 80 × 115 = 9200 worth: 640 gained.
    // Dollars: 120 × 112 − 11400 = 2040 posted, 20 × 115 = 2300 worth: 260 gained.
    // Shen: 50 × 112 = 5600 owed, 5750 paid: 150 lost. 640 + 260 − 150 = 750.
    // Bank: 100000 − 5750 + 11400 = 105650.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | 9200.00",
            "    Acme | 9200.00 |  | USD 80.00",
            "  BalanceSheetCashAtBankAccount | 107950.00",
            "    Bank | 105650.00",
            "    Dollar account | 2300.00 |  | USD 20.00",
            "Equity",
            "  Owner |  | 100000.00",
            "Income",
            "  Sales |  | 22000.00",
            "Expenses",
            "  Supplies | 5600.00",
            "  ProfitAndLossStatementAccountCurrencyGainsLosses |  | 750.00",
            "total | 122750.00 | 122750.00",
        ]
    );
}

#[test]
fn both_statements_on_both_bases() {
    let figures = workshop();
    let mut options = between(date(2026, 1, 1), MARCH);
    let line = |options: &reports::ReportOptions, beginning: &str| {
        let report = profit_and_loss_statement(&figures, options).expect("a report");
        let mut lines = rows(&report);
        lines.extend(rows(&balance_sheet(&figures, options).expect("a report")));
        lines.retain(|line| line.trim_start().starts_with(beginning));
        lines
    };
    // 22000 − 5600 + 750 = 17150; 9200 + 107950 = 100000 + 17150.
    let profit = ["net-profit | 17150.00", "  net-profit | 17150.00"];
    assert_eq!(line(&options, "net-profit"), profit);
    assert_eq!(line(&options, "Total Assets"), ["Total Assets | 117150.00"]);
    assert_eq!(
        line(&options, "total-liabilities"),
        ["total-liabilities-and-equity | 117150.00"]
    );
    // On the cash basis 120 of 200 dollars: 22000 × 0.6 = 13200, and on them 120 × 2 = 240
    // gained; 13200 − 5600 + 240 + 260 − 150 = 7950, which is what the money grew by.
    options.basis = Basis::Cash;
    assert_eq!(line(&options, "Sales"), ["  Sales | 13200.00"]);
    let profit = ["net-profit | 7950.00", "  net-profit | 7950.00"];
    assert_eq!(line(&options, "net-profit"), profit);
    assert_eq!(line(&options, "Total Assets"), ["Total Assets | 107950.00"]);
    assert_eq!(
        line(&options, "BalanceSheetAccountsReceivable"),
        Vec::<String>::new()
    );
}

#[test]
fn who_owes_what_since_when() {
    let figures = workshop();
    let report = aged_receivables(&figures, &as_at(MARCH)).expect("a report");
    // 80 days since 10 January; 80 × 110, and 80 × 5 that they are worth more.
    assert_eq!(
        rows(&report),
        [
            "Acme | 0.00 | 0.00 | 0.00 | 8800.00 | 0.00 | 8800.00",
            "  own-currency | USD 0.00 | USD 0.00 | USD 0.00 | USD 80.00 | USD 0.00 | USD 80.00",
            "exchange-differences | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 400.00",
            "total | 0.00 | 0.00 | 0.00 | 8800.00 | 0.00 | 9200.00",
        ]
    );
    // Shen is paid: what is left in taka is a loss, and no debt.
    let report = aged_payables(&figures, &as_at(MARCH)).expect("a report");
    let total = "total | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00";
    assert_eq!(rows(&report), [total]);
}

#[test]
fn the_money_of_march() {
    let march = between(date(2026, 3, 1), MARCH);
    let report = cash_summary(&workshop(), &march).expect("a report");
    // At the end of February 100000 and 120 × 112.
    assert_eq!(
        rows(&report),
        [
            "opening-balance | 113440.00",
            "receipts",
            "Total receipts | 0.00",
            "payments",
            "  BalanceSheetAccountsPayableAccount | -5750.00",
            "Total payments | -5750.00",
            "exchange-differences | 260.00",
            "closing-balance | 107950.00",
        ]
    );
}
