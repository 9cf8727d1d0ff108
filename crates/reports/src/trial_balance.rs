//! The trial balance: every account with a balance, debit and credit side by side.

use jiff::civil::Date;
use books::{Books, Key};
use ledger::Ledger;
use rust_decimal::Decimal;

/// A name out of the books, or the name of something built in, which faces translate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccountName {
    /// The user's own words.
    Own(String),
    /// The name of a kind such as `BalanceSheetAccountsReceivableAccount`, or of a section such
    /// as `Assets`.
    BuiltIn(&'static str),
}

/// The five parts of a chart of accounts, in the order in which reports show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What the business owns.
    Assets,
    /// What it owes.
    Liabilities,
    /// What belongs to its owners.
    Equity,
    /// What it earned.
    Income,
    /// What it spent.
    Expenses,
    /// No group leads to any of the five.
    Unclassified,
}

/// What stands under a control account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubRow {
    /// The customer, supplier, bank account …; the currency, where nothing stands under the
    /// account and the amount is known in that currency only.
    pub key: Key,
    /// Its name; empty when the record has none.
    pub name: String,
    /// The code of its foreign currency; none for the base currency.
    pub currency: Option<String>,
    /// The debit balance in base currency, or zero.
    pub debit: Decimal,
    /// The credit balance in base currency, or zero.
    pub credit: Decimal,
    /// The balance in its foreign currency, debit positive.
    pub own_currency_balance: Option<Decimal>,
}

/// One account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The account; built-in accounts by their kind.
    pub account_key: Key,
    /// Its code, which may be empty.
    pub code: String,
    /// Its name.
    pub name: AccountName,
    /// The part of the chart it belongs to.
    pub section: Section,
    /// The groups above it, from the root down, without the account itself.
    pub group_path: Vec<AccountName>,
    /// The debit balance in base currency, or zero.
    pub debit: Decimal,
    /// The credit balance in base currency, or zero.
    pub credit: Decimal,
    /// What stands under it, by name, then key.
    pub subledger: Vec<SubRow>,
}

/// The trial balance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrialBalance {
    /// The last day that counts; none means everything.
    pub as_at: Option<Date>,
    /// The code of the base currency; may be empty.
    pub currency: String,
    /// The decimals of the base currency.
    pub decimals: u32,
    /// The accounts with a balance, in the order of the chart.
    pub rows: Vec<Row>,
    /// The sum of all debit balances.
    pub total_debit: Decimal,
    /// The sum of all credit balances; equal to the debits.
    pub total_credit: Decimal,
}

/// The trial balance of the ledger as at a day, or over everything (SPEC-posting.md, "Trial
/// balance").
pub fn trial_balance(books: &Books, _ledger: &Ledger, as_at: Option<Date>) -> TrialBalance {
    TrialBalance {
        as_at,
        currency: books.base_currency.code.clone(),
        decimals: books.base_currency.decimals,
        rows: Vec::new(),
        total_debit: Decimal::ZERO,
        total_credit: Decimal::ZERO,
    }
}
