//! The users of one subscriber as rows of the database.

use crate::connection::Values;
use crate::database::Database;
use crate::lease::{Lease, Purpose};
use crate::values::Id;
use books::Key;
use store::StoreError;
use users::UsersError;
use users::cabinet::{Cabinet, Drawer, Drawers, Row, Work};

/// The users of one subscriber.
pub struct UsersRows {
    database: Database,
    subscriber: Key,
}

impl UsersRows {
    /// The users of this subscriber.
    pub fn new(database: Database, subscriber: Key) -> Self {
        Self {
            database,
            subscriber,
        }
    }

    fn lease(&self, purpose: Purpose) -> Result<Lease, UsersError> {
        Lease::begin(&self.database, self.subscriber, purpose).map_err(fault)
    }
}

impl Cabinet for UsersRows {
    fn change(&self, work: Work<'_>) -> Result<(), UsersError> {
        let lease = self.lease(Purpose::Write)?;
        // One change of a subscriber's users at a time, on whichever node.
        let lock = format!("users of {}", self.subscriber);
        let sql = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
        lease
            .query("wait for the users", sql, &[&lock])
            .map_err(fault)?;
        work(&mut Open(&lease))?;
        lease.commit().map_err(fault)
    }

    fn look(&self, work: Work<'_>) -> Result<(), UsersError> {
        let lease = self.lease(Purpose::Read)?;
        work(&mut Open(&lease))
    }
}

/// The rows within a transaction.
struct Open<'l>(&'l Lease);

impl Open<'_> {
    fn rows(&self, sql: &str, values: Values<'_>) -> Result<Vec<Row>, UsersError> {
        let rows = self.0.query("read the users", sql, values).map_err(fault)?;
        Ok(rows.iter().map(row_of).collect())
    }

    fn execute(&self, sql: &str, values: Values<'_>) -> Result<u64, UsersError> {
        self.0
            .execute("write the users", sql, values)
            .map_err(fault)
    }
}

impl Drawers for Open<'_> {
    fn get(&mut self, drawer: Drawer, key: &[u8]) -> Result<Option<Row>, UsersError> {
        let sql = "SELECT key, owner, body FROM user_rows WHERE drawer = $1 AND key = $2";
        let rows = self.rows(sql, &[&drawer.code(), &key])?;
        Ok(rows.into_iter().next())
    }

    fn put(&mut self, drawer: Drawer, row: &Row) -> Result<(), UsersError> {
        self.execute(
            "INSERT INTO user_rows (drawer, key, owner, body) VALUES ($1, $2, $3, $4)
             ON CONFLICT (subscriber, drawer, key) DO UPDATE SET owner = excluded.owner,
                 body = excluded.body",
            &[&drawer.code(), &row.key, &row.owner.map(Id), &row.body],
        )
        .map(drop)
    }

    fn remove(&mut self, drawer: Drawer, key: &[u8]) -> Result<bool, UsersError> {
        let sql = "DELETE FROM user_rows WHERE drawer = $1 AND key = $2";
        Ok(self.execute(sql, &[&drawer.code(), &key])? > 0)
    }

    fn of_owner(&mut self, drawer: Drawer, owner: Key) -> Result<Vec<Row>, UsersError> {
        self.rows(
            "SELECT key, owner, body FROM user_rows WHERE owner = $1 AND drawer = $2 ORDER BY key",
            &[&Id(owner), &drawer.code()],
        )
    }

    fn remove_owner(&mut self, owner: Key) -> Result<(), UsersError> {
        let sql = "DELETE FROM sign_in_names WHERE owner = $1";
        self.execute(sql, &[&Id(owner)])?;
        let sql = "DELETE FROM user_rows WHERE owner = $1";
        self.execute(sql, &[&Id(owner)]).map(drop)
    }

    fn claim_name(&mut self, name: &str, owner: Key) -> Result<bool, UsersError> {
        let sql = "DELETE FROM sign_in_names WHERE owner = $1 AND name <> $2";
        self.execute(sql, &[&Id(owner), &name])?;
        let sql = "INSERT INTO sign_in_names (name, owner) VALUES ($1, $2)
             ON CONFLICT (name) DO NOTHING";
        if self.execute(sql, &[&name, &Id(owner)])? > 0 {
            return Ok(true);
        }
        // A row of another subscriber cannot be seen: then the name is somebody's.
        let sql = "SELECT 1 FROM sign_in_names WHERE name = $1 AND owner = $2";
        let rows = self
            .0
            .query("look for a name", sql, &[&name, &Id(owner)])
            .map_err(fault)?;
        Ok(!rows.is_empty())
    }

    fn below(
        &mut self,
        drawer: Drawer,
        key: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Row>, UsersError> {
        self.rows(
            "SELECT key, owner, body FROM user_rows
             WHERE drawer = $1 AND ($2::bytea IS NULL OR key < $2) ORDER BY key DESC LIMIT $3",
            &[
                &drawer.code(),
                &key,
                &i64::try_from(limit).unwrap_or(i64::MAX),
            ],
        )
    }
}

fn row_of(row: &postgres::Row) -> Row {
    Row {
        key: row.get(0),
        owner: row.get::<_, Option<Id>>(1).map(|id| id.0),
        body: row.get(2),
    }
}

fn fault(error: StoreError) -> UsersError {
    match error {
        StoreError::Unreachable { reason } => UsersError::Unreachable { reason },
        other => UsersError::directory("the database", other),
    }
}
