//! Keeps backups while the program serves: what they lie in and on, and the thread that makes them
//! (docs/SPEC-keeping.md, section 8).
//!
//! One thread does one thing at a time: backups that are due, then rehearsals. What it does with
//! whatever goes wrong is `alarm`'s.

mod alarm;
mod means;

pub use means::KeptMeans;

use alarm::alarm;
use backup::{Cancelled, KeepError, Phase, Progress, Rehearsal, RunWish, Task, catalog_key};
use catalog::{Schedule, Trouble};
use pages::Locale;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use web::App;

/// How often it is looked whether something is due.
const LOOK_AGAIN: Duration = Duration::from_secs(30);
/// How long the end of the program waits for what is being done, and for backups that are made when
/// it ends.
const FAREWELL: Duration = Duration::from_secs(60);

/// The keeper of one program.
pub struct Keeper {
    room: Arc<Room>,
    thread: JoinHandle<()>,
}

/// What the thread and the program share.
struct Room {
    app: Arc<App>,
    locale: Locale,
    /// When everything has to be over, once the program is ending.
    end: Mutex<Option<Instant>>,
    bell: Condvar,
}

impl Keeper {
    /// Starts the thread. `locale` is that of the emails that tell of alarms.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(app: Arc<App>, locale: Locale) -> io::Result<Self> {
        let room = Arc::new(Room {
            app,
            locale,
            end: Mutex::new(None),
            bell: Condvar::new(),
        });
        let looking = room.clone();
        let thread = thread::Builder::new()
            .name("keeper".to_owned())
            .spawn(move || looking.look_after())?;
        Ok(Self { room, thread })
    }

    /// Lets what is being done come to its end, makes the backups that are made when the program
    /// ends, and gives both a minute.
    pub fn stop(self) {
        *self.room.end() = Some(Instant::now() + FAREWELL);
        self.room.bell.notify_all();
        if self.thread.join().is_err() {
            tracing::error!("the thread that keeps backups had failed");
        }
        self.room.take_leave();
    }
}

impl Room {
    fn end(&self) -> MutexGuard<'_, Option<Instant>> {
        self.end.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_ending(&self) -> bool {
        self.end().is_some()
    }

    fn look_after(&self) {
        while !self.is_ending() {
            self.do_what_is_due();
            let end = self.end();
            // Whether it was rung or slept through makes no difference: the loop looks again.
            let _ = self
                .bell
                .wait_timeout_while(end, LOOK_AGAIN, |end| end.is_none());
        }
    }

    fn do_what_is_due(&self) {
        let keeping = &self.app.keeping;
        let tasks = keeping
            .tasks_due()
            .unwrap_or_else(|error| passed_over(&error));
        for task in tasks.iter().take_while(|_| !self.is_ending()) {
            self.tell_missed(task);
            self.back_up(task);
        }
        let rehearsals = keeping
            .rehearsals_due()
            .unwrap_or_else(|error| passed_over(&error));
        for (business, schedule, zone) in rehearsals {
            if self.is_ending() {
                return;
            }
            self.rehearse(business, &schedule, &zone);
        }
    }

    /// The backups that are made when the program ends.
    fn take_leave(&self) {
        let tasks = self.app.keeping.tasks_on_close();
        for task in tasks.unwrap_or_else(|error| passed_over(&error)) {
            self.back_up(&task);
        }
    }

    fn tell_missed(&self, task: &Task) {
        if task.due.missed.is_empty() {
            return;
        }
        if let Err(error) = self.app.keeping.note_missed(task) {
            passed_over::<()>(&error);
        }
        let count = task.due.missed.len().to_string();
        let trouble = Trouble::new("keeping-missed", vec![("count", count)]);
        self.alarm(task.business, &task.schedule, &trouble);
    }

    fn back_up(&self, task: &Task) {
        let made = self.stamp(&task.zone).and_then(|stamp| {
            let wish = RunWish::of(&task.schedule, task.business, task.due.at, &stamp);
            let report = self.app.keeping.run(&wish, &UntilTheEnd(self))?;
            Ok(report.trouble().cloned())
        });
        self.told(made, task.business, &task.schedule);
    }

    fn rehearse(&self, business: books::Key, schedule: &Schedule, zone: &str) {
        let done = self.stamp(zone).and_then(|stamp| {
            let asked = Rehearsal {
                schedule: Some(schedule.key),
                passphrase: None,
                stamp: &stamp,
            };
            let keeping = &self.app.keeping;
            let done =
                keeping.rehearse_newest(catalog_key(business), &asked, &UntilTheEnd(self))?;
            Ok(done.trouble().cloned())
        });
        self.told(done, business, schedule);
    }

    /// Raises an alarm where something went wrong; not when a person or the end of the program
    /// stopped it.
    fn told(
        &self,
        done: Result<Option<Trouble>, KeepError>,
        business: books::Key,
        schedule: &Schedule,
    ) {
        let trouble = match done {
            Ok(None) => return,
            Ok(Some(trouble)) => trouble,
            Err(error) => error.trouble(),
        };
        if !["cancelled", "keeping-interrupted"].contains(&trouble.code.as_str()) {
            self.alarm(business, schedule, &trouble);
        }
    }

    fn alarm(&self, business: books::Key, schedule: &Schedule, trouble: &Trouble) {
        tracing::error!(
            code = %trouble.code, key = %business, schedule = %schedule.key,
            "a backup is not as it should be"
        );
        if let Err((code, error)) = alarm(&self.app, self.locale, business, schedule, trouble) {
            tracing::error!(code, %error, key = %business, "nobody could be told of it");
        }
    }

    fn stamp(&self, zone: &str) -> Result<history::Stamp, KeepError> {
        web::stamp::stamp(&self.app, zone).map_err(|error| {
            KeepError::Backup(backup::BackupError::Io {
                what: error.code.to_owned(),
                reason: "no random number could be drawn".to_owned(),
            })
        })
    }
}

/// Goes on until the program has to be over.
struct UntilTheEnd<'a>(&'a Room);

impl Progress for UntilTheEnd<'_> {
    fn at(&self, _: Phase, _: u64, _: u64) -> Result<(), Cancelled> {
        match *self.0.end() {
            Some(end) if Instant::now() >= end => Err(Cancelled),
            _ => Ok(()),
        }
    }
}

/// Nothing can be done now; the next look may find it better.
fn passed_over<T: Default>(error: &KeepError) -> T {
    tracing::error!(code = error.code(), "keeping backups was passed over");
    T::default()
}
