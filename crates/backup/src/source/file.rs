//! An opened file as a source of rows: what the other program wrote and what we added are taken
//! apart here (SPEC-backup.md, section 3).

use super::{Source, Visit};
use crate::BackupError;
use crate::history_rows;
use crate::layout::{
    BLOB_PARTS, BLOBS, CHANGES, EXTRA_COLUMNS, HISTORY, MANIFEST, OBJECTS, ODD_BLOBS, ODD_OBJECTS,
    SECTIONS,
};
use books::{Key, Object};
use history::Entry;
use manager_file::{Column, ManagerFile, ObjectRow, ReadError, Table};
use sha2::{Digest, Sha256};
use std::cell::Cell as Mutable;
use std::collections::HashSet;
use std::io::Write;
use store::{Blob, CarriedColumn, CarriedTable, Cell};

/// A file, with what had to be found out before its rows can be walked.
pub(crate) struct FileSource<'a> {
    file: &'a ManagerFile,
    /// The keys of rows of `Changes` that are our own entries.
    own_changes: HashSet<[u8; 16]>,
    /// What rows of known tables were found to hold beside what is known; none before all of them
    /// were looked at.
    oddities: Mutable<Option<Oddities>>,
}

/// Which tables of our own have to be made up for rows that break the rules of known tables.
#[derive(Debug, Clone, Copy, Default)]
struct Oddities {
    objects: bool,
    blobs: bool,
    extra_columns: bool,
}

/// Lets our error travel through the file's visit.
pub(crate) fn stop(error: BackupError) -> ReadError {
    ReadError::stopped(error)
}

/// Unwraps our own errors that travelled through a visit of the file.
pub(crate) fn unstop(error: ReadError) -> BackupError {
    match error.into_stopped() {
        Ok(inner) => match inner.downcast::<BackupError>() {
            Ok(ours) => *ours,
            Err(other) => BackupError::Io {
                what: "the file could not be read".to_owned(),
                reason: other.to_string(),
            },
        },
        Err(refusal) => BackupError::Refused(refusal),
    }
}

impl<'a> FileSource<'a> {
    /// Finds out which changes are our own entries.
    pub(crate) fn new(file: &'a ManagerFile) -> Result<Self, BackupError> {
        let mut own_changes = HashSet::new();
        if file.table(HISTORY).is_some() && file.table(CHANGES).is_some() {
            history_rows::each_key(file, &mut |key| {
                own_changes.insert(*key.as_bytes());
            })?;
        }
        Ok(Self {
            file,
            own_changes,
            oddities: Mutable::new(None),
        })
    }

    /// A source of a file of which it is known which changes are entries of our own.
    pub(crate) fn with_changes(file: &'a ManagerFile, own_changes: HashSet<[u8; 16]>) -> Self {
        Self {
            file,
            own_changes,
            oddities: Mutable::new(None),
        }
    }

    /// Which rows of known tables are odd. Whoever walks has seen all records by the time the
    /// carried tables are asked for; others have them looked through now.
    fn oddities(&self) -> Result<Oddities, BackupError> {
        if self.oddities.get().is_none() {
            self.each_object(&mut |_| Ok(()))?;
        }
        let mut oddities = self.oddities.get().unwrap_or_default();
        if self.file.table(BLOBS).is_some() {
            self.file
                .each_blob(&mut |row| {
                    oddities.extra_columns |= !row.extra.is_empty();
                    Ok(())
                })
                .map_err(unstop)?;
            self.file
                .each_odd_blob_row(&mut |_| {
                    oddities.blobs = true;
                    Ok(())
                })
                .map_err(unstop)?;
        }
        Ok(oddities)
    }

    /// The SHA-256 of a blob's bytes.
    fn sha256_of(&self, key: &[u8; 16]) -> Result<[u8; 32], ReadError> {
        let mut sum = HashWriter(Sha256::new());
        self.file.copy_blob(key, &mut sum)?;
        Ok(sum.0.finalize().into())
    }

