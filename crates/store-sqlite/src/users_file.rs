//! Users in a file of the data folder, `users.sqlite3`, beside the businesses and in none of them.

use crate::folder::private_file;
use books::Key;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use users::UsersError;
use users::cabinet::{Cabinet, Drawer, Drawers, Row, Work};

/// The file.
const FILE: &str = "users.sqlite3";
/// How long a connection waits for another, of this process or of a command beside it.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// The one table; what is in the rows, crate `users` says.
const TABLE: &str = "
CREATE TABLE IF NOT EXISTS Rows (
    Drawer TEXT NOT NULL,
    Key BLOB NOT NULL,
    Owner BLOB,
    Body BLOB NOT NULL,
    PRIMARY KEY (Drawer, Key)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS RowsByOwner ON Rows (Owner, Drawer) WHERE Owner IS NOT NULL;
";

/// Users of one data folder. One connection, for what is written here is little and short.
pub struct UsersFile(Mutex<Connection>);

impl UsersFile {
    /// Opens the file of a data folder; makes it, readable by nobody else, where there is none.
    ///
    /// # Errors
    /// [`UsersError::Directory`] when it cannot be made or read.
    pub fn open(data: &Path) -> Result<Self, UsersError> {
        let path = data.join(FILE);
        private_file()
            .append(true)
            .create(true)
            .open(&path)
            .map_err(|error| UsersError::directory(path.display().to_string(), error))?;
        let connection = Connection::open(&path).map_err(fault)?;
        connection.busy_timeout(BUSY_TIMEOUT).map_err(fault)?;
        connection
            .pragma_update_and_check(None, "journal_mode", "wal", |_row| Ok(()))
            .map_err(fault)?;
        connection
            .execute_batch(
                "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
                 PRAGMA checkpoint_fullfsync = ON; PRAGMA secure_delete = ON;
                 PRAGMA trusted_schema = OFF;",
            )
            .and_then(|()| connection.execute_batch(TABLE))
            .map_err(fault)?;
        Ok(Self(Mutex::new(connection)))
    }

    /// Whether a data folder has users.
    pub fn is_in(data: &Path) -> bool {
        data.join(FILE).is_file()
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn within(&self, behavior: TransactionBehavior, work: Work<'_>) -> Result<(), UsersError> {
        let mut connection = self.connection();
        let transaction = connection
            .transaction_with_behavior(behavior)
            .map_err(fault)?;
        work(&mut Open(&transaction))?;
        transaction.commit().map_err(fault)
    }
}

impl Cabinet for UsersFile {
    fn change(&self, work: Work<'_>) -> Result<(), UsersError> {
        self.within(TransactionBehavior::Immediate, work)
    }

    fn look(&self, work: Work<'_>) -> Result<(), UsersError> {
        self.within(TransactionBehavior::Deferred, work)
    }
}

/// The rows within a transaction.
struct Open<'t>(&'t Connection);

impl Open<'_> {
    fn rows(&self, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<Row>, UsersError> {
        self.0
            .prepare_cached(sql)
            .and_then(|mut statement| {
                statement
                    .query_map(values, row_of)
                    .and_then(Iterator::collect)
            })
            .map_err(fault)
    }

    fn execute(&self, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<usize, UsersError> {
        self.0
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute(values))
            .map_err(fault)
    }
}

impl Drawers for Open<'_> {
    fn get(&mut self, drawer: Drawer, key: &[u8]) -> Result<Option<Row>, UsersError> {
        self.0
            .prepare_cached("SELECT Key, Owner, Body FROM Rows WHERE Drawer = ? AND Key = ?")
            .and_then(|mut statement| {
                statement
                    .query_one(params![drawer.code(), key], row_of)
                    .optional()
            })
            .map_err(fault)
    }

    fn put(&mut self, drawer: Drawer, row: &Row) -> Result<(), UsersError> {
        let owner = row.owner.map(|owner| *owner.as_bytes());
        self.execute(
            "INSERT OR REPLACE INTO Rows (Drawer, Key, Owner, Body) VALUES (?, ?, ?, ?)",
            params![drawer.code(), row.key, owner, row.body],
        )
        .map(drop)
    }

    fn remove(&mut self, drawer: Drawer, key: &[u8]) -> Result<bool, UsersError> {
        let removed = self.execute(
            "DELETE FROM Rows WHERE Drawer = ? AND Key = ?",
            params![drawer.code(), key],
        )?;
        Ok(removed > 0)
    }

    fn of_owner(&mut self, drawer: Drawer, owner: Key) -> Result<Vec<Row>, UsersError> {
        self.rows(
            "SELECT Key, Owner, Body FROM Rows WHERE Owner = ? AND Drawer = ? ORDER BY Key",
            params![owner.as_bytes(), drawer.code()],
        )
    }

    fn remove_owner(&mut self, owner: Key) -> Result<(), UsersError> {
        self.execute(
            "DELETE FROM Rows WHERE Owner = ?",
            params![owner.as_bytes()],
        )
        .map(drop)
    }

    fn below(
        &mut self,
        drawer: Drawer,
        key: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Row>, UsersError> {
        self.rows(
            "SELECT Key, Owner, Body FROM Rows WHERE Drawer = ?1 AND (?2 IS NULL OR Key < ?2)
             ORDER BY Key DESC LIMIT ?3",
            params![drawer.code(), key, i64::try_from(limit).unwrap_or(i64::MAX)],
        )
    }
}

fn row_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        key: row.get(0)?,
        owner: row.get::<_, Option<[u8; 16]>>(1)?.map(Key::from_bytes),
        body: row.get(2)?,
    })
}

fn fault(error: rusqlite::Error) -> UsersError {
    UsersError::directory(FILE, error)
}
