//! What stands under a control account and is neither party, bank account nor inventory item.

use crate::Key;

/// A capital account, sub-account, special account, fixed or intangible asset, investment, or
/// payer of expense claims; `kind` says which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The record's key.
    pub key: Key,
    /// The kind of record.
    pub kind: Key,
    /// The name.
    pub name: String,
    /// The code, which may be empty.
    pub code: String,
    /// The foreign currency it is kept in (special accounts); none means the base currency.
    pub currency: Option<Key>,
    /// The custom control account it stands under; none means the built-in one.
    pub control_account: Option<Key>,
    /// The custom control account of its accumulated depreciation or amortization.
    pub accumulated_account: Option<Key>,
}
