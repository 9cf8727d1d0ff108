//! What something was worth when the books began.

use crate::Key;
use rust_decimal::Decimal;

/// The starting balance of an account or of something under a control account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartingBalance {
    /// The record's key.
    pub key: Key,
    /// The kind of record, which says what the target is.
    pub kind: Key,
    /// The account, bank account, employee … that had the balance.
    pub target: Option<Key>,
    /// The balance, debit positive, in the target's own currency.
    pub amount: Decimal,
}
