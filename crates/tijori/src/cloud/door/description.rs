//! The description of an account as JSON, written piece by piece: never all of it is in memory
//! (docs/SPEC-portal.md, 6.2). No password, hash, seed or secret is among what is read for it, but
//! for the credentials, of which one word comes out: whether there is a second factor.

use crate::cloud::ground::Ground;
use crate::cloud::{trouble_of_store, trouble_of_users};
use books::Key;
use catalog::{
    BackupEntry, Catalog, CatalogError, Contents, EntryFilter, Rhythm, Schedule, Subscriber,
    Trouble, hex,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};
use std::io::{self, Write};
use store::{BusinessEntry, BusinessStore};
use store_postgres::{CatalogRows, PostgresStore};
use users::{AccessToken, Directory, Event, Role, Session, User, UsersError};

/// How many lines of the security log are read at once.
const LINES_AT_ONCE: usize = 500;

/// Writes the description of a subscriber.
///
/// # Errors
/// When something cannot be read, or `out` takes no more.
pub fn write(ground: &Ground, subscriber: Key, out: &mut dyn Write) -> Result<(), Trouble> {
    let found = ground.subscribers.get(subscriber);
    let found = found.map_err(|error| trouble_of_store(&error))?;
    let found = found.ok_or_else(|| Trouble::new("internal", Vec::new()))?;
    let now = Timestamp::now();
    let mut document = Document {
        out,
        is_first: true,
    };
    document.member("format", &json!("tijori-account"))?;
    document.member("version", &json!(1))?;
    document.member("made_at", &json!(now.to_string()))?;
    document.member("subscriber", &subscriber_facts(&found))?;
    document.member("subscription", &subscription_facts(&found, now))?;
    let sign_in = ground.sign_in(subscriber);
    write_users(&mut document, sign_in.directory())?;
    write_businesses(
        &mut document,
        &PostgresStore::new(ground.database.clone(), subscriber),
    )?;
    let catalog = CatalogRows::new(ground.database.clone(), subscriber);
    write_catalog(&mut document, &catalog)?;
    write_log(&mut document, sign_in.directory())?;
    document.end()
}

/// A JSON object that is being written, one member after the other.
struct Document<'a> {
    out: &'a mut dyn Write,
    is_first: bool,
}

impl Document<'_> {
    fn raw(&mut self, text: &str) -> Result<(), Trouble> {
        self.out.write_all(text.as_bytes()).map_err(cut)
    }

    fn value(&mut self, value: &Value) -> Result<(), Trouble> {
        serde_json::to_writer(&mut *self.out, value).map_err(|error| cut(error.into()))
    }

    fn name(&mut self, name: &str) -> Result<(), Trouble> {
        let before = if self.is_first { "{\n" } else { ",\n" };
        self.is_first = false;
        self.raw(before)?;
        self.value(&json!(name))?;
        self.raw(": ")
    }

    /// A member with one value.
    fn member(&mut self, name: &str, value: &Value) -> Result<(), Trouble> {
        self.name(name)?;
        self.value(value)
    }

    /// A member with a list, of which `each` gives one piece after the other.
    fn list(
        &mut self,
        name: &str,
        each: &mut dyn FnMut(&mut List<'_, '_>) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        self.name(name)?;
        self.raw("[")?;
        let mut list = List {
            document: self,
            is_first: true,
        };
        each(&mut list)?;
        self.raw("\n]")
    }

    fn end(mut self) -> Result<(), Trouble> {
        self.raw("\n}\n")
    }
}

/// A list that is being written.
struct List<'a, 'b> {
    document: &'a mut Document<'b>,
    is_first: bool,
}

impl List<'_, '_> {
    fn add(&mut self, value: &Value) -> Result<(), Trouble> {
        let before = if self.is_first { "\n" } else { ",\n" };
        self.is_first = false;
        self.document.raw(before)?;
        self.document.value(value)
    }
}

/// Whoever reads has gone; what it is called is told to nobody.
fn cut(error: io::Error) -> Trouble {
    Trouble::new("internal", vec![("reason", error.to_string())])
}

fn moment(at: Timestamp) -> Value {
    json!(at.to_string())
}

fn maybe(at: Option<Timestamp>) -> Value {
    at.map_or(Value::Null, moment)
}

