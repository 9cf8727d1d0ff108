//! Reading and writing the rows of one file: the same code for a reader, for a unit of work and
//! for a business in the making, which differ only in how they hold their connection.

mod blobs;
pub mod carried;
mod emails;
mod entry_page;
pub mod entry_row;
pub mod lookups;
pub mod objects;
pub mod postings;
pub mod profile;
mod traces;
mod write;

use crate::place::Place;
use books::{Key, Object};
use history::{Entry, Head};
use postings::PostedState;
use rusqlite::{CachedStatement, Connection};
use std::io::Write;
use store::rows::Failure;
use store::{
    Blob, CarriedTable, Cell, EntryFilter, EntryPage, Profile, Reader, StateAt, StoreError, Trace,
    Visit,
};

/// Something that holds a connection to the file of a business.
pub trait Holder {
    fn connection(&self) -> &Connection;
    fn place(&self) -> &Place;
}

/// A holder whose connection is in a transaction that may write.
pub trait Writing: Holder {
    fn failure(&self) -> &Failure;
    fn posted(&self) -> &PostedState;
}

/// Reads, and where its holder may write also writes, one file.
pub struct Session<H>(pub H);

impl<H: Holder> Session<H> {
    fn connection(&self) -> &Connection {
        self.0.connection()
    }

    fn place(&self) -> &Place {
        self.0.place()
    }

    /// The statement, prepared once for each connection.
    fn statement(&self, sql: &str) -> Result<CachedStatement<'_>, StoreError> {
        self.connection()
            .prepare_cached(sql)
            .map_err(self.place().fault("prepare a statement"))
    }
}

impl<H: Holder> Reader for Session<H> {
    fn profile(&self) -> Result<Profile, StoreError> {
        profile::read(self)
    }

    fn object(&self, key: Key) -> Result<Option<Object>, StoreError> {
        objects::one(self, key)
    }

    fn objects_after(&self, key: Option<Key>, limit: usize) -> Result<Vec<Object>, StoreError> {
        objects::after(self, key, limit)
    }

    fn each_object(
        &self,
        content_type: Option<Key>,
        visit: Visit<'_, Object>,
    ) -> Result<(), StoreError> {
        objects::each(self, content_type, visit)
    }

    fn each_key(&self, content_type: Key, visit: Visit<'_, Key>) -> Result<(), StoreError> {
        objects::each_key(self, content_type, visit)
    }

    fn object_counts(&self) -> Result<Vec<(Key, u64)>, StoreError> {
        objects::counts(self)
    }

    fn each_attachment_of(
        &self,
        owner: Option<Key>,
        visit: Visit<'_, Object>,
    ) -> Result<(), StoreError> {
        lookups::each_attachment_of(self, owner, visit)
    }

    fn blob(&self, key: Key) -> Result<Option<Blob>, StoreError> {
        blobs::one(self, key)
    }

    fn shelved_blob(&self, key: Key) -> Result<Option<Blob>, StoreError> {
        blobs::shelved(self, key)
    }

    fn each_blob(&self, visit: Visit<'_, Blob>) -> Result<(), StoreError> {
        blobs::each(self, visit)
    }

    fn copy_blob(&self, key: Key, sink: &mut dyn Write) -> Result<u64, StoreError> {
        blobs::copy(self, key, sink)
    }

    fn carried_tables(&self) -> Result<Vec<CarriedTable>, StoreError> {
        carried::tables(self)
    }

    fn each_carried_row(&self, table: &str, visit: Visit<'_, Vec<Cell>>) -> Result<(), StoreError> {
        carried::each_row(self, table, visit)
    }

    fn carried_size(&self, table: &str) -> Result<(u64, u64), StoreError> {
        carried::size(self, table)
    }

    fn each_image(&self, visit: Visit<'_, (Key, u64)>) -> Result<(), StoreError> {
        lookups::each_image(self, visit)
    }

    fn image(&self, key: Key) -> Result<Option<Vec<Cell>>, StoreError> {
        lookups::image(self, key)
    }

    fn history_head(&self) -> Result<Head, StoreError> {
        entry_row::head(self)
    }

    fn each_entry(&self, from_sequence: u64, visit: Visit<'_, Entry>) -> Result<(), StoreError> {
        entry_page::each(self, from_sequence, visit)
    }

    fn entries(
        &self,
        filter: &EntryFilter,
        before: Option<u64>,
        limit: usize,
    ) -> Result<EntryPage, StoreError> {
        entry_page::page(self, filter, before, limit)
    }

    fn entry(&self, sequence: u64) -> Result<Option<Entry>, StoreError> {
        entry_page::one(self, sequence)
    }

    fn each_trace(&self, visit: Visit<'_, Trace>) -> Result<(), StoreError> {
        traces::each(self, visit)
    }

    fn each_state_at(&self, sequence: u64, visit: Visit<'_, StateAt>) -> Result<(), StoreError> {
        traces::each_state_at(self, sequence, visit)
    }

    fn history_bytes(&self) -> Result<u64, StoreError> {
        entry_page::bytes(self)
    }

    fn history_user_names(&self) -> Result<Vec<String>, StoreError> {
        entry_page::user_names(self)
    }
}

/// SQLite's numbers are signed; ours count.
fn to_signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A count of SQLite's, which is never below zero.
fn to_count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

fn key_at(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Key> {
    row.get(column).map(Key::from_bytes)
}

fn optional_key_at(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Option<Key>> {
    row.get::<_, Option<[u8; 16]>>(column)
        .map(|bytes| bytes.map(Key::from_bytes))
}
