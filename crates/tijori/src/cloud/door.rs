//! The customer portal over the rows of the subscribers: it asks for users, catalogue, places and
//! the names of businesses, and for nothing else (docs/SPEC-portal.md, 1 and 2).

mod description;
#[cfg(test)]
mod tests;

use super::ground::Ground;
use super::{catalog_key, trouble_of_store, trouble_of_users};
use books::Key;
use catalog::{
    BackupEntry, BlobError, BlobStore, Errand, ErrandAsked, ErrandKind, ErrandWish, Place, Receipt,
    Trouble,
};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use portal::{Entered, Member, OwnBusiness, Places, Presented, Shelf, Step, Subscribers};
use std::io::Write;
use std::sync::Arc;
use store::{BusinessEntry, BusinessStore};
use store_postgres::{CatalogRows, DownloadRows, PostgresStore};
use users::{Event, EventKind, Level, Role, Secret, SignIn, User, Visitor, clean_name};

/// Where a day begins first, and where it ends last, in hours from UTC.
const FIRST_H: i8 = 14;
const LAST_H: i8 = -12;

/// Between the key of a subscriber and the secret of a session.
const DIVIDER: char = '.';

/// Who comes into the portal, and what is theirs.
pub struct Door {
    ground: Arc<Ground>,
}

impl Door {
    /// The door of a node.
    pub fn new(ground: Arc<Ground>) -> Self {
        Self { ground }
    }

    /// The users that a session or a sign-in with this secret belongs to, and the secret itself.
    /// What is written before it chooses whose rows are asked, and nothing else.
    fn of_secret(&self, shown: &str) -> Option<(Key, SignIn, Secret)> {
        let (subscriber, secret) = parts_of(shown)?;
        Some((subscriber, self.ground.sign_in(subscriber), secret))
    }

    /// What somebody may see who is in.
    fn member_of(
        &self,
        subscriber: Key,
        visitor: &Visitor,
        now: Timestamp,
    ) -> Result<Option<Member>, Trouble> {
        let user = &visitor.user;
        let found = self.ground.subscribers.get(subscriber);
        let Some(found) = found.map_err(|error| trouble_of_store(&error))? else {
            return Ok(None);
        };
        let erased_at = self.ground.errands.erasure_due(subscriber);
        Ok(Some(Member {
            subscriber: catalog_key(subscriber),
            user: catalog_key(user.key),
            name: user.full_name.clone(),
            subscription: found.at(now),
            firm: found.name,
            businesses: businesses_of(user, now, |business| self.zone_of(subscriber, business)),
            erased_at: erased_at.map_err(|error| trouble_of_store(&error))?,
            address: String::new(),
            is_proved: visitor.session.is_fresh(now),
        }))
    }

    /// The time zone of a business; nothing where it cannot be asked, as in Trash.
    fn zone_of(&self, subscriber: Key, business: Key) -> Option<TimeZone> {
        let store = PostgresStore::new(self.ground.database.clone(), subscriber);
        let profile = store.open(business).ok()?.read().ok()?.profile().ok()?;
        TimeZone::get(&profile.time_zone).ok()
    }

    /// Adds a line to the security log of a member's subscriber.
    fn note(
        &self,
        member: &Member,
        kind: EventKind,
        about: Option<catalog::Key>,
        detail: &str,
    ) -> Result<(), Trouble> {
        let sign_in = self.ground.sign_in(super::books_key(member.subscriber));
        let noted = sign_in.directory().note(&Event {
            at: Timestamp::now(),
            kind,
            by: Some(super::books_key(member.user)),
            about: about.map(super::books_key),
            address: member.address.clone(),
            detail: detail.to_owned(),
        });
        noted.map_err(|error| trouble_of_users(&error))
    }
}

/// The businesses whose backups a user may take: those of full access; all for an administrator.
fn businesses_of(
    user: &User,
    now: Timestamp,
    zone_of: impl Fn(Key) -> Option<TimeZone>,
) -> Option<Vec<catalog::Key>> {
    let Role::Member(businesses) = &user.role else {
        return None;
    };
    let may = businesses.iter().filter(|(business, access)| {
        let is_over = |last| is_over(last, now, || zone_of(**business));
        access.level == Level::Full && !access.until.is_some_and(is_over)
    });
    Some(may.map(|(key, _)| catalog_key(*key)).collect())
}

/// Whether a last day is over where the business is; where that is not known, whether it is over
/// everywhere. The zone is asked for only while it matters: on two days of all.
fn is_over(last: Date, now: Timestamp, zone: impl FnOnce() -> Option<TimeZone>) -> bool {
    let today_at = |hours| {
        let zone = TimeZone::fixed(jiff::tz::offset(hours));
        now.to_zoned(zone).date()
    };
    if today_at(FIRST_H) <= last {
        return false;
    }
    let is_over_everywhere = last < today_at(LAST_H);
    is_over_everywhere || zone().is_some_and(|zone| last < now.to_zoned(zone).date())
}

