//! Protection with a passphrase: one age v1 file around what would otherwise be the whole file.
//!
//! Nothing here is home-made cryptography: the `age` library derives the key (scrypt) and
//! encrypts (ChaCha20-Poly1305 in chunks of 64 KiB). Ours is what surrounds it: recognising such
//! a file, refusing headers that would cost too much, and giving out nothing before all of it was
//! authenticated. SPEC-backup.md, section 11, says why.

#[cfg(feature = "encryption")]
mod around;
#[cfg(feature = "encryption")]
mod header;
#[cfg(feature = "encryption")]
mod opening;
#[cfg(feature = "encryption")]
mod sealing;
#[cfg(feature = "encryption")]
mod short_lines;

#[cfg(feature = "encryption")]
pub(super) use around::{Around, around_damage};
#[cfg(feature = "encryption")]
pub(super) use opening::{fits, open};
#[cfg(feature = "encryption")]
pub(super) use sealing::Sealing;

use std::fs::File;
#[cfg(feature = "encryption")]
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Passphrase;
#[cfg(not(feature = "encryption"))]
use super::{Limits, Refusal};

/// Whether this build can encrypt and decrypt.
pub const CAN_ENCRYPT: bool = cfg!(feature = "encryption");

/// Log2 of the work factor of what we write: a second and 256 MiB for each passphrase tried.
pub(super) const WORK_FACTOR: u8 = 18;

/// How an age file begins: the version's number follows.
const BINARY_BEGIN: &[u8] = b"age-encryption.org/v";
/// How one begins that was made fit for emails.
const ARMOR_BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// How a backup is to be encrypted.
#[derive(Debug, Clone)]
pub struct Encryption {
    passphrase: Passphrase,
    #[cfg_attr(not(feature = "encryption"), expect(dead_code))]
    work_factor: u8,
}

impl Encryption {
    /// With this passphrase, at the usual cost of trying one (SPEC-backup.md, 11.2).
    pub fn new(passphrase: Passphrase) -> Self {
        Self {
            passphrase,
            work_factor: WORK_FACTOR,
        }
    }

    /// With this passphrase and almost no protection against trying others: for tests only.
    #[cfg(any(test, feature = "quick-passphrases"))]
    pub fn quick(passphrase: Passphrase) -> Self {
        Self {
            passphrase,
            work_factor: 2,
        }
    }

    /// The passphrase, for proving the finished file.
    pub fn passphrase(&self) -> &Passphrase {
        &self.passphrase
    }
}

/// Whether these first bytes are those of an encrypted file.
pub(super) fn is_encrypted(first: &[u8]) -> bool {
    first.starts_with(BINARY_BEGIN) || is_armored(first)
}

pub(super) fn is_armored(first: &[u8]) -> bool {
    first.starts_with(ARMOR_BEGIN)
}

/// What was in an encrypted file.
pub(super) struct Opened {
    /// The plain bytes, in a file without a name; it stands at its beginning.
    pub(super) plain: File,
    /// SHA-256 of the encrypted file.
    pub(super) sha256: [u8; 32],
    /// Log2 of the cost of trying a passphrase.
    pub(super) work_factor: u8,
}

/// What could be decrypted: this build decrypts nothing.
#[cfg(not(feature = "encryption"))]
pub(super) struct Around {
    /// Never there.
    pub(super) plain: File,
}

#[cfg(not(feature = "encryption"))]
impl Around {
    /// Nothing was moved.
    pub(super) fn place_block(&self, _: &mut super::damage::DamagedBlock) {}
}

/// Refuses: this build has no encryption.
#[cfg(not(feature = "encryption"))]
pub(super) fn around_damage(
    _: &File,
    _: &Passphrase,
    _: &std::path::Path,
    _: &Limits,
) -> Result<Around, Refusal> {
    Err(Refusal::Encrypted)
}

/// No passphrase fits: this build has no encryption.
#[cfg(not(feature = "encryption"))]
pub(super) fn fits(_: File, _: &[u8], _: &Passphrase, _: &Limits) -> Result<bool, Refusal> {
    Err(Refusal::Encrypted)
}

/// Recognises and refuses: this build has no encryption.
#[cfg(not(feature = "encryption"))]
pub(super) fn open(
    _: File,
    _: &[u8],
    _: Option<&Passphrase>,
    _: &std::path::Path,
    _: &Limits,
) -> Result<Opened, Refusal> {
    Err(Refusal::Encrypted)
}

/// Deriving a key takes hundreds of megabytes, so whoever comes second waits.
#[cfg(feature = "encryption")]
fn one_at_a_time() -> MutexGuard<'static, ()> {
    static DERIVING: Mutex<()> = Mutex::new(());
    DERIVING.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
#[cfg(feature = "encryption")]
mod tests;
