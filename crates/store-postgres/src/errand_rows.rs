//! Errands that members give at the portal, each held by one node at a time
//! (docs/SPEC-portal.md, 5). The clock of all this is the database's.

use crate::connection::Values;
use crate::database::Database;
use crate::job_rows::HELD_S;
use crate::lease::{Lease, Purpose};
use crate::values::{Id, Moment};
use books::Key;
use catalog::{
    Contents, Errand, ErrandAsked, ErrandKind, ErrandProgress, ErrandState, ErrandWish, Trouble,
    stored,
};
use jiff::Timestamp;
use postgres::Row;
use store::StoreError;

/// At most so many errands of a kind are begun for a subscriber within an hour.
const WITHIN_AN_HOUR: i64 = 10;
/// For so many days an errand that has ended is listed.
const LISTED_DAYS: f64 = 30.0;
/// What is asked for where errands are read.
const COLUMNS: &str = "key, what, business, contents, by_key, by_name, asked_at, due_at,
    coalesce(held_until > clock_timestamp(), false), attempts, progress, state, trouble, entry,
    ended_at, receipt";

/// An errand that a node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldErrand {
    /// For whom.
    pub subscriber: Key,
    /// What is to be done.
    pub errand: Errand,
}

/// Errands, as one node sees them.
#[derive(Clone)]
pub struct ErrandRows {
    database: Database,
    node: Key,
}

impl ErrandRows {
    /// For a node with a key of its own, drawn when it started; any key where nothing is taken.
    pub fn new(database: Database, node: Key) -> Self {
        Self { database, node }
    }

    /// Writes down what somebody asks for, under this key.
    ///
    /// # Errors
    /// When the database fails; so for all methods here.
    pub fn ask(
        &self,
        subscriber: Key,
        key: Key,
        wish: &ErrandWish,
    ) -> Result<ErrandAsked, StoreError> {
        let lease = self.lease(subscriber, Purpose::Write)?;
        let what = "write an errand down";
        // Who asks at the same moment waits, and is counted.
        let lock = format!("errands of {subscriber}");
        let sql = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
        lease.query(what, sql, &[&lock])?;
        let (kind, business) = (wish.kind.code(), business_of(wish));
        let open = lease.first(
            what,
            "SELECT key FROM errands WHERE state = 'waiting' AND what = $1 AND business = $2",
            &[&kind, &business],
        )?;
        if let Some(row) = open {
            return Ok(ErrandAsked::Waiting(catalog_key(row.get(0))));
        }
        lease.execute(
            what,
            "DELETE FROM errands WHERE ended_at < clock_timestamp() - $1 * interval '1 day'",
            &[&LISTED_DAYS],
        )?;
        let begun = lease.first(
            what,
            "SELECT count(*) FROM errands
             WHERE what = $1 AND asked_at > clock_timestamp() - interval '1 hour'",
            &[&kind],
        )?;
        let begun: i64 = begun.map_or(0, |row| row.get(0));
        if begun >= WITHIN_AN_HOUR && wish.kind != ErrandKind::Erasure {
            return Ok(ErrandAsked::TooMany);
        }
        lease.execute(
            what,
            "INSERT INTO errands (key, what, business, contents, by_key, by_name, receipt)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                &Id(key),
                &kind,
                &business,
                &wish.contents.code(),
                &id_of(wish.by),
                &wish.by_name.as_bytes(),
                &wish.receipt,
            ],
        )?;
        lease.commit()?;
        Ok(ErrandAsked::Entered(catalog_key(Id(key))))
    }

    /// The errands of a subscriber, those asked for last first.
    ///
    /// # Errors
    /// As [`ErrandRows::ask`].
    pub fn all(&self, subscriber: Key) -> Result<Vec<Errand>, StoreError> {
        let lease = self.lease(subscriber, Purpose::Read)?;
        let sql = format!("SELECT {COLUMNS} FROM errands ORDER BY asked_at DESC, key LIMIT 500");
        let rows = lease.query("list the errands", &sql, &[])?;
        rows.iter().map(errand_of).collect()
    }

    /// When everything of a subscriber will be erased, where that was asked for.
    ///
    /// # Errors
    /// As [`ErrandRows::ask`].
    pub fn erasure_due(&self, subscriber: Key) -> Result<Option<Timestamp>, StoreError> {
        let lease = self.lease(subscriber, Purpose::Read)?;
        let sql = "SELECT due_at FROM errands WHERE what = 'erasure' AND state = 'waiting'";
        let row = lease.first("look for an erasure", sql, &[])?;
        Ok(row.map(|row| row.get::<_, Moment>(0).0))
    }

    /// Calls an erasure back that is not due yet; false when there is none.
    ///
    /// # Errors
    /// As [`ErrandRows::ask`].
    pub fn call_back(&self, subscriber: Key, key: Key) -> Result<bool, StoreError> {
        self.change(
            subscriber,
            "UPDATE errands SET state = 'called-back', ended_at = clock_timestamp()
             WHERE key = $1 AND what = 'erasure' AND state = 'waiting'
                 AND due_at > clock_timestamp()",
            &[&Id(key)],
        )
    }

    /// Takes the errand that is due first and that nobody holds.
    ///
    /// # Errors
    /// As [`ErrandRows::ask`].
    pub fn take(&self) -> Result<Option<HeldErrand>, StoreError> {
        let lease = self.lease(Key::NIL, Purpose::Write)?;
        let taken = lease.first(
            "take an errand",
            "SELECT of_subscriber, of_key FROM take_errand($1, $2)",
            &[&Id(self.node), &HELD_S],
        )?;
        lease.commit()?;
        let Some(row) = taken else {
            return Ok(None);
        };
        let subscriber = row.get::<_, Id>(0).0;
        let lease = self.lease(subscriber, Purpose::Read)?;
        let sql = format!("SELECT {COLUMNS} FROM errands WHERE key = $1");
        let row = lease.first("read an errand", &sql, &[&row.get::<_, Id>(1)])?;
        let errand = row.as_ref().map(errand_of).transpose()?;
        Ok(errand.map(|errand| HeldErrand { subscriber, errand }))
    }

    /// Goes on holding an errand, and says how far it has come; false when it is not ours any more.
    ///
    /// # Errors
    /// As [`ErrandRows::ask`].
    pub fn renew(
        &self,
        held: &HeldErrand,
        progress: Option<&ErrandProgress>,
    ) -> Result<bool, StoreError> {
        let progress = progress.map(ErrandProgress::text).unwrap_or_default();
        self.change(
            held.subscriber,
            "UPDATE errands SET held_until = clock_timestamp() + $3 * interval '1 second',
                 progress = $4
             WHERE key = $1 AND node = $2 AND state = 'waiting'
                 AND held_until > clock_timestamp()",
            &[
                &id_of(held.errand.key),
                &Id(self.node),
                &f64::from(HELD_S),
                &progress,
            ],
        )
    }

    /// Lets go of an errand that was not done, as if it had not been begun: a node that ends leaves
    /// it to the others. It can be taken again after so many seconds.
    ///
    /// # Errors
    /// As [`ErrandRows::ask`].
    pub fn let_go(&self, held: &HeldErrand, again_s: u32) -> Result<bool, StoreError> {
        self.change(
            held.subscriber,
            "UPDATE errands SET node = NULL, progress = '', attempts = greatest(attempts - 1, 0),
                 held_until = clock_timestamp() + $3 * interval '1 second'
             WHERE key = $1 AND node = $2 AND state = 'waiting'",
            &[&id_of(held.errand.key), &Id(self.node), &f64::from(again_s)],
        )
    }

    /// Says what came of an errand: the entry of the backup that it led to, if any, or what went
    /// wrong. False when it was not ours any more.
    ///
    /// # Errors
    /// As [`ErrandRows::ask`].
    pub fn end(
        &self,
        held: &HeldErrand,
        came: Result<Option<catalog::Key>, &Trouble>,
    ) -> Result<bool, StoreError> {
        let (state, entry, trouble) = match came {
            Ok(entry) => (ErrandState::Done, entry, None),
            Err(trouble) => (ErrandState::Failed(trouble.clone()), None, Some(trouble)),
        };
        let trouble = trouble.map(|trouble| stored::trouble_text(trouble).into_bytes());
        self.change(
            held.subscriber,
            "UPDATE errands SET state = $3, entry = $4, trouble = $5, node = NULL,
                 held_until = NULL, progress = '', ended_at = clock_timestamp()
             WHERE key = $1 AND node = $2 AND state = 'waiting'",
            &[
                &id_of(held.errand.key),
                &Id(self.node),
                &state.code(),
                &entry.map(id_of),
                &trouble,
            ],
        )
    }

    /// Does one statement; whether it changed a row.
    fn change(&self, subscriber: Key, sql: &str, values: Values<'_>) -> Result<bool, StoreError> {
        let lease = self.lease(subscriber, Purpose::Write)?;
        let changed = lease.execute("change an errand", sql, values)?;
        lease.commit()?;
        Ok(changed > 0)
    }

    fn lease(&self, subscriber: Key, purpose: Purpose) -> Result<Lease, StoreError> {
        Lease::begin(&self.database, subscriber, purpose)
    }
}

