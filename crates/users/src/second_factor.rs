//! The second factor: codes of an authenticator, and codes on paper for when it is lost
//! (security.md S39).

use crate::{Secret, UsersError, random};
use jiff::Timestamp;
use totp_rs::{Builder, Totp};

/// Codes on paper.
pub const RECOVERY_CODES_COUNT: usize = 10;
/// Bytes of the seed.
const SEED_BYTES: usize = 20;
/// Signs of a code on paper: no letters that are taken for figures.
const SIGNS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// Seals what must be readable by the program and by nobody who has its files: the vault.
pub trait Seal: Send + Sync {
    /// The bytes sealed, bound to what they are.
    ///
    /// # Errors
    /// When they cannot be sealed.
    fn seal(&self, context: &str, bytes: &[u8]) -> Result<Vec<u8>, UsersError>;

    /// The bytes again.
    ///
    /// # Errors
    /// When they were sealed elsewhere, as something else, or altered.
    fn open(&self, context: &str, sealed: &[u8]) -> Result<Vec<u8>, UsersError>;
}

/// A second factor in the making: shown to its owner once.
pub struct SecondFactor {
    seed: [u8; SEED_BYTES],
    /// What an authenticator reads: `otpauth://…`, also as the text of a QR code.
    pub url: String,
    /// The seed as a person types it, in Base32.
    pub typed: String,
    /// Codes on paper, each good once.
    pub recovery_codes: Vec<Secret>,
}

impl SecondFactor {
    /// A fresh one for a user of an installation.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn new(user: &str, installation: &str) -> Result<Self, UsersError> {
        let seed: [u8; SEED_BYTES] = random::bytes()?;
        Self::from_seed(seed, user, installation)
    }

    /// The same again, of which the seed is known: while its owner enters it.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn from_seed(
        seed: [u8; SEED_BYTES],
        user: &str,
        installation: &str,
    ) -> Result<Self, UsersError> {
        // A colon separates the two in what authenticators read.
        let plain = |text: &str| text.replace(':', " ");
        let totp = Builder::new()
            .with_secret(seed.to_vec())
            .with_account_name(plain(user))
            .with_issuer(Some(plain(installation)))
            .build()
            .map_err(making)?;
        let mut recovery_codes = Vec::new();
        for _ in 0..RECOVERY_CODES_COUNT {
            recovery_codes.push(Secret(recovery_code()?));
        }
        Ok(Self {
            seed,
            url: totp.to_url().map_err(making)?,
            typed: base32(&seed),
            recovery_codes,
        })
    }

    /// The same again, from the seed as a person types it.
    ///
    /// # Errors
    /// [`UsersError::CodeRefused`] when that is no seed of ours: its codes could not be right.
    pub fn from_typed(typed: &str, user: &str, installation: &str) -> Result<Self, UsersError> {
        let seed = from_base32(typed).ok_or(UsersError::CodeRefused)?;
        Self::from_seed(seed, user, installation)
    }

    /// The seed, to be sealed.
    pub fn seed(&self) -> &[u8] {
        &self.seed
    }
}

/// The step at which a code is right, with one step of clocks that differ either way; nothing for a
/// wrong code. A step is good once: whoever keeps it refuses it and those before it.
pub fn step_of(seed: &[u8], code: &str, now: Timestamp) -> Option<u64> {
    let totp: Totp = Builder::new().with_secret(seed.to_vec()).build().ok()?;
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    totp.check(&code, u64::try_from(now.as_second()).ok()?)
}

/// What is kept of a code on paper.
pub fn digest_of_recovery_code(code: &str) -> [u8; 32] {
    let plain: String = code
        .chars()
        .filter(|sign| sign.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    random::digest("recovery code", &plain)
}

/// Twelve signs in three groups: sixty bits.
fn recovery_code() -> Result<String, UsersError> {
    let bytes: [u8; 12] = random::bytes()?;
    let mut code = String::new();
    for (place, byte) in bytes.iter().enumerate() {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        let sign = SIGNS.get(usize::from(byte % 31)).copied().unwrap_or(b'a');
        code.push(char::from(sign));
    }
    Ok(code)
}

/// The thirty-two signs of Base32 (RFC 4648, 6).
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A seed out of Base32, spaces and case aside; nothing where it is no seed of our length.
fn from_base32(typed: &str) -> Option<[u8; SEED_BYTES]> {
    let mut bytes = Vec::new();
    let mut held: u32 = 0;
    let mut bits = 0;
    for sign in typed.bytes().filter(|sign| !sign.is_ascii_whitespace()) {
        let sign = sign.to_ascii_uppercase();
        let value = LETTERS.iter().position(|letter| *letter == sign)?;
        held = (held << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 255).ok()?);
            held &= (1 << bits) - 1;
        }
        if bytes.len() > SEED_BYTES {
            return None;
        }
    }
    bytes.try_into().ok()
}

/// Bytes in Base32, as authenticators take them.
fn base32(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut held: u32 = 0;
    let mut bits = 0;
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            let index = usize::try_from((held >> bits) & 31).unwrap_or(0);
            text.push(char::from(LETTERS.get(index).copied().unwrap_or(b'A')));
        }
    }
    text
}

fn making(error: impl std::fmt::Display) -> UsersError {
    UsersError::directory("make a second factor", error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_right_at_its_time_and_a_step_around_it() {
        // RFC 6238, appendix B: the last six figures of the code at 59 seconds.
        let seed = b"12345678901234567890";
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        assert_eq!(step_of(seed, "287 082", at(59)), Some(1));
        assert_eq!(step_of(seed, "287082", at(59 + 30)), Some(1));
        assert_eq!(step_of(seed, "287082", at(59 + 90)), None);
        assert_eq!(step_of(seed, "", at(59)), None);
    }

    #[test]
    fn what_an_authenticator_reads_holds_seed_and_names() {
        let made = SecondFactor::from_seed(*b"12345678901234567890", "rahima", "Tijori: Dhaka");
        let made = made.unwrap();
        assert_eq!(made.typed, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let again = SecondFactor::from_typed(&made.typed.to_lowercase(), "rahima", "Tijori");
        assert_eq!(again.unwrap().seed(), made.seed());
        for wrong in [
            "",
            "GEZD",
            "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1",
            &"A".repeat(40),
        ] {
            assert!(SecondFactor::from_typed(wrong, "rahima", "Tijori").is_err());
        }
        assert!(made.url.starts_with("otpauth://totp/"), "{}", made.url);
        assert!(made.url.contains(&made.typed), "{}", made.url);
    }

    #[test]
    fn codes_on_paper_differ_and_are_known_however_they_are_typed() {
        let made = SecondFactor::new("rahima", "Tijori").unwrap();
        assert_eq!(made.recovery_codes.len(), RECOVERY_CODES_COUNT);
        let first = &made.recovery_codes[0].0;
        assert_eq!(first.len(), 14);
        assert_ne!(first, &made.recovery_codes[1].0);
        assert!(!first.contains('@'));
        let typed = first.replace('-', " ").to_uppercase();
        assert_eq!(
            digest_of_recovery_code(&typed),
            digest_of_recovery_code(first)
        );
        assert_eq!(format!("{:?}", made.recovery_codes[0]), "***");
    }
}
