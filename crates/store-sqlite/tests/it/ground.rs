//! An empty data folder, gone with the test.

use books::Key;
use history::Stamp;
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::contract::Ground;
use store::{Business, BusinessStore, Profile, StoreError, create_business};
use store_sqlite::SqliteStore;
use tempfile::TempDir;

pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The file of [`BUSINESS`].
    pub fn file(&self) -> PathBuf {
        self.path().join(format!("businesses/{BUSINESS}.sqlite"))
    }

    pub fn store(&self) -> SqliteStore {
        SqliteStore::open(self.path()).unwrap()
    }
}

impl Ground for Folder {
    fn open(&self) -> Result<Box<dyn BusinessStore>, StoreError> {
        Ok(Box::new(SqliteStore::open(self.path())?))
    }
}

/// The business that the tests use.
pub const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000001");

/// A kind of record.
pub const KIND: Key = Key::constant("ec37c11e-2b67-49c6-8a58-6eccb7dd75ee");

/// The key with this number.
pub fn key(number: u64) -> Key {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&number.to_be_bytes());
    Key::from_bytes(bytes)
}

pub fn profile() -> Profile {
    Profile {
        name: "মুদি দোকান".to_owned(),
        country: None,
        time_zone: "Asia/Dhaka".to_owned(),
        installation: key(1),
        absent: Vec::new(),
    }
}

pub fn stamp() -> Stamp {
    Stamp {
        instant: Timestamp::now(),
        zone: "Asia/Dhaka".to_owned(),
        offset_s: 21_600,
        user_key: None,
        user_name: "Rahima".to_owned(),
        program_version: "0.1.0".to_owned(),
        commit: key(2),
    }
}

/// Makes [`BUSINESS`], with one entry and no record.
pub fn create(store: &SqliteStore) -> Arc<dyn Business> {
    create_business(store, BUSINESS, &profile(), &[], &stamp(), key(3)).unwrap();
    store.open(BUSINESS).unwrap()
}

pub fn put(business: &dyn Business, number: u64, content: &[u8]) -> Result<(), StoreError> {
    business.write(&mut |unit| {
        unit.put_object(key(number), KIND, content, "Title", &stamp())?;
        Ok(())
    })
}