fn errand_of(row: &Row) -> Result<Errand, StoreError> {
    let damaged = |reason: &str| StoreError::Damaged {
        what: "the row of an errand".to_owned(),
        reason: reason.to_owned(),
    };
    let business = catalog_key(row.get(2));
    let trouble: Option<&[u8]> = row.get(12);
    let trouble = trouble.map(|bytes| stored::trouble(&String::from_utf8_lossy(bytes)));
    Ok(Errand {
        key: catalog_key(row.get(0)),
        wish: ErrandWish {
            kind: ErrandKind::from_code(row.get(1)).ok_or_else(|| damaged("the kind"))?,
            business: (business != catalog::Key::default()).then_some(business),
            contents: Contents::from_code(row.get(3)),
            by: catalog_key(row.get(4)),
            by_name: String::from_utf8_lossy(row.get(5)).into_owned(),
            receipt: row.get(15),
        },
        asked_at: row.get::<_, Moment>(6).0,
        due_at: row.get::<_, Moment>(7).0,
        is_held: row.get(8),
        attempts_count: u32::try_from(row.get::<_, i32>(9)).unwrap_or(0),
        progress: ErrandProgress::from_text(row.get(10)),
        state: ErrandState::from_code(row.get(11), trouble).ok_or_else(|| damaged("the state"))?,
        entry: row.get::<_, Option<Id>>(13).map(catalog_key),
        ended_at: row.get::<_, Option<Moment>>(14).map(|it| it.0),
    })
}

/// The business that is meant; zeros for all of them.
fn business_of(wish: &ErrandWish) -> Id {
    id_of(wish.business.unwrap_or_default())
}

fn id_of(key: catalog::Key) -> Id {
    Id(Key::from_bytes(*key.as_bytes()))
}

fn catalog_key(id: Id) -> catalog::Key {
    catalog::Key::from_bytes(*id.0.as_bytes())
}
