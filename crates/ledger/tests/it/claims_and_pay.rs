//! Expense claims and payslips: SPEC-posting.md, 20 and 21.

use crate::sample::*;
use books::accounts::Holding;
use books::documents::{ExpenseClaim, InvoiceLine, Payslip, PayslipItem, PayslipLine, Subledgers};
use books::parties::{Party, PartyKind};
use books::{Books, Key, kinds};
use ledger::{Ledger, codes as code, post};

const PAYER: Key = key(0x45);
const OWNER: Key = key(0x46);
const EMPLOYEE: Key = key(0x47);
const DOLLAR_EMPLOYEE: Key = key(0x48);
const CLAIMS: Key = kinds::BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT;
const CLEARING: Key = kinds::BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT;
const CAPITAL: Key = kinds::BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT;

pub fn holding(key: Key, kind: Key) -> Holding {
    Holding {
        key,
        kind,
        name: String::new(),
        code: String::new(),
        currency: None,
        control_account: None,
        accumulated_account: None,
        expense_account: None,
        disposal: None,
    }
}

fn staffed() -> Books {
    let mut books = books();
    for (key, kind) in [
        (PAYER, kinds::EXPENSE_CLAIMS_PAYER),
        (OWNER, kinds::CAPITAL_ACCOUNT),
    ] {
        books.holdings.insert(key, holding(key, kind));
    }
    for (key, currency) in [(EMPLOYEE, None), (DOLLAR_EMPLOYEE, Some(DOLLAR))] {
        let party = Party {
            key,
            kind: PartyKind::Employee,
            name: String::new(),
            code: String::new(),
            currency,
            control_account: None,
            inactive: false,
        };
        books.parties.insert(key, party);
    }
    books
}

fn claim(paid_by: Option<Key>, lines: Vec<InvoiceLine>) -> ExpenseClaim {
    ExpenseClaim {
        key: key(1),
        date: Some(DAY),
        paid_by,
        lines,
        ..ExpenseClaim::default()
    }
}

fn post_claim(mut books: Books, claim: ExpenseClaim) -> Ledger {
    books.expense_claims.insert(claim.key, claim);
    post(&books)
}

#[test]
fn a_claim_is_owed_to_whoever_paid() {
    // 2 × 10.00 travel + 15 % = 23.00; 5.75 without tax; together 28.75.
    for (payer, account) in [(PAYER, CLAIMS), (EMPLOYEE, CLEARING), (OWNER, CAPITAL)] {
        let mut books = staffed();
        let tax = add_tax(&mut books, 0x71, &[("15", None)]);
        let lines = vec![
            taxed(Some(RENT), "2", "10", tax),
            line(Some(CITY_TAX), "1", "5.75"),
        ];
        let ledger = post_claim(books, claim(Some(payer), lines));
        assert_base(
            &ledger,
            &[
                (RENT, None, "20.00"),
                (TAX, None, "3.00"),
                (CITY_TAX, None, "5.75"),
                (account, Some(payer), "-28.75"),
            ],
        );
        assert_eq!(ledger.suspense, []);
        assert_eq!(ledger.heads[0].contact, Some(payer));
        assert_eq!(ledger.heads[0].total, Some(d("28.75")));
    }
}

#[test]
fn a_claim_may_include_tax_and_buy_stock() {
    // 11.50 with 15 % inside: tax 11.50 × 15 / 115 = 1.50, stock 10.00, one unit.
    let mut books = staffed();
    let tax = add_tax(&mut books, 0x71, &[("15", None)]);
    let mut bought = taxed(None, "1", "11.50", tax);
    bought.subledgers.item = Some(ITEM);
    let mut claim = claim(Some(PAYER), vec![bought]);
    claim.amounts_include_tax = true;
    let ledger = post_claim(books, claim);
    assert_base(
        &ledger,
        &[
            (STOCK, Some(ITEM), "10.00"),
            (TAX, None, "1.50"),
            (CLAIMS, Some(PAYER), "-11.50"),
        ],
    );
    let units: Vec<_> = ledger
        .postings
        .iter()
        .filter_map(|it| it.quantity)
        .collect();
    assert_eq!(units, [d("1")]);
}

#[test]
fn a_claim_of_nobody_waits_in_suspense() {
    let lines = || vec![line(Some(RENT), "1", "7")];
    for (paid_by, expected) in [
        (None, code::SUBLEDGER_MISSING),
        (Some(NOWHERE), code::SUBLEDGER_UNKNOWN),
        (Some(CUSTOMER), code::SUBLEDGER_UNKNOWN),
    ] {
        let ledger = post_claim(staffed(), claim(paid_by, lines()));
        assert_base(&ledger, &[(RENT, None, "7.00"), (SUSPENSE, None, "-7.00")]);
        assert_eq!(codes(&ledger), [(expected, None)]);
    }
}

const WAGES: Key = key(0x51 + 0x10);
const INCOME_TAX: Key = key(0x62);
const PENSION: Key = key(0x63);