fn subscriber_facts(subscriber: &Subscriber) -> Value {
    json!({
        "key": subscriber.key.to_string(),
        "name": subscriber.name,
        "created_at": moment(subscriber.created_at),
        "billing_reference": subscriber.billing,
    })
}

fn subscription_facts(subscriber: &Subscriber, now: Timestamp) -> Value {
    let current = subscriber.at(now);
    json!({
        "state": current.state.code(),
        "set_at": moment(subscriber.since),
        "until": maybe(subscriber.until),
        "kept_until": current.kept_until.map(|day| day.to_string()),
    })
}

fn write_users(document: &mut Document<'_>, directory: &dyn Directory) -> Result<(), Trouble> {
    let told = |error: UsersError| trouble_of_users(&error);
    let users = directory.users().map_err(told)?;
    document.list("users", &mut |list| {
        for user in &users {
            let has_second = directory.credentials(user.key).map_err(told)?;
            let sessions = directory.sessions_of(user.key).map_err(told)?;
            let tokens = directory.tokens_of(user.key).map_err(told)?;
            let mut facts = user_facts(user);
            facts.insert(
                "second_factor".to_owned(),
                json!(has_second.sealed_seed.is_some()),
            );
            let sessions: Vec<Value> = sessions.iter().map(session_facts).collect();
            facts.insert("sessions".to_owned(), Value::Array(sessions));
            let tokens: Vec<Value> = tokens.iter().map(token_facts).collect();
            facts.insert("tokens".to_owned(), Value::Array(tokens));
            list.add(&Value::Object(facts))?;
        }
        Ok(())
    })
}

fn user_facts(user: &User) -> Map<String, Value> {
    let businesses: Vec<Value> = match &user.role {
        Role::Administrator => Vec::new(),
        Role::Member(businesses) => businesses.iter().map(access_facts).collect(),
    };
    let facts = json!({
        "key": user.key.to_string(),
        "name": user.name,
        "full_name": user.full_name,
        "email": user.email,
        "role": user.role.code(),
        "disabled": user.is_disabled,
        "created_at": moment(user.created_at),
        "businesses": businesses,
    });
    match facts {
        Value::Object(facts) => facts,
        _ => Map::new(),
    }
}

fn access_facts((business, access): (&Key, &users::Access)) -> Value {
    let areas: Map<String, Value> = match &access.level {
        users::Level::Custom(areas) => areas
            .iter()
            .map(|(area, rights)| (area.clone(), json!(rights.code())))
            .collect(),
        users::Level::Full | users::Level::Auditor => Map::new(),
    };
    json!({
        "key": business.to_string(),
        "level": access.level.code(),
        "until": access.until.map(|day| day.to_string()),
        "areas": areas,
    })
}

fn session_facts(session: &Session) -> Value {
    json!({
        "begun_at": moment(session.begun_at),
        "seen_at": moment(session.seen_at),
        "browser": session.browser,
        "address": session.address,
        "acting_for": session.acting_for.map(|key| key.to_string()),
    })
}

fn token_facts(token: &AccessToken) -> Value {
    json!({
        "key": token.key.to_string(),
        "name": token.name,
        "scope": token.scope.code(),
        "business": token.business.map(|key| key.to_string()),
        "created_at": moment(token.created_at),
        "expires_at": moment(token.expires_at),
        "used_at": maybe(token.used_at),
    })
}

fn write_businesses(document: &mut Document<'_>, store: &PostgresStore) -> Result<(), Trouble> {
    let told = |error| trouble_of_store(&error);
    let live = store.businesses().map_err(told)?;
    let removed = store.trash().map_err(told)?;
    document.list("businesses", &mut |list| {
        for business in &live {
            list.add(&business_facts(business, Value::Null))?;
        }
        for business in &removed {
            list.add(&business_facts(&business.entry, maybe(business.removed_at)))?;
        }
        Ok(())
    })
}

fn business_facts(business: &BusinessEntry, removed_at: Value) -> Value {
    json!({
        "key": business.key.to_string(),
        "name": business.name,
        "bytes": business.bytes_count,
        "records": business.records_count,
        "last_change": maybe(business.last_change),
        "last_backup": maybe(business.last_backup),
        "in_trash_since": removed_at,
    })
}

