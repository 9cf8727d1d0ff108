//! What is due: for which business, by which schedule, since when (SPEC-keeping.md, section 1).

use super::error::INTERRUPTED;
use super::{KeepError, Keeping, catalog_key};
use crate::schedule::{Due, due, next_due};
use catalog::{EntryState, Key, Rhythm, Run, RunFilter, RunKind, RunOutcome, Schedule};
use history::Action;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::{Reader, StoreError};

/// How long after the beginning of a rehearsal the next one is due.
pub const REHEARSED_EVERY: SignedDuration = SignedDuration::from_hours(7 * 24);

/// So many times in a row a run may end with the program before the next one waits for its day.
const INTERRUPTIONS_COUNT_MAX: usize = 5;

/// After so long a rehearsal that failed is held again.
const REHEARSED_AGAIN: SignedDuration = SignedDuration::from_hours(24);

/// Something that a schedule wants for a business.
#[derive(Debug, Clone)]
pub struct Task {
    /// The schedule.
    pub schedule: Schedule,
    /// The business.
    pub business: books::Key,
    /// Its time zone, as `Asia/Dhaka`.
    pub zone: String,
    /// What is due, and what was missed.
    pub due: Due,
}

/// A business that may act by itself, and its zone.
struct Own {
    key: books::Key,
    zone: String,
}

impl Keeping {
    /// The backups that are due now, those due first at the front.
    ///
    /// # Errors
    /// When the catalogue or the store cannot be read.
    pub fn tasks_due(&self) -> Result<Vec<Task>, KeepError> {
        let now = self.now();
        let mut tasks = self.tasks(|schedule, zone, dealt_with| {
            due(schedule.rhythm, zone, schedule.since, dealt_with, now)
        })?;
        tasks.sort_by_key(|task| (task.due.at, task.business));
        Ok(tasks)
    }

    /// The backups that are made when the program ends.
    ///
    /// # Errors
    /// As [`Keeping::tasks_due`].
    pub fn tasks_on_close(&self) -> Result<Vec<Task>, KeepError> {
        let now = self.now();
        self.tasks(|schedule, _zone, _dealt_with| {
            let missed = Vec::new();
            (schedule.rhythm == Rhythm::OnClose).then_some(Due { at: now, missed })
        })
    }

    /// What every schedule that is on wants for each business that it concerns.
    fn tasks(
        &self,
        wanted: impl Fn(&Schedule, &TimeZone, Option<Timestamp>) -> Option<Due>,
    ) -> Result<Vec<Task>, KeepError> {
        let schedules = self.schedules_on()?;
        let mut tasks = Vec::new();
        if schedules.is_empty() {
            return Ok(tasks);
        }
        for own in self.own_businesses()? {
            let zone = TimeZone::get(&own.zone).unwrap_or(TimeZone::UTC);
            let key = catalog_key(own.key);
            for schedule in schedules.iter().filter(|schedule| schedule.concerns(key)) {
                let dealt_with = self.dealt_with(schedule, key)?;
                if let Some(mut due) = wanted(schedule, &zone, dealt_with) {
                    self.pass_over_what_was_not_awaited(own.key, &mut due)?;
                    tasks.push(Task {
                        schedule: schedule.clone(),
                        business: own.key,
                        zone: own.zone.clone(),
                        due,
                    });
                }
            }
        }
        Ok(tasks)
    }

    /// Before a business was here, or while it waited for its owner's word, nothing of it was
    /// missed.
    fn pass_over_what_was_not_awaited(
        &self,
        business: books::Key,
        due: &mut Due,
    ) -> Result<(), KeepError> {
        if due.missed.is_empty() {
            return Ok(());
        }
        let since = acts_since(&*self.store.open(business)?.read()?)?;
        due.missed
            .retain(|moment| since.is_none_or(|since| *moment > since));
        Ok(())
    }

    /// The businesses whose newest backup is to be rehearsed now, each with the schedule that wants
    /// it and its time zone.
    ///
    /// # Errors
    /// As [`Keeping::tasks_due`].
    pub fn rehearsals_due(&self) -> Result<Vec<(books::Key, Schedule, String)>, KeepError> {
        let mut schedules = self.schedules_on()?;
        schedules.retain(|schedule| schedule.is_rehearsed);
        let mut found = Vec::new();
        if schedules.is_empty() {
            return Ok(found);
        }
        let (catalog, now) = (self.catalog()?, self.now());
        for own in self.own_businesses()? {
            let key = catalog_key(own.key);
            let Some(schedule) = schedules.iter().find(|schedule| schedule.concerns(key)) else {
                continue;
            };
            let last = catalog.runs(&RunFilter {
                business: Some(key),
                kind: Some(RunKind::Rehearsal),
                until: Some(now),
                limit: Some(1),
                ..RunFilter::default()
            })?;
            let is_due = last.first().is_none_or(|run| {
                let wait = match run.outcome {
                    RunOutcome::Failed(_) => REHEARSED_AGAIN,
                    _ => REHEARSED_EVERY,
                };
                now.duration_since(run.began_at) >= wait
            });
            let good = catalog.entries(&catalog::EntryFilter {
                only_good: true,
                limit: Some(1),
                ..catalog::EntryFilter::of(key)
            })?;
            if is_due && !good.is_empty() {
                found.push((own.key, schedule.clone(), own.zone));
            }
        }
        Ok(found)
    }

