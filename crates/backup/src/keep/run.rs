//! A run: a backup is made and proved once, put into each place, read back from there, entered, and
//! told in History (SPEC-keeping.md, section 5).

mod step;

use super::moving::Reached;
use super::{KeepError, Keeping, Retired, books_key, catalog_key, fresh_key};
use crate::Progress;
use catalog::{
    BackupEntry, Contents, EntryFilter, Key, Place, Run, RunKind, RunOutcome, Schedule, Trouble,
};
use history::{Action, Stamp};
use jiff::Timestamp;
use std::sync::Arc;
use step::Step;
use store::Business;

/// A backup that is wanted.
#[derive(Clone)]
pub struct RunWish<'a> {
    /// The business.
    pub business: books::Key,
    /// The places; all there are when none is named.
    pub places: Vec<Key>,
    /// Which parts are in.
    pub contents: Contents,
    /// Under which key the vault holds the passphrase; none for a backup that is not encrypted.
    pub passphrase: Option<Key>,
    /// The schedule that asks for it; none when a person does.
    pub schedule: Option<Key>,
    /// When it was due: now, when a person asks.
    pub due_at: Timestamp,
    /// Who makes it, when, with which program.
    pub stamp: &'a Stamp,
}

impl<'a> RunWish<'a> {
    /// Everything, into all places, now.
    pub fn now(business: books::Key, stamp: &'a Stamp) -> Self {
        Self {
            business,
            places: Vec::new(),
            contents: Contents::ALL,
            passphrase: None,
            schedule: None,
            due_at: stamp.instant,
            stamp,
        }
    }

    /// What a schedule asks for.
    pub fn of(
        schedule: &Schedule,
        business: books::Key,
        due_at: Timestamp,
        stamp: &'a Stamp,
    ) -> Self {
        Self {
            business,
            places: schedule.places.clone(),
            contents: schedule.contents,
            passphrase: schedule.passphrase,
            schedule: Some(schedule.key),
            due_at,
            stamp,
        }
    }
}

/// What a run came to.
#[derive(Debug)]
pub struct RunReport {
    /// The run as the catalogue has it. [`RunOutcome::Failed`] when it went wrong in one place at
    /// least.
    pub run: Run,
    /// The backup in each place: good, or failed and why. Of an unchanged one the backup that is
    /// there already.
    pub entries: Vec<BackupEntry>,
    /// What was let go of in the places that have it.
    pub retired: Vec<Retired>,
}

impl RunReport {
    /// What went wrong first, if anything did.
    pub fn trouble(&self) -> Option<&Trouble> {
        match &self.run.outcome {
            RunOutcome::Failed(trouble) => Some(trouble),
            _ => None,
        }
    }
}

impl Keeping {
    /// Makes a backup of a business and keeps it in its places; none, when nothing has changed
    /// since the last one. Waits for its turn.
    ///
    /// # Errors
    /// When the catalogue fails, so that nothing can be noted. What else goes wrong is noted, and
    /// told by the report.
    pub fn run(&self, wish: &RunWish<'_>, progress: &dyn Progress) -> Result<RunReport, KeepError> {
        let turn = self.take_turn(progress)?;
        let progress = &turn.watched(progress);
        let began_at = self.now();
        let business = catalog_key(wish.business);
        let at_work = self
            .desk
            .begin(RunKind::Backup, business, began_at, progress);
        let mut report = RunReport {
            run: Run {
                key: fresh_key()?,
                kind: RunKind::Backup,
                business,
                schedule: wish.schedule,
                entry: None,
                due_at: wish.due_at,
                began_at,
                ended_at: began_at,
                outcome: RunOutcome::Good,
            },
            entries: Vec::new(),
            retired: Vec::new(),
        };
        let done = self.do_all(wish, &mut report, &at_work);
        let outcome = match done {
            Err(error @ KeepError::Catalog(_)) => return Err(error),
            Err(error) => {
                let error = self.as_interrupted(wish, error);
                if report.entries.is_empty() {
                    let entry = self.failed_before_places(wish, &error)?;
                    report.entries.push(entry);
                }
                RunOutcome::Failed(error.trouble())
            }
            Ok(outcome) => outcome,
        };
        report.run.outcome = outcome;
        report.run.entry = report.entries.first().map(|entry| entry.key);
        report.run.ended_at = self.now();
        self.catalog()?.put_run(&report.run)?;
        Ok(report)
    }

    /// What stops the work of a schedule, when no person did, is the end of the program: then it is
    /// still due when the program is there again.
    pub(super) fn as_interrupted(&self, wish: &RunWish<'_>, error: KeepError) -> KeepError {
        let is_ours = wish.schedule.is_some() && !self.desk.was_cancelled();
        if is_ours && error.is_stop() {
            return KeepError::Interrupted;
        }
        error
    }

