//! Proves a business where it lives (SPEC-history.md, sections 13 and 14): the chain from its first
//! entry, every record against the last entry about it, records that came in by an import against
//! the seal of that import, and the heads that earlier backups saw. It changes nothing.
//!
//! Whoever edits the file of a business with a tool for databases is found here, and what was
//! edited is named: the record, and both contents, from which faces tell the fields.

mod backups;
mod emails;
mod records;
mod seals;
mod trail;

use crate::source::LiveSource;
use crate::{BackupError, Phase, Progress};
use books::Key;
use history::trail::{ClockStep, Segment};
use history::{Contents, Head};
use interchange::FieldChange;
use std::path::{Path, PathBuf};
use store::{Business, Reader};

pub use backups::BackupsSeen;
pub use seals::{ImportSeal, SealState};

/// More faults than this are counted and not listed.
const FAULTS_LISTED_MAX: usize = 200;

/// What is to be proved, and with what.
pub struct VerifyBusinessRequest<'a> {
    /// The business.
    pub business: &'a dyn Business,
    /// Backups that are at hand: files, or folders with files in them.
    pub backups: &'a [PathBuf],
    /// A folder for private temporary files.
    pub scratch: &'a Path,
    /// Whether the bytes of every attachment are read and summed: slow where there are many.
    pub reads_attachments: bool,
}

/// Something that is not as the History says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The stable code; faces translate it by the key `verify-fault-<code>`.
    pub code: &'static str,
    /// The entry concerned.
    pub sequence: Option<u64>,
    /// The record concerned.
    pub record: Option<Key>,
    /// What the record is called.
    pub title: String,
    /// What the History says the record is.
    pub recorded: Contents,
    /// What it is.
    pub found: Contents,
    /// Further facts, by language-free names.
    pub arguments: Vec<(&'static str, String)>,
}

impl Fault {
    fn new(code: &'static str) -> Self {
        Self {
            code,
            sequence: None,
            record: None,
            title: String::new(),
            recorded: Contents::default(),
            found: Contents::default(),
            arguments: Vec::new(),
        }
    }

    fn at(mut self, sequence: u64) -> Self {
        self.sequence = Some(sequence);
        self
    }

    fn about(mut self, record: Key, title: impl Into<String>) -> Self {
        self.record = Some(record);
        self.title = title.into();
        self
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// The kind of the record concerned.
    pub fn kind(&self) -> Option<Key> {
        self.found.content_type.or(self.recorded.content_type)
    }

    /// The fields that differ: before is what the History says, after is what was found.
    pub fn fields(&self) -> Vec<FieldChange> {
        interchange::field_changes(&self.recorded, &self.found)
    }
}

/// What a verification found.
#[derive(Debug)]
pub struct BusinessVerification {
    /// The name of the business.
    pub business_name: String,
    /// The end of the chain.
    pub head: Head,
    /// Entries followed.
    pub entries_count: u64,
    /// Which installations wrote which entries.
    pub segments: Vec<Segment>,
    /// Records that are here.
    pub records_count: u64,
    /// Of these, how many were compared with the last entry about them.
    pub by_entry_count: u64,
    /// Of these, how many came in by an import and are compared with its seal.
    pub sealed_count: u64,
    /// Attachments whose bytes were compared with what their record says.
    pub attachments_count: u64,
    /// The imports and their seals, in order.
    pub imports: Vec<ImportSeal>,
    /// The heads that backups saw.
    pub backups: BackupsSeen,
    /// Where a clock went back; that alone is no sign of tampering.
    pub clock_steps: Vec<ClockStep>,
    /// How many times it did.
    pub clock_steps_count: u64,
    /// The first faults.
    pub faults: Vec<Fault>,
    /// How many faults there are.
    pub faults_count: u64,
    /// Whether there are emails whose content no entry states: sent by an earlier version, or
    /// brought in without their entries.
    pub has_unproven_emails: bool,
    /// What was not checked, by code; faces translate by the key `verify-unchecked-<code>`.
    pub unchecked: Vec<&'static str>,
}

impl BusinessVerification {
    /// Whether everything that was checked agrees.
    pub fn agrees(&self) -> bool {
        self.faults_count == 0
    }

    /// The stored, language-free result.
    pub fn result(&self) -> &'static str {
        if self.agrees() { "agrees" } else { "altered" }
    }

    fn fault(&mut self, fault: Fault) {
        self.faults_count += 1;
        if self.faults.len() < FAULTS_LISTED_MAX {
            self.faults.push(fault);
        }
    }
}

/// Proves a business, or finds out what is not as its History says.
///
/// # Errors
/// When the business cannot be read at all, or the person asked to stop. A History that cannot be
/// read is no error but a fault.
pub fn verify_business(
    request: &VerifyBusinessRequest<'_>,
    progress: &dyn Progress,
) -> Result<BusinessVerification, BackupError> {
    let reader = request.business.read()?;
    let reader = &*reader;
    let mut found = BusinessVerification {
        business_name: reader.profile()?.name,
        head: Head::default(),
        entries_count: 0,
        segments: Vec::new(),
        records_count: reader.object_counts()?.iter().map(|(_, count)| count).sum(),
        by_entry_count: 0,
        sealed_count: 0,
        attachments_count: 0,
        imports: Vec::new(),
        backups: BackupsSeen::default(),
        clock_steps: Vec::new(),
        clock_steps_count: 0,
        faults: Vec::new(),
        faults_count: 0,
        has_unproven_emails: false,
        unchecked: Vec::new(),
    };
    match prove(request, reader, &mut found, progress) {
        Err(BackupError::Store(error)) => {
            // Half a History, or none: that is what was to be found out.
            found.fault(Fault::new("history-unreadable").with("reason", error));
        }
        other => other?,
    }
    found.tell_what_was_not_checked(request);
    Ok(found)
}

fn prove(
    request: &VerifyBusinessRequest<'_>,
    reader: &dyn Reader,
    found: &mut BusinessVerification,
    progress: &dyn Progress,
) -> Result<(), BackupError> {
    let entries_count = reader.history_head()?.sequence;
    // Every import asks for one more pass over the records.
    let total = entries_count + found.records_count;
    let step = |done: u64| -> Result<(), BackupError> {
        if done.is_multiple_of(256) {
            progress.at(Phase::Verifying, done.min(total), total)?;
        }
        Ok(())
    };
    let told = trail::follow(reader, &LiveSource(reader), found, &step)?;
    let unsealed = records::compare(request, reader, &told, found, &|done| {
        step(entries_count + done)
    })?;
    seals::compare(reader, &told, &unsealed, found, progress)?;
    found.has_unproven_emails = emails::compare(reader, &told, found)?;
    backups::compare(request, reader, &told, found)
}

impl BusinessVerification {
    fn tell_what_was_not_checked(&mut self, request: &VerifyBusinessRequest<'_>) {
        let mut unchecked = vec!["truth", "timestamps", "profile", "carried-tables"];
        if self.has_unproven_emails {
            unchecked.push("emails");
        }
        if !request.reads_attachments {
            unchecked.push("attachment-bytes");
        }
        if self.imports.iter().any(|import| !import.is_sealed) {
            unchecked.push("unsealed-import");
        }
        if self.imports.iter().any(|import| import.other_changes > 0) {
            unchecked.push("other-program");
        }
        if self.backups.noted_count == 0 {
            unchecked.push("no-heads-outside");
        }
        if self.backups.without_head_count > 0 {
            unchecked.push("backups-without-head");
        }
        if self.backups.files_read_count == 0 {
            unchecked.push("backup-files");
        }
        self.unchecked = unchecked;
    }
}
