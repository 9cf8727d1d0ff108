//! Journal entries and starting balances: SPEC-posting.md, 7 and 9.

use crate::sample::*;
use books::accounts::StartingBalance;
use books::documents::InvoiceKind;
use books::documents::{JournalLine, Subledgers};
use books::kinds;
use jiff::civil::date;
use ledger::{codes as code, post};
use rust_decimal::Decimal;

#[test]
fn a_journal_reaches_what_stands_under_control_accounts() {
    let lines = vec![
        JournalLine {
            subledgers: for_customer(CUSTOMER),
            ..journal_line(RECEIVABLE, "70", "0")
        },
        JournalLine {
            subledgers: Subledgers {
                bank_account: Some(BANK),
                ..Subledgers::default()
            },
            ..journal_line(CASH, "30", "0")
        },
        journal_line(SALES, "0", "100"),
    ];
    let ledger = post(&with_journal(books(), journal(lines)));
    let expected = [
        (RECEIVABLE, Some(CUSTOMER), "70.00"),
        (CASH, Some(BANK), "30.00"),
        (SALES, None, "-100.00"),
    ];
    assert_base(&ledger, &expected);
}

#[test]
fn an_unbalanced_journal_leaves_the_difference_in_suspense_and_named() {
    // Debit 100.00, credit 99.50: Suspense takes a credit of 0.50.
    let lines = vec![
        journal_line(RENT, "100", "0"),
        journal_line(SALES, "0", "99.5"),
    ];
    let ledger = post(&with_journal(books(), journal(lines)));
    let expected = [
        (RENT, None, "100.00"),
        (SALES, None, "-99.50"),
        (SUSPENSE, None, "-0.50"),
    ];
    assert_base(&ledger, &expected);
    assert_eq!(codes(&ledger), [(code::DOCUMENT_UNBALANCED, None)]);
    assert_eq!(ledger.suspense[0].amount, d("-0.50"));
    assert_eq!(ledger.suspense[0].document, key(0xb1));
}

#[test]
fn a_control_account_with_nothing_under_it_is_suspense() {
    let lines = vec![
        journal_line(RECEIVABLE, "10", "0"),
        JournalLine {
            subledgers: for_customer(NOWHERE),
            ..journal_line(RECEIVABLE, "20", "0")
        },
        journal_line(SALES, "0", "30"),
    ];
    let ledger = post(&with_journal(books(), journal(lines)));
    let expected = [(SUSPENSE, None, "30.00"), (SALES, None, "-30.00")];
    assert_base(&ledger, &expected);
    let expected = [
        (code::SUBLEDGER_MISSING, Some(0)),
        (code::SUBLEDGER_UNKNOWN, Some(1)),
    ];
    assert_eq!(codes(&ledger), expected);
}

#[test]
fn starting_balances_stand_against_retained_earnings_the_day_before() {
    let mut books = books();
    for (number, kind, target, amount) in [
        (1, kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE, BANK, "500"),
        (
            2,
            kinds::BALANCE_SHEET_ACCOUNT_STARTING_BALANCE,
            CITY_TAX,
            "-120",
        ),
        (
            3,
            kinds::BALANCE_SHEET_ACCOUNT_STARTING_BALANCE,
            NOWHERE,
            "7",
        ),
    ] {
        let balance = StartingBalance {
            key: key(number),
            kind,
            target: Some(target),
            amount: d(amount),
            accumulated: Decimal::ZERO,
            quantity: None,
        };
        books.starting_balances.insert(balance.key, balance);
    }
    let lines = vec![journal_line(RENT, "1", "0"), journal_line(SALES, "0", "1")];
    let ledger = post(&with_journal(books, journal(lines)));
    let expected = [
        (CASH, Some(BANK), "500.00"),
        (CITY_TAX, None, "-120.00"),
        (SUSPENSE, None, "7.00"),
        (RETAINED, None, "-387.00"),
        (RENT, None, "1.00"),
        (SALES, None, "-1.00"),
    ];
    assert_base(&ledger, &expected);
    assert_eq!(ledger.postings[0].date, date(2026, 3, 30));
    assert_eq!(codes(&ledger), [(code::ACCOUNT_UNKNOWN, None)]);
}

#[test]
fn tax_on_a_journal_is_inside_unless_only_on_top_balances() {
    // Inside: 115.00 debit is 100.00 and 15.00. On top: 100.00 debit wants 15.00 more.
    for debit in ["115", "100"] {
        let mut books = books();
        let tax = add_tax(&mut books, 0x71, &[("15", None)]);
        let lines = vec![
            JournalLine {
                tax_code: Some(tax),
                ..journal_line(RENT, debit, "0")
            },
            journal_line(CITY_TAX, "0", "115"),
        ];
        let ledger = post(&with_journal(books, journal(lines)));
        let expected = [
            (RENT, None, "100.00"),
            (TAX, None, "15.00"),
            (CITY_TAX, None, "-115.00"),
        ];
        assert_base(&ledger, &expected);
        assert_eq!(codes(&ledger), []);
        let roles: Vec<_> = ledger.postings.iter().filter_map(|it| it.tax).collect();
        assert_eq!(roles.len(), 2);
        assert!(roles.iter().all(|it| it.code == tax && !it.is_sale));
        assert_eq!(ledger.heads[0].total, Some(d("115.00")));
    }
}

#[test]
fn a_key_of_unknown_meaning_is_taken_for_what_it_points_to() {
    // The invoice under the customer; the item under Inventory on hand, and 3 units of it.
    let sold = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, vec![]);
    let lines = vec![
        JournalLine {
            subledgers: for_customer(CUSTOMER),
            links: vec![key(1), NOWHERE],
            ..journal_line(RECEIVABLE, "0", "30")
        },
        JournalLine {
            links: vec![ITEM],
            figures: vec![d("3")],
            ..journal_line(STOCK, "30", "0")
        },
    ];
    let ledger = post(&with_journal(
        with_invoices(books(), [sold]),
        journal(lines),
    ));
    let found: Vec<_> = ledger
        .postings
        .iter()
        .map(|it| (it.account, it.subledger, it.invoice, it.quantity))
        .collect();
    let expected = [
        (RECEIVABLE, Some(CUSTOMER), Some(key(1)), None),
        (STOCK, Some(ITEM), None, Some(d("3"))),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_foreign_amount_on_a_journal_line_is_the_own_amount() {
    // 375 riyals stand for 100 dollars that the customer owes less.
    let lines = vec![
        journal_line(RENT, "375", "0"),
        JournalLine {
            subledgers: for_customer(DOLLAR_CUSTOMER),
            currency_amount: Some(d("100")),
            ..journal_line(RECEIVABLE, "0", "375")
        },
    ];
    let ledger = post(&with_journal(books(), journal(lines)));
    assert_own(&ledger, &[(RECEIVABLE, Some(DOLLAR_CUSTOMER), "-100.00")]);
    assert_eq!(codes(&ledger), []);
}