    fn do_all(
        &self,
        wish: &RunWish<'_>,
        report: &mut RunReport,
        progress: &dyn Progress,
    ) -> Result<RunOutcome, KeepError> {
        let business = self.store.open(wish.business)?;
        let mut places = Vec::new();
        for place in self.places_of(wish)? {
            let reached = self.reach(place.clone()).and_then(|reached| {
                // What lies there is entered before a number is drawn: a catalogue that was lost
                // must not number a new backup before the old ones.
                self.look_into(&reached, Some(report.run.business))?;
                Ok(reached)
            });
            match reached {
                Err(error @ KeepError::Catalog(_)) => return Err(error),
                reached => places.push((place, reached)),
            }
        }
        let unchanged = self.unchanged(wish, &*business, &places)?;
        if !unchanged.is_empty() {
            report.entries = unchanged;
            return Ok(RunOutcome::Unchanged);
        }
        let step = Step {
            keeping: self,
            wish,
            business: &*business,
            progress,
        };
        step.make_and_keep(places, report)
    }

    /// The places that a wish names, or all.
    fn places_of(&self, wish: &RunWish<'_>) -> Result<Vec<Place>, KeepError> {
        let mut places = self.places()?;
        if !wish.places.is_empty() {
            places.retain(|place| wish.places.contains(&place.key));
        }
        if places.is_empty() {
            return Err(KeepError::NoPlaces);
        }
        Ok(places)
    }

    /// The newest good backup in each place, when nothing has to be made (SPEC-keeping.md, 5.1).
    fn unchanged(
        &self,
        wish: &RunWish<'_>,
        business: &dyn Business,
        places: &[(Place, Result<Reached, KeepError>)],
    ) -> Result<Vec<BackupEntry>, KeepError> {
        let mut newest: Vec<BackupEntry> = Vec::new();
        for (place, reached) in places {
            let Ok(reached) = reached else {
                return Ok(Vec::new());
            };
            let entries = self.catalog()?.entries(&EntryFilter {
                place: Some(place.key),
                only_good: true,
                limit: Some(1),
                ..EntryFilter::of(catalog_key(wish.business))
            })?;
            let Some(entry) = entries.into_iter().next() else {
                return Ok(Vec::new());
            };
            let is_same = newest
                .first()
                .is_none_or(|it| it.sequence == entry.sequence);
            if !is_same || !self.still_there(reached, &entry) {
                return Ok(Vec::new());
            }
            newest.push(entry);
        }
        match newest.first() {
            Some(entry) if is_as_wanted(wish, business, entry)? => Ok(newest),
            _ => Ok(Vec::new()),
        }
    }

    /// Whether the bytes of an entry lie in the place, as many as there were, and no check of them
    /// went wrong.
    fn still_there(&self, reached: &Reached, entry: &BackupEntry) -> bool {
        let head = |key| reached.blobs.head(&key).ok().flatten();
        let found = entry.blob.parse().ok().and_then(head);
        let is_long = found.is_some_and(|info| info.bytes_count == entry.bytes_count);
        is_long && entry.is_sound()
    }

    /// The entry of a backup that never came to be.
    fn failed_before_places(
        &self,
        wish: &RunWish<'_>,
        error: &KeepError,
    ) -> Result<BackupEntry, KeepError> {
        let state = catalog::EntryState::Failed(error.trouble());
        let entry =
            self.bare_entry(catalog_key(wish.business), wish.schedule, self.now(), state)?;
        self.catalog()?.put_entry(&entry)?;
        Ok(entry)
    }

    /// An entry of a backup that lies nowhere.
    pub(super) fn bare_entry(
        &self,
        business: Key,
        schedule: Option<Key>,
        made_at: Timestamp,
        state: catalog::EntryState,
    ) -> Result<BackupEntry, KeepError> {
        let open = self.store.open(books_key(business)).ok();
        let profile = open.and_then(|it: Arc<dyn Business>| it.read().ok()?.profile().ok());
        Ok(BackupEntry {
            key: fresh_key()?,
            business,
            business_name: profile
                .as_ref()
                .map(|it| it.name.clone())
                .unwrap_or_default(),
            sequence: self.catalog()?.next_sequence(business)?,
            made_at,
            zone: profile.map_or_else(|| "UTC".to_owned(), |profile| profile.time_zone),
            schedule,
            place: None,
            blob: String::new(),
            file_name: String::new(),
            bytes_count: 0,
            sha256: None,
            content_digest: None,
            history_head: None,
            contents: Contents::ALL,
            is_encrypted: false,
            verified: None,
            rehearsed: None,
            state,
        })
    }
}

/// Whether a backup is what would be made now.
fn is_as_wanted(
    wish: &RunWish<'_>,
    business: &dyn Business,
    entry: &BackupEntry,
) -> Result<bool, KeepError> {
    let reader = business.read()?;
    let is_alike = entry.contents == wish.contents
        && entry.is_encrypted == wish.passphrase.is_some()
        && entry.business_name == reader.profile()?.name;
    let Some((sequence, hash)) = entry.history_head.filter(|_| is_alike) else {
        return Ok(false);
    };
    let is_of_this_chain = match reader.entry(sequence)? {
        Some(last) => last.hash == hash,
        None => sequence == 0,
    };
    let mut is_same = is_of_this_chain;
    if is_same {
        reader.each_entry(sequence.saturating_add(1), &mut |entry| {
            // What was done with backups changed nothing of the books.
            is_same &= matches!(entry.draft.action, Action::Backup | Action::Downloaded);
            Ok(())
        })?;
    }
    Ok(is_same)
}
