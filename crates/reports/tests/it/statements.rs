//! Balance sheet and profit and loss statement: groups, totals, comparison, divisions.

use crate::text::{columns, remarks, rows};
use crate::world::{CASH, RECEIVABLE, RETAINED, SUSPENSE, World, as_at, between, key, period};
use books::accounts::GroupType;
use books::kinds;
use jiff::civil::date;
use ledger::{Figures, SuspenseReason};
use reports::{
    Cell, Link, Period, ReportOptions, at_a_glance, balance_sheet, profit_and_loss_statement,
};

const JOURNAL: books::Key = kinds::JOURNAL_ENTRY;

/// A small consultancy: two years, groups in groups on both statements.
fn consultancy() -> World {
    let mut world = World::new();
    let income = world.group(0x01, None, "Income", 1, GroupType::Income);
    let costs = world.group(0x02, None, "Costs", 2, GroupType::Expenses);
    let premises = world.group(0x03, Some(costs), "Premises", 1, GroupType::Part);
    let fixed = world.group(
        0x04,
        Some(kinds::ASSETS),
        "Equipment",
        1,
        GroupType::BalanceSheet,
    );
    let fees = world.account(0x11, income, "Fees", "100");
    let rent = world.account(0x12, premises, "Rent", "200");
    let power = world.account(0x13, premises, "Power", "210");
    let travel = world.account(0x14, costs, "Travel", "220");
    let desks = world.account(0x15, fixed, "Desks", "");
    let loan = world.account(0x16, kinds::LIABILITIES, "Loan", "");
    let owner = world.account(0x17, kinds::EQUITY, "Owner", "");
    let bank = world.bank(0x21, "Bank", None);
    // 2025: the owner brings 1000, the bank lends 500, desks cost 400, fees 300, rent 120.
    let year = date(2025, 6, 30);
    let paper = world.paper(0x51, JOURNAL, year);
    let paper = paper
        .put(CASH, "1280")
        .under(bank)
        .put(owner, "-1000")
        .put(loan, "-500");
    paper.put(desks, "400").put(fees, "-300").put(rent, "120");
    // 2026: fees 700, of which 200 are still owed; rent 130, power 45.50, travel 20.
    let customer = world.party(0x31, books::parties::PartyKind::Customer, "Rahim");
    let year = date(2026, 3, 31);
    let paper = world.paper(0x52, JOURNAL, year);
    let paper = paper
        .put(fees, "-700")
        .put(RECEIVABLE, "200")
        .under(customer);
    let paper = paper
        .put(CASH, "304.50")
        .under(bank)
        .put(rent, "130")
        .put(power, "45.50");
    paper.put(travel, "20");
    world
}

#[test]
fn the_balance_sheet_has_groups_totals_and_the_profit_of_the_year() {
    let figures = consultancy().figures();
    let report = balance_sheet(&figures, &as_at(date(2026, 12, 31))).expect("a report");
    // Cash 1280 + 304.50. Retained: 2025's 300 − 120 = 180. Profit of 2026:
    // 700 − 130 − 45.50 − 20 = 504.50. 500 + 1000 + 180 + 504.50 = 2184.50.
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "  BalanceSheetAccountsReceivableAccount | 200.00",
            "  BalanceSheetCashAtBankAccount | 1584.50",
            "  Equipment",
            "    Desks | 400.00",
            "  Total Equipment | 400.00",
            "Total Assets | 2184.50",
            "Liabilities",
            "  Loan | 500.00",
            "Total Liabilities | 500.00",
            "Equity",
            "  Owner | 1000.00",
            "  BalanceSheetRetainedEarningsAccount | 180.00",
            "  net-profit | 504.50",
            "Total Equity | 1684.50",
            "total-liabilities-and-equity | 2184.50",
        ]
    );
    assert_eq!(columns(&report), ["..2026-12-31"]);
    assert_eq!(report.currency, "BDT");
    assert_eq!(remarks(&report), Vec::<String>::new());
    let Cell::Amount { link, .. } = &report.rows[4].cells[0] else {
        panic!("desks have an amount");
    };
    let expected = Link::Postings {
        account: key(0x15),
        subledger: None,
        period: as_at(date(2026, 12, 31)).period,
    };
    assert_eq!(link.as_ref(), Some(&expected));
}

