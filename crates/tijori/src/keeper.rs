//! Keeps backups while the program serves: what they lie in and on, and the thread that makes them
//! (docs/SPEC-keeping.md, section 8).
//!
//! One thread does one thing at a time: what is due is done by `rounds`, backups first and then
//! rehearsals. What becomes of whatever goes wrong is `alarm`'s.

mod alarm;
mod means;
mod rounds;

pub use means::KeptMeans;
pub use rounds::Rounds;

use backup::{Cancelled, Phase, Progress};
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
        self.room.with_rounds(|rounds| rounds.take_leave());
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
            self.with_rounds(|rounds| rounds.do_what_is_due());
            let end = self.end();
            // Whether it was rung or slept through makes no difference: the loop looks again.
            let _ = self
                .bell
                .wait_timeout_while(end, LOOK_AGAIN, |end| end.is_none());
        }
    }

    /// A look at what is due.
    fn with_rounds<T>(&self, act: impl FnOnce(&Rounds<'_>) -> T) -> T {
        act(&Rounds {
            app: &self.app,
            locale: self.locale,
            progress: &UntilTheEnd(self),
            is_ending: &|| self.is_ending(),
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
