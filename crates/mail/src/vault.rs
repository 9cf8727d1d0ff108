//! The vault: mail settings, sealed with a key that lies outside the books (SPEC-emails.md,
//! section 7). No backup reads this folder.

mod installation;
mod secrets;

use crate::{MailError, MailSettings};
use books::Key;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use installation::INSTALLATION;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Held while a vault is opened: two that find no key must not both draw one.
static OPENING: Mutex<()> = Mutex::new(());

/// What is authenticated before the name of the file.
const DOMAIN: &[u8] = b"tijori vault 1 ";

/// The version of the layout, the first byte of a sealed file.
const VERSION: u8 = 1;

/// Bytes of a nonce.
const NONCE_BYTES: usize = 24;

/// A sealed file is at most this large; settings take a few kilobytes.
const SEALED_BYTES_MAX: u64 = 1024 * 1024;

/// The vault of one data folder.
pub struct Vault {
    folder: PathBuf,
    cipher: XChaCha20Poly1305,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Vault({})", self.folder.display())
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
        let _alone = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = data.join("vault");
        make_private_folder(&folder).map_err(not_written(&folder))?;
        let path = folder.join("instance.key");
        let key = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let mut key = vec![0; 32];
                fill(&mut key)?;
                write_durably(&folder, &path, &key)?;
                key
            }
            Err(error) => return Err(unreadable(error)),
        };
        let cipher = XChaCha20Poly1305::new_from_slice(&key)
            .map_err(|_| unreadable("instance.key holds no key"))?;
        Ok(Self { folder, cipher })
    }

    /// The mail settings of a business; none when they were never given.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`] when they were sealed with another key or altered.
    pub fn mail_settings(&self, business: Key) -> Result<Option<MailSettings>, MailError> {
        let path = self.path_of(business);
        let sealed = match fs::metadata(&path) {
            Ok(found) if found.len() <= SEALED_BYTES_MAX => fs::read(&path).map_err(unreadable)?,
            Ok(_) => return Err(unreadable("its file is too large")),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(error)),
        };
        let altered = || unreadable("its file was altered, or sealed on another computer");
        let (version, rest) = sealed.split_first().ok_or_else(altered)?;
        let (nonce, sealed) = rest
            .split_first_chunk::<NONCE_BYTES>()
            .ok_or_else(altered)?;
        if *version != VERSION {
            return Err(unreadable("it was sealed by a newer version"));
        }
        let bytes = self
            .cipher
            .decrypt(
                XNonce::from_slice(nonce),
                self.payload(business, sealed).as_payload(),
            )
            .map_err(|_| altered())?;
        MailSettings::from_bytes(&bytes)
            .map(Some)
            .ok_or_else(altered)
    }

    /// The businesses whose mail settings are kept here, readable or not, in no order.
    ///
    /// # Errors
    /// [`MailError::VaultUnreadable`].
    pub fn businesses(&self) -> Result<Vec<Key>, MailError> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let is_sealed = path.extension().is_some_and(|ending| ending == "mail");
            let stem = path.file_stem().and_then(|stem| stem.to_str());
            let key = stem
                .filter(|_| is_sealed)
                .and_then(|it| it.parse::<Key>().ok());
            found.extend(key.filter(|key| *key != INSTALLATION));
        }
        Ok(found)
    }

    /// Forgets the mail settings of a business. No error when there are none.
    ///
    /// # Errors
    /// [`MailError::VaultNotWritten`].
    pub fn forget(&self, business: Key) -> Result<(), MailError> {
        let path = self.path_of(business);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(not_written(&path)(error)),
            _ => Ok(()),
        }
    }

    /// Seals and keeps the settings; [`save_settings`](crate::save_settings) also tells History.
    pub(crate) fn put(&self, business: Key, settings: &MailSettings) -> Result<(), MailError> {
        let mut nonce = [0; NONCE_BYTES];
        fill(&mut nonce)?;
        let plain = settings.to_bytes();
        let sealed = self
            .cipher
            .encrypt(
                XNonce::from_slice(&nonce),
                self.payload(business, &plain).as_payload(),
            )
            .map_err(|_| unreadable("they could not be sealed"))?;
        let bytes = [&[VERSION][..], &nonce, &sealed].concat();
        write_durably(&self.folder, &self.path_of(business), &bytes)
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
        let (_version, rest) = sealed
            .split_first()
            .filter(|(version, _)| **version == VERSION)
            .ok_or_else(altered)?;
        let (nonce, sealed) = rest
            .split_first_chunk::<NONCE_BYTES>()
            .ok_or_else(altered)?;
        self.cipher
            .decrypt(
                XNonce::from_slice(nonce),
                bound(context, sealed).as_payload(),
            )
            .map_err(|_| altered())
    }

    fn path_of(&self, business: Key) -> PathBuf {
        self.folder.join(format!("{business}.mail"))
    }

    /// The bytes and what is authenticated with them: the name of the file.
    fn payload<'a>(&self, business: Key, bytes: &'a [u8]) -> Bound<'a> {
        bound(&format!("{business}.mail"), bytes)
    }
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

fn not_written(path: &Path) -> impl Fn(io::Error) -> MailError {
    move |error| MailError::VaultNotWritten {
        file: path.display().to_string(),
        reason: error.to_string(),
    }
}

/// Writes a file that only its owner reads: beside its place first, then in one step.
fn write_durably(folder: &Path, path: &Path, bytes: &[u8]) -> Result<(), MailError> {
    let part = path.with_extension("part");
    let write = || {
        if part.exists() {
            fs::remove_file(&part)?;
        }
        let mut file = private_file().open(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, path)?;
        sync_folder(folder)
    };
    write().map_err(not_written(path))
}

fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

#[cfg(unix)]
fn make_private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

#[cfg(not(unix))]
fn make_private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Mailbox, Secret, Security};

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
        let path = vault.path_of(BUSINESS);
        let good = fs::read(&path).unwrap();
        for at in [0, 1, 25, good.len() - 1] {
            let mut bad = good.clone();
            bad[at] ^= 1;
            fs::write(&path, &bad).unwrap();
            let error = vault.mail_settings(BUSINESS).unwrap_err();
            assert_eq!(error.code(), "vault-unreadable");
        }
        fs::write(vault.path_of(Key::NIL), &good).unwrap();
        assert!(vault.mail_settings(Key::NIL).is_err());
        fs::write(&path, &good).unwrap();
        assert!(vault.mail_settings(BUSINESS).is_ok());
        fs::write(data.path().join("vault/instance.key"), [7; 32]).unwrap();
        let other = Vault::open(data.path()).unwrap();
        assert!(other.mail_settings(BUSINESS).is_err());
        fs::write(data.path().join("vault/instance.key"), b"short").unwrap();
        assert!(Vault::open(data.path()).is_err());
    }

    #[test]
    fn nothing_prints_the_password() {
        let data = tempfile::tempdir().unwrap();
        let vault = Vault::open(data.path()).unwrap();
        let printed = format!("{vault:?} {:?}", settings());
        assert!(!printed.contains("hunter2") && printed.contains("***"));
    }
}