    fn each_extra_value(&self, visit: Visit<'_, Vec<Cell>>) -> Result<(), BackupError> {
        let mut show = |table: &str, key: Key, extra: Vec<(String, manager_file::Cell)>| {
            for (column, value) in extra {
                visit(vec![
                    text(table),
                    text(&key.to_string()),
                    text(&column),
                    from_file_cell(value),
                ])
                .map_err(stop)?;
            }
            Ok(())
        };
        self.file
            .each_object(&mut |row| match row {
                ObjectRow::Conforming { key, extra, .. } => {
                    show(OBJECTS, Key::from_bytes(key), extra)
                }
                ObjectRow::Odd { .. } => Ok(()),
            })
            .map_err(unstop)?;
        if self.file.table(BLOBS).is_some() {
            self.file
                .each_blob(&mut |row| show(BLOBS, Key::from_bytes(row.key), row.extra))
                .map_err(unstop)?;
        }
        Ok(())
    }

    /// Whether a table of this name is made up, and not one of the file.
    fn is_made_up(&self, table: &str) -> Result<bool, BackupError> {
        let oddities = self.oddities()?;
        Ok(match table {
            ODD_OBJECTS => oddities.objects,
            ODD_BLOBS => oddities.blobs,
            EXTRA_COLUMNS => oddities.extra_columns,
            _ => false,
        })
    }

    /// The tables that exist only because rows of known tables were odd.
    fn made_up_tables(&self) -> Result<Vec<CarriedTable>, BackupError> {
        let oddities = self.oddities()?;
        let mut tables = Vec::new();
        let loose = |name: &str, of: Option<&Table>| CarriedTable {
            name: name.to_owned(),
            columns: of
                .into_iter()
                .flat_map(|table| &table.columns)
                .map(|column| CarriedColumn {
                    not_null: false,
                    primary_key: 0,
                    ..to_carried_column(column)
                })
                .collect(),
            without_rowid: false,
        };
        if oddities.objects {
            tables.push(loose(ODD_OBJECTS, self.file.table(OBJECTS)));
        }
        if oddities.blobs {
            tables.push(loose(ODD_BLOBS, self.file.table(BLOBS)));
        }
        if oddities.extra_columns {
            let columns = ["Table", "Key", "Column", "Value"];
            tables.push(CarriedTable {
                name: EXTRA_COLUMNS.to_owned(),
                columns: columns.map(loose_column).to_vec(),
                without_rowid: false,
            });
        }
        Ok(tables)
    }
}

