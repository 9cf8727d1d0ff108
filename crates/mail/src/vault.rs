//! The vault: mail settings and other secrets, sealed with a key that lies outside the books
//! (SPEC-emails.md, section 7). No backup reads it.
//!
//! What is sealed lies in a [`Safe`]: a folder of private files, or whatever else keeps bytes under
//! names. A safe sees nothing but sealed bytes.

mod folder;
mod installation;
mod secrets;

use crate::{MailError, MailSettings};
use books::Key;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use installation::INSTALLATION;
use std::path::Path;
use std::sync::Arc;

/// What is authenticated before the name of the file.
const DOMAIN: &[u8] = b"tijori vault 1 ";

/// The version of the layout, the first byte of what is sealed.
const VERSION: u8 = 1;

/// Bytes of a nonce.
const NONCE_BYTES: usize = 24;

/// Keeps sealed bytes under names, which are letters, figures, dots and hyphens.
pub trait Safe: Send + Sync {
    /// What lies under a name.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`].
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, MailError>;

    /// Puts something under a name durably, in the place of what lies there.
    ///
    /// # Errors
    /// [`MailError::VaultNotWritten`].
    fn put(&self, name: &str, sealed: &[u8]) -> Result<(), MailError>;

    /// Takes away what lies under a name. No error when nothing does.
    ///
    /// # Errors
    /// [`MailError::VaultNotWritten`].
    fn remove(&self, name: &str) -> Result<(), MailError>;

    /// All names, in no order.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`].
    fn names(&self) -> Result<Vec<String>, MailError>;
}

/// The vault of one installation, or of one subscriber.
pub struct Vault {
    safe: Box<dyn Safe>,
    cipher: XChaCha20Poly1305,
    /// Whose mail account writes to users, where it is not this vault's own.
    lender: Option<Arc<Vault>>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Vault")
    }
}

impl Vault {
    /// Opens the vault of a data folder; makes it, and the key of this installation, where there
    /// is none.
    ///
    /// # Errors
    /// [`MailError::VaultNotWritten`], or [`MailError::VaultUnreadable`] when there is a key file
    /// that holds no key: it is never replaced, for settings may be sealed with what it held.
    pub fn open(data: &Path) -> Result<Self, MailError> {
        let (folder, key) = folder::open(data)?;
        let cipher = XChaCha20Poly1305::new_from_slice(&key)
            .map_err(|_| unreadable("instance.key holds no key"))?;
        Ok(Self {
            safe: Box::new(folder),
            cipher,
            lender: None,
        })
    }

    /// A vault over any safe, with a key that the safe does not know.
    pub fn over(safe: Box<dyn Safe>, key: &[u8; 32]) -> Self {
        Self {
            safe,
            cipher: XChaCha20Poly1305::new(key.into()),
            lender: None,
        }
    }

    /// The same vault, with the mail account of the installation out of another one.
    #[must_use]
    pub fn lent(self, lender: Arc<Vault>) -> Self {
        Self {
            lender: Some(lender),
            ..self
        }
    }

    /// The mail settings of a business; none when they were never given.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`] when they were sealed with another key or altered.
    pub fn mail_settings(&self, business: Key) -> Result<Option<MailSettings>, MailError> {
        let name = name_of(business);
        let Some(sealed) = self.safe.get(&name)? else {
            return Ok(None);
        };
        let bytes = self.unseal(&name, &sealed)?;
        MailSettings::from_bytes(&bytes)
            .map(Some)
            .ok_or_else(|| unreadable("what was sealed is no mail account"))
    }

    /// The businesses whose mail settings are kept here, readable or not, in no order.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`].
    pub fn businesses(&self) -> Result<Vec<Key>, MailError> {
        let names = self.safe.names()?;
        let keys = names
            .iter()
            .filter_map(|name| name.strip_suffix(".mail")?.parse::<Key>().ok());
        Ok(keys.filter(|key| *key != INSTALLATION).collect())
    }

    /// Forgets the mail settings of a business. No error when there are none.
    ///
    /// # Errors
    /// [`MailError::VaultNotWritten`].
    pub fn forget(&self, business: Key) -> Result<(), MailError> {
        self.safe.remove(&name_of(business))
    }

