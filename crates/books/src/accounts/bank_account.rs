//! Bank and cash accounts.

use crate::Key;

/// A bank or cash account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankAccount {
    /// The record's key.
    pub key: Key,
    /// The name.
    pub name: String,
    /// The code, which may be empty.
    pub code: String,
    /// The foreign currency it is kept in; none means the base currency.
    pub currency: Option<Key>,
    /// The custom control account it stands under; none means Cash and cash equivalents.
    pub control_account: Option<Key>,
    /// No longer offered for new documents.
    pub inactive: bool,
}