/// Three items: wages to rent, income tax kept back, pension on top; both owed on the city's tax.
fn with_items(mut books: Books) -> Books {
    for (key, kind, expense, liability) in [
        (WAGES, kinds::PAYSLIP_EARNINGS_ITEM, Some(RENT), None),
        (
            INCOME_TAX,
            kinds::PAYSLIP_DEDUCTION_ITEM,
            None,
            Some(CITY_TAX),
        ),
        (
            PENSION,
            kinds::PAYSLIP_CONTRIBUTION_ITEM,
            Some(SALES),
            Some(CITY_TAX),
        ),
    ] {
        let item = PayslipItem {
            key,
            kind,
            name: String::new(),
            expense_account: expense,
            liability_account: liability,
        };
        books.payslip_items.insert(key, item);
    }
    books
}

fn pay_line(item: Key, units: Option<&str>, amount: &str) -> PayslipLine {
    PayslipLine {
        item: Some(item),
        units: units.map(d),
        amount: Some(d(amount)),
        ..PayslipLine::default()
    }
}

fn payslip(employee: Option<Key>) -> Payslip {
    Payslip {
        key: key(1),
        date: Some(DAY),
        employee,
        earnings: vec![pay_line(WAGES, Some("160"), "12.50")],
        deductions: vec![pay_line(INCOME_TAX, None, "300")],
        contributions: vec![pay_line(PENSION, None, "150")],
        ..Payslip::default()
    }
}

fn post_payslip(mut books: Books, payslip: Payslip) -> Ledger {
    books.payslips.insert(payslip.key, payslip);
    post(&books)
}

#[test]
fn a_payslip_shares_out_what_was_earned() {
    // 160 × 12.50 = 2,000.00; less 300.00 is 1,700.00. Owed: 300.00 + 150.00.
    let ledger = post_payslip(with_items(staffed()), payslip(Some(EMPLOYEE)));
    assert_base(
        &ledger,
        &[
            (RENT, None, "2000.00"),
            (SALES, None, "150.00"),
            (CITY_TAX, None, "-450.00"),
            (CLEARING, Some(EMPLOYEE), "-1700.00"),
        ],
    );
    assert_eq!(ledger.suspense, []);
    let lines: Vec<_> = ledger.postings.iter().map(|it| it.line).collect();
    let expected = [Some(0), Some(1), Some(2), Some(2), None];
    assert_eq!(lines, expected);
    assert!(
        ledger
            .postings
            .iter()
            .all(|it| it.contact == Some(EMPLOYEE))
    );
}

#[test]
fn a_payslip_in_a_foreign_currency_is_converted_line_by_line() {
    // 2,000.00 × 3.7501 = 7,500.20; 300 × 3.7501 = 1,125.03; 150 × 3.7501 = 562.515 → 562.52.
    let mut books = with_items(staffed());
    add_rate(&mut books, 0x81, DAY, "3.7501");
    let ledger = post_payslip(books, payslip(Some(DOLLAR_EMPLOYEE)));
    assert_base(
        &ledger,
        &[
            (RENT, None, "7500.20"),
            (SALES, None, "562.52"),
            (CITY_TAX, None, "-1687.55"),
            (CLEARING, Some(DOLLAR_EMPLOYEE), "-6375.17"),
        ],
    );
    assert_own(&ledger, &[(CLEARING, Some(DOLLAR_EMPLOYEE), "-1700.00")]);
}

#[test]
fn items_that_lead_nowhere_are_named_line_by_line() {
    let mut books = with_items(staffed());
    books.payslip_items.insert(
        PENSION,
        PayslipItem {
            key: PENSION,
            kind: kinds::PAYSLIP_CONTRIBUTION_ITEM,
            expense_account: Some(SALES),
            ..PayslipItem::default()
        },
    );
    let slip = Payslip {
        earnings: vec![PayslipLine {
            amount: Some(d("10")),
            ..PayslipLine::default()
        }],
        // An earnings item is no deduction item.
        deductions: vec![pay_line(WAGES, None, "1")],
        ..payslip(None)
    };
    let ledger = post_payslip(books, slip);
    assert_eq!(
        codes(&ledger),
        [
            (code::ITEM_MISSING, Some(0)),
            (code::ITEM_UNKNOWN, Some(1)),
            (code::ITEM_ACCOUNT_UNKNOWN, Some(2)),
            (code::EMPLOYEE_MISSING, None),
        ]
    );
    assert_base(
        &ledger,
        &[(SALES, None, "150.00"), (SUSPENSE, None, "-150.00")],
    );
    let unknown = post_payslip(with_items(staffed()), payslip(Some(SUPPLIER)));
    assert_eq!(codes(&unknown), [(code::PARTY_UNKNOWN, None)]);
}

#[test]
fn a_claim_names_what_stands_under_the_account_of_its_line() {
    let mut books = staffed();
    let van = key(0x55);
    books.holdings.insert(van, holding(van, kinds::FIXED_ASSET));
    let cost = kinds::BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT;
    let bought = InvoiceLine {
        subledgers: Subledgers {
            fixed_asset: Some(van),
            ..Subledgers::default()
        },
        ..line(Some(cost), "1", "900")
    };
    let ledger = post_claim(books, claim(Some(OWNER), vec![bought]));
    assert_base(
        &ledger,
        &[
            (cost, Some(van), "900.00"),
            (CAPITAL, Some(OWNER), "-900.00"),
        ],
    );
}
