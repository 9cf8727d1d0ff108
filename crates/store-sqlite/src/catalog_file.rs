//! The catalogue of kept backups in a SQLite file of its own (docs/SPEC-keeping.md, 3.5).
//!
//! It lies beside the businesses and is part of none. A rollback journal and full synchronisation:
//! it is written a few times a day, and what was written is there after a power cut.

mod mending;
mod rows;
mod schema;

use crate::folder::private_file;
use catalog::{
    BackupEntry, Catalog, CatalogError, EntryFilter, Key, Mended, Place, RetentionRule, Run,
    RunFilter, Schedule, stored,
};
use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode, Row, ToSql, params};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The name of the file in the data folder.
const FILE_NAME: &str = "catalog.sqlite3";
/// How long a connection waits for another of this process.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// Nobody else reads where backups lie; earlier versions made the file readable for everybody. What
/// cannot be done here is said when the file is opened.
fn make_private(path: &Path) {
    let _ = private_file().append(true).create(true).open(path);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600));
    }
}

/// A catalogue in a file. Whoever opens it holds the lock on the data folder.
#[derive(Debug)]
pub struct SqliteCatalog {
    path: PathBuf,
    connection: Mutex<Connection>,
}

impl SqliteCatalog {
    /// Opens the catalogue of a data folder; makes an empty one where there is none.
    ///
    /// # Errors
    /// [`CatalogError`] when what lies there is none, is damaged or too new: it is left as it is.
    pub fn open(data: &Path) -> Result<Self, CatalogError> {
        mending::finish(data)?;
        let path = data.join(FILE_NAME);
        make_private(&path);
        let connection = schema::open(&path, BUSY_TIMEOUT)?;
        Ok(Self {
            path,
            connection: Mutex::new(connection),
        })
    }

    /// Brings over what can still be read of a damaged catalogue into a new one, and keeps the
    /// damaged one aside. Nobody may have it open.
    ///
    /// # Errors
    /// When a newer version wrote it, or the new one cannot be written.
    pub fn mend(data: &Path, now: Timestamp) -> Result<Mended, CatalogError> {
        mending::mend(data, now)
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, sql: &str, values: &[&dyn ToSql]) -> Result<(), CatalogError> {
        let written = self.connection().execute(sql, values);
        written.map(drop).map_err(|error| told(&self.path, &error))
    }

    /// All rows of a query, each read by `read`; a row that cannot be read is damage.
    fn rows<T>(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
        read: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, CatalogError> {
        let connection = self.connection();
        let query = || -> rusqlite::Result<Vec<T>> {
            let mut statement = connection.prepare_cached(sql)?;
            statement.query_map(values, read)?.collect()
        };
        query().map_err(|error| told(&self.path, &error))
    }
}

/// What an error of SQLite on the catalogue means for the person.
fn told(path: &Path, error: &rusqlite::Error) -> CatalogError {
    let (file, reason) = (path.display().to_string(), error.to_string());
    match error.sqlite_error_code() {
        None | Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            CatalogError::Damaged { file, reason }
        }
        Some(_) => CatalogError::NotWritten { file, reason },
    }
}

/// At most so many rows, as SQLite counts them: all for none.
fn limit_of(limit: Option<usize>) -> i64 {
    limit.map_or(-1, |limit| i64::try_from(limit).unwrap_or(i64::MAX))
}

impl Catalog for SqliteCatalog {
    fn places(&self) -> Result<Vec<Place>, CatalogError> {
        let sql = "SELECT * FROM Places ORDER BY Name, Key";
        self.rows(sql, &[], rows::place)
    }

    fn put_place(&self, place: &Place) -> Result<(), CatalogError> {
        let (kind, address) = (place.kind.code(), stored::address_text(place));
        let sql = "INSERT OR REPLACE INTO Places VALUES (?, ?, ?, ?)";
        let key = place.key.as_bytes();
        self.write(sql, params![key, place.name, kind, address])
    }

    fn remove_place(&self, key: Key) -> Result<(), CatalogError> {
        let sql = "DELETE FROM Places WHERE Key = ?";
        self.write(sql, params![key.as_bytes()])
    }

    fn schedules(&self) -> Result<Vec<Schedule>, CatalogError> {
        self.rows("SELECT * FROM Schedules ORDER BY Key", &[], rows::schedule)
    }

