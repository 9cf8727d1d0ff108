//! What sections add up to: SHA-256 over their rows (SPEC-backup.md, section 5).

use crate::layout::{is_attachment, section_of};
use crate::source::Source;
use crate::{BackupError, Progress};
use books::Object;
use history::Entry;
use sha2::{Digest, Sha256};
use std::fmt;
use store::{Blob, CarriedTable, Cell, Section};

/// The digest of the content of a business: equal for equal content, in every edition and form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContentDigest(pub [u8; 32]);

impl fmt::Display for ContentDigest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&hex(&self.0))
    }
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What one section holds and adds up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SectionSum {
    /// Rows of every table of the section, and entries.
    pub rows_count: u64,
    /// Bytes of their contents.
    pub bytes_count: u64,
    /// SHA-256 over all of it.
    pub digest: [u8; 32],
}

/// A sum in the making.
#[derive(Clone)]
pub(crate) struct Summing {
    sum: Sha256,
    rows_count: u64,
    bytes_count: u64,
}

impl Summing {
    fn new(section: &str) -> Self {
        let mut summing = Self {
            sum: Sha256::new(),
            rows_count: 0,
            bytes_count: 0,
        };
        summing.bytes(b"tijori section");
        summing.bytes(section.as_bytes());
        summing
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.sum.update((bytes.len() as u64).to_be_bytes());
        self.sum.update(bytes);
    }

    fn optional(&mut self, bytes: Option<&[u8]>) {
        match bytes {
            Some(bytes) => {
                self.sum.update([1]);
                self.bytes(bytes);
            }
            None => self.sum.update([0]),
        }
    }

    fn row(&mut self, bytes_count: u64) {
        self.rows_count += 1;
        self.bytes_count += bytes_count;
    }

    fn object(&mut self, object: &Object) {
        self.bytes(object.key.as_bytes());
        self.bytes(object.content_type.as_bytes());
        self.optional(
            object
                .timestamp
                .map(i64::to_be_bytes)
                .as_ref()
                .map(<[u8; 8]>::as_slice),
        );
        self.bytes(&object.content);
        self.row(object.content.len() as u64);
    }

    fn blob(&mut self, blob: &Blob) {
        self.bytes(blob.key.as_bytes());
        self.optional(blob.name.as_ref().map(String::as_bytes));
        self.optional(blob.content_type.as_ref().map(String::as_bytes));
        self.bytes(&blob.bytes_count.to_be_bytes());
        self.bytes(&blob.sha256);
        self.row(blob.bytes_count);
    }

    /// Empty cells are not fed, so that a table which gained a column adds up to the same.
    fn cells(&mut self, table: &CarriedTable, cells: &[Cell]) {
        let mut bytes_count = 0;
        let filled = cells.iter().filter(|cell| **cell != Cell::Null).count();
        self.bytes(&(filled as u64).to_be_bytes());
        for (column, cell) in table.columns.iter().zip(cells) {
            if *cell != Cell::Null {
                self.bytes(column.name.as_bytes());
            }
            match cell {
                Cell::Null => {}
                Cell::Integer(value) => {
                    self.sum.update([1]);
                    self.bytes(&value.to_be_bytes());
                }
                Cell::Real(bits) => {
                    self.sum.update([2]);
                    self.bytes(&bits.to_be_bytes());
                }
                Cell::Text(bytes) => {
                    self.sum.update([3]);
                    self.bytes(bytes);
                    bytes_count += bytes.len() as u64;
                }
                Cell::Blob(bytes) => {
                    self.sum.update([4]);
                    self.bytes(bytes);
                    bytes_count += bytes.len() as u64;
                }
            }
        }
        self.row(bytes_count);
    }

    fn entry(&mut self, entry: &Entry) {
        self.bytes(&entry.hash);
        let size = |content: &Option<Vec<u8>>| content.as_ref().map_or(0, Vec::len) as u64;
        let draft = &entry.draft;
        self.row(size(&draft.before.content) + size(&draft.after.content));
    }

    fn finish(self) -> SectionSum {
        SectionSum {
            rows_count: self.rows_count,
            bytes_count: self.bytes_count,
            digest: self.sum.finalize().into(),
        }
    }
}

/// The sums of the four sections of one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sums {
    pub data: SectionSum,
    pub attachments: SectionSum,
    pub emails: SectionSum,
    pub history: SectionSum,
}

impl Sums {
    /// The sum of one of the three parts.
    pub(crate) fn of(&self, section: Section) -> &SectionSum {
        match section {
            Section::Attachments => &self.attachments,
            Section::Emails => &self.emails,
            Section::History => &self.history,
        }
    }

