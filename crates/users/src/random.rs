//! Chance, and how secrets are written and kept.

use crate::UsersError;
use books::Key;
use sha2::{Digest, Sha256};

/// Random bytes from the system.
pub fn bytes<const COUNT: usize>() -> Result<[u8; COUNT], UsersError> {
    let mut bytes = [0; COUNT];
    getrandom::fill(&mut bytes)
        .map_err(|error| UsersError::directory("draw random numbers", error))?;
    Ok(bytes)
}

/// A fresh key.
pub fn key() -> Result<Key, UsersError> {
    Ok(Key::from_random(bytes()?))
}

/// 256 random bits in 64 small letters and figures.
pub fn secret() -> Result<String, UsersError> {
    Ok(hex(&bytes::<32>()?))
}

/// What is kept of a secret with 256 bits of chance: nobody can find it from its digest, so that a
/// slow hash would only cost time.
pub fn digest(purpose: &str, secret: &str) -> [u8; 32] {
    let mut sum = Sha256::new();
    sum.update(purpose.as_bytes());
    sum.update([0]);
    sum.update(secret.as_bytes());
    sum.finalize().into()
}

/// Bytes as two small letters or figures each.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
