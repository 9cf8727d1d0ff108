//! Files too long for one value: their bytes stand in parts of their own (SPEC-backup.md, 3.6).

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::container::standard_tables::BLOB_PARTS;
use crate::container::writer::quoted;
use crate::container::{Cell, Limits, Refusal, Table, connection, keys};

/// More parts in one file are refused: at 256 MiB a part, nobody has that many.
const PARTS_COUNT_MAX: u64 = 100_000;

/// One part: the row it stands in, and its length in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) row: i64,
    pub(super) length: u64,
}

/// The parts of each blob that stands in parts, in order.
#[derive(Debug, Default)]
pub(super) struct Parts(BTreeMap<[u8; 16], Vec<Part>>);

impl Parts {
    /// The parts of this blob; none when it is one value, as other programs write it.
    pub(super) fn of(&self, key: &[u8; 16]) -> &[Part] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }

    /// The bytes in all parts of this blob.
    pub(super) fn length_of(&self, key: &[u8; 16]) -> u64 {
        self.of(key)
            .iter()
            .fold(0, |sum, part| sum.saturating_add(part.length))
    }

    /// Looks through the table of parts. Every part must belong to a row of `Blobs` that is
    /// otherwise empty, and follow the part before it: bytes that are nobody's are damage.
    pub(super) fn read(
        database: &Connection,
        tables: &[Table],
        limits: &Limits,
    ) -> Result<Self, Refusal> {
        let named = |name: &str| {
            tables
                .iter()
                .find(|table| table.name.eq_ignore_ascii_case(name))
        };
        let Some(table) = named(BLOB_PARTS).filter(|table| table.rows_count > 0) else {
            return Ok(Self::default());
        };
        let damaged = |what: &str| Refusal::Damaged(format!("{BLOB_PARTS}: {what}"));
        let rowid = table
            .rowid()
            .ok_or_else(|| damaged("it has no row numbers"))?;
        let columns = ["Key", "Position", "Content"];
        if !columns.iter().all(|name| table.column_at(name).is_some()) {
            return Err(damaged("a column is missing"));
        }
        if table.rows_count > PARTS_COUNT_MAX {
            return Err(damaged("it has too many rows"));
        }
        let failed = |error: rusqlite::Error| connection::refusal_of(&error, limits);
        let sql = format!(
            "SELECT {rowid}, \"Key\", \"Position\",
                 CASE WHEN typeof(\"Content\") = 'blob' THEN length(\"Content\") END
             FROM {} ORDER BY \"Key\" COLLATE BINARY, \"Position\"",
            quoted(&table.name)
        );
        let mut parts = Self::default();
        let mut statement = database.prepare(&sql).map_err(failed)?;
        let mut rows = statement.query([]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let cell = |at| row.get_ref(at).map(Cell::from_value).map_err(failed);
            let key = keys::guid(&cell(1)?).ok_or_else(|| damaged("a key is no key"))?;
            let numbers = (cell(0)?.integer(), cell(2)?.integer(), cell(3)?.integer());
            let (Some(row), Some(position), Some(length)) = numbers else {
                return Err(damaged("a part is no bytes"));
            };
            let length = u64::try_from(length).unwrap_or(0);
            let before = parts.0.entry(key).or_default();
            if usize::try_from(position) != Ok(before.len()) {
                return Err(damaged("a part is missing"));
            }
            before.push(Part { row, length });
        }
        let blobs = named("Blobs").ok_or_else(|| damaged("parts without a file"))?;
        parts.require_owners(database, blobs, limits)?;
        Ok(parts)
    }

    fn require_owners(
        &self,
        database: &Connection,
        blobs: &Table,
        limits: &Limits,
    ) -> Result<(), Refusal> {
        let failed = |error: rusqlite::Error| connection::refusal_of(&error, limits);
        let sql = format!(
            "SELECT 1 FROM {} WHERE \"Key\" = ?1 COLLATE BINARY
                 AND typeof(\"Content\") = 'blob' AND length(\"Content\") = 0",
            quoted(&blobs.name)
        );
        if !["Key", "Content"]
            .iter()
            .all(|name| blobs.column_at(name).is_some())
        {
            return Err(Refusal::Damaged(format!("{BLOB_PARTS}: parts of nothing")));
        }
        let mut statement = database.prepare(&sql).map_err(failed)?;
        for key in self.0.keys() {
            let key = keys::text(key);
            if !statement.exists([Cell::of_text(&key)]).map_err(failed)? {
                return Err(Refusal::Damaged(format!(
                    "{BLOB_PARTS}: the parts of {key} belong to no empty file"
                )));
            }
        }
        Ok(())
    }
}
