//! A kept backup is fetched from where it lies: to be proved whole, or to be handed to a person.

use super::moving::Reached;
use super::passphrases::is_not_for_us;
use super::{KeepError, Keeping};
use crate::part_file::io_error;
use crate::{
    Absence, FilePlan, Limits, Opening, Outcome, Passphrase, Progress, Verification, verify_with,
};
use catalog::{
    BackupEntry, BlobError, Checked, Contents, EntryState, Key, Place, RunKind, Trouble,
};
use std::io::Write;
use std::path::Path;
use store::Section;
use tempfile::TempDir;

impl Keeping {
    /// Reads a backup from where it lies and proves it whole. One that is encrypted is opened with
    /// the passphrase that is given, else with one in the vault. What came of
    /// it stands in the entry that comes back, and in the catalogue: also when the backup is bad.
    ///
    /// # Errors
    /// When it cannot be fetched for now, so that nobody can know, or the catalogue fails.
    pub fn verify(
        &self,
        entry: Key,
        passphrase: Option<&Passphrase>,
        progress: &dyn Progress,
    ) -> Result<BackupEntry, KeepError> {
        let turn = self.take_turn(progress)?;
        let progress = &turn.watched(progress);
        let (entry, place) = self.fetchable(entry)?;
        let at_work = self
            .desk
            .begin(RunKind::Backup, entry.business, self.now(), progress);
        self.verify_in(&self.reach(place)?, entry, passphrase, &at_work)
    }

    /// The same for whoever has the turn.
    fn verify_in(
        &self,
        reached: &Reached,
        mut entry: BackupEntry,
        passphrase: Option<&Passphrase>,
        progress: &dyn Progress,
    ) -> Result<BackupEntry, KeepError> {
        let folder = self.scratch_folder()?;
        let path = folder.path().join("backup.manager");
        let limits = limits_of(&entry);
        let seen = reached
            .fetch_to(&entry, &path, progress)
            .and_then(|sha256| {
                let found = self.open_with((&entry, &path), passphrase, |passphrase| {
                    let opening = Opening::in_scratch(self.store.scratch())
                        .within(&limits)
                        .with_passphrase(passphrase);
                    verify_with(&path, &entry.file_name, &opening, progress)
                })?;
                Ok((sha256, found))
            });
        let trouble = match seen {
            Ok((sha256, found)) => {
                entry.sha256 = Some(sha256);
                adopt(&mut entry, &found.plan);
                trouble_of(&found)
            }
            Err(error) => Some(self.fault_of(&mut entry, error)?),
        };
        entry.verified = Some(Checked {
            at: self.now(),
            trouble,
        });
        self.catalog()?.put_entry(&entry)?;
        Ok(entry)
    }

    /// What an error tells against the backup itself; the error again where it tells only that
    /// nobody can know now.
    pub(super) fn fault_of(
        &self,
        entry: &mut BackupEntry,
        error: KeepError,
    ) -> Result<Trouble, KeepError> {
        let is_about_the_file = match &error {
            KeepError::Place(error) | KeepError::Kept { error, .. } => {
                if matches!(error, BlobError::NotFound { .. }) {
                    entry.state = EntryState::Lost(self.now());
                }
                matches!(
                    error,
                    BlobError::NotFound { .. } | BlobError::Differs { .. }
                )
            }
            KeepError::Backup(error) => {
                !matches!(error.verdict(), crate::Verdict::Fault) && !is_not_for_us(error)
            }
            KeepError::CameBackDiffering { .. } => true,
            _ => false,
        };
        if is_about_the_file {
            Ok(error.trouble())
        } else {
            Err(error)
        }
    }

