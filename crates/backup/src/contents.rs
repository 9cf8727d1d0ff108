//! Attachments, Emails, History: in or out, all in by default; and how large each is.

use crate::layout::{EMAILS, IMAGES};
use books::kinds;
use store::{Reader, Section, StoreError};

/// Which of the three parts a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupContents {
    /// All files on all records.
    pub attachments: bool,
    /// All emails sent from inside the program.
    pub emails: bool,
    /// The trail of changes.
    pub history: bool,
}

impl Default for BackupContents {
    fn default() -> Self {
        Self {
            attachments: true,
            emails: true,
            history: true,
        }
    }
}

impl BackupContents {
    /// Whether the section is in.
    pub fn includes(self, section: Section) -> bool {
        match section {
            Section::Attachments => self.attachments,
            Section::Emails => self.emails,
            Section::History => self.history,
        }
    }

    /// The sections left out, in order.
    pub fn left_out(self) -> Vec<Section> {
        Section::ALL
            .into_iter()
            .filter(|section| !self.includes(*section))
            .collect()
    }
}

/// How much a part of a business holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SectionSize {
    /// Records, files, emails or entries.
    pub rows_count: u64,
    /// Their bytes, before compression.
    pub bytes_count: u64,
}

/// How much every part of a business holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SectionSizes {
    /// Everything that is always in.
    pub data: SectionSize,
    /// The files.
    pub attachments: SectionSize,
    /// The emails.
    pub emails: SectionSize,
    /// The trail, the other program's changes included.
    pub history: SectionSize,
}

impl SectionSizes {
    /// The size of one of the three parts.
    pub fn of(&self, section: Section) -> SectionSize {
        match section {
            Section::Attachments => self.attachments,
            Section::Emails => self.emails,
            Section::History => self.history,
        }
    }
}

/// Measures every part of a business, for the Backup page.
///
/// # Errors
/// When the business cannot be read.
pub fn section_sizes(reader: &dyn Reader) -> Result<SectionSizes, StoreError> {
    let mut data = SectionSize::default();
    reader.each_object(None, &mut |object| {
        if object.content_type != kinds::ATTACHMENT || object.is_keyed_by_kind() {
            data.rows_count += 1;
            data.bytes_count += object.content.len() as u64;
        }
        Ok(())
    })?;
    sizes_beside(reader, data)
}

/// More than the records of any books take on average, in bytes.
const RECORD_BYTES_AMPLE: u64 = 4096;

/// The same without reading a record: what they take is taken to be ample. For whoever only wants
/// to know whether there is far more room than that.
pub(crate) fn ample_sizes(reader: &dyn Reader) -> Result<SectionSizes, StoreError> {
    let counts = reader.object_counts()?;
    let rows_count: u64 = counts.iter().map(|(_, count)| count).sum();
    let data = SectionSize {
        rows_count,
        bytes_count: rows_count.saturating_mul(RECORD_BYTES_AMPLE),
    };
    sizes_beside(reader, data)
}

/// The sizes of everything beside the records.
fn sizes_beside(reader: &dyn Reader, data: SectionSize) -> Result<SectionSizes, StoreError> {
    let mut sizes = SectionSizes {
        data,
        ..SectionSizes::default()
    };
    reader.each_blob(&mut |blob| {
        sizes.attachments.rows_count += 1;
        sizes.attachments.bytes_count += blob.bytes_count;
        Ok(())
    })?;
    for table in reader.carried_tables()? {
        let (rows_count, bytes_count) = reader.carried_size(&table.name)?;
        let size = match table.name.as_str() {
            IMAGES => &mut sizes.attachments,
            EMAILS => &mut sizes.emails,
            crate::layout::CHANGES => &mut sizes.history,
            _ => &mut sizes.data,
        };
        size.rows_count += rows_count;
        size.bytes_count += bytes_count;
    }
    let (emails_count, emails_bytes) = reader.emails_size()?;
    sizes.emails.rows_count += emails_count;
    sizes.emails.bytes_count += emails_bytes;
    sizes.history.rows_count += reader.history_head()?.sequence;
    sizes.history.bytes_count += reader.history_bytes()?;
    Ok(sizes)
}