    /// The four with their names, in the order of the manifest.
    pub(crate) fn named(&self) -> [(&'static str, &SectionSum); 4] {
        [
            ("data", &self.data),
            ("attachments", &self.attachments),
            ("emails", &self.emails),
            ("history", &self.history),
        ]
    }

    /// What the sections would add up to without those left out.
    pub(crate) fn without(mut self, left_out: &[Section]) -> Self {
        for section in left_out {
            let empty = Summing::new(section.code()).finish();
            match section {
                Section::Attachments => self.attachments = empty,
                Section::Emails => self.emails = empty,
                Section::History => self.history = empty,
            }
        }
        self
    }

    /// The content digest (SPEC-backup.md, 5.3).
    pub(crate) fn content_digest(&self) -> ContentDigest {
        let mut sum = Sha256::new();
        for part in [
            b"tijori content 1".as_slice(),
            &self.data.digest,
            &self.attachments.digest,
            &self.emails.digest,
        ] {
            sum.update((part.len() as u64).to_be_bytes());
            sum.update(part);
        }
        ContentDigest(sum.finalize().into())
    }
}

/// The digest of the History section entry by entry, as it was before each of them.
pub(crate) struct HistorySum(Summing);

impl HistorySum {
    /// Begins with the other program's changes, which stand before every entry.
    pub(crate) fn begin(source: &dyn Source) -> Result<Self, BackupError> {
        let mut summing = Summing::new("history");
        let mut tables = source.carried_tables()?;
        tables.retain(|table| section_of(&table.name) == Some(Section::History));
        tables.sort_by(|a, b| a.name.cmp(&b.name));
        for table in &tables {
            let mut named = false;
            source.each_carried_row(&table.name, &mut |cells| {
                if !named {
                    summing.bytes(table.name.as_bytes());
                    named = true;
                }
                summing.cells(table, &cells);
                Ok(())
            })?;
        }
        Ok(Self(summing))
    }

    /// Adds an entry.
    pub(crate) fn entry(&mut self, entry: &Entry) {
        self.0.entry(entry);
    }

    /// What it adds up to so far.
    pub(crate) fn digest(&self) -> [u8; 32] {
        self.0.clone().finish().digest
    }
}

/// Is shown every row while the sums are taken: a copier, or nobody.
pub(crate) trait Sink {
    /// A record, in key order.
    fn object(&mut self, _: &Object) -> Result<(), BackupError> {
        Ok(())
    }
    /// A blob, in key order; its bytes are to be fetched from the source.
    fn blob(&mut self, _: &dyn Source, _: &Blob) -> Result<(), BackupError> {
        Ok(())
    }
    /// A carried table, before its rows.
    fn table(&mut self, _: &CarriedTable) -> Result<(), BackupError> {
        Ok(())
    }
    /// A row of it.
    fn cells(&mut self, _: &CarriedTable, _: &[Cell]) -> Result<(), BackupError> {
        Ok(())
    }
    /// An entry of the trail, in order.
    fn entry(&mut self, _: &Entry) -> Result<(), BackupError> {
        Ok(())
    }
}

/// Nobody looks at the rows.
pub(crate) struct NoSink;
impl Sink for NoSink {}

/// Reads a source once, from its first record to its last entry, showing every row to `sink` and
/// summing it. This one walk makes backups, checks files, imports and proves.
pub(crate) fn walk(
    source: &dyn Source,
    sink: &mut dyn Sink,
    progress: &mut dyn FnMut(u64) -> Result<(), BackupError>,
) -> Result<Sums, BackupError> {
    let [mut data, mut attachments, mut emails, mut history] =
        ["data", "attachments", "emails", "history"].map(Summing::new);
    let mut walked = 0_u64;
    let mut step = |walked: &mut u64| {
        *walked += 1;
        if walked.is_multiple_of(256) {
            progress(*walked)
        } else {
            Ok(())
        }
    };
    source.each_object(&mut |object| {
        let section = if is_attachment(&object) {
            &mut attachments
        } else {
            &mut data
        };
        section.object(&object);
        sink.object(&object)?;
        step(&mut walked)
    })?;
    source.each_blob(&mut |blob| {
        attachments.blob(&blob);
        sink.blob(source, &blob)?;
        step(&mut walked)
    })?;
    let mut tables = source.carried_tables()?;
    tables.sort_by(|a, b| a.name.cmp(&b.name));
    for table in &tables {
        let section = match section_of(&table.name) {
            Some(Section::Attachments) => &mut attachments,
            Some(Section::Emails) => &mut emails,
            Some(Section::History) => &mut history,
            None => &mut data,
        };
        sink.table(table)?;
        let mut named = false;
        source.each_carried_row(&table.name, &mut |cells| {
            if !named {
                section.bytes(table.name.as_bytes());
                named = true;
            }
            section.cells(table, &cells);
            sink.cells(table, &cells)?;
            step(&mut walked)
        })?;
    }
    source.each_entry(&mut |entry| {
        history.entry(&entry);
        sink.entry(&entry)?;
        step(&mut walked)
    })?;
    Ok(Sums {
        data: data.finish(),
        attachments: attachments.finish(),
        emails: emails.finish(),
        history: history.finish(),
    })
}

/// Tells a watcher how many rows of a phase are done.
pub(crate) fn watch<'a>(
    progress: &'a dyn Progress,
    phase: crate::Phase,
    total: u64,
) -> impl FnMut(u64) -> Result<(), BackupError> + 'a {
    move |done| Ok(progress.at(phase, done.min(total), total)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_section_adds_up_to_the_same_whatever_was_left_out() {
        let empty = Sums {
            data: Summing::new("data").finish(),
            attachments: Summing::new("attachments").finish(),
            emails: Summing::new("emails").finish(),
            history: Summing::new("history").finish(),
        };
        assert_eq!(empty.without(&Section::ALL), empty);
        assert_ne!(empty.attachments.digest, empty.emails.digest);
    }
}
