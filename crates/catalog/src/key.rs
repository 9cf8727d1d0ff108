//! The identity of a business, a place, a schedule or an entry. It reads as the keys of records do
//! elsewhere; this crate knows nobody, so it has its own.

use std::fmt;
use std::str::FromStr;

/// Where the hyphens of the written form stand, counted in characters.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];

/// A GUID: 16 bytes in the order of its written form. Keys sort as their text does.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; 16]);

/// The text is not a key: lower-case hyphenated hexadecimal, 36 characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a key: 36 characters, lower-case hexadecimal with hyphens")]
pub struct KeyError(pub String);

impl Key {
    /// The key with these bytes, in written order.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes, in written order.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl FromStr for Key {
    type Err = KeyError;

    /// Reads the canonical form only, so that text and key stand for each other one to one.
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let not_a_key = || KeyError(text.to_owned());
        let figures: String = text.chars().filter(|letter| *letter != '-').collect();
        let number = u128::from_str_radix(&figures, 16).map_err(|_| not_a_key())?;
        let key = Self(number.to_be_bytes());
        // What is written otherwise (in capitals, without hyphens, with a sign) is refused.
        if key.to_string() == text {
            Ok(key)
        } else {
            Err(not_a_key())
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = format!("{:032x}", u128::from_be_bytes(self.0));
        for place in HYPHENS {
            text.insert(place, '-');
        }
        out.write_str(&text)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_key_stand_for_each_other() {
        let bytes = *b"\x00\x12\xb6\x0b\x23\xbf\x44\x21\x94\xdf\x8b\xe7\x9c\xef\x53\x3e";
        let key = Key::from_bytes(bytes);
        assert_eq!(key.to_string(), "0012b60b-23bf-4421-94df-8be79cef533e");
        assert_eq!(key.to_string().parse(), Ok(key));
        assert_eq!(key.as_bytes(), &bytes);
    }

    #[test]
    fn only_the_canonical_form_is_a_key() {
        for text in [
            "",
            "ad12b60b23bf442194df8be79cef533e",
            "AD12B60B-23BF-4421-94DF-8BE79CEF533E",
            "+d12b60b-23bf-4421-94df-8be79cef533e",
            "../../../etc/passwd-0000-0000-000000",
            "ad12b60b-23bf-4421-94df-8be79cef533é",
        ] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
    }
}
