//! Backups in the making and finished ones that wait for their download.
//!
//! A finished file lies in a private folder under a name of ours; the name the person chose exists
//! only in the answer's header. The newest few are kept, for an hour: a backup is worth something
//! only where the person took it.

use super::protection::{Chosen, Protection};
use crate::access::telling::tell;
use crate::long_work::Watch;
use crate::stamp::{random_key, stamp};
use crate::{App, PageError, Shared};
use backup::{
    BackupContents, BackupForm, BackupResult, Encryption, MakeRequest, Passphrase, Summary,
    make_backup, today,
};
use books::Key;
use jiff::civil::Date;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use users::EventKind;

/// How many finished backups wait for their download.
const FINISHED_COUNT_MAX: usize = 8;
/// How long a finished backup waits.
const FINISHED_AGE_MAX: Duration = Duration::from_secs(3600);
/// How many backups may be in the making at once; each takes a thread and space on the disk.
const RUNNING_COUNT_MAX: usize = 4;

/// What was asked for.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) business: Key,
    pub(super) file_name: String,
    pub(super) contents: BackupContents,
    pub(super) form: BackupForm,
    /// Who chose the passphrase, where it has one.
    pub(super) protected: Option<Chosen>,
    /// Whether anybody may read a summary of it.
    pub(super) with_summary: bool,
}

/// How it went.
#[derive(Debug)]
pub(super) enum Outcome {
    Running,
    Done(Arc<Finished>),
    Failed(PageError),
}

/// A finished file.
#[derive(Debug)]
pub(super) struct Finished {
    pub(super) result: BackupResult,
    pub(super) path: PathBuf,
    /// What anybody may read of it, where the person allowed that.
    pub(super) summary: Option<Summary>,
    /// The day on which it was made, in the business's time zone.
    pub(super) date: Date,
    /// Holds the file; it goes with the folder.
    _folder: TempDir,
}

/// One backup.
#[derive(Debug)]
pub(super) struct BackupJob {
    pub(super) id: Key,
    pub(super) wanted: Wanted,
    pub(super) watch: Watch,
    outcome: Mutex<Outcome>,
    begun: Instant,
    /// What the file is encrypted with, until it is made.
    sealing: Mutex<Option<Encryption>>,
    /// The words that were drawn, until the person proved to have them.
    drawn: Mutex<Option<Passphrase>>,
    proved: AtomicBool,
}

impl BackupJob {
    /// How it stands now.
    pub(super) fn outcome(&self) -> Outcome {
        match &*self.outcome.lock().unwrap_or_else(PoisonError::into_inner) {
            Outcome::Running => Outcome::Running,
            Outcome::Done(finished) => Outcome::Done(finished.clone()),
            Outcome::Failed(error) => Outcome::Failed(error.clone()),
        }
    }

    /// The words that were drawn, as long as they may be shown.
    pub(super) fn drawn_words(&self) -> Option<Passphrase> {
        let is_fresh = self.begun.elapsed() < FINISHED_AGE_MAX;
        let drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        drawn.clone().filter(|_| is_fresh)
    }

    /// Whether somebody typed the passphrase and it opened the file.
    pub(super) fn is_proved(&self) -> bool {
        self.proved.load(Ordering::Relaxed)
    }

    /// Somebody did: from now on nobody is shown the words.
    pub(super) fn set_proved(&self) {
        self.proved.store(true, Ordering::Relaxed);
        *self.drawn.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Whether somebody stopped it before it was finished.
    pub(super) fn is_stopped(&self) -> bool {
        self.watch.is_stopped() && !matches!(self.outcome(), Outcome::Done(_))
    }

    fn is_running(&self) -> bool {
        matches!(self.outcome(), Outcome::Running)
    }
}

/// All backups of this run of the program.
#[derive(Default)]
pub(crate) struct BackupJobs(Mutex<Vec<Arc<BackupJob>>>);

impl BackupJobs {
    /// The backup of this number, of this business.
    pub(super) fn find(&self, business: Key, id: Key) -> Result<Arc<BackupJob>, PageError> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .find(|job| job.id == id && job.wanted.business == business)
            .cloned()
            .ok_or_else(|| PageError::new(axum::http::StatusCode::NOT_FOUND, "backup-not-found"))
    }

    /// Lets go of a backup: its file is deleted once nobody downloads it any more.
    pub(super) fn forget(&self, id: Key) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|job| job.id != id);
    }

    fn add(&self, job: Arc<BackupJob>) -> Result<(), PageError> {
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.retain(|job| job.is_running() || job.begun.elapsed() < FINISHED_AGE_MAX);
        let running = jobs.iter().filter(|job| job.is_running()).count();
        if running >= RUNNING_COUNT_MAX {
            return Err(PageError::new(
                axum::http::StatusCode::SERVICE_UNAVAILABLE,
                "busy",
            ));
        }
        while jobs.len() - running >= FINISHED_COUNT_MAX {
            let Some(oldest) = jobs.iter().position(|job| !job.is_running()) else {
                break;
            };
            jobs.remove(oldest);
        }
        jobs.push(job);
        Ok(())
    }
}

