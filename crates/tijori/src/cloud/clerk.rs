//! Errands that members gave at the portal are carried out: taken one after the other, each by one
//! node at a time (docs/SPEC-portal.md, 5 to 7).

mod erasure;
mod export;

use super::means::{RENEWED_EVERY, Renewed};
use super::shift::Shift;
use super::{Offices, books_key, trouble_of_store};
use backup::{Cancelled, Phase, Progress, RunWish};
use books::Key;
use catalog::{Errand, ErrandKind, ErrandProgress, Trouble};
use history::{Action, Contents, Draft, Stamp};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use store::{Business, StoreError};
use store_postgres::HeldErrand;
use web::App;

/// How often it is looked whether somebody asked for something.
const LOOK_AGAIN: Duration = Duration::from_secs(2);
/// How often it is said how far an errand has come; each time it is renewed too.
const SAID_EVERY: Duration = Duration::from_secs(2);
/// What was begun so often, and broken off each time, is given up.
const ATTEMPTS_MAX: u32 = 5;

/// Who carries errands out on this node.
pub struct Clerk {
    room: Arc<Room>,
    thread: JoinHandle<()>,
}

/// What the thread and the program share.
struct Room {
    offices: Arc<Offices>,
    shift: Shift,
}

/// What came of an errand.
enum Came {
    /// It is done; it led to this backup, if to any.
    Done(Option<catalog::Key>),
    /// It went wrong, and is not tried again.
    Failed(Trouble),
    /// It is left to whoever comes next, after so many seconds.
    Left(u32),
    /// It is done, and went with all that its subscriber had.
    Gone,
}

impl From<StoreError> for Came {
    fn from(error: StoreError) -> Self {
        Self::Failed(trouble_of_store(&error))
    }
}

impl Clerk {
    /// Starts one.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(offices: Arc<Offices>) -> io::Result<Self> {
        let room = Arc::new(Room {
            offices,
            shift: Shift::default(),
        });
        let working = room.clone();
        let named = thread::Builder::new().name("clerk".to_owned());
        let thread = named.spawn(move || working.work())?;
        Ok(Self { room, thread })
    }

    /// Begins nothing new, and gives what is being done a minute. What is not done by then another
    /// node takes.
    pub fn stop(self) {
        self.room.shift.end();
        if self.thread.join().is_err() {
            tracing::error!("the thread that carries errands out had failed");
        }
    }
}

impl Room {
    fn work(&self) {
        self.shift.work("errand", LOOK_AGAIN, || {
            let held = self.offices.ground.errands.take()?;
            if let Some(held) = &held {
                self.carry_out(held);
            }
            Ok(held.is_some())
        });
    }

    fn carry_out(&self, held: &HeldErrand) {
        let said: Arc<Mutex<Option<ErrandProgress>>> = Arc::default();
        let errands = self.offices.ground.errands.clone();
        let (telling, renewing) = (said.clone(), held.clone());
        let mut renewed = Renewed::every(SAID_EVERY.min(RENEWED_EVERY), move || {
            let said = telling.lock().unwrap_or_else(PoisonError::into_inner);
            let said = said.clone();
            errands.renew(&renewing, said.as_ref())
        });
        let at_work = AtWork {
            room: self,
            held,
            renewed: &renewed,
            said: &said,
        };
        let came = at_work.done();
        renewed.stop();
        self.tell(held, came);
    }

    fn tell(&self, held: &HeldErrand, came: Came) {
        let errands = &self.offices.ground.errands;
        let kind = held.errand.wish.kind.code();
        let told = match came {
            Came::Done(entry) => errands.end(held, Ok(entry)),
            Came::Left(again_s) => errands.let_go(held, again_s),
            Came::Gone => Ok(true),
            Came::Failed(trouble) => {
                tracing::error!(
                    subscriber = %held.subscriber, what = kind, code = %trouble.code,
                    reason = reason_of(&trouble),
                    "an errand failed"
                );
                errands.end(held, Err(&trouble))
            }
        };
        if let Err(error) = told {
            // It can be taken again when its time is over, here or elsewhere.
            tracing::warn!(
                code = error.code(),
                what = kind,
                "the end of an errand was not noted"
            );
        }
    }
}

/// An errand that is being carried out: it stops when it is not ours any more, or the program ends.
struct AtWork<'a> {
    room: &'a Room,
    held: &'a HeldErrand,
    renewed: &'a Renewed,
    said: &'a Mutex<Option<ErrandProgress>>,
}

