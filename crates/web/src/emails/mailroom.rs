//! What sending needs of the running program: the vault of mail accounts, a bell that wakes the
//! sender, and where connections may go.
//!
//! The vault lies outside the businesses, so that no backup holds a password (SPEC-emails.md, 7).
//! It is opened when somebody first asks for it: commands that send nothing make no folder.

use mail::{HostPolicy, MailError, Vault};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Tells somebody outside of this program that something waits.
pub type OnRing = Box<dyn Fn() + Send + Sync>;

/// The mailroom of one program.
pub struct Mailroom {
    /// The data folder; none where the vault lies elsewhere and is opened already.
    data: PathBuf,
    vault: Mutex<Option<Arc<Vault>>>,
    /// Who else hears the bell.
    on_ring: Option<OnRing>,
    /// Where emails may be handed over.
    pub policy: HostPolicy,
    /// Where letters to users may be handed over: whoever runs the program says through what.
    pub letters_policy: HostPolicy,
    /// How often the bell was rung.
    rings: Mutex<u64>,
    bell: Condvar,
}

impl Mailroom {
    /// The mailroom of a data folder, which may send through any server.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            vault: Mutex::new(None),
            on_ring: None,
            policy: HostPolicy::Any,
            letters_policy: HostPolicy::Any,
            rings: Mutex::new(0),
            bell: Condvar::new(),
        }
    }

    /// The mailroom of one among many on a network that belongs to somebody else: over a vault, to
    /// servers with public addresses only, and with somebody outside who hears the bell.
    pub fn of_many(vault: Arc<Vault>, on_ring: OnRing) -> Self {
        Self {
            vault: Mutex::new(Some(vault)),
            on_ring: Some(on_ring),
            policy: HostPolicy::PublicOnly,
            ..Self::new(PathBuf::new())
        }
    }

    /// The vault.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`], [`MailError::VaultNotWritten`].
    pub fn vault(&self) -> Result<Arc<Vault>, MailError> {
        let mut vault = self.vault.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(opened) = &*vault {
            return Ok(opened.clone());
        }
        let opened = Arc::new(Vault::open(&self.data)?);
        *vault = Some(opened.clone());
        Ok(opened)
    }

    /// Wakes the sender: something waits, or the account has changed, or the program ends.
    pub fn ring(&self) {
        let mut rings = self.rings();
        *rings = rings.wrapping_add(1);
        self.bell.notify_all();
        drop(rings);
        if let Some(on_ring) = &self.on_ring {
            on_ring();
        }
    }

    /// Waits until the bell was rung after `heard` rings, or for `patience`; how many rings there
    /// were then.
    pub fn wait(&self, heard: u64, patience: Duration) -> u64 {
        let rings = self.rings();
        let waited = self
            .bell
            .wait_timeout_while(rings, patience, |rings| *rings == heard);
        match waited {
            Ok((rings, _)) => *rings,
            Err(poisoned) => *poisoned.into_inner().0,
        }
    }

    fn rings(&self) -> MutexGuard<'_, u64> {
        self.rings.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bell_rung_before_anybody_waits_is_heard() {
        let mailroom = Mailroom::new("nowhere");
        mailroom.ring();
        let begun = std::time::Instant::now();
        let heard = mailroom.wait(0, Duration::from_secs(60));
        assert_eq!(heard, 1);
        assert!(begun.elapsed() < Duration::from_secs(10));
        assert_eq!(mailroom.wait(heard, Duration::from_millis(5)), 1);
    }
}
