//! The office of one subscriber on this node: pages, API, users, vault and keeping over the rows of
//! that subscriber, made when first asked for and let go of when nobody needs it.

use super::ground::Ground;
use super::means::RowMeans;
use super::{subscribing, trouble_of_store};
use crate::program::opened_files;
use axum::Router;
use backup::Keeping;
use books::Key;
use catalog::{Subscriber, Subscription, SubscriptionState, Trouble};
use figures::KeptStore;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use mail::HostPolicy;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use store::StoreError;
use store_postgres::{JobKind, PostgresStore};
use web::{App, OpenUntil, Subscribed, Users};

#[cfg(test)]
pub(super) mod tests;

/// An office that nobody asked for anything for so long is let go of: as long as a session lasts
/// without a request.
const IDLE: Duration = Duration::from_secs(3600);

/// The longest file that may be imported, in bytes: 10 GiB.
const IMPORT_BYTES_MAX: u64 = 10 << 30;
/// So long before a trial ends, pages begin to say so.
const TRIAL_TOLD: SignedDuration = SignedDuration::from_hours(7 * 24);
/// At most so many offices of nobody are kept.
const NOBODYS_MAX: usize = 64;

/// The office of one subscriber.
pub struct Office {
    /// Whose it is; zeros for nobody's.
    pub subscriber: Key,
    /// What its handlers share.
    pub app: Arc<App>,
    /// Its users.
    pub users: Arc<Users>,
    /// Its pages and API.
    pub router: Router,
    /// How often the app is held when nothing goes on.
    at_rest: usize,
}

/// What there is not in this edition: places of one's own, a mail account for letters to users, and
/// the setup by a code on a console.
fn is_absent(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    matches!(
        parts.as_slice(),
        ["setup" | "server", ..] | ["keeping", "places", ..]
    )
}

/// Lets go of the office of nobody that was not asked for the longest, when there are too many:
/// names that nobody has must not fill a node.
fn make_room(all: &mut HashMap<Key, Kept>) {
    let nobodys = |kept: &&Kept| kept.office.subscriber == Key::NIL;
    if all.values().filter(nobodys).count() < NOBODYS_MAX {
        return;
    }
    let oldest = all
        .iter()
        .filter(|(_, kept)| kept.office.subscriber == Key::NIL)
        .min_by_key(|(_, kept)| kept.used_at)
        .map(|(key, _)| *key);
    if let Some(oldest) = oldest {
        all.remove(&oldest);
    }
}

/// How a subscription stands.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// The subscription.
    pub subscription: Subscription,
    /// The last day on which the books are open, where a trial ends soon or a payment is late.
    pub open_until: Option<OpenUntil>,
}

impl Standing {
    fn of(subscriber: &Subscriber, now: Timestamp) -> Self {
        let subscription = subscriber.at(now);
        let open_until = subscriber.next_at(now).and_then(|(at, _)| {
            // What ends at midnight ends with the day before.
            let last = at.checked_sub(SignedDuration::from_secs(1)).unwrap_or(at);
            let day = last.to_zoned(TimeZone::UTC).date();
            match subscription.state {
                SubscriptionState::PastDue => Some(OpenUntil::PastDue(day)),
                SubscriptionState::Trial if at.duration_since(now) < TRIAL_TOLD => {
                    Some(OpenUntil::Trial(day))
                }
                _ => None,
            }
        });
        Self {
            subscription,
            open_until,
        }
    }
}

/// What is the same in all offices.
#[derive(Debug, Clone)]
pub struct OfficeSettings {
    /// Where browsers reach the edition, as `https://books.example.com`.
    pub origin: String,
    /// The host of it, for authenticators.
    pub host: String,
    /// The values of the `Host` header that are answered.
    pub hosts: Vec<String>,
    /// Whether browsers reach it by HTTPS.
    pub is_secure: bool,
    /// Through which servers subscribers may send emails.
    pub mail_policy: HostPolicy,
}

/// An office in use, and when it was last asked for.
struct Kept {
    office: Arc<Office>,
    used_at: Instant,
}

/// The offices of this node.
pub struct Offices {
    /// What they stand on.
    pub ground: Arc<Ground>,
    settings: OfficeSettings,
    kept: Mutex<HashMap<Key, Kept>>,
}

impl Offices {
    /// None yet.
    pub fn new(ground: Arc<Ground>, settings: OfficeSettings) -> Self {
        Self {
            ground,
            settings,
            kept: Mutex::default(),
        }
    }

