//! A connection lent by the pool, in one transaction for one subscriber.

use crate::connection::{Connection, Connector, Values};
use crate::database::Database;
use crate::doubt;
use crate::place::fault;
use books::Key;
use catalog::BlobStore;
use postgres::Row;
use r2d2::PooledConnection;
use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::time::Instant;
use store::StoreError;

/// Rows that are asked for at a time where many are visited.
const ROWS_AT_ONCE: usize = 256;

/// What a transaction may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Reads one moment.
    Read,
    /// Changes rows; sees what others committed before each statement.
    Write,
}

/// A connection in a transaction, rolled back when it is let go of before it was committed.
pub struct Lease {
    connection: RefCell<PooledConnection<Connector>>,
    is_open: Cell<bool>,
    cursors_count: Cell<u64>,
    subscriber: Key,
    database: Database,
}

impl Lease {
    /// Begins a transaction that sees and writes the rows of this subscriber only.
    pub fn begin(
        database: &Database,
        subscriber: Key,
        purpose: Purpose,
    ) -> Result<Self, StoreError> {
        let mut connection = database.connection()?;
        let begin = match purpose {
            Purpose::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Purpose::Write => "BEGIN",
        };
        connection
            .batch(&format!(
                "{begin}; SET LOCAL tijori.subscriber = '{subscriber}'"
            ))
            .map_err(fault("begin a transaction"))?;
        Ok(Self {
            connection: RefCell::new(connection),
            is_open: Cell::new(true),
            cursors_count: Cell::new(0),
            subscriber,
            database: database.clone(),
        })
    }

    /// For whom this transaction works.
    pub fn subscriber(&self) -> Key {
        self.subscriber
    }

    /// Where the bytes of attachments lie, where that is not the database.
    pub fn objects(&self) -> Option<&Arc<dyn BlobStore>> {
        self.database.objects()
    }

    /// Commits: what was written is durable when this returns.
    pub fn commit(&self) -> Result<(), StoreError> {
        self.is_open.set(false);
        let mut connection = self.connection.borrow_mut();
        connection.batch("COMMIT").map_err(|error| {
            connection.roll_back();
            fault("commit")(error)
        })
    }

    /// Commits a change that a person made, and finds out what came of it when the connection is
    /// lost before the answer (docs/SPEC-cloud.md, 2.14).
    ///
    /// # Errors
    /// [`StoreError::InDoubt`] when the database did not come back soon enough to be asked.
    pub fn commit_surely(&self) -> Result<(), StoreError> {
        let number = self.first(
            "number the transaction",
            "SELECT pg_current_xact_id_if_assigned()::text",
            &[],
        )?;
        let number: Option<String> = number.and_then(|row| row.get(0));
        let sent = Instant::now();
        match (self.commit(), number) {
            (Err(StoreError::Unreachable { reason }), Some(number)) => {
                doubt::settled(&self.database, &number, reason, sent)
            }
            (told, _) => told,
        }
    }

    /// All rows of a statement.
    pub fn query(&self, what: &str, sql: &str, values: Values<'_>) -> Result<Vec<Row>, StoreError> {
        self.connection
            .borrow_mut()
            .query(sql, values)
            .map_err(fault(what))
    }

    /// The first row of a statement.
    pub fn first(
        &self,
        what: &str,
        sql: &str,
        values: Values<'_>,
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.query(what, sql, values)?.into_iter().next())
    }

    /// Does a statement; how many rows it changed.
    pub fn execute(&self, what: &str, sql: &str, values: Values<'_>) -> Result<u64, StoreError> {
        self.connection
            .borrow_mut()
            .execute(sql, values)
            .map_err(fault(what))
    }

    /// Visits the rows of a statement some at a time, in constant memory. The visitor may use the
    /// lease for other statements meanwhile.
    pub fn each(
        &self,
        what: &str,
        sql: &str,
        values: Values<'_>,
        visit: &mut dyn FnMut(&Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let number = self.cursors_count.get();
        self.cursors_count.set(number + 1);
        let cursor = format!("rows_{number}");
        let mut told = self.declare(&cursor, what, sql, values);
        while told.is_ok() {
            let rows = self.fetch(&cursor, what)?;
            if rows.is_empty() {
                break;
            }
            told = rows.iter().try_for_each(&mut *visit);
        }
        // After an error of the database nothing can be closed, and nothing needs to be.
        let closed = self
            .connection
            .borrow_mut()
            .batch(&format!("CLOSE {cursor}"));
        told?;
        closed.map_err(fault(what))
    }

    fn declare(
        &self,
        cursor: &str,
        what: &str,
        sql: &str,
        values: Values<'_>,
    ) -> Result<(), StoreError> {
        self.connection
            .borrow_mut()
            .execute_once(
                &format!("DECLARE {cursor} NO SCROLL CURSOR FOR {sql}"),
                values,
            )
            .map(drop)
            .map_err(fault(what))
    }

    fn fetch(&self, cursor: &str, what: &str) -> Result<Vec<Row>, StoreError> {
        self.connection
            .borrow_mut()
            .query_once(&format!("FETCH {ROWS_AT_ONCE} FROM {cursor}"))
            .map_err(fault(what))
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if self.is_open.get() {
            let connection: &mut Connection = self.connection.get_mut();
            connection.roll_back();
        }
    }
}
