//! The sealed secrets of one subscriber as rows of the database. What they are sealed with is known
//! to whoever seals them (docs/SPEC-cloud.md, 6).

use crate::database::Database;
use crate::lease::{Lease, Purpose};
use books::Key;
use store::StoreError;

/// The sealed secrets of one subscriber.
pub struct VaultRows {
    database: Database,
    subscriber: Key,
}

impl VaultRows {
    /// Those of this subscriber.
    pub fn new(database: Database, subscriber: Key) -> Self {
        Self {
            database,
            subscriber,
        }
    }

    /// What lies under a name.
    ///
    /// # Errors
    /// When the database fails; so for all methods here.
    pub fn get(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let lease = self.lease(Purpose::Read)?;
        let sql = "SELECT sealed FROM vault_rows WHERE name = $1";
        let row = lease.first("read a sealed secret", sql, &[&name])?;
        Ok(row.map(|row| row.get(0)))
    }

    /// Puts something under a name, in the place of what lies there.
    ///
    /// # Errors
    /// As [`VaultRows::get`].
    pub fn put(&self, name: &str, sealed: &[u8]) -> Result<(), StoreError> {
        let lease = self.lease(Purpose::Write)?;
        lease.execute(
            "keep a sealed secret",
            "INSERT INTO vault_rows (name, sealed) VALUES ($1, $2)
             ON CONFLICT (subscriber, name) DO UPDATE SET sealed = excluded.sealed",
            &[&name, &sealed],
        )?;
        lease.commit()
    }

    /// Takes away what lies under a name. No error when nothing does.
    ///
    /// # Errors
    /// As [`VaultRows::get`].
    pub fn remove(&self, name: &str) -> Result<(), StoreError> {
        let lease = self.lease(Purpose::Write)?;
        let sql = "DELETE FROM vault_rows WHERE name = $1";
        lease.execute("forget a sealed secret", sql, &[&name])?;
        lease.commit()
    }

    /// All names, in order.
    ///
    /// # Errors
    /// As [`VaultRows::get`].
    pub fn names(&self) -> Result<Vec<String>, StoreError> {
        let lease = self.lease(Purpose::Read)?;
        let sql = "SELECT name FROM vault_rows ORDER BY name COLLATE \"C\"";
        let rows = lease.query("list the sealed secrets", sql, &[])?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }

    fn lease(&self, purpose: Purpose) -> Result<Lease, StoreError> {
        Lease::begin(&self.database, self.subscriber, purpose)
    }
}
