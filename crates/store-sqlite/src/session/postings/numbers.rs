//! The small numbers that keys have in the tables of kept postings.

use crate::session::{Holder, Session};
use books::Key;
use rusqlite::{OptionalExtension, params};
use std::cell::RefCell;
use std::collections::HashMap;
use store::StoreError;

/// Numbers that were looked up before, in both directions.
#[derive(Debug, Default)]
pub struct Numbers {
    by_key: RefCell<HashMap<Key, i64>>,
    by_number: RefCell<HashMap<i64, Key>>,
}

/// More than these are not remembered: looking them up again costs little.
const REMEMBERED_COUNT_MAX: usize = 100_000;

impl Numbers {
    /// The number of a key, if it has one.
    pub fn find<H: Holder>(
        &self,
        session: &Session<H>,
        key: Key,
    ) -> Result<Option<i64>, StoreError> {
        if let Some(&number) = self.by_key.borrow().get(&key) {
            return Ok(Some(number));
        }
        let number: Option<i64> = session
            .statement("SELECT Number FROM PostedKeys WHERE Key = ?")?
            .query_one([key.as_bytes()], |row| row.get(0))
            .optional()
            .map_err(session.place().fault("look a key up"))?;
        if let Some(number) = number {
            remember(&self.by_key, key, number);
        }
        Ok(number)
    }

    /// The number of a key, which it is given now if it has none.
    pub fn give<H: Holder>(&self, session: &Session<H>, key: Key) -> Result<i64, StoreError> {
        if let Some(number) = self.find(session, key)? {
            return Ok(number);
        }
        session
            .statement("INSERT INTO PostedKeys (Key) VALUES (?)")?
            .execute(params![key.as_bytes()])
            .map_err(session.place().fault("number a key"))?;
        let number = session.connection().last_insert_rowid();
        remember(&self.by_key, key, number);
        Ok(number)
    }

    /// The number of a key where there is one.
    pub fn give_optional<H: Holder>(
        &self,
        session: &Session<H>,
        key: Option<Key>,
    ) -> Result<Option<i64>, StoreError> {
        key.map(|key| self.give(session, key)).transpose()
    }

    /// The key with this number.
    pub fn key<H: Holder>(&self, session: &Session<H>, number: i64) -> Result<Key, StoreError> {
        if let Some(&key) = self.by_number.borrow().get(&number) {
            return Ok(key);
        }
        let key = session
            .statement("SELECT Key FROM PostedKeys WHERE Number = ?")?
            .query_one([number], |row| super::key_at(row, 0))
            .map_err(session.place().fault("look a number up"))?;
        remember(&self.by_number, number, key);
        Ok(key)
    }

    /// Forgets everything: the table was emptied.
    pub fn forget(&self) {
        self.by_key.borrow_mut().clear();
        self.by_number.borrow_mut().clear();
    }
}

fn remember<K: std::hash::Hash + Eq, V>(map: &RefCell<HashMap<K, V>>, key: K, value: V) {
    let mut map = map.borrow_mut();
    if map.len() >= REMEMBERED_COUNT_MAX {
        map.clear();
    }
    map.insert(key, value);
}