    /// The office of a subscriber, and the subscription as it is now. Whoever is no subscriber gets
    /// that of nobody, in which nobody can be signed in.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn of(&self, subscriber: Key) -> Result<(Arc<Office>, Option<Standing>), Trouble> {
        let now = Timestamp::now();
        match self.found(subscriber)? {
            Some(found) => {
                let office = self.kept_or_made(subscriber, subscriber, now)?;
                Ok((office, Some(Standing::of(&found, now))))
            }
            None => Ok((self.kept_or_made(Key::NIL, Key::NIL, now)?, None)),
        }
    }

    /// The office in which a name is tried that nobody has. It takes as long as for a name that
    /// somebody has, the first time and later: it is made and kept alike.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn of_nobody(&self, name: &str) -> Result<(Arc<Office>, Option<Standing>), Trouble> {
        let stand_in = self.ground.stand_in(name);
        self.found(stand_in)?;
        let office = self.kept_or_made(stand_in, Key::NIL, Timestamp::now())?;
        Ok((office, None))
    }

    fn found(&self, subscriber: Key) -> Result<Option<Subscriber>, Trouble> {
        let rows = &self.ground.subscribers;
        rows.get(subscriber)
            .map_err(|error| trouble_of_store(&error))
    }

    /// The office that is kept under a key; else one is made for a subscriber, or for nobody.
    fn kept_or_made(
        &self,
        kept_as: Key,
        subscriber: Key,
        now: Timestamp,
    ) -> Result<Arc<Office>, Trouble> {
        if let Some(kept) = self.kept().get_mut(&kept_as) {
            kept.used_at = Instant::now();
            return Ok(kept.office.clone());
        }
        subscribing::settle(&self.ground, subscriber, now)?;
        let made = Arc::new(self.open(subscriber));
        let mut all = self.kept();
        make_room(&mut all);
        // Two who asked at the same moment get the one that is kept.
        let kept = all.entry(kept_as).or_insert_with(|| Kept {
            office: made,
            used_at: Instant::now(),
        });
        Ok(kept.office.clone())
    }

    /// What a job of a subscriber works with: the office that is kept, so that its pages see what
    /// goes on; else an app for this job alone, which keeps no office in use.
    pub fn app_for_job(&self, subscriber: Key) -> Arc<App> {
        if let Some(kept) = self.kept().get(&subscriber) {
            return kept.office.app.clone();
        }
        Arc::new(self.app(subscriber, self.users(subscriber)))
    }

    /// Lets go of attachments' bytes that nobody needs any more; how many.
    ///
    /// # Errors
    /// When the database or the object storage does not answer.
    pub fn sweep_objects(&self, subscriber: Key, now: Timestamp) -> Result<u64, StoreError> {
        let rows = PostgresStore::new(self.ground.database.clone(), subscriber);
        rows.sweep_objects(now)
    }

    /// Lets go of what came in pieces and was not finished within its day.
    ///
    /// # Errors
    /// When the object storage does not answer.
    pub fn sweep_uploads(&self, subscriber: Key, now: Timestamp) -> Result<(), Trouble> {
        let place = self.ground.uploads(subscriber);
        let place = place.map_err(|error| Trouble::new(error.code(), error.arguments()))?;
        let swept = web::sweep_uploads(&*place, now);
        swept.map_err(|error| Trouble::new(error.code, error.arguments))
    }

    /// Lets go of the office of a subscriber who is no more.
    pub fn forget(&self, subscriber: Key) {
        self.kept().remove(&subscriber);
    }

    /// Lets go of offices that nobody needs. Work that goes on holds its office.
    pub fn sweep(&self) {
        self.sweep_after(IDLE);
    }

    /// Lets go of those that nobody asked for anything for so long.
    fn sweep_after(&self, idle: Duration) {
        let is_needed = |kept: &Kept| {
            let is_at_rest = Arc::strong_count(&kept.office.app) <= kept.office.at_rest
                && Arc::strong_count(&kept.office) == 1;
            !is_at_rest || kept.used_at.elapsed() < idle
        };
        self.kept().retain(|_, kept| is_needed(kept));
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<Key, Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(&self, subscriber: Key) -> Office {
        let users = self.users(subscriber);
        let app = Arc::new(self.app(subscriber, users.clone()));
        let router = api::router(app.clone()).fallback_service(web::router(app.clone()));
        let at_rest = Arc::strong_count(&app);
        Office {
            subscriber,
            app,
            users,
            router,
            at_rest,
        }
    }

    fn users(&self, subscriber: Key) -> Arc<Users> {
        let settings = &self.settings;
        Users {
            sign_in: self.ground.sign_in(subscriber),
            name: settings.host.clone(),
            is_secure: settings.is_secure,
            origin: format!("{}/for/{subscriber}", settings.origin),
            // The front has found out already who asks.
            proxies: Vec::new(),
            subscribed: Some(Subscribed {
                sign_up: portal::SIGN_UP.to_owned(),
                mark: subscriber.to_string().replace('-', ""),
                is_absent,
            }),
        }
        .shared()
    }

    fn app(&self, subscriber: Key, users: Arc<Users>) -> App {
        let ground = &self.ground;
        let rows = PostgresStore::new(ground.database.clone(), subscriber);
        let opened = opened_files(Arc::new(KeptStore::new(Arc::new(rows))));
        let vault = ground.vault(subscriber);
        let means = RowMeans::new(ground.clone(), subscriber, vault.clone());
        let jobs = ground.jobs.clone();
        let on_ring = move || {
            if let Err(error) = jobs.ask_for(subscriber, JobKind::Sending) {
                // The job looks by itself after a while.
                tracing::warn!(code = error.code(), "nobody was told that an email waits");
            }
        };
        let mut imports = web::ImportSettings::new(ground.scratch());
        imports.limits = backup::Limits {
            file_bytes_max: IMPORT_BYTES_MAX,
            decoded_bytes_max: 2 * IMPORT_BYTES_MAX,
            ..backup::Limits::of_a_server()
        };
        imports.may_replace = false;
        // Settings that cannot be right have been refused when the node started.
        imports.uploads = ground.uploads(subscriber).ok();
        let mut mailroom = web::Mailroom::of_many(vault, Box::new(on_ring));
        mailroom.policy = self.settings.mail_policy;
        App {
            keeping: Arc::new(Keeping::new(opened.clone(), Box::new(means), subscriber)),
            store: opened.clone(),
            opened,
            installation: subscriber,
            program_version: env!("CARGO_PKG_VERSION"),
            user_name: "Tijori".to_owned(),
            time_zone: "UTC".to_owned(),
            hosts: self.settings.hosts.clone(),
            downloads: ground.downloads.clone(),
            attachment_bytes_max: web::ATTACHMENT_BYTES_DEFAULT,
            users: Some(users),
            mailroom,
            imports,
            jobs: web::Jobs::default(),
        }
    }
}