    fn put_schedule(&self, it: &Schedule) -> Result<(), CatalogError> {
        self.write(
            "INSERT OR REPLACE INTO Schedules VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                it.key.as_bytes(),
                it.business.as_ref().map(Key::as_bytes),
                stored::rhythm_text(it.rhythm),
                stored::places_text(it),
                it.contents.code(),
                it.passphrase.as_ref().map(Key::as_bytes),
                it.is_rehearsed,
                it.alarm_to,
                it.is_on,
                it.since.to_string(),
            ],
        )
    }

    fn remove_schedule(&self, key: Key) -> Result<(), CatalogError> {
        let sql = "DELETE FROM Schedules WHERE Key = ?";
        self.write(sql, params![key.as_bytes()])
    }

    fn retention_rules(&self) -> Result<Vec<RetentionRule>, CatalogError> {
        let sql = "SELECT * FROM RetentionRules ORDER BY Business";
        self.rows(sql, &[], rows::retention_rule)
    }

    fn put_retention_rule(&self, rule: &RetentionRule) -> Result<(), CatalogError> {
        let business = rule
            .business
            .map_or(Vec::new(), |it| it.as_bytes().to_vec());
        let sql = "INSERT OR REPLACE INTO RetentionRules VALUES (?, ?)";
        self.write(
            sql,
            params![business, stored::retention_text(rule.retention)],
        )
    }

    fn remove_retention_rule(&self, business: Option<Key>) -> Result<(), CatalogError> {
        let business = business.map_or(Vec::new(), |it| it.as_bytes().to_vec());
        let sql = "DELETE FROM RetentionRules WHERE Business = ?";
        self.write(sql, params![business])
    }

    fn entries(&self, filter: &EntryFilter) -> Result<Vec<BackupEntry>, CatalogError> {
        let sql = "SELECT * FROM Entries
             WHERE (?1 IS NULL OR Business = ?1) AND (?2 IS NULL OR Place = ?2)
               AND (NOT ?3 OR State = 'good')
               AND (?4 IS NULL OR MadeAtNs >= ?4) AND (?5 IS NULL OR MadeAtNs < ?5)
             ORDER BY Sequence DESC, MadeAtNs DESC, Key LIMIT ?6";
        let values = params![
            filter.business.as_ref().map(Key::as_bytes),
            filter.place.as_ref().map(Key::as_bytes),
            filter.only_good,
            filter.from.map(stored::sortable),
            filter.before.map(stored::sortable),
            limit_of(filter.limit),
        ];
        self.rows(sql, values, rows::entry)
    }

    fn entry(&self, key: Key) -> Result<Option<BackupEntry>, CatalogError> {
        let sql = "SELECT * FROM Entries WHERE Key = ?";
        let mut found = self.rows(sql, params![key.as_bytes()], rows::entry)?;
        Ok(found.pop())
    }

    fn put_entry(&self, entry: &BackupEntry) -> Result<(), CatalogError> {
        let mut connection = self.connection();
        let mut put = || {
            let unit = connection.transaction()?;
            rows::put_entry(&unit, entry)?;
            unit.execute(
                "INSERT INTO Numbers VALUES (?1, ?2) ON CONFLICT (Business)
                 DO UPDATE SET Last = max(Last, excluded.Last)",
                params![entry.business.as_bytes(), entry.sequence.cast_signed()],
            )?;
            unit.commit()
        };
        put().map_err(|error| told(&self.path, &error))
    }

    fn next_sequence(&self, business: Key) -> Result<u64, CatalogError> {
        let connection = self.connection();
        let given = connection.query_row(
            "INSERT INTO Numbers VALUES (?, 1) ON CONFLICT (Business)
             DO UPDATE SET Last = Last + 1 RETURNING Last",
            params![business.as_bytes()],
            |row| row.get::<_, i64>(0),
        );
        given
            .map(i64::cast_unsigned)
            .map_err(|error| told(&self.path, &error))
    }

    fn runs(&self, filter: &RunFilter) -> Result<Vec<Run>, CatalogError> {
        let sql = "SELECT * FROM Runs
             WHERE (?1 IS NULL OR Business = ?1) AND (?2 IS NULL OR Schedule = ?2)
               AND (?3 IS NULL OR Kind = ?3) AND (?4 IS NULL OR DueAtNs <= ?4)
             ORDER BY DueAtNs DESC, BeganAtNs DESC, Key LIMIT ?5";
        let values = params![
            filter.business.as_ref().map(Key::as_bytes),
            filter.schedule.as_ref().map(Key::as_bytes),
            filter.kind.map(catalog::RunKind::code),
            filter.until.map(stored::sortable),
            limit_of(filter.limit),
        ];
        self.rows(sql, values, rows::run)
    }

    fn put_run(&self, run: &Run) -> Result<(), CatalogError> {
        self.write(
            "INSERT OR REPLACE INTO Runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                run.key.as_bytes(),
                run.kind.code(),
                run.business.as_bytes(),
                run.schedule.as_ref().map(Key::as_bytes),
                run.entry.as_ref().map(Key::as_bytes),
                stored::sortable(run.due_at),
                stored::sortable(run.began_at),
                stored::sortable(run.ended_at),
                run.outcome.code(),
                run.outcome.trouble().map(stored::trouble_text),
            ],
        )
    }
}