impl Source for FileSource<'_> {
    fn each_object(&self, visit: Visit<'_, Object>) -> Result<(), BackupError> {
        let mut oddities = Oddities::default();
        self.file
            .each_object(&mut |row| match row {
                ObjectRow::Conforming {
                    key,
                    content_type,
                    content,
                    timestamp,
                    extra,
                } => {
                    oddities.extra_columns |= !extra.is_empty();
                    visit(Object {
                        key: Key::from_bytes(key),
                        content_type: Key::from_bytes(content_type),
                        content,
                        timestamp,
                    })
                    .map_err(stop)
                }
                ObjectRow::Odd { .. } => {
                    oddities.objects = true;
                    Ok(())
                }
            })
            .map_err(unstop)?;
        self.oddities.set(Some(oddities));
        Ok(())
    }

    fn object(&self, key: Key) -> Result<Option<Object>, BackupError> {
        match self.file.object(key.as_bytes()).map_err(unstop)? {
            Some(ObjectRow::Conforming {
                key,
                content_type,
                content,
                timestamp,
                ..
            }) => Ok(Some(Object {
                key: Key::from_bytes(key),
                content_type: Key::from_bytes(content_type),
                content,
                timestamp,
            })),
            _ => Ok(None),
        }
    }

    fn each_blob(&self, visit: Visit<'_, Blob>) -> Result<(), BackupError> {
        if self.file.table(BLOBS).is_none() {
            return Ok(());
        }
        self.file
            .each_blob(&mut |row| {
                let sha256 = self.sha256_of(&row.key)?;
                visit(Blob {
                    key: Key::from_bytes(row.key),
                    name: row.name,
                    content_type: row.content_type,
                    bytes_count: row.length,
                    sha256,
                })
                .map_err(stop)
            })
            .map_err(unstop)
    }

    fn copy_blob(&self, key: Key, sink: &mut dyn Write) -> Result<u64, BackupError> {
        self.file.copy_blob(key.as_bytes(), sink).map_err(unstop)
    }

    fn carried_tables(&self) -> Result<Vec<CarriedTable>, BackupError> {
        let known = [OBJECTS, BLOBS, BLOB_PARTS, HISTORY, MANIFEST, SECTIONS];
        let mut tables: Vec<CarriedTable> = self
            .file
            .tables()
            .iter()
            .filter(|table| {
                !known
                    .iter()
                    .any(|name| table.name.eq_ignore_ascii_case(name))
            })
            .map(to_carried_table)
            .collect();
        for made_up in self.made_up_tables()? {
            if !tables.iter().any(|table| table.name == made_up.name) {
                tables.push(made_up);
            }
        }
        Ok(tables)
    }

    fn each_carried_row(
        &self,
        table: &str,
        visit: Visit<'_, Vec<Cell>>,
    ) -> Result<(), BackupError> {
        match table {
            ODD_OBJECTS if self.is_made_up(table)? => self
                .file
                .each_object(&mut |row| match row {
                    ObjectRow::Odd { cells, .. } => visit(from_file_cells(cells)).map_err(stop),
                    ObjectRow::Conforming { .. } => Ok(()),
                })
                .map_err(unstop),
            ODD_BLOBS if self.is_made_up(table)? => self
                .file
                .each_odd_blob_row(&mut |cells| visit(from_file_cells(cells)).map_err(stop))
                .map_err(unstop),
            EXTRA_COLUMNS if self.is_made_up(table)? => self.each_extra_value(visit),
            _ => {
                let key_at = self
                    .file
                    .table(table)
                    .and_then(|table| table.column_at("Key"));
                let ours = |cells: &[manager_file::Cell]| {
                    table.eq_ignore_ascii_case(CHANGES)
                        && key_at
                            .and_then(|at| cells.get(at)?.text()?.parse::<Key>().ok())
                            .is_some_and(|key| self.own_changes.contains(key.as_bytes()))
                };
                self.file
                    .each_row(table, &mut |cells| {
                        if ours(&cells) {
                            Ok(())
                        } else {
                            visit(from_file_cells(cells)).map_err(stop)
                        }
                    })
                    .map_err(unstop)
            }
        }
    }

    fn each_entry(&self, visit: Visit<'_, Entry>) -> Result<(), BackupError> {
        if self.file.table(HISTORY).is_none() {
            return Ok(());
        }
        history_rows::each_entry(self.file, visit)
    }
}

/// Sums whatever is written to it.
struct HashWriter(Sha256);

impl Write for HashWriter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.as_bytes().to_vec())
}

fn loose_column(name: &str) -> CarriedColumn {
    CarriedColumn {
        name: name.to_owned(),
        declared_type: String::new(),
        not_null: false,
        primary_key: 0,
    }
}

fn to_carried_column(column: &Column) -> CarriedColumn {
    CarriedColumn {
        name: column.name.clone(),
        declared_type: column.declared_type.clone(),
        not_null: column.not_null,
        primary_key: column.primary_key,
    }
}

pub(crate) fn to_carried_table(table: &Table) -> CarriedTable {
    CarriedTable {
        name: table.name.clone(),
        columns: table.columns.iter().map(to_carried_column).collect(),
        without_rowid: table.without_rowid,
    }
}

fn from_file_cell(cell: manager_file::Cell) -> Cell {
    match cell {
        manager_file::Cell::Null => Cell::Null,
        manager_file::Cell::Integer(value) => Cell::Integer(value),
        manager_file::Cell::Real(bits) => Cell::Real(bits),
        manager_file::Cell::Text(bytes) => Cell::Text(bytes),
        manager_file::Cell::Blob(bytes) => Cell::Blob(bytes),
    }
}

pub(crate) fn from_file_cells(cells: Vec<manager_file::Cell>) -> Vec<Cell> {
    cells.into_iter().map(from_file_cell).collect()
}

/// The store's cell as the file's.
pub(crate) fn to_file_cell(cell: &Cell) -> manager_file::Cell {
    match cell {
        Cell::Null => manager_file::Cell::Null,
        Cell::Integer(value) => manager_file::Cell::Integer(*value),
        Cell::Real(bits) => manager_file::Cell::Real(*bits),
        Cell::Text(bytes) => manager_file::Cell::Text(bytes.clone()),
        Cell::Blob(bytes) => manager_file::Cell::Blob(bytes.clone()),
    }
}