fn write_catalog(document: &mut Document<'_>, catalog: &dyn Catalog) -> Result<(), Trouble> {
    let told = |error: CatalogError| Trouble::new(error.code(), error.arguments());
    let schedules = catalog.schedules().map_err(told)?;
    document.list("schedules", &mut |list| {
        schedules
            .iter()
            .try_for_each(|it| list.add(&schedule_facts(it)))
    })?;
    let entries = catalog.entries(&EntryFilter::default()).map_err(told)?;
    document.list("backups", &mut |list| {
        entries
            .iter()
            .try_for_each(|it| list.add(&backup_facts(it)))
    })
}

fn parts(contents: Contents) -> Value {
    json!({
        "attachments": contents.attachments,
        "emails": contents.emails,
        "history": contents.history,
    })
}

fn schedule_facts(schedule: &Schedule) -> Value {
    let (day, time) = match schedule.rhythm {
        Rhythm::Hourly | Rhythm::OnClose => (None, None),
        Rhythm::Daily(time) => (None, Some(time)),
        // Days of the week as ISO 8601 counts them, from Monday on.
        Rhythm::Weekly(day, time) => (Some(day.to_monday_one_offset()), Some(time)),
    };
    json!({
        "key": schedule.key.to_string(),
        "business": schedule.business.map(|key| key.to_string()),
        "rhythm": schedule.rhythm.code(),
        "weekday": day,
        "time": time.map(|time| time.to_string()),
        "contents": parts(schedule.contents),
        "encrypted": schedule.passphrase.is_some(),
        "rehearsed": schedule.is_rehearsed,
        "alarm_to": schedule.alarm_to,
        "on": schedule.is_on,
        "since": moment(schedule.since),
    })
}

fn backup_facts(entry: &BackupEntry) -> Value {
    let checked = |it: &Option<catalog::Checked>| match it {
        Some(checked) => json!({ "at": moment(checked.at), "good": checked.is_good() }),
        None => Value::Null,
    };
    json!({
        "key": entry.key.to_string(),
        "business": entry.business.to_string(),
        "business_name": entry.business_name,
        "sequence": entry.sequence,
        "made_at": moment(entry.made_at),
        "time_zone": entry.zone,
        "file_name": entry.file_name,
        "bytes": entry.bytes_count,
        "sha256": entry.sha256.map(|bytes| hex(&bytes)),
        "content_digest": entry.content_digest.map(|bytes| hex(&bytes)),
        "contents": parts(entry.contents),
        "encrypted": entry.is_encrypted,
        "verified": checked(&entry.verified),
        "rehearsed": checked(&entry.rehearsed),
        "state": entry.state.code(),
    })
}

/// The security log from the latest line backwards, some lines at a time.
fn write_log(document: &mut Document<'_>, directory: &dyn Directory) -> Result<(), Trouble> {
    document.list("security_log", &mut |list| {
        let mut before = None;
        loop {
            let lines = directory.events(before, LINES_AT_ONCE);
            let lines = lines.map_err(|error| trouble_of_users(&error))?;
            let next = (lines.len() == LINES_AT_ONCE)
                .then(|| next_before(&lines))
                .flatten();
            let taken = lines
                .iter()
                .filter(|line| next.is_none_or(|next| line.at >= next));
            for line in taken {
                list.add(&line_facts(line))?;
            }
            match next {
                Some(next) => before = Some(next),
                None => return Ok(()),
            }
        }
    })
}

/// Before which moment the next lines are read: the last lines of the same moment may have been
/// parted, so that they are left to come with the next ones, unless all are of that moment.
fn next_before(lines: &[Event]) -> Option<Timestamp> {
    let (first, last) = (lines.first()?, lines.last()?);
    match first.at == last.at {
        true => Some(last.at),
        false => Some(last.at + SignedDuration::from_nanos(1)),
    }
}

fn line_facts(line: &Event) -> Value {
    json!({
        "at": moment(line.at),
        "what": line.kind.code(),
        "by": line.by.map(|key| key.to_string()),
        "about": line.about.map(|key| key.to_string()),
        "address": line.address,
        "detail": line.detail,
    })
}
