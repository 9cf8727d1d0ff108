//! An importer told on the cash basis: a customer who pays before there is an invoice, a bill with
//! tax of which part comes back as a debit note, and goods from abroad paid in two parts while the
//! rate moves.

use super::desk::{Desk, from_customer, to_supplier};
use crate::text::rows;
use crate::world::{as_at, between, d};
use books::documents::{DueDate, InvoiceKind, MoneyDocumentKind};
use books::kinds::groups;
use books::parties::PartyKind;
use books::{Books, Key};
use jiff::civil::date;
use ledger::Ledger;
use reports::{Basis, ReportOptions, balance_sheet, profit_and_loss_statement, tax_summary};

fn importer() -> (Books, Ledger) {
    let mut desk = Desk::new();
    let world = &mut desk.world;
    let goods = world.account(0x11, groups::INCOME, "Goods", "");
    let repairs = world.account(0x12, groups::EXPENSES, "Repairs", "");
    let imports = world.account(0x13, groups::EXPENSES, "Imports", "");
    let bank = world.bank(0x21, "Bank", None);
    let rupee = world.currency(0x41, "INR");
    for (number, day, rate) in [
        (0x42, date(2026, 1, 15), "1.40"),
        (0x43, date(2026, 2, 10), "1.45"),
        (0x44, date(2026, 3, 10), "1.50"),
    ] {
        world.rate(number, rupee, day, rate);
    }
    let rahim = world.party(0x31, PartyKind::Customer, "Rahim");
    let karim = world.party(0x32, PartyKind::Supplier, "Karim");
    let delhi = abroad(&mut desk, 0x33, "Delhi Traders", rupee);
    let vat = Some(desk.world.tax_code(0x61, "VAT 15%", &[("VAT", 15)]));
    let (receipt, payment) = (MoneyDocumentKind::Receipt, MoneyDocumentKind::Payment);
    let (bill, note) = (InvoiceKind::PurchaseInvoice, InvoiceKind::DebitNote);
    let on_issue = (DueDate::OnIssue, None);
    // Rahim pays 300 in advance; the invoice of 200 and 30 of tax follows in February.
    let paid = from_customer(rahim, None, "300");
    desk.money((0x51, receipt, date(2026, 1, 5)), bank, paid);
    let sold = (0x52, InvoiceKind::SalesInvoice, date(2026, 2, 1));
    desk.invoice(sold, rahim, on_issue, &[(goods, "1", "200", vat)]);
    // A bill of 115, of which 46 come back, and 30 are paid.
    let bought = (0x53, bill, date(2026, 2, 10));
    desk.invoice(bought, karim, on_issue, &[(repairs, "1", "100", vat)]);
    let corrects = (DueDate::OnIssue, Some(0x53));
    let back = (0x54, note, date(2026, 2, 20));
    desk.invoice(back, karim, corrects, &[(repairs, "1", "40", vat)]);
    let paid = to_supplier(karim, Some(0x53), "30");
    desk.money((0x55, payment, date(2026, 3, 25)), bank, paid);
    // 1000 rupees at 1.40; 580 pay 400 of them at 1.45, 900 the other 600 at 1.50.
    let abroad = (0x56, bill, date(2026, 1, 15));
    desk.invoice(abroad, delhi, on_issue, &[(imports, "1", "1000", None)]);
    for (number, day, amount, rupees) in [
        (0x57, date(2026, 2, 10), "580", "400"),
        (0x58, date(2026, 3, 10), "900", "600"),
    ] {
        let mut paid = to_supplier(delhi, Some(0x56), amount);
        paid.currency_amount = Some(d(rupees));
        desk.money((number, payment, day), bank, paid);
    }
    desk.finish()
}

/// A supplier who is owed in another currency.
fn abroad(desk: &mut Desk, number: u8, name: &str, currency: Key) -> Key {
    let key = desk.world.party(number, PartyKind::Supplier, name);
    if let Some(party) = desk.world.books.parties.get_mut(&key) {
        party.currency = Some(currency);
    }
    key
}

