//! Books taken over from another program: one starting balance of every kind, and two old
//! invoices that were paid in part.

use super::desk::Desk;
use crate::text::rows;
use crate::world::{as_at, d, key};
use books::accounts::{Holding, StartingBalance};
use books::documents::{DueDate, InvoiceKind};
use books::inventory::Item;
use books::kinds::{self, groups};
use books::parties::PartyKind;
use books::{Books, Key};
use jiff::civil::{Date, date};
use ledger::Ledger;
use reports::{
    aged_payables, aged_receivables, balance_sheet, inventory_value, trial_balance_table,
};

const END: Date = date(2025, 12, 31);

/// A capital account, special account, asset or investment.
fn holding(desk: &mut Desk, number: u8, kind: Key, name: &str) -> Key {
    let holding = Holding {
        key: key(number),
        kind,
        name: name.to_owned(),
        code: String::new(),
        currency: None,
        control_account: None,
        accumulated_account: None,
        expense_account: None,
        disposal: None,
    };
    desk.world.books.holdings.insert(holding.key, holding);
    key(number)
}

/// What something was worth when the books began.
fn began(desk: &mut Desk, kind: Key, target: Key, amount: &str) -> Key {
    let number = u8::try_from(desk.world.books.starting_balances.len()).expect("few");
    let balance = StartingBalance {
        key: key(0xa0 + number),
        kind,
        target: Some(target),
        amount: d(amount),
        accumulated: d("0"),
        quantity: None,
    };
    let key = balance.key;
    desk.world.books.starting_balances.insert(key, balance);
    key
}

fn taken_over() -> (Books, Ledger) {
    let mut desk = Desk::new();
    old_invoices(&mut desk);
    accounts(&mut desk);
    holdings(&mut desk);
    desk.finish()
}

/// Invoices of 115 and 80, of which 40 and 30 had been paid.
fn old_invoices(desk: &mut Desk) {
    let sales = desk.world.account(0x11, groups::INCOME, "Sales", "");
    let costs = desk.world.account(0x12, groups::EXPENSES, "Costs", "");
    let rahim = desk.world.party(0x31, PartyKind::Customer, "Rahim");
    let karim = desk.world.party(0x32, PartyKind::Supplier, "Karim");
    let old = (DueDate::OnIssue, None);
    let sold = (0x51, InvoiceKind::SalesInvoice, date(2025, 12, 10));
    desk.invoice(sold, rahim, old, &[(sales, "1", "115", None)]);
    let bought = (0x52, InvoiceKind::PurchaseInvoice, date(2025, 12, 12));
    desk.invoice(bought, karim, old, &[(costs, "1", "80", None)]);
    let (sold, bought) = (
        kinds::SALES_INVOICE_STARTING_BALANCE,
        kinds::PURCHASE_INVOICE_STARTING_BALANCE,
    );
    began(desk, sold, key(0x51), "40");
    began(desk, bought, key(0x52), "30");
}

fn accounts(desk: &mut Desk) {
    let loan = desk.world.account(0x13, kinds::LIABILITIES, "Loan", "");
    let bank = desk.world.bank(0x21, "Bank", None);
    let tania = desk.world.party(0x33, PartyKind::Employee, "Tania");
    let owner = holding(desk, 0x61, kinds::CAPITAL_ACCOUNT, "Owner");
    let deposit = holding(desk, 0x62, kinds::SPECIAL_ACCOUNT, "Deposit");
    for (kind, target, amount) in [
        (kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE, bank, "1000"),
        (kinds::BALANCE_SHEET_ACCOUNT_STARTING_BALANCE, loan, "-2000"),
        (kinds::EMPLOYEE_STARTING_BALANCE, tania, "-150"),
        (kinds::CAPITAL_ACCOUNT_STARTING_BALANCE, owner, "-3000"),
        (kinds::SPECIAL_ACCOUNT_STARTING_BALANCE, deposit, "300"),
    ] {
        began(desk, kind, target, amount);
    }
}

/// Assets with what was used up of them; shares and lamps with how many there were.
fn holdings(desk: &mut Desk) {
    let van = holding(desk, 0x63, kinds::FIXED_ASSET, "Van");
    let mark = holding(desk, 0x64, kinds::INTANGIBLE_ASSET, "Trade mark");
    let shares = holding(desk, 0x65, kinds::INVESTMENT, "Shares");
    let lamp = lamp(desk);
    let asset = kinds::FIXED_ASSET_STARTING_BALANCE;
    let intangible = kinds::INTANGIBLE_ASSET_STARTING_BALANCE;
    let investment = kinds::INVESTMENT_STARTING_BALANCE;
    let stock = kinds::INVENTORY_ITEM_STARTING_BALANCE;
    for (kind, target, amount, accumulated, quantity) in [
        (asset, van, "1000", "400", None),
        (intangible, mark, "500", "100", None),
        (investment, shares, "12.50", "0", Some("4")),
        (stock, lamp, "2.505", "0", Some("10")),
    ] {
        let balance = began(desk, kind, target, amount);
        let balance = desk.world.books.starting_balances.get_mut(&balance);
        let balance = balance.expect("the balance");
        balance.accumulated = d(accumulated);
        balance.quantity = quantity.map(d);
    }
}

