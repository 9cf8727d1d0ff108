//! The unit of work: a record and its entry, written together.

use super::{Session, Writing, blobs, entry_row, objects, profile};
use books::{Key, Object};
use history::{Draft, Entry, Head, Stamp};
use std::io::Read;
use store::rows::{self, RecordRows, Told};
use store::{Blob, Profile, StoreError, UnitOfWork};

impl<H: Writing> RecordRows for Session<H> {
    fn object_row(&self, key: Key) -> Result<Option<Object>, StoreError> {
        objects::one(self, key)
    }

    fn insert_object(&self, object: &Object) -> Result<(), StoreError> {
        objects::insert(self, object)
    }

    fn update_object(&self, before: &Object, object: &Object) -> Result<(), StoreError> {
        objects::update(self, before, object)
    }

    fn remove_object(&self, before: &Object) -> Result<(), StoreError> {
        objects::delete(self, before)
    }

    fn head_row(&self) -> Result<Head, StoreError> {
        entry_row::head(self)
    }

    fn insert_entry(&self, entry: &Entry) -> Result<(), StoreError> {
        entry_row::append(self, entry)
    }

    fn installation_row(&self) -> Result<Key, StoreError> {
        profile::installation(self)
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
        self.0.failure().guard(|| {
            let told = Told {
                entry: random_key()?,
                title,
                stamp,
                facts,
            };
            rows::put(self, key, content_type, content, &told)
        })
    }

    fn delete_object_telling(
        &mut self,
        key: Key,
        title: &str,
        stamp: &Stamp,
        facts: &[(String, String)],
    ) -> Result<Entry, StoreError> {
        self.0.failure().guard(|| {
            let told = Told {
                entry: random_key()?,
                title,
                stamp,
                facts,
            };
            rows::delete(self, key, &told)
        })
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
        self.0.failure().guard(|| rows::append_draft(self, draft))
    }

    fn set_profile(&mut self, profile: &Profile) -> Result<(), StoreError> {
        self.0.failure().guard(|| profile::update(self, profile))
    }
}

fn random_key() -> Result<Key, StoreError> {
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|error| StoreError::engine("draw a random key", error))?;
    Ok(Key::from_random(random))
}
