//! Depreciation and amortization entries: the cost of assets that was used up.

use super::Unread;
use crate::{Key, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Whether assets can be touched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum DepreciationKind {
    /// Depreciation of fixed assets.
    #[default]
    Depreciation,
    /// Amortization of intangible assets.
    Amortization,
}

impl DepreciationKind {
    /// The kind of record.
    pub const fn key(self) -> Key {
        match self {
            Self::Depreciation => kinds::DEPRECIATION_ENTRY,
            Self::Amortization => kinds::AMORTIZATION_ENTRY,
        }
    }
}

/// A line of a depreciation or amortization entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DepreciationLine {
    /// The fixed or intangible asset.
    pub asset: Option<Key>,
    /// How much of its cost was used up, in base currency.
    pub amount: Option<Decimal>,
    /// The division.
    pub division: Option<Key>,
}

/// A depreciation or amortization entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DepreciationEntry {
    /// The record's key.
    pub key: Key,
    /// Depreciation or amortization.
    pub kind: DepreciationKind,
    /// The date.
    pub date: Option<Date>,
    /// The reference, which may be empty.
    pub reference: String,
    /// The description.
    pub description: String,
    /// The lines, one for each asset.
    pub lines: Vec<DepreciationLine>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
