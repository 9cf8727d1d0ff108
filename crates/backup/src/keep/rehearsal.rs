//! The rehearsal: the newest backup is fetched from where it lies, brought back into a scratch
//! store, and must come back equal (SPEC-keeping.md, section 6).

use super::proving::{adopt, limits_of};
use super::{KeepError, Keeping, fresh_key};
use crate::fingerprint::Fingerprinting;
use crate::source::LiveSource;
use crate::{
    BackupError, CheckedFile, Fingerprint, ImportRequest, ImportResult, Opening, Passphrase,
    Progress, check_with, import, random_key,
};
use catalog::{BackupEntry, Checked, EntryFilter, Key, Place, Run, RunKind, RunOutcome, Trouble};
use history::Stamp;
use store::{Business, BusinessStore};

/// Who wants a rehearsal.
#[derive(Debug, Clone, Copy)]
pub struct Rehearsal<'a> {
    /// The schedule that wants it; none when a person does.
    pub schedule: Option<Key>,
    /// Opens a backup that is encrypted; those in the vault are tried when none is given.
    pub passphrase: Option<&'a Passphrase>,
    /// Who, when, with which program.
    pub stamp: &'a Stamp,
}

impl<'a> Rehearsal<'a> {
    /// A person wants it now.
    pub fn now(stamp: &'a Stamp) -> Self {
        Self {
            schedule: None,
            passphrase: None,
            stamp,
        }
    }
}

/// What a rehearsal came to.
#[derive(Debug)]
pub struct Rehearsed {
    /// The backup, with what came of it.
    pub entry: BackupEntry,
    /// The run as the catalogue has it.
    pub run: Run,
}

impl Rehearsed {
    /// Why it does not come back; none when it does.
    pub fn trouble(&self) -> Option<&Trouble> {
        match &self.run.outcome {
            RunOutcome::Failed(trouble) => Some(trouble),
            _ => None,
        }
    }
}

impl Keeping {
    /// Rehearses the newest backup of a business that is good and of which no check found damage
    /// since; where there is none, the newest good one.
    ///
    /// # Errors
    /// [`KeepError::NoBackup`], or when the catalogue fails. A backup that does not come back is
    /// no error: the run tells why.
    pub fn rehearse_newest(
        &self,
        business: Key,
        wish: &Rehearsal<'_>,
        progress: &dyn Progress,
    ) -> Result<Rehearsed, KeepError> {
        let entries = self.catalog()?.entries(&EntryFilter {
            only_good: true,
            ..EntryFilter::of(business)
        })?;
        let sound = entries.iter().find(|entry| entry.is_sound());
        let newest = sound.or(entries.first());
        let newest = newest.ok_or_else(|| KeepError::NoBackup {
            business: self.name_of(business),
        })?;
        // Of several places that have it, one that can be reached now.
        let alike = entries
            .iter()
            .filter(|it| it.sequence == newest.sequence && it.is_sound() == newest.is_sound());
        let mut near = alike.filter(|entry| self.is_near(entry));
        let newest = near.next().unwrap_or(newest);
        self.rehearse(newest.key, wish, progress)
    }

    /// Rehearses one backup.
    ///
    /// # Errors
    /// When there is none of this key, it lies nowhere, or the catalogue fails.
    pub fn rehearse(
        &self,
        entry: Key,
        wish: &Rehearsal<'_>,
        progress: &dyn Progress,
    ) -> Result<Rehearsed, KeepError> {
        let turn = self.take_turn(progress)?;
        let progress = &turn.watched(progress);
        let (mut entry, place) = self.entry_and_place(entry)?;
        let began_at = self.now();
        let at_work = self
            .desk
            .begin(RunKind::Rehearsal, entry.business, began_at, progress);
        let outcome = match self.bring_into_scratch(&mut entry, place, wish, &at_work) {
            Ok(()) => RunOutcome::Good,
            Err(error @ KeepError::Catalog(_)) => return Err(error),
            Err(error) => match self.fault_of(&mut entry, error) {
                Ok(trouble) => RunOutcome::Failed(trouble),
                // The place or this computer failed, which tells nothing against the backup.
                Err(error) => return self.undecided(entry, wish.schedule, began_at, &error),
            },
        };
        let trouble = match &outcome {
            RunOutcome::Failed(trouble) => Some(trouble.clone()),
            _ => None,
        };
        let checked = Checked {
            at: self.now(),
            trouble,
        };
        entry.verified = Some(checked.clone());
        entry.rehearsed = Some(checked);
        self.catalog()?.put_entry(&entry)?;
        self.conclude(entry, wish.schedule, began_at, outcome)
    }

