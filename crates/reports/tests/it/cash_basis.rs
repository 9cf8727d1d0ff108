//! The cash basis: invoices and notes count when and as far as they are settled.

use crate::text::{remarks, rows};
use crate::world::{CASH, PAYABLE, RECEIVABLE, TAX_PAYABLE, World, as_at, between, key};
use books::Books;
use books::kinds::{self, groups};
use books::parties::PartyKind;
use jiff::civil::{Date, date};
use ledger::{Ledger, TaxRole};
use reports::{
    Basis, ReportOptions, balance_sheet, profit_and_loss_statement, tax_summary, twelve_months,
};

const FEES: u8 = 0x11;
const RAHIM: u8 = 0x31;

fn cash(mut options: ReportOptions) -> ReportOptions {
    options.basis = Basis::Cash;
    options
}

/// The example of SPEC-reports.md, 2.6.
fn example() -> World {
    let mut world = World::new();
    let fees = world.account(FEES, groups::INCOME, "Fees", "");
    let goods = world.account(0x12, groups::INCOME, "Goods", "");
    let vat = world.tax_code(0x61, "VAT", &[("VAT", 15)]);
    let bank = world.bank(0x21, "Bank", None);
    let rahim = world.party(RAHIM, PartyKind::Customer, "Rahim");
    let paper = world.paper(0x51, kinds::SALES_INVOICE, date(2026, 2, 1));
    let paper = paper.contact(rahim).put(RECEIVABLE, "172.51").under(rahim);
    let paper = paper.of_invoice(0x51);
    let paper = paper.put(fees, "-100").tax(vat, TaxRole::Net, true);
    let paper = paper
        .put(TAX_PAYABLE, "-15")
        .tax(vat, TaxRole::Tax(0), true);
    let paper = paper.put(goods, "-50.01").tax(vat, TaxRole::Net, true);
    paper
        .put(TAX_PAYABLE, "-7.50")
        .tax(vat, TaxRole::Tax(0), true);
    for (number, amount, day) in [
        (0x52, "60", date(2026, 2, 20)),
        (0x53, "60", date(2026, 3, 10)),
        (0x54, "52.51", date(2026, 4, 5)),
    ] {
        let paper = world.paper(number, kinds::RECEIPT, day);
        let paper = paper.put(CASH, amount).under(bank);
        let paper = paper.put(RECEIVABLE, &format!("-{amount}")).under(rahim);
        paper.of_invoice(0x51);
    }
    world
}

fn month(number: i8) -> ReportOptions {
    let first = date(2026, number, 1);
    cash(between(first, first.last_of_month()))
}

#[test]
fn income_counts_in_the_month_in_which_it_is_paid() {
    let figures = example().figures();
    let lines = |number| {
        let report = profit_and_loss_statement(&figures, &month(number)).expect("a report");
        assert_eq!(remarks(&report), ["cash-basis"]);
        rows(&report)
    };
    let expected = |fees, goods, total| {
        vec![
            "Income".to_owned(),
            format!("  Fees | {fees}"),
            format!("  Goods | {goods}"),
            format!("Total Income | {total}"),
            format!("net-profit | {total}"),
        ]
    };
    assert_eq!(lines(1), ["net-profit | 0.00"]);
    assert_eq!(lines(2), expected("34.78", "17.39", "52.17"));
    assert_eq!(lines(3), expected("34.78", "17.40", "52.18"));
    // 100 − 69.56 and 50.01 − 34.79: the last payment takes what rounding left.
    assert_eq!(lines(4), expected("30.44", "15.22", "45.66"));
    assert_eq!(lines(5), ["net-profit | 0.00"]);
}

#[test]
fn tax_counts_with_what_it_was_charged_on() {
    let figures = example().figures();
    let total = |number| {
        let report = tax_summary(&figures, &month(number)).expect("a report");
        rows(&report).pop().expect("a total")
    };
    // 5.22 + 2.61, 5.21 + 2.61, 4.57 + 2.28.
    assert_eq!(total(2), "total | 52.17 | 7.83 | 0.00 | 0.00 | 7.83");
    assert_eq!(total(3), "total | 52.18 | 7.82 | 0.00 | 0.00 | 7.82");
    assert_eq!(total(4), "total | 45.66 | 6.85 | 0.00 | 0.00 | 6.85");
}

