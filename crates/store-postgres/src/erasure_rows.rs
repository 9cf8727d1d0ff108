//! Erasure: all rows of a subscriber who asked for it go for good, and a receipt stays
//! (docs/SPEC-portal.md, 7). The database itself says whose may go, and looks at the end that
//! nothing is left.

use crate::database::Database;
use crate::lease::{Lease, Purpose};
use crate::objects;
use crate::values::Moment;
use books::Key;
use catalog::{BlobStore, Receipt};
use store::StoreError;

/// How long a step waits for somebody who still writes, before it is tried again later.
const WAIT: &str = "SET LOCAL lock_timeout = '10s'";
/// What the objects and bytes that went are counted as.
const OBJECTS: &str = "stored-objects";
const BYTES: &str = "stored-bytes";

/// The erasure of one subscriber, for whoever carries it out, and the receipts of all.
#[derive(Clone)]
pub struct ErasureRows {
    database: Database,
}

impl ErasureRows {
    /// Of this database.
    pub fn new(database: Database) -> Self {
        Self { database }
    }

    /// Whether nobody makes a backup or a business of this subscriber any more. Nobody begins to
    /// once the subscriber is being erased.
    ///
    /// # Errors
    /// When the database fails, or a business is still being made.
    pub fn is_quiet(&self, subscriber: Key) -> Result<bool, StoreError> {
        let lease = self.lease(subscriber)?;
        let what = "wait for whoever still writes";
        // Whoever makes a business keeps this row until it is there or given up.
        lease.query(what, "SELECT 1 FROM subscribers FOR UPDATE", &[])?;
        let sql = "SELECT 1 FROM turns WHERE held_until > clock_timestamp()";
        let held = lease.first(what, sql, &[])?;
        lease.commit()?;
        Ok(held.is_none())
    }

    /// The tables in which the subscriber may have rows.
    ///
    /// # Errors
    /// When the database fails; so for all methods here.
    pub fn tables(&self, subscriber: Key) -> Result<Vec<String>, StoreError> {
        let lease = Lease::begin(&self.database, subscriber, Purpose::Read)?;
        let rows = lease.query("list the tables", "SELECT * FROM erasable_tables()", &[])?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }

    /// Deletes, and counts, all rows in one table; how many. The database refuses to, unless the
    /// erasure of the subscriber is due.
    ///
    /// # Errors
    /// As [`ErasureRows::tables`].
    pub fn erase(&self, subscriber: Key, table: &str) -> Result<u64, StoreError> {
        let lease = self.lease(subscriber)?;
        let row = lease.first("erase rows", "SELECT erase_rows($1)", &[&table])?;
        lease.commit()?;
        let deleted: i64 = row.map_or(0, |row| row.get(0));
        Ok(u64::try_from(deleted).unwrap_or(0))
    }

    /// Deletes, and counts, everything that lies in a place of the subscriber's own; how many
    /// objects. What lies there when this is first asked for is counted once.
    ///
    /// # Errors
    /// When the place or the database fails; what was deleted until then stays so.
    pub fn erase_place(
        &self,
        subscriber: Key,
        name: &str,
        place: &dyn BlobStore,
    ) -> Result<u64, StoreError> {
        self.erase_listed(subscriber, name, place, "")
    }

    /// The same for the bytes of attachments, where they lie in object storage.
    ///
    /// # Errors
    /// As [`ErasureRows::erase_place`].
    pub fn erase_attachments(&self, subscriber: Key) -> Result<u64, StoreError> {
        let Some(place) = self.database.objects() else {
            return Ok(0);
        };
        let prefix = objects::prefix(subscriber);
        self.erase_listed(subscriber, "attachments", place.as_ref(), &prefix)
    }

    fn erase_listed(
        &self,
        subscriber: Key,
        name: &str,
        place: &dyn BlobStore,
        prefix: &str,
    ) -> Result<u64, StoreError> {
        let what = "erase objects";
        let listed = place.list(prefix).map_err(objects::fault(what))?;
        let bytes = listed.iter().map(|it| it.bytes_count).sum();
        self.note_once(subscriber, &format!("{OBJECTS}-{name}"), length(&listed))?;
        self.note_once(subscriber, &format!("{BYTES}-{name}"), bytes)?;
        for it in &listed {
            place.delete(&it.key).map_err(objects::fault(what))?;
        }
        Ok(length(&listed))
    }

    /// Notes how much there was, unless that was noted before.
    fn note_once(&self, subscriber: Key, of_what: &str, count: u64) -> Result<(), StoreError> {
        let lease = self.lease(subscriber)?;
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        lease.execute(
            "count what is erased",
            "INSERT INTO erased_counts (of_what, count) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            &[&of_what, &count],
        )?;
        lease.commit()
    }

    /// Ends an erasure: the number of the receipt; none while a row is left somewhere.
    ///
    /// # Errors
    /// As [`ErasureRows::tables`].
    pub fn finish(&self, subscriber: Key) -> Result<Option<String>, StoreError> {
        let lease = self.lease(subscriber)?;
        let row = lease.first("end an erasure", "SELECT finish_erasure()", &[])?;
        lease.commit()?;
        Ok(row.and_then(|row| row.get(0)))
    }

    /// The receipt with this number, whoever asks.
    ///
    /// # Errors
    /// As [`ErasureRows::tables`].
    pub fn receipt(&self, number: &str) -> Result<Option<Receipt>, StoreError> {
        let lease = Lease::begin(&self.database, Key::NIL, Purpose::Read)?;
        let rows = lease.query(
            "look for a receipt",
            "SELECT asked, erased, what, how_many FROM erasure_receipt($1)",
            &[&number],
        )?;
        let Some(first) = rows.first() else {
            return Ok(None);
        };
        let count = |row: &postgres::Row| {
            let what: Option<String> = row.get(2);
            let how_many: Option<i64> = row.get(3);
            Some((what?, u64::try_from(how_many?).unwrap_or(0)))
        };
        Ok(Some(Receipt {
            number: number.to_owned(),
            asked_at: first.get::<_, Moment>(0).0,
            erased_at: first.get::<_, Moment>(1).0,
            counts: rows.iter().filter_map(count).collect(),
        }))
    }

    /// A transaction that does not wait for ever.
    fn lease(&self, subscriber: Key) -> Result<Lease, StoreError> {
        let lease = Lease::begin(&self.database, subscriber, Purpose::Write)?;
        lease.execute("begin to erase", WAIT, &[])?;
        Ok(lease)
    }
}

fn length<T>(list: &[T]) -> u64 {
    u64::try_from(list.len()).unwrap_or(u64::MAX)
}
