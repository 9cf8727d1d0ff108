//! The catalogue of one subscriber's backups as rows of the database (docs/SPEC-keeping.md, 3.5).

mod rows;

use crate::connection::Values;
use crate::database::Database;
use crate::lease::{Lease, Purpose};
use catalog::{
    BackupEntry, Catalog, CatalogError, EntryFilter, Key, Place, RetentionRule, Run, RunFilter,
    RunKind, Schedule, stored,
};
use postgres::Row;
use rows::Id;
use store::StoreError;

/// The catalogue of one subscriber.
pub struct CatalogRows {
    database: Database,
    subscriber: books::Key,
}

impl CatalogRows {
    /// The catalogue of this subscriber.
    pub fn new(database: Database, subscriber: books::Key) -> Self {
        Self {
            database,
            subscriber,
        }
    }

    fn lease(&self, purpose: Purpose) -> Result<Lease, CatalogError> {
        Lease::begin(&self.database, self.subscriber, purpose).map_err(told)
    }

    fn write(&self, sql: &str, values: Values<'_>) -> Result<(), CatalogError> {
        let lease = self.lease(Purpose::Write)?;
        let written = lease.execute("write the catalogue", sql, values);
        written.map_err(told)?;
        lease.commit().map_err(told)
    }

    /// All rows of a query, each read by `read`; a row that cannot be read is damage.
    fn rows<T>(
        &self,
        sql: &str,
        values: Values<'_>,
        read: fn(&Row) -> Option<T>,
    ) -> Result<Vec<T>, CatalogError> {
        let lease = self.lease(Purpose::Read)?;
        let rows = lease.query("read the catalogue", sql, values);
        let rows = rows.map_err(told)?;
        let read = |row| read(row).ok_or_else(damaged);
        rows.iter().map(read).collect()
    }
}

/// What the catalogue is called in errors.
const NAME: &str = "of the database";

fn told(error: StoreError) -> CatalogError {
    match error {
        StoreError::Unreachable { reason } => CatalogError::Unreachable { reason },
        other => CatalogError::NotWritten {
            file: NAME.to_owned(),
            reason: other.to_string(),
        },
    }
}

fn damaged() -> CatalogError {
    CatalogError::Damaged {
        file: NAME.to_owned(),
        reason: "a row cannot be read".to_owned(),
    }
}

/// At most so many rows, as PostgreSQL counts them: all for none.
fn limit_of(limit: Option<usize>) -> Option<i64> {
    limit.map(|limit| i64::try_from(limit).unwrap_or(i64::MAX))
}

impl Catalog for CatalogRows {
    fn places(&self) -> Result<Vec<Place>, CatalogError> {
        // By the bytes of the name, as everywhere, whatever order the database has for texts.
        let sql = "SELECT * FROM catalog_places ORDER BY name COLLATE \"C\", key";
        self.rows(sql, &[], rows::place)
    }

    fn put_place(&self, place: &Place) -> Result<(), CatalogError> {
        let (kind, address) = (place.kind.code(), stored::address_text(place));
        self.write(
            "INSERT INTO catalog_places (key, name, kind, address) VALUES ($1, $2, $3, $4)
             ON CONFLICT (subscriber, key) DO UPDATE SET name = excluded.name,
                 kind = excluded.kind, address = excluded.address",
            &[&Id(place.key), &place.name, &kind, &address],
        )
    }

    fn remove_place(&self, key: Key) -> Result<(), CatalogError> {
        self.write("DELETE FROM catalog_places WHERE key = $1", &[&Id(key)])
    }

    fn schedules(&self) -> Result<Vec<Schedule>, CatalogError> {
        let sql = "SELECT * FROM catalog_schedules ORDER BY key";
        self.rows(sql, &[], rows::schedule)
    }

