//! Work on kept backups that goes on or has just ended, each with a page of its own. The engine
//! does one thing at a time: a job that has to wait says so, and can be stopped while it waits.

use crate::access::telling::{tell_retired, tell_run};
use crate::blocking::blocking;
use crate::locked::{Aim, Arrived, arrive_with};
use crate::long_work::{PATIENCE, Watch};
use crate::stamp::{random_key, stamp};
use crate::{App, PageError, Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backup::{Passphrase, Rehearsal, Rehearsed, Retired, RunReport, RunWish, catalog_key};
use books::Key;
use catalog::{BackupEntry, Contents};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many jobs may be waiting or going on at once.
const RUNNING_COUNT_MAX: usize = 8;
/// How long the page of a finished job is there.
const AGE_MAX: Duration = Duration::from_secs(3600);
/// How many finished jobs are remembered.
const FINISHED_COUNT_MAX: usize = 64;

/// What is to be done.
#[derive(Debug, Clone)]
pub(super) enum Work {
    /// A backup is made and put into these places, protected with a passphrase where there is one.
    Run(Vec<catalog::Key>, Contents, Option<Passphrase>),
    /// A backup is brought back into a scratch place; the newest where none is named.
    Rehearse(Option<catalog::Key>, Option<Given>),
    /// A backup is read where it lies and proved whole.
    Verify(catalog::Key, Option<Given>),
    /// A backup is fetched and checked, so that it can be imported or looked into.
    Fetch(catalog::Key, Aim),
    /// What no rule keeps goes.
    Retire,
}

/// A passphrase that somebody typed to open a backup.
#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) passphrase: Passphrase,
    /// Whether it goes into the vault once it opened the backup.
    pub(super) is_kept: bool,
}

impl Work {
    /// Whether it is work on the books themselves. What is done with one backup was found by that
    /// backup, and goes on though its business lies in Trash.
    fn is_of_books(&self) -> bool {
        match self {
            Self::Run(..) | Self::Rehearse(None, _) | Self::Retire => true,
            Self::Rehearse(Some(_), _) | Self::Verify(..) | Self::Fetch(..) => false,
        }
    }

    /// The same with a passphrase; nothing for work that takes none.
    pub(super) fn with(&self, given: Given) -> Option<Self> {
        match self {
            Self::Rehearse(entry, _) => Some(Self::Rehearse(*entry, Some(given))),
            Self::Verify(entry, _) => Some(Self::Verify(*entry, Some(given))),
            Self::Run(..) | Self::Fetch(..) | Self::Retire => None,
        }
    }
}

/// What it came to.
#[derive(Debug)]
pub(super) enum Told {
    /// The backup in each place.
    Run(Box<RunReport>),
    /// Whether it came back.
    Rehearsed(Box<Rehearsed>),
    /// Whether it is whole.
    Verified(Box<BackupEntry>),
    /// The address at which it goes on.
    Fetched(String),
    /// What went, by place.
    Retired(Vec<Retired>),
}

/// One piece of work.
#[derive(Debug)]
pub(super) struct KeepingJob {
    pub(super) id: Key,
    pub(super) business: Key,
    pub(super) work: Work,
    pub(super) watch: Arc<Watch>,
    outcome: Mutex<Option<Result<Arc<Told>, PageError>>>,
    begun: Instant,
}

impl KeepingJob {
    /// How it went; nothing while it goes on.
    pub(super) fn outcome(&self) -> Option<Result<Arc<Told>, PageError>> {
        let outcome = self.outcome.lock().unwrap_or_else(PoisonError::into_inner);
        outcome.clone()
    }

    fn end(&self, outcome: Result<Told, PageError>) {
        *self.outcome.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome.map(Arc::new));
    }
}

/// All work on kept backups of this run of the program.
#[derive(Default)]
pub(crate) struct KeepingJobs(Mutex<Vec<Arc<KeepingJob>>>);

impl KeepingJobs {
    /// The job of this number, on this business.
    pub(super) fn find(&self, business: Key, id: Key) -> Result<Arc<KeepingJob>, PageError> {
        let jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.iter()
            .find(|job| job.id == id && job.business == business)
            .cloned()
            .ok_or_else(PageError::not_found)
    }

    fn add(&self, job: Arc<KeepingJob>) -> Result<(), PageError> {
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_running = |job: &Arc<KeepingJob>| job.outcome().is_none();
        jobs.retain(|job| is_running(job) || job.begun.elapsed() < AGE_MAX);
        if jobs.iter().filter(|job| is_running(job)).count() >= RUNNING_COUNT_MAX {
            return Err(PageError::new(StatusCode::SERVICE_UNAVAILABLE, "busy"));
        }
        while jobs.len() >= FINISHED_COUNT_MAX {
            let Some(oldest) = jobs.iter().position(|job| !is_running(job)) else {
                break;
            };
            jobs.remove(oldest);
        }
        jobs.push(job);
        Ok(())
    }
}

