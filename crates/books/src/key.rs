//! The identity of a record: a GUID, kept in the order in which it is written.

use std::fmt;
use std::str::FromStr;

/// The identity of a record, of a kind of record or of a business: 16 bytes in the order of the
/// written form `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`.
///
/// Keys sort as their text does. The byte order inside a `.manager` file's content differs
/// (SPEC-manager-file.md, "Guid"); only `manager-file` knows that one.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; 16]);

/// The text is not a key: lower-case hyphenated hexadecimal, 36 characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a key: 36 characters, lower-case hexadecimal with hyphens")]
pub struct KeyError(pub String);

impl Key {
    /// The key of nothing: all zeros.
    pub const NIL: Self = Self([0; 16]);

    /// The key with these bytes, in written order.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes, in written order.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// A version 4 key out of 16 random bytes, which the caller draws (this crate draws none).
    pub const fn from_random(mut bytes: [u8; 16]) -> Self {
        bytes[6] = (bytes[6] & 0x0f) | 0x40;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        Self(bytes)
    }

    /// A key known when the program is compiled.
    ///
    /// # Panics
    /// When the text is not a key; in a constant this is a compile error.
    pub const fn constant(text: &str) -> Self {
        match Self::read(text.as_bytes()) {
            Some(key) => key,
            None => panic!("not a key"),
        }
    }

    const fn read(text: &[u8]) -> Option<Self> {
        if text.len() != 36 {
            return None;
        }
        let mut bytes = [0; 16];
        let mut at = 0;
        let mut filled = 0;
        while at < 36 {
            if at == 8 || at == 13 || at == 18 || at == 23 {
                if text[at] != b'-' {
                    return None;
                }
                at += 1;
                continue;
            }
            let (Some(high), Some(low)) = (nibble(text[at]), nibble(text[at + 1])) else {
                return None;
            };
            bytes[filled] = high << 4 | low;
            filled += 1;
            at += 2;
        }
        Some(Self(bytes))
    }
}

const fn nibble(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

impl FromStr for Key {
    type Err = KeyError;

    /// Reads the canonical form only, so that text and key stand for each other one to one.
    fn from_str(text: &str) -> Result<Self, KeyError> {
        Self::read(text.as_bytes()).ok_or_else(|| KeyError(text.to_owned()))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, byte) in self.0.iter().enumerate() {
            if matches!(at, 4 | 6 | 8 | 10) {
                out.write_str("-")?;
            }
            write!(out, "{byte:02x}")?;
        }
        Ok(())
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
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn text_and_key_stand_for_each_other(bytes: [u8; 16]) {
            let key = Key::from_bytes(bytes);
            prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
        }

        #[test]
        fn keys_sort_as_their_text(a: [u8; 16], b: [u8; 16]) {
            let (a, b) = (Key::from_bytes(a), Key::from_bytes(b));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }
    }

    #[test]
    fn only_the_canonical_form_is_a_key() {
        for text in [
            "",
            "ad12b60b23bf442194df8be79cef533e",
            "AD12B60B-23BF-4421-94DF-8BE79CEF533E",
            "../../../etc/passwd-0000-0000-000000",
            "ad12b60b-23bf-4421-94df-8be79cef533é",
        ] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
    }
}
