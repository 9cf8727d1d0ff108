//! Looking through a file that arrived, and bringing over what is whole in a damaged one, as long
//! work: most files take no time, and a large one has a page that says how far it has come and
//! where it can be stopped (docs/SPEC-import.md, section 7).
//!
//! Import, Look and Verify all look through the file before anything else; what they lead to, or
//! why they refuse it, is the outcome here. What is stopped leaves nothing: not the file, not a
//! preview of it, not a file that is open.

mod page;

pub(crate) use page::routes;

use crate::locked::Aim;
use crate::long_work::{PATIENCE, Watch};
use crate::stamp::random_key;
use crate::{App, PageError, Shared, lasting};
use axum::http::StatusCode;
use books::Key;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How many files may be looked through at once; each takes a thread and space on the disk.
const RUNNING_COUNT_MAX: usize = 8;
/// How long an outcome is kept for whoever comes back to its page.
const AGE_MAX: Duration = Duration::from_secs(3600);

/// What a file led to: the address of the page that follows, or why it was refused.
pub(crate) type Outcome = Result<String, PageError>;

/// What is done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// It is looked through as soon as it arrived.
    Look(Aim),
    /// A passphrase is tried on the file that waits for it under this key.
    Unlock(Aim, Key),
    /// What is whole in the damaged file that waits under this key is brought over.
    Rescue(Key),
}

impl Task {
    /// Where whoever stops it goes on.
    fn way_back(self, app: &App) -> String {
        match self {
            Self::Unlock(_, id) if app.jobs.locked.is_here(id) => format!("/locked/{id}"),
            Self::Look(aim) | Self::Unlock(aim, _) => aim.choosing().to_owned(),
            Self::Rescue(id) => format!("/rescues/{id}"),
        }
    }

    /// Lets go of what is no longer needed once it succeeded.
    fn settle(self, app: &App, outcome: &Outcome) {
        if let (Self::Unlock(_, id), Ok(_)) = (self, outcome) {
            app.jobs.locked.forget(id);
        }
    }
}

/// Lets go of what an outcome left to be looked at: nobody will go there.
fn let_go_of(app: &App, outcome: &Outcome) {
    let left = match outcome {
        Ok(next) => next.rsplit('/').next().and_then(|key| key.parse().ok()),
        // A damaged file waits for whoever wants to rescue what is whole.
        Err(error) => app.jobs.rescues.told_by(error).map(|waiting| waiting.id()),
    };
    if let Some(key) = left {
        app.jobs.imports.forget(key);
        app.jobs.locked.forget(key);
        app.jobs.rescues.forget(key);
        app.opened.close(key);
    }
}

/// One file that is worked on.
struct Looking {
    id: Key,
    task: Task,
    file_name: String,
    watch: Arc<Watch>,
    outcome: Mutex<Option<Outcome>>,
    begun: Instant,
}

impl Looking {
    fn slot(&self) -> MutexGuard<'_, Option<Outcome>> {
        self.outcome.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn outcome(&self) -> Option<Outcome> {
        self.slot().clone()
    }

    /// Keeps the outcome. What was stopped too late to end by itself is undone here, or by whoever
    /// stops it later: one of the two sees what the other did.
    fn end(&self, app: &App, outcome: Outcome) {
        *self.slot() = Some(outcome.clone());
        match self.watch.is_stopped() {
            true => self.undo(app),
            false => self.task.settle(app, &outcome),
        }
    }

    /// Stops it; what it had come to already is let go of.
    fn stop(&self, app: &App) {
        self.watch.stop();
        self.undo(app);
    }

    /// Lets go of what it came to: that is as if it had been stopped in time. A business that was
    /// brought over stays.
    fn undo(&self, app: &App) {
        let mut slot = self.slot();
        if let Some(outcome) = slot.as_mut()
            && !matches!(self.task, Task::Rescue(_))
        {
            let_go_of(app, outcome);
            *outcome = Err(backup::BackupError::from(backup::Cancelled).into());
        }
    }
}

/// All of them in this run of the program.
#[derive(Default)]
pub(crate) struct LookingJobs(Mutex<Vec<Arc<Looking>>>);