#[test]
fn the_balance_sheet_shows_no_debts_that_are_not_paid() {
    let figures = example().figures();
    let report = balance_sheet(&figures, &cash(as_at(date(2026, 2, 28)))).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetCashAtBankAccount | 60.00",
            "Total Assets | 60.00",
            "Liabilities",
            "  BalanceSheetTaxPayableAccount | 7.83",
            "Total Liabilities | 7.83",
            "Equity",
            "  net-profit | 52.17",
            "Total Equity | 52.17",
            "total-liabilities-and-equity | 60.00",
        ]
    );
    // Once all is paid both bases say the same.
    let end = as_at(date(2026, 4, 5));
    let accrual = balance_sheet(&figures, &end).expect("a report");
    let settled = balance_sheet(&figures, &cash(end)).expect("a report");
    assert_eq!(rows(&settled), rows(&accrual));
}

#[test]
fn months_add_up_to_what_is_paid() {
    let figures = example().figures();
    let report = twelve_months(&figures, &cash(as_at(date(2026, 4, 30)))).expect("a report");
    assert_eq!(
        rows(&report)[9..],
        [
            "2026-02-01..2026-02-28 | 52.17 | 0.00 | 52.17 | 60.00",
            "2026-03-01..2026-03-31 | 52.18 | 0.00 | 52.18 | 120.00",
            "2026-04-01..2026-04-30 | 45.66 | 0.00 | 45.66 | 172.51",
        ]
    );
}

/// Income less expenses of one month on the cash basis.
fn profit(figures: &(Books, Ledger), first: Date) -> String {
    let options = cash(between(first, first.last_of_month()));
    let report = profit_and_loss_statement(figures, &options).expect("a report");
    let last = rows(&report).pop().expect("a last row");
    last.trim_start_matches("net-profit | ").to_owned()
}

#[test]
fn what_is_no_invoice_counts_on_its_date() {
    let mut world = World::new();
    let fees = world.account(FEES, groups::INCOME, "Fees", "");
    let rent = world.account(0x12, groups::EXPENSES, "Rent", "");
    let bank = world.bank(0x21, "Bank", None);
    let paper = world.paper(0x51, kinds::RECEIPT, date(2026, 1, 5));
    paper.put(CASH, "90").under(bank).put(fees, "-90");
    let paper = world.paper(0x52, kinds::JOURNAL_ENTRY, date(2026, 1, 6));
    paper
        .put(rent, "20")
        .put(kinds::BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT, "-20");
    // An invoice to nobody has no one to wait for.
    let paper = world.paper(0x53, kinds::SALES_INVOICE, date(2026, 2, 1));
    paper.put(fees, "-7").put(crate::world::SUSPENSE, "7");
    let figures = world.figures();
    assert_eq!(profit(&figures, date(2026, 1, 1)), "70.00");
    assert_eq!(profit(&figures, date(2026, 2, 1)), "7.00");
}