#[test]
fn the_period_decides_what_is_retained() {
    let figures = consultancy().figures();
    let line = |options: &ReportOptions, label: &str| {
        let report = balance_sheet(&figures, options).expect("a report");
        let rows = rows(&report).into_iter();
        rows.filter(|row| row.contains(label)).collect::<String>()
    };
    let march = date(2026, 3, 31);
    // All profit since ever: 180 + 504.50.
    let all = ReportOptions::default();
    assert_eq!(line(&all, "net-profit"), "  net-profit | 684.50");
    assert_eq!(line(&all, "Retained"), "");
    // A year from April to March holds both postings; one from July holds the second.
    let mut april = as_at(march);
    april.fiscal_year_first_month = 4;
    assert_eq!(line(&april, "net-profit"), "  net-profit | 684.50");
    april.fiscal_year_first_month = 7;
    assert_eq!(line(&april, "net-profit"), "  net-profit | 504.50");
    // A first day that is named wins.
    let named = between(date(2026, 4, 1), date(2026, 4, 30));
    assert_eq!(line(&named, "net-profit"), "  net-profit | 0.00");
    assert!(line(&named, "Retained").ends_with("684.50"));
}

#[test]
fn periods_stand_side_by_side() {
    let figures = consultancy().figures();
    let mut options = between(date(2026, 1, 1), date(2026, 12, 31));
    options.compared = vec![period(date(2025, 1, 1), date(2025, 12, 31))];
    let report = profit_and_loss_statement(&figures, &options).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Income",
            "  Fees [100] | 700.00 | 300.00",
            "Total Income | 700.00 | 300.00",
            "Costs",
            "  Travel [220] | 20.00 | 0.00",
            "  Premises",
            "    Rent [200] | 130.00 | 120.00",
            "    Power [210] | 45.50 | 0.00",
            "  Total Premises | 175.50 | 120.00",
            "Total Costs | 195.50 | 120.00",
            "net-profit | 504.50 | 180.00",
        ]
    );
    let expected = ["2026-01-01..2026-12-31", "2025-01-01..2025-12-31"];
    assert_eq!(columns(&report), expected);
    let report = balance_sheet(&figures, &options).expect("a report");
    let totals: Vec<String> = rows(&report)
        .into_iter()
        .filter(|row| row.starts_with("Total Assets") || row.starts_with("total"))
        .collect();
    // At the end of 2025: 1280 + 400 = 500 + 1000 + 180.
    assert_eq!(
        totals,
        [
            "Total Assets | 2184.50 | 1680.00",
            "total-liabilities-and-equity | 2184.50 | 1680.00",
        ]
    );
}

#[test]
fn topmost_groups_follow_their_positions() {
    let mut world = World::new();
    let other = world.group(0x01, None, "Other income", 3, GroupType::Income);
    let direct = world.group(0x02, None, "Cost of sales", 2, GroupType::Expenses);
    let sales = world.group(0x03, None, "Sales", 1, GroupType::Income);
    let (interest, wood, chairs) = (
        world.account(0x11, other, "Interest", ""),
        world.account(0x12, direct, "Wood", ""),
        world.account(0x13, sales, "Chairs", ""),
    );
    let lost = world.account(0x14, key(0xee), "Lost", "");
    let paper = world.paper(0x51, JOURNAL, date(2026, 1, 1));
    let paper = paper.put(interest, "-1").put(wood, "4").put(chairs, "-10");
    paper.put(lost, "7");
    let figures = world.figures();
    let report = profit_and_loss_statement(&figures, &ReportOptions::default());
    let report = report.expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Sales",
            "  Chairs | 10.00",
            "Total Sales | 10.00",
            "Cost of sales",
            "  Wood | 4.00",
            "Total Cost of sales | 4.00",
            "Other income",
            "  Interest | 1.00",
            "Total Other income | 1.00",
            "net-profit | 7.00",
        ]
    );
    // The account that no group leads anywhere is of the balance sheet by its kind: 7 debit.
    let report = balance_sheet(&figures, &ReportOptions::default()).expect("a report");
    assert_eq!(
        rows(&report),
        [
            "Assets",
            "Total Assets | 0.00",
            "Liabilities",
            "Total Liabilities | 0.00",
            "Equity",
            "  net-profit | 7.00",
            "Total Equity | 7.00",
            "Unclassified",
            "  Lost | -7.00",
            "Total Unclassified | -7.00",
            "total-liabilities-and-equity | 0.00",
        ]
    );
    assert_eq!(remarks(&report), ["unclassified-accounts count=1"]);
}

