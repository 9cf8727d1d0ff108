//! Which passphrase opens a kept backup: the one that a person gave, else those in the vault
//! (SPEC-keeping.md, 2.5).

use super::{KeepError, Keeping, fresh_key};
use crate::{BackupError, Passphrase};
use catalog::{BackupEntry, Key};

/// What a file says that was opened without the right passphrase.
const CLOSED: [&str; 2] = ["needs-passphrase", "wrong-passphrase"];
/// What is no fault of a file: nobody here can open it.
const NOT_FOR_US: [&str; 4] = [
    "needs-passphrase",
    "wrong-passphrase",
    "encrypted-otherwise",
    "work-factor-too-high",
];

impl Keeping {
    /// Keeps a passphrase in the vault; the key is what schedules and wishes name.
    ///
    /// # Errors
    /// [`KeepError::Vault`].
    pub fn keep_passphrase(&self, passphrase: &Passphrase) -> Result<Key, KeepError> {
        let key = fresh_key()?;
        self.means.keep_secret(key, passphrase.reveal())?;
        Ok(key)
    }

    /// Forgets a passphrase. Backups that need it can then be opened only by whoever knows it.
    ///
    /// # Errors
    /// [`KeepError::Vault`].
    pub fn forget_passphrase(&self, key: Key) -> Result<(), KeepError> {
        Ok(self.means.forget_secret(key)?)
    }

    /// The passphrase under a key.
    pub(super) fn passphrase(&self, key: Key) -> Result<Passphrase, KeepError> {
        let kept = self.means.secret(key)?.filter(|kept| !kept.is_empty());
        kept.map(Passphrase::new)
            .ok_or(KeepError::PassphraseMissing)
    }

    /// Opens a backup with what was given, else with nothing, else with each passphrase that some
    /// schedule has, that of its own schedule first. Each try costs what guessing costs.
    pub(super) fn open_with<T>(
        &self,
        entry: &BackupEntry,
        given: Option<&Passphrase>,
        open: impl Fn(Option<&Passphrase>) -> Result<T, BackupError>,
    ) -> Result<T, KeepError> {
        let mut opened = open(given);
        if given.is_some() {
            return Ok(opened?);
        }
        let mut schedules = self.catalog()?.schedules()?;
        schedules.sort_by_key(|schedule| Some(schedule.key) != entry.schedule);
        let mut tried: Vec<Key> = Vec::new();
        for key in schedules.iter().filter_map(|schedule| schedule.passphrase) {
            let is_closed = matches!(&opened, Err(error) if CLOSED.contains(&error.code()));
            if !is_closed {
                break;
            }
            if !tried.contains(&key) {
                tried.push(key);
                if let Ok(passphrase) = self.passphrase(key) {
                    opened = open(Some(&passphrase));
                }
            }
        }
        Ok(opened?)
    }
}

/// Whether an error tells nothing against a file, but that it cannot be opened here.
pub(super) fn is_not_for_us(error: &BackupError) -> bool {
    NOT_FOR_US.contains(&error.code())
}
