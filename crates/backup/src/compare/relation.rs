//! Whose History goes further: that of the file or that of the business.

use crate::BackupError;
use crate::check::CheckedFile;
use crate::source::{FileSource, Source};
use history::{Action, Head};
use store::{Reader, StoreError};

/// How the chain of a file and that of a business lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryRelation {
    /// The file tells of no chain.
    Unknown,
    /// Both end with the same entry.
    Same,
    /// The file was made of this business, which went on afterwards.
    FileIsOlder {
        /// Entries that came after it.
        entries: u64,
        /// Those among them that changed a record.
        changes: u64,
    },
    /// The file goes on where the business ends.
    FileIsNewer {
        /// Entries that the business does not have.
        entries: u64,
        /// Those among them that changed a record.
        changes: u64,
    },
    /// Both were one business once and went their own ways.
    Diverged {
        /// The number of the first entry that is not the same.
        at: u64,
        /// Changes of records in the file from there on.
        in_file: u64,
        /// Changes of records in the business from there on.
        in_business: u64,
    },
    /// They never were one business.
    Unrelated,
}

impl HistoryRelation {
    /// The language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Same => "same",
            Self::FileIsOlder { .. } => "file-is-older",
            Self::FileIsNewer { .. } => "file-is-newer",
            Self::Diverged { .. } => "diverged",
            Self::Unrelated => "unrelated",
        }
    }
}

/// Whether the business has the entry at which a head stands.
pub(crate) fn same_entry(reader: &dyn Reader, head: Head) -> Result<bool, StoreError> {
    let entry = reader.entry(head.sequence)?;
    Ok(entry.is_some_and(|entry| entry.hash == head.hash))
}

pub(super) fn relation(
    checked: &CheckedFile,
    source: &FileSource<'_>,
    reader: &dyn Reader,
) -> Result<HistoryRelation, BackupError> {
    let plan = &checked.plan;
    let is_withheld = plan.history_head.sequence == 0;
    let file = if is_withheld {
        plan.withheld_head.unwrap_or_default()
    } else {
        plan.history_head
    };
    if file.sequence == 0 {
        return Ok(HistoryRelation::Unknown);
    }
    let business = reader.history_head()?;
    if file == business {
        return Ok(HistoryRelation::Same);
    }
    if same_entry(reader, file)? {
        return Ok(HistoryRelation::FileIsOlder {
            entries: business.sequence.saturating_sub(file.sequence),
            changes: changes_after(reader, file.sequence)?,
        });
    }
    if is_withheld {
        return Ok(HistoryRelation::Unknown);
    }
    walk_beside(source, reader, file, business)
}

/// How many entries after this one changed a record.
pub(crate) fn changes_after(reader: &dyn Reader, sequence: u64) -> Result<u64, StoreError> {
    let mut changes = 0;
    reader.each_entry(sequence.saturating_add(1), &mut |entry| {
        changes += u64::from(is_change(entry.draft.action));
        Ok(())
    })?;
    Ok(changes)
}

fn is_change(action: Action) -> bool {
    matches!(action, Action::Create | Action::Change | Action::Delete)
}

/// Follows the trail of the file beside that of the business to the first entry that differs.
fn walk_beside(
    source: &FileSource<'_>,
    reader: &dyn Reader,
    file: Head,
    business: Head,
) -> Result<HistoryRelation, BackupError> {
    let mut differs_at: Option<u64> = None;
    let mut changes = 0;
    source.each_entry(&mut |entry| {
        if differs_at.is_none() {
            let head = Head {
                sequence: entry.sequence,
                hash: entry.hash,
            };
            if entry.sequence > business.sequence || !same_entry(reader, head)? {
                differs_at = Some(entry.sequence);
            }
        }
        if differs_at.is_some() {
            changes += u64::from(is_change(entry.draft.action));
        }
        Ok(())
    })?;
    Ok(match differs_at {
        None | Some(1) => HistoryRelation::Unrelated,
        Some(at) if at > business.sequence => HistoryRelation::FileIsNewer {
            entries: file.sequence.saturating_sub(business.sequence),
            changes,
        },
        Some(at) => HistoryRelation::Diverged {
            at,
            in_file: changes,
            in_business: changes_after(reader, at.saturating_sub(1))?,
        },
    })
}
