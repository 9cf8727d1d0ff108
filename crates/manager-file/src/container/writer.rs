//! Writes a fresh, plain file: the same rows in the same order give the same bytes.
//!
//! No journal is kept while writing, since a half-written file is worth nothing anyway: write to a
//! temporary name and rename it after [`FileWriter::finish`] returned.

mod declaration;

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params_from_iter};

use super::pace::Pace;
use super::standard_tables::OBJECTS_INDEX;
use super::{Cell, NewTable, WriteError};
use declaration::declaration;
pub(super) use declaration::quoted;

/// SQLite counts the length of a value in 31 bits, and is built here with one billion bytes.
const VALUE_BYTES_MAX: u64 = 1_000_000_000;
/// How much of a streamed value is held at a time.
const PIECE_BYTES: usize = 64 * 1024;

/// So much may wait in memory before it is brought to the disk: copies of most businesses are gone
/// before a system would write them at all.
const HEAD_START_BYTES: u64 = 256 * 1024 * 1024;

/// Writes rows into a new file. Dropped without [`Self::finish`], it leaves a useless file behind.
pub struct FileWriter {
    connection: Connection,
    path: PathBuf,
    tables: HashMap<String, Declared>,
    /// Its handle is closed after the connection: closing it would end the connection's lock.
    pace: Pace,
}

struct Declared {
    table: NewTable,
    insert: String,
}

impl FileWriter {
    /// Makes the file.
    ///
    /// # Errors
    /// When there is a file already, or it cannot be made.
    pub fn create(path: &Path) -> Result<Self, WriteError> {
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(|source| WriteError::io(path, source))?;
        let connection = Connection::open(path).map_err(|e| WriteError::database(path, "", e))?;
        connection
            .execute_batch(
                "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;
                 PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
                 PRAGMA cache_size = -16384; BEGIN IMMEDIATE;",
            )
            .map_err(|e| WriteError::database(path, "", e))?;
        Ok(Self {
            connection,
            path: path.to_owned(),
            tables: HashMap::new(),
            pace: Pace::of(file, HEAD_START_BYTES),
        })
    }

    /// Declares a table. `Objects` gets the index that the other program gives it.
    ///
    /// # Errors
    /// [`WriteError::Misfit`] for a table without columns or `WITHOUT ROWID` without a primary
    /// key; [`WriteError::Database`] for one declared twice or with impossible names.
    pub fn declare(&mut self, table: &NewTable) -> Result<(), WriteError> {
        let keyed = table.columns.iter().any(|column| column.primary_key > 0);
        if table.columns.is_empty() || (table.without_rowid && !keyed) {
            return Err(misfit(&table.name, "it lacks columns or a primary key"));
        }
        let mut sql = declaration(table);
        if table.name == "Objects" && table.column_at("ContentType").is_some() {
            sql.push_str(&format!(
                ";CREATE INDEX \"{OBJECTS_INDEX}\" on \"Objects\"(\"ContentType\")"
            ));
        }
        self.connection
            .execute_batch(&sql)
            .map_err(|e| WriteError::database(&self.path, &table.name, e))?;
        let places = vec!["?"; table.columns.len()].join(",");
        let declared = Declared {
            insert: format!("INSERT INTO {} VALUES ({places})", quoted(&table.name)),
            table: table.clone(),
        };
        self.tables.insert(table.name.clone(), declared);
        Ok(())
    }

    /// Writes a row; one cell per column in the order of the declaration.
    ///
    /// # Errors
    /// [`WriteError::Misfit`] when the table was not declared or the cells are of another number;
    /// [`WriteError::Database`] for a key that is there already; [`WriteError::DiskFull`].
    pub fn row(&mut self, table: &str, cells: &[Cell]) -> Result<(), WriteError> {
        let declared = self.declared(table, cells)?;
        self.insert(table, &declared.insert, cells)?;
        self.wrote(cells.iter().map(Cell::bytes_count).sum())
    }

