//! Accounts and the groups that make them a chart.

use crate::Key;

/// An account with a record of its own: an ordinary one, a renamed built-in one, or a custom
/// control account (SPEC-posting.md, "Accounts").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The record's key; equal to `kind` for a built-in account.
    pub key: Key,
    /// The kind of record, which says whether something must stand under the account.
    pub kind: Key,
    /// The name, in the user's words.
    pub name: String,
    /// The code, which may be empty.
    pub code: String,
    /// The group it stands in.
    pub group: Option<Key>,
    /// Its place among its neighbours, small numbers first; 0 when nobody moved it.
    pub position: i64,
    /// No longer offered for new documents; balances remain.
    pub inactive: bool,
}

/// What a group of the chart holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupType {
    /// A group of the balance sheet, or one of its three roots.
    BalanceSheet,
    /// Income.
    Income,
    /// Expenses.
    Expenses,
    /// A part of the group above it.
    Part,
}

/// A group of the chart of accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountGroup {
    /// The record's key.
    pub key: Key,
    /// The name, in the user's words.
    pub name: String,
    /// The group above it.
    pub parent: Option<Key>,
    /// Its place among its neighbours; small numbers first.
    pub position: i64,
    /// What it holds.
    pub group_type: GroupType,
}
