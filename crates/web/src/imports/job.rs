//! Checked files that wait for a decision, and imports that are going on or have just ended.

use crate::PageError;
use crate::long_work::Watch;
use axum::http::StatusCode;
use backup::{CheckedFile, FilePlan, ImportResult};
use books::Key;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

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
    Done(ImportResult),
    /// Not imported; nothing was kept.
    Failed(PageError),
}

/// One incoming file.
pub(crate) struct Incoming {
    pub(super) id: Key,
    pub(super) plan: FilePlan,
    pub(super) watch: Watch,
    /// The private copy; taken by the import, and gone with it.
    checked: Mutex<Option<CheckedFile>>,
    stage: Mutex<Stage>,
    begun: Instant,
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
        }
    }

    pub(super) fn stage(&self) -> Stage {
        self.stage
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Takes the file for its import; nobody gets it twice.
    pub(super) fn take(&self) -> Option<CheckedFile> {
        let checked = self
            .checked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()?;
        self.set(Stage::Importing);
        Some(checked)
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
    pub(super) fn forget(&self, id: Key) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|incoming| incoming.id != id);
    }
}
