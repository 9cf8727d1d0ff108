//! Opens a business's file, and only a file that is ours.
//!
//! The header is looked at before SQLite opens the file, because opening a foreign database may
//! already change it (its journal would be rolled back). That look opens and closes the file with
//! the system, which lets go of SQLite's locks on it in this process: so it is done only while no
//! connection to the file is open here.

use crate::place::Place;
use crate::schema::{self, APPLICATION_ID};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, FileControl, MAIN_DB, OpenFlags};
use std::fs::File;
use std::io::Read;
use std::time::Duration;
use store::StoreError;

/// How long a connection waits for another of this process.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// The write-ahead log is cut back to this size, in bytes, after it has grown past it.
const LOG_BYTES_MAX: i64 = 64 * 1024 * 1024;

/// How many KiB of pages the connection that writes remembers: the inner pages of the indexes that
/// saving one document in a large business goes through.
pub const CACHE_KIB: i64 = 16 * 1024;

/// The same while everything that follows from the records is made again: keys come in no order,
/// and pages that are let go of are written and read over and over.
pub const CACHE_KIB_ANEW: i64 = 64 * 1024;

/// Sets how many KiB of pages are remembered.
pub fn set_cache(connection: &Connection, kib: i64) -> rusqlite::Result<()> {
    // Below zero they are KiB, above it pages.
    connection.pragma_update(None, "cache_size", -kib)
}

/// Refuses a file that is not ours or is newer than we know, without opening it as a database.
pub fn look_at_header(place: &Place) -> Result<(), StoreError> {
    let mut header = [0; 100];
    File::open(&place.path)
        .and_then(|mut file| file.read_exact(&mut header))
        .map_err(|error| place.damaged(error))?;
    let number_at = |at: usize| {
        header
            .get(at..)
            .and_then(|rest| rest.first_chunk::<4>())
            .map_or(0, |bytes| i32::from_be_bytes(*bytes))
    };
    if !header.starts_with(b"SQLite format 3\0") || number_at(68) != APPLICATION_ID {
        return Err(place.damaged("it is not a business kept by Tijori; it was left as it is"));
    }
    match number_at(60) {
        found if found > schema::version() => Err(schema::too_new(place, found)),
        _ => Ok(()),
    }
}

/// The one connection that writes.
pub fn open_writer(place: &Place) -> Result<Connection, StoreError> {
    let fault = place.fault("open the business");
    let mut connection = open(place, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mode = set_journal_mode(&connection, "wal").map_err(&fault)?;
    if mode != "wal" {
        return Err(StoreError::engine(
            format!("{} (open the business)", place.path.display()),
            "this disk does not let SQLite keep a write-ahead log; move the data folder to a \
             local disk",
        ));
    }
    connection
        .pragma_update(None, "journal_size_limit", LOG_BYTES_MAX)
        .and_then(|()| {
            connection.execute_batch(
                "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
                 PRAGMA checkpoint_fullfsync = ON; PRAGMA foreign_keys = ON;
                 PRAGMA recursive_triggers = ON;",
            )
        })
        .and_then(|()| set_cache(&connection, CACHE_KIB))
        .and_then(|()| keep_log(&connection, true))
        .and_then(|()| connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true))
        .map_err(&fault)?;
    schema::climb(&mut connection, place)?;
    Ok(connection)
}

/// A connection that only reads. It is opened for writing all the same, because a reader of a
/// write-ahead log writes the log's index; `query_only` refuses everything else.
pub fn open_reader(place: &Place) -> Result<Connection, StoreError> {
    let connection = open(place, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection
        .execute_batch("PRAGMA query_only = ON;")
        .and_then(|()| keep_log(&connection, true))
        .map_err(place.fault("open the business for reading"))?;
    Ok(connection)
}

/// A connection to a file at rest, in Trash: it has no log, and nothing is written beside it.
pub fn open_at_rest(place: &Place) -> Result<Connection, StoreError> {
    open(place, OpenFlags::SQLITE_OPEN_READ_ONLY)
}

/// The connection that fills a business in the making. Nothing is journalled and nothing waits
/// for the disk: a crash leaves a file that the next start sweeps away.
pub fn open_part(place: &Place) -> Result<Connection, StoreError> {
    let mut connection = open(place, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection
        .execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;
             PRAGMA recursive_triggers = ON; PRAGMA cache_size = -65536;",
        )
        .map_err(place.fault("begin a business"))?;
    schema::create(&mut connection, place)?;
    Ok(connection)
}

/// Changes how commits are made safe; the mode that holds afterwards.
///
/// SQLite tells the new mode before it commits it to the file: only whoever reads on to the end is
/// told when the disk failed there.
pub fn set_journal_mode(connection: &Connection, mode: &str) -> rusqlite::Result<String> {
    let mut statement = connection.prepare(&format!("PRAGMA journal_mode = {mode}"))?;
    let mut rows = statement.query([])?;
    let mut told = String::new();
    while let Some(row) = rows.next()? {
        told = row.get(0)?;
    }
    Ok(told)
}

/// Whether the log stays beside the file when the last connection closes. It stays while the
/// business lives here, so that no crash can fall between making it and syncing its folder.
pub fn keep_log(connection: &Connection, keep: bool) -> rusqlite::Result<()> {
    let mut flag = i32::from(keep);
    connection.file_control(Some(MAIN_DB), FileControl::PersistWal(&mut flag))
}

/// Whether the path no longer leads to the open file.
#[cfg(unix)]
pub fn has_moved(connection: &Connection) -> rusqlite::Result<bool> {
    let mut moved = 0;
    connection.file_control(Some(MAIN_DB), FileControl::HasMoved(&mut moved))?;
    Ok(moved != 0)
}

/// Whether the path no longer leads to the open file: never here, where the system refuses to
/// move or replace a file that SQLite holds open.
#[cfg(not(unix))]
pub fn has_moved(_connection: &Connection) -> rusqlite::Result<bool> {
    Ok(false)
}

fn open(place: &Place, flags: OpenFlags) -> Result<Connection, StoreError> {
    let fault = place.fault("open the business");
    let connection =
        Connection::open_with_flags(&place.path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(&fault)?;
    connection
        .busy_timeout(BUSY_TIMEOUT)
        .and_then(|()| {
            connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
        })
        .map_err(&fault)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}