    /// A rehearsal that could not be held is a failed one; of the backup nothing new is known.
    fn undecided(
        &self,
        entry: BackupEntry,
        schedule: Option<Key>,
        began_at: jiff::Timestamp,
        error: &KeepError,
    ) -> Result<Rehearsed, KeepError> {
        let outcome = RunOutcome::Failed(error.trouble());
        self.conclude(entry, schedule, began_at, outcome)
    }

    fn conclude(
        &self,
        entry: BackupEntry,
        schedule: Option<Key>,
        began_at: jiff::Timestamp,
        outcome: RunOutcome,
    ) -> Result<Rehearsed, KeepError> {
        let run = Run {
            key: fresh_key()?,
            kind: RunKind::Rehearsal,
            business: entry.business,
            schedule,
            entry: Some(entry.key),
            due_at: began_at,
            began_at,
            ended_at: self.now(),
            outcome,
        };
        self.catalog()?.put_run(&run)?;
        Ok(Rehearsed { entry, run })
    }

    /// Fetches, checks, imports and compares. The scratch store goes in the end, whatever happens.
    fn bring_into_scratch(
        &self,
        entry: &mut BackupEntry,
        place: Place,
        wish: &Rehearsal<'_>,
        progress: &dyn Progress,
    ) -> Result<(), KeepError> {
        let reached = self.reach(place)?;
        let limits = limits_of(entry);
        let folder = self.scratch_folder()?;
        let path = folder.path().join("backup.manager");
        entry.sha256 = Some(reached.fetch_to(entry, &path, progress)?);
        let store = self.means.scratch_store(&folder.path().join("store"))?;
        let checked = self.open_with((entry, &path), wish.passphrase, |passphrase| {
            let opening = Opening::in_scratch(store.scratch())
                .within(&limits)
                .with_passphrase(passphrase);
            check_with(&path, &entry.file_name, &opening, progress)
        })?;
        adopt(entry, checked.plan());
        let request = ImportRequest {
            key: random_key()?,
            name: None,
            time_zone: &entry.zone,
            installation: self.installation,
            stamp: wish.stamp,
        };
        let result = import(&*store, &checked, &request, progress)?;
        compare(entry, &*store, &checked, &result)
    }

    /// Whether the bytes of an entry can be seen in their place.
    fn is_near(&self, entry: &BackupEntry) -> bool {
        let seen = || {
            let place = self.place(entry.place?).ok()?;
            let blobs = self.reach(place).ok()?.blobs;
            blobs.head(&entry.blob.parse().ok()?).ok()?
        };
        seen().is_some()
    }

    fn name_of(&self, business: Key) -> String {
        let open = self.store.open(super::books_key(business)).ok();
        let profile = open.and_then(|it| it.read().ok()?.profile().ok());
        profile.map_or_else(|| business.to_string(), |profile| profile.name)
    }
}

/// The digest of what came back is that of the entry, and its trial balance that of the manifest.
fn compare(
    entry: &BackupEntry,
    store: &dyn BusinessStore,
    checked: &CheckedFile,
    result: &ImportResult,
) -> Result<(), KeepError> {
    let differs = |what: &'static str, expected: String, found: String| {
        if expected == found {
            return Ok(());
        }
        Err(KeepError::CameBackDiffering {
            file: entry.file_name.clone(),
            what,
            expected,
            found,
        })
    };
    let told = entry.content_digest.map(|digest| catalog::hex(&digest));
    let found = result.content_digest.to_string();
    differs("content.digest", told.unwrap_or_default(), found)?;
    let business = store.open(result.key)?;
    let (told, found) = (&checked.plan().fingerprint, totals_of(&*business)?);
    differs(
        "fingerprint.currency",
        told.currency.clone(),
        found.currency.clone(),
    )?;
    for (what, told, found) in [
        ("fingerprint.debit", told.total_debit, found.total_debit),
        ("fingerprint.credit", told.total_credit, found.total_credit),
    ] {
        differs(what, told.to_string(), found.to_string())?;
    }
    Ok(())
}

/// The totals of the trial balance of a business in a store, worked out of its records anew.
fn totals_of(business: &dyn Business) -> Result<Fingerprint, BackupError> {
    let reader = business.read()?;
    let mut fingerprinting = Fingerprinting::new();
    reader.each_object(None, &mut |object| {
        fingerprinting.object(&object);
        Ok(())
    })?;
    Ok(fingerprinting.finish(&LiveSource(&*reader))?.fingerprint)
}
