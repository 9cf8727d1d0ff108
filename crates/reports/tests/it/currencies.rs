//! Currency gains and losses in the reports: the example of SPEC-posting.md, 18.4.

use crate::text::{columns, rows};
use crate::world::{CASH, RECEIVABLE, World, as_at, between, key, period};
use books::Books;
use books::kinds::{self, groups};
use books::parties::PartyKind;
use jiff::civil::date;
use ledger::Ledger;
use reports::{
    ReportOptions, aged_receivables, balance_sheet, bank_account_summary, cash_summary,
    general_ledger_summary, general_ledger_transactions, profit_and_loss_statement,
    trial_balance_table, twelve_months,
};

/// 100.00 dollars invoiced at 3.75 in January, 40.00 received at 3.80 and 3.85 at the end of
/// February.
fn exporter() -> (Books, Ledger) {
    let mut world = World::new();
    let sales = world.account(0x11, groups::INCOME, "Sales", "");
    let dollar = world.currency(0x61, "USD");
    let bank = world.bank(0x21, "New York", Some(dollar));
    let acme = world.party(0x31, PartyKind::Customer, "Acme");
    let own = world.books.parties.get_mut(&acme).expect("the customer");
    own.currency = Some(dollar);
    world.rate(0x62, dollar, date(2026, 1, 1), "3.75");
    world.rate(0x63, dollar, date(2026, 2, 10), "3.80");
    world.rate(0x64, dollar, date(2026, 2, 28), "3.85");
    let paper = world.paper(0x51, kinds::SALES_INVOICE, date(2026, 1, 15));
    let paper = paper.contact(acme).put(RECEIVABLE, "375").under(acme);
    paper.own(dollar, "100").of_invoice(0x51).put(sales, "-375");
    let paper = world.paper(0x52, kinds::RECEIPT, date(2026, 2, 10));
    let paper = paper.put(CASH, "152").under(bank).own(dollar, "40");
    let paper = paper.put(RECEIVABLE, "-152").under(acme).own(dollar, "-40");
    paper.of_invoice(0x51);
    world.figures()
}

fn february() -> ReportOptions {
    between(date(2026, 2, 1), date(2026, 2, 28))
}

#[test]
fn both_statements_count_what_rates_gained() {
    let figures = exporter();
    let report = balance_sheet(&figures, &as_at(date(2026, 2, 28))).expect("a report");
    // 60 × 3.85 = 231; 40 × 3.85 = 154; 375 earned and 10 gained.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | 231.00",
            "  BalanceSheetCashAtBankAccount | 154.00",
            "Total Assets | 385.00",
            "Liabilities",
            "Total Liabilities | 0.00",
            "Equity",
            "  net-profit | 385.00",
            "Total Equity | 385.00",
            "total-liabilities-and-equity | 385.00",
        ]
    );
    let mut options = between(date(2026, 1, 1), date(2026, 1, 31));
    options.compared = vec![period(date(2026, 2, 1), date(2026, 2, 28))];
    let report = profit_and_loss_statement(&figures, &options).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Income",
            "  Sales | 375.00 | 0.00",
            "Total Income | 375.00 | 0.00",
            "Expenses",
            "  ProfitAndLossStatementAccountCurrencyGainsLosses | 0.00 | -10.00",
            "Total Expenses | 0.00 | -10.00",
            "net-profit | 375.00 | 10.00",
        ]
    );
}

#[test]
fn the_general_ledger_shows_where_gains_came_from() {
    let figures = exporter();
    let report = trial_balance_table(&figures, &as_at(date(2026, 2, 28))).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | 231.00",
            "    Acme | 231.00 |  | USD 60",
            "  BalanceSheetCashAtBankAccount | 154.00",
            "    New York | 154.00 |  | USD 40",
            "Income",
            "  Sales |  | 375.00",
            "Expenses",
            "  ProfitAndLossStatementAccountCurrencyGainsLosses |  | 10.00",
            "total | 385.00 | 385.00",
        ]
    );
    let report = general_ledger_summary(&figures, &february()).expect("a report");
    // The customer: 375 − 152 + 8 gained; the bank 152 + 2 gained.
    assert_eq!(
        rows(&report),
        [
            "BalanceSheetAccountsReceivableAccount | 375.00 | 8.00 | 152.00 | 231.00",
            "BalanceSheetCashAtBankAccount | 0.00 | 154.00 | 0.00 | 154.00",
            "Sales | -375.00 | 0.00 | 0.00 | -375.00",
            "ProfitAndLossStatementAccountCurrencyGainsLosses | 0.00 | 0.00 | 10.00 | -10.00",
            "total | 0.00 | 162.00 | 162.00 | 0.00",
        ]
    );
    let mut about = february();
    about.about = Some(key(0x31));
    let report = general_ledger_transactions(&figures, &about).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "BalanceSheetAccountsReceivableAccount",
            "  opening-balance |  |  |  |  |  |  | 375.00",
            "  2026-02-10 | Receipt | No. 82 | Acme |  |  | 152.00 | 223.00",
            "  exchange-differences |  |  |  |  | 8.00 |  | 231.00",
            "Total BalanceSheetAccountsReceivableAccount |  |  |  |  | 8.00 | 152.00 | 231.00",
        ]
    );
}

#[test]
fn money_and_debts_show_what_rates_gained() {
    let figures = exporter();
    let report = cash_summary(&figures, &february()).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "opening-balance | 0.00",
            "receipts",
            "  BalanceSheetAccountsReceivableAccount | 152.00",
            "Total receipts | 152.00",
            "payments",
            "Total payments | 0.00",
            "exchange-differences | 2.00",
            "closing-balance | 154.00",
        ]
    );
    let report = bank_account_summary(&figures, &february()).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "New York | 0.00 | 152.00 | 0.00 | 2.00 | 154.00",
            "  own-currency | USD 0.00 | USD 40.00 | USD 0.00 | USD 0.00 | USD 40.00",
            "total | 0.00 | 152.00 | 0.00 | 2.00 | 154.00",
        ]
    );
    assert_eq!(columns(&report)[3], "exchange-differences");
    let report = aged_receivables(&figures, &as_at(date(2026, 2, 28))).expect("a report");
    // Issued on 15 January without a due date: 44 days. 60 × 3.75 and, since then, 60 × 0.10.
    assert_eq!(
        rows(&report),
        [
            "Acme | 0.00 | 0.00 | 225.00 | 0.00 | 0.00 | 225.00",
            "  own-currency | USD 0.00 | USD 0.00 | USD 60.00 | USD 0.00 | USD 0.00 | USD 60.00",
            "exchange-differences | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 6.00",
            "total | 0.00 | 0.00 | 225.00 | 0.00 | 0.00 | 231.00",
        ]
    );
    let report = twelve_months(&figures, &as_at(date(2026, 2, 28))).expect("a report");
    assert_eq!(
        rows(&report)[10..],
        [
            "2026-01-01..2026-01-31 | 375.00 | 0.00 | 375.00 | 0.00",
            "2026-02-01..2026-02-28 | 0.00 | -10.00 | 10.00 | 154.00",
        ]
    );
}
