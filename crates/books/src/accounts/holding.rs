//! What stands under a control account and is neither party, bank account nor inventory item.

use crate::Key;
use jiff::civil::Date;

/// The end of a fixed or intangible asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disposal {
    /// The day it left the business.
    pub date: Option<Date>,
    /// Where what is left of its cost goes; none means the built-in account.
    pub account: Option<Key>,
}

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
    /// The account of its depreciation or amortization; none means the built-in one.
    pub expense_account: Option<Key>,
    /// Its end, for an asset that was disposed of.
    pub disposal: Option<Disposal>,
}
