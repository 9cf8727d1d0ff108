//! Secrets of other things than mail accounts: the secret access keys of storages, and the
//! passphrases of backups (SPEC-keeping.md, 2.5). Each lies in a file of its own under its key.

use super::{SEALED_BYTES_MAX, Vault, not_written, unreadable, write_durably};
use crate::MailError;
use books::Key;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

impl Vault {
    /// Keeps a secret under a key, in the place of one that is there.
    ///
    /// # Errors
    /// [`MailError::VaultNotWritten`], or [`MailError::VaultUnreadable`] when the system gives no
    /// random numbers.
    pub fn keep_secret(&self, key: Key, secret: &str) -> Result<(), MailError> {
        let sealed = self.seal(&context(key), secret.as_bytes())?;
        write_durably(&self.folder, &self.secret_path(key), &sealed)
    }

    /// The secret under a key; none when there is none.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`] when it was sealed with another key, or altered.
    pub fn secret(&self, key: Key) -> Result<Option<String>, MailError> {
        let path = self.secret_path(key);
        let sealed = match fs::metadata(&path) {
            Ok(found) if found.len() <= SEALED_BYTES_MAX => fs::read(&path).map_err(unreadable)?,
            Ok(_) => return Err(unreadable("its file is too large")),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(error)),
        };
        let bytes = self.unseal(&context(key), &sealed)?;
        String::from_utf8(bytes).map(Some).map_err(unreadable)
    }

    /// Forgets the secret under a key. No error when there is none.
    ///
    /// # Errors
    /// [`MailError::VaultNotWritten`].
    pub fn forget_secret(&self, key: Key) -> Result<(), MailError> {
        let path = self.secret_path(key);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(not_written(&path)(error)),
            _ => Ok(()),
        }
    }

    fn secret_path(&self, key: Key) -> PathBuf {
        self.folder.join(context(key))
    }
}

/// What a secret is bound to: the name of its file.
fn context(key: Key) -> String {
    format!("{key}.secret")
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: Key = Key::constant("33333333-3333-4333-8333-333333333333");
    const OTHER: Key = Key::constant("44444444-4444-4444-8444-444444444444");

    #[test]
    fn a_secret_comes_back_under_its_key_only_and_cannot_be_read_in_the_folder() {
        let data = tempfile::tempdir().unwrap();
        let vault = Vault::open(data.path()).unwrap();
        assert_eq!(vault.secret(KEY).unwrap(), None);
        vault.keep_secret(KEY, "hunter2-पासवर्ड").unwrap();
        vault.keep_secret(KEY, "hunter3-पासवर्ड").unwrap();
        let kept = vault.secret(KEY).unwrap();
        assert_eq!(kept.as_deref(), Some("hunter3-पासवर्ड"));
        let bytes = fs::read(vault.secret_path(KEY)).unwrap();
        assert!(!bytes.windows(6).any(|found| found == b"hunter"));
        fs::write(vault.secret_path(OTHER), &bytes).unwrap();
        let moved = vault.secret(OTHER).unwrap_err();
        assert_eq!(moved.code(), "vault-unreadable");
        assert_eq!(vault.businesses().unwrap(), []);
        vault.forget_secret(KEY).unwrap();
        vault.forget_secret(KEY).unwrap();
        assert_eq!(vault.secret(KEY).unwrap(), None);
    }
}
