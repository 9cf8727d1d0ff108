//! Damaged files that wait for a decision.

use crate::PageError;
use axum::http::StatusCode;
use backup::{FilePlan, Rescue, RescueReport};
use books::Key;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How many files wait at once; each holds a private copy on the disk.
const WAITING_COUNT_MAX: usize = 3;
/// Under which name the number of a file travels with the reason of its refusal.
const ARGUMENT: &str = "rescue";
/// How long a file waits.
const AGE_MAX: Duration = Duration::from_secs(2 * 3600);

/// A damaged file that was looked through.
pub(crate) struct Waiting {
    pub(super) id: Key,
    pub(super) report: RescueReport,
    pub(super) plan: FilePlan,
    /// What is brought over, until it was.
    rescue: Mutex<Option<Rescue>>,
    /// Where it is told how far bringing over has come, while somebody does that.
    page_of_work: Mutex<Option<String>>,
    /// Why it was refused.
    pub(super) refused: PageError,
    begun: Instant,
}

impl Waiting {
    pub(crate) fn new(id: Key, rescue: Rescue, refused: PageError) -> Self {
        Self {
            id,
            report: rescue.report().clone(),
            plan: rescue.plan().clone(),
            rescue: Mutex::new(Some(rescue)),
            page_of_work: Mutex::default(),
            refused,
            begun: Instant::now(),
        }
    }

    /// The key of its page.
    pub(crate) fn id(&self) -> Key {
        self.id
    }

    fn working(&self) -> MutexGuard<'_, Option<String>> {
        let page = self.page_of_work.lock();
        page.unwrap_or_else(PoisonError::into_inner)
    }

    /// Where it is being brought over, when somebody began that.
    pub(super) fn page_of_work(&self) -> Option<String> {
        self.working().clone()
    }

    /// Says that it is being brought over, and told at `page`. Where somebody began that before,
    /// gives back where that is told.
    pub(super) fn begin(&self, page: String) -> Option<String> {
        let mut working = self.working();
        if working.is_none() {
            *working = Some(page);
            return None;
        }
        working.clone()
    }

    /// Says that nobody brings it over any more: what was not brought over waits again.
    pub(super) fn end(&self) {
        *self.working() = None;
    }

    /// Brings over what is here still; afterwards it is gone, unless that failed.
    pub(super) fn bring_over<T>(
        &self,
        act: impl FnOnce(&Rescue) -> Result<T, PageError>,
    ) -> Result<T, PageError> {
        let mut rescue = self.rescue.lock().unwrap_or_else(PoisonError::into_inner);
        let gone = || PageError::new(StatusCode::NOT_FOUND, "rescue-not-found");
        let done = act(rescue.as_ref().ok_or_else(gone)?)?;
        *rescue = None;
        Ok(done)
    }
}

/// All damaged files of this run of the program.
#[derive(Default)]
pub(crate) struct RescueJobs(Mutex<Vec<Arc<Waiting>>>);

impl RescueJobs {
    fn all(&self) -> MutexGuard<'_, Vec<Arc<Waiting>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The file of this number.
    pub(crate) fn find(&self, id: Key) -> Result<Arc<Waiting>, PageError> {
        let all = self.all();
        let found = all.iter().find(|waiting| waiting.id == id).cloned();
        found.ok_or_else(|| PageError::new(StatusCode::NOT_FOUND, "rescue-not-found"))
    }

    /// The file that was kept when it was refused with this error.
    pub(crate) fn told_by(&self, error: &PageError) -> Option<Arc<Waiting>> {
        let mut told = error.arguments.iter();
        let (_, id) = told.find(|(name, _)| *name == ARGUMENT)?;
        self.find(id.parse().ok()?).ok()
    }

    /// Keeps a file; the oldest goes when there are too many. Gives back why the file was refused,
    /// with the number under which it is kept.
    pub(crate) fn add(&self, waiting: Waiting) -> PageError {
        let refused = waiting
            .refused
            .clone()
            .with(ARGUMENT, waiting.id.to_string());
        let mut all = self.all();
        all.retain(|other| other.begun.elapsed() < AGE_MAX);
        if all.len() >= WAITING_COUNT_MAX {
            all.remove(0);
        }
        all.push(Arc::new(waiting));
        refused
    }

    /// Lets go of a file and its private copy.
    pub(crate) fn forget(&self, id: Key) {
        self.all().retain(|waiting| waiting.id != id);
    }
}
