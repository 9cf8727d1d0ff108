//! Secrets of other things than mail accounts: the secret access keys of storages, and the
//! passphrases of backups (SPEC-keeping.md, 2.5). Each lies under its own key.

use super::{Vault, unreadable};
use crate::MailError;
use books::Key;

impl Vault {
    /// Keeps a secret under a key, in the place of one that is there.
    ///
    /// # Errors
    /// [`MailError::VaultNotWritten`], or [`MailError::VaultUnreadable`] when the system gives no
    /// random numbers.
    pub fn keep_secret(&self, key: Key, secret: &str) -> Result<(), MailError> {
        let name = context(key);
        let sealed = self.seal(&name, secret.as_bytes())?;
        self.safe.put(&name, &sealed)
    }

    /// The secret under a key; none when there is none.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`] when it was sealed with another key, or altered.
    pub fn secret(&self, key: Key) -> Result<Option<String>, MailError> {
        let name = context(key);
        let Some(sealed) = self.safe.get(&name)? else {
            return Ok(None);
        };
        let bytes = self.unseal(&name, &sealed)?;
        String::from_utf8(bytes).map(Some).map_err(unreadable)
    }

    /// Forgets the secret under a key. No error when there is none.
    ///
    /// # Errors
    /// [`MailError::VaultNotWritten`].
    pub fn forget_secret(&self, key: Key) -> Result<(), MailError> {
        self.safe.remove(&context(key))
    }
}

/// What a secret is bound to: the name of its file.
fn context(key: Key) -> String {
    format!("{key}.secret")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const KEY: Key = Key::constant("33333333-3333-4333-8333-333333333333");
    const OTHER: Key = Key::constant("44444444-4444-4444-8444-444444444444");

    #[test]
    fn a_secret_comes_back_under_its_key_only_and_cannot_be_read_in_the_folder() {
        let data = tempfile::tempdir().unwrap();
        let vault = Vault::open(data.path()).unwrap();
        let path = |key| data.path().join("vault").join(context(key));
        assert_eq!(vault.secret(KEY).unwrap(), None);
        vault.keep_secret(KEY, "hunter2-पासवर्ड").unwrap();
        vault.keep_secret(KEY, "hunter3-पासवर्ड").unwrap();
        let kept = vault.secret(KEY).unwrap();
        assert_eq!(kept.as_deref(), Some("hunter3-पासवर्ड"));
        let bytes = fs::read(path(KEY)).unwrap();
        assert!(!bytes.windows(6).any(|found| found == b"hunter"));
        fs::write(path(OTHER), &bytes).unwrap();
        let moved = vault.secret(OTHER).unwrap_err();
        assert_eq!(moved.code(), "vault-unreadable");
        assert_eq!(vault.businesses().unwrap(), []);
        vault.forget_secret(KEY).unwrap();
        vault.forget_secret(KEY).unwrap();
        assert_eq!(vault.secret(KEY).unwrap(), None);
    }
}
