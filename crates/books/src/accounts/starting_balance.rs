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
    /// The account, bank account, employee, asset, invoice … that had the balance.
    pub target: Option<Key>,
    /// In the target's own currency: the balance, debit positive; of an asset its cost; of an
    /// inventory item or investment the price of one unit; of an invoice what had been paid.
    pub amount: Decimal,
    /// Of an asset, how much of its cost had been used up, in base currency.
    pub accumulated: Decimal,
    /// Of an inventory item or investment, how many units there were.
    pub quantity: Option<Decimal>,
}
