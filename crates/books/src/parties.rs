//! The parties in the books: customers, suppliers, employees.

use crate::Key;

/// What sort of party somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartyKind {
    /// Somebody we sell to.
    Customer,
    /// Somebody we buy from.
    Supplier,
    /// Somebody who works for us.
    Employee,
}

/// A customer, supplier or employee: the facts that posting and reports need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The record's key.
    pub key: Key,
    /// Which of the three.
    pub kind: PartyKind,
    /// The name.
    pub name: String,
    /// The code, which may be empty.
    pub code: String,
    /// The foreign currency of all dealings; none means the base currency.
    pub currency: Option<Key>,
    /// The custom control account; none means the built-in one.
    pub control_account: Option<Key>,
    /// No longer offered for new documents.
    pub inactive: bool,
}