fn lamp(desk: &mut Desk) -> Key {
    let item = Item {
        key: key(0x71),
        kind: kinds::INVENTORY_ITEM,
        code: String::new(),
        name: "Lamp".to_owned(),
        sales_account: None,
        purchases_account: None,
        components: vec![],
        costs_at_average: true,
    };
    desk.world.books.items.insert(item.key, item);
    key(0x71)
}

#[test]
fn the_trial_balance() {
    let report = trial_balance_table(&taken_over(), &as_at(END)).expect("a report");
    // Rahim 115 − 40; Karim 80 − 30; lamps 10 × 2.505; shares 4 × 12.50. Retained earnings is
    // what is missing: −1000 + 2000 + 150 + 3000 − 300 − 600 − 400 − 50 − 25.05 + 40 − 30.
    // That sums to 2784.95 on the debit side.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | 75.00",
            "    Rahim | 75.00",
            "  BalanceSheetCashAtBankAccount | 1000.00",
            "    Bank | 1000.00",
            "  BalanceSheetFixedAssetsAccumulatedDepreciationAccount |  | 400.00",
            "    Van |  | 400.00",
            "  BalanceSheetFixedAssetsAtCostAccount | 1000.00",
            "    Van | 1000.00",
            "  BalanceSheetIntangibleAssetsAccumulatedAmortizationAccount |  | 100.00",
            "    Trade mark |  | 100.00",
            "  BalanceSheetIntangibleAssetsAtCostAccount | 500.00",
            "    Trade mark | 500.00",
            "  BalanceSheetInventoryOnHandAccount | 25.05",
            "    Lamp | 25.05",
            "  BalanceSheetInvestmentsAccount | 50.00",
            "    Shares | 50.00",
            "  BalanceSheetSpecialAccountsAccount | 300.00",
            "    Deposit | 300.00",
            "Liabilities",
            "  Loan |  | 2000.00",
            "  BalanceSheetAccountsPayableAccount |  | 50.00",
            "    Karim |  | 50.00",
            "  BalanceSheetEmployeeClearingAccount |  | 150.00",
            "    Tania |  | 150.00",
            "Equity",
            "  BalanceSheetCapitalAccountsAccount |  | 3000.00",
            "    Owner |  | 3000.00",
            "  BalanceSheetRetainedEarningsAccount | 2784.95",
            "Income",
            "  Sales |  | 115.00",
            "Expenses",
            "  Costs | 80.00",
            "total | 5815.00 | 5815.00",
        ]
    );
}

#[test]
fn statement_stock_and_debts() {
    let figures = taken_over();
    let report = balance_sheet(&figures, &as_at(END)).expect("a report");
    let lines = rows(&report);
    // 75 + 1000 + 600 + 400 + 25.05 + 50 + 300 = 2000 + 50 + 150 + 3000 − 2784.95 + 35.
    assert!(
        lines.contains(&"Total Assets | 2450.05".to_owned()),
        "{lines:#?}"
    );
    assert!(lines.contains(&"Total Liabilities | 2200.00".to_owned()));
    assert!(lines.contains(&"  net-profit | 35.00".to_owned()));
    let last = "total-liabilities-and-equity | 2450.05";
    assert_eq!(lines.last().map(String::as_str), Some(last));
    let report = inventory_value(&figures, &as_at(END)).expect("a report");
    assert_eq!(rows(&report)[0], "Lamp | 10 | 2.51 | 25.05");
    // 21 days since 10 December, 19 since the 12th.
    let report = aged_receivables(&figures, &as_at(END)).expect("a report");
    let rahim = "Rahim | 0.00 | 75.00 | 0.00 | 0.00 | 0.00 | 75.00";
    assert_eq!(rows(&report)[0], rahim);
    let report = aged_payables(&figures, &as_at(END)).expect("a report");
    let karim = "Karim | 0.00 | 50.00 | 0.00 | 0.00 | 0.00 | 50.00";
    assert_eq!(rows(&report)[0], karim);
}
