//! Says what differs between a checked file and a business, in the words of bookkeeping: which
//! records, what they come to, by how much the figures differ, whose History goes further
//! (docs/SPEC-import.md, section 1). Changes nothing.
//!
//! Both sides are walked at once in the order of keys, so memory grows with what is named and not
//! with what is there. The figures of the business are whatever answers as [`ledger::Figures`];
//! those of the file were taken when it was checked.

mod documents;
mod records;
mod relation;
mod totals;

pub use records::{Difference, KindDifference, NAMED_COUNT_MAX, Named, RecordDifference};
pub use relation::HistoryRelation;
pub use totals::Totals;

pub(crate) use relation::same_entry;
pub(crate) use totals::Balances;

use crate::check::CheckedFile;
use crate::source::FileSource;
use crate::{BackupError, Progress};
use books::Key;
use ledger::Figures;
use records::Walk;
use reports::AccountName;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use store::{Reader, StoreError};

/// An account whose balance is not the same on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountDifference {
    /// The account.
    pub account: Key,
    /// Its name, or the kind of a built-in account.
    pub name: AccountName,
    /// The balance in the file, debit positive.
    pub in_file: Decimal,
    /// The balance in the business, debit positive.
    pub in_business: Decimal,
}

/// What differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The kinds of which records differ, in the order of their keys.
    pub kinds: Vec<KindDifference>,
    /// The accounts whose balances differ, in key order.
    pub accounts: Vec<AccountDifference>,
    /// The code of the base currency of the file and of the business.
    pub currencies: (String, String),
    /// The decimals of the figures.
    pub decimals: u32,
    /// What the file comes to.
    pub in_file: Totals,
    /// What the business comes to.
    pub in_business: Totals,
    /// Whose History goes further.
    pub history: HistoryRelation,
}

impl Comparison {
    /// Whether records and balances are the same on both sides, whatever their History.
    pub fn is_same(&self) -> bool {
        self.kinds.is_empty() && self.accounts.is_empty()
    }

    /// How many records differ in this way.
    pub fn count(&self, difference: Difference) -> u64 {
        let counts = self.kinds.iter().map(|kind| kind.count(difference));
        counts.fold(0, u64::saturating_add)
    }
}

/// Compares a checked file with one moment of a business and its figures. Every record that is not
/// the same is shown to `each` in key order; the newest of each kind are named in the result.
///
/// # Errors
/// When one of them cannot be read, or the person asked to stop.
pub fn compare(
    checked: &CheckedFile,
    reader: &dyn Reader,
    figures: &dyn Figures,
    progress: &dyn Progress,
    each: &mut dyn FnMut(RecordDifference),
) -> Result<Comparison, BackupError> {
    let source = FileSource::new(&checked.examined.file)?;
    let mut kinds = Walk::new(reader, each).along(&source, checked, progress)?;
    documents::tell_amounts(&mut kinds, &source, figures)?;
    let file = &checked.examined.balances;
    let business = Balances::read(figures).map_err(unreadable)?;
    Ok(Comparison {
        kinds,
        accounts: compare_accounts(file, &business),
        currencies: (file.currency.clone(), business.currency.clone()),
        decimals: file.decimals.max(business.decimals),
        in_file: file.totals,
        in_business: business.totals,
        history: relation::relation(checked, &source, reader)?,
    })
}

/// Figures that cannot be read are a failure of the store.
pub(crate) fn unreadable(error: ledger::FiguresError) -> BackupError {
    BackupError::from(StoreError::Stopped(Box::new(error)))
}

fn compare_accounts(file: &Balances, business: &Balances) -> Vec<AccountDifference> {
    let mut accounts: BTreeMap<Key, AccountDifference> = BTreeMap::new();
    for (side, is_file) in [(file, true), (business, false)] {
        for (key, (name, amount)) in &side.accounts {
            let account = accounts.entry(*key).or_insert_with(|| AccountDifference {
                account: *key,
                name: name.clone(),
                in_file: Decimal::ZERO,
                in_business: Decimal::ZERO,
            });
            *(if is_file {
                &mut account.in_file
            } else {
                &mut account.in_business
            }) = *amount;
        }
    }
    accounts
        .into_values()
        .filter(|account| account.in_file != account.in_business)
        .collect()
}
