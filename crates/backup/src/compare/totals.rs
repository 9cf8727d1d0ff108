//! What the figures of one side come to: account by account, and the four that everybody asks for.

use books::kinds::{self, Class};
use books::{Books, Key};
use ledger::{Figures, FiguresError};
use reports::{AccountName, Row, Section, TrialBalance, trial_balance_of};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The figures that a person knows by heart, over everything recorded, in base currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// What lies in bank and cash accounts.
    pub cash: Decimal,
    /// What customers owe.
    pub receivables: Decimal,
    /// What is owed to suppliers.
    pub payables: Decimal,
    /// Income less expenses since the books began.
    pub net_profit: Decimal,
}

/// The figures of one side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Balances {
    /// The code of the base currency; may be empty.
    pub currency: String,
    /// Its decimals.
    pub decimals: u32,
    pub totals: Totals,
    /// Each account with a balance: its name and the balance, debit positive.
    pub accounts: BTreeMap<Key, (AccountName, Decimal)>,
}

impl Balances {
    /// The figures of one moment, wherever they are kept.
    pub(crate) fn read(figures: &dyn Figures) -> Result<Self, FiguresError> {
        let balance = trial_balance_of(figures, None)?;
        Ok(Self::of(&balance, figures.books()))
    }

    pub(crate) fn of(balance: &TrialBalance, books: &Books) -> Self {
        let mut totals = Totals::default();
        let mut accounts = BTreeMap::new();
        for row in &balance.rows {
            let amount = row.debit.saturating_sub(row.credit);
            accounts.insert(row.account_key, (row.name.clone(), amount));
            if is_profit_and_loss(row, books) {
                totals.net_profit = totals.net_profit.saturating_sub(amount);
                continue;
            }
            let mut under = Decimal::ZERO;
            for sub in &row.subledger {
                let amount = sub.debit.saturating_sub(sub.credit);
                under = under.saturating_add(amount);
                totals.add(place_of(row.account_key, Some(sub.key), books), amount);
            }
            let rest = amount.saturating_sub(under);
            totals.add(place_of(row.account_key, None, books), rest);
        }
        Self {
            currency: balance.currency.clone(),
            decimals: balance.decimals,
            totals,
            accounts,
        }
    }
}

/// Whether a row belongs to the profit and loss statement; an account outside all groups does by
/// its kind (SPEC-reports.md, 3.2).
fn is_profit_and_loss(row: &Row, books: &Books) -> bool {
    match row.section {
        Section::Income | Section::Expenses => true,
        Section::Assets | Section::Liabilities | Section::Equity => false,
        Section::Unclassified => {
            let kind = books.account_kind(row.account_key).and_then(kinds::find);
            kind.is_some_and(|kind| {
                kind.class == Class::ProfitAndLossAccount
                    || kind.key == kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT
            })
        }
    }
}

/// One of the three that stand on the balance sheet.
#[derive(Clone, Copy)]
enum Place {
    Cash,
    Receivables,
    Payables,
}

impl Totals {
    fn add(&mut self, place: Option<Place>, amount: Decimal) {
        match place {
            Some(Place::Cash) => self.cash = self.cash.saturating_add(amount),
            Some(Place::Receivables) => self.receivables = self.receivables.saturating_add(amount),
            Some(Place::Payables) => self.payables = self.payables.saturating_sub(amount),
            None => {}
        }
    }
}

/// By what stands under the account, since a control account of one's own may stand in for the
/// built-in one; else by the account.
fn place_of(account: Key, under: Option<Key>, books: &Books) -> Option<Place> {
    use books::parties::PartyKind;
    if let Some(key) = under {
        if books.bank_accounts.contains_key(&key) {
            return Some(Place::Cash);
        }
        match books.parties.get(&key).map(|party| party.kind) {
            Some(PartyKind::Customer) if !is_tax(account) => return Some(Place::Receivables),
            Some(PartyKind::Supplier) if !is_tax(account) => return Some(Place::Payables),
            _ => {}
        }
    }
    match account {
        kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT => Some(Place::Cash),
        kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT => Some(Place::Receivables),
        kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT => Some(Place::Payables),
        _ => None,
    }
}

/// Customers and suppliers also stand under accounts of withheld tax and of what is to be billed,
/// which nobody calls receivables.
fn is_tax(account: Key) -> bool {
    [
        kinds::BALANCE_SHEET_WITHHOLDING_TAX_ACCOUNT,
        kinds::BALANCE_SHEET_WITHHOLDING_TAX_RECEIVABLE_ACCOUNT,
        kinds::BALANCE_SHEET_WITHHOLDING_TAX_PAYABLE_ACCOUNT,
        kinds::BALANCE_SHEET_BILLABLE_EXPENSES_ACCOUNT,
        kinds::BALANCE_SHEET_BILLABLE_TIME_ACCOUNT,
    ]
    .contains(&account)
}
