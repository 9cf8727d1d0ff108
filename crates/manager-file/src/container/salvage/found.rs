//! Rows that were found go into the fresh file; those that were not are remembered.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::tables::{Index, Shape};
use super::{Doubt, Hole, LostRow, SalvagedTable, not_written};
use crate::container::standard_tables::BLOB_PARTS;
use crate::container::{Cell, FileWriter, Limits, ReadError, Refusal};

/// So many rows are taken before it is asked whether to go on.
const ROWS_BETWEEN_LOOKS: u64 = 256;
/// More lost rows of one table are counted and not remembered one by one.
const LOST_COUNT_MAX: usize = 1_000_000;

/// A row that was read.
pub(super) struct Found {
    pub(super) row: i64,
    pub(super) cells: Vec<Cell>,
    /// Why it is not proved; none when it is.
    pub(super) doubt: Option<Doubt>,
}

/// What is known of one table so far.
#[derive(Default)]
struct Known {
    told: SalvagedTable,
    /// Numbers of the rows that were taken.
    rows: HashSet<i64>,
    /// Keys of the rows that were taken, as they are compared.
    keys: HashSet<Vec<u8>>,
    /// Rows that could not be read, by number.
    lost: BTreeMap<i64, LostRow>,
    /// Lost rows that have no number.
    nameless: Vec<LostRow>,
    /// Whether an index of its keys was read to its end.
    is_indexed: bool,
}

/// The rows on their way into the fresh file.
pub(super) struct Taking<'a> {
    writer: FileWriter,
    limits: &'a Limits,
    go_on: &'a mut dyn FnMut(u64) -> bool,
    tables: HashMap<String, Known>,
    rows_count: u64,
    /// Positions of the parts of each file that stands in parts.
    parts: BTreeMap<String, Vec<i64>>,
    /// Keys of files without bytes of their own.
    empty_blobs: HashSet<String>,
}

impl<'a> Taking<'a> {
    pub(super) fn new(
        writer: FileWriter,
        limits: &'a Limits,
        go_on: &'a mut dyn FnMut(u64) -> bool,
    ) -> Self {
        Self {
            writer,
            limits,
            go_on,
            tables: HashMap::new(),
            rows_count: 0,
            parts: BTreeMap::new(),
            empty_blobs: HashSet::new(),
        }
    }

    /// Declares a table in the fresh file.
    pub(super) fn declare(&mut self, shape: &Shape) -> Result<(), Refusal> {
        self.writer.declare(&shape.table).map_err(not_written)?;
        let mut known = Known::default();
        known.told.name.clone_from(&shape.table.name);
        known.told.is_counted = true;
        self.tables.insert(shape.table.name.clone(), known);
        Ok(())
    }

    /// Takes a row; one whose key was taken already is left, and both are in doubt when they
    /// differ, since nobody can say which was meant.
    pub(super) fn take(&mut self, shape: &Shape, found: Found) -> Result<(), Refusal> {
        self.rows_count = self.rows_count.saturating_add(1);
        if self.rows_count > self.limits.rows_count_max {
            return Err(Refusal::TooManyRows(self.limits.rows_count_max));
        }
        if self.rows_count.is_multiple_of(ROWS_BETWEEN_LOOKS) && !(self.go_on)(self.rows_count) {
            let stopped = ReadError::stopped("stopped").into_stopped();
            return Err(stopped.map_or(Refusal::EmptyFile, Refusal::Stopped));
        }
        let Some(known) = self.tables.get_mut(&shape.table.name) else {
            return Ok(());
        };
        let name = name_of(shape, &found, known.told.rows_count);
        if !known.keys.insert(compared(shape, &found)) {
            known.told.doubtful.insert(name, Doubt::Twice);
            return Ok(());
        }
        self.writer
            .row(&shape.table.name, &found.cells)
            .map_err(not_written)?;
        known.told.rows_count = known.told.rows_count.saturating_add(1);
        known.rows.insert(found.row);
        known.lost.remove(&found.row);
        match (shape.table.name.as_str(), found.cells.as_slice()) {
            (BLOB_PARTS, [_, Cell::Integer(position), ..]) => {
                self.parts.entry(name.clone()).or_default().push(*position);
            }
            ("Blobs", [.., Cell::Blob(bytes)]) if bytes.is_empty() => {
                self.empty_blobs.insert(name.clone());
            }
            _ => {}
        }
        if let Some(doubt) = found.doubt {
            known.told.doubtful.insert(name, doubt);
        }
        Ok(())
    }

    /// Remembers a row of which a part is lost.
    pub(super) fn lose(&mut self, shape: &Shape, lost: LostRow) {
        let Some(known) = self.tables.get_mut(&shape.table.name) else {
            return;
        };
        if known.lost.len() >= LOST_COUNT_MAX {
            known.told.is_counted = false;
        } else if shape.table.without_rowid {
            known.nameless.push(lost);
        } else {
            known.lost.insert(lost.row, lost);
        }
    }