#[test]
fn a_division_narrows_the_profit_and_loss_statement() {
    let mut world = World::new();
    let fees = world.account(0x11, kinds::groups::INCOME, "Fees", "");
    let (north, south) = (key(0x41), key(0x42));
    let paper = world.paper(0x51, JOURNAL, date(2026, 1, 1));
    let paper = paper.put(fees, "-30").division(north);
    paper.put(fees, "-12").division(south).put(RETAINED, "42");
    let figures = world.figures();
    let mut options = ReportOptions::default();
    let mut profit = |division| {
        options.division = division;
        let report = profit_and_loss_statement(&figures, &options).expect("a report");
        rows(&report).pop().expect("a last row")
    };
    assert_eq!(profit(None), "net-profit | 42.00");
    assert_eq!(profit(Some(north)), "net-profit | 30.00");
    assert_eq!(profit(Some(south)), "net-profit | 12.00");
}

#[test]
fn rows_without_a_balance_are_shown_when_asked_for() {
    let mut world = consultancy();
    world.account(0x18, kinds::LIABILITIES, "Card", "");
    let figures = world.figures();
    let mut options = as_at(date(2024, 1, 1));
    options.shows_zero = true;
    let report = balance_sheet(&figures, &options).expect("a report");
    let lines = rows(&report);
    assert!(lines.contains(&"  Card | 0.00".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"    Desks | 0.00".to_owned()));
    options.shows_zero = false;
    let report = profit_and_loss_statement(&figures, &options).expect("a report");
    assert_eq!(rows(&report), ["net-profit | 0.00"]);
}

#[test]
fn what_is_unknown_is_said() {
    let mut world = World::new();
    let fees = world.account(0x11, kinds::groups::INCOME, "Fees", "");
    let paper = world.paper(0x51, JOURNAL, date(2026, 1, 2));
    paper.put(fees, "-5").put(SUSPENSE, "5");
    let reason = |code, arguments| SuspenseReason {
        document: key(0x51),
        kind: JOURNAL,
        date: date(2026, 1, 2),
        line: None,
        code,
        arguments,
        amount: crate::world::d("5"),
    };
    let yen = || vec![("currency", "JPY".to_owned()), ("amount", "100".to_owned())];
    world.ledger.suspense = vec![
        reason(ledger::codes::ACCOUNT_MISSING, vec![]),
        reason(ledger::codes::RATE_UNKNOWN, yen()),
        reason(ledger::codes::RATE_UNKNOWN, yen()),
    ];
    world.ledger.not_posted = vec![ledger::NotPosted {
        document: key(0x52),
        kind: JOURNAL,
        code: ledger::codes::DATE_MISSING,
    }];
    let figures = world.figures();
    let report = balance_sheet(&figures, &ReportOptions::default()).expect("a report");
    let expected = [
        "suspense count=3",
        "rates-unknown currencies=JPY",
        "not-posted count=1",
    ];
    assert_eq!(remarks(&report), expected);
    let lines = rows(&report);
    assert!(lines.contains(&"  BalanceSheetSuspenseAccount | -5.00".to_owned()));
    assert!(lines.contains(&"total-liabilities-and-equity | 0.00".to_owned()));
    let early = balance_sheet(&figures, &as_at(date(2026, 1, 1))).expect("a report");
    assert_eq!(remarks(&early), ["not-posted count=1"]);
}

#[test]
fn at_a_glance_groups_are_a_line_each() {
    let figures = consultancy().figures();
    let glance = at_a_glance(&figures, date(2026, 11, 22), 1).expect("both statements");
    assert_eq!(
        rows(&glance.profit_and_loss_statement),
        [
            "Income",
            "  Fees [100] | 700.00",
            "Total Income | 700.00",
            "Costs",
            "  Travel [220] | 20.00",
            "  Premises | 175.50",
            "Total Costs | 195.50",
            "net-profit | 504.50",
        ]
    );
    let sheet = rows(&glance.balance_sheet);
    assert!(
        sheet.contains(&"  Equipment | 400.00".to_owned()),
        "{sheet:#?}"
    );
    assert!(sheet.contains(&"  net-profit | 504.50".to_owned()));
    let year = Period {
        from: Some(date(2026, 1, 1)),
        to: Some(date(2026, 11, 22)),
    };
    assert_eq!(glance.profit_and_loss_statement.period, year);
    assert_eq!(figures.books().accounts.len(), 7);
}
