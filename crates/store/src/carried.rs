//! Tables and rows that nobody here understands, carried along cell for cell.
//!
//! Also the tables `Images`, `Emails` and the other program's `Changes` are kept this way, and
//! rows of `Objects` or `Blobs` that break the rules of their table (SPEC-manager-file.md).

/// One value of one row, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// No value.
    Null,
    /// A whole number.
    Integer(i64),
    /// A floating-point number, by its bits.
    Real(u64),
    /// Text, which may not be UTF-8.
    Text(Vec<u8>),
    /// Bytes.
    Blob(Vec<u8>),
}

/// A column of a carried table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedColumn {
    /// Its name.
    pub name: String,
    /// The type as the file declared it, as `varchar(36)`.
    pub declared_type: String,
    /// Whether it refuses empty values.
    pub not_null: bool,
    /// Its place in the primary key from 1, or 0.
    pub primary_key: u32,
}

/// A table carried along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedTable {
    /// Its name in the file.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<CarriedColumn>,
    /// Whether the file declared it `WITHOUT ROWID`.
    pub without_rowid: bool,
}
