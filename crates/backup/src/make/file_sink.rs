//! Writes the rows of a business into the tables of a file, leaving out what was unticked.

use crate::digest::Sink;
use crate::fingerprint::{Fingerprint, Fingerprinting};
use crate::history_rows::{change_cells, history_cells, history_table};
use crate::layout::{BLOB_PARTS, BLOBS, CHANGES, HISTORY, OBJECTS, is_attachment, section_of};
use crate::manifest::Manifest;
use crate::part_file::io_error;
use crate::source::{Source, to_file_cell};
use crate::{BackupContents, BackupError};
use books::Object;
use history::Entry;
use manager_file::{Cell, Column, FileWriter, NewTable, standard_tables};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use store::{Blob, CarriedTable};

/// Attachments up to this size pass through memory in one piece; larger ones through a temporary
/// file.
pub(crate) const IN_MEMORY_BYTES_MAX: u64 = 4 << 20;
/// So much of that temporary file is held in memory.
pub(crate) const SPOOL_BYTES_MAX: usize = 1 << 20;

/// How long files are kept (SPEC-backup.md, 3.6), in bytes.
#[derive(Debug, Clone, Copy)]
struct BlobLengths {
    /// A longer file stands in parts: readers, ours among them, take no longer value, and SQLite
    /// none above a billion bytes, the rest of its row included.
    whole_max: u64,
    /// The length of each part but the last.
    part: u64,
}

const BLOB_LENGTHS: BlobLengths = BlobLengths {
    whole_max: 500_000_000,
    part: 256 << 20,
};

pub(crate) struct FileSink {
    writer: FileWriter,
    contents: BackupContents,
    scratch: PathBuf,
    blobs_declared: bool,
    parts_declared: bool,
    blob_lengths: BlobLengths,
    history_declared: bool,
    /// The columns of `Changes`, once it is declared.
    changes: Option<NewTable>,
    /// Records written so far.
    pub(super) records_count: u64,
    /// Posts every record of the business on the way, so that none is read a second time.
    fingerprinting: Fingerprinting,
}