    fn put_schedule(&self, it: &Schedule) -> Result<(), CatalogError> {
        self.write(
            "INSERT INTO catalog_schedules (key, business, rhythm, places, contents, passphrase,
                 is_rehearsed, alarm_to, is_on, since)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (subscriber, key) DO UPDATE SET business = excluded.business,
                 rhythm = excluded.rhythm, places = excluded.places, contents = excluded.contents,
                 passphrase = excluded.passphrase, is_rehearsed = excluded.is_rehearsed,
                 alarm_to = excluded.alarm_to, is_on = excluded.is_on, since = excluded.since",
            &[
                &Id(it.key),
                &it.business.map(Id),
                &stored::rhythm_text(it.rhythm),
                &stored::places_text(it),
                &it.contents.code(),
                &it.passphrase.map(Id),
                &it.is_rehearsed,
                &it.alarm_to,
                &it.is_on,
                &it.since.to_string(),
            ],
        )
    }

    fn remove_schedule(&self, key: Key) -> Result<(), CatalogError> {
        self.write("DELETE FROM catalog_schedules WHERE key = $1", &[&Id(key)])
    }

    fn retention_rules(&self) -> Result<Vec<RetentionRule>, CatalogError> {
        let sql = "SELECT * FROM catalog_retention_rules ORDER BY business";
        self.rows(sql, &[], rows::retention_rule)
    }

    fn put_retention_rule(&self, rule: &RetentionRule) -> Result<(), CatalogError> {
        let retention = stored::retention_text(rule.retention);
        self.write(
            "INSERT INTO catalog_retention_rules (business, retention) VALUES ($1, $2)
             ON CONFLICT (subscriber, business) DO UPDATE SET retention = excluded.retention",
            &[&Id(rule.business.unwrap_or_default()), &retention],
        )
    }

    fn remove_retention_rule(&self, business: Option<Key>) -> Result<(), CatalogError> {
        let sql = "DELETE FROM catalog_retention_rules WHERE business = $1";
        self.write(sql, &[&Id(business.unwrap_or_default())])
    }

    fn entries(&self, filter: &EntryFilter) -> Result<Vec<BackupEntry>, CatalogError> {
        self.rows(
            "SELECT * FROM catalog_entries
             WHERE ($1::uuid IS NULL OR business = $1) AND ($2::uuid IS NULL OR place = $2)
               AND (NOT $3 OR state = 'good')
               AND ($4::bytea IS NULL OR made_at >= $4) AND ($5::bytea IS NULL OR made_at < $5)
             ORDER BY sequence DESC, made_at DESC, key LIMIT $6",
            &[
                &filter.business.map(Id),
                &filter.place.map(Id),
                &filter.only_good,
                &filter.from.map(rows::sortable),
                &filter.before.map(rows::sortable),
                &limit_of(filter.limit),
            ],
            rows::entry,
        )
    }

    fn entry(&self, key: Key) -> Result<Option<BackupEntry>, CatalogError> {
        let sql = "SELECT * FROM catalog_entries WHERE key = $1";
        Ok(self.rows(sql, &[&Id(key)], rows::entry)?.pop())
    }

    fn put_entry(&self, entry: &BackupEntry) -> Result<(), CatalogError> {
        let lease = self.lease(Purpose::Write)?;
        let put = || {
            rows::put_entry(&lease, entry)?;
            lease.execute(
                "give a number",
                "INSERT INTO catalog_numbers (business, last) VALUES ($1, $2)
                 ON CONFLICT (subscriber, business)
                 DO UPDATE SET last = greatest(catalog_numbers.last, excluded.last)",
                &[&Id(entry.business), &entry.sequence.cast_signed()],
            )?;
            lease.commit()
        };
        put().map_err(told)
    }

    fn next_sequence(&self, business: Key) -> Result<u64, CatalogError> {
        let lease = self.lease(Purpose::Write)?;
        let sql = "INSERT INTO catalog_numbers (business, last) VALUES ($1, 1)
             ON CONFLICT (subscriber, business)
             DO UPDATE SET last = catalog_numbers.last + 1 RETURNING last";
        let given = lease.query("give a number", sql, &[&Id(business)]);
        let given = given.map_err(told)?;
        lease.commit().map_err(told)?;
        let row = given.first().ok_or_else(damaged)?;
        Ok(row.get::<_, i64>(0).cast_unsigned())
    }

    fn runs(&self, filter: &RunFilter) -> Result<Vec<Run>, CatalogError> {
        self.rows(
            "SELECT * FROM catalog_runs
             WHERE ($1::uuid IS NULL OR business = $1) AND ($2::uuid IS NULL OR schedule = $2)
               AND ($3::text IS NULL OR kind = $3) AND ($4::bytea IS NULL OR due_at <= $4)
             ORDER BY due_at DESC, began_at DESC, key LIMIT $5",
            &[
                &filter.business.map(Id),
                &filter.schedule.map(Id),
                &filter.kind.map(RunKind::code),
                &filter.until.map(rows::sortable),
                &limit_of(filter.limit),
            ],
            rows::run,
        )
    }

    fn put_run(&self, run: &Run) -> Result<(), CatalogError> {
        self.write(
            "INSERT INTO catalog_runs (key, kind, business, schedule, entry, due_at, began_at,
                 ended_at, outcome, trouble)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (subscriber, key) DO UPDATE SET kind = excluded.kind,
                 business = excluded.business, schedule = excluded.schedule,
                 entry = excluded.entry, due_at = excluded.due_at, began_at = excluded.began_at,
                 ended_at = excluded.ended_at, outcome = excluded.outcome,
                 trouble = excluded.trouble",
            &[
                &Id(run.key),
                &run.kind.code(),
                &Id(run.business),
                &run.schedule.map(Id),
                &run.entry.map(Id),
                &rows::sortable(run.due_at),
                &rows::sortable(run.began_at),
                &rows::sortable(run.ended_at),
                &run.outcome.code(),
                &run.outcome.trouble().map(rows::trouble_bytes),
            ],
        )
    }
}
