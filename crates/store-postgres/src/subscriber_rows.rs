//! Subscribers as rows of the database: each seen by itself, and found by functions that give back
//! keys only (docs/SPEC-cloud.md, 4).

use crate::connection::Values;
use crate::database::Database;
use crate::lease::{Lease, Purpose};
use crate::values::{Day, Id, Moment};
use books::Key;
use catalog::{Subscriber, SubscriptionState};
use jiff::Timestamp;
use postgres::Row;
use store::StoreError;

/// How many keys are asked for at once.
const KEYS_AT_ONCE: i32 = 500;
/// The jobs that every subscriber has.
const JOBS: &str = "INSERT INTO jobs (what) VALUES ('keeping'), ('sending') ON CONFLICT DO NOTHING";
/// How the row of a subscriber is locked that is changed: whoever makes a business meanwhile is not
/// waited for, however long that takes.
const CHANGED: &str = "FOR NO KEY UPDATE";
/// What can be removed of a subscriber without businesses, in this order. The trail of a business
/// is never deleted by the program.
const REMOVED: [&str; 15] = [
    "errands",
    "erased_counts",
    "vault_rows",
    "turns",
    "jobs",
    "billing_events",
    "sign_in_names",
    "user_rows",
    "catalog_runs",
    "catalog_entries",
    "catalog_numbers",
    "catalog_schedules",
    "catalog_retention_rules",
    "catalog_places",
    "subscribers",
];

/// What became of an event of billing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventTaken {
    /// It was followed.
    Followed,
    /// It was taken before; nothing was changed.
    Known,
    /// It is older than one that was followed; it was noted, and nothing was changed.
    Outdated,
    /// There is no such subscriber.
    NoSubscriber,
}

/// The subscribers of a database.
#[derive(Clone)]
pub struct SubscriberRows {
    database: Database,
}

impl SubscriberRows {
    /// The subscribers of this database.
    pub fn new(database: Database) -> Self {
        Self { database }
    }

