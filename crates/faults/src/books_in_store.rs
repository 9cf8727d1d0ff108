//! Books in a store in this process: where what is tested is the engine and not the program.

use anyhow::{Result, anyhow};
use books::{Key, kinds};
use figures::KeptStore;
use history::Stamp;
use interchange::{Plain, from_plain};
use jiff::Timestamp;
use manager_file::wire::{Field, Message};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Business, BusinessStore, Profile, StoreError, UnitOfWork, create_business};
use store_sqlite::SqliteStore;

use crate::random::Numbers;

/// The business.
const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000001");

/// A store with one business.
pub struct Books {
    /// The data folder.
    pub data: PathBuf,
    /// The store, which keeps figures as the program's does.
    pub store: KeptStore,
    /// The business.
    pub business: Arc<dyn Business>,
}

/// Who does everything here.
pub fn stamp() -> Stamp {
    Stamp {
        instant: Timestamp::UNIX_EPOCH,
        zone: "UTC".to_owned(),
        offset_s: 0,
        user_key: None,
        user_name: "Rahima".to_owned(),
        program_version: "0.1.0".to_owned(),
        commit: Key::NIL,
    }
}

/// The key with this number among those of a sort.
pub fn key(sort: u8, number: u64) -> Key {
    let mut bytes = [sort; 16];
    bytes[8..].copy_from_slice(&number.to_be_bytes());
    Key::from_bytes(bytes)
}

/// Text as a value of a field.
pub fn text(words: impl Into<String>) -> Plain {
    Plain::Text(words.into())
}

/// A value with named parts.
pub fn map(members: Vec<(&str, Plain)>) -> Plain {
    let members = members.into_iter();
    Plain::Map(
        members
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

/// Puts a record of a kind.
pub fn put(
    work: &mut dyn UnitOfWork,
    kind: Key,
    key: Key,
    plain: &Plain,
) -> Result<(), StoreError> {
    let content = from_plain(kind, &[], plain)
        .map_err(|error| StoreError::engine("encode a record", error))?;
    work.put_object(key, kind, &content, "", &stamp()).map(drop)
}

/// Puts an attachment of a record, with its bytes.
pub fn attach(
    work: &mut dyn UnitOfWork,
    key: Key,
    owner: Key,
    mut bytes: &[u8],
) -> Result<(), StoreError> {
    let mut message = Message::default();
    for field in [
        Field::of_text(2, "paper.bin"),
        Field::of_varint(4, u64::try_from(bytes.len()).unwrap_or(0)),
        Field::of_guid(6, owner.as_bytes()),
        Field::of_bytes(12, &Sha256::digest(bytes)),
    ] {
        message.set(field.number(), Some(field));
    }
    work.put_blob(key, Some("paper.bin"), None, &mut bytes)?;
    let content = message.to_bytes();
    work.put_object(key, kinds::ATTACHMENT, &content, "paper.bin", &stamp())
        .map(drop)
}

impl Books {
    /// An empty business in a folder that is made.
    pub fn new(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let data = folder.join("data");
        let store = KeptStore::new(Arc::new(SqliteStore::open(&data)?));
        let profile = Profile {
            name: "ঢাকা মুদি দোকান".to_owned(),
            country: Some("BD".to_owned()),
            time_zone: "Asia/Dhaka".to_owned(),
            installation: key(1, 1),
            absent: Vec::new(),
        };
        create_business(&store, BUSINESS, &profile, &[], &stamp(), key(1, 2))?;
        let business = store.open(BUSINESS)?;
        Ok(Self {
            data,
            store,
            business,
        })
    }

    /// Customers, and an attachment whose bytes cannot be compressed.
    pub fn fill(&self, customers: u64, attachment_bytes: usize) -> Result<()> {
        let mut numbers = Numbers::of(1, "attachment");
        let bytes: Vec<u8> = (0..attachment_bytes)
            .map(|_| u8::try_from(numbers.below(256)).unwrap_or(0))
            .collect();
        self.business.write(&mut |work| {
            for number in 0..customers {
                let plain = map(vec![("Name", text(format!("Customer {number}")))]);
                put(work, kinds::CUSTOMER, key(2, number), &plain)?;
            }
            attach(work, key(3, 1), key(2, 0), &bytes)
        })?;
        Ok(())
    }

    /// The names of all files in the data folder.
    pub fn names_of_files(&self) -> Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        let mut folders = vec![self.data.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).map_err(|error| anyhow!(error))? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path);
                }
            }
        }
        found.sort();
        Ok(found)
    }
}
