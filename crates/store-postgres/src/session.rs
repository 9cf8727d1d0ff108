//! Reading and writing the rows of one business: the same code for a reader, for a unit of work and
//! for a business in the making, which differ only in what their transaction may do.

pub mod blobs;
pub mod carried;
mod emails;
mod entry_page;
pub mod entry_row;
pub mod lookups;
pub mod objects;
mod postings;
pub mod profile;
mod traces;
mod write;

use crate::connection::Values;
use crate::lease::Lease;
use crate::place::Place;
use crate::values::Id;
use books::{Key, Object};
use history::{Entry, Head};
use postgres::Row;
use std::cell::Cell as Counter;
use std::io::Write;
use store::rows::Failure;
use store::{
    Blob, CarriedTable, Cell, EntryFilter, EntryPage, Profile, Reader, StateAt, StoreError, Trace,
    Visit,
};

/// Something that holds a transaction on the rows of a business.
pub trait Holder {
    fn lease(&self) -> &Lease;
    fn place(&self) -> &Place;
}

/// A holder whose transaction may write.
pub trait Writing: Holder {
    fn failure(&self) -> &Failure;
    fn growth(&self) -> &Growth;
}

/// By how much a business grew in a unit of work: what the list of businesses shows.
#[derive(Debug, Default)]
pub struct Growth {
    records: Counter<i64>,
    bytes: Counter<i64>,
}

impl Growth {
    /// So many records more, or fewer.
    pub fn add_records(&self, count: i64) {
        self.records.set(self.records.get() + count);
    }

    /// So many bytes more.
    pub fn add_bytes(&self, count: usize) {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.bytes.set(self.bytes.get().saturating_add(count));
    }

    /// So many bytes fewer.
    pub fn remove_bytes(&self, count: usize) {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.bytes.set(self.bytes.get().saturating_sub(count));
    }
}

/// Reads, and where its holder may write also writes, one business.
pub struct Session<H>(pub H);

impl<H: Holder> Session<H> {
    fn lease(&self) -> &Lease {
        self.0.lease()
    }

    fn place(&self) -> &Place {
        self.0.place()
    }

    /// The number by which the rows of the business are found: the first value of each statement.
    fn number(&self) -> &i64 {
        &self.0.place().number
    }

    fn query(&self, what: &str, sql: &str, values: Values<'_>) -> Result<Vec<Row>, StoreError> {
        self.lease().query(what, sql, values)
    }

    fn first(&self, what: &str, sql: &str, values: Values<'_>) -> Result<Option<Row>, StoreError> {
        self.lease().first(what, sql, values)
    }

    fn execute(&self, what: &str, sql: &str, values: Values<'_>) -> Result<u64, StoreError> {
        self.lease().execute(what, sql, values)
    }

    fn each(
        &self,
        what: &str,
        sql: &str,
        values: Values<'_>,
        visit: &mut dyn FnMut(&Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.lease().each(what, sql, values, visit)
    }
}

impl<H: Writing> Session<H> {
    /// Writes by how much the business grew. Once, before the transaction commits.
    pub fn keep_growth(&self) -> Result<(), StoreError> {
        let growth = self.0.growth();
        self.execute(
            "note how large the business is",
            "UPDATE businesses SET records_count = records_count + $2,
                 bytes_count = greatest(bytes_count + $3, 0) WHERE number = $1",
            &[self.number(), &growth.records.get(), &growth.bytes.get()],
        )?;
        Ok(())
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
        blobs::one(self, key, false)
    }

    fn shelved_blob(&self, key: Key) -> Result<Option<Blob>, StoreError> {
        blobs::one(self, key, true)
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

/// The database's numbers are signed; ours count.
fn to_signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A count of the database's, which is never below zero.
fn to_count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

fn key_at(row: &Row, column: usize) -> Key {
    row.get::<_, Id>(column).0
}

fn optional_key_at(row: &Row, column: usize) -> Option<Key> {
    row.get::<_, Option<Id>>(column).map(|id| id.0)
}

/// A text, which is kept as bytes because PostgreSQL's own type cannot hold every character.
pub fn text_at(place: &Place, row: &Row, column: usize) -> Result<String, StoreError> {
    text_of(place, row.get(column))
}

fn optional_text_at(place: &Place, row: &Row, column: usize) -> Result<Option<String>, StoreError> {
    let bytes: Option<Vec<u8>> = row.get(column);
    bytes.map(|bytes| text_of(place, bytes)).transpose()
}

fn text_of(place: &Place, bytes: Vec<u8>) -> Result<String, StoreError> {
    String::from_utf8(bytes).map_err(|_| place.damaged("a text of it is garbled"))
}

/// 32 bytes of a digest or hash.
fn digest_at(place: &Place, row: &Row, column: usize) -> Result<[u8; 32], StoreError> {
    let bytes: &[u8] = row.get(column);
    bytes
        .try_into()
        .map_err(|_| place.damaged("a digest of it is garbled"))
}
