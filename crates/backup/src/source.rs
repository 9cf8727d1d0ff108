//! Where rows come from: a business in a store, or a file. Both are walked by the same code.

mod file;
mod live;

pub(crate) use file::{FileSource, from_file_cells, stop, to_carried_table, to_file_cell, unstop};
pub(crate) use live::LiveSource;

use crate::BackupError;
use books::{Key, Object};
use history::Entry;
use std::io::Write;
use store::{Blob, CarriedTable, Cell};

/// A visitor of rows.
pub(crate) type Visit<'a, T> = &'a mut dyn FnMut(T) -> Result<(), BackupError>;

/// A whole business, row by row, in the order of SPEC-backup.md.
pub(crate) trait Source {
    /// Every record, in key order.
    fn each_object(&self, visit: Visit<'_, Object>) -> Result<(), BackupError>;
    /// The record with this key, when there is one.
    fn object(&self, key: Key) -> Result<Option<Object>, BackupError>;
    /// Every blob, in key order.
    fn each_blob(&self, visit: Visit<'_, Blob>) -> Result<(), BackupError>;
    /// The bytes of a blob.
    fn copy_blob(&self, key: Key, sink: &mut dyn Write) -> Result<u64, BackupError>;
    /// The carried tables.
    fn carried_tables(&self) -> Result<Vec<CarriedTable>, BackupError>;
    /// The rows of one.
    fn each_carried_row(&self, table: &str, visit: Visit<'_, Vec<Cell>>)
    -> Result<(), BackupError>;
    /// The trail, from its first entry.
    fn each_entry(&self, visit: Visit<'_, Entry>) -> Result<(), BackupError>;
}
