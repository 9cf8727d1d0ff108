//! Sends what waits in the outboxes, beside everything else that the program does.
//!
//! One thread looks after all businesses that have a mail account: when the bell of the mailroom
//! rings, and every now and then in any case, for an hour's limit may have passed. Each business
//! with something to send gets a thread of its own, so that a slow server holds up its own business
//! only, and never a page. What an email that is cut off by the end of the program becomes is the
//! crate `mail`'s business: in doubt, and never sent twice (docs/SPEC-emails.md, 3).

use books::Key;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use mail::outbox::{SendOutcome, doubt_orphans, send_next};
use mail::{MailError, Vault};
use std::collections::HashSet;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use store::{Business, StoreError};
use web::App;

/// How often the outboxes are looked into when nobody rings.
const LOOK_AGAIN: Duration = Duration::from_secs(30);
/// Businesses that are sent for at the same time; the others take their turn.
const SENDERS_COUNT_MAX: usize = 8;
/// How long the end of the program waits for emails that are being sent.
const FAREWELL: Duration = Duration::from_secs(5);

/// The sender of one program.
pub struct Outbox {
    room: Arc<Room>,
    thread: JoinHandle<()>,
}

/// What the threads share.
struct Room {
    app: Arc<App>,
    is_over: AtomicBool,
    /// The businesses that are being sent for.
    senders: Mutex<HashSet<Key>>,
    /// Rings when one of them is done.
    done: Condvar,
}

impl Outbox {
    /// Starts the thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(app: Arc<App>) -> io::Result<Self> {
        let room = Arc::new(Room {
            app,
            is_over: AtomicBool::new(false),
            senders: Mutex::new(HashSet::new()),
            done: Condvar::new(),
        });
        let looking = room.clone();
        let thread = thread::Builder::new()
            .name("outbox".to_owned())
            .spawn(move || looking.look_after())?;
        Ok(Self { room, thread })
    }

    /// Begins no further email, and waits a while for those that are being sent. One that takes
    /// longer is in doubt when the program is started again.
    pub fn stop(self) {
        self.room.is_over.store(true, Ordering::Relaxed);
        self.room.app.mailroom.ring();
        // The thread itself never waits for a server.
        if self.thread.join().is_err() {
            tracing::error!("the thread of the outbox had failed");
        }
        let senders = self.room.senders();
        let waited = self
            .room
            .done
            .wait_timeout_while(senders, FAREWELL, |senders| !senders.is_empty());
        if waited.is_ok_and(|(_, waited)| waited.timed_out()) {
            tracing::warn!("the program ends while an email is being sent");
        }
    }
}

impl Room {
    fn senders(&self) -> MutexGuard<'_, HashSet<Key>> {
        self.senders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    /// Looks until the program ends. At the first look, emails that an earlier run was sending when
    /// it ended become doubtful, also where nothing waits.
    fn look_after(self: &Arc<Self>) {
        let mut heard = 0;
        let mut is_first = true;
        while !self.is_over() {
            match self.app.mailroom.vault() {
                Ok(vault) => self.look(&vault, is_first),
                // Nobody can send then; the page of the settings says why.
                Err(error) => tracing::warn!(code = error.code(), "no vault, no sending"),
            }
            is_first = false;
            heard = self.app.mailroom.wait(heard, LOOK_AGAIN);
        }
    }

    fn look(self: &Arc<Self>, vault: &Arc<Vault>, is_first: bool) {
        let businesses = vault.businesses().unwrap_or_else(|error| {
            tracing::warn!(code = error.code(), "the vault cannot be read");
            Vec::new()
        });
        for business in businesses {
            let begun = self.begin(business, vault, is_first);
            if let Err(error) = begun {
                tracing::warn!(code = error.code(), key = %business, "an outbox was passed over");
            }
        }
    }

    /// Gives a business a thread when something waits there and none is at it.
    fn begin(
        self: &Arc<Self>,
        key: Key,
        vault: &Arc<Vault>,
        is_first: bool,
    ) -> Result<(), MailError> {
        if self.senders().contains(&key) {
            return Ok(());
        }
        let business = match self.app.store.open(key) {
            // In Trash, or gone: what it has waits with it.
            Err(StoreError::BusinessNotFound(_)) => return Ok(()),
            other => other?,
        };
        if is_first {
            let zone = business.read()?.profile()?.time_zone;
            doubt_orphans(business.as_ref(), &stamp(&self.app, &zone))?;
        }
        if !may_send(business.as_ref())? {
            return Ok(());
        }
        {
            let mut senders = self.senders();
            if senders.len() >= SENDERS_COUNT_MAX || !senders.insert(key) {
                return Ok(());
            }
        }
        let (room, vault) = (self.clone(), vault.clone());
        let spawned = thread::Builder::new()
            .name("sender".to_owned())
            .spawn(move || {
                let turn = Turn(&room, key);
                let is_over = || room.is_over();
                let sent = send_all(&room.app, business.as_ref(), &vault, &is_over);
                drop(turn);
                match sent {
                    // Something may have been queued between the last look and the end of the
                    // turn, and been passed over because of the turn: it is looked for once more.
                    Ok(true) => room.app.mailroom.ring(),
                    Ok(false) => {}
                    Err(error) => {
                        tracing::warn!(code = error.code(), key = %key, "sending stopped");
                    }
                }
            });
        if let Err(error) = spawned {
            tracing::warn!(%error, "no thread for sending");
            self.senders().remove(&key);
        }
        Ok(())
    }
}

