//! The act of bringing a record back out of a file, for pages and the command line.

use crate::PageError;
use crate::records::lock::require_unlocked;
use backup::{TakeRequest, TakeResult, take};
use books::Key;
use history::Stamp;
use std::path::Path;
use store::{Business, Reader, StoreError};

/// Where a record is taken from.
pub struct TakenFrom<'a> {
    /// The file, opened.
    pub reader: &'a dyn Reader,
    /// The name that people know the file by.
    pub file_name: &'a str,
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
    /// The record.
    pub key: Key,
    /// Whether missing records that it names come too.
    pub with_references: bool,
    /// Whether a record that differs is replaced.
    pub replaces: bool,
}

/// Brings the record into the business in one unit of work, unless the lock date forbids it.
///
/// # Errors
/// `date-locked`, `figures-locked`; when there is no such record, or the store cannot be written.
pub fn take_record(
    into: &dyn Business,
    from: &TakenFrom<'_>,
    stamp: &Stamp,
    scratch: &Path,
) -> Result<TakeResult, PageError> {
    let request = TakeRequest {
        from: from.reader,
        file_name: from.file_name,
        file_sha256: from.sha256,
        key: from.key,
        with_references: from.with_references,
        replaces: from.replaces,
        stamp,
        scratch,
        permit: &|reader, before, after| -> Result<(), StoreError> {
            require_unlocked(reader, before, Some(after))
        },
    };
    let mut result = TakeResult::default();
    into.write(&mut |work| {
        result = take(work, &request)?;
        Ok(())
    })?;
    Ok(result)
}