    /// Seals and keeps the settings; [`save_settings`](crate::save_settings) also tells History.
    pub(crate) fn put(&self, business: Key, settings: &MailSettings) -> Result<(), MailError> {
        let name = name_of(business);
        let sealed = self.seal(&name, &settings.to_bytes())?;
        self.safe.put(&name, &sealed)
    }

    /// Seals bytes that are kept elsewhere, bound to what they are: the seed of a second factor.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`] when the system gives no random numbers.
    pub fn seal(&self, context: &str, bytes: &[u8]) -> Result<Vec<u8>, MailError> {
        let mut nonce = [0; NONCE_BYTES];
        fill(&mut nonce)?;
        let sealed = self
            .cipher
            .encrypt(
                XNonce::from_slice(&nonce),
                bound(context, bytes).as_payload(),
            )
            .map_err(|_| unreadable("it could not be sealed"))?;
        Ok([&[VERSION][..], &nonce, &sealed].concat())
    }

    /// The bytes again that were sealed as this.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`] when they were sealed as something else, elsewhere, or
    /// altered.
    pub fn unseal(&self, context: &str, sealed: &[u8]) -> Result<Vec<u8>, MailError> {
        let altered = || unreadable("it was altered, or sealed on another computer");
        let (version, rest) = sealed.split_first().ok_or_else(altered)?;
        let (nonce, sealed) = rest
            .split_first_chunk::<NONCE_BYTES>()
            .ok_or_else(altered)?;
        if *version != VERSION {
            return Err(unreadable("it was sealed by a newer version"));
        }
        self.cipher
            .decrypt(
                XNonce::from_slice(nonce),
                bound(context, sealed).as_payload(),
            )
            .map_err(|_| altered())
    }
}

/// Under which name the mail settings of a business lie.
fn name_of(business: Key) -> String {
    format!("{business}.mail")
}

/// Bytes, and what is authenticated with them.
fn bound<'a>(context: &str, bytes: &'a [u8]) -> Bound<'a> {
    Bound {
        bytes,
        bound_to: [DOMAIN, context.as_bytes()].concat(),
    }
}

/// Bytes bound to a name.
struct Bound<'a> {
    bytes: &'a [u8],
    bound_to: Vec<u8>,
}

impl Bound<'_> {
    fn as_payload(&self) -> Payload<'_, '_> {
        Payload {
            msg: self.bytes,
            aad: &self.bound_to,
        }
    }
}

fn fill(bytes: &mut [u8]) -> Result<(), MailError> {
    getrandom::fill(bytes).map_err(unreadable)
}