#[test]
fn a_note_and_its_invoice_count_together() {
    let mut world = World::new();
    let fees = world.account(FEES, groups::INCOME, "Fees", "");
    let bank = world.bank(0x21, "Bank", None);
    let rahim = world.party(RAHIM, PartyKind::Customer, "Rahim");
    let paper = world.paper(0x51, kinds::SALES_INVOICE, date(2026, 1, 1));
    let paper = paper.contact(rahim).put(RECEIVABLE, "100").under(rahim);
    paper.of_invoice(0x51).put(fees, "-100");
    // 30 are forgiven in February, and the rest is paid in March with 5 too much.
    let paper = world.paper(0x52, kinds::CREDIT_NOTE, date(2026, 2, 1));
    let paper = paper.contact(rahim).put(RECEIVABLE, "-30").under(rahim);
    paper.of_invoice(0x51).put(fees, "30");
    let paper = world.paper(0x53, kinds::RECEIPT, date(2026, 3, 1));
    let paper = paper.put(CASH, "75").under(bank);
    paper.put(RECEIVABLE, "-75").under(rahim).of_invoice(0x51);
    let figures = world.figures();
    // The note settles 30 of the invoice: +30 − 30 in February, nothing paid.
    assert_eq!(profit(&figures, date(2026, 1, 1)), "0.00");
    assert_eq!(profit(&figures, date(2026, 2, 1)), "0.00");
    assert_eq!(profit(&figures, date(2026, 3, 1)), "70.00");
    let report = balance_sheet(&figures, &cash(as_at(date(2026, 3, 31)))).expect("a report");
    let lines = rows(&report);
    assert_eq!(lines[1], "  BalanceSheetAccountsReceivableAccount | -5.00");
    assert_eq!(lines[2], "  BalanceSheetCashAtBankAccount | 75.00");
}

#[test]
fn what_names_no_invoice_settles_the_oldest() {
    let mut world = World::new();
    let rent = world.account(FEES, groups::EXPENSES, "Rent", "");
    let bank = world.bank(0x21, "Bank", None);
    let karim = world.party(RAHIM, PartyKind::Supplier, "Karim");
    for (number, amount, day) in [
        (0x51, "40", date(2026, 1, 1)),
        (0x52, "60", date(2026, 1, 2)),
    ] {
        let paper = world.paper(number, kinds::PURCHASE_INVOICE, day);
        let paper = paper.contact(karim).put(PAYABLE, &format!("-{amount}"));
        paper.under(karim).of_invoice(number).put(rent, amount);
    }
    let paper = world.paper(0x53, kinds::PAYMENT, date(2026, 2, 1));
    paper
        .put(CASH, "-55")
        .under(bank)
        .put(PAYABLE, "55")
        .under(karim);
    let figures = world.figures();
    // 40 of the first and 15 of the second.
    assert_eq!(profit(&figures, date(2026, 1, 1)), "0.00");
    assert_eq!(profit(&figures, date(2026, 2, 1)), "-55.00");
    assert_eq!(key(0x51), figures.1.postings[0].document);
}

#[test]
fn shares_are_of_the_amount_in_the_currency_of_the_customer() {
    let mut world = World::new();
    let fees = world.account(FEES, groups::INCOME, "Fees", "");
    let rupee = world.currency(0x61, "INR");
    let bank = world.bank(0x21, "Bank", None);
    let delhi = world.party(RAHIM, PartyKind::Customer, "Delhi Traders");
    let own = world.books.parties.get_mut(&delhi).expect("the customer");
    own.currency = Some(rupee);
    // 300 rupees worth 405; 100 rupees are paid when they are worth 150.
    let paper = world.paper(0x51, kinds::SALES_INVOICE, date(2026, 1, 1));
    let paper = paper.contact(delhi).put(RECEIVABLE, "405").under(delhi);
    paper.own(rupee, "300").of_invoice(0x51).put(fees, "-405");
    let paper = world.paper(0x52, kinds::RECEIPT, date(2026, 2, 1));
    let paper = paper.put(CASH, "150").under(bank).put(RECEIVABLE, "-150");
    paper.under(delhi).own(rupee, "-100").of_invoice(0x51);
    let figures = world.figures();
    // A third of 405 is earned, and 15 by the rate: together what was received.
    let options = cash(between(date(2026, 2, 1), date(2026, 2, 28)));
    let report = profit_and_loss_statement(&figures, &options).expect("a report");
    let expected = [
        "Income",
        "  Fees | 135.00",
        "Total Income | 135.00",
        "Expenses",
        "  ProfitAndLossStatementAccountCurrencyGainsLosses | -15.00",
        "Total Expenses | -15.00",
        "net-profit | 150.00",
    ];
    assert_eq!(rows(&report), expected);
}
