//! The businesses of one subscriber, and their Trash.

use crate::building::Building;
use crate::database::Database;
use crate::lease::{Lease, Purpose};
use crate::place::Place;
use crate::postgres_business::PostgresBusiness;
use crate::session::text_at;
use crate::values::Id;
use books::Key;
use history::Action;
use jiff::Timestamp;
use postgres::Row;
use std::path::Path;
use std::sync::Arc;
use store::{
    Business, BusinessEntry, BusinessStore, NewBusiness, Profile, Removed, Standing, StoreError,
};

/// Keeps the businesses of one subscriber. Making one costs nothing: it is made for each request.
#[derive(Clone)]
pub struct PostgresStore {
    database: Database,
    subscriber: Key,
}

impl PostgresStore {
    /// The businesses of this subscriber, of whom nothing else needs to be known here.
    pub fn new(database: Database, subscriber: Key) -> Self {
        Self {
            database,
            subscriber,
        }
    }

    pub(crate) fn database(&self) -> &Database {
        &self.database
    }

    pub(crate) fn subscriber(&self) -> Key {
        self.subscriber
    }

    pub(crate) fn lease(&self, purpose: Purpose) -> Result<Lease, StoreError> {
        Lease::begin(&self.database, self.subscriber, purpose)
    }

    /// Does one statement about a business; how many rows it changed.
    fn change(&self, what: &str, sql: &str, key: Key) -> Result<u64, StoreError> {
        let lease = self.lease(Purpose::Write)?;
        let changed = lease.execute(what, sql, &[&Id(key)])?;
        lease.commit()?;
        Ok(changed)
    }
}

/// A business as the list shows it. Its last moments are read out of the trail.
const ENTRIES: &str = "
    SELECT b.key, b.name, b.bytes_count, b.records_count,
        extract(epoch FROM b.created_at)::bigint, change.s, change.n, backup.s, backup.n,
        (extract(epoch FROM b.removed_at) * 1000000)::bigint, standing.action
    FROM businesses b
    LEFT JOIN LATERAL (
        SELECT instant_seconds AS s, instant_nanoseconds AS n FROM history h
        WHERE h.business = b.number AND h.action NOT IN ('backup', 'removed', 'brought-back', 'downloaded')
        ORDER BY h.sequence DESC LIMIT 1) change ON true
    LEFT JOIN LATERAL (
        SELECT instant_seconds AS s, instant_nanoseconds AS n FROM history h
        WHERE h.business = b.number AND h.action = 'backup'
        ORDER BY h.sequence DESC LIMIT 1) backup ON true
    LEFT JOIN LATERAL (
        SELECT h.action FROM history h
        WHERE h.business = b.number AND h.action IN ('restored', 'kept-here', 'kept-as-copy')
        ORDER BY h.sequence DESC LIMIT 1) standing ON true";

impl BusinessStore for PostgresStore {
    fn businesses(&self) -> Result<Vec<BusinessEntry>, StoreError> {
        let lease = self.lease(Purpose::Read)?;
        let sql = format!("{ENTRIES} WHERE b.removed_at IS NULL ORDER BY b.name, b.key");
        let rows = lease.query("list the businesses", &sql, &[])?;
        rows.iter().map(entry_of).collect()
    }

    fn open(&self, key: Key) -> Result<Arc<dyn Business>, StoreError> {
        let lease = self.lease(Purpose::Read)?;
        place_of(&lease, key, false)?;
        Ok(Arc::new(PostgresBusiness::new(
            self.database.clone(),
            self.subscriber,
            key,
        )))
    }

    fn begin(&self, key: Key, profile: &Profile) -> Result<Box<dyn NewBusiness>, StoreError> {
        let lease = self.lease(Purpose::Write)?;
        Ok(Box::new(Building::begin(
            lease,
            self.subscriber,
            key,
            profile,
        )?))
    }

    fn remove(&self, key: Key) -> Result<(), StoreError> {
        let changed = self.change(
            "move a business to Trash",
            "UPDATE businesses SET removed_at = clock_timestamp()
             WHERE key = $1 AND removed_at IS NULL",
            key,
        )?;
        found(changed, key)
    }

    fn trash(&self) -> Result<Vec<Removed>, StoreError> {
        let lease = self.lease(Purpose::Read)?;
        let sql = format!(
            "{ENTRIES} WHERE b.removed_at IS NOT NULL ORDER BY b.removed_at DESC, b.key DESC"
        );
        let rows = lease.query("list what is in Trash", &sql, &[])?;
        rows.iter()
            .map(|row| {
                Ok(Removed {
                    entry: entry_of(row)?,
                    removed_at: row
                        .get::<_, Option<i64>>(9)
                        .and_then(|at| Timestamp::from_microsecond(at).ok()),
                })
            })
            .collect()
    }

    fn bring_back(&self, key: Key) -> Result<(), StoreError> {
        let lease = self.lease(Purpose::Write)?;
        let what = "bring a business back from Trash";
        let newest = "SELECT number FROM businesses WHERE key = $1 AND removed_at IS NOT NULL
             ORDER BY removed_at DESC LIMIT 1 FOR UPDATE";
        let Some(row) = lease.first(what, newest, &[&Id(key)])? else {
            return Err(StoreError::BusinessNotFound(key));
        };
        if place_of(&lease, key, false).is_ok() {
            return Err(StoreError::BusinessExists(key));
        }
        let number: i64 = row.get(0);
        lease.execute(
            what,
            "UPDATE businesses SET removed_at = NULL WHERE number = $1",
            &[&number],
        )?;
        lease.commit()
    }

    fn scratch(&self) -> &Path {
        self.database.scratch()
    }
}

/// The business with this key that is not in Trash; `to_write` waits until nobody else writes it.
pub fn place_of(lease: &Lease, key: Key, to_write: bool) -> Result<Place, StoreError> {
    let sql = match to_write {
        false => "SELECT number FROM businesses WHERE key = $1 AND removed_at IS NULL",
        true => "SELECT number FROM businesses WHERE key = $1 AND removed_at IS NULL FOR UPDATE",
    };
    let row = lease.first("find a business", sql, &[&Id(key)])?;
    let row = row.ok_or(StoreError::BusinessNotFound(key))?;
    Ok(Place {
        key,
        number: row.get(0),
    })
}

fn found(changed: u64, key: Key) -> Result<(), StoreError> {
    match changed {
        0 => Err(StoreError::BusinessNotFound(key)),
        _ => Ok(()),
    }
}

fn entry_of(row: &Row) -> Result<BusinessEntry, StoreError> {
    let key = row.get::<_, Id>(0).0;
    let place = Place { key, number: 0 };
    let instant = |column: usize| {
        let seconds: Option<i64> = row.get(column);
        let nanoseconds: Option<i32> = row.get(column + 1);
        Timestamp::new(seconds?, nanoseconds?).ok()
    };
    let made = Timestamp::from_second(row.get(4)).ok();
    Ok(BusinessEntry {
        key,
        name: text_at(&place, row, 1)?,
        bytes_count: u64::try_from(row.get::<_, i64>(2)).unwrap_or(0),
        records_count: u64::try_from(row.get::<_, i64>(3)).unwrap_or(0),
        last_change: instant(5).or(made),
        last_backup: instant(7),
        standing: Standing::after(row.get::<_, Option<&str>>(10).and_then(Action::from_code)),
        fault: None,
    })
}
