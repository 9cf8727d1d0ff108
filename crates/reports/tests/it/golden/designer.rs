//! A designer's first quarter: fees with tax of 15 %, bills, a credit note, a payment that names
//! no invoice.

use super::desk::{Desk, from_customer, on, to_supplier};
use crate::text::rows;
use crate::world::{as_at, between};
use books::documents::{DueDate, InvoiceKind, MoneyDocumentKind, MoneyLine};
use books::kinds::{self, groups};
use books::parties::PartyKind;
use books::{Books, Key};
use jiff::civil::{Date, date};
use ledger::Ledger;
use reports::{
    Basis, ReportOptions, aged_payables, aged_receivables, balance_sheet,
    customer_statement_transactions, customer_statement_unpaid, profit_and_loss_statement,
    tax_summary, trial_balance_table,
};

const MARCH: Date = date(2026, 3, 31);
const RAHIM: u8 = 0x31;

fn studio() -> (Books, Ledger) {
    let mut desk = Desk::new();
    let world = &mut desk.world;
    let fees = world.account(0x11, groups::INCOME, "Fees", "");
    let rent = world.account(0x12, groups::EXPENSES, "Rent", "");
    let software = world.account(0x13, groups::EXPENSES, "Software", "");
    let travel = world.account(0x14, groups::EXPENSES, "Travel", "");
    let internet = world.account(0x15, groups::EXPENSES, "Internet", "");
    let owner = world.account(0x16, kinds::EQUITY, "Owner", "");
    let accrued = world.account(0x17, kinds::LIABILITIES, "Accrued expenses", "");
    let bank = world.bank(0x21, "Bank", None);
    let rahim = world.party(RAHIM, PartyKind::Customer, "Rahim");
    let salma = world.party(0x32, PartyKind::Customer, "Salma");
    let karim = world.party(0x33, PartyKind::Supplier, "Karim");
    let vat = Some(world.tax_code(0x41, "VAT 15%", &[("VAT", 15)]));
    let (receipt, payment) = (MoneyDocumentKind::Receipt, MoneyDocumentKind::Payment);
    let month = (DueDate::Days(30), None);
    desk.money((0x51, receipt, date(2026, 1, 1)), bank, on(owner, "50000"));
    desk.money((0x52, payment, date(2026, 1, 5)), bank, on(rent, "12000"));
    let sale = InvoiceKind::SalesInvoice;
    let first = (0x53, sale, date(2026, 1, 10));
    desk.invoice(first, rahim, month, &[(fees, "1", "20000", vat)]);
    let bill = (0x54, InvoiceKind::PurchaseInvoice, date(2026, 1, 20));
    desk.invoice(bill, karim, month, &[(software, "1", "5000", vat)]);
    let paid = from_customer(rahim, Some(0x53), "15000");
    desk.money((0x55, receipt, date(2026, 2, 5)), bank, paid);
    let due = (DueDate::Days(14), None);
    let second = (0x56, sale, date(2026, 2, 12));
    desk.invoice(second, salma, due, &[(fees, "2", "4000", vat)]);
    let note = (0x57, InvoiceKind::CreditNote, date(2026, 2, 15));
    let corrects = (DueDate::OnIssue, Some(0x53));
    desk.invoice(note, rahim, corrects, &[(fees, "1", "2000", vat)]);
    let paid = to_supplier(karim, Some(0x54), "5750");
    desk.money((0x58, payment, date(2026, 2, 20)), bank, paid);
    let third = (0x59, sale, date(2026, 3, 3));
    desk.invoice(third, rahim, month, &[(fees, "1", "10000", vat)]);
    let paid = from_customer(rahim, None, "8000");
    desk.money((0x5a, receipt, date(2026, 3, 10)), bank, paid);
    let trip = with_tax(on(travel, "1150"), vat);
    desk.money((0x5b, payment, date(2026, 3, 15)), bank, trip);
    desk.journal(0x5c, MARCH, internet, accrued, "600");
    desk.finish()
}

fn with_tax(line: MoneyLine, tax_code: Option<Key>) -> MoneyLine {
    MoneyLine { tax_code, ..line }
}

fn quarter() -> ReportOptions {
    between(date(2026, 1, 1), MARCH)
}

#[test]
fn the_trial_balance() {
    let report = trial_balance_table(&studio(), &as_at(MARCH)).expect("a report");
    // Bank 50000 − 12000 + 15000 − 5750 + 8000 − 1150 = 54100.
    // Rahim 23000 − 15000 − 2300 + 11500 − 8000 = 9200; Salma 8000 + 1200 = 9200.
    // Tax 3000 + 1200 − 300 + 1500 − 750 − 150 = 4500; fees 20000 + 8000 − 2000 + 10000.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | 18400.00",
            "    Rahim | 9200.00",
            "    Salma | 9200.00",
            "  BalanceSheetCashAtBankAccount | 54100.00",
            "    Bank | 54100.00",
            "Liabilities",
            "  Accrued expenses |  | 600.00",
            "  BalanceSheetTaxPayableAccount |  | 4500.00",
            "Equity",
            "  Owner |  | 50000.00",
            "Income",
            "  Fees |  | 36000.00",
            "Expenses",
            "  Internet | 600.00",
            "  Rent | 12000.00",
            "  Software | 5000.00",
            "  Travel | 1000.00",
            "total | 91100.00 | 91100.00",
        ]
    );
}

