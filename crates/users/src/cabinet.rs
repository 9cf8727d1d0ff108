//! The little that a database must do to keep a directory: rows in drawers, changed together.
//!
//! What the rows mean, and which changes are refused, is written once, in `kept_directory.rs`.

use crate::UsersError;
use books::Key;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Mutex, PoisonError};

/// What a row is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Drawer {
    /// Users, by key.
    Users,
    /// How users prove who they are, by the user's key.
    Credentials,
    /// Sessions, by digest.
    Sessions,
    /// Links, by digest.
    Links,
    /// Access tokens, by digest.
    Tokens,
    /// Known devices, by user and digest.
    Devices,
    /// Wrong tries, by kind and name.
    Failures,
    /// Lines of the security log, by moment and chance.
    Events,
}

impl Drawer {
    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Credentials => "credentials",
            Self::Sessions => "sessions",
            Self::Links => "links",
            Self::Tokens => "tokens",
            Self::Devices => "devices",
            Self::Failures => "failures",
            Self::Events => "events",
        }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// By what it is found.
    pub key: Vec<u8>,
    /// The user to whom it belongs; it goes with them.
    pub owner: Option<Key>,
    /// What it says, as `encoding.rs` writes it.
    pub body: Vec<u8>,
}

/// Rows within one change or one look.
pub trait Drawers {
    /// The row with this key.
    ///
    /// # Errors
    /// [`UsersError::Directory`] when the rows cannot be read or written; so for all methods.
    fn get(&mut self, drawer: Drawer, key: &[u8]) -> Result<Option<Row>, UsersError>;

    /// Makes or replaces a row.
    fn put(&mut self, drawer: Drawer, row: &Row) -> Result<(), UsersError>;

    /// Removes a row; whether there was one.
    fn remove(&mut self, drawer: Drawer, key: &[u8]) -> Result<bool, UsersError>;

    /// The rows of a user.
    fn of_owner(&mut self, drawer: Drawer, owner: Key) -> Result<Vec<Row>, UsersError>;

    /// Removes all rows of a user in every drawer.
    fn remove_owner(&mut self, owner: Key) -> Result<(), UsersError>;

    /// Rows below a key (exclusive; from the end where none is named), downward, at most `limit`.
    fn below(
        &mut self,
        drawer: Drawer,
        key: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Row>, UsersError>;

    /// Takes a name to sign in with for a user, who lets go of any other one; false when it is
    /// somebody's whom this cabinet does not know. Where a cabinet holds everybody who signs in
    /// there is nothing to do. [`Drawers::remove_owner`] gives it back.
    ///
    /// # Errors
    /// As [`Drawers::get`].
    fn claim_name(&mut self, _name: &str, _owner: Key) -> Result<bool, UsersError> {
        Ok(true)
    }
}

/// Work on rows: done wholly or not at all.
pub type Work<'w> = &'w mut dyn FnMut(&mut dyn Drawers) -> Result<(), UsersError>;

/// Keeps rows in drawers.
pub trait Cabinet: Send + Sync {
    /// Does work in one transaction that waits for others that change: it is durable when this
    /// returns.
    ///
    /// # Errors
    /// Those of the work, or the cabinet's own; nothing has changed then.
    fn change(&self, work: Work<'_>) -> Result<(), UsersError>;

    /// Does work that only reads.
    ///
    /// # Errors
    /// Those of the work, or the cabinet's own.
    fn look(&self, work: Work<'_>) -> Result<(), UsersError>;
}

/// A cabinet that lasts as long as it lives: for tests.
#[derive(Default)]
pub struct MemoryCabinet(Mutex<Rows>);

type Rows = BTreeMap<(Drawer, Vec<u8>), Row>;

impl Cabinet for MemoryCabinet {
    fn change(&self, work: Work<'_>) -> Result<(), UsersError> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut changed = kept.clone();
        work(&mut changed)?;
        *kept = changed;
        Ok(())
    }

    fn look(&self, work: Work<'_>) -> Result<(), UsersError> {
        let mut seen = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        work(&mut seen)
    }
}

impl Drawers for Rows {
    fn get(&mut self, drawer: Drawer, key: &[u8]) -> Result<Option<Row>, UsersError> {
        Ok(BTreeMap::get(self, &(drawer, key.to_vec())).cloned())
    }

    fn put(&mut self, drawer: Drawer, row: &Row) -> Result<(), UsersError> {
        self.insert((drawer, row.key.clone()), row.clone());
        Ok(())
    }

    fn remove(&mut self, drawer: Drawer, key: &[u8]) -> Result<bool, UsersError> {
        Ok(BTreeMap::remove(self, &(drawer, key.to_vec())).is_some())
    }

    fn of_owner(&mut self, drawer: Drawer, owner: Key) -> Result<Vec<Row>, UsersError> {
        Ok(self
            .iter()
            .filter(|((of, _), row)| *of == drawer && row.owner == Some(owner))
            .map(|(_, row)| row.clone())
            .collect())
    }

    fn remove_owner(&mut self, owner: Key) -> Result<(), UsersError> {
        self.retain(|_, row| row.owner != Some(owner));
        Ok(())
    }

    fn below(
        &mut self,
        drawer: Drawer,
        key: Option<&[u8]>,
        limit: usize,
    ) -> Result<Vec<Row>, UsersError> {
        let first = Bound::Included((drawer, Vec::new()));
        let mut found: Vec<Row> = self
            .range((first, Bound::Unbounded))
            .take_while(|((of, _), _)| *of == drawer)
            .filter(|((_, found), _)| key.is_none_or(|key| found.as_slice() < key))
            .map(|(_, row)| row.clone())
            .collect();
        found.reverse();
        found.truncate(limit);
        Ok(found)
    }
}
