//! Under what bytes lie in a place: a path of plain parts that every file system and every object
//! store takes as it is.

use std::fmt;
use std::str::FromStr;

/// The longest key, in bytes. S3 takes 1024; half of it is left for the prefix of the place.
const BYTES_MAX: usize = 512;

/// Parts of small ASCII letters, figures, `-`, `_` and `.`, joined by `/`. No part begins with a
/// dot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobKey(String);

/// The text is no such key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no key of bytes: small ASCII letters, figures, hyphens, dots and slashes")]
pub struct BlobKeyError(pub String);

impl BlobKey {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The parts between the slashes.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }
}

/// Whether this may be one part of a key.
fn is_part(part: &str) -> bool {
    let is_plain = |letter: char| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '-' | '_' | '.')
    };
    !part.is_empty() && !part.starts_with('.') && part.chars().all(is_plain)
}

impl FromStr for BlobKey {
    type Err = BlobKeyError;

    fn from_str(text: &str) -> Result<Self, BlobKeyError> {
        if text.len() <= BYTES_MAX && text.split('/').all(is_part) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BlobKeyError(text.to_owned()))
        }
    }
}

impl fmt::Display for BlobKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_leads_elsewhere_is_a_key() {
        for text in [
            "", "/", "a//b", "../a", "a/..", ".a", "a/.b", "A", "a b", "a\\b", "é", "c:d",
        ] {
            assert!(text.parse::<BlobKey>().is_err(), "{text}");
        }
        assert!("a".repeat(BYTES_MAX + 1).parse::<BlobKey>().is_err());
        let key: BlobKey = "trash/a-1/b_2.manager".parse().unwrap();
        assert_eq!(key.parts().count(), 3);
        assert_eq!(key.to_string(), "trash/a-1/b_2.manager");
    }
}