    /// Adds a subscriber, with the jobs that go by themselves.
    ///
    /// # Errors
    /// When there is one with that key or that name at billing, or the database fails.
    pub fn add(&self, subscriber: &Subscriber) -> Result<(), StoreError> {
        let lease = self.lease(books_key(subscriber.key), Purpose::Write)?;
        lease.execute(
            "add a subscriber",
            "INSERT INTO subscribers (name, state, since, until, created_at, kept_until, billing)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                &subscriber.name,
                &subscriber.state.code(),
                &Moment(subscriber.since),
                &subscriber.until.map(Moment),
                &Moment(subscriber.created_at),
                &subscriber.kept_until.map(Day),
                &subscriber.billing,
            ],
        )?;
        lease.execute("add the jobs of a subscriber", JOBS, &[])?;
        lease.commit()
    }

    /// The subscriber with this key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn get(&self, key: Key) -> Result<Option<Subscriber>, StoreError> {
        read(&self.lease(key, Purpose::Read)?, "")
    }

    /// Changes a subscriber; what it is then, and nothing when there is none. Who else changes it
    /// waits meanwhile.
    ///
    /// # Errors
    /// When the database fails.
    pub fn change(
        &self,
        key: Key,
        change: &mut dyn FnMut(&mut Subscriber),
    ) -> Result<Option<Subscriber>, StoreError> {
        let lease = self.lease(key, Purpose::Write)?;
        let Some(mut subscriber) = read(&lease, CHANGED)? else {
            return Ok(None);
        };
        change(&mut subscriber);
        write(&lease, &subscriber)?;
        lease.commit()?;
        Ok(Some(subscriber))
    }

    /// Follows an event of billing, once: the change it makes, and that it was taken, are one step.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_event(
        &self,
        key: Key,
        event: &str,
        at: Timestamp,
        change: &mut dyn FnMut(&mut Subscriber),
    ) -> Result<EventTaken, StoreError> {
        let lease = self.lease(key, Purpose::Write)?;
        let Some(mut subscriber) = read(&lease, CHANGED)? else {
            return Ok(EventTaken::NoSubscriber);
        };
        let what = "note an event of billing";
        let noted = lease.execute(
            what,
            "INSERT INTO billing_events (event, at) VALUES ($1, $2)
             ON CONFLICT (event) DO NOTHING",
            &[&event, &Moment(at)],
        )?;
        if noted == 0 {
            return Ok(EventTaken::Known);
        }
        let is_newest = lease.execute(
            what,
            "UPDATE subscribers SET billed_at = $1 WHERE billed_at IS NULL OR billed_at <= $1",
            &[&Moment(at)],
        )?;
        if is_newest == 0 {
            lease.commit()?;
            return Ok(EventTaken::Outdated);
        }
        change(&mut subscriber);
        write(&lease, &subscriber)?;
        lease.commit()?;
        Ok(EventTaken::Followed)
    }

    /// Removes a subscriber with users and catalogue; false, and nothing is removed, while there is
    /// a business, be it in Trash.
    ///
    /// # Errors
    /// When the database fails.
    pub fn remove(&self, key: Key) -> Result<bool, StoreError> {
        let lease = self.lease(key, Purpose::Write)?;
        // Whoever makes a business meanwhile waits for nothing here, and finds no subscriber later.
        read(&lease, "FOR UPDATE")?;
        let left = lease.first(
            "look for businesses",
            "SELECT 1 FROM businesses LIMIT 1",
            &[],
        )?;
        if left.is_some() {
            return Ok(false);
        }
        for table in REMOVED {
            lease.execute("remove a subscriber", &format!("DELETE FROM {table}"), &[])?;
        }
        lease.commit()?;
        Ok(true)
    }

    /// All subscribers, by key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn all(&self) -> Result<Vec<Subscriber>, StoreError> {
        let mut found = Vec::new();
        let mut after: Option<Key> = None;
        loop {
            let keys = self.keys_after(after)?;
            let Some(last) = keys.last() else {
                return Ok(found);
            };
            after = Some(*last);
            for key in keys {
                found.extend(self.get(key)?);
            }
        }
    }

    /// Whose user has this name to sign in with, as `users::clean_name` leaves it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn named(&self, name: &str) -> Result<Option<Key>, StoreError> {
        self.found("SELECT subscriber_named($1)", &[&name])
    }

    /// Whom billing knows under this name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn billed(&self, reference: &str) -> Result<Option<Key>, StoreError> {
        self.found("SELECT subscriber_billed($1)", &[&reference])
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub fn look(&self) -> Result<(), StoreError> {
        self.found("SELECT NULL::uuid", &[]).map(drop)
    }

    fn found(&self, sql: &str, values: Values<'_>) -> Result<Option<Key>, StoreError> {
        // No subscriber is named: no row can be seen but by the function.
        let lease = self.lease(Key::NIL, Purpose::Read)?;
        let row = lease.first("find a subscriber", sql, values)?;
        Ok(row
            .and_then(|row| row.get::<_, Option<Id>>(0))
            .map(|id| id.0))
    }

    fn keys_after(&self, after: Option<Key>) -> Result<Vec<Key>, StoreError> {
        let lease = self.lease(Key::NIL, Purpose::Read)?;
        let rows = lease.query(
            "list the subscribers",
            "SELECT * FROM subscriber_keys($1, $2)",
            &[&after.map(Id), &KEYS_AT_ONCE],
        )?;
        Ok(rows.iter().map(|row| row.get::<_, Id>(0).0).collect())
    }

    fn lease(&self, key: Key, purpose: Purpose) -> Result<Lease, StoreError> {
        Lease::begin(&self.database, key, purpose)
    }
}

/// The row of the transaction's subscriber.
fn read(lease: &Lease, lock: &str) -> Result<Option<Subscriber>, StoreError> {
    let row = lease.first(
        "read a subscriber",
        &format!(
            "SELECT subscriber, name, state, since, until, created_at, kept_until, billing
             FROM subscribers {lock}"
        ),
        &[],
    )?;
    row.map(|row| subscriber_of(&row)).transpose()
}

fn subscriber_of(row: &Row) -> Result<Subscriber, StoreError> {
    let damaged = |reason: &str| StoreError::Damaged {
        what: "the row of a subscriber".to_owned(),
        reason: reason.to_owned(),
    };
    let state: &str = row.get(2);
    Ok(Subscriber {
        key: catalog::Key::from_bytes(*row.get::<_, Id>(0).0.as_bytes()),
        name: row.get(1),
        state: SubscriptionState::from_code(state).ok_or_else(|| damaged("the state"))?,
        since: row.get::<_, Moment>(3).0,
        until: row.get::<_, Option<Moment>>(4).map(|it| it.0),
        created_at: row.get::<_, Moment>(5).0,
        kept_until: row.get::<_, Option<Day>>(6).map(|day| day.0),
        billing: row.get(7),
    })
}

fn write(lease: &Lease, subscriber: &Subscriber) -> Result<(), StoreError> {
    lease
        .execute(
            "change a subscriber",
            "UPDATE subscribers SET name = $1, state = $2, since = $3, until = $4,
                 kept_until = $5, billing = $6",
            &[
                &subscriber.name,
                &subscriber.state.code(),
                &Moment(subscriber.since),
                &subscriber.until.map(Moment),
                &subscriber.kept_until.map(Day),
                &subscriber.billing,
            ],
        )
        .map(drop)
}

fn books_key(key: catalog::Key) -> Key {
    Key::from_bytes(*key.as_bytes())
}
