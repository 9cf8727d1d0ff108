//! Says what differs between a checked file and a business, record by record and account by
//! account; changes nothing.

use crate::BackupError;
use crate::check::CheckedFile;
use crate::source::{FileSource, LiveSource, Source};
use books::{Key, Object, kinds};
use interchange::BooksReader;
use reports::{AccountName, TrialBalance};
use rust_decimal::Decimal;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use store::Reader;

/// Where a record is, or is otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// Only the file has it.
    OnlyInFile,
    /// Only the business has it.
    OnlyInBusiness,
    /// Both have it, with another content.
    Changed,
}

impl Difference {
    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::OnlyInFile => "only-in-file",
            Self::OnlyInBusiness => "only-in-business",
            Self::Changed => "changed",
        }
    }
}

/// A record that is not the same on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordDifference {
    /// The record.
    pub key: Key,
    /// The name of its kind, or the kind's key.
    pub kind: String,
    /// Its name or number.
    pub title: String,
    /// What differs.
    pub difference: Difference,
}

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
    /// Records, in key order.
    pub records: Vec<RecordDifference>,
    /// Accounts, in key order.
    pub accounts: Vec<AccountDifference>,
}

struct Side {
    /// Of each record: its kind, what its content sums to, and its title.
    records: BTreeMap<Key, (Key, [u8; 32], String)>,
    balance: TrialBalance,
}

/// Compares a checked file with a business.
///
/// # Errors
/// When one of them cannot be read.
pub fn compare(checked: &CheckedFile, reader: &dyn Reader) -> Result<Comparison, BackupError> {
    let file = Side::of(&FileSource::new(&checked.examined.file)?)?;
    let business = Side::of(&LiveSource(reader))?;
    Ok(Comparison {
        records: compare_records(&file, &business),
        accounts: compare_accounts(&file.balance, &business.balance),
    })
}

impl Side {
    fn of(source: &dyn Source) -> Result<Self, BackupError> {
        let mut records = BTreeMap::new();
        let mut books = BooksReader::new();
        source.each_object(&mut |object: Object| {
            books.add(&object);
            let sum: [u8; 32] = Sha256::digest(&object.content).into();
            let title = interchange::title(&object).unwrap_or_default();
            records.insert(object.key, (object.content_type, sum, title));
            Ok(())
        })?;
        let (books, _) = books.finish();
        let balance = reports::trial_balance(&books, &ledger::post(&books), None);
        Ok(Self { records, balance })
    }
}

fn compare_records(file: &Side, business: &Side) -> Vec<RecordDifference> {
    let mut differences = Vec::new();
    let mut tell = |key: Key, kind: Key, title: &str, difference| {
        let kind = kinds::find(kind).map_or_else(|| kind.to_string(), |kind| kind.name.to_owned());
        differences.push(RecordDifference {
            key,
            kind,
            title: title.to_owned(),
            difference,
        });
    };
    for (key, (kind, sum, title)) in &file.records {
        match business.records.get(key) {
            None => tell(*key, *kind, title, Difference::OnlyInFile),
            Some((other_kind, other_sum, _)) if (other_kind, other_sum) != (kind, sum) => {
                tell(*key, *kind, title, Difference::Changed);
            }
            Some(_) => {}
        }
    }
    for (key, (kind, _, title)) in &business.records {
        if !file.records.contains_key(key) {
            tell(*key, *kind, title, Difference::OnlyInBusiness);
        }
    }
    differences.sort_by_key(|difference| difference.key);
    differences
}

fn compare_accounts(file: &TrialBalance, business: &TrialBalance) -> Vec<AccountDifference> {
    let mut accounts: BTreeMap<Key, AccountDifference> = BTreeMap::new();
    for (balance, is_file) in [(file, true), (business, false)] {
        for row in &balance.rows {
            let account = accounts
                .entry(row.account_key)
                .or_insert_with(|| AccountDifference {
                    account: row.account_key,
                    name: row.name.clone(),
                    in_file: Decimal::ZERO,
                    in_business: Decimal::ZERO,
                });
            let amount = row.debit.saturating_sub(row.credit);
            *(if is_file {
                &mut account.in_file
            } else {
                &mut account.in_business
            }) = amount;
        }
    }
    accounts
        .into_values()
        .filter(|account| account.in_file != account.in_business)
        .collect()
}