/// What the browser presents to the users of a subscriber: what it is known by to another's, too,
/// is nothing to them.
fn presented(from: &Presented, subscriber: Key) -> users::Presented {
    let device = from.device.as_deref().and_then(parts_of);
    users::Presented {
        address: from.address.clone(),
        browser: from.browser.clone(),
        device: device
            .filter(|(of, _)| *of == subscriber)
            .map(|(_, secret)| secret),
    }
}

/// Whose rows a secret was written for, and the secret itself.
fn parts_of(shown: &str) -> Option<(Key, Secret)> {
    let (subscriber, secret) = shown.split_once(DIVIDER)?;
    Some((subscriber.parse().ok()?, Secret(secret.to_owned())))
}

/// What the browser of somebody who is in gets.
fn entered_as(subscriber: Key, done: &users::SignedIn) -> Entered {
    let device = done.device.as_ref();
    Entered {
        session: entered(subscriber, &done.session),
        device: device.map(|secret| entered(subscriber, secret)),
    }
}

fn entered(subscriber: Key, secret: &Secret) -> String {
    format!("{subscriber}{DIVIDER}{}", secret.0)
}

impl Subscribers for Door {
    fn begin(&self, name: &str, password: &str, from: &Presented) -> Result<Step, Trouble> {
        let clean = clean_name(name).unwrap_or_default();
        let named = self.ground.subscribers.named(&clean);
        let named = named.map_err(|error| trouble_of_store(&error))?;
        // A name that nobody has is tried among the users of nobody, with the same work.
        let subscriber = named.unwrap_or(Key::NIL);
        let sign_in = self.ground.sign_in(subscriber);
        let from = presented(from, subscriber);
        let step = sign_in.begin(name, password, &from, Timestamp::now());
        match step.map_err(|error| trouble_of_users(&error))? {
            users::Step::Done(done) => Ok(Step::In(entered_as(subscriber, &done))),
            users::Step::Code(begun) => Ok(Step::Code(entered(subscriber, &begun))),
        }
    }

    fn take_code(&self, begun: &str, code: &str, from: &Presented) -> Result<Entered, Trouble> {
        let refused = || Trouble::new("sign-in-refused", Vec::new());
        let (subscriber, sign_in, secret) = self.of_secret(begun).ok_or_else(refused)?;
        let from = presented(from, subscriber);
        let done = sign_in.take_code(&secret, code, &from, Timestamp::now());
        let done = done.map_err(|error| trouble_of_users(&error))?;
        Ok(entered_as(subscriber, &done))
    }

    fn member(&self, session: &str) -> Result<Option<Member>, Trouble> {
        let Some((subscriber, sign_in, secret)) = self.of_secret(session) else {
            return Ok(None);
        };
        let now = Timestamp::now();
        let found = sign_in.visitor(&secret, now);
        match found.map_err(|error| trouble_of_users(&error))? {
            // Whoever acts for somebody does so in the books, not in the portal.
            Some(visitor) if visitor.administrator.is_none() => {
                self.member_of(subscriber, &visitor, now)
            }
            _ => Ok(None),
        }
    }

    fn sign_out(&self, session: &str, from: &Presented) -> Result<(), Trouble> {
        let Some((subscriber, sign_in, secret)) = self.of_secret(session) else {
            return Ok(());
        };
        let from = presented(from, subscriber);
        let ended = sign_in.sign_out(&secret, &from, Timestamp::now());
        ended.map_err(|error| trouble_of_users(&error))
    }

    fn shelf(&self, member: &Member) -> Result<Shelf, Trouble> {
        let subscriber = super::books_key(member.subscriber);
        let ground = self.ground.clone();
        let catalog = CatalogRows::new(ground.database.clone(), subscriber);
        Ok(Shelf {
            catalog: Arc::new(catalog),
            places: Arc::new(OwnPlaces { ground, subscriber }),
        })
    }

    fn note_download(&self, member: &Member, entry: &BackupEntry) -> Result<(), Trouble> {
        let kind = EventKind::BackupDownloaded;
        self.note(member, kind, Some(entry.key), "portal")?;
        let subscriber = super::books_key(member.subscriber);
        let rows = DownloadRows::new(self.ground.database.clone(), subscriber);
        let by = (super::books_key(member.user), member.name.as_str());
        let noted = rows.note(random_key()?, entry, by);
        noted.map_err(|error| trouble_of_store(&error))
    }

