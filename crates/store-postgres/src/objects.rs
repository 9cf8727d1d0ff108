//! The objects in which the bytes of attachments lie, and letting go of those that nobody needs
//! (docs/SPEC-cloud.md, 2.10 to 2.12).

use crate::lease::Purpose;
use crate::postgres_store::PostgresStore;
use books::Key;
use catalog::{BlobError, BlobInfo, BlobKey, BlobStore};
use jiff::{SignedDuration, Timestamp};
use store::StoreError;

/// How long marked bytes stay for readers that began before.
const MARKED_FOR: SignedDuration = SignedDuration::from_hours(24);
/// How old an object is that a unit of work still going on cannot have made.
const UNNAMED_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Rows, and names, that are handled at a time.
const AT_ONCE: usize = 500;

impl PostgresStore {
    /// Deletes objects of this subscriber that nobody needs any more (docs/SPEC-cloud.md, 2.11);
    /// how many. Nothing is done without object storage. For a job of once a day; two at once do no
    /// harm.
    ///
    /// # Errors
    /// When the database or object storage cannot be asked; what was deleted until then stays so.
    pub fn sweep_objects(&self, now: Timestamp) -> Result<u64, StoreError> {
        let Some(place) = self.database().objects().cloned() else {
            return Ok(0);
        };
        let marked = self.sweep_marked(place.as_ref(), now - MARKED_FOR)?;
        let unnamed = self.sweep_unnamed(place.as_ref(), now - UNNAMED_FOR)?;
        Ok(marked + unnamed)
    }

    fn sweep_marked(&self, place: &dyn BlobStore, before: Timestamp) -> Result<u64, StoreError> {
        let what = "look for attachments that nobody has";
        let mut deleted = 0;
        loop {
            let lease = self.lease(Purpose::Write)?;
            let rows = lease.query(
                what,
                "SELECT number, object FROM blob_contents
                 WHERE let_go_at < to_timestamp($1::bigint) LIMIT $2
                 FOR UPDATE SKIP LOCKED",
                &[
                    &before.as_second(),
                    &i64::try_from(AT_ONCE).unwrap_or(i64::MAX),
                ],
            )?;
            if rows.is_empty() {
                return Ok(deleted);
            }
            for row in &rows {
                // The object first: a row without one is found again, an object without one late.
                place.delete(&key_of(row.get(1))?).map_err(fault(what))?;
                let number: i64 = row.get(0);
                lease.execute(
                    what,
                    "DELETE FROM blob_contents WHERE number = $1",
                    &[&number],
                )?;
                deleted += 1;
            }
            lease.commit()?;
        }
    }

    fn sweep_unnamed(&self, place: &dyn BlobStore, before: Timestamp) -> Result<u64, StoreError> {
        let what = "look for objects that no attachment names";
        let is_old = |it: &BlobInfo| it.modified_at.is_some_and(|at| at < before);
        let listed = place
            .list(&prefix(self.subscriber()))
            .map_err(fault(what))?;
        let old: Vec<&BlobInfo> = listed.iter().filter(|it| is_old(it)).collect();
        let mut deleted = 0;
        for part in old.chunks(AT_ONCE) {
            let names: Vec<&str> = part.iter().map(|it| it.key.as_str()).collect();
            let lease = self.lease(Purpose::Read)?;
            let rows = lease.query(
                what,
                "SELECT name FROM unnest($1::text[]) AS name
                 WHERE NOT EXISTS (SELECT 1 FROM blob_contents WHERE object = name)",
                &[&names],
            )?;
            for row in &rows {
                place.delete(&key_of(row.get(0))?).map_err(fault(what))?;
                deleted += 1;
            }
        }
        Ok(deleted)
    }
}

/// Under what all objects of a subscriber lie.
pub fn prefix(subscriber: Key) -> String {
    format!("attachments/{subscriber}/")
}

/// A name that nothing lies under.
pub fn new_key(subscriber: Key) -> Result<BlobKey, StoreError> {
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|error| StoreError::engine("draw a name", error))?;
    key_of(&format!("{}{}", prefix(subscriber), catalog::hex(&random)))
}

/// A name of an object, as it stands in a row.
pub fn key_of(name: &str) -> Result<BlobKey, StoreError> {
    name.parse()
        .map_err(|error| StoreError::engine("the name of an object", error))
}

/// Turns an error of object storage while doing `what` into ours.
pub fn fault(what: &str) -> impl Fn(BlobError) -> StoreError {
    move |error| match error {
        BlobError::Unreachable { .. } | BlobError::Vanished { .. } => StoreError::Unreachable {
            reason: error.to_string(),
        },
        BlobError::Full { place } => StoreError::DiskFull(place),
        error => StoreError::engine(what, error),
    }
}
