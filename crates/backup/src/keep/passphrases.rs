//! Which passphrase opens a kept backup: the one that a person gave, else those in the vault
//! (SPEC-keeping.md, 2.5).
//!
//! A passphrase that no schedule uses any more is not forgotten: backups that it protects lie in
//! places. The vault holds a list of all passphrases that were ever kept for backups, under a key
//! of its own; one goes when no backup is left that it could open.

use super::{KeepError, Keeping, RunReport, RunWish, fresh_key};
use crate::{BackupError, Limits, Passphrase, Progress};
use catalog::{BackupEntry, EntryFilter, EntryState, Key, RunOutcome};
use jiff::Timestamp;
use std::path::Path;

/// Under this key the vault holds the list.
const LIST: Key = Key::from_bytes(*b"passphrases-list");
/// What is no fault of a file: nobody here can open it.
const NOT_FOR_US: [&str; 4] = [
    "needs-passphrase",
    "wrong-passphrase",
    "encrypted-otherwise",
    "work-factor-too-high",
];

/// One passphrase in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Listed {
    /// Under which key the vault holds it.
    key: Key,
    /// When it was seen that no schedule names it: it opens nothing that was made later.
    given_up_at: Option<Timestamp>,
}

impl Listed {
    fn to_line(&self) -> String {
        match self.given_up_at {
            Some(at) => format!("{} {at}\n", self.key),
            None => format!("{}\n", self.key),
        }
    }

    fn read(line: &str) -> Option<Self> {
        let (key, at) = line.split_once(' ').unwrap_or((line, ""));
        Some(Self {
            key: key.parse().ok()?,
            given_up_at: at.parse().ok(),
        })
    }
}

impl Keeping {
    /// Keeps a passphrase in the vault; the key is what schedules and wishes name. It stays there
    /// for as long as a backup may need it, whatever becomes of the schedule.
    ///
    /// # Errors
    /// [`KeepError::Vault`], [`KeepError::Catalog`].
    pub fn keep_passphrase(&self, passphrase: &Passphrase) -> Result<Key, KeepError> {
        Ok(self.keep_once(passphrase)?.0)
    }

    /// Makes a backup now that is protected with a passphrase, which stays in the vault while the
    /// backup is there.
    ///
    /// # Errors
    /// As [`Keeping::run`]; [`KeepError::Vault`].
    pub fn run_protected(
        &self,
        wish: &RunWish<'_>,
        passphrase: &Passphrase,
        progress: &dyn Progress,
    ) -> Result<RunReport, KeepError> {
        let (key, is_new) = self.keep_once(passphrase)?;
        let wish = RunWish {
            passphrase: Some(key),
            ..wish.clone()
        };
        let report = self.run(&wish, progress);
        let has_made = |report: &RunReport| {
            let is_unchanged = report.run.outcome == RunOutcome::Unchanged;
            !is_unchanged && report.entries.iter().any(BackupEntry::is_good)
        };
        if is_new && !report.as_ref().is_ok_and(has_made) {
            self.forget_passphrase(key)?;
        }
        report
    }

    /// The key of a passphrase in the vault, and whether it was not there before.
    fn keep_once(&self, passphrase: &Passphrase) -> Result<(Key, bool), KeepError> {
        let mut listed = self.listed()?;
        for known in &listed {
            if self.passphrase(known.key).ok().as_ref() == Some(passphrase) {
                return Ok((known.key, false));
            }
        }
        let key = fresh_key()?;
        self.means.keep_secret(key, passphrase.reveal())?;
        // Those that schedules had before there was a list get into it here.
        for key in self.keys_of_schedules()?.into_iter().chain([key]) {
            if listed.iter().all(|other| other.key != key) {
                listed.push(Listed {
                    key,
                    given_up_at: None,
                });
            }
        }
        self.keep_list(&listed)?;
        Ok((key, true))
    }

    /// Forgets a passphrase. Backups that need it can then be opened only by whoever knows it.
    ///
    /// # Errors
    /// [`KeepError::Vault`].
    pub fn forget_passphrase(&self, key: Key) -> Result<(), KeepError> {
        let mut listed = self.listed()?;
        listed.retain(|other| other.key != key);
        self.keep_list(&listed)?;
        Ok(self.means.forget_secret(key)?)
    }

    /// The passphrase under a key.
    pub(super) fn passphrase(&self, key: Key) -> Result<Passphrase, KeepError> {
        let kept = self.means.secret(key)?.filter(|kept| !kept.is_empty());
        kept.map(Passphrase::new)
            .ok_or(KeepError::PassphraseMissing)
    }

