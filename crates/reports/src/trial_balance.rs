//! The trial balance: every account with a balance, debit and credit side by side.

use crate::Basis;
use crate::amounts::add;
use crate::chart::{AccountName, Chart, ChartPlace, Section};
use crate::revaluation::adjustments;
use books::{Books, Key};
use jiff::civil::Date;
use ledger::{Balance, Figures, FiguresError, Grouping, Ledger, PostingFilter, balances};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

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
    /// The balance in its foreign currency, debit positive; none where no posting states it.
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

/// The trial balance of the ledger as at a day, or over everything (SPEC-posting.md, 12).
pub fn trial_balance(books: &Books, ledger: &Ledger, as_at: Option<Date>) -> TrialBalance {
    trial_balance_of(&(books, ledger), as_at)
        // In memory nothing fails but a gain beyond exact arithmetic: then amounts stay as posted.
        .unwrap_or_else(|_| of_balances(books, balances(&ledger.postings, as_at), as_at))
}

/// The same from wherever the figures are kept.
///
/// # Errors
/// When the figures cannot be read.
pub fn trial_balance_of(
    figures: &dyn Figures,
    as_at: Option<Date>,
) -> Result<TrialBalance, FiguresError> {
    let by = Grouping {
        subledger: true,
        ..Grouping::default()
    };
    let mut balances: Balances = BTreeMap::new();
    for sum in figures.sums(&PostingFilter::until(as_at), by)? {
        let balance = balances.entry((sum.account, sum.subledger)).or_default();
        add(&mut balance.amount, sum.amount);
        if let Some(currency) = sum.currency {
            add(balance.own.entry(currency).or_default(), sum.own_amount);
        }
    }
    for adjustment in adjustments(figures, as_at, Basis::Accrual)? {
        let place = (adjustment.account, adjustment.subledger);
        add(
            &mut balances.entry(place).or_default().amount,
            adjustment.amount,
        );
    }
    Ok(of_balances(figures.books(), balances, as_at))
}

/// Balances by account and what stands under it.
type Balances = BTreeMap<(Key, Option<Key>), Balance>;

fn of_balances(books: &Books, balances: Balances, as_at: Option<Date>) -> TrialBalance {
    let mut accounts: BTreeMap<Key, Vec<(Option<Key>, Balance)>> = BTreeMap::new();
    for ((account, subledger), balance) in balances {
        if !balance.is_zero() {
            let under = accounts.entry(account).or_default();
            under.push((subledger, balance));
        }
    }
    let chart = Chart::new(books);
    let mut rows: Vec<_> = accounts
        .into_iter()
        .map(|(account, under)| {
            let place = chart.place(account);
            (
                (place.order.clone(), place.position),
                row(books, account, place, under),
            )
        })
        .collect();
    rows.sort_by(|(a_order, a), (b_order, b)| {
        let a = (a_order, &a.code, &a.name, a.account_key);
        a.cmp(&(b_order, &b.code, &b.name, b.account_key))
    });
    let rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
    let zero = Decimal::new(0, books.base_currency.decimals);
    let total = |side: fn(&Row) -> Decimal| {
        let sides = rows.iter().map(side);
        sides.fold(zero, Decimal::saturating_add)
    };
    TrialBalance {
        as_at,
        currency: books.base_currency.code.clone(),
        decimals: books.base_currency.decimals,
        total_debit: total(|row| row.debit),
        total_credit: total(|row| row.credit),
        rows,
    }
}

fn row(books: &Books, account: Key, place: ChartPlace, under: Vec<(Option<Key>, Balance)>) -> Row {
    let decimals = books.base_currency.decimals;
    let total = under
        .iter()
        .map(|(_, balance)| balance.amount)
        .fold(Decimal::ZERO, Decimal::saturating_add);
    let (debit, credit) = sides(total, decimals);
    let mut subledger: Vec<SubRow> = under
        .into_iter()
        .flat_map(|(key, balance)| sub_rows(books, key, balance))
        .collect();
    subledger.sort_by(|a, b| (&a.name, a.key).cmp(&(&b.name, b.key)));
    Row {
        account_key: account,
        code: place.code,
        name: place.name,
        section: place.section,
        group_path: place.group_path,
        debit,
        credit,
        subledger,
    }
}

/// The row of what stands under an account; one row for each currency where nothing does.
fn sub_rows(books: &Books, key: Option<Key>, balance: Balance) -> Vec<SubRow> {
    let code_of = |currency: Key| {
        let found = books.foreign_currency(currency);
        found.map_or_else(|| currency.to_string(), |it| it.code.clone())
    };
    let Some(key) = key else {
        let kept = balance.own.into_iter().filter(|(_, own)| !own.is_zero());
        return kept
            .map(|(currency, own)| SubRow {
                key: currency,
                name: code_of(currency),
                currency: Some(code_of(currency)),
                debit: sides(Decimal::ZERO, books.base_currency.decimals).0,
                credit: sides(Decimal::ZERO, books.base_currency.decimals).1,
                own_currency_balance: Some(own),
            })
            .collect();
    };
    let (debit, credit) = sides(balance.amount, books.base_currency.decimals);
    let (name, currency) = books.subledger(key).unwrap_or(("", None));
    let own = currency.and_then(|currency| balance.own.get(&currency).copied());
    vec![SubRow {
        key,
        name: name.to_owned(),
        currency: currency.map(code_of),
        debit,
        credit,
        own_currency_balance: own,
    }]
}

/// A balance as debit and credit, one of them zero, both with the currency's decimals.
fn sides(balance: Decimal, decimals: u32) -> (Decimal, Decimal) {
    let zero = Decimal::new(0, decimals);
    if balance.is_zero() {
        (zero, zero)
    } else if balance.is_sign_negative() {
        (zero, -balance)
    } else {
        (balance, zero)
    }
}