fn of_month(number: i8) -> ReportOptions {
    let first = date(2026, number, 1);
    cash(between(first, first.last_of_month()))
}

fn cash(mut options: ReportOptions) -> ReportOptions {
    options.basis = Basis::Cash;
    options
}

fn profit(number: i8) -> Vec<String> {
    let report = profit_and_loss_statement(&importer(), &of_month(number)).expect("a report");
    rows(&report)
}

#[test]
fn an_advance_waits_for_its_invoice() {
    assert_eq!(profit(1), ["net-profit | 0.00"]);
    let end = cash(as_at(date(2026, 1, 31)));
    let report = balance_sheet(&importer(), &end).expect("a report");
    // Nothing is earned; what Rahim paid settles nothing yet, and the bill from abroad is unpaid.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | -300.00",
            "  BalanceSheetCashAtBankAccount | 300.00",
            "Total Assets | 0.00",
            "Liabilities",
            "Total Liabilities | 0.00",
            "Equity",
            "  net-profit | 0.00",
            "Total Equity | 0.00",
            "total-liabilities-and-equity | 0.00",
        ]
    );
}

#[test]
fn what_came_back_counts_with_the_bill_that_it_settles() {
    // Goods 200: the advance covers all of 230. Repairs: the note settles 46 of 115, which is 40
    // of 100 bought and 40 given back. Imports: 400 of 1000 rupees, 560 of 1400, for which 580
    // were paid: 20 lost by the rate.
    assert_eq!(
        profit(2),
        [
            "Income",
            "  Goods | 200.00",
            "Total Income | 200.00",
            "Expenses",
            "  Imports | 560.00",
            "  ProfitAndLossStatementAccountCurrencyGainsLosses | 20.00",
            "Total Expenses | 580.00",
            "net-profit | -380.00",
        ]
    );
    // 76 of 115 are settled: repairs 66.09 and tax 9.91, less the 40 and 6 of February. Of the
    // rupees the other 840, for 900: 60 lost.
    assert_eq!(
        profit(3),
        [
            "Expenses",
            "  Imports | 840.00",
            "  Repairs | 26.09",
            "  ProfitAndLossStatementAccountCurrencyGainsLosses | 60.00",
            "Total Expenses | 926.09",
            "net-profit | -926.09",
        ]
    );
}

#[test]
fn tax_is_owed_on_what_was_settled() {
    let figures = importer();
    let total = |number| {
        let report = tax_summary(&figures, &of_month(number)).expect("a report");
        rows(&report).pop().expect("a total")
    };
    let nothing = "total | 0.00 | 0.00 | 0.00 | 0.00 | 0.00";
    assert_eq!(total(1), nothing);
    // On the bill 40 and 6, on the note as much back.
    assert_eq!(total(2), "total | 200.00 | 30.00 | 0.00 | 0.00 | 30.00");
    // 66.09 − 40 and 9.91 − 6.
    assert_eq!(total(3), "total | 0.00 | 0.00 | 26.09 | 3.91 | -3.91");
}

#[test]
fn the_balance_sheet_is_money_and_what_settles_nothing() {
    let end = cash(as_at(date(2026, 3, 31)));
    let report = balance_sheet(&importer(), &end).expect("a report");
    // Bank 300 − 30 − 580 − 900; Rahim 230 − 300; tax 30 − 3.91.
    // Result 200 − 26.09 − 1400 − 80 = −1306.09, and −1280 = 26.09 − 1306.09.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | -70.00",
            "  BalanceSheetCashAtBankAccount | -1210.00",
            "Total Assets | -1280.00",
            "Liabilities",
            "  BalanceSheetTaxPayableAccount | 26.09",
            "Total Liabilities | 26.09",
            "Equity",
            "  net-profit | -1306.09",
            "Total Equity | -1306.09",
            "total-liabilities-and-equity | -1280.00",
        ]
    );
}