impl AtWork<'_> {
    fn done(&self) -> Came {
        let errand = &self.held.errand;
        if errand.wish.kind == ErrandKind::Erasure {
            return self.erase();
        }
        if errand.attempts_count > ATTEMPTS_MAX {
            return Came::Failed(Trouble::new("errand-given-up", Vec::new()));
        }
        let app = self.room.offices.app_for_job(self.held.subscriber);
        let came = match (errand.wish.kind, errand.wish.business) {
            (ErrandKind::Backup, Some(business)) => self.back_up(&app, books_key(business)),
            (ErrandKind::Restoration, Some(business)) => self.bring_back(&app, books_key(business)),
            (ErrandKind::Export, None) => self.gather(&app),
            _ => Ok(Came::Failed(Trouble::new("internal", Vec::new()))),
        };
        came.unwrap_or_else(|fault| fault)
    }

    /// Makes a backup of this moment and keeps it as every other.
    fn back_up(&self, app: &App, business: Key) -> Result<Came, Came> {
        Ok(match self.kept(app, business, self)? {
            Ok(entry) => Came::Done(entry),
            // Neither the member nor the backup is to blame for the end of the program.
            Err(_) if self.is_over() => Came::Left(0),
            Err(trouble) => Came::Failed(trouble),
        })
    }

    /// A backup of this moment: its entry, or why there is none.
    fn kept(
        &self,
        app: &App,
        business: Key,
        progress: &dyn Progress,
    ) -> Result<Result<Option<catalog::Key>, Trouble>, Came> {
        let stamp = self.stamp(app, &*app.store.open(business)?)?;
        let wish = RunWish {
            contents: self.held.errand.wish.contents,
            ..RunWish::now(business, &stamp)
        };
        Ok(match app.keeping.run(&wish, progress) {
            Ok(report) => match report.trouble().cloned() {
                Some(trouble) => Err(trouble),
                None => Ok(report.run.entry),
            },
            Err(error) => Err(error.trouble()),
        })
    }

    /// Brings a business back from Trash, and notes it in its History.
    fn bring_back(&self, app: &App, business: Key) -> Result<Came, Came> {
        match app.store.bring_back(business) {
            // Whoever held the errand before may have come so far: then it is there.
            Err(StoreError::BusinessNotFound(_)) if self.held.errand.attempts_count > 1 => {}
            brought => brought?,
        }
        let opened = app.store.open(business)?;
        let draft = Draft {
            stamp: self.stamp(app, &*opened)?,
            action: Action::BroughtBack,
            key: random_key()?,
            object: None,
            before: Contents::default(),
            after: Contents::default(),
            title: opened.read()?.profile()?.name,
            facts: Vec::new(),
        };
        opened.write(&mut |unit| unit.record(draft.clone()).map(drop))?;
        Ok(Came::Done(None))
    }

    /// The stamp of what is done in the name of whoever asked for it.
    fn stamp(&self, app: &App, business: &dyn Business) -> Result<Stamp, Came> {
        let Errand { wish, .. } = &self.held.errand;
        let zone = business.read()?.profile()?.time_zone;
        let instant = Timestamp::now();
        let offset_s = TimeZone::get(&zone).map_or(0, |found| found.to_offset(instant).seconds());
        Ok(Stamp {
            instant,
            zone,
            offset_s,
            user_key: Some(books_key(wish.by)),
            user_name: wish.by_name.clone(),
            program_version: app.program_version.to_owned(),
            commit: random_key()?,
        })
    }

    /// Says how far it has come, in thousandths where that is known.
    fn say(&self, phase: &str, part: Option<u16>) {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        *said = Some(ErrandProgress {
            phase: phase.to_owned(),
            part,
        });
    }

    /// Whether the program has to be over, or another node has the errand.
    fn is_over(&self) -> bool {
        self.room.shift.is_over() || !self.renewed.is_ours()
    }
}

impl Progress for AtWork<'_> {
    fn at(&self, phase: Phase, done: u64, total: u64) -> Result<(), Cancelled> {
        if self.is_over() {
            return Err(Cancelled);
        }
        let part = (u128::from(done.min(total)) * 1000).checked_div(u128::from(total));
        self.say(phase.code(), part.and_then(|part| u16::try_from(part).ok()));
        Ok(())
    }
}

/// What the place or the system said, for whoever reads the log of a node: a code alone does not
/// tell a full disk from a wrong setting.
fn reason_of(trouble: &Trouble) -> &str {
    let mut facts = trouble.arguments.iter();
    let reason = facts.find(|(name, _)| name == "reason");
    reason.map_or("", |(_, text)| text.as_str())
}

fn random_key() -> Result<Key, Came> {
    let drawn = web::stamp::random_key();
    drawn.map_err(|error| Came::Failed(Trouble::new(error.code, Vec::new())))
}
