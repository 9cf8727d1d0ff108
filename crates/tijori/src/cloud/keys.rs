//! The master key, and the key of each subscriber that follows from it (docs/SPEC-cloud.md, 6).

use crate::failure::Failure;
use books::Key;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fs;
use std::io::Write;
use std::path::Path;

/// What the subscriber's key stands behind when it is hashed.
const DOMAIN: &[u8] = b"tijori subscriber vault 1 ";
/// The variable that may hold the key itself.
const VARIABLE: &str = "TIJORI_MASTER_KEY";

/// The master key. It is never shown.
pub struct MasterKey([u8; 32]);

impl MasterKey {
    /// The key out of a file, or out of the environment where no file is named.
    ///
    /// # Errors
    /// `cloud-setting-missing`, `cloud-key-unreadable`.
    pub fn read(file: Option<&Path>) -> Result<Self, Failure> {
        let (text, shown) = match file {
            Some(file) => {
                let shown = file.display().to_string();
                let text = fs::read_to_string(file)
                    .map_err(|error| unreadable(&shown, &error.to_string()))?;
                (text, shown)
            }
            None => match std::env::var(VARIABLE) {
                Ok(text) => (text, VARIABLE.to_owned()),
                Err(_) => return Err(super::ground::missing("master key", "--master-key-file")),
            },
        };
        let key = bytes_of(text.trim());
        key.map(Self)
            .ok_or_else(|| unreadable(&shown, "it is no such text"))
    }

    /// Draws a key and writes it to a file that is not there yet.
    ///
    /// # Errors
    /// `cloud-key-exists`, or when the system fails.
    pub fn draw(file: &Path) -> Result<(), Failure> {
        let shown = file.display().to_string();
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(|error| unreadable(&shown, &error.to_string()))?;
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let mut opened = match options.open(file) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                return Err(Failure::usage("cloud-key-exists", vec![("file", shown)]));
            }
            other => other?,
        };
        writeln!(opened, "{}", catalog::hex(&key))?;
        opened.sync_all()?;
        Ok(())
    }

    /// The key of a subscriber's vault.
    pub fn of(&self, subscriber: Key) -> [u8; 32] {
        self.sum(DOMAIN, subscriber.as_bytes())
    }

    /// A key that stands for a name.
    pub fn stand_in(&self, name: &str) -> Key {
        let sum = self.sum(b"tijori stand-in 1 ", name.as_bytes());
        let first: [u8; 16] = std::array::from_fn(|at| sum[at]);
        Key::from_random(first)
    }

    fn sum(&self, domain: &[u8], of: &[u8]) -> [u8; 32] {
        // A key of any length is taken, so that there is nothing to fail; were there, the vault
        // would be sealed with a key that nobody else has, and be opened again by it.
        let Ok(mut sum) = Hmac::<Sha256>::new_from_slice(&self.0) else {
            return self.0;
        };
        sum.update(domain);
        sum.update(of);
        sum.finalize().into_bytes().into()
    }
}

fn unreadable(file: &str, reason: &str) -> Failure {
    Failure::usage(
        "cloud-key-unreadable",
        vec![
            ("file", file.to_owned()),
            ("reason", reason.to_owned()),
            ("command", "tijori cloud key FILE".to_owned()),
        ],
    )
}

/// 32 bytes out of 64 figures of base sixteen.
fn bytes_of(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.bytes().all(|it| it.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_was_drawn_is_read_again_and_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("master.key");
        MasterKey::draw(&file).unwrap();
        let key = MasterKey::read(Some(&file)).unwrap();
        assert_ne!(key.0, [0; 32]);
        let again = MasterKey::draw(&file).unwrap_err();
        assert_eq!(again.code(), "cloud-key-exists");
        assert_eq!(MasterKey::read(Some(&file)).unwrap().0, key.0);
        for wrong in ["", "abc", &"g".repeat(64), &"é".repeat(32)] {
            fs::write(&file, wrong).unwrap();
            let refused = MasterKey::read(Some(&file)).err().unwrap();
            assert_eq!(refused.code(), "cloud-key-unreadable");
        }
    }

    #[test]
    fn every_subscriber_has_a_key_of_its_own() {
        let (one, two) = (MasterKey([1; 32]), MasterKey([2; 32]));
        let asha = Key::constant("5ab5c21b-0000-4000-8000-000000000001");
        let bela = Key::constant("5ab5c21b-0000-4000-8000-000000000002");
        assert_ne!(one.of(asha), one.of(bela));
        assert_ne!(one.of(asha), two.of(asha));
        assert_eq!(one.of(asha), MasterKey([1; 32]).of(asha));
    }
}
