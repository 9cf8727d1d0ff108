//! Checked files that wait for a decision, and imports that are going on or have just ended.

use crate::PageError;
use crate::long_work::Watch;
use axum::http::StatusCode;
use backup::{Candidate, CheckedFile, Comparison, FilePlan, ImportResult};
use books::Key;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use store::BusinessStore;

/// How many files wait at once; each holds a private copy on the disk.
const WAITING_COUNT_MAX: usize = 6;
/// How long a file waits.
const AGE_MAX: Duration = Duration::from_secs(2 * 3600);

/// How far one incoming file has come.
#[derive(Debug, Clone)]
pub(super) enum Stage {
    /// Checked; somebody looks at the preview.
    Waiting,
    /// Being imported.
    Importing,
    /// Imported and proved.
    Done(Finished),
    /// Not imported; nothing was kept.
    Failed(PageError),
}

/// What became of a file.
#[derive(Debug, Clone)]
pub(super) struct Finished {
    pub(super) result: ImportResult,
    /// The business in whose place it came.
    pub(super) replaced: Option<Replaced>,
}

/// A business that was replaced.
#[derive(Debug, Clone)]
pub(super) struct Replaced {
    pub(super) name: String,
    /// Where its backup lies.
    pub(super) safety_file: String,
    /// It could not be moved to Trash, and is still in the list.
    pub(super) is_still_here: bool,
    /// Nobody is asked again what it is: it is the same business.
    pub(super) keeps_answer: bool,
}

/// How far a comparison has come.
#[derive(Clone)]
pub(super) enum Compared {
    Working,
    Done(Arc<Comparison>),
    Failed(PageError),
}

/// A business at the entry with which its History ends: what was compared holds as long as both.
pub(super) type Moment = (Key, u64);

/// One incoming file.
pub(crate) struct Incoming {
    pub(super) id: Key,
    pub(super) plan: FilePlan,
    pub(super) watch: Watch,
    /// The private copy; taken by the import, and gone with it.
    checked: Mutex<Option<CheckedFile>>,
    stage: Mutex<Stage>,
    begun: Instant,
    /// The businesses it may be a backup of, looked for once.
    candidates: OnceLock<Vec<Candidate>>,
    compared: Mutex<HashMap<Moment, Compared>>,
}

impl Incoming {
    pub(super) fn new(id: Key, checked: CheckedFile) -> Self {
        Self {
            id,
            plan: checked.plan().clone(),
            watch: Watch::default(),
            checked: Mutex::new(Some(checked)),
            stage: Mutex::new(Stage::Waiting),
            begun: Instant::now(),
            candidates: OnceLock::new(),
            compared: Mutex::default(),
        }
    }

    /// The name people know the file by.
    pub(crate) fn file_name(&self) -> &str {
        &self.plan.file_name
    }

    pub(super) fn stage(&self) -> Stage {
        self.stage
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Whether the import may begin: nobody begins it twice.
    pub(super) fn begin(&self) -> bool {
        let mut stage = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        let is_waiting = matches!(*stage, Stage::Waiting);
        if is_waiting {
            *stage = Stage::Importing;
        }
        is_waiting
    }

    /// Takes the file for its import; waits for a comparison that is going on.
    pub(super) fn take(&self) -> Option<CheckedFile> {
        self.checked().take()
    }

    fn checked(&self) -> MutexGuard<'_, Option<CheckedFile>> {
        self.checked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The businesses it may be a backup of. Call on a blocking thread.
    pub(super) fn candidates(&self, store: &dyn BusinessStore) -> Result<&[Candidate], PageError> {
        if let Some(found) = self.candidates.get() {
            return Ok(found);
        }
        let found = match &*self.checked() {
            Some(checked) => backup::recognise(store, checked)?,
            None => Vec::new(),
        };
        Ok(self.candidates.get_or_init(|| found))
    }

    /// How far the comparison with this moment has come; when nobody began it, it is `Working`
    /// from now on and the caller is to do it.
    pub(super) fn compared(&self, moment: Moment) -> (Compared, bool) {
        let mut all = self.compared.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = !all.contains_key(&moment);
        let compared = all.entry(moment).or_insert(Compared::Working).clone();
        (compared, is_new)
    }

    /// Compares the file with a business. Call on a blocking thread.
    pub(super) fn compare(&self, store: &dyn BusinessStore, moment: Moment) {
        let compared = match self.comparison(store, moment.0) {
            Ok(found) => Compared::Done(Arc::new(found)),
            Err(error) => Compared::Failed(error),
        };
        let mut all = self.compared.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(moment, compared);
    }

    fn comparison(&self, store: &dyn BusinessStore, key: Key) -> Result<Comparison, PageError> {
        let checked = self.checked();
        let checked = checked
            .as_ref()
            .ok_or_else(|| PageError::new(StatusCode::NOT_FOUND, "import-not-found"))?;
        let business = store.open(key)?;
        let reader = business.read()?;
        let figures = figures::open(&*reader)?;
        Ok(backup::compare(
            checked,
            &*reader,
            figures.as_ref(),
            &self.watch,
            &mut |_| {},
        )?)
    }

    /// Looks into the file while it waits.
    pub(crate) fn with_file<T>(
        &self,
        look: impl FnOnce(&CheckedFile) -> Result<T, PageError>,
    ) -> Result<T, PageError> {
        let checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        let gone = || PageError::new(StatusCode::NOT_FOUND, "import-not-found");
        look(checked.as_ref().ok_or_else(gone)?)
    }

    pub(super) fn set(&self, stage: Stage) {
        *self.stage.lock().unwrap_or_else(PoisonError::into_inner) = stage;
    }

    fn is_importing(&self) -> bool {
        matches!(self.stage(), Stage::Importing)
    }
}

/// All incoming files of this run of the program.
#[derive(Default)]
pub(crate) struct ImportJobs(Mutex<Vec<Arc<Incoming>>>);

impl ImportJobs {
    /// The file of this number.
    pub(crate) fn find(&self, id: Key) -> Result<Arc<Incoming>, PageError> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .find(|incoming| incoming.id == id)
            .cloned()
            .ok_or_else(|| PageError::new(StatusCode::NOT_FOUND, "import-not-found"))
    }

    /// Keeps a checked file; the oldest that nobody imports goes when there are too many.
    pub(super) fn add(&self, incoming: Arc<Incoming>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|other| other.is_importing() || other.begun.elapsed() < AGE_MAX);
        while all.len() >= WAITING_COUNT_MAX {
            let Some(oldest) = all.iter().position(|other| !other.is_importing()) else {
                break;
            };
            all.remove(oldest);
        }
        all.push(incoming);
    }

    /// Lets go of a file and its private copy.
    pub(crate) fn forget(&self, id: Key) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|incoming| incoming.id != id);
    }
}
