//! Rows of the two tables whose shape we know well enough to read them by name.

use super::Cell;

/// A row of `Objects`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ObjectRow {
    /// A row as the format describes it.
    Conforming {
        /// The record's key, in written order (as the text reads).
        key: [u8; 16],
        /// What kind of record it is, in written order.
        content_type: [u8; 16],
        /// The record in the wire encoding, see [`crate::wire`].
        content: Vec<u8>,
        /// .NET ticks, UTC; absent in older files.
        timestamp: Option<i64>,
        /// Columns beyond the four, by name, in the order of the table.
        extra: Vec<(String, Cell)>,
    },
    /// A row that does not fit: carried along as it is.
    Odd {
        /// Why, in stable words: `key`, `content-type`, `content`, `timestamp`.
        reason: &'static str,
        /// All its values in the order of [`super::Table::columns`].
        cells: Vec<Cell>,
    },
}

/// A row of `Blobs` without its bytes, which [`super::ManagerFile::copy_blob`] streams.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlobRow {
    /// Key of the attachment record, in written order.
    pub key: [u8; 16],
    /// The file's name.
    pub name: Option<String>,
    /// The file's media type.
    pub content_type: Option<String>,
    /// Its length in bytes.
    pub length: u64,
    /// Columns beyond the four, by name, in the order of the table.
    pub extra: Vec<(String, Cell)>,
}
