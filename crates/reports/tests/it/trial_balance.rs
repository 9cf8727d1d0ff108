//! The trial balance: order of the chart, what stands under accounts, days, totals.

use crate::table::table;
use books::accounts::{Account, AccountGroup, BankAccount, GroupType};
use books::documents::{JournalEntry, JournalLine, Subledgers};
use books::kinds::{self, groups};
use books::settings::{Currency, ExchangeRate};
use books::{Books, Key};
use jiff::civil::{Date, date};
use ledger::post;
use proptest::prelude::*;
use reports::{Section, trial_balance};
use rust_decimal::Decimal;

const DAY: Date = date(2026, 3, 31);
const CASH: Key = kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT;

fn key(number: u8) -> Key {
    Key::from_bytes([number; 16])
}

fn add_account(books: &mut Books, number: u8, kind: Key, group: Key, name: &str, code: &str) {
    let account = Account {
        key: key(number),
        kind,
        name: name.to_owned(),
        code: code.to_owned(),
        group: Some(group),
        position: 0,
        inactive: false,
    };
    books.accounts.insert(account.key, account);
}

fn add_group(books: &mut Books, key: Key, name: &str, parent: Option<Key>, position: i64) {
    let group_type = match (parent, name) {
        (Some(_), _) => GroupType::Part,
        (None, "Spending") => GroupType::Expenses,
        (None, _) => GroupType::Income,
    };
    let group = AccountGroup {
        key,
        name: name.to_owned(),
        parent,
        position,
        group_type,
    };
    books.groups.insert(key, group);
}

fn add_journal(books: &mut Books, number: u8, day: Date, lines: &[(Key, Option<Key>, i64)]) {
    let lines = lines
        .iter()
        .map(|&(account, bank_account, cents)| JournalLine {
            account: Some(account),
            subledgers: Subledgers {
                bank_account,
                ..Subledgers::default()
            },
            debit: Some(Decimal::new(cents, 2)),
            ..JournalLine::default()
        });
    let entry = JournalEntry {
        key: key(number),
        date: Some(day),
        reference: String::new(),
        narration: String::new(),
        currency: None,
        lines: lines.collect(),
        unread: vec![],
    };
    books.journal_entries.insert(entry.key, entry);
}

fn add_bank(books: &mut Books, number: u8, name: &str, currency: Option<Key>) {
    let bank = BankAccount {
        key: key(number),
        name: name.to_owned(),
        code: String::new(),
        currency,
        control_account: None,
        inactive: false,
    };
    books.bank_accounts.insert(bank.key, bank);
}

/// A chart with groups in groups, two banks, and accounts in every section.
fn chart() -> Books {
    let mut books = Books {
        base_currency: Currency::new(kinds::BASE_CURRENCY, "BDT", "Taka", None),
        ..Books::default()
    };
    let (sheet, result) = (
        kinds::BALANCE_SHEET_ACCOUNT,
        kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
    );
    add_group(&mut books, key(0x01), "Earning", None, 1);
    add_group(&mut books, key(0x02), "Spending", None, 2);
    add_group(&mut books, key(0x03), "Premises", Some(key(0x02)), 2);
    add_group(&mut books, key(0x04), "Marketing", Some(key(0x02)), 1);
    add_account(&mut books, 0x11, result, key(0x03), "Rent", "");
    add_account(&mut books, 0x12, result, key(0x04), "Zines", "20");
    add_account(&mut books, 0x13, result, key(0x04), "Adverts", "30");
    add_account(&mut books, 0x14, result, key(0x01), "Fees", "");
    add_account(&mut books, 0x15, sheet, kinds::EQUITY, "Owner", "");
    add_account(&mut books, 0x16, sheet, kinds::LIABILITIES, "Loan", "");
    add_account(&mut books, 0x17, sheet, key(0xee), "Lost", "");
    add_bank(&mut books, 0x21, "Till", None);
    add_bank(&mut books, 0x22, "Bank", None);
    books
}

#[test]
fn rows_follow_the_chart_then_code_then_name() {
    let mut books = chart();
    let mut lines = vec![(CASH, Some(key(0x21)), 700), (CASH, Some(key(0x22)), -650)];
    lines.extend((0x11..=0x16).map(|number| (key(number), None, 10)));
    lines.extend([(key(0x17), None, -110)]);
    add_journal(&mut books, 0x51, DAY, &lines);
    let report = trial_balance(&books, &post(&books), None);
    // Cash 7.00 − 6.50 = 0.50; six accounts at 0.10; one credit of 1.10.
    assert_eq!(
        table(&report),
        [
            "Assets | BalanceSheetCashAtBankAccount | 0.50 | 0.00",
            "  Bank | 0.00 | 6.50 | ",
            "  Till | 7.00 | 0.00 | ",
            "Liabilities | Loan | 0.10 | 0.00",
            "Equity | Owner | 0.10 | 0.00",
            "Earning | Fees | 0.10 | 0.00",
            "Spending / Marketing | Zines 20| 0.10 | 0.00",
            "Spending / Marketing | Adverts 30| 0.10 | 0.00",
            "Spending / Premises | Rent | 0.10 | 0.00",
            "Unclassified | Lost | 0.00 | 1.10",
            "1.10 | 1.10",
        ]
    );
    assert_eq!(report.rows[3].section, Section::Income);
    assert_eq!(report.rows[6].section, Section::Expenses);
}

