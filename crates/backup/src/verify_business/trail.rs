//! The chain from its first entry to its head, and what its entries tell of imports and backups.

use super::seals::ImportSeal;
use super::{BusinessVerification, Fault};
use crate::BackupError;
use crate::digest::HistorySum;
use crate::heads::{hash_of, head_of};
use crate::seal::RecordsSeal;
use crate::source::{LiveSource, Source};
use books::Key;
use history::chain::ChainError;
use history::trail::TrailWalk;
use history::{Action, Draft, Entry, Head};
use std::collections::BTreeMap;
use store::Reader;

/// What the entries tell that is compared later.
#[derive(Default)]
pub(super) struct Told {
    /// Each import that sealed the records: its entry and the seal.
    pub seals: Vec<(u64, RecordsSeal)>,
    /// Whether any import is in the trail, sealed or not.
    pub has_imports: bool,
    /// Each backup: its file's name and SHA-256, and the head it holds where that is told.
    pub backups: Vec<ToldBackup>,
    /// Each email that left its draft: the digest that its last entry states.
    pub emails: BTreeMap<Key, Option<[u8; 32]>>,
}

/// A backup as its entry tells it.
pub(super) struct ToldBackup {
    pub sequence: u64,
    pub file_name: String,
    pub file_sha256: Option<[u8; 32]>,
    pub head: Option<Head>,
}

/// Follows the whole trail.
pub(super) fn follow<R: Reader + ?Sized>(
    reader: &dyn Reader,
    source: &LiveSource<'_, R>,
    found: &mut BusinessVerification,
    step: &dyn Fn(u64) -> Result<(), BackupError>,
) -> Result<Told, BackupError> {
    let mut told = Told::default();
    let mut walk = TrailWalk::new();
    let mut sum = HistorySum::begin(source)?;
    let followed = source.each_entry(&mut |entry| {
        if let Some(error) = walk.step(&entry) {
            found.fault(chain_fault(error, &entry));
        }
        note(&entry, &sum, &mut told, found);
        sum.entry(&entry);
        found.entries_count += 1;
        step(found.entries_count)
    });
    found.head = walk.head();
    found.segments = walk.segments().to_vec();
    let (steps, count) = walk.clock_steps();
    found.clock_steps = steps.to_vec();
    found.clock_steps_count = count;
    match followed {
        // An entry that cannot be read at all: the others are still compared, one by one.
        Err(BackupError::Store(error)) => {
            found.fault(Fault::new("history-unreadable").with("reason", error));
        }
        other => other?,
    }
    if reader.history_head()?.sequence == 0 {
        found.fault(Fault::new("history-empty"));
    }
    Ok(told)
}

fn chain_fault(error: ChainError, entry: &Entry) -> Fault {
    let fault = match error {
        ChainError::Gap { expected, found } => Fault::new("chain-gap")
            .with("expected", expected)
            .with("found", found),
        ChainError::Unlinked(_) => Fault::new("chain-unlinked"),
        ChainError::Altered(_) => Fault::new("chain-altered"),
    };
    let fault = fault.at(entry.sequence);
    match entry.draft.object {
        Some(record) => fault.about(record, entry.draft.title.clone()),
        None => fault,
    }
}

/// Remembers what imports, backups and emails left in their entries.
fn note(entry: &Entry, sum: &HistorySum, told: &mut Told, found: &mut BusinessVerification) {
    let draft = &entry.draft;
    match draft.action {
        Action::Restored => {
            told.has_imports = true;
            let seal = RecordsSeal::from_facts(&draft.facts);
            let import = ImportSeal::of(entry, seal.is_some());
            let digest = fact(draft, "history_digest").and_then(hash_of);
            if digest.is_some_and(|digest| digest != sum.digest()) {
                found.fault(
                    Fault::new("other-history-altered")
                        .at(entry.sequence)
                        .with("file", &import.file_name)
                        .with("count", import.other_changes),
                );
            }
            found.imports.push(import);
            told.seals.extend(seal.map(|seal| (entry.sequence, seal)));
        }
        Action::Backup => told.backups.push(ToldBackup {
            sequence: entry.sequence,
            file_name: fact(draft, "file_name").unwrap_or_default().to_owned(),
            file_sha256: fact(draft, "file_sha256").and_then(hash_of),
            head: fact(draft, "history_head").and_then(head_of),
        }),
        Action::EmailQueued | Action::EmailSent | Action::EmailFailed => {
            if let Some(email) = fact(draft, "email").and_then(|key| key.parse().ok()) {
                let digest = fact(draft, "email_sha256").and_then(hash_of);
                told.emails.insert(email, digest);
            }
        }
        _ => {}
    }
}

/// A fact by its name.
pub(super) fn fact<'d>(draft: &'d Draft, wanted: &str) -> Option<&'d str> {
    let found = draft.facts.iter().find(|(name, _)| name == wanted);
    found.map(|(_, value)| value.as_str())
}