    /// The passphrase in the vault that opens the bytes of an entry, which lie at `path`; none when
    /// they are not encrypted, or no passphrase there opens them. Each try costs what guessing
    /// costs.
    ///
    /// # Errors
    /// [`KeepError::Catalog`].
    pub fn passphrase_for(
        &self,
        entry: &BackupEntry,
        path: &Path,
    ) -> Result<Option<Passphrase>, KeepError> {
        let limits = Limits::default();
        if !manager_file::is_encrypted_file(path) {
            return Ok(None);
        }
        for key in self.keys_to_try(entry)? {
            let Ok(passphrase) = self.passphrase(key) else {
                continue;
            };
            // What is wrong with the file is said by whoever opens it.
            if manager_file::passphrase_fits(path, &passphrase, &limits).unwrap_or(false) {
                return Ok(Some(passphrase));
            }
        }
        Ok(None)
    }

    /// Opens a backup with what was given, else with what the vault has for it, else with nothing.
    pub(super) fn open_with<T>(
        &self,
        (entry, path): (&BackupEntry, &Path),
        given: Option<&Passphrase>,
        open: impl FnOnce(Option<&Passphrase>) -> Result<T, BackupError>,
    ) -> Result<T, KeepError> {
        if given.is_some() {
            return Ok(open(given)?);
        }
        let kept = self.passphrase_for(entry, path)?;
        Ok(open(kept.as_ref())?)
    }

    /// That of its own schedule first, then those of other schedules, then those that were given
    /// up, the latest first.
    fn keys_to_try(&self, entry: &BackupEntry) -> Result<Vec<Key>, KeepError> {
        let mut schedules = self.catalog()?.schedules()?;
        schedules.sort_by_key(|schedule| Some(schedule.key) != entry.schedule);
        let of_schedules = schedules.iter().filter_map(|schedule| schedule.passphrase);
        // A list that cannot be read hides no passphrase of a schedule.
        let listed = self.listed().unwrap_or_default();
        let mut keys: Vec<Key> = Vec::new();
        for key in of_schedules.chain(listed.iter().rev().map(|listed| listed.key)) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        Ok(keys)
    }

    /// Forgets the passphrases that no schedule uses and no backup needs any more.
    ///
    /// # Errors
    /// [`KeepError::Vault`], [`KeepError::Catalog`].
    pub(super) fn forget_unneeded_passphrases(&self) -> Result<(), KeepError> {
        let before = self.listed()?;
        if before.is_empty() {
            return Ok(());
        }
        let used = self.keys_of_schedules()?;
        let (mut after, mut unneeded) = (Vec::new(), Vec::new());
        for mut listed in before.clone() {
            if used.contains(&listed.key) {
                listed.given_up_at = None;
            } else {
                listed.given_up_at = listed.given_up_at.or_else(|| Some(self.now()));
            }
            match listed.given_up_at {
                Some(at) if !self.has_encrypted_until(at)? => unneeded.push(listed.key),
                _ => after.push(listed),
            }
        }
        if after != before {
            self.keep_list(&after)?;
        }
        for key in unneeded {
            self.means.forget_secret(key)?;
        }
        Ok(())
    }

    /// Whether an encrypted backup is there, or may come back, that was made until then.
    fn has_encrypted_until(&self, at: Timestamp) -> Result<bool, KeepError> {
        let entries = self.catalog()?.entries(&EntryFilter::default())?;
        let may_be_there = |entry: &BackupEntry| match entry.state {
            EntryState::Good | EntryState::Trashed(_) | EntryState::Lost(_) => true,
            EntryState::Failed(_) | EntryState::Missed | EntryState::Emptied(_) => false,
        };
        let mut entries = entries.iter();
        Ok(entries.any(|entry| {
            // Of one that was only found nobody knows whether it is encrypted.
            let may_need = entry.is_encrypted || entry.content_digest.is_none();
            may_need && may_be_there(entry) && entry.made_at <= at
        }))
    }

    fn keys_of_schedules(&self) -> Result<Vec<Key>, KeepError> {
        let schedules = self.catalog()?.schedules()?;
        Ok(schedules.iter().filter_map(|it| it.passphrase).collect())
    }

    fn listed(&self) -> Result<Vec<Listed>, KeepError> {
        let text = self.means.secret(LIST)?.unwrap_or_default();
        Ok(text.lines().filter_map(Listed::read).collect())
    }

    fn keep_list(&self, listed: &[Listed]) -> Result<(), KeepError> {
        let text: String = listed.iter().map(Listed::to_line).collect();
        Ok(self.means.keep_secret(LIST, &text)?)
    }
}

/// Whether an error tells nothing against a file, but that it cannot be opened here.
pub(super) fn is_not_for_us(error: &BackupError) -> bool {
    NOT_FOR_US.contains(&error.code())
}
