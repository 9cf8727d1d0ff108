//! Writes the rows of a business into the tables of a file, leaving out what was unticked.

use crate::digest::Sink;
use crate::history_rows::{change_cells, history_cells, history_table};
use crate::layout::{BLOBS, CHANGES, HISTORY, OBJECTS, is_attachment, section_of};
use crate::manifest::Manifest;
use crate::part_file::io_error;
use crate::source::{Source, to_file_cell};
use crate::{BackupContents, BackupError};
use books::Object;
use history::Entry;
use manager_file::{Cell, Column, FileWriter, NewTable, standard_tables};
use std::io::{Seek, SeekFrom};
use std::path::{Path, PathBuf};
use store::{Blob, CarriedTable};

/// Attachments up to this size pass through memory; larger ones through a temporary file.
pub(crate) const SPOOL_BYTES_MAX: usize = 1 << 20;

pub(super) struct FileSink {
    writer: FileWriter,
    contents: BackupContents,
    scratch: PathBuf,
    blobs_declared: bool,
    history_declared: bool,
    /// The columns of `Changes`, once it is declared.
    changes: Option<NewTable>,
    /// Records written so far.
    pub(super) records_count: u64,
}

impl FileSink {
    pub(super) fn create(
        path: &Path,
        contents: BackupContents,
        scratch: &Path,
    ) -> Result<Self, BackupError> {
        let mut writer = FileWriter::create(path)?;
        writer.declare(&standard_tables::objects())?;
        Ok(Self {
            writer,
            contents,
            scratch: scratch.to_owned(),
            blobs_declared: false,
            history_declared: false,
            changes: None,
            records_count: 0,
        })
    }

    pub(super) fn finish(mut self, manifest: &mut Manifest) -> Result<(), BackupError> {
        manifest.write(&mut self.writer)?;
        Ok(self.writer.finish()?)
    }

    fn leaves_out(&self, table: &CarriedTable) -> bool {
        section_of(&table.name).is_some_and(|section| !self.contents.includes(section))
    }

    /// Declares `Changes` with the documented columns and, after its own, those a file brought.
    fn declare_changes(&mut self, brought: Option<&CarriedTable>) -> Result<(), BackupError> {
        let mut table = brought.map_or_else(standard_tables::changes, to_new_table);
        for column in standard_tables::changes().columns {
            if table.column_at(&column.name).is_none() {
                table.columns.push(Column {
                    not_null: false,
                    primary_key: 0,
                    ..column
                });
            }
        }
        self.writer.declare(&table)?;
        self.changes = Some(table);
        Ok(())
    }

    fn write_change(&mut self, cells: Vec<Cell>) -> Result<(), BackupError> {
        let Some(table) = &self.changes else {
            return Ok(());
        };
        let mut row = vec![Cell::Null; table.columns.len()];
        for (column, cell) in standard_tables::changes().columns.iter().zip(cells) {
            if let Some(place) = table.column_at(&column.name).and_then(|at| row.get_mut(at)) {
                *place = cell;
            }
        }
        Ok(self.writer.row(CHANGES, &row)?)
    }
}

impl Sink for FileSink {
    fn object(&mut self, object: &Object) -> Result<(), BackupError> {
        if is_attachment(object) && !self.contents.attachments {
            return Ok(());
        }
        self.records_count += 1;
        let cells = [
            Cell::of_text(&object.key.to_string()),
            Cell::of_text(&object.content_type.to_string()),
            Cell::Blob(object.content.clone()),
            object.timestamp.map_or(Cell::Null, Cell::Integer),
        ];
        Ok(self.writer.row(OBJECTS, &cells)?)
    }

    fn blob(&mut self, source: &dyn Source, blob: &Blob) -> Result<(), BackupError> {
        if !self.contents.attachments {
            return Ok(());
        }
        if !self.blobs_declared {
            self.writer.declare(&standard_tables::blobs())?;
            self.blobs_declared = true;
        }
        let mut spool = tempfile::spooled_tempfile_in(SPOOL_BYTES_MAX, &self.scratch);
        source.copy_blob(blob.key, &mut spool)?;
        spool
            .seek(SeekFrom::Start(0))
            .map_err(|error| io_error(&self.scratch, &error))?;
        let optional = |text: &Option<String>| text.as_deref().map_or(Cell::Null, Cell::of_text);
        let cells = [
            Cell::of_text(&blob.key.to_string()),
            optional(&blob.name),
            optional(&blob.content_type),
            Cell::Null,
        ];
        Ok(self
            .writer
            .blob_row(BLOBS, &cells, "Content", blob.bytes_count, &mut spool)?)
    }

    fn table(&mut self, table: &CarriedTable) -> Result<(), BackupError> {
        if self.leaves_out(table) {
            return Ok(());
        }
        if table.name == CHANGES {
            return self.declare_changes(Some(table));
        }
        Ok(self.writer.declare(&to_new_table(table))?)
    }

    fn cells(&mut self, table: &CarriedTable, cells: &[store::Cell]) -> Result<(), BackupError> {
        if self.leaves_out(table) {
            return Ok(());
        }
        let mut row: Vec<Cell> = cells.iter().map(to_file_cell).collect();
        if let (CHANGES, Some(declared)) = (table.name.as_str(), &self.changes) {
            row.resize(declared.columns.len(), Cell::Null);
        }
        Ok(self.writer.row(&table.name, &row)?)
    }

    fn entry(&mut self, entry: &Entry) -> Result<(), BackupError> {
        if !self.contents.history {
            return Ok(());
        }
        if !self.history_declared {
            self.writer.declare(&history_table())?;
            self.history_declared = true;
            // Readers of the trail join both tables, also while no entry concerns a record.
            if self.changes.is_none() {
                self.declare_changes(None)?;
            }
        }
        self.writer.row(HISTORY, &history_cells(entry))?;
        match change_cells(entry) {
            Some(cells) => self.write_change(cells),
            None => Ok(()),
        }
    }
}

fn to_new_table(table: &CarriedTable) -> NewTable {
    NewTable {
        name: table.name.clone(),
        columns: table
            .columns
            .iter()
            .map(|column| Column {
                name: column.name.clone(),
                declared_type: column.declared_type.clone(),
                not_null: column.not_null,
                primary_key: column.primary_key,
            })
            .collect(),
        without_rowid: table.without_rowid,
    }
}