/// Begins work, waits for it as long as a person does, and leads to its page.
///
/// # Errors
/// `business-not-found`, asked first: nothing is begun for one that is nobody's or another's.
pub(super) async fn begin(app: &Shared, business: Key, work: Work) -> Result<Response, PageError> {
    if work.is_of_books() {
        let shared = app.clone();
        blocking(move || Ok(shared.store.open(business).map(drop)?)).await?;
    }
    let job = Arc::new(KeepingJob {
        id: random_key()?,
        business,
        work,
        watch: Arc::default(),
        outcome: Mutex::new(None),
        begun: Instant::now(),
    });
    app.jobs.keeping.add(job.clone())?;
    let (shared, working) = (app.clone(), job.clone());
    let handle = crate::access::current::spawn(move || {
        // The guard answers for a panic too: a page must never say "working" for ever.
        let guard = Guard(&working);
        guard.0.end(done(&shared, &working));
    });
    // Whether the time was enough does not matter: the page says how far it has come.
    let _ = tokio::time::timeout(PATIENCE, handle).await;
    let page = super::words::address(business, &format!("/jobs/{}", job.id));
    Ok(Redirect::to(&page).into_response())
}

fn done(app: &App, job: &KeepingJob) -> Result<Told, PageError> {
    let (keeping, watch) = (&app.keeping, &*job.watch);
    let business = catalog_key(job.business);
    Ok(match &job.work {
        Work::Run(places, contents, passphrase) => {
            let stamp = stamp(app, &zone_of(app, job.business))?;
            let wish = RunWish {
                places: places.clone(),
                contents: *contents,
                ..RunWish::now(job.business, &stamp)
            };
            let report = match passphrase {
                Some(passphrase) => keeping.run_protected(&wish, passphrase, watch)?,
                None => keeping.run(&wish, watch)?,
            };
            tell_run(app, &report, "kept")?;
            Told::Run(Box::new(report))
        }
        Work::Rehearse(entry, given) => {
            let stamp = stamp(app, &zone_of(app, job.business))?;
            let wish = Rehearsal {
                passphrase: given.as_ref().map(|given| &given.passphrase),
                ..Rehearsal::now(&stamp)
            };
            let rehearsed = match entry {
                Some(entry) => keeping.rehearse(*entry, &wish, watch)?,
                None => keeping.rehearse_newest(business, &wish, watch)?,
            };
            if rehearsed.trouble().is_none() {
                keep(app, given.as_ref())?;
            }
            Told::Rehearsed(Box::new(rehearsed))
        }
        Work::Verify(entry, given) => {
            let passphrase = given.as_ref().map(|given| &given.passphrase);
            let verified = keeping.verify(*entry, passphrase, watch)?;
            keep(app, given.as_ref())?;
            Told::Verified(Box::new(verified))
        }
        Work::Fetch(entry, aim) => Told::Fetched(fetched(app, *entry, *aim, &job.watch)?),
        Work::Retire => {
            let retired = keeping.retire(business, watch)?;
            tell_retired(app, job.business, &retired)?;
            Told::Retired(retired)
        }
    })
}

/// Keeps a passphrase that opened a backup, where the person wants that.
fn keep(app: &App, given: Option<&Given>) -> Result<(), PageError> {
    if let Some(given) = given.filter(|given| given.is_kept) {
        app.keeping.keep_passphrase(&given.passphrase)?;
    }
    Ok(())
}

/// Fetches a backup into a private folder, from where it goes the way of an uploaded file: one that
/// no passphrase in the vault opens waits for its own.
fn fetched(
    app: &App,
    entry: catalog::Key,
    aim: Aim,
    watch: &Arc<Watch>,
) -> Result<String, PageError> {
    let scratch = app.store.scratch();
    let mut builder = tempfile::Builder::new();
    builder.prefix("fetched-");
    // Nobody else on this computer may see what it holds.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    let folder = builder
        .tempdir_in(scratch)
        .map_err(|error| store::StoreError::engine("making a private folder", error))?;
    let path = folder.path().join("fetched");
    let entry = app.keeping.fetch_to(entry, &path, &**watch)?;
    let passphrase = app.keeping.passphrase_for(&entry, &path)?;
    let arrived = Arrived {
        watch: watch.clone(),
        ..Arrived::held(path, entry.file_name, folder)
    };
    arrive_with(app, arrived, passphrase.as_ref(), aim)
}

/// The time zone of a business; the computer's where it cannot be read.
pub(super) fn zone_of(app: &App, business: Key) -> String {
    let read = || app.store.open(business)?.read()?.profile();
    read().map_or_else(|_| app.time_zone.clone(), |profile| profile.time_zone)
}

/// Ends a job, whatever happens.
struct Guard<'a>(&'a KeepingJob);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if self.0.outcome().is_none() {
            self.0.end(Err(PageError::internal()));
        }
    }
}
