//! A record as it is kept: the raw row.

use crate::Key;

/// One row of the table `Objects`, the same in every store and in every `.manager` file
/// (SPEC-manager-file.md, "Rows").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// The record's own key.
    pub key: Key,
    /// The key of its kind; see [`crate::kinds`].
    pub content_type: Key,
    /// The content in the `.manager` wire encoding, byte for byte.
    pub content: Vec<u8>,
    /// When it last changed: .NET ticks (100 ns since 0001-01-01, UTC); absent in old files.
    pub timestamp: Option<i64>,
}

impl Object {
    /// Whether the record is the only one of its kind, or the form default of a kind of document:
    /// such records carry their kind's key as their own and are never posted.
    pub fn is_keyed_by_kind(&self) -> bool {
        self.key == self.content_type
    }
}
