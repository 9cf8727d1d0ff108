//! Entries of the trail as rows of a file, and back (SPEC-backup.md, 3.2; SPEC-history.md,
//! section 7).

use crate::BackupError;
use crate::layout::{CHANGES, HISTORY};
use crate::source::{Visit, stop, unstop};
use books::Key;
use history::{Action, Contents, Draft, Entry, Stamp};
use jiff::Timestamp;
use manager_file::{Cell, Column, ManagerFile, NewTable};

/// .NET ticks at 1970-01-01.
const TICKS_AT_EPOCH: i128 = 621_355_968_000_000_000;

/// The columns of `TijoriHistory`, in order, and whether each may be empty.
const COLUMNS: [(&str, &str, bool); 19] = [
    ("Sequence", "INTEGER", false),
    ("Key", "TEXT", false),
    ("Installation", "TEXT", false),
    ("Commit", "TEXT", false),
    ("InstantSeconds", "INTEGER", false),
    ("InstantNanoseconds", "INTEGER", false),
    ("Zone", "TEXT", false),
    ("OffsetSeconds", "INTEGER", false),
    ("UserKey", "TEXT", true),
    ("UserName", "TEXT", false),
    ("ProgramVersion", "TEXT", false),
    ("Action", "TEXT", false),
    ("Object", "TEXT", true),
    ("ContentTypeBefore", "TEXT", true),
    ("ContentTypeAfter", "TEXT", true),
    ("Title", "TEXT", false),
    ("Facts", "BLOB", false),
    ("PreviousHash", "BLOB", false),
    ("Hash", "BLOB", false),
];

/// The table `TijoriHistory`, to be declared.
pub(crate) fn history_table() -> NewTable {
    let mut columns: Vec<Column> = COLUMNS
        .iter()
        .map(|(name, of_type, may_be_empty)| Column {
            not_null: !may_be_empty,
            ..Column::new(name, of_type)
        })
        .collect();
    if let Some(sequence) = columns.first_mut() {
        sequence.primary_key = 1;
    }
    NewTable {
        name: HISTORY.to_owned(),
        columns,
        without_rowid: false,
    }
}

fn text(text: &str) -> Cell {
    Cell::of_text(text)
}

fn key_cell(key: Option<Key>) -> Cell {
    key.map_or(Cell::Null, |key| text(&key.to_string()))
}

/// The entry's row of `TijoriHistory`.
pub(crate) fn history_cells(entry: &Entry) -> Vec<Cell> {
    let draft = &entry.draft;
    let stamp = &draft.stamp;
    vec![
        Cell::Integer(entry.sequence.cast_signed()),
        text(&draft.key.to_string()),
        text(&entry.installation.to_string()),
        text(&stamp.commit.to_string()),
        Cell::Integer(stamp.instant.as_second()),
        Cell::Integer(i64::from(stamp.instant.subsec_nanosecond())),
        text(&stamp.zone),
        Cell::Integer(i64::from(stamp.offset_s)),
        key_cell(stamp.user_key),
        text(&stamp.user_name),
        text(&stamp.program_version),
        text(draft.action.code()),
        key_cell(draft.object),
        key_cell(draft.before.content_type),
        key_cell(draft.after.content_type),
        text(&draft.title),
        Cell::Blob(history::facts::encode(&draft.facts)),
        Cell::Blob(entry.previous_hash.to_vec()),
        Cell::Blob(entry.hash.to_vec()),
    ]
}

/// The moment in .NET ticks.
pub(crate) fn ticks_of(instant: Timestamp) -> i64 {
    let ticks = instant.as_nanosecond().div_euclid(100) + TICKS_AT_EPOCH;
    i64::try_from(ticks).unwrap_or(i64::MAX)
}

/// The entry's row of `Changes` in the documented columns; none when it concerns no record.
pub(crate) fn change_cells(entry: &Entry) -> Option<Vec<Cell>> {
    let draft = &entry.draft;
    let object = draft.object?;
    let content = |content: &Option<Vec<u8>>| content.clone().map_or(Cell::Null, Cell::Blob);
    Some(vec![
        text(&draft.key.to_string()),
        text(&draft.stamp.commit.to_string()),
        text(&object.to_string()),
        text(&draft.stamp.user_name),
        Cell::Integer(ticks_of(draft.stamp.instant)),
        key_cell(draft.before.content_type),
        text(&draft.after.content_type.unwrap_or(Key::NIL).to_string()),
        content(&draft.before.content),
        content(&draft.after.content),
    ])
}

/// Visits the keys of all entries of a file.
pub(crate) fn each_key(file: &ManagerFile, visit: &mut dyn FnMut(Key)) -> Result<(), BackupError> {
    let mut row_number = 0_u64;
    file.each_row(HISTORY, &mut |cells| {
        row_number += 1;
        let row = Row {
            file,
            number: row_number,
            cells,
        };
        visit(row.key("Key").map_err(stop)?);
        Ok(())
    })
    .map_err(unstop)
}

/// Visits the entries of a file in order, contents included.
pub(crate) fn each_entry(file: &ManagerFile, visit: Visit<'_, Entry>) -> Result<(), BackupError> {
    let mut row_number = 0_u64;
    file.each_row(HISTORY, &mut |cells| {
        row_number += 1;
        let row = Row {
            file,
            number: row_number,
            cells,
        };
        row.entry().and_then(&mut *visit).map_err(stop)
    })
    .map_err(unstop)
}

