//! Passwords: which may be used, and how they are kept (security.md S30, S31).

use crate::UsersError;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use zxcvbn::{Score, zxcvbn};

/// Letters a password must have.
const LETTERS_MIN: usize = 12;
/// Letters that are enough where a second factor is asked for too.
const LETTERS_WITH_SECOND_FACTOR_MIN: usize = 8;
/// Letters that a password may have.
const LETTERS_MAX: usize = 128;
/// Letters whose strength is judged: judging takes longer the more there are, and more of them make
/// a password no weaker.
const LETTERS_JUDGED: usize = 64;

/// The memory of one hash in KiB, its passes and lanes: OWASP's least for Argon2id.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Why a password may not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordFault {
    /// It has too few letters.
    TooShort,
    /// It has too many.
    TooLong,
    /// It is among those that are tried first, or made of the person's own names.
    TooCommon,
}

impl PasswordFault {
    /// The stable code, language-free.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooShort => "password-too-short",
            Self::TooLong => "password-too-long",
            Self::TooCommon => "password-too-common",
        }
    }
}

impl std::fmt::Display for PasswordFault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::TooShort => {
                "it is too short; write at least 12 letters, or 8 with a second factor"
            }
            Self::TooLong => "it is too long; write at most 128 letters",
            Self::TooCommon => "it is easy to guess; add words that have nothing to do with you",
        })
    }
}

/// Whether a password may be used. `about` is what the person is called, and the business.
///
/// # Errors
/// [`UsersError::Password`] with why not.
pub fn check_password(
    password: &str,
    about: &[&str],
    has_second_factor: bool,
) -> Result<(), UsersError> {
    let letters = password.chars().count();
    let least = match has_second_factor {
        true => LETTERS_WITH_SECOND_FACTOR_MIN,
        false => LETTERS_MIN,
    };
    let fault = if letters < least {
        PasswordFault::TooShort
    } else if letters > LETTERS_MAX {
        PasswordFault::TooLong
    } else {
        let judged: String = password.chars().take(LETTERS_JUDGED).collect();
        let words = [about, &["tijori", "password", "account"]].concat();
        match zxcvbn(&judged, &words).score() {
            Score::Zero | Score::One => PasswordFault::TooCommon,
            _ => return Ok(()),
        }
    };
    Err(UsersError::Password(fault))
}

/// Hashes and compares passwords, a few at a time: each takes nineteen megabytes.
pub struct Hasher {
    argon2: Argon2<'static>,
    /// How many may begin now.
    free: Mutex<usize>,
    ended: Condvar,
    /// The hash of a password that nobody has: compared with where there is no user, so that it
    /// takes as long.
    nobody: String,
    /// How many passwords were worked on.
    worked_count: AtomicU64,
}

impl Hasher {
    /// A hasher that works on so many passwords at the same time.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn new(at_once: usize) -> Result<Self, UsersError> {
        let parameters = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(hashing)?;
        let mut hasher = Self {
            argon2: Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters),
            free: Mutex::new(at_once.max(1)),
            ended: Condvar::new(),
            nobody: String::new(),
            worked_count: AtomicU64::new(0),
        };
        hasher.nobody = hasher.hash(&crate::random::secret()?)?;
        Ok(hasher)
    }

    /// What is kept of a password: the parameters, a salt and the hash.
    ///
    /// # Errors
    /// When the system gives no random numbers or no memory.
    pub fn hash(&self, password: &str) -> Result<String, UsersError> {
        let salt: [u8; 16] = crate::random::bytes()?;
        let _turn = self.turn();
        let hash = self
            .argon2
            .hash_password_with_salt(password.as_bytes(), &salt)
            .map_err(hashing)?;
        Ok(hash.to_string())
    }

    /// Whether this is the password; takes as long where there is none to compare with.
    ///
    /// # Errors
    /// When what is kept is no hash.
    pub fn is_right(&self, password: &str, kept: Option<&str>) -> Result<bool, UsersError> {
        let _turn = self.turn();
        let hash = PasswordHash::new(kept.unwrap_or(&self.nobody)).map_err(hashing)?;
        let is_right = self
            .argon2
            .verify_password(password.as_bytes(), &hash)
            .is_ok();
        Ok(is_right && kept.is_some())
    }

    /// Whether what is kept was made with weaker parameters than today's: it is hashed anew then.
    pub fn is_outdated(&self, kept: &str) -> bool {
        let Ok(hash) = PasswordHash::new(kept) else {
            return true;
        };
        match Params::try_from(&hash) {
            Ok(found) => {
                found.m_cost() < MEMORY_KIB || found.t_cost() < PASSES || found.p_cost() < LANES
            }
            Err(_) => true,
        }
    }

    /// How many passwords were hashed or compared since the beginning: what tries cost. By it shows
    /// that each costs the same, whoever is tried.
    pub fn worked_count(&self) -> u64 {
        self.worked_count.load(Ordering::Relaxed)
    }

    fn turn(&self) -> Turn<'_> {
        self.worked_count.fetch_add(1, Ordering::Relaxed);
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = self
            .ended
            .wait_while(free, |free| *free == 0)
            .unwrap_or_else(PoisonError::into_inner);
        *free -= 1;
        Turn(self)
    }
}

/// One hash being worked on.
struct Turn<'h>(&'h Hasher);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.ended.notify_one();
    }
}

fn hashing(error: impl std::fmt::Display) -> UsersError {
    UsersError::directory("hash a password", error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(password: &str, has_second_factor: bool) -> Option<&'static str> {
        check_password(password, &["rahima begum", "Mudi dokan"], has_second_factor)
            .err()
            .map(|error| error.code())
    }

    #[test]
    fn short_long_and_guessable_passwords_are_refused() {
        for (password, second, wanted) in [
            ("kettle9", true, Some("password-too-short")),
            ("q7!vbn2xk", false, Some("password-too-short")),
            ("q7!vbn2xk", true, None),
            ("password1234", false, Some("password-too-common")),
            ("rahima begum", false, Some("password-too-common")),
            ("tijoritijori", false, Some("password-too-common")),
            ("aaaaaaaaaaaaaaaa", false, Some("password-too-common")),
            ("correct horse battery staple", false, None),
            ("আমার দোকানের খাতা লাল", false, None),
        ] {
            assert_eq!(fault(password, second), wanted, "{password}");
        }
        assert_eq!(fault(&"x1 ".repeat(43), false), Some("password-too-long"));
    }

    #[test]
    fn a_password_is_known_again_and_kept_with_its_parameters() {
        let hasher = Hasher::new(2).unwrap();
        let kept = hasher.hash("পাসওয়ার্ড আমার").unwrap();
        assert!(
            kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{kept}"
        );
        assert_ne!(kept, hasher.hash("পাসওয়ার্ড আমার").unwrap(), "salted");
        assert!(hasher.is_right("পাসওয়ার্ড আমার", Some(&kept)).unwrap());
        assert!(!hasher.is_right("wrong", Some(&kept)).unwrap());
        assert!(!hasher.is_right("anything", None).unwrap());
        assert!(!hasher.is_outdated(&kept));
        let weaker = kept.replace("m=19456", "m=1024");
        assert!(hasher.is_outdated(&weaker));
    }

    #[test]
    fn the_bytes_that_nobody_has_are_no_password_of_anybody() {
        let hasher = Hasher::new(1).unwrap();
        assert!(!hasher.is_right("", None).unwrap());
    }
}