impl FileSink {
    pub(crate) fn create(
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
            parts_declared: false,
            blob_lengths: BLOB_LENGTHS,
            history_declared: false,
            changes: None,
            records_count: 0,
            fingerprinting: Fingerprinting::new(),
        })
    }

    /// Tells the totals of what was walked, writes the manifest and closes the file. It need not
    /// be on the disk yet when it is only compressed from here.
    pub(super) fn finish(
        self,
        manifest: &mut Manifest,
        source: &dyn Source,
        must_last: bool,
    ) -> Result<Fingerprint, BackupError> {
        let Self {
            mut writer,
            fingerprinting,
            ..
        } = self;
        let totals = fingerprinting.finish(source)?.fingerprint;
        manifest.tell_fingerprint(&totals);
        manifest.write(&mut writer)?;
        match must_last {
            true => writer.finish()?,
            false => writer.close()?,
        }
        Ok(totals)
    }

    /// Closes the file without a manifest: for one that is only read again.
    pub(crate) fn close(self) -> Result<(), BackupError> {
        Ok(self.writer.close()?)
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

    /// Writes the bytes of a file part by part.
    fn write_parts(&mut self, blob: &Blob, bytes: &mut dyn Read) -> Result<(), BackupError> {
        if !self.parts_declared {
            self.writer.declare(&standard_tables::blob_parts())?;
            self.parts_declared = true;
        }
        let key = Cell::of_text(&blob.key.to_string());
        let mut left = blob.bytes_count;
        for position in 0.. {
            if left == 0 {
                break;
            }
            let length = left.min(self.blob_lengths.part);
            let cells = [key.clone(), Cell::Integer(position), Cell::Null];
            let mut part = bytes.take(length);
            self.writer
                .blob_row(BLOB_PARTS, &cells, "Content", length, &mut part)?;
            left -= length;
        }
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
        self.fingerprinting.object(object);
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
        let optional = |text: &Option<String>| text.as_deref().map_or(Cell::Null, Cell::of_text);
        let mut cells = [
            Cell::of_text(&blob.key.to_string()),
            optional(&blob.name),
            optional(&blob.content_type),
            Cell::Blob(Vec::new()),
        ];
        if blob.bytes_count <= IN_MEMORY_BYTES_MAX.min(self.blob_lengths.whole_max) {
            let mut bytes = Vec::new();
            source.copy_blob(blob.key, &mut bytes)?;
            let [.., content] = &mut cells;
            *content = Cell::Blob(bytes);
            return Ok(self.writer.row(BLOBS, &cells)?);
        }
        let mut spool = tempfile::spooled_tempfile_in(SPOOL_BYTES_MAX, &self.scratch);
        source.copy_blob(blob.key, &mut spool)?;
        spool
            .seek(SeekFrom::Start(0))
            .map_err(|error| io_error(&self.scratch, &error))?;
        if blob.bytes_count > self.blob_lengths.whole_max {
            self.writer.row(BLOBS, &cells)?;
            return self.write_parts(blob, &mut spool);
        }
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

pub(crate) fn to_new_table(table: &CarriedTable) -> NewTable {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::{NoSink, walk};
    use crate::source::{FileSource, Visit};
    use books::Key;
    use manager_file::{Limits, ManagerFile};
    use sha2::{Digest, Sha256};

    const BYTES: &[u8] = b"a hundred bytes would be too many to write here, so these are fewer";

    /// Two files of the same bytes and nothing else.
    struct Files;

    impl Source for Files {
        fn each_object(&self, _: Visit<'_, Object>) -> Result<(), BackupError> {
            Ok(())
        }
        fn object(&self, _: Key) -> Result<Option<Object>, BackupError> {
            Ok(None)
        }
        fn each_blob(&self, visit: Visit<'_, Blob>) -> Result<(), BackupError> {
            for number in [1, 2] {
                visit(Blob {
                    key: Key::from_bytes([number; 16]),
                    name: Some("রসিদ.bin".to_owned()),
                    content_type: None,
                    bytes_count: u64::try_from(BYTES.len()).unwrap(),
                    sha256: Sha256::digest(BYTES).into(),
                })?;
            }
            Ok(())
        }
        fn copy_blob(&self, _: Key, sink: &mut dyn std::io::Write) -> Result<u64, BackupError> {
            sink.write_all(BYTES).unwrap();
            Ok(u64::try_from(BYTES.len()).unwrap())
        }
        fn carried_tables(&self) -> Result<Vec<CarriedTable>, BackupError> {
            Ok(Vec::new())
        }
        fn each_carried_row(
            &self,
            _: &str,
            _: Visit<'_, Vec<store::Cell>>,
        ) -> Result<(), BackupError> {
            Ok(())
        }
        fn each_entry(&self, _: Visit<'_, Entry>) -> Result<(), BackupError> {
            Ok(())
        }
    }

    fn written(folder: &Path, lengths: BlobLengths) -> PathBuf {
        let path = folder.join(format!("{}.manager", lengths.part));
        let mut sink = FileSink::create(&path, BackupContents::default(), folder).unwrap();
        sink.blob_lengths = lengths;
        walk(&Files, &mut sink, &mut |_| Ok(())).unwrap();
        sink.writer.finish().unwrap();
        path
    }

    /// SPEC-backup.md, 3.6: the digest is the same however a file is kept.
    #[test]
    fn a_long_file_travels_in_parts_and_adds_up_to_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let wanted = walk(&Files, &mut NoSink, &mut |_| Ok(())).unwrap();
        for (whole_max, part) in [(1_000, 1_000), (66, 10), (66, 66), (1, 67), (0, 1)] {
            let path = written(folder.path(), BlobLengths { whole_max, part });
            let file = ManagerFile::open(&path, folder.path(), &Limits::default()).unwrap();
            let in_parts = file.table(BLOB_PARTS).map(|table| table.rows_count);
            let parts = 67_u64.div_ceil(part) * 2;
            assert_eq!(in_parts, (whole_max < 67).then_some(parts));
            let source = FileSource::new(&file).unwrap();
            let sums = walk(&source, &mut NoSink, &mut |_| Ok(())).unwrap();
            assert_eq!(sums, wanted);
            let mut bytes = Vec::new();
            source
                .copy_blob(Key::from_bytes([2; 16]), &mut bytes)
                .unwrap();
            assert_eq!(bytes, BYTES);
        }
    }

    #[test]
    fn parts_that_are_missing_or_nobodys_are_damage() {
        let folder = tempfile::tempdir().unwrap();
        let lengths = BlobLengths {
            whole_max: 10,
            part: 20,
        };
        for harm in [
            "DELETE FROM TijoriBlobParts WHERE Position = 1",
            "UPDATE TijoriBlobParts SET Content = 'text' WHERE Position = 2",
            "UPDATE TijoriBlobParts SET Key = 'nobody' WHERE Position = 0 AND Key LIKE '01%'",
            "UPDATE Blobs SET Content = x'00'",
            "DELETE FROM Blobs WHERE Key LIKE '01%'",
            "DROP TABLE Blobs",
        ] {
            let path = written(folder.path(), lengths);
            let connection = rusqlite::Connection::open(&path).unwrap();
            connection.execute_batch(harm).unwrap();
            drop(connection);
            let opened = ManagerFile::open(&path, folder.path(), &Limits::default());
            let error = opened.err().expect(harm);
            assert_eq!(error.code(), "damaged", "{harm}");
            std::fs::remove_file(&path).unwrap();
        }
    }
}