/// What can be read of a row of `TijoriHistory` of which some may not be.
pub(crate) struct LenientRow {
    /// The entry, when all of it can be read.
    pub entry: Option<Entry>,
    /// Its key.
    pub key: Option<Key>,
    /// The record concerned.
    pub object: Option<Key>,
    /// What kind of record it became.
    pub kind: Option<Key>,
    /// The record's name at the time.
    pub title: Option<String>,
}

/// Visits every row of the trail of a damaged file, in the order of their numbers.
pub(crate) fn each_lenient_row(
    file: &ManagerFile,
    visit: &mut dyn FnMut(LenientRow),
) -> Result<(), BackupError> {
    file.each_row(HISTORY, &mut |cells| {
        let row = Row {
            file,
            number: 0,
            cells,
        };
        visit(LenientRow {
            entry: row.entry().ok(),
            key: row.key("Key").ok(),
            object: row.optional_key("Object").ok().flatten(),
            kind: row.optional_key("ContentTypeAfter").ok().flatten(),
            title: row.text("Title").ok(),
        });
        Ok(())
    })
    .map_err(unstop)
}

/// One row of `TijoriHistory`, which may hold anything.
struct Row<'a> {
    file: &'a ManagerFile,
    number: u64,
    cells: Vec<Cell>,
}

impl Row<'_> {
    fn entry(&self) -> Result<Entry, BackupError> {
        let object = self.optional_key("Object")?;
        let kind = |column| self.optional_key(column);
        let mut before = Contents {
            content_type: kind("ContentTypeBefore")?,
            content: None,
        };
        let mut after = Contents {
            content_type: kind("ContentTypeAfter")?,
            content: None,
        };
        if object.is_some() {
            [before.content, after.content] = self.contents()?;
        }
        Ok(Entry {
            sequence: self.integer("Sequence")?.cast_unsigned(),
            installation: self.key("Installation")?,
            draft: Draft {
                stamp: self.stamp()?,
                action: Action::from_code(&self.text("Action")?)
                    .ok_or_else(|| self.bad("Action"))?,
                key: self.key("Key")?,
                object,
                before,
                after,
                title: self.text("Title")?,
                facts: history::facts::decode(self.blob("Facts")?)
                    .map_err(|_| self.bad("Facts"))?,
            },
            previous_hash: self.hash("PreviousHash")?,
            hash: self.hash("Hash")?,
        })
    }

    fn stamp(&self) -> Result<Stamp, BackupError> {
        let nanoseconds = i32::try_from(self.integer("InstantNanoseconds")?);
        let nanoseconds = nanoseconds.map_err(|_| self.bad("InstantNanoseconds"))?;
        let offset_s = i32::try_from(self.integer("OffsetSeconds")?);
        Ok(Stamp {
            instant: Timestamp::new(self.integer("InstantSeconds")?, nanoseconds)
                .map_err(|_| self.bad("InstantSeconds"))?,
            zone: self.text("Zone")?,
            offset_s: offset_s.map_err(|_| self.bad("OffsetSeconds"))?,
            user_key: self.optional_key("UserKey")?,
            user_name: self.text("UserName")?,
            program_version: self.text("ProgramVersion")?,
            commit: self.key("Commit")?,
        })
    }

    /// The contents before and after, from the row of `Changes` with the same key.
    fn contents(&self) -> Result<[Option<Vec<u8>>; 2], BackupError> {
        let key = Cell::of_text(&self.text("Key")?);
        let found = self.file.find_row(CHANGES, "Key", &key).map_err(unstop)?;
        let cells = found.ok_or_else(|| self.bad("Key"))?;
        let table = self.file.table(CHANGES).ok_or_else(|| self.bad("Key"))?;
        let content = |name: &'static str| match table.column_at(name).and_then(|at| cells.get(at))
        {
            Some(Cell::Blob(bytes)) => Ok(Some(bytes.clone())),
            Some(Cell::Null) => Ok(None),
            _ => Err(self.bad(name)),
        };
        Ok([content("ContentBefore")?, content("ContentAfter")?])
    }

    fn bad(&self, column: &str) -> BackupError {
        BackupError::BadManifest {
            file: String::new(),
            reason: format!("{HISTORY}, row {}, {column}", self.number),
        }
    }

    fn cell(&self, column: &'static str) -> Result<&Cell, BackupError> {
        let at = self
            .file
            .table(HISTORY)
            .and_then(|table| table.column_at(column));
        at.and_then(|at| self.cells.get(at))
            .ok_or_else(|| self.bad(column))
    }

    fn text(&self, column: &'static str) -> Result<String, BackupError> {
        let text = self.cell(column)?.text();
        text.map(str::to_owned).ok_or_else(|| self.bad(column))
    }

    fn integer(&self, column: &'static str) -> Result<i64, BackupError> {
        self.cell(column)?.integer().ok_or_else(|| self.bad(column))
    }

    fn blob(&self, column: &'static str) -> Result<&[u8], BackupError> {
        self.cell(column)?.blob().ok_or_else(|| self.bad(column))
    }

    fn key(&self, column: &'static str) -> Result<Key, BackupError> {
        self.text(column)?.parse().map_err(|_| self.bad(column))
    }

    fn optional_key(&self, column: &'static str) -> Result<Option<Key>, BackupError> {
        match self.cell(column)? {
            Cell::Null => Ok(None),
            _ => self.key(column).map(Some),
        }
    }

    fn hash(&self, column: &'static str) -> Result<[u8; 32], BackupError> {
        self.blob(column)?.try_into().map_err(|_| self.bad(column))
    }
}
