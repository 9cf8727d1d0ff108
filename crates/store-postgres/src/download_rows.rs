//! Downloads of one subscriber at the portal, until History tells of them (docs/SPEC-portal.md,
//! 4.4). The clock of all this is the database's.

use crate::database::Database;
use crate::lease::{Lease, Purpose};
use crate::values::{Id, Moment};
use books::Key;
use catalog::BackupEntry;
use jiff::Timestamp;
use postgres::Row;
use store::StoreError;

/// How long fetching the same backup again, or a part of it, is the same download, in minutes: what
/// breaks off is resumed, and some fetch parts side by side.
const SAME_MINUTES: f64 = 60.0;
/// How long a download is kept that History tells of, in days.
const KEPT_DAYS: f64 = 2.0;
/// How many are read at once.
const READ_COUNT_MAX: i64 = 200;

/// A download that History does not tell of yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// Its key.
    pub key: Key,
    /// The business whose backup it was.
    pub business: Key,
    /// The user who downloaded it.
    pub by: Key,
    /// What the user was called then.
    pub by_name: String,
    /// The name of the file.
    pub file_name: String,
    /// The SHA-256 of the file, where it is known.
    pub sha256: Option<[u8; 32]>,
    /// When it began.
    pub at: Timestamp,
}

/// The downloads of one subscriber.
pub struct DownloadRows {
    database: Database,
    subscriber: Key,
}

impl DownloadRows {
    /// Those of this subscriber.
    pub fn new(database: Database, subscriber: Key) -> Self {
        Self {
            database,
            subscriber,
        }
    }

    /// Notes that a backup is downloaded, under this key. Whoever began to download the same one a
    /// while ago goes on with it: that was noted.
    ///
    /// # Errors
    /// When the database fails; so for all methods here.
    pub fn note(
        &self,
        key: Key,
        entry: &BackupEntry,
        (by, by_name): (Key, &str),
    ) -> Result<(), StoreError> {
        let lease = self.lease(Purpose::Write)?;
        let what = "note a download";
        lease.execute(
            what,
            "DELETE FROM downloads
             WHERE is_told AND at < clock_timestamp() - $1 * interval '1 day'",
            &[&KEPT_DAYS],
        )?;
        let of = |key: catalog::Key| Id(Key::from_bytes(*key.as_bytes()));
        lease.execute(
            what,
            "INSERT INTO downloads (key, business, entry, by_key, by_name, file_name, sha256)
             SELECT $1, $2, $3, $4, $5, $6, $7 WHERE NOT EXISTS (
                 SELECT FROM downloads WHERE entry = $3 AND by_key = $4
                     AND at > clock_timestamp() - $8 * interval '1 minute')",
            &[
                &Id(key),
                &of(entry.business),
                &of(entry.key),
                &Id(by),
                &by_name.as_bytes(),
                &entry.file_name.as_bytes(),
                &entry.sha256.as_ref().map(<[u8; 32]>::as_slice),
                &SAME_MINUTES,
            ],
        )?;
        lease.commit()
    }

    /// Whether this user began to download this backup a while ago: fetching it again, or a part of
    /// it, is the same download.
    ///
    /// # Errors
    /// As [`DownloadRows::note`].
    pub fn has_begun(&self, entry: catalog::Key, by: Key) -> Result<bool, StoreError> {
        let lease = self.lease(Purpose::Read)?;
        let rows = lease.query(
            "look whether a download has begun",
            "SELECT FROM downloads WHERE entry = $1 AND by_key = $2
                 AND at > clock_timestamp() - $3 * interval '1 minute' LIMIT 1",
            &[
                &Id(Key::from_bytes(*entry.as_bytes())),
                &Id(by),
                &SAME_MINUTES,
            ],
        )?;
        Ok(!rows.is_empty())
    }

    /// The first of those of these businesses of which History does not tell yet, in their order.
    ///
    /// # Errors
    /// As [`DownloadRows::note`].
    pub fn untold(&self, businesses: &[Key]) -> Result<Vec<Download>, StoreError> {
        let businesses: Vec<Id> = businesses.iter().copied().map(Id).collect();
        let lease = self.lease(Purpose::Read)?;
        let rows = lease.query(
            "read what was downloaded",
            "SELECT key, business, by_key, by_name, file_name, sha256, at FROM downloads
             WHERE NOT is_told AND business = ANY ($1) ORDER BY at, key LIMIT $2",
            &[&businesses, &READ_COUNT_MAX],
        )?;
        Ok(rows.iter().map(download_of).collect())
    }

    /// History tells of this one now.
    ///
    /// # Errors
    /// As [`DownloadRows::note`].
    pub fn is_told(&self, key: Key) -> Result<(), StoreError> {
        let lease = self.lease(Purpose::Write)?;
        let sql = "UPDATE downloads SET is_told = true WHERE key = $1";
        lease.execute("note that History tells of a download", sql, &[&Id(key)])?;
        lease.commit()
    }

    fn lease(&self, purpose: Purpose) -> Result<Lease, StoreError> {
        Lease::begin(&self.database, self.subscriber, purpose)
    }
}

fn download_of(row: &Row) -> Download {
    let text = |column| String::from_utf8_lossy(row.get(column)).into_owned();
    let sha256: Option<&[u8]> = row.get(5);
    Download {
        key: row.get::<_, Id>(0).0,
        business: row.get::<_, Id>(1).0,
        by: row.get::<_, Id>(2).0,
        by_name: text(3),
        file_name: text(4),
        sha256: sha256.and_then(|bytes| bytes.try_into().ok()),
        at: row.get::<_, Moment>(6).0,
    }
}
