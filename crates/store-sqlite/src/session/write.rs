//! The unit of work: a record and its entry, written together.

use super::{Session, Writing, blobs, entry_row, objects, profile};
use books::{Key, Object};
use history::{Action, Contents, Draft, Entry, Stamp, chain};
use jiff::Timestamp;
use std::io::Read;
use store::{Blob, Profile, StoreError, UnitOfWork};

/// 1970-01-01 in .NET ticks (SPEC-manager-file.md, "Rows").
const UNIX_EPOCH_TICKS: i128 = 621_355_968_000_000_000;

/// What an entry is told besides the record.
struct Told<'a> {
    title: &'a str,
    stamp: &'a Stamp,
    facts: &'a [(String, String)],
}

impl<H: Writing> Session<H> {
    /// Gives a draft its place at the end of the chain.
    fn append(&self, draft: Draft) -> Result<Entry, StoreError> {
        let installation = profile::installation(self)?;
        let entry = chain::link(entry_row::head(self)?, installation, draft);
        entry_row::append(self, &entry)?;
        Ok(entry)
    }

    fn draft(&self, action: Action, object: Key, told: &Told<'_>) -> Result<Draft, StoreError> {
        let mut random = [0; 16];
        getrandom::fill(&mut random)
            .map_err(|error| StoreError::engine("draw a random key", error))?;
        Ok(Draft {
            stamp: told.stamp.clone(),
            action,
            key: Key::from_random(random),
            object: Some(object),
            before: Contents::default(),
            after: Contents::default(),
            title: told.title.to_owned(),
            facts: told.facts.to_vec(),
        })
    }

    fn put(&self, object: &Object, told: &Told<'_>) -> Result<Option<Entry>, StoreError> {
        let before = objects::one(self, object.key)?;
        let action = match &before {
            Some(before)
                if before.content_type == object.content_type
                    && before.content == object.content =>
            {
                return Ok(None);
            }
            Some(_) => {
                objects::update(self, object)?;
                Action::Change
            }
            None => {
                objects::insert(self, object)?;
                Action::Create
            }
        };
        let mut draft = self.draft(action, object.key, told)?;
        draft.before = before.map(contents_of).unwrap_or_default();
        draft.after = contents_of(object.clone());
        self.append(draft).map(Some)
    }

    fn delete(&self, key: Key, told: &Told<'_>) -> Result<Entry, StoreError> {
        let before = objects::one(self, key)?.ok_or(StoreError::RecordNotFound(key))?;
        objects::delete(self, key)?;
        let mut draft = self.draft(Action::Delete, key, told)?;
        draft.before = contents_of(before);
        self.append(draft)
    }
}

impl<H: Writing> UnitOfWork for Session<H> {
    fn put_object_telling(
        &mut self,
        key: Key,
        content_type: Key,
        content: &[u8],
        title: &str,
        stamp: &Stamp,
        facts: &[(String, String)],
    ) -> Result<Option<Entry>, StoreError> {
        let object = Object {
            key,
            content_type,
            content: content.to_vec(),
            timestamp: Some(ticks(stamp.instant)),
        };
        let told = Told {
            title,
            stamp,
            facts,
        };
        self.0.failure().guard(|| self.put(&object, &told))
    }

    fn delete_object_telling(
        &mut self,
        key: Key,
        title: &str,
        stamp: &Stamp,
        facts: &[(String, String)],
    ) -> Result<Entry, StoreError> {
        let told = Told {
            title,
            stamp,
            facts,
        };
        self.0.failure().guard(|| self.delete(key, &told))
    }

    fn put_blob(
        &mut self,
        key: Key,
        name: Option<&str>,
        content_type: Option<&str>,
        source: &mut dyn Read,
    ) -> Result<Blob, StoreError> {
        self.0
            .failure()
            .guard(|| blobs::put(self, key, name, content_type, source))
    }

    fn share_blob(&mut self, from: Key, key: Key, name: Option<&str>) -> Result<Blob, StoreError> {
        self.0
            .failure()
            .guard(|| blobs::share(self, from, key, name))
    }

    fn delete_blob(&mut self, key: Key) -> Result<(), StoreError> {
        self.0.failure().guard(|| blobs::delete(self, key))
    }

    fn shelve_blob(&mut self, key: Key) -> Result<(), StoreError> {
        self.0.failure().guard(|| blobs::shelve(self, key))
    }

    fn unshelve_blob(&mut self, key: Key) -> Result<bool, StoreError> {
        self.0.failure().guard(|| blobs::unshelve(self, key))
    }

    fn record(&mut self, draft: Draft) -> Result<Entry, StoreError> {
        self.0.failure().guard(|| self.append(draft))
    }

    fn set_profile(&mut self, profile: &Profile) -> Result<(), StoreError> {
        self.0.failure().guard(|| profile::write(self, profile))
    }
}

fn contents_of(object: Object) -> Contents {
    Contents {
        content_type: Some(object.content_type),
        content: Some(object.content),
    }
}

/// The moment in .NET ticks: 100 ns since 0001-01-01 UTC, rounded down.
fn ticks(instant: Timestamp) -> i64 {
    let ticks = instant.as_nanosecond().div_euclid(100) + UNIX_EPOCH_TICKS;
    i64::try_from(ticks).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_those_of_the_other_program() {
        let instant: Timestamp = "2024-06-01T12:34:56.123456789Z".parse().unwrap();
        // .NET: new DateTime(2024, 6, 1, 12, 34, 56, DateTimeKind.Utc).Ticks, and the fraction.
        assert_eq!(ticks(instant), 638_528_420_960_000_000 + 1_234_567);
        assert_eq!(ticks(Timestamp::UNIX_EPOCH), 621_355_968_000_000_000);
        let before: Timestamp = "1969-12-31T23:59:59.99999995Z".parse().unwrap();
        assert_eq!(ticks(before), 621_355_967_999_999_999);
    }
}
