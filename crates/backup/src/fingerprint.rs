//! The financial fingerprint: the totals of the trial balance, to the last unit.
//!
//! The settings are collected while the records are walked; then the documents are read a second
//! time and posted so many at a time, so that memory does not grow with their number. Where what
//! follows from one document depends on all others (averages, market prices, gains in foreign
//! currency), they are posted in one go, as SPEC-posting.md says.

mod parts;

use crate::BackupError;
use crate::compare::Balances;
use crate::source::Source;
use books::documents::{POSTED_KINDS, UNTYPED_KINDS};
use books::kinds::{self, Class};
use books::{Books, Object};
use interchange::{BooksReader, ReadFinding};
use ledger::Figures;
use parts::{Gathered, Parts};
use rust_decimal::Decimal;

/// The totals of the trial balance of a whole business.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fingerprint {
    /// The code of the base currency; empty when the business names none.
    pub currency: String,
    /// The sum of all debit balances.
    pub total_debit: Decimal,
    /// The sum of all credit balances.
    pub total_credit: Decimal,
}

/// What follows from all records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Posted {
    /// The totals.
    pub fingerprint: Fingerprint,
    /// What each account comes to.
    pub balances: Balances,
    /// What could not be read of which record.
    pub findings: Vec<ReadFinding>,
}

impl Posted {
    fn of(balance: &reports::TrialBalance, books: &Books, findings: Vec<ReadFinding>) -> Self {
        Self {
            fingerprint: Fingerprint {
                currency: balance.currency.clone(),
                total_debit: balance.total_debit,
                total_credit: balance.total_credit,
            },
            balances: Balances::of(balance, books),
            findings,
        }
    }
}

/// So many documents are posted at once.
const DOCUMENTS_AT_ONCE: usize = 4_000;

/// Which part a record has in posting.
enum Role {
    /// It is looked up while others are posted.
    Setting,
    /// Posted with others of its kind, by itself.
    Document,
    /// Posted after all others, since it depends on when they begin or on what they posted.
    Last,
    /// None.
    Silent,
}

fn role(object: &Object) -> Role {
    let kind = object.content_type;
    if object.is_keyed_by_kind() {
        return Role::Setting;
    }
    if kind == kinds::ATTACHMENT || UNTYPED_KINDS.contains(&kind) {
        return Role::Silent;
    }
    let class = kinds::find(kind).map(|kind| kind.class);
    if kind == kinds::INVESTMENT_MARKET_PRICE || class == Some(Class::StartingBalance) {
        return Role::Last;
    }
    if POSTED_KINDS.contains(&kind) {
        return Role::Document;
    }
    Role::Setting
}

/// Collects the settings while records are walked.
pub(crate) struct Fingerprinting {
    settings: BooksReader,
    /// What is posted last.
    last: Vec<Object>,
    has_prices: bool,
    documents_at_once: usize,
}

impl Fingerprinting {
    pub(crate) fn new() -> Self {
        Self {
            settings: BooksReader::new(),
            last: Vec::new(),
            has_prices: false,
            documents_at_once: DOCUMENTS_AT_ONCE,
        }
    }

    pub(crate) fn object(&mut self, object: &Object) {
        let kind = object.content_type;
        match role(object) {
            Role::Setting => self.settings.add(object),
            Role::Last => {
                self.has_prices |= kind == kinds::INVESTMENT_MARKET_PRICE;
                self.last.push(object.clone());
            }
            // Who moves units (SPEC-posting.md, 16.1) is in no amount.
            Role::Document | Role::Silent => {}
        }
    }

    /// The totals, and what could not be read of which record. Reads the documents again from
    /// where the records were walked.
    pub(crate) fn finish(self, source: &dyn Source) -> Result<Posted, BackupError> {
        if self.has_prices || needs_all_at_once(self.settings.books()) {
            return self.all_at_once(source);
        }
        let (settings, mut findings) = self.settings.finish();
        let mut parts = Parts::new(source, &settings);
        let mut documents = Vec::new();
        source.each_object(&mut |object| {
            if matches!(role(&object), Role::Document) {
                documents.push(object);
            }
            if documents.len() < self.documents_at_once {
                return Ok(());
            }
            parts.post(&std::mem::take(&mut documents), None)
        })?;
        parts.post(&documents, None)?;
        drop(documents);
        let earliest = parts.earliest();
        parts.post(&self.last, earliest)?;
        let (sums, read) = parts.finish();
        findings.extend(read);
        let gathered = Gathered::new(settings, sums);
        let balance = reports::trial_balance_of(&gathered, None);
        let balance = balance.map_err(|error| BackupError::Io {
            what: "the trial balance".to_owned(),
            reason: error.to_string(),
        })?;
        Ok(Posted::of(&balance, gathered.books(), in_order(findings)))
    }

    /// Posts everything in one go.
    fn all_at_once(self, source: &dyn Source) -> Result<Posted, BackupError> {
        let mut reader = self.settings;
        self.last.iter().for_each(|object| reader.add(object));
        source.each_object(&mut |object| {
            if matches!(role(&object), Role::Document) {
                reader.add(&object);
            }
            Ok(())
        })?;
        let (books, findings) = reader.finish();
        let balance = reports::trial_balance(&books, &ledger::post(&books), None);
        Ok(Posted::of(&balance, &books, findings))
    }
}

fn in_order(mut findings: Vec<ReadFinding>) -> Vec<ReadFinding> {
    findings.sort_by(|a, b| (a.record, a.code, &a.message).cmp(&(b.record, b.code, &b.message)));
    findings
}

/// Whether what some document posts depends on many others (SPEC-posting.md, 16.2 and 18).
fn needs_all_at_once(settings: &Books) -> bool {
    !settings.foreign_currencies.is_empty()
        || settings.items.values().any(|item| item.costs_at_average)
}

#[cfg(test)]
mod tests;
