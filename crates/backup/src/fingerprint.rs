//! The financial fingerprint: the totals of the trial balance, to the last unit.

use books::Object;
use interchange::{BooksReader, ReadFinding};
use rust_decimal::Decimal;

/// The totals of the trial balance of a whole business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// The code of the base currency; empty when the business names none.
    pub currency: String,
    /// The sum of all debit balances.
    pub total_debit: Decimal,
    /// The sum of all credit balances.
    pub total_credit: Decimal,
}

/// Collects records for the trial balance while they are walked.
pub(crate) struct Fingerprinting(BooksReader);

impl Fingerprinting {
    pub(crate) fn new() -> Self {
        Self(BooksReader::new())
    }

    pub(crate) fn object(&mut self, object: &Object) {
        self.0.add(object);
    }

    /// The totals, and what could not be read of which record.
    pub(crate) fn finish(self) -> (Fingerprint, Vec<ReadFinding>) {
        let (books, findings) = self.0.finish();
        let ledger = ledger::post(&books);
        let balance = reports::trial_balance(&books, &ledger, None);
        let fingerprint = Fingerprint {
            currency: balance.currency,
            total_debit: balance.total_debit,
            total_credit: balance.total_credit,
        };
        (fingerprint, findings)
    }
}