    /// Copies a backup from where it lies. Other bytes than were put there are an error, which is
    /// known only after the last one: what was written then must not be used.
    ///
    /// # Errors
    /// When it cannot be fetched, or differs.
    pub fn fetch(
        &self,
        entry: Key,
        into: &mut dyn Write,
        progress: &dyn Progress,
    ) -> Result<BackupEntry, KeepError> {
        let (entry, place) = self.fetchable(entry)?;
        self.reach(place)?.fetch(&entry, into, progress)?;
        Ok(entry)
    }

    /// The same into a new file, which is removed again unless it is whole.
    ///
    /// # Errors
    /// When it cannot be fetched, differs, or a file of that name is there.
    pub fn fetch_to(
        &self,
        entry: Key,
        path: &Path,
        progress: &dyn Progress,
    ) -> Result<BackupEntry, KeepError> {
        let (entry, place) = self.fetchable(entry)?;
        let reached = self.reach(place)?;
        if path.exists() {
            return Err(KeepError::Backup(crate::BackupError::FileExists {
                file: path.display().to_string(),
            }));
        }
        if let Err(error) = reached.fetch_to(&entry, path, progress) {
            // It is not whole, and must not be taken for a backup.
            let _ = std::fs::remove_file(path);
            return Err(error);
        }
        Ok(entry)
    }

    /// An entry whose bytes lie somewhere, be it in Trash.
    fn fetchable(&self, entry: Key) -> Result<(BackupEntry, Place), KeepError> {
        let (entry, place) = self.entry_and_place(entry)?;
        match entry.state {
            EntryState::Good | EntryState::Trashed(_) | EntryState::Lost(_) => Ok((entry, place)),
            EntryState::Failed(_) | EntryState::Missed | EntryState::Emptied(_) => {
                Err(KeepError::NotThere {
                    file: entry.file_name,
                })
            }
        }
    }

    /// A private folder in the scratch folder; it goes with its end.
    pub(super) fn scratch_folder(&self) -> Result<TempDir, KeepError> {
        let scratch = self.store.scratch();
        let made = tempfile::Builder::new().prefix("kept-").tempdir_in(scratch);
        Ok(made.map_err(|error| io_error(scratch, &error))?)
    }
}

/// What is known to be ours, by its digest, may be as large as it is; what was only found may be
/// anybody's.
pub(super) fn limits_of(entry: &BackupEntry) -> Limits {
    match (entry.sha256, entry.content_digest) {
        (Some(_), Some(_)) => Limits::of_our_own(),
        _ => Limits::default(),
    }
}

/// What speaks against a file that was verified.
fn trouble_of(found: &Verification) -> Option<Trouble> {
    if found.outcome != Outcome::Altered {
        return None;
    }
    let told = found.faults.first();
    let facts = vec![("file", found.plan.file_name.clone())];
    Some(told.map_or_else(
        || Trouble::new("altered", facts),
        |fault| Trouble::new(fault.code(), fault.arguments()),
    ))
}

/// Takes over from a file what its key did not tell.
pub(super) fn adopt(entry: &mut BackupEntry, plan: &FilePlan) {
    entry.is_encrypted = plan.encrypted;
    if entry.content_digest.is_some() {
        return;
    }
    entry.content_digest = Some(plan.content_digest.0);
    let present = Some(plan.history_head).filter(|head| head.sequence > 0);
    let head = present.or(plan.withheld_head);
    entry.history_head = head.map(|head| (head.sequence, head.hash));
    let is_in = |wanted: Section| {
        let is_out = |(section, absence): &(Section, Absence)| {
            *section == wanted && matches!(absence, Absence::LeftOut { .. })
        };
        !plan.absent.iter().any(is_out)
    };
    entry.contents = Contents {
        attachments: is_in(Section::Attachments),
        emails: is_in(Section::Emails),
        history: is_in(Section::History),
    };
    entry.business_name.clone_from(&plan.business_name);
    if let Some(made) = &plan.made {
        entry.made_at = made.at;
    }
    if let Some(zone) = &plan.time_zone {
        entry.zone.clone_from(zone);
    }
}
