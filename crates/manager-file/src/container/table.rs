//! Tables and their columns, as read and as to be written.

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The type as declared; empty where none is.
    pub declared_type: String,
    /// Declared `NOT NULL`.
    pub not_null: bool,
    /// Place in the primary key, from 1; 0 when it is no part of it.
    pub primary_key: u32,
}

impl Column {
    /// A plain column.
    pub fn new(name: &str, declared_type: &str) -> Self {
        Self {
            name: name.to_owned(),
            declared_type: declared_type.to_owned(),
            not_null: false,
            primary_key: 0,
        }
    }
}

/// A table of an opened file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, computed ones left out.
    pub columns: Vec<Column>,
    /// Declared `WITHOUT ROWID`.
    pub without_rowid: bool,
    /// How many rows it has.
    pub rows_count: u64,
}

impl Table {
    /// Where the column with this name stands; names compare without case, as SQLite does.
    pub fn column_at(&self, name: &str) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.name.eq_ignore_ascii_case(name))
    }

    /// A name for the rowid that no column has taken; none where there is no rowid to be named.
    pub(super) fn rowid(&self) -> Option<&'static str> {
        ["_rowid_", "rowid", "oid"]
            .into_iter()
            .find(|name| !self.without_rowid && self.column_at(name).is_none())
    }

    /// The same table, to be written afresh.
    pub fn to_new(&self) -> NewTable {
        NewTable {
            name: self.name.clone(),
            columns: self.columns.clone(),
            without_rowid: self.without_rowid,
        }
    }
}

/// A table to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTable {
    /// Its name.
    pub name: String,
    /// Its columns, at least one.
    pub columns: Vec<Column>,
    /// To be declared `WITHOUT ROWID`; needs a primary key.
    pub without_rowid: bool,
}

impl NewTable {
    /// Where the column with this name stands; names compare without case, as SQLite does.
    pub fn column_at(&self, name: &str) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.name.eq_ignore_ascii_case(name))
    }
}