    /// Writes a row of which one value is streamed from `source`: exactly `length` bytes, whatever
    /// the cell given for `content_column` holds.
    ///
    /// # Errors
    /// As [`Self::row`]; [`WriteError::WrongLength`] when `source` has fewer or more bytes;
    /// [`WriteError::TooLong`] beyond what SQLite can keep.
    pub fn blob_row(
        &mut self,
        table: &str,
        cells: &[Cell],
        content_column: &str,
        length: u64,
        source: &mut dyn Read,
    ) -> Result<(), WriteError> {
        let declared = self.declared(table, cells)?;
        if declared.table.without_rowid {
            return Err(misfit(
                table,
                "a table without rowid takes no streamed value",
            ));
        }
        let columns = &declared.table.columns;
        let at = columns
            .iter()
            .position(|column| column.name.eq_ignore_ascii_case(content_column))
            .ok_or_else(|| misfit(table, "it has no such column"))?;
        let length_in_sql = i32::try_from(length)
            .ok()
            .filter(|_| length <= VALUE_BYTES_MAX)
            .ok_or(WriteError::TooLong { length })?;
        let places: Vec<String> = (0..columns.len())
            .map(|place| match place == at {
                true => format!("zeroblob({length_in_sql})"),
                false => "?".to_owned(),
            })
            .collect();
        let sql = format!(
            "INSERT INTO {} VALUES ({})",
            quoted(table),
            places.join(",")
        );
        let others: Vec<Cell> = cells
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != at)
            .map(|(_, cell)| cell.clone())
            .collect();
        self.insert(table, &sql, &others)?;
        self.fill(table, content_column, length, source)?;
        self.wrote(length)
    }

    fn wrote(&mut self, bytes_count: u64) -> Result<(), WriteError> {
        let told = self.pace.wrote(bytes_count);
        told.map_err(|e| WriteError::io(&self.path, e))
    }

    /// Removes the rows of which a column holds this value: for a file that is only read again.
    pub(super) fn delete(&self, table: &str, column: &str, value: &Cell) -> Result<(), WriteError> {
        let sql = format!(
            "DELETE FROM {} WHERE {} = ?1",
            quoted(table),
            quoted(column)
        );
        self.connection
            .execute(&sql, [value])
            .map(|_| ())
            .map_err(|e| WriteError::database(&self.path, table, e))
    }

    /// Finishes the file and waits until it is on the disk.
    ///
    /// # Errors
    /// [`WriteError::DiskFull`], [`WriteError::Database`], [`WriteError::Io`].
    pub fn finish(self) -> Result<(), WriteError> {
        let path = self.path.clone();
        self.close()?;
        File::options()
            .write(true)
            .open(&path)
            .and_then(|file| file.sync_all())
            .map_err(|e| WriteError::io(&path, e))
    }

    /// Finishes the file without waiting for the disk: for a file that is only read again and let
    /// go of.
    ///
    /// # Errors
    /// As [`Self::finish`].
    pub fn close(self) -> Result<(), WriteError> {
        let path = self.path;
        self.connection
            .execute_batch("COMMIT")
            .map_err(|e| WriteError::database(&path, "", e))?;
        self.connection
            .close()
            .map_err(|(_, e)| WriteError::database(&path, "", e))?;
        let ended = self.pace.end();
        ended.map(drop).map_err(|e| WriteError::io(&path, e))
    }

    fn declared(&self, table: &str, cells: &[Cell]) -> Result<&Declared, WriteError> {
        let declared = self
            .tables
            .get(table)
            .ok_or_else(|| misfit(table, "it was not declared"))?;
        if declared.table.columns.len() != cells.len() {
            return Err(misfit(table, "it has another number of columns"));
        }
        Ok(declared)
    }

    fn insert(&self, table: &str, sql: &str, cells: &[Cell]) -> Result<(), WriteError> {
        self.connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute(params_from_iter(cells)))
            .map(|_| ())
            .map_err(|e| WriteError::database(&self.path, table, e))
    }

    /// Fills the value just reserved with zeros, piece by piece.
    fn fill(
        &self,
        table: &str,
        column: &str,
        length: u64,
        source: &mut dyn Read,
    ) -> Result<(), WriteError> {
        let row = self.connection.last_insert_rowid();
        let mut blob = self
            .connection
            .blob_open("main", table, column, row, false)
            .map_err(|e| WriteError::database(&self.path, table, e))?;
        let mut piece = vec![0; PIECE_BYTES];
        let mut found = 0_u64;
        loop {
            let count = source
                .read(&mut piece)
                .map_err(|e| WriteError::io(&self.path, e))?;
            if count == 0 {
                break;
            }
            found = found.saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
            if found > length {
                break;
            }
            blob.write_all(piece.get(..count).unwrap_or_default())
                .map_err(|e| WriteError::io(&self.path, e))?;
        }
        if found != length {
            return Err(WriteError::WrongLength {
                table: table.to_owned(),
                expected: length,
                found: found.min(length.saturating_add(1)),
            });
        }
        blob.close()
            .map_err(|e| WriteError::database(&self.path, table, e))
    }
}

fn misfit(table: &str, reason: &'static str) -> WriteError {
    WriteError::Misfit {
        table: table.to_owned(),
        reason,
    }
}