    /// Remembers a page that cannot be read.
    pub(super) fn hole(&mut self, shape: &Shape, page: u64, (after, to): (i64, i64)) {
        if let Some(known) = self.tables.get_mut(&shape.table.name) {
            known.told.holes.push(Hole { page, after, to });
        }
    }

    /// Whether rows of this table may be lost that have this number.
    pub(super) fn misses(&self, table: &str, row: i64) -> bool {
        self.tables.get(table).is_some_and(|known| {
            let mut holes = known.told.holes.iter();
            !known.rows.contains(&row) && holes.any(|hole| hole.after < row && row <= hole.to)
        })
    }

    /// Whether anything of any table may be lost.
    pub(super) fn has_holes(&self) -> bool {
        let mut tables = self.tables.values();
        tables.any(|known| !known.told.holes.is_empty())
    }

    /// An index names a row: when it was not found, it is lost, and known by this.
    pub(super) fn indexed(&mut self, index: &Index, value: &Cell, row: i64) {
        let Some(known) = self.tables.get_mut(&index.of_table) else {
            return;
        };
        if known.rows.contains(&row) {
            return;
        }
        let text = value.text().map(str::to_owned);
        if known.lost.len() >= LOST_COUNT_MAX {
            known.told.is_counted = false;
            return;
        }
        let lost = known.lost.entry(row).or_insert_with(|| LostRow {
            row,
            ..LostRow::default()
        });
        match index.is_of_keys {
            true => lost.key = text.or(lost.key.take()),
            false => lost.content_type = text.or(lost.content_type.take()),
        }
    }

    /// An index of keys was read, to its end or not.
    pub(super) fn counted(&mut self, table: &str, is_whole: bool) {
        if let Some(known) = self.tables.get_mut(table) {
            known.is_indexed |= is_whole;
        }
    }

    /// Closes the fresh file.
    pub(super) fn finish(mut self) -> Result<Vec<SalvagedTable>, Refusal> {
        self.give_up_parts()?;
        self.writer.close().map_err(not_written)?;
        let mut tables: Vec<SalvagedTable> = self
            .tables
            .into_values()
            .map(|mut known| {
                known.told.lost = known.lost.into_values().chain(known.nameless).collect();
                let is_followed = known.told.holes.is_empty() && known.told.doubtful.is_empty();
                known.told.is_counted &= is_followed || known.is_indexed;
                known.told
            })
            .collect();
        tables.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(tables)
    }
}

impl Taking<'_> {
    /// Parts of files of which one is missing before another, or that belong to no file, are no
    /// use: they are told as lost.
    fn give_up_parts(&mut self) -> Result<(), Refusal> {
        for (key, mut positions) in std::mem::take(&mut self.parts) {
            positions.sort_unstable();
            if self.empty_blobs.contains(&key) && (0..).zip(&positions).all(|(at, it)| at == *it) {
                continue;
            }
            self.writer
                .delete(BLOB_PARTS, "Key", &Cell::of_text(&key))
                .map_err(not_written)?;
            if let Some(known) = self.tables.get_mut(BLOB_PARTS) {
                let gone = u64::try_from(positions.len()).unwrap_or(u64::MAX);
                known.told.rows_count = known.told.rows_count.saturating_sub(gone);
                known.nameless.push(LostRow {
                    key: Some(key),
                    ..LostRow::default()
                });
            }
        }
        Ok(())
    }
}

/// What a row is known by: the first value of its key; where it has none, its place among those
/// that were taken.
fn name_of(shape: &Shape, found: &Found, taken: u64) -> String {
    let key = shape.table.columns.iter().zip(&found.cells);
    let mut key = key.filter(|(column, _)| column.primary_key > 0);
    match key.next() {
        Some((_, Cell::Text(text))) => String::from_utf8_lossy(text).into_owned(),
        Some((_, Cell::Integer(number))) => number.to_string(),
        _ => taken.saturating_add(1).to_string(),
    }
}

/// What may stand only once: the values of the key without regard to case; else the number.
fn compared(shape: &Shape, found: &Found) -> Vec<u8> {
    let mut compared = Vec::new();
    for (column, cell) in shape.table.columns.iter().zip(&found.cells) {
        if column.primary_key == 0 {
            continue;
        }
        let bytes = match cell {
            Cell::Text(bytes) => bytes.to_ascii_lowercase(),
            other => format!("{other:?}").into_bytes(),
        };
        compared.extend(bytes.len().to_be_bytes());
        compared.extend(bytes);
    }
    match compared.is_empty() {
        true => found.row.to_be_bytes().to_vec(),
        false => compared,
    }
}