/// A finished backup that waits for its download: where it lies, the name it was given, and what
/// keeps it there.
///
/// # Errors
/// When there is none of this number, or it is not finished.
pub(crate) fn finished_file(
    app: &App,
    business: Key,
    id: Key,
) -> Result<(PathBuf, String, impl Send + 'static), PageError> {
    let job = app.jobs.backups.find(business, id)?;
    match job.outcome() {
        Outcome::Done(finished) => {
            let name = job.wanted.file_name.clone();
            Ok((finished.path.clone(), name, finished))
        }
        Outcome::Running | Outcome::Failed(_) => Err(PageError::not_found()),
    }
}

/// Begins a backup on a thread of its own. The handle ends with it.
///
/// # Errors
/// When too many backups are in the making already.
pub(super) fn begin(
    app: &Shared,
    wanted: Wanted,
    protection: Option<Protection>,
) -> Result<(Arc<BackupJob>, tokio::task::JoinHandle<()>), PageError> {
    let drawn = protection
        .as_ref()
        .filter(|protection| protection.chosen == Chosen::Drawn)
        .map(|protection| protection.encryption.passphrase().clone());
    let job = Arc::new(BackupJob {
        id: random_key()?,
        wanted,
        watch: Watch::default(),
        outcome: Mutex::new(Outcome::Running),
        begun: Instant::now(),
        sealing: Mutex::new(protection.map(|protection| protection.encryption)),
        drawn: Mutex::new(drawn),
        proved: AtomicBool::new(false),
    });
    app.jobs.backups.add(job.clone())?;
    let (app, working) = (app.clone(), job.clone());
    let handle = crate::access::current::spawn(move || {
        // The guard answers for a panic too: a page must never say "working" for ever.
        let guard = Guard(&working);
        let outcome = match make(&app, &working) {
            Ok(finished) => Outcome::Done(Arc::new(finished)),
            Err(error) => Outcome::Failed(error),
        };
        guard.end(outcome);
    });
    Ok((job, handle))
}

fn make(app: &App, job: &BackupJob) -> Result<Finished, PageError> {
    let wanted = &job.wanted;
    let business = app.store.open(wanted.business)?;
    let zone = business.read()?.profile()?.time_zone;
    let scratch = app.store.scratch();
    let mut builder = tempfile::Builder::new();
    builder.prefix("backup-");
    // Nobody else on this computer may see what it holds.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    let folder = builder
        .tempdir_in(scratch)
        .map_err(|error| store::StoreError::engine("making a private folder", error))?;
    let path = folder.path().join("finished");
    let stamp = stamp(app, &zone)?;
    // Taken and not only read: it is wiped as soon as the file is made.
    let encryption = job
        .sealing
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    let request = MakeRequest {
        business: business.as_ref(),
        target: &path,
        scratch,
        contents: wanted.contents,
        form: wanted.form,
        encryption: encryption.as_ref(),
        file_name: &wanted.file_name,
        stamp: &stamp,
    };
    let result = make_backup(&request, &job.watch)?;
    let about = Some(wanted.business);
    tell(app, EventKind::BackupMade, about, "to-download")?;
    let summary = match wanted.with_summary {
        true => Some(Summary::of(&request, &result)?),
        false => None,
    };
    Ok(Finished {
        result,
        summary,
        path,
        date: today(stamp.instant, &zone),
        _folder: folder,
    })
}

/// Ends a job, whatever happens.
struct Guard<'a>(&'a BackupJob);

impl Guard<'_> {
    fn end(&self, outcome: Outcome) {
        *self
            .0
            .outcome
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = outcome;
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if self.0.is_running() {
            self.end(Outcome::Failed(PageError::internal()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_stopped_is_stopped_for_everybody_who_looks() {
        let job = BackupJob {
            id: random_key().expect("a key"),
            wanted: Wanted {
                business: random_key().expect("a key"),
                file_name: "Shop.manager".to_owned(),
                contents: BackupContents::default(),
                form: BackupForm::Compressed,
                protected: None,
                with_summary: false,
            },
            watch: Watch::default(),
            outcome: Mutex::new(Outcome::Running),
            begun: Instant::now(),
            sealing: Mutex::default(),
            drawn: Mutex::default(),
            proved: AtomicBool::new(false),
        };
        assert!(!job.is_stopped());
        job.watch.stop();
        assert!(job.is_stopped(), "while it still winds up");
        Guard(&job).end(Outcome::Failed(PageError::internal()));
        assert!(job.is_stopped(), "and afterwards");
    }
}