    /// When the next backup of a business is due by a schedule; none when it is paused, does not
    /// concern the business, or goes by no clock, and for a copy that may not act by itself.
    ///
    /// # Errors
    /// As [`Keeping::tasks_due`].
    pub fn next_due(
        &self,
        schedule: &Schedule,
        business: Key,
        zone: &str,
    ) -> Result<Option<Timestamp>, KeepError> {
        if !schedule.is_on || !schedule.concerns(business) || !self.acts(business)? {
            return Ok(None);
        }
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        let now = self.now();
        let dealt_with = self.dealt_with(schedule, business)?;
        // What is due and not yet begun is next.
        let waiting = due(schedule.rhythm, &zone, schedule.since, dealt_with, now);
        Ok(waiting
            .map(|due| due.at)
            .or_else(|| next_due(schedule.rhythm, &zone, now)))
    }

    /// Notes what was missed, so that it stays visible.
    ///
    /// # Errors
    /// When the catalogue cannot be written.
    pub fn note_missed(&self, task: &Task) -> Result<(), KeepError> {
        let catalog = self.catalog()?;
        let business = catalog_key(task.business);
        for moment in &task.due.missed {
            let schedule = Some(task.schedule.key);
            let entry = self.bare_entry(business, schedule, *moment, EntryState::Missed)?;
            catalog.put_entry(&entry)?;
            catalog.put_run(&Run {
                key: super::fresh_key()?,
                kind: RunKind::Backup,
                business,
                schedule,
                entry: Some(entry.key),
                due_at: *moment,
                began_at: *moment,
                ended_at: self.now(),
                outcome: RunOutcome::Missed,
            })?;
        }
        Ok(())
    }

    /// The latest moment by which a run of the schedule was due for a business. One that ended with
    /// the program was not dealt with, unless that happens again and again.
    fn dealt_with(
        &self,
        schedule: &Schedule,
        business: Key,
    ) -> Result<Option<Timestamp>, KeepError> {
        let runs = self.catalog()?.runs(&RunFilter {
            business: Some(business),
            schedule: Some(schedule.key),
            kind: Some(RunKind::Backup),
            until: Some(self.now()),
            limit: Some(INTERRUPTIONS_COUNT_MAX),
        })?;
        let is_done = |run: &&Run| !is_interrupted(run);
        let done = runs.iter().find(is_done).map(|run| run.due_at);
        let is_endless = runs.len() == INTERRUPTIONS_COUNT_MAX && done.is_none();
        let newest = runs.first().filter(|_| is_endless).map(|run| run.due_at);
        Ok(done.or(newest))
    }

    fn schedules_on(&self) -> Result<Vec<Schedule>, KeepError> {
        let mut schedules = self.catalog()?.schedules()?;
        schedules.retain(|schedule| schedule.is_on);
        Ok(schedules)
    }

    /// Whether a business may act by itself: a copy waits until its owner says what it is
    /// (SPEC-import.md, section 4). One that is not here is no copy.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn acts(&self, business: Key) -> Result<bool, KeepError> {
        let here = self.store.businesses()?.into_iter();
        let mut known = here.filter(|entry| catalog_key(entry.key) == business);
        Ok(known.next().is_none_or(|entry| entry.standing.is_own()))
    }

    /// The businesses that are kept here and can be read. A copy acts by itself no more than it
    /// sends emails (SPEC-import.md, section 4).
    fn own_businesses(&self) -> Result<Vec<Own>, KeepError> {
        let mut own = Vec::new();
        for entry in self.store.businesses()? {
            if entry.fault.is_some() || !entry.standing.is_own() {
                continue;
            }
            let business = self.store.open(entry.key)?;
            let zone = business.read()?.profile()?.time_zone;
            own.push(Own {
                key: entry.key,
                zone,
            });
        }
        Ok(own)
    }
}

/// Since when a business acts by itself: since it was created, brought in, or its owner said that
/// the books are kept in it, whichever came last; none where History tells nothing of it.
fn acts_since(reader: &dyn Reader) -> Result<Option<Timestamp>, StoreError> {
    let mut since = None;
    for action in [Action::BusinessCreated, Action::Restored, Action::KeptHere] {
        let only = store::EntryFilter {
            action: Some(action),
            ..store::EntryFilter::default()
        };
        let page = reader.entries(&only, None, 1)?;
        since = since.max(page.entries.first().map(|entry| entry.draft.stamp.instant));
    }
    Ok(since)
}

/// Whether a run ended with the program.
fn is_interrupted(run: &Run) -> bool {
    matches!(&run.outcome, RunOutcome::Failed(trouble) if trouble.code == INTERRUPTED)
}