fn unreadable(reason: impl ToString) -> MailError {
    MailError::VaultUnreadable {
        reason: reason.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Mailbox, Secret, Security};
    use std::collections::BTreeMap;
    use std::fs;
    use std::sync::Mutex;

    const BUSINESS: Key = Key::constant("22222222-2222-4222-8222-222222222222");

    fn settings() -> MailSettings {
        let from = Mailbox::parse("রহিমা <rahima@example.com>").unwrap();
        MailSettings {
            port: 587,
            security: Security::StartTls,
            username: "rahima".to_owned(),
            password: Secret::new("পাসওয়ার্ড hunter2"),
            reply_to: Some(Mailbox::parse("a@example.com").unwrap()),
            copies_to_oneself: true,
            emails_per_hour: 7,
            authority: Some("-----BEGIN".to_owned()),
            ..MailSettings::new("mail.example.com", from)
        }
    }

    #[test]
    fn settings_come_back_and_nothing_of_them_can_be_read_in_the_folder() {
        let data = tempfile::tempdir().unwrap();
        let vault = Vault::open(data.path()).unwrap();
        assert_eq!(vault.mail_settings(BUSINESS).unwrap(), None);
        vault.put(BUSINESS, &settings()).unwrap();
        drop(vault);
        let vault = Vault::open(data.path()).unwrap();
        assert_eq!(vault.mail_settings(BUSINESS).unwrap(), Some(settings()));
        assert_eq!(vault.businesses().unwrap(), [BUSINESS]);
        for entry in fs::read_dir(data.path().join("vault")).unwrap() {
            let path = entry.unwrap().path();
            let bytes = fs::read(&path).unwrap();
            assert!(!bytes.windows(7).any(|found| found == b"hunter2"));
            assert!(!bytes.windows(6).any(|found| found == b"rahima"));
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                let mode = fs::metadata(&path).unwrap().permissions().mode();
                assert_eq!(mode & 0o777, 0o600, "{}", path.display());
            }
        }
        vault.forget(BUSINESS).unwrap();
        vault.forget(BUSINESS).unwrap();
        assert_eq!(vault.mail_settings(BUSINESS).unwrap(), None);
    }

    #[test]
    fn what_was_altered_moved_or_sealed_elsewhere_does_not_open() {
        let data = tempfile::tempdir().unwrap();
        let vault = Vault::open(data.path()).unwrap();
        vault.put(BUSINESS, &settings()).unwrap();
        let path_of = |key| data.path().join("vault").join(name_of(key));
        let path = path_of(BUSINESS);
        let good = fs::read(&path).unwrap();
        for at in [0, 1, 25, good.len() - 1] {
            let mut bad = good.clone();
            bad[at] ^= 1;
            fs::write(&path, &bad).unwrap();
            let error = vault.mail_settings(BUSINESS).unwrap_err();
            assert_eq!(error.code(), "vault-unreadable");
        }
        fs::write(path_of(Key::NIL), &good).unwrap();
        assert!(vault.mail_settings(Key::NIL).is_err());
        fs::write(&path, &good).unwrap();
        assert!(vault.mail_settings(BUSINESS).is_ok());
        fs::write(data.path().join("vault/instance.key"), [7; 32]).unwrap();
        let other = Vault::open(data.path()).unwrap();
        assert!(other.mail_settings(BUSINESS).is_err());
        fs::write(data.path().join("vault/instance.key"), b"short").unwrap();
        assert!(Vault::open(data.path()).is_err());
    }

    /// A safe in memory that several vaults share.
    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

    impl Safe for Shared {
        fn get(&self, name: &str) -> Result<Option<Vec<u8>>, MailError> {
            Ok(self.0.lock().unwrap().get(name).cloned())
        }
        fn put(&self, name: &str, sealed: &[u8]) -> Result<(), MailError> {
            let mut kept = self.0.lock().unwrap();
            kept.insert(name.to_owned(), sealed.to_vec());
            Ok(())
        }
        fn remove(&self, name: &str) -> Result<(), MailError> {
            self.0.lock().unwrap().remove(name);
            Ok(())
        }
        fn names(&self) -> Result<Vec<String>, MailError> {
            Ok(self.0.lock().unwrap().keys().cloned().collect())
        }
    }

    #[test]
    fn any_safe_will_do_and_only_the_key_opens_it() {
        let safe = Shared::default();
        let vault = Vault::over(Box::new(safe.clone()), &[1; 32]);
        vault.put(BUSINESS, &settings()).unwrap();
        vault.keep_secret(BUSINESS, "hunter2").unwrap();
        let again = Vault::over(Box::new(safe.clone()), &[1; 32]);
        assert_eq!(again.mail_settings(BUSINESS).unwrap(), Some(settings()));
        assert_eq!(again.businesses().unwrap(), [BUSINESS]);
        let other = Vault::over(Box::new(safe), &[2; 32]);
        assert!(other.mail_settings(BUSINESS).is_err());
        assert!(other.secret(BUSINESS).is_err());
        // Who writes to users is lent; nothing else is.
        vault.keep_installation_mail(&settings()).unwrap();
        let own = Vault::over(Box::new(Shared::default()), &[3; 32]);
        assert_eq!(own.installation_mail().unwrap(), None);
        let lent = own.lent(Arc::new(vault));
        assert_eq!(lent.installation_mail().unwrap(), Some(settings()));
        assert_eq!(lent.mail_settings(BUSINESS).unwrap(), None);
    }

    #[test]
    fn nothing_prints_the_password() {
        let data = tempfile::tempdir().unwrap();
        let vault = Vault::open(data.path()).unwrap();
        let printed = format!("{vault:?} {:?}", settings());
        assert!(!printed.contains("hunter2") && printed.contains("***"));
    }
}