#[test]
fn only_days_up_to_and_including_the_day_count() {
    let mut books = chart();
    let (fees, till) = (key(0x14), Some(key(0x21)));
    add_journal(
        &mut books,
        0x51,
        DAY,
        &[(CASH, till, 100), (fees, None, -100)],
    );
    let next = date(2026, 4, 1);
    add_journal(
        &mut books,
        0x52,
        next,
        &[(CASH, till, 50), (fees, None, -50)],
    );
    let ledger = post(&books);
    let total = |as_at| {
        trial_balance(&books, &ledger, as_at)
            .total_debit
            .to_string()
    };
    assert_eq!(total(Some(date(2026, 3, 30))), "0.00");
    assert_eq!(total(Some(DAY)), "1.00");
    assert_eq!(total(Some(next)), "1.50");
    assert_eq!(total(None), "1.50");
}

#[test]
fn accounts_that_cancel_out_stay_only_while_something_under_them_does_not() {
    let mut books = chart();
    let lines = [(CASH, Some(key(0x21)), 100), (CASH, Some(key(0x22)), -100)];
    add_journal(&mut books, 0x51, DAY, &lines);
    let lines = [(key(0x15), None, 100), (key(0x15), None, -100)];
    add_journal(&mut books, 0x52, DAY, &lines);
    let report = trial_balance(&books, &post(&books), None);
    assert_eq!(
        table(&report),
        [
            "Assets | BalanceSheetCashAtBankAccount | 0.00 | 0.00",
            "  Bank | 0.00 | 1.00 | ",
            "  Till | 1.00 | 0.00 | ",
            "0.00 | 0.00",
        ]
    );
}

#[test]
fn foreign_balances_show_both_currencies_and_wait_in_suspense_without_a_rate() {
    let (rupee, yen) = (key(0x61), key(0x62));
    let mut books = chart();
    for (currency, code) in [(rupee, "INR"), (yen, "JPY")] {
        let currency = Currency::new(currency, code, code, None);
        books.foreign_currencies.insert(currency.key, currency);
    }
    let rate = ExchangeRate {
        key: key(0x63),
        date: DAY,
        currency: rupee,
        rate: Decimal::new(135, 2),
    };
    books.exchange_rates.insert(rate.key, rate);
    add_bank(&mut books, 0x23, "Kolkata", Some(rupee));
    add_bank(&mut books, 0x24, "Osaka", Some(yen));
    for (number, currency, bank) in [(0x51, rupee, 0x23), (0x52, yen, 0x24)] {
        let lines = [(CASH, Some(key(bank)), 10_000), (key(0x14), None, -10_000)];
        add_journal(&mut books, number, DAY, &lines);
        let entry = books
            .journal_entries
            .get_mut(&key(number))
            .expect("the entry");
        entry.currency = Some(currency);
    }
    // 100.00 rupees × 1.35 = 135.00 taka; 100 yen without a rate.
    let report = trial_balance(&books, &post(&books), None);
    assert_eq!(
        table(&report),
        [
            "Assets | BalanceSheetCashAtBankAccount | 135.00 | 0.00",
            "  Kolkata | 135.00 | 0.00 | INR 100.00",
            "  Osaka | 0.00 | 0.00 | JPY 100",
            "Equity | BalanceSheetSuspenseAccount | 0.00 | 0.00",
            "  JPY | 0.00 | 0.00 | JPY -100",
            "Earning | Fees | 0.00 | 135.00",
            "135.00 | 135.00",
        ]
    );
}

#[test]
fn groups_that_go_round_in_a_circle_end() {
    let mut books = chart();
    add_group(&mut books, key(0x05), "This", Some(key(0x06)), 1);
    add_group(&mut books, key(0x06), "That", Some(key(0x05)), 1);
    let kind = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT;
    add_account(&mut books, 0x18, kind, key(0x05), "Round", "");
    add_account(&mut books, 0x19, kind, groups::EXPENSES, "Fixed", "");
    let lines = [(key(0x18), None, 1), (key(0x19), None, -1)];
    add_journal(&mut books, 0x51, DAY, &lines);
    let report = trial_balance(&books, &post(&books), None);
    assert_eq!(
        table(&report),
        [
            "Expenses | Fixed | 0.00 | 0.01",
            "Unclassified / That / This | Round | 0.01 | 0.00",
            "0.01 | 0.01",
        ]
    );
}

proptest! {
    #[test]
    fn total_debit_equals_total_credit(
        entries in proptest::collection::vec(
            (0_u8..40, proptest::collection::vec((0x10_u8..0x1a, any::<i32>()), 0..6)),
            0..12,
        ),
        day in 0_i16..40,
    ) {
        let mut books = chart();
        for (at, (days, lines)) in entries.into_iter().enumerate() {
            let number = u8::try_from(at + 0x50).expect("few");
            let lines = lines.into_iter().map(|(it, n)| (key(it), None, n.into()));
            let lines: Vec<_> = lines.collect();
            let day = date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
            add_journal(&mut books, number, day, &lines);
        }
        let ledger = post(&books);
        let as_at = date(2026, 1, 1).saturating_add(jiff::Span::new().days(day));
        for as_at in [None, Some(as_at)] {
            let report = trial_balance(&books, &ledger, as_at);
            prop_assert_eq!(report.total_debit, report.total_credit);
            for row in &report.rows {
                prop_assert!(row.debit.is_zero() || row.credit.is_zero());
            }
        }
    }
}
