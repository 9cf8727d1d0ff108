//! The tables of the catalogue, and the version by which an older one would climb.

use super::told;
use catalog::CatalogError;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;
use std::time::Duration;

/// The header's application number: “Tijc” in ASCII.
const APPLICATION_ID: i32 = 0x5469_6a63;
/// The version of the tables below.
const VERSION: i32 = 1;

/// Moments that are sorted by are bytes that sort as they do (`stored::sortable`). The business of
/// a rule for all is the empty one, for a key that is NULL would not be unique.
const TABLES: &str = "
CREATE TABLE Places (
    Key BLOB PRIMARY KEY NOT NULL, Name TEXT NOT NULL, Kind TEXT NOT NULL, Address TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE Schedules (
    Key BLOB PRIMARY KEY NOT NULL, Business BLOB, Rhythm TEXT NOT NULL, Places TEXT NOT NULL,
    Contents TEXT NOT NULL, Passphrase BLOB, IsRehearsed INTEGER NOT NULL, AlarmTo TEXT,
    IsOn INTEGER NOT NULL, Since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE RetentionRules (
    Business BLOB PRIMARY KEY NOT NULL, Retention TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE Entries (
    Key BLOB PRIMARY KEY NOT NULL, Business BLOB NOT NULL, BusinessName TEXT NOT NULL,
    Sequence INTEGER NOT NULL, MadeAtNs BLOB NOT NULL, Zone TEXT NOT NULL, Schedule BLOB,
    Place BLOB, Blob TEXT NOT NULL, FileName TEXT NOT NULL, BytesCount INTEGER NOT NULL,
    Sha256 BLOB, ContentDigest BLOB, HeadSequence INTEGER, HeadHash BLOB, Contents TEXT NOT NULL,
    IsEncrypted INTEGER NOT NULL, VerifiedAt BLOB, VerifiedTrouble TEXT, RehearsedAt BLOB,
    RehearsedTrouble TEXT, State TEXT NOT NULL, StateAt BLOB, StateTrouble TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX EntriesByBusiness ON Entries (Business, Sequence);
CREATE TABLE Numbers (
    Business BLOB PRIMARY KEY NOT NULL, Last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE Runs (
    Key BLOB PRIMARY KEY NOT NULL, Kind TEXT NOT NULL, Business BLOB NOT NULL, Schedule BLOB,
    Entry BLOB, DueAtNs BLOB NOT NULL, BeganAtNs BLOB NOT NULL, EndedAtNs BLOB NOT NULL,
    Outcome TEXT NOT NULL, Trouble TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX RunsByBusiness ON Runs (Business, DueAtNs);
";

/// Opens the file, or makes it; refuses what is not ours, and leaves it as it is.
pub fn open(path: &Path, busy: Duration) -> Result<Connection, CatalogError> {
    let fault = |error: rusqlite::Error| told(path, &error);
    let mut connection = Connection::open(path).map_err(fault)?;
    connection.busy_timeout(busy).map_err(fault)?;
    let (application, version) = header(&connection).map_err(fault)?;
    let file = path.display().to_string();
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(fault)?;
    match (application, version) {
        (APPLICATION_ID, VERSION) => {}
        (APPLICATION_ID, newer) if newer > VERSION => return Err(CatalogError::TooNew { file }),
        (0, 0) if tables == 0 => {}
        _ => {
            let reason = "it is no catalogue of backups".to_owned();
            return Err(CatalogError::Damaged { file, reason });
        }
    }
    prepare(&mut connection, tables == 0).map_err(fault)?;
    Ok(connection)
}

fn header(connection: &Connection) -> rusqlite::Result<(i32, i32)> {
    let number = |name| connection.pragma_query_value(None, name, |row| row.get(0));
    Ok((number("application_id")?, number("user_version")?))
}

fn prepare(connection: &mut Connection, is_new: bool) -> rusqlite::Result<()> {
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    if is_new {
        let unit = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        unit.execute_batch(TABLES)?;
        unit.pragma_update(None, "application_id", APPLICATION_ID)?;
        unit.pragma_update(None, "user_version", VERSION)?;
        unit.commit()?;
    }
    Ok(())
}
