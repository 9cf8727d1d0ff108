//! What the tests of the contract write: keys by number, stamps by second, plain contents.

use crate::contract::Ground;
use crate::{Business, BusinessStore, Profile, StoreError, create_business};
use books::{Key, Object};
use history::{Action, Contents, Draft, Stamp};
use jiff::Timestamp;
use std::sync::Arc;

/// A kind of record.
pub const KIND: Key = Key::constant("ec37c11e-2b67-49c6-8a58-6eccb7dd75ee");

/// Another kind of record.
pub const OTHER_KIND: Key = Key::constant("ad12b60b-23bf-4421-94df-8be79cef533e");

/// The installation that writes.
pub const INSTALLATION: Key = Key::constant("0b5c6f1e-8f0a-4c6e-9d55-3a1f00c0ffee");

/// The second at which the tests' time begins.
const BEGINNING: i64 = 1_795_000_000;

/// The key with this number: keys sort as their numbers do.
pub fn key(number: u64) -> Key {
    let mut bytes = [0; 16];
    if let Some(tail) = bytes.last_chunk_mut::<8>() {
        *tail = number.to_be_bytes();
    }
    Key::from_bytes(bytes)
}

pub fn profile(name: &str) -> Profile {
    Profile {
        name: name.to_owned(),
        country: Some("BD".to_owned()),
        time_zone: "Asia/Dhaka".to_owned(),
        installation: INSTALLATION,
        absent: Vec::new(),
    }
}

/// A moment so many seconds after the beginning, with a fraction that is no whole tick.
pub fn instant(second: i64) -> Result<Timestamp, StoreError> {
    Timestamp::new(BEGINNING + second, 123_456_789)
        .map_err(|error| StoreError::engine("make a moment", error))
}

/// Someone acting so many seconds after the beginning.
pub fn stamp_of(user_name: &str, second: i64) -> Result<Stamp, StoreError> {
    Ok(Stamp {
        instant: instant(second)?,
        zone: "Asia/Dhaka".to_owned(),
        offset_s: 21_600,
        user_key: (user_name != "Rahima").then_some(key(7)),
        user_name: user_name.to_owned(),
        program_version: "0.1.0".to_owned(),
        commit: key(1_000_000 + second.unsigned_abs()),
    })
}

pub fn stamp(second: i64) -> Result<Stamp, StoreError> {
    stamp_of("Rahima", second)
}

/// An act on the whole business.
pub fn act(action: Action, number: u64, second: i64) -> Result<Draft, StoreError> {
    Ok(Draft {
        stamp: stamp(second)?,
        action,
        key: key(9_000_000 + number),
        object: None,
        before: Contents::default(),
        after: Contents::default(),
        title: "Mudi dokan".to_owned(),
        facts: vec![
            ("file_name".to_owned(), "ঢাকা (2026-11-21).manager".to_owned()),
            ("left_out".to_owned(), String::new()),
        ],
    })
}

pub fn record(number: u64, content: &[u8]) -> Object {
    Object {
        key: key(number),
        content_type: KIND,
        content: content.to_vec(),
        timestamp: None,
    }
}

/// A business with one record, number 1, and two entries.
pub fn create(store: &dyn BusinessStore, number: u64, name: &str) -> Result<(), StoreError> {
    create_business(
        store,
        key(number),
        &profile(name),
        &[(record(1, b"first"), "First".to_owned())],
        &stamp(0)?,
        key(8_000_000 + number),
    )
}

/// A store and a business of it.
type Opened = (Box<dyn BusinessStore>, Arc<dyn Business>);

/// A store with one business, number 100, as [`create`] makes it.
pub fn opened(ground: &dyn Ground) -> Result<Opened, StoreError> {
    let store = ground.open()?;
    create(store.as_ref(), 100, "Mudi dokan")?;
    let business = store.open(key(100))?;
    Ok((store, business))
}

/// Puts a record of [`KIND`] in a unit of work of its own.
pub fn put(
    business: &dyn Business,
    number: u64,
    content: &[u8],
    second: i64,
) -> Result<(), StoreError> {
    business.write(&mut |unit| {
        let title = format!("Record {number}");
        unit.put_object(key(number), KIND, content, &title, &stamp(second)?)?;
        Ok(())
    })
}