impl LookingJobs {
    fn all(&self) -> MutexGuard<'_, Vec<Arc<Looking>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, id: Key) -> Result<Arc<Looking>, PageError> {
        let found = self.all().iter().find(|looking| looking.id == id).cloned();
        found.ok_or_else(PageError::not_found)
    }

    fn add(&self, looking: Arc<Looking>) -> Result<(), PageError> {
        let mut all = self.all();
        all.retain(|other| other.outcome().is_none() || other.begun.elapsed() < AGE_MAX);
        let running = all.iter().filter(|other| other.outcome().is_none());
        if running.count() >= RUNNING_COUNT_MAX {
            return Err(PageError::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "looking-busy",
            ));
        }
        all.push(looking);
        Ok(())
    }

    fn forget(&self, id: Key) {
        self.all().retain(|looking| looking.id != id);
    }
}

/// What is wanted with a file, and who watches.
pub(crate) struct Wanted {
    /// The key of its page.
    pub id: Key,
    /// What is done.
    pub task: Task,
    /// The name people know the file by.
    pub file_name: String,
    /// Told how far it has come, and stopped.
    pub watch: Arc<Watch>,
}

impl Wanted {
    /// Something to be done with a file that people know by this name.
    ///
    /// # Errors
    /// When the system has no random bytes.
    pub fn new(task: Task, file_name: &str, watch: Arc<Watch>) -> Result<Self, PageError> {
        Ok(Self {
            id: random_key()?,
            task,
            file_name: file_name.to_owned(),
            watch,
        })
    }

    /// The address of the page that says how far it has come.
    pub fn page(&self) -> String {
        page_of(self.id)
    }
}

fn page_of(id: Key) -> String {
    format!("/looking/{id}")
}

/// Works on a file on a thread of its own and waits for as long as a person does: for the outcome,
/// or for the page on which it will be told.
///
/// # Errors
/// When the file is refused, or too many are being looked through.
pub(crate) async fn look(
    app: &Shared,
    wanted: Wanted,
    work: impl FnOnce(&App) -> Outcome + Send + 'static,
) -> Outcome {
    let looking = Arc::new(Looking {
        id: wanted.id,
        task: wanted.task,
        file_name: wanted.file_name,
        watch: wanted.watch,
        outcome: Mutex::new(None),
        begun: Instant::now(),
    });
    app.jobs.looking.add(looking.clone())?;
    let (shared, working) = (app.clone(), looking.clone());
    // Only a rescue keeps something: the end of the program waits for it, and for no other look.
    let lasting = matches!(looking.task, Task::Rescue(_)).then(lasting::begin);
    let handle = crate::access::current::spawn_reading(move || {
        let _until_the_end = lasting;
        // The guard answers for a panic too: a page must never say "working" for ever.
        let guard = Guard(&working);
        guard.0.end(&shared, work(&shared));
    });
    let patience = app.imports.patience.unwrap_or(PATIENCE);
    if patience.is_zero() {
        return Ok(page_of(looking.id));
    }
    // Whether the time was enough does not matter: the outcome tells.
    let _ = tokio::time::timeout(patience, handle).await;
    match looking.outcome() {
        Some(outcome) => {
            app.jobs.looking.forget(looking.id);
            outcome
        }
        None => Ok(page_of(looking.id)),
    }
}

/// Ends a job, whatever happens.
struct Guard<'a>(&'a Looking);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.slot().get_or_insert(Err(PageError::internal()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looking() -> Arc<Looking> {
        Arc::new(Looking {
            id: random_key().expect("a key"),
            task: Task::Look(Aim::Verify),
            file_name: "books.manager".to_owned(),
            watch: Arc::default(),
            outcome: Mutex::default(),
            begun: Instant::now(),
        })
    }

    #[test]
    fn so_many_are_looked_through_at_once_and_no_more() {
        let jobs = LookingJobs::default();
        for _ in 0..RUNNING_COUNT_MAX {
            jobs.add(looking()).expect("there is room");
        }
        let refused = jobs.add(looking()).expect_err("there is none");
        assert_eq!(refused.code, "looking-busy");
        let first = jobs.all()[0].clone();
        *first.outcome.lock().expect("the outcome") = Some(Ok("/".to_owned()));
        jobs.add(looking()).expect("one has ended");
        jobs.forget(first.id);
        assert!(jobs.find(first.id).is_err());
    }

    #[test]
    fn work_that_panics_has_ended() {
        let working = looking();
        drop(Guard(&working));
        let outcome = working.outcome().expect("an outcome");
        assert_eq!(outcome.expect_err("a fault").code, "internal");
    }
}