#[test]
fn both_statements() {
    let figures = studio();
    let report = profit_and_loss_statement(&figures, &quarter()).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Income",
            "  Fees | 36000.00",
            "Total Income | 36000.00",
            "Expenses",
            "  Internet | 600.00",
            "  Rent | 12000.00",
            "  Software | 5000.00",
            "  Travel | 1000.00",
            "Total Expenses | 18600.00",
            "net-profit | 17400.00",
        ]
    );
    let report = balance_sheet(&figures, &as_at(MARCH)).expect("a report");
    // 18400 + 54100 = 72500 = 5100 + 50000 + 17400.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | 18400.00",
            "  BalanceSheetCashAtBankAccount | 54100.00",
            "Total Assets | 72500.00",
            "Liabilities",
            "  Accrued expenses | 600.00",
            "  BalanceSheetTaxPayableAccount | 4500.00",
            "Total Liabilities | 5100.00",
            "Equity",
            "  Owner | 50000.00",
            "  net-profit | 17400.00",
            "Total Equity | 67400.00",
            "total-liabilities-and-equity | 72500.00",
        ]
    );
}

#[test]
fn what_is_paid_counts_on_the_cash_basis() {
    let mut options = quarter();
    options.basis = Basis::Cash;
    let report = profit_and_loss_statement(&studio(), &options).expect("a report");
    // The first invoice and its note are settled: 20000 − 2000. Of the third, 8000 less the
    // 5700 that were open of the first, 2300 of 11500, a fifth: 2000. The second is not paid.
    assert_eq!(
        rows(&report),
        [
            "Income",
            "  Fees | 20000.00",
            "Total Income | 20000.00",
            "Expenses",
            "  Internet | 600.00",
            "  Rent | 12000.00",
            "  Software | 5000.00",
            "  Travel | 1000.00",
            "Total Expenses | 18600.00",
            "net-profit | 1400.00",
        ]
    );
}

#[test]
fn who_owes_what_since_when() {
    let figures = studio();
    let report = aged_receivables(&figures, &as_at(MARCH)).expect("a report");
    // The third is due on 2 April; the second was due on 26 February, 33 days before.
    assert_eq!(
        rows(&report),
        [
            "Rahim | 9200.00 | 0.00 | 0.00 | 0.00 | 0.00 | 9200.00",
            "Salma | 0.00 | 0.00 | 9200.00 | 0.00 | 0.00 | 9200.00",
            "total | 9200.00 | 0.00 | 9200.00 | 0.00 | 0.00 | 18400.00",
        ]
    );
    let report = aged_payables(&figures, &as_at(MARCH)).expect("a report");
    assert_eq!(
        rows(&report),
        ["total | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00"]
    );
    let mut options = as_at(MARCH);
    options.about = Some(crate::world::key(RAHIM));
    let report = customer_statement_unpaid(&figures, &options).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Rahim",
            "  2026-03-03 | SalesInvoice | No. 89 | 2026-04-02 | 11500.00 | 2300.00 | 9200.00",
            "balance-due |  |  |  |  |  | 9200.00",
        ]
    );
    options.period = between(date(2026, 2, 1), MARCH).period;
    let report = customer_statement_transactions(&figures, &options).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Rahim",
            "  opening-balance |  |  |  |  | 23000.00",
            "  2026-02-05 | Receipt | No. 85 |  | -15000.00 | 8000.00",
            "  2026-02-15 | CreditNote | No. 87 |  | -2300.00 | 5700.00",
            "  2026-03-03 | SalesInvoice | No. 89 |  | 11500.00 | 17200.00",
            "  2026-03-10 | Receipt | No. 90 |  | -8000.00 | 9200.00",
            "closing-balance |  |  |  |  | 9200.00",
        ]
    );
}

#[test]
fn the_tax_of_the_quarter() {
    let report = tax_summary(&studio(), &quarter()).expect("a report");
    // Purchases: software 5000 and travel 1150 / 1.15 = 1000.
    assert_eq!(
        rows(&report),
        [
            "VAT 15% | 36000.00 | 5400.00 | 6000.00 | 900.00 | 4500.00",
            "total | 36000.00 | 5400.00 | 6000.00 | 900.00 | 4500.00",
        ]
    );
}