    fn businesses(&self, member: &Member) -> Result<Vec<OwnBusiness>, Trouble> {
        let subscriber = super::books_key(member.subscriber);
        let store = PostgresStore::new(self.ground.database.clone(), subscriber);
        let told = |error| trouble_of_store(&error);
        let live = store.businesses().map_err(told)?.into_iter();
        let removed = store.trash().map_err(told)?.into_iter();
        let own = |entry: BusinessEntry, removed_at| OwnBusiness {
            key: catalog_key(entry.key),
            name: entry.name,
            removed_at,
        };
        Ok(live
            .map(|entry| own(entry, None))
            .chain(removed.map(|it| own(it.entry, it.removed_at)))
            .collect())
    }

    fn errands(&self, member: &Member) -> Result<Vec<Errand>, Trouble> {
        let found = self.ground.errands.all(super::books_key(member.subscriber));
        found.map_err(|error| trouble_of_store(&error))
    }

    fn ask(&self, member: &Member, mut wish: ErrandWish) -> Result<ErrandAsked, Trouble> {
        let key = random_key()?;
        if wish.kind == ErrandKind::Erasure {
            wish.receipt = Some(receipt_number(random_key()?));
            // Nothing so grave is begun without a line of the log.
            self.note(member, EventKind::AccountErasure, None, "asked")?;
        }
        let subscriber = super::books_key(member.subscriber);
        let asked = self.ground.errands.ask(subscriber, key, &wish);
        asked.map_err(|error| trouble_of_store(&error))
    }

    fn call_back(&self, member: &Member, errand: catalog::Key) -> Result<bool, Trouble> {
        let subscriber = super::books_key(member.subscriber);
        let errands = &self.ground.errands;
        let called = errands.call_back(subscriber, super::books_key(errand));
        let called = called.map_err(|error| trouble_of_store(&error))?;
        if called {
            self.note(member, EventKind::AccountErasure, None, "called-back")?;
        }
        Ok(called)
    }

    fn confirm(&self, session: &str, password: &str, from: &Presented) -> Result<(), Trouble> {
        let refused = || Trouble::new("sign-in-refused", Vec::new());
        let (subscriber, sign_in, secret) = self.of_secret(session).ok_or_else(refused)?;
        let from = presented(from, subscriber);
        let confirmed = sign_in.confirm_password(&secret, password, &from, Timestamp::now());
        confirmed.map_err(|error| trouble_of_users(&error))
    }

    fn asks_for_code(&self, member: &Member) -> Result<bool, Trouble> {
        let sign_in = self.ground.sign_in(super::books_key(member.subscriber));
        let asks = sign_in.asks_for_code(super::books_key(member.user));
        asks.map_err(|error| trouble_of_users(&error))
    }

    fn prove(
        &self,
        session: &str,
        proof: (&str, &str),
        from: &Presented,
    ) -> Result<Entered, Trouble> {
        let refused = || Trouble::new("sign-in-refused", Vec::new());
        let (subscriber, sign_in, secret) = self.of_secret(session).ok_or_else(refused)?;
        let from = presented(from, subscriber);
        let proved = sign_in.prove(&secret, proof, &from, Timestamp::now());
        let renewed = proved.map_err(|error| trouble_of_users(&error))?;
        Ok(Entered {
            session: entered(subscriber, &renewed),
            device: None,
        })
    }

    fn has_begun(&self, member: &Member, entry: &BackupEntry) -> Result<bool, Trouble> {
        let subscriber = super::books_key(member.subscriber);
        let rows = DownloadRows::new(self.ground.database.clone(), subscriber);
        let begun = rows.has_begun(entry.key, super::books_key(member.user));
        begun.map_err(|error| trouble_of_store(&error))
    }

    fn note_description(&self, member: &Member) -> Result<(), Trouble> {
        self.note(member, EventKind::BackupDownloaded, None, "account")
    }

    fn write_description(&self, member: &Member, out: &mut dyn Write) -> Result<(), Trouble> {
        description::write(&self.ground, super::books_key(member.subscriber), out)
    }

    fn receipt(&self, number: &str) -> Result<Option<Receipt>, Trouble> {
        let found = self.ground.erasures.receipt(number);
        found.map_err(|error| trouble_of_store(&error))
    }
}

fn random_key() -> Result<Key, Trouble> {
    let drawn = web::stamp::random_key();
    drawn.map_err(|error| Trouble::new(error.code, Vec::new()))
}

/// The number of a receipt: chance, in groups that are easily copied from paper.
fn receipt_number(chance: Key) -> String {
    let figures = catalog::hex(chance.as_bytes());
    let letters: Vec<char> = figures.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    groups.join("-")
}

/// The place of one subscriber.
struct OwnPlaces {
    ground: Arc<Ground>,
    subscriber: Key,
}

impl Places for OwnPlaces {
    fn open(&self, place: &Place) -> Result<Arc<dyn BlobStore>, BlobError> {
        self.ground.open_place_for_people(self.subscriber, place)
    }
}