/// Looks through the outboxes of all businesses with a mail account and sends what waits, one
/// business after the other, on this thread: for a job of the Cloud edition, which one node does at
/// a time. Whether nothing is left; else no more may be sent now. Where nobody else can be sending
/// and an earlier run did not come to its end, emails that it was sending become doubtful.
///
/// # Errors
/// When the vault or a business cannot be read; the others are sent all the same.
pub fn send_round(
    app: &App,
    is_orphaned: bool,
    is_over: &dyn Fn() -> bool,
) -> Result<bool, MailError> {
    let vault = app.mailroom.vault()?;
    let mut is_done = Ok(true);
    for key in vault.businesses()? {
        match send_in_turn(app, &vault, key, is_orphaned, is_over) {
            Ok(true) => {}
            Ok(false) => is_done = is_done.map(|_| false),
            Err(error) => is_done = Err(error),
        }
    }
    is_done
}

fn send_in_turn(
    app: &App,
    vault: &Vault,
    key: Key,
    is_orphaned: bool,
    is_over: &dyn Fn() -> bool,
) -> Result<bool, MailError> {
    let business = match app.store.open(key) {
        // In Trash, or gone: what it has waits with it.
        Err(StoreError::BusinessNotFound(_)) => return Ok(true),
        other => other?,
    };
    if is_orphaned {
        let zone = business.read()?.profile()?.time_zone;
        doubt_orphans(business.as_ref(), &stamp(app, &zone))?;
    }
    if !may_send(business.as_ref())? {
        return Ok(true);
    }
    send_all(app, business.as_ref(), vault, is_over)
}

/// Sends what waits, one email after the other; whether nothing is left, or else no more may be
/// sent now. The account is read before each, for it may have been changed.
fn send_all(
    app: &App,
    business: &dyn Business,
    vault: &Vault,
    is_over: &dyn Fn() -> bool,
) -> Result<bool, MailError> {
    let zone = business.read()?.profile()?.time_zone;
    let stamp = || stamp(app, &zone);
    while !is_over() {
        let Some(settings) = vault.mail_settings(business.key())? else {
            return Ok(false);
        };
        let policy = app.mailroom.policy;
        match send_next(business, &settings, policy, &stamp)? {
            SendOutcome::Nothing => return Ok(true),
            SendOutcome::Busy | SendOutcome::Limited => return Ok(false),
            SendOutcome::Sent(email) => tracing::info!(key = %email, "sent"),
            SendOutcome::Failed(email, failure) | SendOutcome::Uncertain(email, failure) => {
                tracing::info!(key = %email, code = failure.code.code(), "not sent");
            }
        }
    }
    Ok(false)
}

/// Who sends, and when. The key of the commit is all zeros when the system gives no random
/// numbers: an email that was sent must be told all the same.
fn stamp(app: &App, zone: &str) -> history::Stamp {
    web::stamp::stamp(app, zone).unwrap_or_else(|_| {
        let instant = Timestamp::now();
        let offset = TimeZone::get(zone).map_or(0, |found| found.to_offset(instant).seconds());
        history::Stamp {
            instant,
            zone: zone.to_owned(),
            offset_s: offset,
            user_key: None,
            user_name: app.user_name.clone(),
            program_version: app.program_version.to_owned(),
            commit: Key::NIL,
        }
    })
}

/// Whether something waits and the books are kept here: a copy sends nothing (docs/SPEC-import.md,
/// section 4).
fn may_send(business: &dyn Business) -> Result<bool, StoreError> {
    let reader = business.read()?;
    Ok(reader.next_queued_email()?.is_some() && store::standing(&*reader)?.is_own())
}

/// A business's turn, over when its thread ends in whatever way. When all turns were taken the
/// bell is rung, so that a business that had to wait gets one.
struct Turn<'a>(&'a Room, Key);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let was_full = {
            let mut senders = self.0.senders();
            let was_full = senders.len() >= SENDERS_COUNT_MAX;
            senders.remove(&self.1);
            was_full
        };
        self.0.done.notify_all();
        if was_full {
            self.0.app.mailroom.ring();
        }
    }
}
