//! The work that goes by itself on this node: jobs of subscribers are taken one after the other,
//! each by one node at a time (docs/SPEC-cloud.md, 5 and 11).

mod downloads;

use super::Offices;
use super::means::{RENEWED_EVERY, Renewed};
use super::shift::Shift;
use crate::keeper::Rounds;
use crate::outbox;
use backup::{Cancelled, Phase, Progress};
use jiff::Timestamp;
use pages::Locale;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use store_postgres::{DownloadRows, HeldJob, JobKind};
use web::App;

/// How often it is looked whether a job is due, when none was.
const LOOK_AGAIN: Duration = Duration::from_secs(3);
/// When backups of a subscriber are looked after again, in seconds.
const KEEPING_AGAIN_S: u32 = 300;
/// When emails of a subscriber are looked for again, in seconds; sooner when somebody asks.
const SENDING_AGAIN_S: u32 = 300;
/// The same when more wait than may be sent within the hour.
const LIMITED_AGAIN_S: u32 = 60;

/// The workers of one node.
pub struct Workers {
    room: Arc<Room>,
    threads: Vec<JoinHandle<()>>,
}

/// What the threads share.
struct Room {
    offices: Arc<Offices>,
    locale: Locale,
    shift: Shift,
}

impl Workers {
    /// Starts so many. `locale` is that of the emails that tell of alarms.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(offices: Arc<Offices>, count: u8, locale: Locale) -> io::Result<Self> {
        let room = Arc::new(Room {
            offices,
            locale,
            shift: Shift::default(),
        });
        let mut threads = Vec::new();
        for number in 1..=count {
            let working = room.clone();
            let named = thread::Builder::new().name(format!("worker-{number}"));
            threads.push(named.spawn(move || working.work())?);
        }
        Ok(Self { room, threads })
    }

    /// Begins nothing new, and gives what is being done a minute. What is not done by then is due
    /// still, and another node takes it.
    pub fn stop(self) {
        self.room.shift.end();
        for thread in self.threads {
            if thread.join().is_err() {
                tracing::error!("a worker had failed");
            }
        }
    }
}

impl Room {
    fn work(&self) {
        self.shift.work("job", LOOK_AGAIN, || {
            let job = self.offices.ground.jobs.take()?;
            if let Some(job) = job {
                self.do_job(job);
            }
            Ok(job.is_some())
        });
    }

    fn do_job(&self, job: HeldJob) {
        if job.is_taken_over {
            tracing::warn!(
                subscriber = %job.subscriber, what = job.kind.code(), "a job was taken over"
            );
        }
        let said = Arc::new(Mutex::new(String::new()));
        let (jobs, telling) = (self.offices.ground.jobs.clone(), said.clone());
        let mut renewed = Renewed::every(RENEWED_EVERY, move || {
            let said = telling.lock().unwrap_or_else(PoisonError::into_inner);
            let said = said.clone();
            jobs.renew(job, &said)
        });
        let held = InJob {
            room: self,
            renewed: &renewed,
            said: &said,
        };
        let (result, again_s) = held.done(job);
        renewed.stop();
        if let Err(error) = self.offices.ground.jobs.end(job, &result, again_s) {
            // It is due again when its time is over, here or elsewhere.
            tracing::warn!(code = error.code(), "the end of a job was not noted");
        }
    }
}

/// A job that is being done: it stops when it is not ours any more, or the program has to be over.
struct InJob<'a> {
    room: &'a Room,
    renewed: &'a Renewed,
    said: &'a Mutex<String>,
}

impl InJob<'_> {
    /// Does it: what came of it, and when it is due again.
    fn done(&self, job: HeldJob) -> (String, u32) {
        let app = self.room.offices.app_for_job(job.subscriber);
        let is_ending = || self.room.shift.is_ending() || !self.renewed.is_ours();
        match job.kind {
            JobKind::Keeping => {
                let rounds = Rounds {
                    app: &app,
                    locale: self.room.locale,
                    progress: self,
                    is_ending: &is_ending,
                };
                // Before backups are made, so that they tell of it too.
                self.tell_of_downloads(&app, job, &is_ending);
                let done = rounds.do_what_is_due();
                self.sweep_sometimes(job);
                (done.to_string(), KEEPING_AGAIN_S)
            }
            JobKind::Sending => {
                // Whoever held it before and did not come to an end may have been sending.
                let is_orphaned = job.is_taken_over || job.attempts > 1;
                let sent = outbox::send_round(&app, is_orphaned, &is_ending);
                match sent {
                    Ok(true) => ("sent".to_owned(), SENDING_AGAIN_S),
                    Ok(false) => ("limited".to_owned(), LIMITED_AGAIN_S),
                    Err(error) => (error.code().to_owned(), LIMITED_AGAIN_S),
                }
            }
        }
    }
}

impl InJob<'_> {
    /// Has History tell of what was downloaded at the portal.
    fn tell_of_downloads(&self, app: &App, job: HeldJob, is_ending: &dyn Fn() -> bool) {
        let database = self.room.offices.ground.database.clone();
        let rows = DownloadRows::new(database, job.subscriber);
        if let Err(error) = downloads::tell(app, &rows, is_ending) {
            // They are told of the next time.
            tracing::warn!(code = error.code(), "History was not told of downloads");
        }
    }

    /// Lets go of attachments' bytes that nobody needs, of what was begun to be sent and not
    /// finished, and of sessions and links that are over, about once a day: by chance, so that
    /// nothing has to be remembered and not all are swept at once.
    fn sweep_sometimes(&self, job: HeldJob) {
        let drawn = web::stamp::random_key().map_or(1, |key| key.as_bytes()[0]);
        if drawn != 0 {
            return;
        }
        let offices = &self.room.offices;
        if let Err(error) = offices.sweep_objects(job.subscriber, Timestamp::now()) {
            tracing::warn!(code = error.code(), "objects were not swept");
        }
        if let Err(trouble) = offices.sweep_uploads(job.subscriber, Timestamp::now()) {
            tracing::warn!(code = trouble.code, "unfinished files were not swept");
        }
        let sign_in = offices.ground.sign_in(job.subscriber);
        if let Err(error) = sign_in.directory().sweep(Timestamp::now()) {
            tracing::warn!(code = error.code(), "what is over was not let go of");
        }
    }
}

impl Progress for InJob<'_> {
    fn at(&self, phase: Phase, done: u64, total: u64) -> Result<(), Cancelled> {
        if self.room.shift.is_over() || !self.renewed.is_ours() {
            return Err(Cancelled);
        }
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        *said = format!("{} {done}/{total}", phase.code());
        Ok(())
    }
}
