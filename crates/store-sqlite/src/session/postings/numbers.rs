//! The small numbers that keys have in the tables of kept postings.

use crate::session::{Holder, Session};
use books::Key;
use rusqlite::{OptionalExtension, params};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use store::StoreError;

/// Numbers that were looked up before, in both directions.
#[derive(Debug, Default)]
pub struct Numbers {
    by_key: RefCell<HashMap<Key, i64>>,
    by_number: RefCell<HashMap<i64, Key>>,
    /// Every key that has a number is remembered: the table was emptied, and nothing was let go of
    /// since.
    is_complete: Cell<bool>,
}

/// More than these are not remembered: looking them up again costs little.
const REMEMBERED_COUNT_MAX: usize = 100_000;

/// The same while all are given anew, and each is asked for several times: 24 bytes each.
const REMEMBERED_COUNT_MAX_ANEW: usize = 800_000;

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
        if self.is_complete.get() {
            return Ok(None);
        }
        let number: Option<i64> = session
            .statement("SELECT Number FROM PostedKeys WHERE Key = ?")?
            .query_one([key.as_bytes()], |row| row.get(0))
            .optional()
            .map_err(session.place().fault("look a key up"))?;
        if let Some(number) = number {
            self.remember(key, number);
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
        self.remember(key, number);
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
        let mut by_number = self.by_number.borrow_mut();
        if by_number.len() >= REMEMBERED_COUNT_MAX {
            by_number.clear();
        }
        by_number.insert(number, key);
        Ok(key)
    }

    fn remember(&self, key: Key, number: i64) {
        let mut by_key = self.by_key.borrow_mut();
        let count_max = match self.is_complete.get() {
            true => REMEMBERED_COUNT_MAX_ANEW,
            false => REMEMBERED_COUNT_MAX,
        };
        if by_key.len() >= count_max {
            // From now on the table is asked, and so many are remembered as everywhere.
            self.is_complete.set(false);
            *by_key = HashMap::new();
        }
        by_key.insert(key, number);
    }

    /// Forgets everything: the table was emptied.
    pub fn forget(&self) {
        self.by_key.borrow_mut().clear();
        self.by_number.borrow_mut().clear();
        self.is_complete.set(true);
    }

    /// From now on keys may be numbered elsewhere.
    pub fn is_shared_again(&self) {
        self.is_complete.set(false);
    }
}
